import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { markerOf } from '../../src/report/marker.ts'

describe('markerOf', () => {
  it('is an HTML comment that names the key', () => {
    expect(markerOf('proxy')).toBe('<!-- bantam:proxy -->')
    expect(markerOf('cmd/api')).toBe('<!-- bantam:cmd%2Fapi -->')
  })

  it('ends where it ends, whatever the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), key => {
        expect(markerOf(key)).toMatch(/^<!-- bantam:[\w%.!~*'()-]{0,200} -->$/)
        expect(markerOf(`${key}--><script>`).indexOf('>')).toBe(markerOf(`${key}--><script>`).length - 1)
      }),
    )
  })
})
