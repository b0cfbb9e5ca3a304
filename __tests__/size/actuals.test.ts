import { describe, expect, it } from '@jest/globals'
import { actualsOf } from '../../src/size/actuals.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'

const cheap = { processorMs: { linked: 1, shipped: 2 }, memory: { linked: 1, shipped: 7 } }

describe('actualsOf', () => {
  it('adds the linked sizes, and takes the memory of the most expensive binary', () => {
    const binaries = [proxyBinary, { ...proxyBinary, linkedSize: 100, price: cheap }]
    expect(actualsOf(platformWeight({ binaries }))).toMatchObject({
      image: 2_202_123,
      download: 2_147_000,
      binary: 6_316_294,
      memory: 5_968_000,
    })
  })

  it('adds what Go did not build, and starts nothing that came with files', () => {
    const fromFiles = { ...proxyBinary, fromFiles: true, linkedSize: 50, price: null }
    const otherPrograms = [{ path: '/bin/x', bytes: 7, unread: null }]
    expect(actualsOf(platformWeight({ binaries: [proxyBinary, fromFiles], otherPrograms }))).toMatchObject({
      binary: 6_316_194 + 50 + 7,
      memory: 5_968_000,
    })
  })

  it.each([
    { name: 'a binary could not be read', weight: { binaries: [{ ...proxyBinary, breakdown: null }] } },
    {
      name: 'another program was not read',
      weight: { otherPrograms: [{ path: '/x', bytes: 7, unread: 'no' }] },
    },
  ])('knows no size before packing where $name', ({ weight }) => {
    expect(actualsOf(platformWeight(weight)).binary).toBeNull()
  })

  it.each([
    { name: 'one binary has no price', binaries: [proxyBinary, { ...proxyBinary, price: null }] },
    { name: 'there is no binary', binaries: [] },
  ])('knows no memory where $name', ({ binaries }) => {
    expect(actualsOf(platformWeight({ binaries })).memory).toBeNull()
  })
})
