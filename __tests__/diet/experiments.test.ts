import { describe, expect, it } from '@jest/globals'
import { experimentsFor, withExperiment } from '../../src/diet/experiments.ts'

describe('experimentsFor', () => {
  const everything = () => true

  it.each([
    { go: 'go1.26.8', current: '', values: [] },
    { go: 'go1.27.4', current: '', values: ['nojsonv2', 'nosizespecializedmalloc'] },
    { go: 'go1.28rc1', current: 'nojsonv2', values: ['nosizespecializedmalloc'] },
    { go: 'go1.27.4', current: 'jsonv2,nosizespecializedmalloc', values: [] },
    { go: 'devel', current: '', values: [] },
  ])('has $values for $go with GOEXPERIMENT=$current', ({ go, current, values }) =>
    expect(experimentsFor(go, everything, current)).toEqual(values),
  )

  it('leaves out what is about a package that is not compiled in', () => {
    expect(experimentsFor('go1.27.4', () => false, '')).toEqual(['nosizespecializedmalloc'])
  })

  it('adds to what is set', () => {
    expect([withExperiment('', 'a'), withExperiment('b', 'a')]).toEqual(['a', 'b,a'])
  })
})
