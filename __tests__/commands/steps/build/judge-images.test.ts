import { isolationsOf } from '../../../../src/isolation/isolation.ts'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { startClock } from '../../../../src/commands/clock.ts'
import { absent, type FoundBaseline, NOTHING } from '../../../../src/commands/steps/baseline/found.ts'
import { judgeImages } from '../../../../src/commands/steps/build/judge-images.ts'
import type { MadeImage } from '../../../../src/commands/steps/build/made-image.ts'
import { twinsOf } from '../../../../src/commands/steps/build/twins.ts'
import { makeImage } from '../../../../src/commands/steps/build/make-image.ts'
import type { Given } from '../../../../src/declare/given.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { testHost } from '../../../support/host.ts'
import { imageSpecFor, serviceHost } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const BOTH = 'linux/amd64,linux/arm64'

/** A package that only the binary for arm64 has. */
const FILES = {
  'go.mod': 'module example.com/svc\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() { println(name()) }\n',
  'name_amd64.go': 'package main\n\nfunc name() string { return "amd64" }\n',
  'name_arm64.go':
    'package main\n\nimport "example.com/svc/heavy"\n\nfunc name() string { return heavy.Name() }\n',
  'heavy/heavy.go':
    'package heavy\n\nvar text = []string{"a", "b"}\n\n//go:noinline\nfunc Name() string { return text[len(text)-1] }\n',
}

const NONE = absent('it is the first run', null)

describeWith(['go'], 'judgeImages', () => {
  let made: readonly MadeImage[]
  beforeAll(async () => {
    const host = serviceHost(FILES)
    made = await Promise.all(
      imageSpecFor(host, { platforms: BOTH, pack: 'off' }).platforms.map(spec =>
        makeImage({ ...host, temporary: testHost().temporary }, spec, {
          called: null,
          twins: twinsOf(host, work => work, []),
          go: goOnPath(),
          resolving: Promise.resolve({ packer: null }),
          loading: import('../../../../src/commands/deferred.ts'),
          userFiles: [],
          baseline: Promise.resolve(NONE),
          access: Promise.resolve(null),
          isAlone: false,
          isFirst: true,
          clock: startClock(),
          screen: { width: 120, colour: false },
          wait: work => work,
          isolations: Promise.resolve(isolationsOf(host)),
          begin: work => work,
        }),
      ),
    )
  }, 120_000)

  /** The images as if they had been made with these inputs, and with these baselines. */
  function judged(values: Given['values'], baselines: readonly FoundBaseline[] = [NONE, NONE]) {
    const host = serviceHost(FILES)
    const { platforms } = imageSpecFor(host, { platforms: BOTH, pack: 'off', ...values })
    const images = made.map((one, at) => ({
      ...one,
      spec: platforms[at] ?? one.spec,
      baseline: Promise.resolve(baselines[at] ?? NONE),
    }))
    return judgeImages(host, images)
  }

  /** What each limit came to: `image linux/arm64 over`. */
  const found = async (values: Given['values']) => {
    const { budget } = await judged(values)
    const limits = budget.limits.map(
      ({ subject, platform, status }) => `${subject.kind} ${platform} ${status}`,
    )
    return { status: budget.status, waived: budget.waived, limits }
  }

  /** The image itself as a baseline. */
  const itself = (at: number, less = 0): FoundBaseline => {
    const { weight } = made[at]!
    const sizes = { ...weight.sizes, imageSize: weight.sizes.imageSize - less }
    return {
      status: 'read',
      report: { ...NOTHING, kind: 'file', reference: `${weight.platform}.json` },
      images: [{ name: 'svc', weight: { ...weight, sizes }, budget: null }],
    }
  }

  it('holds every platform against a limit for all, and one against its own', async () => {
    expect(await found({ budget: 'image: 90MB' })).toEqual({
      status: 'within',
      waived: false,
      limits: ['image linux/amd64 within', 'image linux/arm64 within'],
    })
    expect(await found({ budget: 'image@linux/amd64: 90MB\nimage@linux/arm64: 1kB' })).toEqual({
      status: 'over',
      waived: false,
      limits: ['image linux/amd64 within', 'image linux/arm64 over'],
    })
    expect(await found({ budget: 'none' })).toEqual({ status: 'none', waived: false, limits: [] })
  })

  it('takes a limit on what one platform alone has, which is 0 on the other', async () => {
    expect(await found({ budget: 'package example.com/svc/heavy: 1MB' })).toEqual({
      status: 'within',
      waived: false,
      limits: ['package linux/amd64 within', 'package linux/arm64 within'],
    })
    const { budget } = await judged({ budget: 'package example.com/svc/heavy: 1MB' })
    const [amd64, arm64] = budget.limits
    expect(amd64?.actual).toBe(0)
    expect(arm64?.actual).toBeGreaterThan(0)
  })

  it('refuses a limit on what none of them has', async () => {
    await expect(judged({ budget: 'package example.com/svc/heavier: 1MB' })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('example.com/svc/heavier'),
    })
  })

  it('lets a breach pass with a warning where that is asked for', async () => {
    expect(await found({ budget: 'image@linux/arm64: 1kB', 'on-over-budget': 'warn' })).toMatchObject({
      status: 'over',
      waived: true,
    })
  })

  it('compares each with its own baseline', async () => {
    const { growths, baseline, noBaseline, budget } = await judged({ budget: 'image: +50kB' }, [
      itself(0),
      itself(1, 100_000),
    ])
    const grown = growths.map(growth => growth?.metrics.find(({ metric }) => metric === 'image')?.delta)
    expect(grown).toEqual([0, 100_000])
    expect(baseline).toMatchObject({ reference: 'linux/amd64.json' })
    expect(noBaseline).toBeNull()
    expect(budget.limits.map(({ status }) => status)).toEqual(['within', 'over'])
  })

  it('says why one platform has no baseline, and compares the other', async () => {
    const baselines = [absent('it was never built', 'x.json'), itself(1)]
    const { growths, baseline, noBaseline, budget } = await judged({ budget: 'image: +50kB' }, baselines)
    expect(growths.map(growth => growth !== null)).toEqual([false, true])
    expect(baseline).toMatchObject({ reference: 'linux/arm64.json' })
    expect(noBaseline).toBe('it was never built')
    expect(budget.limits).toMatchObject([
      { platform: 'linux/amd64', reason: 'there is no baseline' },
      { platform: 'linux/arm64', status: 'within' },
    ])
  })

  it('says nothing of a baseline where none was asked for', async () => {
    expect(await judged({ budget: 'image: 90MB' })).toMatchObject({ growths: [null, null] })
  })

  it('of a single image is what it is alone', async () => {
    const host = serviceHost(FILES)
    const [first] = made
    const { budget } = await judgeImages(host, [{ ...first!, packages: [] }])
    expect(budget).toMatchObject({ status: 'none', limits: [] })
  })
})

describe('judgeImages of nothing', () => {
  it('has no verdict', async () => {
    expect(await judgeImages(testHost(), [])).toEqual({
      budget: { status: 'none', waived: false, limits: [], dropped: [] },
      growths: [],
      baseline: null,
      noBaseline: null,
      packages: [],
    })
  })
})
