import { describe, expect, it } from '@jest/globals'
import { baseWords } from '../../src/report/base-words.ts'
import { lacks } from '../../src/report/lacks.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import { baseStage } from '../../src/report/stages.ts'
import { weightLines } from '../../src/report/weight-lines.ts'
import { platformWeight, weighIn } from './sample.ts'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}` as const

it('names a base and the beginning of its digest', () => {
  expect(baseWords({ name: 'docker.io/library/alpine:3.22', digest })).toBe(
    'docker.io/library/alpine:3.22 sha256:0123456789ab',
  )
  expect(baseWords({ name: null, digest })).toBe('sha256:0123456789ab')
})

describe('a report of an image on a base', () => {
  const base = { name: 'docker.io/library/alpine:3.22', digest }
  const settings = { ...platformWeight().settings, base }
  const weighed = weighIn({ platforms: [platformWeight({ settings })] })

  it('names it in one line', () => {
    expect(weightLines(weighed, 'package', { width: 120, colour: false })).toContainEqual(
      '  base      docker.io/library/alpine:3.22 sha256:0123456789ab',
    )
    expect(markdownReport(weighed, { pass: true, sentence: 'Within budget.' })).toContain(
      'on docker.io/library/alpine:3.22 sha256:0123456789ab',
    )
    expect(baseStage(base, [1_000_000, 2_000_000])).toEqual({
      stage: 'base',
      what: 'docker.io/library/alpine:3.22 sha256:0123456789ab',
      ms: null,
      note: '3.00 MB, 2 layers',
    })
    expect(baseStage(base, [5]).note).toBe('5 B, 1 layer')
  })

  it('does not say that the image lacks what the base may have', () => {
    const needs = { certificates: false, timezones: false, exec: true, users: true, temp: false }
    expect(lacks(needs)).not.toBeNull()
    expect(lacks(needs, base)).toBeNull()
  })
})
