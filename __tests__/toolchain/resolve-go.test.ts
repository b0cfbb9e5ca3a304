import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { GoSpec } from '../../src/declare/spec.ts'
import type { Host } from '../../src/host/host.ts'
import { run } from '../../src/host/process.ts'
import { findTool } from '../../src/host/tool-cache.ts'
import { resolveGo } from '../../src/toolchain/resolve-go.ts'
import { fakeGo, goArchive, tarGz, type RawEntry } from '../support/archives.ts'
import {
  breaksOff,
  downloadServer,
  gives,
  goneServer,
  redirectsTo,
  serves,
  stalls,
  type Answer,
  type DownloadServer,
} from '../support/download-server.ts'
import { testHost } from '../support/host.ts'
import { hostSource, nodeProcess } from '../support/node-process.ts'
import { aFailure } from '../support/a-failure.ts'

const GO_ARCH =
  ({ x64: 'amd64', ia32: '386', arm: 'armv6l', ppc64: 'ppc64le' } as Record<string, string>)[arch()] ?? arch()
const nothing: GoSpec = { version: null, versionFile: null, downloadUrl: null }

/** A host with an empty tool cache and, on PATH, the system's programs and at most a fake Go. */
function machine({ go = null, cached = [] }: { go?: string | null; cached?: readonly string[] } = {}) {
  const { cwd } = testHost()
  const bin = path.join(cwd, 'sdk', 'bin')
  mkdirSync(bin, { recursive: true })
  if (go !== null) writeFileSync(path.join(bin, 'go'), fakeGo(go), { mode: 0o755 })
  const cache = path.join(cwd, 'cache')
  for (const version of cached) layInCache(cache, version)
  return testHost({ cwd, env: { PATH: `${bin}:/usr/bin:/bin`, RUNNER_TOOL_CACHE: cache } })
}

function layInCache(cache: string, version: string): void {
  const directory = path.join(cache, 'go', version, arch())
  mkdirSync(path.join(directory, 'bin'), { recursive: true })
  writeFileSync(path.join(directory, 'bin', 'go'), fakeGo(`go${version}`), { mode: 0o755 })
  writeFileSync(`${directory}.complete`, '')
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function filenameOf(version: string): string {
  return `go${version}.${platform()}-${GO_ARCH}.tar.gz`
}

function listOf(archives: Readonly<Record<string, Uint8Array>>): string {
  return JSON.stringify(
    Object.entries(archives).map(([version, bytes]) => ({
      version: `go${version}`,
      stable: !version.includes('rc'),
      files: [
        {
          filename: filenameOf(version),
          os: platform(),
          arch: GO_ARCH,
          sha256: hash(bytes),
          size: 1,
          kind: 'archive',
        },
      ],
    })),
  )
}

const servers: DownloadServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map(server => server.close()))))

/** A mirror whose list has this one version, and that gives for its archive what `answer` says. */
async function mirrorOf(archive: Uint8Array, answer: Answer | readonly Answer[], version = '1.99.1') {
  const server = await downloadServer({
    '/dl/': serves(listOf({ [version]: archive })),
    [`/dl/${filenameOf(version)}`]: answer,
    '/elsewhere': serves(archive),
  })
  servers.push(server)
  return { server, spec: { ...nothing, version, downloadUrl: `${server.url}/dl` } }
}

function toolsIn(host: Host): string[] {
  const cache = path.join(host.cwd, 'cache')
  if (!existsSync(cache)) return []
  return readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.complete'))
}

