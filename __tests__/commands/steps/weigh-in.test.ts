import { describe, expect, it } from '@jest/globals'
import { readExecutable } from '../../../src/binary/executable.ts'
import { binaryWeight, NO_BUDGET, platformWeight, weighInOf } from '../../../src/commands/steps/weigh-in.ts'
import { readWeighIn } from '../../../src/size/read-weigh-in.ts'
import type { Breakdown } from '../../../src/weigh-in/breakdown.ts'
import { digestOf, platformWeight as sample } from '../../report/sample.ts'
import { makeElf } from '../../support/make-elf.ts'

const OUTSIDE = {
  name: 'x',
  path: '/x',
  linkedSize: 10,
  shippedSize: 10,
  pack: { status: 'unpacked', packer: null, reason: 'packing is off' },
  proof: { status: 'not run', reason: 'there is nothing packed', isolation: null, environments: [] },
  price: null,
} as const
const executable = readExecutable(makeElf())
const breakdown: Breakdown = {
  name: 'x',
  kind: 'binary',
  bytes: 10,
  children: [{ name: 'header', kind: 'header', bytes: 10 }],
}

describe('binaryWeight', () => {
  it('says why what is in it is not known, and knows its size all the same', () => {
    const known = { kind: 'unread', reason: 'it has no function table', size: true } as const
    const weight = binaryWeight(OUTSIDE, { executable, known, breakdown }, 'package')
    expect(weight).toMatchObject({ unread: 'it has no function table', breakdown: { bytes: 10 } })
    expect(weight).not.toHaveProperty('modules')
  })

  it('tells nothing of what could not be unpacked', () => {
    const known = { kind: 'unread', reason: 'it is packed', size: false } as const
    const weight = binaryWeight(OUTSIDE, { executable, known, breakdown: null }, 'package')
    expect(weight).toMatchObject({ needs: null, breakdown: null, unread: 'it is packed' })
  })
})

it('makes a weigh-in that can be read again', () => {
  const { growth: _, smokeTest: __, ...rest } = sample()
  const other = { path: '/y', bytes: 1, unread: null }
  const platforms = [[], [other]].map(otherPrograms => platformWeight({ ...rest, otherPrograms, files: [] }))
  expect(platforms[0]).not.toHaveProperty('otherPrograms')
  expect(platforms[1]).toMatchObject({ otherPrograms: [other], growth: null })
  const image = {
    name: 'proxy',
    references: [],
    digest: digestOf('a'),
    published: false,
    budget: NO_BUDGET,
    baseline: null,
    platforms,
  }
  const stage = { stage: 'pack', image: 'proxy', platform: 'linux/amd64', ms: 1 } as const
  const weighIn = weighInOf('abc', image, [stage])
  expect(readWeighIn(JSON.parse(JSON.stringify(weighIn)))).toEqual({ ok: true, value: weighIn })
  expect(weighInOf(null, image)).toMatchObject({ revision: null, stages: [] })
})
