import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PlatformWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import {
  BASE_CONFIG,
  baseFor,
  baseLayout,
  pushLayout,
  SECOND_LAYER,
  systemLayer,
} from '../support/base-images.ts'
import { bantam, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startDockerd, type Daemon } from '../support/daemon.ts'
import { startFaultRegistry, type FaultRegistry } from '../support/fault-registry.ts'
import { tool } from '../support/oci-tools.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { runImage } from '../support/run-image.ts'
import { describeWith } from '../support/tools.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM64 = { os: 'linux', architecture: 'arm64' }

/** A service that needs a shell, its working directory and what the base has in it. */
const SHELL_OUT = `package main

import (
	"fmt"
	"os"
	"os/exec"
)

func main() {
	out, err := exec.Command("/bin/sh", "-c", "read line < seed; echo $line, $MODE").CombinedOutput()
	fmt.Printf("uid %d: %s", os.Getuid(), out)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
`

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

function service(main = SHELL_OUT): string {
  const directory = temporaryDirectory('base')
  writeFileSync(path.join(directory, 'go.mod'), 'module example.com/svc\n\ngo 1.21\n')
  writeFileSync(path.join(directory, 'main.go'), main)
  return directory
}

function build(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return buildWith({}, cwd, ...args)
}

function buildWith(
  more: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Ended> {
  return bantam(['build', '--pack', 'off', ...args], { cwd, env: { ...env, ...more } })
}

const schema = new URL('../../schema/weigh-in.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
)

function weightsOf({ exitCode, stdout, stderr }: Ended): readonly PlatformWeight[] {
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  const weighIn = JSON.parse(stdout) as WeighIn
  expect({ valid: validate(weighIn), errors: validate.errors }).toEqual({ valid: true, errors: null })
  return weighIn.images.flatMap(({ platforms }) => platforms)
}

/** What a later `bantam weigh` must find too. */
function figures({ digest, sizes, breakdown, otherPrograms, layers, settings }: PlatformWeight) {
  return {
    digest,
    sizes,
    breakdown,
    otherPrograms,
    layers: layers.map(layer => [layer.digest, layer.size]),
    base: settings.base,
  }
}

describeWith(
  ['busybox', 'docker-registry', 'skopeo', 'crane', 'umoci', 'runc'],
  'bantam build --base',
  () => {
    let registry: TestRegistry
    let watched: FaultRegistry
    let base: string
    beforeAll(async () => {
      registry = await startRegistry()
      watched = await startFaultRegistry([], registry.address)
      base = baseLayout([
        [AMD64, baseFor(AMD64, [systemLayer(), SECOND_LAYER])],
        [ARM64, baseFor(ARM64)],
      ])
      pushLayout(base, `${registry.address}/os/base:1`)
    })
    afterAll(async () => {
      await watched.stop()
      await registry.stop()
    })

    it('builds, tests, pushes and weighs a service on a base, and its layers are mounted', async () => {
      const cwd = service()
      const image = `${watched.address}/me/svc`
      const named = `${watched.address}/os/base:1`
      watched.forget()
      const flags = ['--base', named, '--image', image, '--tags', 'v1', '--push', '--env', 'MODE=own']
      const ended = await build(cwd, ...flags, '--smoke-args=-v', '--budget', 'image: 9MB', '--json')
      const [weight] = weightsOf(ended)
      expect(weight).toMatchObject({
        settings: { base: { name: named, digest: baseDigest(base, AMD64) } },
        smokeTest: { status: 'passed', seen: ['/svc -v ended with 0'] },
        otherPrograms: [{ path: '/usr/bin/busybox', unread: null }],
        layers: [{ what: 'base image' }, { what: 'base image' }, { what: 'binaries' }, { what: 'sbom' }],
      })
      expect(watched.seen.filter(({ url }) => url.includes('mount='))).toHaveLength(2)

      // These tools block this process, which answers for the watched registry.
      const direct = `${registry.address}/me/svc:v1`
      tool('crane', ['validate', '--insecure', '--remote', direct])
      const pulled = temporaryDirectory('pulled')
      tool('skopeo', ['copy', '--src-tls-verify=false', `docker://${direct}`, `oci:${pulled}:v1`])
      expect(await runImage(`${pulled}:v1`)).toEqual({
        exitCode: 0,
        output: 'uid 1000: seed of the base, own\n',
      })

      const weighed = await bantam(['weigh', `${image}:v1`, '--json'], { cwd, env })
      const [found] = weightsOf(weighed)
      expect(found && figures(found)).toEqual(weight && figures(weight))
      const shown = await bantam(['weigh', `${image}:v1`], { cwd, env })
      expect(shown.stdout).toMatch(new RegExp(`base +${named} sha256:[0-9a-f]{12}\n`))
    }, 120_000)

    it('holds the whole image against the budget', async () => {
      const ended = await build(
        service(),
        '--base',
        `${registry.address}/os/base:1`,
        '--budget',
        'image: 2.5MB',
      )
      expect(ended).toMatchObject({ exitCode: 1 })
      expect(ended.stdout + ended.stderr).toMatch(/over budget/)
    }, 60_000)

    it('makes one index for two platforms, each on its own base', async () => {
      const image = `${registry.address}/me/both`
      const flags = [
        '--platforms',
        'linux/amd64,linux/arm64',
        '--image',
        image,
        '--tags',
        'v1',
        '--push',
        '--json',
      ]
      const weights = weightsOf(await build(service(), '--base', `${registry.address}/os/base:1`, ...flags))
      expect(weights.map(({ settings }) => settings.base?.digest)).toEqual([
        baseDigest(base, AMD64),
        baseDigest(base, ARM64),
      ])
      const root = JSON.parse(tool('crane', ['manifest', '--insecure', `${image}:v1`])) as {
        readonly annotations: Readonly<Record<string, string>>
      }
      expect(root.annotations).toMatchObject({
        'org.opencontainers.image.base.name': `${registry.address}/os/base:1`,
        'org.opencontainers.image.base.digest': tool('crane', [
          'digest',
          '--insecure',
          `${registry.address}/os/base:1`,
        ]).trim(),
      })
      tool('crane', ['validate', '--insecure', '--remote', `${image}:v1`])
    }, 120_000)

    it('gives the same image for a layout, a tag and a digest, except for its name', async () => {
      const cwd = service()
      const digest = tool('crane', ['digest', '--insecure', `${registry.address}/os/base:1`]).trim()
      const layers = async (named: string) => {
        const [weight] = weightsOf(await build(cwd, '--base', named, '--json'))
        return weight?.layers
      }
      const byLayout = await layers(base)
      expect(await layers(`${registry.address}/os/base:1`)).toEqual(byLayout)
      expect(await layers(`${registry.address}/os/base@${digest}`)).toEqual(byLayout)
    }, 120_000)

    it('starts a program of the base where the entrypoint names one', async () => {
      const flags = ['--entrypoint', 'sh', '--args', '-c "exec /svc"', '--output', 'out']
      const cwd = service()
      expect(await build(cwd, '--base', base, ...flags)).toMatchObject({ exitCode: 0 })
      expect(await runImage(`${path.join(cwd, 'out')}:latest`)).toMatchObject({
        output: 'uid 1000: seed of the base, base\n',
      })
      const missing = await build(cwd, '--base', base, '--entrypoint', '/bin/bash')
      expect(missing).toMatchObject({ exitCode: 2, stdout: '' })
      expect(missing.stderr).toMatch(
        /^error: --entrypoint "\/bin\/bash" leads nowhere, because \/usr\/bin\/bash is not in the image: [^\n]+\n$/,
      )
    }, 60_000)

    it('adds accounts, capabilities, links and an SBOM to what the base has', async () => {
      const cwd = service()
      const script = [
        'while read -r line; do echo "$line"; done < /etc/passwd',
        'test -O "$HOME" && echo "$HOME"',
        'test -f /var/lib/db/sbom/image.spdx.json && test -x /bin/other && echo there',
      ]
      const entrypoint = JSON.stringify(['sh', '-c', script.join('\n')])
      const account = ['--accounts', 'proxy:2000', '--user', 'proxy', '--workdir', '/home/proxy']
      const contents = [...account, '--files', '/bin/other -> sh']
      const rights = ['--capabilities', 'cap_net_bind_service=+ep', '--healthcheck', 'CMD sh -c true']
      const flags = [...contents, ...rights, '--entrypoint', entrypoint, '--sbom', 'embedded']
      const ended = await build(cwd, '--base', base, ...flags, '--output', 'out', '--json')
      const capabilities = [{ path: '/svc', capabilities: 'cap_net_bind_service=ep' }]
      expect(weightsOf(ended)).toMatchObject([{ capabilities }])
      expect(await runImage(`${path.join(cwd, 'out')}:latest`)).toMatchObject({
        output: [
          'root:x:0:0:root:/root:/bin/sh',
          'app:x:1000:1000:app:/home/app:/bin/sh',
          'proxy:x:2000:2000:proxy:/home/proxy:/sbin/nologin',
          '/home/proxy',
          'there',
          '',
        ].join('\n'),
      })
      const found = await bantam(['weigh', './out', '--json'], { cwd })
      expect(weightsOf(found)).toMatchObject([{ capabilities }])

      const taken = await build(cwd, '--base', base, '--accounts', 'app:2000')
      expect(taken).toMatchObject({ exitCode: 2, stdout: '' })
      expect(taken.stderr).toMatch(/^error: --accounts "app:2000" has the name of a user of [^\n]+\n$/)
    }, 120_000)

    it('puts a binary where the links of the base lead', async () => {
      const cwd = service()
      expect(await build(cwd, '--base', base, '.=/bin/api', '--output', 'out')).toMatchObject({
        exitCode: 0,
      })
      expect(await runImage(`${path.join(cwd, 'out')}:latest`)).toMatchObject({ exitCode: 0 })
    }, 60_000)

    it.each([
      [
        'a base of another platform',
        () => ['--base', base, '--platforms', 'linux/s390x'],
        'has no image for linux/s390x',
      ],
      ['no base', () => ['--base', `${registry.address}/os/nothing:1`], 'the registry answers 404'],
      ['what is no image', () => ['--base', './main.go'], 'it is a file'],
      ['a registry that is not there', () => ['--base', '127.0.0.1:1/os/base:1'], 'can be reached from here'],
    ])('refuses %s in one sentence, before anything is compiled', async (_, flags, says) => {
      const cwd = service('package main\n\nfunc main() { not Go }\n')
      const { exitCode, stdout, stderr } = await build(cwd, ...flags())
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
      expect(stderr).toMatch(/^error: [^\n]+\n$/)
      expect(stderr).toContain(says)
      expect(readdirSync(cwd).toSorted()).toEqual(['go.mod', 'main.go'])
    })
  },
)

function baseDigest(layout: string, { architecture }: typeof AMD64): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(layout, file), 'utf8'))
  const [top] = (read('index.json') as Listed).manifests
  const { manifests } = read(`blobs/${top?.digest.replace(':', '/')}`) as Listed
  return manifests.find(({ platform }) => platform?.architecture === architecture)?.digest ?? ''
}