describe('resolveGo, where one is here', () => {
  let list: DownloadServer
  beforeAll(async () => {
    const archives = Object.fromEntries(
      ['1.99.1', '1.99.0', '1.98.7'].map(version => [version, goArchive(`go${version}`)]),
    )
    list = await downloadServer({
      '/dl/': serves(listOf(archives)),
      ...Object.fromEntries(
        Object.entries(archives).map(([version, bytes]) => [`/dl/${filenameOf(version)}`, serves(bytes)]),
      ),
    })
  })
  afterAll(() => list.close())

  it.each([
    {
      name: 'the tool cache before PATH',
      version: '1.98',
      go: 'go1.98.5',
      cached: ['1.98.3'],
      gives: 'go1.98.3',
      source: 'tool cache',
      why: 'go-version says 1.98',
    },
    {
      name: 'the highest in the tool cache',
      version: '>=1.97',
      go: 'go1.98.5',
      cached: ['1.97.1', '1.98.3'],
      gives: 'go1.98.3',
      source: 'tool cache',
      why: 'go-version says >=1.97',
    },
    {
      name: 'PATH where the tool cache has none',
      version: '1.98',
      go: 'go1.98.5',
      cached: ['1.97.1'],
      gives: 'go1.98.5',
      source: 'PATH',
      why: 'go-version says 1.98',
    },
    {
      name: 'PATH where nothing is asked',
      version: null,
      go: 'go1.98.5',
      cached: [],
      gives: 'go1.98.5',
      source: 'PATH',
      why: 'no version is asked for',
    },
  ])('takes $name, and asks no network', async ({ version, go, cached, gives: expected, source, why }) => {
    const host = machine({ go, cached })
    const asked = list.requests.length
    const found = await resolveGo(host, { ...nothing, version, downloadUrl: `${list.url}/dl` }, host.cwd)
    expect(found).toMatchObject({ version: expected, source, why })
    expect(list.requests).toHaveLength(asked)
    expect(found.command).toBe(path.join(found.goroot, 'bin', 'go'))
    expect((await run(host, found.command, ['version'], { env: process.env })).stdout).toContain(expected)
  })

  it('takes any that satisfies go.mod, and runs one process for it', async () => {
    const host = machine({ go: 'go1.99.0' })
    writeFileSync(path.join(host.cwd, 'go.mod'), 'module x\n\ngo 1.98.7\n')
    expect(await resolveGo(host, nothing, host.cwd)).toMatchObject({
      source: 'PATH',
      why: 'go.mod says 1.98.7 or newer',
    })
    expect(host.log.lines.filter(line => line.startsWith('debug: run:'))).toHaveLength(1)
  })

  it.each([
    {
      version: 'stable',
      go: null,
      cached: [],
      gives: 'go1.99.1',
      source: 'download',
      why: 'go-version says stable, which is go1.99.1',
    },
    {
      version: 'oldstable',
      go: null,
      cached: [],
      gives: 'go1.98.7',
      source: 'download',
      why: 'go-version says oldstable, which is go1.98.7',
    },
    {
      version: 'stable',
      go: 'go1.99.1',
      cached: [],
      gives: 'go1.99.1',
      source: 'PATH',
      why: 'go-version says stable, which is go1.99.1',
    },
    {
      version: 'stable',
      go: 'go1.99.1',
      cached: ['1.99.1'],
      gives: 'go1.99.1',
      source: 'tool cache',
      why: 'go-version says stable, which is go1.99.1',
    },
    {
      version: 'stable',
      go: 'go1.99.0',
      cached: ['1.99.0'],
      gives: 'go1.99.1',
      source: 'download',
      why: 'go-version says stable, which is go1.99.1',
    },
  ])(
    'asks the list what $version is: $gives by $source',
    async ({ version, go, cached, gives: expected, source, why }) => {
      const host = machine({ go, cached })
      const found = await resolveGo(host, { ...nothing, version, downloadUrl: `${list.url}/dl` }, host.cwd)
      expect(found).toMatchObject({ version: expected, source, why })
    },
  )

  it("downloads the newest of the minor that go.mod's minimum names", async () => {
    const host = machine({ go: 'go1.97.0' })
    writeFileSync(path.join(host.cwd, 'go.mod'), 'module x\n\ngo 1.99\n')
    const found = await resolveGo(host, { ...nothing, downloadUrl: `${list.url}/dl` }, host.cwd)
    expect(found).toMatchObject({ version: 'go1.99.1', source: 'download', why: 'go.mod says 1.99 or newer' })
  })

  it('names what is asked for where the list has none', async () => {
    const host = machine({ go: 'go1.97.0' })
    const spec = { ...nothing, version: '1.100', downloadUrl: `${list.url}/dl` }
    await expect(resolveGo(host, spec, host.cwd)).rejects.toEqual(
      aFailure('missing-tool', {
        fields: { version: '1.100', url: `${list.url}/dl` },
        why: /^PATH has 1\.97\.0, and .* lists none for /,
        fix: 'install Go 1.100 on PATH',
      }),
    )
  })
})

