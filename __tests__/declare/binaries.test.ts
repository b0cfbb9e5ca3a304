import { describe, expect, it } from '@jest/globals'
import { declareBinaries } from '../../src/declare/binaries.ts'
import { readerOf } from '../../src/declare/reader.ts'
import { sourceValues } from '../../src/declare/source-values.ts'
import type { Repository } from '../../src/declare/surroundings.ts'
import { surroundings } from './surroundings.ts'

function binaries(
  values: Readonly<Record<string, string>>,
  repository: Partial<Repository> = {},
  others: { readonly output?: string; readonly report?: string } = {},
) {
  const reader = readerOf({ surface: 'terminal', values, problems: [] })
  const { output = null, report = null } = others
  const keys = sourceValues(surroundings({}, repository), null)
  const spec = declareBinaries(reader, '/checkout', keys, { output, report })
  return { spec, wrong: reader.problems().map(({ input }) => input) }
}

describe('declareBinaries', () => {
  it('writes none unless asked', () => {
    expect(binaries({})).toEqual({ spec: null, wrong: [] })
    expect(binaries({ 'binaries-archive': 'none' })).toEqual({ spec: null, wrong: [] })
  })

  it.each<[string, Partial<Repository>, string | null]>([
    ['a release', { tag: 'v1.4.0' }, '1.4.0'],
    ['a tag with characters that no file should have', { tag: 'svc/v1.4.0+b5' }, 'svc-v1.4.0-b5'],
    ['a branch', {}, '0123456'],
    ['no checkout', { commit: null }, null],
  ])('has the version of %s', (_, repository, version) => {
    expect(binaries({ binaries: ' dist ' }, repository)).toEqual({
      spec: { directory: '/checkout/dist', archive: 'none', version },
      wrong: [],
    })
  })

  it.each([
    [{ output: '/checkout/dist' }],
    [{ output: '/checkout/dist/image.tar' }],
    [{ output: '/checkout' }],
    [{ report: '/checkout/dist/size/report.json' }],
    [{ output: '/' }],
  ])('lies apart from %j', others => {
    expect(binaries({ binaries: 'dist' }, {}, others).wrong).toEqual(['binaries'])
  })

  it('may lie beside what begins with the same name', () => {
    const others = { output: '/checkout/dist.tar', report: '/checkout/distance/x.json' }
    expect(binaries({ binaries: 'dist' }, {}, others).wrong).toEqual([])
  })
})
