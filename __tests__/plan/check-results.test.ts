import { describe, expect, it } from '@jest/globals'
import { checkResults } from '../../src/plan/check-results.ts'
import type { ImageResult, JobResult } from '../../src/plan/result.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { LimitVerdict, Verdict } from '../../src/weigh-in/verdict.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { boundOf, subjectOf } from '../support/limits.ts'
import { sentencesOf } from '../support/sentences.ts'
import {
  AMD64,
  ARM64,
  changed,
  imageResult,
  plan,
  result,
  throughFile,
  tinyFor,
  weighInOf,
  weightOf,
  within,
} from './sample.ts'

const PLAN = plan()

function check(of: Plan, ...results: readonly JobResult[]) {
  return checkResults(
    of,
    results.map((one, at) => ({ file: `results/${at}.json`, result: throughFile(one) })),
  )
}

function problems(of: Plan, ...results: readonly JobResult[]): string {
  const checked = check(of, ...results)
  return checked.ok ? '' : sentencesOf(checked.problems, 'terminal').join('\n')
}

const amd64 = (image: Partial<ImageResult> = {}) => result(PLAN, AMD64, image)
const ARM = result(PLAN, ARM64)

function withBudget(verdict: Partial<Verdict>, weigh: WeighIn = weighInOf(AMD64)): Partial<ImageResult> {
  const [image] = weigh.images
  if (image === undefined) throw new Error('no image')
  const budget: Verdict = { ...image.budget, ...verdict }
  return { weighIn: { ...weigh, images: [{ ...image, budget }] } }
}

const limits = (...found: readonly LimitVerdict[]) => withBudget({ limits: found })

function withManifest(change: (document: Record<string, unknown>) => unknown): Partial<ImageResult> {
  const [one] = imageResult(AMD64).platforms
  const manifest = JSON.stringify(change(JSON.parse(one.manifest) as Record<string, unknown>))
  return { platforms: [{ ...one, manifest }] }
}