interface Listed {
  readonly manifests: readonly {
    readonly digest: string
    readonly platform?: { readonly architecture: string }
  }[]
}

describeWith(['busybox', 'dockerd', 'docker', 'docker-registry'], 'a base that Docker built', () => {
  let daemon: Daemon
  let registry: TestRegistry
  beforeAll(async () => {
    daemon = await startDockerd()
    registry = await startRegistry()
  }, 60_000)
  afterAll(async () => {
    await daemon.stop()
    await registry.stop()
  })

  const docker = (...args: readonly string[]) =>
    tool('docker', args, { DOCKER_HOST: daemon.host, DOCKER_BUILDKIT: '0' })

  const configOf = (image: string) => {
    const [{ Config: config }] = JSON.parse(docker('image', 'inspect', image)) as [{ Config: Inspected }]
    return config
  }

  it('is inherited as FROM inherits it', async () => {
    const cwd = service()
    mkdirSync(path.join(cwd, 'context'))
    const busybox = systemLayer().find(({ name }) => name.endsWith('busybox'))?.content ?? ''
    writeFileSync(path.join(cwd, 'context', 'busybox'), busybox, { mode: 0o755 })
    writeFileSync(
      path.join(cwd, 'context', 'passwd'),
      'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/:/bin/sh\n',
    )
    writeFileSync(path.join(cwd, 'context', 'seed'), 'seed of the base')
    const named = `${registry.address}/os/base:1`
    writeFileSync(
      path.join(cwd, 'context', 'Dockerfile'),
      [
        'FROM scratch',
        'COPY busybox /bin/busybox',
        'COPY busybox /bin/sh',
        'COPY passwd /etc/passwd',
        'COPY seed /data/seed',
        'ENV LANG=C.UTF-8 MODE=base PATH=/usr/bin:/bin',
        'LABEL maker=base',
        'EXPOSE 9000',
        'VOLUME /data',
        'WORKDIR /data',
        'STOPSIGNAL SIGINT',
        'HEALTHCHECK --interval=5s CMD ["/bin/sh", "-c", "true"]',
        'USER app',
        'ENTRYPOINT ["/bin/sh"]',
        'CMD ["-c", "true"]',
        '',
      ].join('\n'),
    )
    docker('build', '-t', named, path.join(cwd, 'context'))
    docker('push', named)
    const flags = [
      '--base',
      named,
      '--image',
      'example.com/ours',
      '--tags',
      'v1',
      '--load',
      '--env',
      'MODE=own',
    ]
    const ours = await buildWith(
      { DOCKER_HOST: daemon.host },
      cwd,
      '.=/usr/bin/svc',
      ...flags,
      '--expose',
      '8080',
    )
    expect(ours).toMatchObject({ exitCode: 0, stderr: '' })

    const theirs = `FROM ${named}\nENV MODE=own\nEXPOSE 8080\nENTRYPOINT ["/usr/bin/svc"]\n`
    writeFileSync(path.join(cwd, 'Dockerfile'), theirs)
    docker('build', '-t', 'theirs', '-f', path.join(cwd, 'Dockerfile'), path.join(cwd, 'context'))
    const [one, other] = [configOf('example.com/ours:v1'), configOf('theirs')]
    expect(inheritedOf(one)).toEqual(inheritedOf(other))
    expect({ user: one.User, command: one.Cmd ?? null }).toEqual({ user: '1000:1000', command: null })
  }, 180_000)
})

/** What `docker image inspect` says. */
type Inspected = Partial<typeof BASE_CONFIG> & Readonly<Record<string, unknown>>

function inheritedOf({
  Env = [],
  Labels,
  ExposedPorts,
  Volumes,
  WorkingDir,
  StopSignal,
  Healthcheck,
  Entrypoint,
}: Inspected) {
  const { maker } = Labels ?? {}
  return {
    env: Env.toSorted(),
    maker,
    ExposedPorts,
    Volumes,
    WorkingDir,
    StopSignal,
    Healthcheck,
    Entrypoint,
  }
}
