import { describe, expect, it } from '@jest/globals'
import { actualsOf } from '../../src/size/actuals.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'

const cheap = { startMs: { linked: 1, shipped: 2 }, memory: { linked: 1, shipped: 7 } }

describe('actualsOf', () => {
  it('adds the linked sizes, and takes the memory of the most expensive binary', () => {
    const binaries = [proxyBinary, { ...proxyBinary, linkedSize: 100, price: cheap }]
    expect(actualsOf(platformWeight({ binaries }))).toEqual({
      image: 2_202_123,
      download: 2_147_000,
      binary: 6_316_294,
      memory: 5_968_000,
    })
  })

  it.each([
    { name: 'one binary has no price', binaries: [proxyBinary, { ...proxyBinary, price: null }] },
    { name: 'there is no binary', binaries: [] },
  ])('knows no memory where $name', ({ binaries }) => {
    expect(actualsOf(platformWeight({ binaries })).memory).toBeNull()
  })
})
