import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { redact } from '../../src/host/redact.ts'

it('leaves no secret, and everything else as it was', () => {
  expect(redact('token abc, then abcd', new Set(['abc', 'abcd']))).toBe('token ***, then ***')
  expect(redact('nothing here', new Set(['secret']))).toBe('nothing here')
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[a-z0-9]{4,12}$/), fc.string(), (before, secret, after) => {
      expect(redact(before + secret + after, new Set([secret]))).not.toContain(secret)
    }),
  )
})
