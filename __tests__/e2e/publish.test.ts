import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, example, runToEnd, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startDockerd, type Daemon } from '../support/daemon.ts'
import { startFaultRegistry } from '../support/fault-registry.ts'
import { ALICE, startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

function build(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  budget = '600kB',
): Promise<Ended> {
  const cwd = temporaryDirectory('publish')
  const flags = ['--working-directory', example('hello'), '--budget', budget, ...args]
  return bantam(['build', ...flags], { cwd, env: { ...env, ...more } })
}

async function must(
  command: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await runToEnd(command, args, { env: { ...env, ...more } })
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

describeWith(['docker-registry', 'crane', 'skopeo'], 'bantam build --push', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  it('moves every tag of every repository to what crane and skopeo find sound', async () => {
    const { address } = registry
    const images = ['--image', `${address}/a/hello`, '--image', `${address}/b/hello`]
    const ended = await build(['--push', '--json', ...images, '--tags', 'v1,latest'])
    expect(ended).toMatchObject({ exitCode: 0 })
    const [image] = (JSON.parse(ended.stdout) as WeighIn).images
    const names = ['a/hello:v1', 'a/hello:latest', 'b/hello:v1', 'b/hello:latest']
    expect(image?.references.toSorted()).toEqual(names.map(name => `${address}/${name}`).sort())
    for (const name of names) {
      expect((await must('crane', ['digest', '--insecure', `${address}/${name}`])).trim()).toBe(image?.digest)
      await must('crane', ['validate', '--insecure', '--remote', `${address}/${name}`])
    }
    const inspected: unknown = JSON.parse(
      await must('skopeo', ['inspect', '--tls-verify=false', `docker://${address}/b/hello:v1`]),
    )
    expect(inspected).toMatchObject({ Digest: image?.digest, Architecture: 'amd64', Os: 'linux' })
  })

  it('gives the others the image where one of two registries fails, and says what is where', async () => {
    const closed = await startFaultRegistry([{ on: () => true, answer: { status: 400 } }])
    const [bad, good] = [`${closed.address}/two/hello`, `${registry.address}/two/hello`]
    const args = ['--push', '--json', '--image', `${bad},${good}`, '--tags', 'v1']
    const { exitCode, stdout, stderr } = await build(args)
    await closed.stop()
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`The image is at ${good}:v1, but not at ${bad}:v1.`),
    })
    const [image] = (JSON.parse(stdout) as WeighIn).images
    expect(image).toMatchObject({ references: [`${good}:v1`], missing: [{ reference: `${bad}:v1` }] })
    expect((await must('crane', ['digest', '--insecure', `${good}:v1`])).trim()).toBe(image?.digest)
  })

  it.each([
    ['a file of logins that cannot be read', '{"auths": {', '', /config\.json cannot be read/],
    [
      'a helper that hangs',
      '{"credsStore": "slow"}',
      'sleep 600',
      /docker-credential-slow .* did not answer/,
    ],
  ])(
    'pushes nothing with %s, in one sentence',
    async (_, config, helper, says) => {
      const directory = temporaryDirectory('docker')
      writeFileSync(path.join(directory, 'config.json'), config)
      writeFileSync(path.join(directory, 'docker-credential-slow'), `#!/bin/sh\n${helper}\n`, { mode: 0o755 })
      const repository = `nobody/hello-${config.length}`
      const { exitCode, stderr } = await build(
        ['--push', '--image', `${registry.address}/${repository}`, '--tags', 'v1'],
        { DOCKER_CONFIG: directory, PATH: `${directory}:${process.env['PATH']}` },
      )
      expect(exitCode).toBe(2)
      expect(stderr.split('\n').filter(line => says.test(line))).toHaveLength(1)
      const { status } = await fetch(`http://${registry.address}/v2/${repository}/tags/list`)
      expect(status).toBe(404)
    },
    90_000,
  )

  it('keeps to one platform a tag: in a matrix the second run says what to write', async () => {
    const reference = `${registry.address}/matrix/hello`
    const platform = (name: string, tag: string) =>
      build(['--push', '--image', reference, '--platforms', name, '--pack', 'off', '--tags', tag], {}, '5MB')
    expect((await platform('linux/arm64', 'v1')).exitCode).toBe(0)
    const digest = await must('crane', ['digest', '--insecure', `${reference}:v1`])
    const second = await platform('linux/amd64', 'v1')
    expect(second.exitCode).toBe(2)
    expect(second.stderr).toContain(
      `${reference}:v1 holds linux/arm64, which pushing linux/amd64 would replace; build all in one run with --platforms linux/amd64,linux/arm64, give each platform a tag of its own, such as --tags v1-amd64`,
    )
    expect(await must('crane', ['digest', '--insecure', `${reference}:v1`])).toBe(digest)
    expect((await platform('linux/amd64', 'v1-amd64')).exitCode).toBe(0)
  })

  it('says what is where when a registry fails after a layout was written', async () => {
    const refusing = await startFaultRegistry(
      [
        {
          on: ({ method, url }) => method === 'PUT' && url.endsWith('/manifests/v1'),
          answer: { status: 201 },
        },
      ],
      registry.address,
    )
    try {
      const layout = path.join(temporaryDirectory('layout'), 'hello')
      const name = `${refusing.address}/lost/hello`
      const ended = await build(['--push', '--json', '--output', layout, '--image', name, '--tags', 'v1'])
      expect(ended.exitCode).toBe(2)
      const [image] = (JSON.parse(ended.stdout) as WeighIn).images
      expect(image).toMatchObject({
        published: true,
        references: [`${name}@${image?.digest}`],
        missing: [{ reference: `${name}:v1`, reason: expect.stringContaining('is not there') }],
      })
      expect(ended.stderr).toContain(
        `The image is at ${layout} and ${name}@${image?.digest}, but not at ${name}:v1.`,
      )
    } finally {
      await refusing.stop()
    }
  }, 60_000)

  it('moves no tag when it is over budget, whatever was there before', async () => {
    const reference = `${registry.address}/c/hello`
    expect((await build(['--push', '--image', reference, '--tags', 'v1'])).exitCode).toBe(0)
    const before = await must('crane', ['digest', '--insecure', `${reference}:v1`])
    const over = await build(
      ['--push', '--image', reference, '--tags', 'v1,v2', '--labels', 'a=b'],
      {},
      '1kB',
    )
    expect(over.exitCode).toBe(1)
    expect(await must('crane', ['digest', '--insecure', `${reference}:v1`])).toBe(before)
    expect((await must('crane', ['ls', '--insecure', reference])).trim()).toBe('v1')
  })
})

