import { describe, expect, it } from '@jest/globals'
import { parseBudget } from '../../src/declare/budget.ts'
import type { Limit } from '../../src/weigh-in/limit.ts'
import type { Baseline } from '../../src/size/baseline.ts'
import { droppedLimits, raisedFrom } from '../../src/size/raised.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'

const PLATFORM = 'linux/amd64'

function limits(text: string): readonly Limit[] {
  const architecture = text.includes('@linux/arm64') ? 'arm64' : 'amd64'
  const budget = parseBudget(text, [{ os: 'linux', architecture }])
  if (!budget.ok || budget.value.kind !== 'limits') throw new Error(`${text} is no budget`)
  return budget.value.limits
}

/** A baseline that does not tell what memory it took. */
function baseline(was: string | null): Baseline {
  const weight = platformWeight({ binaries: [{ ...proxyBinary, price: null }] })
  return { status: 'read', weight, budget: was?.split(', ').flatMap(limits) ?? null }
}

function isRaised(was: string, is: string): boolean {
  const [limit] = limits(is)
  if (limit === undefined) throw new Error(`${is} has no limit`)
  return raisedFrom(limit, PLATFORM, baseline(was)) !== null
}

describe('raisedFrom, where the baseline does not tell the size', () => {
  it.each([
    { was: 'memory: +1MB', is: 'memory: +2MB', raised: true },
    { was: 'memory: +1MB', is: 'memory: +1MB', raised: false },
    { was: 'memory: +2MB', is: 'memory: +1MB', raised: false },
    { was: 'memory: +1%', is: 'memory: +2%', raised: true },
    { was: 'memory: +1%', is: 'memory: +1%', raised: false },
    { was: 'memory: +2%', is: 'memory: +1%', raised: false },
    { was: 'memory: +1%', is: 'memory: +2MB', raised: false },
    { was: 'memory: +1B', is: 'memory: +2%', raised: false },
    // A size is a size, whatever the baseline tells.
    { was: 'memory: 1MB', is: 'memory: 2MB', raised: true },
    { was: 'memory: 2MB', is: 'memory: 2MB', raised: false },
  ])('$was to $is: $raised', ({ was, is, raised }) => {
    expect(isRaised(was, is)).toBe(raised)
  })
})

describe('raisedFrom', () => {
  it('knows nothing without a baseline that was read', () => {
    const [limit] = limits('image: 9MB')
    if (limit === undefined) throw new Error('no limit')
    expect(raisedFrom(limit, PLATFORM, null)).toBeNull()
    expect(raisedFrom(limit, PLATFORM, { status: 'absent', reason: 'a first run' })).toBeNull()
    expect(raisedFrom(limit, PLATFORM, baseline(null))).toBeNull()
  })

  it('is from the lowest of several that were lower', () => {
    const [limit] = limits('image: 9MB')
    if (limit === undefined) throw new Error('no limit')
    const from = (was: string) => raisedFrom(limit, PLATFORM, baseline(was))
    const lowest = from('image: 1MB')
    expect(lowest).not.toBeNull()
    expect(from('image: 1MB, image@linux/amd64: 2MB')).toEqual(lowest)
    expect(from('image@linux/amd64: 2MB, image: 1MB')).toEqual(lowest)
    expect(from('image: 2MB')).not.toEqual(lowest)
  })

  it('looks at the limits of its own platform alone', () => {
    expect(isRaised('image@linux/arm64: 1MB', 'image: 2MB')).toBe(false)
    expect(isRaised('image@linux/amd64: 1MB', 'image: 2MB')).toBe(true)
  })
})

describe('droppedLimits', () => {
  it.each([
    { was: 'image: 1MB, memory: 2MB', is: 'image: 3MB', dropped: 1 },
    { was: 'image: 1MB, memory: 2MB', is: 'memory: 3MB, image: 9MB', dropped: 0 },
    { was: 'image: 1MB', is: 'image: +1MB', dropped: 1 },
    { was: 'image: +1MB', is: 'image: +1%', dropped: 0 },
    { was: 'image@linux/arm64: 1MB', is: 'memory: 1MB', dropped: 0 },
    { was: 'image: 1MB', is: 'image@linux/arm64: 1MB', dropped: 1 },
    { was: 'image@linux/amd64: 1MB', is: 'image: 1MB', dropped: 0 },
    { was: 'image: 1MB', is: 'image@linux/amd64: 1MB', dropped: 0 },
  ])('$was to $is', ({ was, is, dropped }) => {
    expect(droppedLimits(limits(is), PLATFORM, baseline(was))).toHaveLength(dropped)
  })

  it('is nothing without a baseline that was read', () => {
    expect(droppedLimits([], PLATFORM, null)).toEqual([])
    expect(
      droppedLimits([], PLATFORM, { status: 'unreadable', reason: 'the registry answered 503' }),
    ).toEqual([])
  })
})
