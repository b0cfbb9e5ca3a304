import { describe, expect, it } from '@jest/globals'
import { changeOf, isNoise, nodeChange } from '../../src/size/noise.ts'

describe('changeOf', () => {
  it.each([
    { name: 'a page of a binary', of: 'binary', before: 1_000_000, delta: 4_096, change: 'unchanged' },
    { name: 'a byte more than a page', of: 'binary', before: 1_000_000, delta: 4_097, change: 'grown' },
    {
      name: 'a byte less than a page less',
      of: 'binary',
      before: 1_000_000,
      delta: -4_097,
      change: 'shrunk',
    },
    { name: 'a thousandth', of: 'binary', before: 10_000_000, delta: 10_000, change: 'unchanged' },
    { name: 'more than a thousandth', of: 'binary', before: 10_000_000, delta: 10_001, change: 'grown' },
    { name: 'four pages of much', of: 'image', before: 900_000_000, delta: 16_384, change: 'unchanged' },
    {
      name: 'more than four pages of much',
      of: 'image',
      before: 900_000_000,
      delta: 16_385,
      change: 'grown',
    },
    {
      name: 'more than that of a large download',
      of: 'download',
      before: 900_000_000,
      delta: 16_385,
      change: 'grown',
    },
    {
      name: 'more than that of a large package',
      of: 'package',
      before: 90_000_000,
      delta: 16_385,
      change: 'grown',
    },
    {
      name: 'what a compressor does by itself',
      of: 'download',
      before: 1,
      delta: -2_048,
      change: 'unchanged',
    },
    { name: 'more than that', of: 'download', before: 1, delta: 2_049, change: 'grown' },
    { name: 'memory of another run', of: 'memory', before: 6_000_000, delta: 100_000, change: 'unchanged' },
    { name: 'a package', of: 'package', before: 500, delta: 4_097, change: 'grown' },
  ] as const)('calls $name $change', ({ of, before, delta, change }) => {
    const subject = of === 'package' ? { kind: of, path: 'net/http' } : { kind: of }
    expect(changeOf(subject, before, delta)).toBe(change)
    expect(isNoise(subject, before, delta)).toBe(change === 'unchanged')
  })
})

describe('nodeChange', () => {
  it.each([
    { name: 'the alignment of a function', kind: 'function', before: 500, after: 564, change: 'unchanged' },
    { name: 'a function', kind: 'function', before: 500, after: 565, change: 'grown' },
    { name: 'a package', kind: 'package', before: 500, after: 4_597, change: 'grown' },
    { name: 'padding', kind: 'header', before: 4_096, after: 69_632, change: 'unchanged' },
    { name: 'what is new', kind: 'file', before: null, after: 1, change: 'added' },
    { name: 'what is gone', kind: 'file', before: 1, after: null, change: 'removed' },
  ] as const)('calls $name $change', ({ kind, before, after, change }) => {
    expect(nodeChange(kind, before, after)).toBe(change)
  })
})
