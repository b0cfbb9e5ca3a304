import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseBudget } from '../../src/declare/budget.ts'
import { formatBytesExact } from '../../src/declare/bytes.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }

const limits = (...pairs: readonly (readonly [string, number])[]) => ({
  ok: true,
  value: { kind: 'limits', limits: pairs.map(([metric, limit]) => ({ metric, limit })) },
})

describe('parseBudget', () => {
  it.each([
    ['5MB', limits(['image', 5_000_000])],
    ['image: 5MB', limits(['image', 5_000_000])],
    ['image@linux/amd64: 5MB', limits(['image', 5_000_000])],
    ['image@linux/amd64/v1: 5MB', limits(['image', 5_000_000])],
    ['image:5MB, binary: 12 MB', limits(['image', 5_000_000], ['binary', 12_000_000])],
    ['# why\nimage: 5MB\n\nmemory: 8MiB\n', limits(['image', 5_000_000], ['memory', 8_388_608])],
    ['5MB\ndownload: 2MB', limits(['image', 5_000_000], ['download', 2_000_000])],
    ['none', { ok: true, value: { kind: 'none' } }],
  ])('reads %j', (text, budget) => {
    expect(parseBudget(text, AMD64)).toEqual(budget)
  })

  it.each([
    ['# only a comment', 'has no limit'],
    ['5MB\nimage: 6MB', 'is a second limit of image'],
    ['imge: 5MB', 'did you mean "image"'],
    ['layers: 5MB', 'this version knows image, download, binary and memory'],
    ['image@linux/amd46: 5MB', 'did you mean "amd64"'],
    ['image@linux/arm64: 5MB', 'is a limit for linux/arm64, but this run builds linux/amd64'],
    ['image: +2%', 'signed'],
    ['image: 2%', 'per cent'],
    ['package example.com/x: 5MB', 'limits a package'],
    ['image: 0kB', 'allows nothing at all'],
    ['image=5MB', 'no colon'],
    ['image:', 'is empty'],
  ])('refuses %j', (text, because) => {
    expect(parseBudget(text, AMD64)).toEqual({
      ok: false,
      wrong: [{ line: expect.any(String), because: expect.stringContaining(because) }],
    })
  })

  it('says what is wrong in every line', () => {
    expect(parseBudget('imge: 5MB, binary: 5M', AMD64)).toEqual({
      ok: false,
      wrong: [
        { line: 'imge: 5MB', because: 'names an unknown metric "imge"; did you mean "image"?' },
        { line: 'binary: 5M', because: expect.stringContaining('is ambiguous') },
      ],
    })
  })

  it('never throws, and never makes no limit of what is not "none"', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const budget = parseBudget(text, AMD64)
        if (budget.ok && budget.value.kind === 'limits') expect(budget.value.limits.length).toBeGreaterThan(0)
        if (budget.ok && budget.value.kind !== 'limits')
          expect(text.trim().replace(/,/g, '')).toContain('none')
      }),
    )
  })

  it('reads back any limits that are written', () => {
    const limit = fc.integer({ min: 1, max: 2 ** 40 })
    fc.assert(
      fc.property(limit, limit, (image, binary) => {
        const text = `image: ${formatBytesExact(image)}\nbinary: ${formatBytesExact(binary)}`
        expect(parseBudget(text, AMD64)).toEqual(limits(['image', image], ['binary', binary]))
      }),
    )
  })
})
