import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { errorCode, errorMessage } from '../../src/host/error-code.ts'

describe('errorCode and errorMessage', () => {
  it("read Node's own errors", () => {
    const thrown = (() => {
      try {
        return readFileSync('/no/such/file')
      } catch (error) {
        return error
      }
    })()
    expect(errorCode(thrown)).toBe('ENOENT')
    expect(errorMessage(thrown)).toContain('/no/such/file')
  })

  it.each([
    { name: 'null', error: null, message: 'null' },
    { name: 'a string', error: 'broken', message: 'broken' },
    { name: 'an error', error: new Error('broken'), message: 'broken' },
  ])('take $name', ({ error, message }) => {
    expect(errorCode(error)).toBe('')
    expect(errorMessage(error)).toBe(message)
  })
})
