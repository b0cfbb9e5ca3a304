import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseDuration } from '../../src/declare/duration.ts'

describe('parseDuration', () => {
  it.each([
    ['30s', 30e9],
    ['1m30s', 90e9],
    ['1.5s', 1.5e9],
    ['500ms', 5e8],
    ['250us', 250e3],
    ['7µs', 7e3],
    ['1ns', 1],
    ['24h', 86_400e9],
    ['0s', 0],
  ])('%s', (text, value) => {
    expect(parseDuration(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['30', 'write 30s'],
    ['', 'write one such as 30s'],
    ['s', 'write one such as 30s'],
    ['30 s', 'write one such as 30s'],
    ['-5s', 'write one such as 30s'],
    ['30sec', 'write one such as 30s'],
    ['25h', 'longer than a day'],
  ])('refuses %j', (text, because) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('adds up hours, minutes and seconds', () => {
    const [hours, sixty] = [fc.integer({ min: 0, max: 22 }), fc.integer({ min: 0, max: 59 })]
    fc.assert(
      fc.property(hours, sixty, sixty, (h, m, s) => {
        const value = ((h * 60 + m) * 60 + s) * 1e9
        expect(parseDuration(`${h}h${m}m${s}s`)).toEqual({ ok: true, value })
      }),
    )
  })
})
