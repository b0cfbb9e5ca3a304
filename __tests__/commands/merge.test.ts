import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { merge } from '../../src/commands/merge.ts'
import type { MergeSpec } from '../../src/declare/declare-merge.ts'
import type { Given } from '../../src/declare/given.ts'
import { parseReference, type Reference } from '../../src/declare/reference.ts'
import { imageSet } from '../../src/image/image-set.ts'
import type { ImageResult } from '../../src/plan/result.ts'
import { writeResult } from '../../src/plan/result.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { writePlan } from '../../src/plan/read-plan.ts'
import { storeImages } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { AMD64, ARM64, changed, plan, result, tinyFor, weighInOf, weightOf, within } from '../plan/sample.ts'
import { testHost } from '../support/host.ts'
import { boundOf, subjectOf } from '../support/limits.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 2 }
const ACCEPT = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'

function referencesOf(of: Plan): readonly Reference[] {
  return of.images[0].references.flatMap(text => {
    const reference = parseReference(text)
    return reference.ok ? [reference.value] : []
  })
}

/** A directory with a plan and results, as the jobs of a matrix leave them. */
function matrix(
  of: Plan,
  pieces: Readonly<Record<string, Partial<ImageResult>>> = { [AMD64]: {}, [ARM64]: {} },
) {
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  writeFileSync(path.join(host.cwd, 'plan.json'), writePlan(of))
  mkdirSync(path.join(host.cwd, 'results'))
  for (const [at, [platform, image]] of Object.entries(pieces).entries())
    writeFileSync(path.join(host.cwd, 'results', `${at}.json`), writeResult(result(of, platform, image)))
  const spec = (change: Partial<MergeSpec> = {}): MergeSpec => ({
    plan: path.join(host.cwd, 'plan.json'),
    planId: null,
    results: path.join(host.cwd, 'results'),
    wish: 'true',
    push: true,
    report: null,
    summary: false,
    comment: null,
    credentials: null,
    githubToken: null,
    ...change,
  })
  return { host, spec, notices: () => host.log.lines.filter(line => line.startsWith('notice: ')) }
}

async function store(of: Plan, only?: string): Promise<void> {
  const host = testHost()
  const references = referencesOf(of).filter(({ repository }) => only === undefined || repository === only)
  const publish = { push: true, references, load: false, output: null, credentials: null, githubToken: null }
  const set = imageSet([tinyFor(AMD64), tinyFor(ARM64)])
  const platforms = set.images.map(({ platform }) => platform)
  const own = { ...host, env: { PATH: process.env['PATH'], HOME: host.cwd } }
  await storeImages(await authenticate(own, publish, platforms, PATIENCE), set)
}

async function digestAt({ registry, repository, identifier }: Reference): Promise<string | null> {
  const url = `http://${registry}/v2/${repository}/manifests/${identifier}`
  const answer = await fetch(url, { headers: { accept: ACCEPT } })
  return answer.ok ? answer.headers.get('docker-content-digest') : null
}

const tagsOf = (of: Plan) => Promise.all(referencesOf(of).map(digestAt))

describeWith(['docker-registry'], 'merge', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  const planFor = (name: string, values: Given['values'] = {}) =>
    plan({ image: `${registry.address}/${name}/a,${registry.address}/${name}/b`, ...values })

  it('puts the index into every repository, and moves every tag', async () => {
    const of = planFor('all')
    await store(of)
    expect(await tagsOf(of)).toEqual([null, null, null, null])
    const { host, spec } = matrix(of)
    const { weighIn, gate, images, failure } = await merge(host, spec())
    const index = imageSet([tinyFor(AMD64), tinyFor(ARM64)], {
      index: of.images[0].index.annotations,
      descriptor: {},
      images: of.images[0].index.descriptors,
    })
    expect([failure, gate.pass]).toEqual([null, true])
    expect(images).toMatchObject([{ name: 'proxy', root: { digest: index.root.digest } }])
    expect(weighIn.images).toMatchObject([{ published: true, references: of.images[0].references }])
    expect(weighIn.stages.map(({ platform }) => platform)).toEqual([AMD64, ARM64])
    expect(new Set(await tagsOf(of))).toEqual(new Set([index.root.digest]))
  })

  it('moves no tag where one repository lacks an image', async () => {
    const of = planFor('one')
    await store(of, 'one/a')
    const { host, spec } = matrix(of)
    const { failure, weighIn } = await merge(host, spec())
    expect(String(failure)).toMatch(/one\/b@sha256:\w+ is not there/)
    expect(weighIn.images).toMatchObject([{ published: false, references: [], missing: { length: 4 } }])
    expect(await tagsOf(of)).toEqual([null, null, null, null])
  })

  it('moves no tag over budget, and says so of the whole', async () => {
    const of = planFor('over', { budget: 'image@linux/amd64: 3MB,image@linux/arm64: 1MB' })
    const limit = within(ARM64, { bound: boundOf('1 MB'), limit: 1_000_000, status: 'over' })
    const weighIn = weighInOf(ARM64)
    const images = weighIn.images.map(image => ({
      ...image,
      budget: { ...image.budget, status: 'over' as const, limits: [limit] },
    }))
    const over = { weighIn: { ...weighIn, images }, pushed: false }
    const { host, spec } = matrix(of, { [AMD64]: {}, [ARM64]: over })
    const merged = await merge(host, spec())
    expect(merged.gate).toMatchObject({
      pass: false,
      sentence: expect.stringContaining('Over budget: image of linux/arm64'),
    })
    expect([merged.failure, merged.weighIn.images[0]?.published]).toEqual([null, false])
    expect(await tagsOf(of)).toEqual([null, null, null, null])
  })
})

