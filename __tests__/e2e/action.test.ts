import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OUTPUTS } from '../../src/declare/outputs.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { startFaultRegistry } from '../support/fault-registry.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep, type Step, type StepOptions } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

const action = installedAction()
const workspace = temporaryDirectory('workspace')
cpSync(example('hello'), workspace, { recursive: true })
const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

function step(inputs: Record<string, string>, options: Partial<StepOptions> = {}): Promise<Step> {
  return runStep(action, 'main', { workspace, inputs, ...options, env: { ...env, ...options.env } })
}

describe('a step with nothing but a budget', () => {
  let ended: Step
  beforeAll(async () => {
    ended = await step({ budget: '3MB' })
  }, 120_000)

  it('passes and sets every declared output', () => {
    expect(ended.exitCode).toBe(0)
    expect(Object.keys(ended.outputs).sort()).toEqual(OUTPUTS.map(({ name }) => name).sort())
    expect(ended.outputs).toMatchObject({ image: '', tags: '', 'budget-status': 'within' })
    expect(ended.outputs['digest']).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('says the same in outputs, weigh-in and summary', () => {
    const weighIn = JSON.parse(readFileSync(ended.outputs['report'] ?? '', 'utf8')) as WeighIn
    expect(weighIn.images[0]?.platforms[0]?.sizes.imageSize).toBe(Number(ended.outputs['image-size']))
    expect(weighIn.images[0]?.published).toBe(false)
    expect(readFileSync(ended.outputs['html-report'] ?? '', 'utf8')).toMatch(/^<!doctype html>/i)
    expect(ended.summary.split('\n')[0]).toMatch(/within budget/i)
    expect(ended.summary).toContain('Go 1.26'.replace('Go ', 'go'))
  })

  it('leaves what its post step needs, and the post step ends well without a cache service', async () => {
    const state = Object.fromEntries(
      Object.entries(ended.state).map(([name, value]) => [`STATE_${name}`, value]),
    )
    expect(await runStep(action, 'post', { workspace, env: { ...env, ...state } })).toMatchObject({
      exitCode: 0,
    })
  })
})

describe('the gate', () => {
  it('fails the job over budget, with outputs, summary and an error annotation that names the excess', async () => {
    const over = await step({ budget: '500kB' })
    expect(over.exitCode).toBe(1)
    expect(over.outputs).toMatchObject({ 'budget-status': 'over', image: '' })
    expect(over.stdout).toMatch(
      /^::error::Over budget: image of linux\/amd64 is 565 kB, \d+ B \(\d+\.\d %25\) over its limit of 500 kB.*Largest parts .*\/hello/m,
    )
    expect(over.summary.split('\n')[0]).toMatch(/over budget/i)
  })

  it('fails without a budget, and says which line to write', async () => {
    const undeclared = await step({})
    expect(undeclared.exitCode).toBe(1)
    expect(undeclared.stdout).toMatch(/^::error.*budget: \d+(\.\d+)?\s?kB/m)
    expect(undeclared.outputs['image-size']).toMatch(/^\d+$/)
  })

  it('lets budget: none pass, visibly', async () => {
    const none = await step({ budget: 'none' })
    expect(none).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'none' } })
    expect(none.summary).toMatch(/no budget/i)
  })
})

describe('a step that cannot be done', () => {
  it('reports every wrong input at once, sets every output and writes the summary', async () => {
    const wrong = await step({ budget: '5M', pack: 'always', bugdet: '3MB' })
    expect(wrong.exitCode).toBe(2)
    for (const name of ['budget', 'pack', 'bugdet'])
      expect(wrong.stdout).toMatch(new RegExp(`^::error.*${name}`, 'm'))
    expect(wrong.stdout).not.toMatch(/^\s+at /m)
    expect(Object.keys(wrong.outputs).sort()).toEqual(OUTPUTS.map(({ name }) => name).sort())
    expect(wrong.summary).toContain('5M')
  })

  it("shows Go's errors where they are", async () => {
    const broken = temporaryDirectory('broken')
    writeFileSync(path.join(broken, 'go.mod'), 'module example.com/broken\n\ngo 1.21\n')
    mkdirSync(path.join(broken, 'cmd'))
    writeFileSync(path.join(broken, 'cmd/main.go'), 'package main\n\nfunc main() {\n\tmissing()\n}\n')
    const ended = await step({ budget: '3MB' }, { workspace: broken })
    expect(ended.exitCode).toBe(2)
    expect(ended.stdout).toMatch(/^::error .*file=cmd\/main\.go,line=4.*undefined: missing/m)
  })
})

describeWith(['docker-registry'], 'publishing', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())
  const image = () => `${registry.address}/Octo-Org/Service`
  const tags = async () => {
    const answer = await fetch(`http://${registry.address}/v2/octo-org/service/tags/list`)
    return answer.ok ? ((await answer.json()) as { tags: string[] | null }).tags : null
  }

  it.each(['pull_request', 'merge_group'] as const)('does not happen on %s', async event => {
    const ended = await step({ budget: '3MB', image: image() }, { event })
    expect(ended).toMatchObject({ exitCode: 0, outputs: { image: '', tags: '', 'budget-status': 'within' } })
    expect(await tags()).toBeNull()
  })

  it('does not happen over budget', async () => {
    expect(await step({ budget: '500kB', image: image() })).toMatchObject({
      exitCode: 1,
      outputs: { image: '' },
    })
    expect(await tags()).toBeNull()
  })

  it('happens on push, under the branch, lower-cased, and the outputs name it', async () => {
    const ended = await step({ budget: '3MB', image: image() })
    expect(ended.exitCode).toBe(0)
    expect(await tags()).toEqual(['main'])
    expect(ended.outputs['image']).toBe(`${registry.address}/octo-org/service@${ended.outputs['digest']}`)
    expect(ended.outputs['tags']).toBe(`${registry.address}/octo-org/service:main`)
    expect(JSON.parse(ended.outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': ended.outputs['digest'],
    })
  })

  it('fails where one tag is refused, and everything says which are live', async () => {
    const refusing = await startFaultRegistry(
      [
        {
          on: ({ method, url }) => method === 'PUT' && url.endsWith('/manifests/v2'),
          answer: { status: 403, body: '{"errors":[{"code":"DENIED","message":"v2 is immutable"}]}' },
        },
      ],
      registry.address,
    )
    try {
      const name = `${refusing.address}/octo-org/part`
      const ended = await step({ budget: '3MB', image: name, tags: 'v1\nv2\nv3' })
      expect(ended.exitCode).toBe(2)
      const { digest = '', report = '' } = ended.outputs
      expect(ended.outputs).toMatchObject({
        image: `${name}@${digest}`,
        tags: `${name}:v1\n${name}:v3`,
        'budget-status': 'within',
      })
      expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
      const [weight] = (JSON.parse(readFileSync(report, 'utf8')) as WeighIn).images
      expect(weight).toMatchObject({
        published: true,
        references: [`${name}:v1`, `${name}:v3`],
        missing: [{ reference: `${name}:v2`, reason: expect.stringContaining('v2 is immutable') }],
      })
      const says = `The image is at ${name}:v1 and ${name}:v3, but not at ${name}:v2.`
      expect(ended.stdout).toMatch(/^::error.*v2 is immutable/m)
      expect(ended.stdout).toContain(says)
      expect(ended.summary).toContain('but not at')
      expect(ended.summary).toContain('**Not published** as')
    } finally {
      await refusing.stop()
    }
  })
})
