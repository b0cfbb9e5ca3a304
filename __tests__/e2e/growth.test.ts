import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startFaultRegistry } from '../support/fault-registry.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep } from '../support/runner.ts'
import { twoPackages } from '../support/two-packages.ts'
import { describeWith } from '../support/tools.ts'
import { formatSubject } from '../../src/declare/limit.ts'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

function service(functions: number): string {
  const directory = temporaryDirectory('growth')
  for (const [name, content] of Object.entries(twoPackages(functions))) {
    const file = path.join(directory, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return directory
}

const LIMITS = 'image: +50kB\npackage example.com/app/rates: +0'

function build(directory: string, args: readonly string[]): Promise<Ended> {
  const cwd = temporaryDirectory('growth-cwd')
  return bantam(['build', '--working-directory', directory, ...args], { cwd, env })
}

function weighIn({ stdout }: Ended): WeighIn['images'][number] {
  const [image] = (JSON.parse(stdout) as WeighIn).images
  if (image === undefined) throw new Error('no image')
  return image
}

describeWith(['docker-registry', 'upx'], 'growth over a baseline', () => {
  let registry: TestRegistry
  const [light, heavy] = [service(3), service(600)]
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  it('has no baseline at first, and then the published image, whose grown package it names', async () => {
    const image = `${registry.address}/o/app`
    const again = ['--image', image, '--baseline', `${image}:main`, '--budget', LIMITS, '--json']
    const first = await build(light, [...again, '--tags', 'main', '--push'])
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.stderr).toMatch(
      /image of linux\/amd64 and package \S+ of linux\/amd64 pass their limits, because there is no baseline/,
    )
    expect(weighIn(first)).toMatchObject({
      baseline: { kind: 'none', reference: `${image}:main` },
      platforms: [{ growth: null }],
    })

    const same = await build(light, again)
    expect(same).toMatchObject({ exitCode: 0 })
    expect(weighIn(same)).toMatchObject({
      digest: weighIn(first).digest,
      baseline: { kind: 'image', digest: weighIn(first).digest, reason: null },
      platforms: [{ growth: { causes: [], nodes: [], files: [] } }],
    })

    const grown = await build(heavy, again)
    expect(grown).toMatchObject({ exitCode: 1 })
    const { budget, platforms } = weighIn(grown)
    expect(budget.limits.map(({ subject, status }) => [formatSubject(subject), status])).toEqual([
      ['image', 'over'],
      ['package example.com/app/rates', 'over'],
    ])
    const changed = platforms[0]?.growth?.nodes.filter(({ kind }) => kind === 'package') ?? []
    expect(changed).toContainEqual(
      expect.objectContaining({ path: ['example.com/app', 'example.com/app/rates'], change: 'grown' }),
    )
    expect(changed).toContainEqual(
      expect.objectContaining({ path: ['std', 'encoding/json'], change: 'added', before: null }),
    )
    expect(grown.stderr).toMatch(/package example\.com\/app\/rates of linux\/amd64 grew by/)
  })

  it('finds in a job what the branch that a pull request goes into published last', async () => {
    const action = installedAction()
    const inputs = { image: `${registry.address}/o/job`, budget: LIMITS }
    const pushed = await runStep(action, 'main', { workspace: light, inputs, env })
    expect(pushed).toMatchObject({ exitCode: 0 })
    expect(pushed.stdout).toMatch(/::notice::.*there is no baseline: .*o\/job:main/)
    const options = { event: 'pull_request', inputs, env: { ...env, GITHUB_BASE_REF: 'main' } } as const
    const pulled = await runStep(action, 'main', { workspace: heavy, ...options })
    expect(pulled).toMatchObject({ exitCode: 1 })
    expect(pulled.outputs['budget-status']).toBe('over')
    expect(pulled.summary).toContain(`the image ${registry.address}/o/job:main, commit 0123456`)
    expect(pulled.summary).toContain('example.com/app/rates')
  })

  it('says that a limit was raised, which the annotation of the published image tells', async () => {
    const image = `${registry.address}/o/raised`
    const published = await build(light, ['--image', image, '--tags', 'main', '--push', '--budget', '1MB'])
    expect(published).toMatchObject({ exitCode: 0 })
    const raised = await build(light, ['--baseline', `${image}:main`, '--budget', '2MB'])
    expect(raised).toMatchObject({ exitCode: 0 })
    expect(raised.stderr + raised.stdout).toMatch(
      /Raised since the baseline: image of linux\/amd64 from 1 MB to 2 MB/,
    )
  })

  it('takes the weigh-in of an earlier run, and a layout', async () => {
    const output = path.join(temporaryDirectory('layout'), 'app')
    const before = await build(light, ['--json', '--output', output])
    const file = path.join(temporaryDirectory('weigh-in'), 'main.json')
    writeFileSync(file, before.stdout)
    for (const [baseline, kind] of [
      [file, 'file'],
      [output, 'file'],
    ] as const) {
      const grown = await build(heavy, ['--baseline', baseline, '--budget', LIMITS, '--json'])
      expect(grown).toMatchObject({ exitCode: 1 })
      const { baseline: report, budget } = weighIn(grown)
      expect(report).toMatchObject({ kind, reference: baseline, reason: null })
      expect(budget.limits.map(({ status }) => status)).toEqual(['over', 'over'])
    }
  })

  it.each([
    { name: '401', answer: { status: 401, body: '{}' } },
    { name: 'garbage', answer: { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } } },
    { name: 'a manifest of nothing', answer: { status: 200, body: '{}' } },
  ])('does not pass a limit of growth over what cannot be read: $name', async ({ answer }) => {
    const faulty = await startFaultRegistry([{ on: () => true, answer }])
    try {
      const reference = `${faulty.address}/o/app:main`
      const ended = await build(light, ['--baseline', reference, '--budget', LIMITS, '--json'])
      expect(ended).toMatchObject({ exitCode: 1 })
      expect(weighIn(ended)).toMatchObject({
        published: false,
        budget: { status: 'unmeasured' },
        baseline: { kind: 'image', reference, reason: expect.stringContaining(faulty.address) },
      })
      const sized = await build(light, ['--baseline', reference, '--budget', '3MB'])
      expect(sized).toMatchObject({ exitCode: 0 })
    } finally {
      await faulty.stop()
    }
  })

  it('is told what cannot be a baseline at all, before anything is published', async () => {
    const missing = await build(light, ['--baseline', './main.json'])
    expect(missing).toMatchObject({ exitCode: 2 })
    expect(missing.stderr).toMatch(/\.\/main\.json cannot be weighed: there is no such file/)
    const none = await build(light, ['--baseline', 'none', '--budget', LIMITS])
    expect(none).toMatchObject({ exitCode: 2 })
    expect(none.stderr).toMatch(/--baseline "none" gives .* nothing to compare with/)
  })
})