describe('merge, without a registry', () => {
  it('moves no tag where this run may not, although the plan pushes', async () => {
    const { host, spec, notices } = matrix(plan())
    const { weighIn, gate, failure } = await merge(host, spec({ wish: 'auto', push: false }))
    expect([failure, gate.pass, weighIn.images[0]?.published]).toEqual([null, true, false])
    expect(notices()).toEqual([
      'notice: The plan pushes, but this run moves no tag; to move the tags, give --push.',
    ])
  })

  it('merges the plan with the id that was reported, and no other', async () => {
    const reported = plan({ push: 'false', budget: '3MB' })
    const notPushed = { [AMD64]: { pushed: false }, [ARM64]: { pushed: false } }
    const honest = matrix(reported, notPushed)
    const wish = { wish: 'auto', planId: reported.id } as const
    expect((await merge(honest.host, honest.spec(wish))).gate.pass).toBe(true)

    // As a job that is taken over writes it: in itself nothing is wrong with it.
    const [image] = reported.images
    const other = changed(reported, { images: [{ ...image, budget: { kind: 'none' } }] })
    const forged = matrix(other, notPushed)
    await expect(merge(forged.host, forged.spec(wish))).rejects.toMatchObject({
      code: 'bad-input',
      fields: { input: 'plan-id', value: reported.id },
      message: expect.stringContaining(
        `plan-id "${reported.id}" is not the id of plan.json, which is ${other.id}: the file was replaced, or is of another run; merge the plan that has this id`,
      ),
    })

    // The id in the file is not believed.
    writeFileSync(path.join(forged.host.cwd, 'plan.json'), writePlan({ ...other, id: reported.id }))
    await expect(merge(forged.host, forged.spec(wish))).rejects.toThrow('was changed after it was written')
  })

  it('refuses a result that says that another Bantam weighed', async () => {
    const of = plan({ push: 'false' })
    const edited = { weighIn: { ...weighInOf(AMD64), bantam: '99.0.0' }, pushed: false }
    const { host, spec } = matrix(of, { [AMD64]: edited, [ARM64]: { pushed: false } })
    await expect(merge(host, spec({ wish: 'auto' }))).rejects.toThrow(
      `results "results/0.json" was weighed by another Bantam than the plan's ${of.bantam}; use one version`,
    )
  })

  it('refuses to push what the plan does not push', async () => {
    const of = plan({ push: 'false' })
    const { host, spec } = matrix(of, { [AMD64]: { pushed: false }, [ARM64]: { pushed: false } })
    await expect(merge(host, spec())).rejects.toThrow('push "true" moves the tags of the plan, and')
    expect((await merge(host, spec({ wish: 'auto' }))).failure).toBeNull()
  })

  it('refuses a limit on a module that no platform has', async () => {
    const of = plan({ budget: 'module golang.org/x/nett: 1MB', push: 'false' })
    const piece = (platform: string): Partial<ImageResult> => {
      const limit = { subject: subjectOf('module golang.org/x/nett'), bound: boundOf('1 MB'), actual: 0 }
      const weighIn = weighInOf(platform)
      const images = weighIn.images.map(image => ({
        ...image,
        budget: { ...image.budget, limits: [within(platform, limit)] },
      }))
      return { weighIn: { ...weighIn, images }, pushed: false }
    }
    const { host, spec } = matrix(of, { [AMD64]: piece(AMD64), [ARM64]: piece(ARM64) })
    await expect(merge(host, spec({ wish: 'auto' }))).rejects.toThrow('did you mean "golang.org/x/net"?')
  })

  it('says of which image a notice is, where there are several', async () => {
    const [image] = plan({ push: 'false', platforms: AMD64 }).images
    const images = [
      { ...image, key: 'api' },
      { ...image, key: 'web' },
    ] as const
    const of = changed(plan(), { images })
    const { host, spec, notices } = matrix(of, {})
    for (const key of ['api', 'web']) {
      const limits = [within(AMD64, key === 'web' ? { raisedFrom: boundOf('2 MB') } : {})]
      const whole = weighInOf(AMD64)
      const named = whole.images.map(one => ({ ...one, name: key, budget: { ...one.budget, limits } }))
      const piece = result(of, AMD64, { key, pushed: false, weighIn: { ...whole, images: named } })
      writeFileSync(path.join(host.cwd, 'results', `${key}.json`), writeResult(piece))
    }
    await merge(host, spec({ wish: 'auto' }))
    expect(notices()).toEqual([
      'notice: Image web: Raised since the baseline: image of linux/amd64 from 2 MB to 3 MB.',
    ])
  })

  it('notices platforms that were built with other tools', async () => {
    const of = plan({ push: 'false' })
    const settings = { ...weightOf(ARM64).settings, go: 'go1.26.7', packer: null }
    const other = { weighIn: weighInOf(ARM64, { settings }), pushed: false }
    const { host, spec, notices } = matrix(of, { [AMD64]: { pushed: false }, [ARM64]: other })
    await merge(host, spec({ wish: 'auto' }))
    expect(notices()).toEqual([
      'notice: proxy was built with different versions of Go (go1.26.8 for linux/amd64, go1.26.7 for linux/arm64); --go-version gives all platforms the same.',
    ])
  })
})
