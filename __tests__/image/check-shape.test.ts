import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import type { Parsed } from '../../src/declare/parsed.ts'
import { checkShape, DIGEST, PLATFORM, SIZE, STRINGS } from '../../src/image/check-shape.ts'

const HEX = 'a'.repeat(64)

function problemOf(result: Parsed<unknown>): string | null {
  return result.ok ? null : result.problem
}

describe('checkShape', () => {
  const schema = v.object({ a: v.object({ b: v.number() }), 'c-d': v.optional(v.number()) })

  it('gives the value where it has the shape', () => {
    expect(checkShape(schema, { a: { b: 1 } })).toEqual({ ok: true, value: { a: { b: 1 } } })
  })

  it('names the field that is wrong, and the first of several', () => {
    expect(problemOf(checkShape(schema, { a: { b: 'secret' } }))).toMatch(/ in a\.b$/)
    expect(problemOf(checkShape(schema, { a: 'secret', 'c-d': 'x' }))).toMatch(/ in a$/)
  })

  it('shows nothing of a value or of a key of somebody else’s making', () => {
    const map = v.record(v.string(), v.number())
    for (const key of ['secret key', 'x'.repeat(81), 'a\nb', 'a..b'])
      expect(problemOf(checkShape(map, { [key]: 'secret' }))).not.toMatch(/ in |secret/)
    expect(problemOf(checkShape(map, { ['x'.repeat(80)]: 'secret' }))).toMatch(/ in x{80}$/)
    expect(problemOf(checkShape(schema, { a: { b: 1 }, 'c-d': 'x' }))).not.toContain('c-d')
    expect(problemOf(checkShape(schema, 'secret'))).not.toMatch(/ in |secret/)
  })
})

describe('the parts of documents', () => {
  it.each([
    `sha256:${HEX}x`,
    `x sha256:${HEX}`,
    `sha256:${HEX.slice(1)}`,
    `SHA256:${HEX}`,
    `sha512:${HEX}`,
    5,
  ])('no digest: %j', value => {
    expect(checkShape(DIGEST, value).ok).toBe(false)
  })

  it('a digest', () => {
    expect(checkShape(DIGEST, `sha256:${HEX}`).ok).toBe(true)
  })

  it.each([
    [0, true],
    [2 ** 53 - 1, true],
    [-1, false],
    [0.5, false],
    [2 ** 53, false],
    ['1', false],
  ])('a size of %j: %j', (value, ok) => {
    expect(checkShape(SIZE, value).ok).toBe(ok)
  })

  it.each([
    [undefined, {}],
    [null, {}],
    [{ a: 'b' }, { a: 'b' }],
  ])('strings of %j', (value, read) => {
    expect(checkShape(STRINGS, value)).toEqual({ ok: true, value: read })
  })

  it('a platform', () => {
    expect(checkShape(PLATFORM, { os: 'linux', architecture: 'arm' }).ok).toBe(true)
    expect(checkShape(PLATFORM, { os: 'linux', architecture: 'arm', variant: 'v7' }).ok).toBe(true)
    expect(checkShape(PLATFORM, { os: 'linux' }).ok).toBe(false)
    expect(checkShape(PLATFORM, { architecture: 'arm' }).ok).toBe(false)
  })
})
