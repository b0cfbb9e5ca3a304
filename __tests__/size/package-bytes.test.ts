import { expect, it } from '@jest/globals'
import { packageBytes } from '../../src/size/package-bytes.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'

const leaf = (kind: Breakdown['kind'], name: string, bytes: number): Breakdown => ({ kind, name, bytes })
const binary = (children: readonly Breakdown[]): Breakdown => ({
  kind: 'binary',
  name: 'b',
  bytes: children.reduce((sum, { bytes }) => sum + bytes, 0),
  children,
})

it('is by import path, over all binaries, whatever is in a package', () => {
  const fmt: Breakdown = { ...leaf('package', 'fmt', 30), children: [leaf('function', 'Println', 30)] }
  const std: Breakdown = { kind: 'std', name: 'std', bytes: 35, children: [fmt, leaf('package', 'os', 5)] }
  const one = binary([std, leaf('types', 'types', 7)])
  const other = binary([{ kind: 'std', name: 'std', bytes: 12, children: [leaf('package', 'fmt', 12)] }])
  expect([...packageBytes([one, other])]).toEqual([
    ['fmt', 42],
    ['os', 5],
  ])
})
