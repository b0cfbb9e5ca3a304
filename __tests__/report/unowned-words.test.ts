import { describe, expect, it } from '@jest/globals'
import { unownedWords } from '../../src/report/unowned-words.ts'
import { platformWeight, proxyBinary } from './sample.ts'

const WORDS = '500 kB of constant data has no owner and is not counted'

describe('unownedWords', () => {
  it.each([
    { metric: 'module golang.org/x/net', is: WORDS },
    { metric: 'package net/http', is: WORDS },
    { metric: 'image', is: '' },
    { metric: 'binary', is: '' },
    { metric: 'modules', is: '' },
  ])('$metric', ({ metric, is }) => {
    expect(unownedWords({ metric }, platformWeight())).toBe(is)
  })

  it('says nothing where nothing is known', () => {
    const weight = platformWeight({ binaries: [{ ...proxyBinary, breakdown: null }] })
    expect(unownedWords({ metric: 'module std' }, weight)).toBe('')
    expect(unownedWords({ metric: 'module std' }, undefined)).toBe('')
  })
})
