import { describe, expect, it } from '@jest/globals'
import { unownedWords } from '../../src/report/unowned-words.ts'
import { platformWeight, proxyBinary } from './sample.ts'
import { subjectOf } from '../support/limits.ts'

const WORDS = '500 kB of constant data has no owner and is not counted'

describe('unownedWords', () => {
  it.each([
    { of: 'module golang.org/x/net', is: WORDS },
    { of: 'package net/http', is: WORDS },
    { of: 'image', is: '' },
    { of: 'binary', is: '' },
  ])('$of', ({ of, is }) => {
    expect(unownedWords({ subject: subjectOf(of) }, platformWeight())).toBe(is)
  })

  it('says nothing where nothing is known', () => {
    const weight = platformWeight({ binaries: [{ ...proxyBinary, breakdown: null }] })
    expect(unownedWords({ subject: subjectOf('module std') }, weight)).toBe('')
    expect(unownedWords({ subject: subjectOf('module std') }, undefined)).toBe('')
  })
})