describeWith(['docker-registry', 'htpasswd', 'crane'], 'a registry that wants a login', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry({ auth: 'basic' })
  })
  afterAll(() => registry.stop())
  const push = (...args: readonly string[]) =>
    build(['--push', '--image', `${registry.address}/a/hello`, '--tags', 'v1', ...args])

  it('refuses without one: exit 2, what to do, and no secret', async () => {
    const { exitCode, stderr } = await push()
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/registry-username|docker login/)
    const wrong = await push('--registry-username', 'alice', '--registry-password', 'wr0ng-password')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).not.toContain('wr0ng-password')
  })

  it('takes one from the flags, and one from the configuration of docker', async () => {
    const { username, password } = ALICE
    const flags = ['--registry-username', username, '--registry-password', password]
    expect(await push(...flags)).toMatchObject({
      exitCode: 0,
      stderr: expect.not.stringMatching(/^(?:warning|error):/m),
    })
    const config = temporaryDirectory('docker')
    const auth = Buffer.from(`${username}:${password}`).toString('base64')
    writeFileSync(
      path.join(config, 'config.json'),
      JSON.stringify({ auths: { [registry.address]: { auth } } }),
    )
    const pushed = await build(['--push', '--image', `${registry.address}/a/hello`, '--tags', 'v2'], {
      DOCKER_CONFIG: config,
    })
    expect(pushed).toMatchObject({ exitCode: 0, stderr: expect.not.stringMatching(/^(?:warning|error):/m) })
    const tags = await must('crane', ['ls', '--insecure', `${registry.address}/a/hello`], {
      DOCKER_CONFIG: config,
    })
    expect(tags.trim().split('\n').sort()).toEqual(['v1', 'v2'])
  })
})

describeWith(['dockerd', 'docker'], 'a daemon', () => {
  let daemon: Daemon
  beforeAll(async () => {
    daemon = await startDockerd()
  }, 60_000)
  afterAll(() => daemon.stop())

  it('is loaded with an image that runs', async () => {
    const loaded = await build(['--load'], { DOCKER_HOST: daemon.host })
    expect(loaded).toMatchObject({ exitCode: 0 })
    const run = /run it: {2}(docker run .*)$/m.exec(loaded.stdout)?.[1] ?? ''
    expect(run).toBe('docker run --rm hello:latest')
    const [command = '', ...args] = run.replace('--rm', '--rm --network none').split(' ')
    expect(await must(command, args, { DOCKER_HOST: daemon.host })).toBe('hello, world\n')
  })

  it('loads an archive that was written, and runs it', async () => {
    const directory = temporaryDirectory('archive')
    mkdirSync(directory, { recursive: true })
    const archive = path.join(directory, 'hello.tar')
    expect(
      await build(['--output', archive, '--image', 'example.com/o/hello', '--tags', 'v3']),
    ).toMatchObject({ exitCode: 0 })
    await must('docker', ['load', '--input', archive], { DOCKER_HOST: daemon.host })
    const args = ['run', '--rm', '--network', 'none', 'example.com/o/hello:v3']
    expect(await must('docker', args, { DOCKER_HOST: daemon.host })).toBe('hello, world\n')
  })
})

describe('an image that is over budget', () => {
  it('is loaded nowhere', async () => {
    const { exitCode } = await build(['--load'], { DOCKER_HOST: 'unix:///absent.sock' }, '1kB')
    expect(exitCode).toBe(1)
  })
})
