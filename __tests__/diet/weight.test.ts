import { describe, expect, it } from '@jest/globals'
import { dietWeight, isLinkedSmaller, savedBy } from '../../src/diet/weight.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'
import { PROXY } from './sample.ts'

describe('dietWeight', () => {
  it('sums the linked sizes, and has the price of the most expensive binary', () => {
    const cheap = { processorMs: { linked: 1, shipped: 9 }, memory: { linked: 1, shipped: 2 } }
    const binaries = [{ ...proxyBinary, price: cheap }, proxyBinary]
    const weight = dietWeight(platformWeight({ binaries }))
    expect(weight).toMatchObject({ linkedSize: 2 * proxyBinary.linkedSize, packed: true })
    expect(weight.price).toEqual(proxyBinary.price)
  })

  it('knows no price as soon as one binary has none', () => {
    const binaries = [proxyBinary, { ...proxyBinary, price: null }]
    expect(dietWeight(platformWeight({ binaries })).price).toBeNull()
  })
})

describe('isLinkedSmaller', () => {
  it.each([
    [6_320_000, false],
    [6_320_000 - 4096, false],
    [6_320_000 - 8192, true],
    [6_400_000, false],
  ])('counts what is beyond noise: %d is %p', (linkedSize, smaller) => {
    expect(isLinkedSmaller(PROXY, linkedSize)).toBe(smaller)
  })
})

describe('savedBy', () => {
  it('tells a difference in time where packing makes it, and not from tries side by side', () => {
    const slow = { processorMs: { linked: 2, shipped: 900 }, memory: PROXY.price!.memory }
    expect(savedBy(PROXY, { ...PROXY, price: slow }).processorMs).toBeNull()
    expect(savedBy(PROXY, { ...PROXY, packed: false, price: null }).processorMs).toBe(123)
  })

  it('is nothing between a weight and itself', () => {
    expect(savedBy(PROXY, PROXY)).toEqual({ image: 0, download: 0, memory: 0, processorMs: null })
  })

  it('cannot tell memory where neither was measured', () => {
    const off = { ...PROXY, price: null }
    expect(savedBy(off, off)).toMatchObject({ memory: null, processorMs: null })
  })
})
