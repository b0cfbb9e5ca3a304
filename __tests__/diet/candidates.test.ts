import { describe, expect, it } from '@jest/globals'
import type { FoundTag } from '../../src/diet/build-tags.ts'
import { candidatesFor, MOST_TAGS, type AsItIs, untriedTags } from '../../src/diet/candidates.ts'
import { declared } from './sample.ts'

const NOTHING: AsItIs = {
  spec: declared(),
  packed: true,
  certificates: false,
  timezones: false,
  needs: { certificates: false, timezones: false },
  tags: [],
  newerGo: null,
  newerModules: [],
  experiments: [],
}

function found(tag: string): FoundTag {
  return { tag, packages: ['example.com/gin'], leavesOut: 1, bringsIn: 0 }
}

function kinds(asItIs: Partial<AsItIs>): readonly string[] {
  return candidatesFor({ ...NOTHING, ...asItIs }).map(({ kind }) => kind)
}

describe('candidatesFor', () => {
  it('always has another way of compiling and of compressing', () => {
    expect(kinds({})).toEqual(['no inlining', 'zstd layers', 'zstd for packing'])
  })

  it('tries what compiles longest first', () => {
    const tags = [found('nomsgpack')]
    expect(kinds({ newerGo: 'go1.27.4', tags, certificates: true })).toEqual([
      'no inlining',
      'newer go',
      'build tag',
      'no certificates',
      'zstd layers',
      'zstd for packing',
    ])
  })

  it("tries newer modules and experiments that were found, and no newer module beside a go.mod of the user's choice", () => {
    const newerModules = [{ module: 'example.com/dep', from: 'v1.0.0', to: 'v1.1.0' }]
    const found = { newerModules, experiments: ['nojsonv2'] } as const
    expect(kinds(found)).toEqual(expect.arrayContaining(['newer module', 'experiment']))
    const spec = declared({ 'build-flags': '-modfile=other.mod' })
    expect(kinds({ ...found, spec })).not.toContain('newer module')
  })

  it('tries so many tags, and names the others', () => {
    const tags = Array.from({ length: MOST_TAGS + 2 }, (_, index) => found(`no${index}`))
    expect(kinds({ tags }).filter(kind => kind === 'build tag')).toHaveLength(MOST_TAGS)
    expect(untriedTags(tags)).toEqual([`no${MOST_TAGS}`, `no${MOST_TAGS + 1}`])
  })

  it('leaves compiler flags to who has some', () => {
    expect(kinds({ spec: declared({ 'build-flags': '-gcflags=-N' }) })).not.toContain('no inlining')
  })

  it('takes away only what is there, and knows whether that is needed', () => {
    const needs = { certificates: true, timezones: false }
    expect(candidatesFor({ ...NOTHING, certificates: true, timezones: true, needs })).toEqual(
      expect.arrayContaining([
        { kind: 'no certificates', needed: true },
        { kind: 'no time zones', needed: false },
      ]),
    )
  })

  it('takes no certificates away that come of extra-certificates alone', () => {
    expect(kinds({ certificates: true, spec: declared({ certificates: 'none' }) })).not.toContain(
      'no certificates',
    )
  })

  it('tries packing where it was switched off, and nothing that is on', () => {
    const spec = declared({ pack: 'off', 'layer-compression': 'zstd' })
    expect(kinds({ packed: false, spec })).toEqual(['no inlining', 'packing'])
  })
})
