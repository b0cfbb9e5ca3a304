import { describe, expect, it } from '@jest/globals'
import { unownedBytes } from '../../src/size/unowned.ts'
import { proxyBinary, proxyTree } from '../report/sample.ts'

describe('unownedBytes', () => {
  it('sums what no limit on a module or package counts, of all binaries', () => {
    const embed = { name: 'embedded files', kind: 'embed', bytes: 1000 } as const
    const more = { ...proxyTree, bytes: proxyTree.bytes + 1000, children: [...proxyTree.children!, embed] }
    expect(unownedBytes([proxyBinary, { breakdown: more }])).toBe(500_000 + 501_000)
  })

  it('is none where all has an owner', () => {
    const tree = { ...proxyTree, children: proxyTree.children!.filter(({ kind }) => kind !== 'data') }
    expect(unownedBytes([{ breakdown: tree }])).toBe(0)
  })

  it.each([
    { name: 'a binary that was not read', breakdown: null },
    {
      name: 'a binary that Go did not build',
      breakdown: { ...proxyTree, children: [{ name: 'data', kind: 'data', bytes: 9 } as const] },
    },
  ])('is not known of $name', ({ breakdown }) => {
    expect(unownedBytes([proxyBinary, { breakdown }])).toBeNull()
  })
})
