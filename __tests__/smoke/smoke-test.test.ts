import { beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ConfigSpec, SmokeSpec } from '../../src/declare/spec.ts'
import { Failure } from '../../src/failure.ts'
import type { Entry } from '../../src/image/entry.ts'
import type { Image } from '../../src/image/image.ts'
import { isolationOf, type IsolationWay } from '../../src/isolation/isolation.ts'
import { smokeTest, type SmokeReport } from '../../src/smoke/smoke-test.ts'
import { compileC } from '../support/compile-c.ts'
import { testHost } from '../support/host.ts'
import { image, NONROOT, PLAIN_CONFIG } from '../support/images.ts'
import { smokeTestBy, startSmokeTest, type Runner } from '../support/smoke-test-by.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const NOTHING: SmokeSpec = { args: null, http: null, env: {} }

describeWith(['gcc', 'unshare', 'tar'], 'the smoke test', () => {
  let program: Uint8Array
  let way: IsolationWay

  beforeAll(async () => {
    program = readFileSync(compileC('smoke-service'))
    way = await isolationOf(testHost())
  })

  function imageOf(config: Partial<ConfigSpec> = {}, files: readonly Entry[] = []): Promise<Image> {
    const service = { name: 'service', bytes: program, packed: true }
    return image(service, { config: { ...PLAIN_CONFIG, ...config }, files })
  }

  async function tested(smoke: Partial<SmokeSpec>, asked?: Image, limitMs = 10_000): Promise<SmokeReport> {
    const host = testHost()
    const report = await smokeTest(host, way, {
      image: asked ?? (await imageOf()),
      smoke: { ...NOTHING, ...smoke },
      limitMs,
    })
    expect(readdirSync(host.temporary)).toEqual([])
    return report
  }

  async function failure(smoke: Partial<SmokeSpec>, asked?: Image, limitMs = 10_000): Promise<Failure> {
    const error: unknown = await tested(smoke, asked, limitMs).then(
      report => report,
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(Failure)
    expect(error).toHaveProperty('code', 'smoke-test')
    return error as Failure
  }

  describe('with smoke-args', () => {
    it('passes a program that ends with 0', async () => {
      expect(await tested({ args: ['exit', '0'] })).toEqual({
        status: 'passed',
        seen: ['/service exit 0 ended with 0'],
      })
    })

    it('takes them in the place of args', async () => {
      const image = await imageOf({ args: ['exit', '3'] })
      expect((await tested({ args: ['exit', '0'] }, image)).status).toBe('passed')
      expect(await failure({ args: [] }, image)).toEqual(
        aFailure('smoke-test', { fields: { command: '/service' }, why: /^\/service as user 65532:65532 / }),
      )
    })

    it('fails one that ends with 3, and shows both of its streams', async () => {
      const failed = await failure({ args: ['exit', '3'] })
      expect(failed).toEqual(
        aFailure('smoke-test', { fields: { command: '/service exit 3' }, why: 'ended with 3' }),
      )
      expect(failed.output).toContain('this went to stdout')
      expect(failed.output).toContain('this went to stderr')
    })

    it('fails one that crashes, and names the signal', async () => {
      // The first process of a container cannot abort: the kernel ends it for what the C library does instead.
      expect(await failure({ args: ['crash'] })).toEqual(
        aFailure('smoke-test', { why: /was ended by SIG(ABRT|SEGV)/ }),
      )
    })

    it('fails one that never ends', async () => {
      expect(await failure({ args: ['forever'] }, undefined, 1000)).toEqual(
        aFailure('smoke-test', { why: 'still running after 1 s', output: 'here for good' }),
      )
    })

    it('fails an entrypoint that is not in the image', async () => {
      expect(await failure({ args: [] }, await imageOf({ entrypoint: ['/absent'] }))).toEqual(
        aFailure('smoke-test', {
          why: 'did not start (it could not start /absent: no such file or directory)',
        }),
      )
    })

    it('finds the entrypoint on PATH, as a runtime does', async () => {
      const env = { PATH: '/nowhere:/' }
      const image = await imageOf({ entrypoint: ['service'], env })
      expect((await tested({ args: ['exit', '0'] }, image)).seen).toEqual(['service exit 0 ended with 0'])
      expect(await failure({ args: [] }, await imageOf({ entrypoint: ['absent'], env }))).toEqual(
        aFailure('smoke-test', {
          why: 'did not start (it could not start /absent: no such file or directory)',
        }),
      )
    })

    it.each([
      { name: 'a text', mode: 0o755, why: 'exec format error' },
      { name: 'a file that may not be executed', mode: 0o644, why: 'permission denied' },
    ])('fails $name as the entrypoint', async ({ mode, why }) => {
      const text: Entry = {
        kind: 'file',
        path: '/text',
        mode,
        uid: 0,
        gid: 0,
        bytes: Buffer.from('no program'),
      }
      expect(await failure({ args: [] }, await imageOf({ entrypoint: ['/text'] }, [text]))).toEqual(
        aFailure('smoke-test', { why: `did not start (it could not start /text: ${why}` }),
      )
    })

    it('keeps the end of a long output, bounded', async () => {
      const { output } = await failure({ args: ['shout'] })
      expect(output).toContain('line 99999')
      expect(output?.length).toBe(64 * 1024)
    })
  })

  describe('with smoke-http', () => {
    const http = { port: 8080, path: '/healthz' }

    it.each([
      { name: '200', args: ['200'], status: 200 },
      { name: '302', args: ['302'], status: 302 },
      { name: '404', args: ['404'], status: 404 },
      { name: '200 after three times 503', args: ['200', '3'], status: 200 },
    ])('passes an answer of $name', async ({ args, status }) => {
      const image = await imageOf({ args: ['serve', '8080', ...args] })
      expect(await tested({ http }, image)).toEqual({
        status: 'passed',
        seen: [`8080/healthz answered ${status}`],
      })
    })

    it('passes a service that listens on port 80 as an ordinary user', async () => {
      const image = await imageOf({ args: ['serve', '80', '200'] })
      const { seen } = await tested({ http: { port: 80, path: '/' } }, image)
      expect(seen).toEqual(['80/ answered 200'])
    })

    it.each([
      { name: 'answers 500', args: ['serve', '8080', '500'], says: 'answered 500' },
      { name: 'listens elsewhere', args: ['serve', '8081', '200'], says: 'refused connections' },
      { name: 'never answers', args: ['serve', '8080', 'silence'], says: 'did not answer' },
    ])('fails a service that $name', async ({ args, says }) => {
      const failed = await failure({ http }, await imageOf({ args }), 1000)
      expect(failed).toEqual(aFailure('smoke-test', { why: says, output: 'listening on' }))
      expect(failed).toEqual(aFailure('smoke-test', { why: '8080/healthz' }))
    })

    it('fails a service that ends before it answers, without waiting', async () => {
      expect(await failure({ http }, await imageOf({ args: ['exit', '0'] }), 50_000)).toEqual(
        aFailure('smoke-test', {
          why: 'ended with 0 before 8080/healthz answered',
          output: 'this went to stdout',
        }),
      )
    })

    it('does not see a service of this machine', async () => {
      const { createServer } = await import('node:http')
      const server = createServer((_, response) => response.end())
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as { readonly port: number }
      const image = await imageOf({ args: ['forever'] })
      const failed = await failure({ http: { port, path: '/' } }, image, 500)
      server.close()
      expect(failed).toEqual(aFailure('smoke-test', { why: 'refused connections' }))
    })
  })

  it('sees to both where both are asked for', async () => {
    const image = await imageOf({ args: ['serve', '8080', '200'] })
    const { seen } = await tested({ args: ['exit', '0'], http: { port: 8080, path: '/' } }, image)
    expect(seen).toEqual(['/service exit 0 ended with 0', '8080/ answered 200'])
  })

  describe('what the program finds', () => {
    const files: readonly Entry[] = [
      { kind: 'directory', path: '/var', mode: 0o755, ...NONROOT },
      { kind: 'file', path: '/etc/shadow', mode: 0o600, uid: 0, gid: 0, bytes: Buffer.from('secret\n') },
    ]

    it('is its user, directory and environment, only lo, and a root it may not write', async () => {
      const image = await imageOf({ env: { A: '1', B: 'x=y' }, workdir: '/var' }, files)
      const { output = '' } = await failure({ args: ['describe'], env: { A: '2' } }, image)
      const lines = output.split('\n')
      expect(lines[0]).toMatch(/^pid=\d+ uid=65532 gid=65532 cwd=\/var$/)
      expect(lines.filter(line => line.startsWith('env ')).sort()).toEqual([
        'env A=2',
        'env B=x=y',
        'env HOME=/home/nonroot',
        'env HOSTNAME=smoke-test',
        'env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      ])
      const interfaces = lines.flatMap(line => /^\/proc\/net\/dev: +(\w+):/.exec(line)?.[1] ?? [])
      expect(interfaces).toEqual(['lo'])
      expect(output).toContain('/etc/passwd: ')
      expect(lines).toContain('/etc/shadow: cannot be read')
      expect(lines.filter(line => line.startsWith('write '))).toEqual([
        'write /tmp/scratch: yes',
        'write /var/scratch: yes',
        'write /scratch: no',
        'write /etc/passwd: no',
        'write /dev/null: yes',
      ])
    })

    it('is another user where the config says so', async () => {
      const user = { uid: 1234, gid: 5678 }
      const { output } = await failure({ args: ['describe'] }, await imageOf({ user }, files))
      expect(output).toContain('uid=1234 gid=5678')
    })

    it('is root, and may write, where the config says so', async () => {
      const user = { uid: 0, gid: 0 }
      const { output } = await failure({ args: ['describe'] }, await imageOf({ user }, files))
      expect(output).toContain('uid=0 gid=0')
      expect(output).toContain('/etc/shadow: secret')
      expect(output).toContain('write /scratch: yes')
    })

    it('is what a link in the image points to there, and nothing of this machine', async () => {
      const links: readonly Entry[] = [
        { kind: 'symlink', path: '/link', mode: 0o777, uid: 0, gid: 0, target: '/etc/passwd' },
        { kind: 'symlink', path: '/out', mode: 0o777, uid: 0, gid: 0, target: '/etc/os-release' },
      ]
      const image = await imageOf({}, links)
      expect((await tested({ args: ['read', '/link'] }, image)).status).toBe('passed')
      expect((await failure({ args: ['read', '/out'] }, image)).output).toContain('cannot be read')
    })
  })

  it('is not run where the files cannot be laid out as they are', async () => {
    const link: Entry = { kind: 'symlink', path: '/proc', mode: 0o777, uid: 0, gid: 0, target: '/etc' }
    expect(await failure({ args: ['exit', '0'] }, await imageOf({}, [link]))).toEqual(
      aFailure('smoke-test', { why: "the image's files cannot be unpacked (/proc is a symlink)" }),
    )
  })

  describe('afterwards', () => {
    it.each([
      { name: 'passed', word: 'leave-behind', limitMs: 10_000 },
      { name: 'reached its limit', word: 'forever', limitMs: 500 },
    ])('nothing runs and nothing is mounted when it $name', async ({ word, limitMs }) => {
      const marker = `marker-${Math.random()}`
      const mounts = readFileSync('/proc/self/mounts', 'utf8')
      await tested({ args: [word, marker] }, undefined, limitMs).catch(() => null)
      expect(running(marker)).toEqual([])
      expect(readFileSync('/proc/self/mounts', 'utf8')).toBe(mounts)
    })

    it('nothing runs on for long when Bantam itself was killed', async () => {
      const marker = `marker-${Math.random()}`
      const child = startSmokeTest('own', way, {
        image: await imageOf(),
        smoke: { ...NOTHING, args: ['forever', marker] },
        limitMs: 3000,
      })
      await until(() => running(marker).length > 0)
      child.kill('SIGKILL')
      await until(() => running(marker).length === 0)
      expect(running(marker)).toEqual([])
    })
  })

  // Only root can become somebody else; elsewhere the tests above go by the way that there is.
  const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip
  describeAsRoot('by every way (needs root)', () => {
    it.each<{ name: string; runner: Runner; way: IsolationWay }>([
      { name: 'root', runner: 'own', way: 'root' },
      { name: 'an ordinary user', runner: 'nobody', way: 'user' },
      { name: 'an ordinary user with sudo', runner: 'nobody with sudo', way: 'sudo' },
    ])('is the same: $name', async ({ runner, way }) => {
      const image = await imageOf({ args: ['serve', '8080', '404'], workdir: '/var' }, [
        { kind: 'directory', path: '/var', mode: 0o700, ...NONROOT },
        { kind: 'file', path: '/etc/shadow', mode: 0o600, uid: 0, gid: 0, bytes: Buffer.from('secret\n') },
      ])
      const http = { port: 8080, path: '/' }
      const passed = await smokeTestBy(runner, way, { image, smoke: { args: ['exit', '0'], http, env: {} } })
      expect(passed).toEqual({
        status: 'passed',
        seen: ['/service exit 0 ended with 0', '8080/ answered 404'],
      })
      const described = await smokeTestBy(runner, way, { image, smoke: { ...NOTHING, args: ['describe'] } })
      expect(described).toHaveProperty('code', 'smoke-test')
      const lines = ('output' in described ? described.output : '').split('\n')
      expect(lines[0]).toMatch(/^pid=\d+ uid=65532 gid=65532 cwd=\/var$/)
      expect(lines).toContain('/etc/shadow: cannot be read')
      expect(lines).toContain('write /var/scratch: yes')
      expect(lines).toContain('write /scratch: no')
      const marker = `marker-${Math.random()}`
      const endless = { ...NOTHING, args: ['forever', marker] }
      const limited = await smokeTestBy(runner, way, { image, smoke: endless, limitMs: 500 })
      expect(limited).toHaveProperty('message', expect.stringContaining('still running after 0.5 s'))
      expect(running(marker)).toEqual([])
    })
  })
})

describe('without namespaces', () => {
  it('is not run, which fails the run and says what to do', async () => {
    const image = { platform: { os: 'linux', architecture: 'amd64' }, layers: [] } as unknown as Image
    await expect(smokeTest(testHost(), 'process', { image, smoke: NOTHING })).rejects.toEqual(
      aFailure('smoke-test', { what: 'was not run', fix: /passwordless sudo.*smoke-args/ }),
    )
  })
})

/** Processes with the marker among their arguments, but for those that carry it as part of a request. */
function running(marker: string): readonly string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(marker)
      } catch {
        return false
      }
    })
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(50)
}
