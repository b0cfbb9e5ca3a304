import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Kept, KeptAt, WeighInKeyParts } from '../../src/github/kept-weigh-in.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { weighIn } from '../report/sample.ts'
import { temporaryDirectory } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'
import { type CacheServer, type Manners, cacheServer } from './cache-server.ts'
import { type Said, inChild, source } from './in-child.ts'

const [FIRST, SECOND] = ['1'.repeat(40), '2'.repeat(40)] as const

describeWith(['tar', 'zstd'], 'the weigh-ins that are kept of a branch', () => {
  let server: CacheServer
  let place: string
  let subject: WeighInKeyParts

  beforeEach(() => {
    place = temporaryDirectory()
    subject = {
      spec: {
        source: { kind: 'main', mains: [{ path: './cmd/api', name: null }] },
        platform: { os: 'linux', architecture: 'amd64' },
        workingDirectory: path.join(place, 'services'),
      },
      key: null,
    }
  })

  afterEach(() => server.stop())

  const child = (work: string, env: Readonly<Record<string, string>> = server.env): Promise<Said> => {
    const kept = path.join(place, 'cache', 'bantam')
    const script = `
      import { writeFileSync } from 'node:fs'
      import { keepWeighIn, restoreWeighIn } from '${source('github/kept-weigh-in.ts')}'
      import { runnerHost } from '${source('host/runner.ts')}'
      const host = { ...runnerHost(process.env, ${JSON.stringify(place)}), kept: ${JSON.stringify(kept)} }
      const subject = ${JSON.stringify(subject)}
      const give = value => writeFileSync(${JSON.stringify(path.join(place, 'given'))}, JSON.stringify(value))
      await ${work}
    `
    return inChild(script, { RUNNER_DEBUG: '1', GITHUB_WORKSPACE: place, ...env })
  }

  const keep = (branch: string, revision: string | null, other: Partial<WeighIn> = {}) => {
    const file = path.join(place, 'weigh-in')
    writeFileSync(file, JSON.stringify({ ...weighIn(), revision, ...other }))
    return child(
      `keepWeighIn(host, subject, '${branch}', JSON.parse((await import('node:fs')).readFileSync('${file}', 'utf8')))`,
    )
  }

  /** On a fresh machine. */
  const restore = async (at: KeptAt, env: Readonly<Record<string, string>> = server.env): Promise<Kept> => {
    rmSync(path.join(place, 'cache'), { recursive: true, force: true })
    await child(`restoreWeighIn(host, subject, ${JSON.stringify(at)}, { firstWaitMs: 1 }).then(give)`, env)
    return JSON.parse(readFileSync(path.join(place, 'given'), 'utf8')) as Kept
  }
  const revisionOf = (kept: Kept) => (kept.status === 'found' ? kept.weighIn.revision : kept.status)

  it.each<Manners & { readonly name: string }>([
    { name: 'v1, which changes the case of keys as act does', protocol: 'v1', upperCase: true },
    { name: 'v2, as on hosted runners', protocol: 'v2' },
  ])('are found by their commit, else the newest: $name', async manners => {
    server = await cacheServer(manners)
    await keep('main', FIRST)
    await keep('main', SECOND)
    expect(server.saved).toHaveLength(2)
    expect(await restore({ branch: 'main', commit: FIRST })).toEqual({
      status: 'found',
      weighIn: { ...weighIn(), revision: FIRST },
    })
    for (const commit of ['3'.repeat(40), null])
      expect(revisionOf(await restore({ branch: 'main', commit }))).toBe(SECOND)
  })

  it('are not taken for those of a branch that is called alike, or of another image', async () => {
    server = await cacheServer({ protocol: 'v1' })
    await keep('main', FIRST)
    for (const branch of ['main-', 'mai', 'ma/in'])
      expect(await restore({ branch, commit: FIRST })).toEqual({ status: 'none' })
    const own = subject
    const others: readonly WeighInKeyParts[] = [
      ...[
        { source: { kind: 'main' as const, mains: [{ path: './cmd/web', name: null }] } },
        { platform: { os: 'linux' as const, architecture: 'arm64' as const } },
        { workingDirectory: path.join(place, 'other') },
        { source: { kind: 'binary' as const, path: path.join(place, 'api'), name: 'api' } },
      ].map(other => ({ ...own, spec: { ...own.spec, ...other } })),
      // A second flavor of the service in bantam.yaml.
      { ...own, key: 'api-alpine' },
    ]
    for (const other of others) {
      subject = other
      expect(await restore({ branch: 'main', commit: FIRST })).toEqual({ status: 'none' })
    }
  })

  it.each(['v1', 'v2'] as const)('are kept once, and a second time is no notice: %s', async protocol => {
    server = await cacheServer({ protocol })
    await keep('main', FIRST)
    const { stdout } = await keep('main', FIRST)
    expect(stdout).not.toMatch(/^::(?:error|warning|notice)/m)
    expect(server.saved).toHaveLength(1)
  })

  it('are not kept of a commit that nobody knows', async () => {
    server = await cacheServer({ protocol: 'v1' })
    await keep('main', null)
    expect(server.saved).toEqual([])
  })

  it('are found by a runner that has no zstd where they were kept by one that has it', async () => {
    server = await cacheServer({ protocol: 'v2' })
    await keep('main', FIRST)
    const found = await restore({ branch: 'main', commit: FIRST }, { ...server.env, PATH: '/nowhere' })
    expect(revisionOf(found)).toBe(FIRST)
  })

  it.each<{ name: string; env: Readonly<Record<string, string>> }>([
    { name: 'there is no service', env: {} },
    { name: 'the workflow lets nothing be read', env: { ACTIONS_CACHE_MODE: 'write-only' } },
    { name: 'the workflow has no cache', env: { ACTIONS_CACHE_MODE: 'none' } },
  ])('are none where $name', async ({ env }) => {
    server = await cacheServer({ protocol: 'v1', status: 500 })
    const whole = 'ACTIONS_CACHE_MODE' in env ? { ...server.env, ...env } : env
    expect(await restore({ branch: 'main', commit: FIRST }, whole)).toEqual({ status: 'none' })
  })

  it.each<{ name: string; restored?: Partial<Manners>; kept?: Partial<WeighIn>; reason: RegExp }>([
    ...[400, 401, 403, 404, 429, 500, 502].map(status => ({
      name: `the service answers ${status}`,
      restored: { status },
      reason: new RegExp(`could not be read: the server answered ${status}`),
    })),
    { name: 'its answer is cut', restored: { lookUp: 'cut' }, reason: /could not be read: it broke off/ },
    {
      name: 'its answer is a page',
      restored: { lookUp: '<html>' },
      reason: /not one that a cache service gives/,
    },
    {
      name: 'its answer is a list',
      restored: { lookUp: '[]' },
      reason: /not one that a cache service gives/,
    },
    { name: 'its answer is empty', restored: { lookUp: '' }, reason: /not one that a cache service gives/ },
    {
      name: 'its answer is an error that says success',
      restored: { lookUp: '{"code":"resource_exhausted","msg":"rate limited","ok":false}' },
      reason: /not one that a cache service gives/,
    },
    {
      name: 'it leads to no server',
      restored: {
        lookUp: JSON.stringify({
          ok: true,
          signed_download_url: 'file:///etc/passwd',
          matched_key: 'x',
          archiveLocation: 'file:///etc/passwd',
          cacheKey: 'x',
        }),
      },
      reason: /not one that a cache service gives/,
    },
    { name: 'the archive is gone', restored: { download: () => 404 }, reason: /the server answered 404/ },
    { name: 'the archive is refused', restored: { download: () => 403 }, reason: /the server answered 403/ },
    { name: 'the archive is cut', restored: { download: () => 'cut' }, reason: /it broke off/ },
    {
      name: 'half of the archive was saved',
      restored: { download: content => content.subarray(0, content.length / 2) },
      reason: /breaks off/,
    },
    {
      name: 'the archive is another file',
      restored: { download: () => Buffer.from('<html>'.repeat(200)) },
      reason: /is not a tar archive/,
    },
    { name: 'the archive is empty', restored: { download: () => Buffer.alloc(0) }, reason: /breaks off/ },
    {
      name: 'the archive is damaged',
      restored: { download: content => Buffer.from(content).fill(0xff, 40, 60) },
      reason: /could not be read: /,
    },
    { name: 'it is no weigh-in', kept: { images: [] }, reason: /is damaged: it / },
    {
      name: 'its version is none',
      kept: { schemaVersion: '1' as unknown as 2 },
      reason: /is damaged: it is not what .* has in schemaVersion/,
    },
  ])('are unreadable, and not none, where $name', async ({ restored = {}, kept = {}, reason }) => {
    for (const protocol of ['v1', 'v2'] as const) {
      server = await cacheServer({ protocol, ...(restored.download === undefined ? {} : restored) })
      if (restored.lookUp === undefined && restored.status === undefined) await keep('main', FIRST, kept)
      else {
        await server.stop()
        server = await cacheServer({ protocol, ...restored })
      }
      const found = await restore({ branch: 'main', commit: FIRST })
      expect(found).toEqual({ status: 'unreadable', reason: expect.stringMatching(reason) })
      await server.stop()
    }
  })

  it.each([1, 7])(
    'are of another version, and not damaged, where a Bantam of version %i kept them',
    async version => {
      server = await cacheServer({ protocol: 'v2' })
      await keep('main', FIRST, { schemaVersion: version as unknown as 2, images: [], bantam: '0.0.9' })
      expect(await restore({ branch: 'main', commit: FIRST })).toEqual({
        status: 'other version',
        reason: `the weigh-in kept in the cache was written by Bantam 0.0.9 with schemaVersion ${version}, and this Bantam reads 2`,
      })
    },
  )

  it('are unreadable where the service is not there', async () => {
    server = await cacheServer({ protocol: 'v2' })
    const { env } = server
    await server.stop()
    expect(await restore({ branch: 'main', commit: FIRST }, env)).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it('are unreadable where what is kept for one commit is of another', async () => {
    server = await cacheServer({ protocol: 'v2' })
    const file = path.join(place, 'weigh-in')
    writeFileSync(file, JSON.stringify({ ...weighIn(), revision: SECOND }))
    // As a job writes it that has nothing good in mind.
    await child(`
      import('node:fs').then(async ({ readFileSync }) => {
        const weighIn = JSON.parse(readFileSync('${file}', 'utf8'))
        let asked = 0
        const lying = { ...weighIn, get revision() { return asked++ === 0 ? '${FIRST}' : '${SECOND}' } }
        await keepWeighIn(host, subject, 'main', lying)
      })`)
    expect(await restore({ branch: 'main', commit: FIRST })).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('of a different commit'),
    })
  })

  it.each([500, 403])(
    'are not kept, with a notice and no failure, where the service answers %i',
    async status => {
      server = await cacheServer({ protocol: 'v1', status })
      const { stdout } = await keep('main', FIRST)
      expect(stdout).not.toMatch(/^::(?:error|warning)/m)
    },
  )
})