describe('checkResults', () => {
  it('gives every image with its platforms in the order of the plan', () => {
    const checked = check(PLAN, ARM, amd64())
    expect(checked).toMatchObject({
      ok: true,
      value: [
        {
          planned: { key: null },
          pieces: [
            { weight: { platform: AMD64 }, manifest: { digest: tinyFor(AMD64).manifest.digest } },
            { weight: { platform: ARM64 }, manifest: { digest: tinyFor(ARM64).manifest.digest } },
          ],
        },
      ],
    })
  })

  it('takes one result for both platforms', () => {
    const [one] = imageResult(AMD64).platforms
    const [other] = imageResult(ARM64).platforms
    const [image] = weighInOf(AMD64).images
    if (image === undefined) throw new Error('no image')
    const both: WeighIn = {
      ...weighInOf(AMD64),
      images: [
        {
          ...image,
          budget: { ...image.budget, limits: [within(AMD64), within(ARM64)] },
          platforms: [weightOf(AMD64), weightOf(ARM64)],
        },
      ],
    }
    expect(problems(PLAN, amd64({ platforms: [one, other], weighIn: both }))).toBe('')
  })

  it('takes what was over budget and not pushed, for the merge to say so', () => {
    const small = plan({ budget: 'image: 1MB' })
    const over = within(AMD64, { bound: boundOf('1 MB'), limit: 1_000_000, status: 'over' })
    const arm = within(ARM64, { bound: boundOf('1 MB'), limit: 1_000_000, status: 'over' })
    const image = { ...withBudget({ status: 'over', limits: [over] }), pushed: false }
    const other = { ...withBudget({ status: 'over', limits: [arm] }, weighInOf(ARM64)), pushed: false }
    expect(problems(small, result(small, AMD64, image), result(small, ARM64, other))).toBe('')
  })

  it('takes results that were not pushed where the plan does not push', () => {
    const dry = plan({ push: 'false' })
    const notPushed = { pushed: false }
    expect(problems(dry, result(dry, AMD64, notPushed), result(dry, ARM64, notPushed))).toBe('')
  })

  const rows: readonly (readonly [string, readonly JobResult[], string])[] = [
    ['nothing', [], 'has no result of linux/amd64 and linux/arm64; run those jobs again'],
    ['one of two', [ARM], 'has no result of linux/amd64;'],
    ['another plan', [amd64(), { ...ARM, plan: plan({ budget: '2MB' }).id }], 'is of another plan'],
    [
      'three of another plan',
      [amd64(), ARM, amd64()].map(one => ({ ...one, plan: plan({ budget: '2MB' }).id })),
      'results/0.json" and 2 more are of another plan; remove them,',
    ],
    [
      'a doubled one',
      [amd64(), ARM, amd64()],
      'results/2.json" has the image for linux/amd64, which results/0.json has too',
    ],
    [
      'another commit',
      [amd64({ weighIn: { ...weighInOf(AMD64), revision: 'f'.repeat(40) } }), ARM],
      'another commit',
    ],
    ['no commit', [amd64({ weighIn: { ...weighInOf(AMD64), revision: null } }), ARM], 'another commit'],
    [
      'a weigh-in of another Bantam',
      [amd64({ weighIn: { ...weighInOf(AMD64), bantam: '99.0.0' } }), ARM],
      "was weighed by another Bantam than the plan's",
    ],
    ['an image that is not planned', [amd64({ key: 'api' }), ARM], 'has an image that is not in the plan'],
    [
      'a platform that is not planned',
      [amd64(), ARM, result(PLAN, 'linux/s390x')],
      'for a platform that is not in the plan',
    ],
    [
      'several images in one weigh-in',
      [
        amd64({
          weighIn: { ...weighInOf(AMD64), images: [...weighInOf(AMD64).images, ...weighInOf(ARM64).images] },
        }),
        ARM,
      ],
      'weighs several images as one',
    ],
    [
      'the weight of another platform',
      [amd64({ weighIn: weighInOf(ARM64) }), ARM],
      'linux/amd64 was not weighed',
    ],
    [
      'another manifest',
      [amd64({ platforms: [{ ...imageResult(ARM64).platforms[0], platform: AMD64 }] }), ARM],
      'but sha256:',
    ],
    [
      'a manifest of another platform that was weighed',
      [
        amd64({
          platforms: [{ ...imageResult(ARM64).platforms[0], platform: AMD64 }],
          weighIn: weighInOf(AMD64, { ...weightOf(ARM64), platform: AMD64 }),
        }),
        ARM,
      ],
      'has an image for linux/arm64',
    ],
    [
      'a manifest that is an index',
      [
        amd64({
          platforms: [{ ...imageResult(AMD64).platforms[0], manifest: '{"schemaVersion":2,"manifests":[]}' }],
        }),
        ARM,
      ],
      'has a manifest that is not of an image',
    ],
    [
      'a manifest that is no JSON',
      [amd64({ platforms: [{ ...imageResult(AMD64).platforms[0], manifest: '{' }] }), ARM],
      'has a manifest that is not JSON',
    ],
    [
      'a manifest with one more annotation',
      [amd64(withManifest(document => ({ ...document, annotations: { a: 'b' } }))), ARM],
      'but sha256:',
    ],
    [
      'another config',
      [
        amd64({
          platforms: [{ ...imageResult(AMD64).platforms[0], config: imageResult(ARM64).platforms[0].config }],
        }),
        ARM,
      ],
      'has another config than its manifest names',
    ],
    [
      'an empty config',
      [amd64({ platforms: [{ ...imageResult(AMD64).platforms[0], config: '' }] }), ARM],
      'has another config than its manifest names',
    ],
    [
      'other layers',
      [amd64({ weighIn: weighInOf(AMD64, { layers: weightOf(ARM64).layers }) }), ARM],
      'has other layers than were weighed',
    ],
    [
      'a layer too few',
      [amd64({ weighIn: weighInOf(AMD64, { layers: weightOf(AMD64).layers.slice(1) }) }), ARM],
      'has other layers than were weighed',
    ],
    [
      'another download',
      [amd64({ weighIn: weighInOf(AMD64, { sizes: { imageSize: 2_202_123, downloadSize: 1 } }) }), ARM],
      'to pull, but 1 were weighed',
    ],
    [
      'an unknown download',
      [amd64({ weighIn: weighInOf(AMD64, { sizes: { imageSize: 2_202_123, downloadSize: null } }) }), ARM],
      'but an unknown number were weighed',
    ],
    ['no limit at all', [amd64(limits()), ARM], 'was not checked against "image@linux/amd64: 3MB"'],
    [
      'a larger limit',
      [amd64(limits(within(AMD64, { bound: boundOf('9 MB'), limit: 9_000_000 }))), ARM],
      'was not checked against "image@linux/amd64: 3MB"',
    ],
    [
      'a limit of another metric',
      [amd64(limits(within(AMD64, { subject: subjectOf('download') }))), ARM],
      'was not checked against',
    ],
    ['the limit of another platform', [amd64(limits(within(ARM64))), ARM], 'was not checked against'],
    [
      'one limit more',
      [
        amd64(
          limits(
            within(AMD64),
            within(AMD64, { subject: subjectOf('download'), actual: weightOf(AMD64).sizes.downloadSize }),
          ),
        ),
        ARM,
      ],
      "limits that are not in the plan's budget",
    ],
    ['another size', [amd64(limits(within(AMD64, { actual: 5 }))), ARM], 'which its own sizes contradict'],
    ['no size', [amd64(limits(within(AMD64, { actual: null }))), ARM], 'which its own sizes contradict'],
    [
      'a breach that the baseline did not have',
      [amd64(limits(within(AMD64, { status: 'over', inherited: true }))), ARM],
      'which its own sizes contradict',
    ],
    ['not pushed', [amd64({ pushed: false }), ARM], 'did not push what the plan pushes'],
    [
      'another name',
      [
        amd64(),
        result(PLAN, ARM64, {
          weighIn: {
            ...weighInOf(ARM64),
            images: weighInOf(ARM64).images.map(image => ({ ...image, name: 'other' })),
          },
        }),
      ],
      'call the image proxy and other',
    ],
  ]

  it.each(rows)('refuses %s', (_, results, said) => {
    expect(problems(PLAN, ...results)).toContain(said)
  })

  it('refuses a size that is within its limit only by its own words', () => {
    const small = plan({ budget: 'image: 1MB' })
    const lie = within(AMD64, { bound: boundOf('1 MB'), limit: 1_000_000 })
    const other = within(ARM64, { bound: boundOf('1 MB'), limit: 1_000_000 })
    const said = problems(
      small,
      result(small, AMD64, withBudget({ limits: [lie] })),
      result(small, ARM64, withBudget({ limits: [other] }, weighInOf(ARM64))),
    )
    expect(said).toContain('says that "image@linux/amd64: 1MB" is within, which its own sizes contradict')
    expect(said).toContain('linux/arm64')
  })

  it('refuses what was pushed although the plan does not push', () => {
    const dry = plan({ push: 'false' })
    const said = problems(dry, result(dry, AMD64), result(dry, ARM64, { pushed: false }))
    expect(said).toContain('pushed what the plan does not push')
  })

  it('reports what is wrong in every result, and then not what is missing', () => {
    const said = problems(PLAN, amd64({ pushed: false }), { ...ARM, plan: tinyFor(AMD64).manifest.digest })
    expect(said.split('\n')).toHaveLength(2)
    expect(said).not.toContain('has no result')
  })

  it('names the missing pieces of several images by their keys, and not all of many', () => {
    const [image] = PLAN.images
    const many = Array.from({ length: 10 }, (_, at) => ({ ...image, key: `service-${at}` }))
    const [first, ...others] = many
    if (first === undefined) throw new Error('no image')
    const of = changed(PLAN, { images: [first, ...others] })
    expect(problems(of, result(of, AMD64, { key: 'service-0' }))).toMatch(
      /has no result of service-0 for linux\/arm64, service-1 for linux\/amd64, .* and 11 more;/,
    )
  })
})
