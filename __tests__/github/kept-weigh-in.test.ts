import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { KeptAt, KeptSubject } from '../../src/github/kept-weigh-in.ts'
import type { WeighIn } from '../../src/size/weigh-in.ts'
import { weighIn } from '../report/sample.ts'
import { temporaryDirectory } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'
import { type CacheServer, type Manners, cacheServer } from './cache-server.ts'
import { type Said, inChild, source } from './in-child.ts'

const [FIRST, SECOND] = ['1'.repeat(40), '2'.repeat(40)] as const

describeWith(['tar', 'zstd'], 'the weigh-ins that are kept of a branch', () => {
  let server: CacheServer
  let place: string
  let subject: KeptSubject

  beforeEach(() => {
    place = temporaryDirectory()
    subject = {
      source: { kind: 'main', mains: [{ path: './cmd/api', name: null }] },
      platform: { os: 'linux', architecture: 'amd64' },
      workingDirectory: path.join(place, 'services'),
    }
  })

  afterEach(() => server.stop())

  const child = (work: string): Promise<Said> => {
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
    return inChild(script, { RUNNER_DEBUG: '1', GITHUB_WORKSPACE: place, ...server.env })
  }

  const keep = (branch: string, revision: string | null, images = weighIn().images) => {
    const file = path.join(place, 'weigh-in')
    writeFileSync(file, JSON.stringify({ ...weighIn(), revision, images }))
    return child(
      `keepWeighIn(host, subject, '${branch}', JSON.parse((await import('node:fs')).readFileSync('${file}', 'utf8')))`,
    )
  }

  /** On a fresh machine. */
  const restore = async (at: KeptAt): Promise<{ readonly found: WeighIn | null; readonly said: string }> => {
    rmSync(path.join(place, 'cache'), { recursive: true, force: true })
    const { stdout } = await child(`restoreWeighIn(host, subject, ${JSON.stringify(at)}).then(give)`)
    return {
      found: JSON.parse(readFileSync(path.join(place, 'given'), 'utf8')) as WeighIn | null,
      said: stdout,
    }
  }

  it.each<Manners & { readonly name: string }>([
    { name: 'v1, which changes the case of keys as act does', protocol: 'v1', upperCase: true },
    { name: 'v2, as on hosted runners', protocol: 'v2' },
  ])('are found by their commit, else the newest: $name', async manners => {
    server = await cacheServer(manners)
    await keep('main', FIRST)
    await keep('main', SECOND)
    expect(server.saved).toHaveLength(2)
    expect((await restore({ branch: 'main', commit: FIRST })).found).toEqual({
      ...weighIn(),
      revision: FIRST,
    })
    for (const commit of ['3'.repeat(40), null])
      expect((await restore({ branch: 'main', commit })).found?.revision).toBe(SECOND)
  })

  it('are not taken for those of a branch that is called alike, or of another image', async () => {
    server = await cacheServer({ protocol: 'v1' })
    await keep('main', FIRST)
    for (const branch of ['main-', 'mai', 'ma/in'])
      expect((await restore({ branch, commit: FIRST })).found).toBeNull()
    const others: readonly Partial<KeptSubject>[] = [
      { source: { kind: 'main', mains: [{ path: './cmd/web', name: null }] } },
      { platform: { os: 'linux', architecture: 'arm64' } },
      { workingDirectory: path.join(place, 'other') },
      { source: { kind: 'binary', path: path.join(place, 'api'), name: 'api' } },
    ]
    const own = subject
    for (const other of others) {
      subject = { ...own, ...other }
      expect((await restore({ branch: 'main', commit: FIRST })).found).toBeNull()
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

  it('are not believed: what is no weigh-in is a notice, and as good as none', async () => {
    server = await cacheServer({ protocol: 'v1' })
    await keep('main', FIRST, [])
    const { found, said } = await restore({ branch: 'main', commit: FIRST })
    expect(found).toBeNull()
    expect(said).toMatch(/^::notice::The weigh-in kept in the cache is not read: it /m)
  })

  it.each([500, 403])('are a notice, and no failure, where the service answers %i', async status => {
    server = await cacheServer({ protocol: 'v1', status })
    const kept = await keep('main', FIRST)
    const { found, said } = await restore({ branch: 'main', commit: FIRST })
    expect(found).toBeNull()
    for (const text of [kept.stdout, said]) expect(text).not.toMatch(/^::(?:error|warning)/m)
    expect(said).toMatch(/^::notice::The cache could not be restored: .*responded with \d+\.$/m)
  })
})