describe('resolveGo, from a mirror', () => {
  const archive = goArchive('go1.99.1')

  it.each([
    { name: 'that gives the right archive', answer: serves(archive), requests: 1 },
    { name: 'that fails with 500 first', answer: [gives(500), serves(archive)], requests: 2 },
    { name: 'that breaks off first', answer: [breaksOff(archive), serves(archive)], requests: 2 },
    { name: 'that redirects', answer: redirectsTo('/elsewhere'), requests: 1 },
  ])('installs into the tool cache what comes from one $name', async ({ answer, requests }) => {
    const { server, spec } = await mirrorOf(archive, answer)
    const host = machine()
    const go = await resolveGo(host, spec, host.cwd)
    expect(go).toMatchObject({ version: 'go1.99.1', source: 'download', why: 'go-version says 1.99.1' })
    expect((await run(host, go.command, ['version'], { env: process.env })).stdout).toBe(
      'go version go1.99.1 linux/amd64\n',
    )
    expect(toolsIn(host)).toEqual([
      expect.stringMatching(new RegExp(`^go-[0-9a-f]{8}/1\\.99\\.1/${arch()}\\.complete$`)),
    ])
    expect(server.requests.filter(asked => asked.includes(filenameOf('1.99.1')))).toHaveLength(requests)
    // The second time it is there.
    const before = server.requests.length
    expect(await resolveGo(host, spec, host.cwd)).toEqual({ ...go, source: 'tool cache' })
    expect(server.requests).toHaveLength(before)
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('keeps it between runs in a terminal', async () => {
    const { spec } = await mirrorOf(archive, serves(archive))
    const { cwd, env } = machine()
    const host = testHost({
      cwd,
      env: { ...env, RUNNER_TOOL_CACHE: undefined },
      kept: path.join(cwd, 'kept'),
    })
    const go = await resolveGo(host, spec, cwd)
    expect(go.goroot.startsWith(path.join(cwd, 'kept', 'tools'))).toBe(true)
  })

  const hostile = (entry: RawEntry): Uint8Array =>
    tarGz([{ name: 'go/bin/go', content: fakeGo('go1.99.1'), mode: 0o755 }, entry])
  const wrong = goArchive('go1.66.6')
  it.each([
    {
      name: 'an archive of another hash',
      archive,
      answer: serves(wrong),
      says: new RegExp(`SHA-256 is ${hash(wrong)}, expected ${hash(archive)}`),
    },
    {
      name: 'half an archive',
      archive,
      answer: serves(archive.subarray(0, 100)),
      says: new RegExp(`expected ${hash(archive)}`),
    },
    {
      name: 'a truncated archive that the list vouches for',
      archive: archive.subarray(0, 100),
      says: /it is damaged or incomplete/,
    },
    {
      name: 'an archive with ../',
      archive: hostile({ name: 'go/../../../victim', content: '!' }),
      says: /points out of the archive with \.\./,
    },
    {
      name: 'an archive with an absolute path',
      archive: hostile({ name: '/tmp/victim', content: '!' }),
      says: /is an absolute path/,
    },
    {
      name: 'an archive with a link that points out',
      archive: hostile({ name: 'go/out', type: '2', link: '../../../..' }),
      says: /is a link that points out of the archive/,
    },
    {
      name: 'an archive with a hard link that points out',
      archive: hostile({ name: 'go/out', type: '1', link: '/etc/passwd' }),
      says: /is an absolute path/,
    },
    {
      name: 'an archive with a device',
      archive: hostile({ name: 'go/null', type: '3' }),
      says: /is neither a file, a directory nor a link/,
    },
    {
      name: 'an archive without a Go',
      archive: tarGz([{ name: 'other/tool', content: '' }]),
      says: /^it holds no go\/bin\/go$/,
    },
    { name: 'a page', archive: Buffer.from('<html>'), says: /neither a \.tar\.gz nor a \.tar\.xz/ },
  ])('refuses $name, and keeps nothing of it', async ({ archive, answer = serves(archive), says }) => {
    const { spec } = await mirrorOf(archive, answer)
    // A Go on PATH is no way around what was refused.
    const host = machine({ go: 'go1.98.0' })
    await expect(resolveGo(host, spec, host.cwd)).rejects.toEqual(aFailure('toolchain', { why: says }))
    expect(toolsIn(host)).toEqual([])
    expect(readdirSync(host.temporary)).toEqual([])
    expect(readdirSync(host.cwd).filter(name => !/^(cache|sdk|temporary-.*)$/.test(name))).toEqual([])
  })

  it.each([
    {
      name: 'no Go and no server',
      go: null,
      says: /^PATH has none; the download from .* failed \(.*ECONNREFUSED/,
    },
    {
      name: 'a Go too old to fetch',
      go: 'go1.20.14',
      says: /^PATH has 1\.20\.14; the download from .* failed .*; go1\.20\.14 on PATH is too old to fetch/,
    },
  ])('names both ways out: $name', async ({ go, says }) => {
    const host = machine({ go })
    const spec = { ...nothing, version: '1.99.1', downloadUrl: await goneServer() }
    const failure: unknown = await resolveGo(host, spec, host.cwd).catch(error => error)
    expect(failure).toEqual(
      aFailure('missing-tool', {
        fields: { version: '1.99.1', url: `${spec.downloadUrl}/` },
        why: says,
        fix: /^install Go 1\.99\.1 on PATH, or set go-version or go-download-url$/,
      }),
    )
  })

  it('names a 404 of the archive that the list promises', async () => {
    const { spec } = await mirrorOf(archive, gives(404))
    const host = machine()
    await expect(resolveGo(host, spec, host.cwd)).rejects.toEqual(
      aFailure('missing-tool', { why: 'the server answered 404 Not Found' }),
    )
  })

  it('installs once where two jobs ask at once', async () => {
    const { spec } = await mirrorOf(archive, serves(archive))
    const { cwd, env } = machine()
    const script = `import { resolveGo } from './src/toolchain/resolve-go.ts'
      const host = ${hostSource(cwd, 'temporary: process.env.JOB')}
      console.log((await resolveGo(host, ${JSON.stringify(spec)}, '/')).command)`
    const jobs = ['a', 'b'].map(job =>
      nodeProcess(script, {
        env: {
          PATH: String(env['PATH']),
          RUNNER_TOOL_CACHE: String(env['RUNNER_TOOL_CACHE']),
          JOB: path.join(cwd, job),
        },
      }),
    )
    const commands = await Promise.all(jobs.map(({ stdout }) => stdout))
    expect(new Set(commands).size).toBe(1)
    const host = testHost({ cwd, env })
    expect((await run(host, (commands[0] ?? '').trim(), ['version'], { env: process.env })).stdout).toContain(
      'go1.99.1',
    )
    expect(toolsIn(host)).toHaveLength(1)
  })

  it('never uses a download that was killed', async () => {
    const { server, spec } = await mirrorOf(archive, [stalls(archive), serves(archive)])
    const { cwd, env } = machine()
    const script = `import { resolveGo } from './src/toolchain/resolve-go.ts'
      await resolveGo(${hostSource(cwd)}, ${JSON.stringify(spec)}, '/')`
    const { child, stdout } = nodeProcess(script, {
      env: { PATH: String(env['PATH']), RUNNER_TOOL_CACHE: String(env['RUNNER_TOOL_CACHE']) },
    })
    const left = path.join(cwd, 'temporary')
    const begun = () => server.requests.length === 2 && existsSync(left) && readdirSync(left).length > 0
    for (let waited = 0; waited < 20_000 && !begun(); waited += 20) await wait(20)
    expect(readdirSync(left)).toEqual([expect.stringMatching(/^download-/)])
    child.kill('SIGKILL')
    await stdout
    const host = testHost({ cwd, env })
    expect(toolsIn(host)).toEqual([])
    expect(await findTool(host, 'go', '*', arch())).toBeNull()
    const go = await resolveGo(host, spec, cwd)
    expect((await run(host, go.command, ['version'], { env: process.env })).stdout).toContain('go1.99.1')
  })
})
