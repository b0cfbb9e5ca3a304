import { describe, expect, it } from '@jest/globals'
import { explainContents } from '../../src/verify/explain.ts'
import type { Aspect, LayerDifference } from '../../src/verify/verification.ts'

const facts = (certificates = 'none', timezones = 'none', bantam = '1.0.0') => ({
  bantam,
  settings: { certificates, timezones },
})
const builds = { revision: 'c0ffee0', programs: ['/api'], image: facts(), rebuilt: facts() }
const layer = (
  what: string,
  paths: readonly (readonly [string, Aspect])[],
  rebuilt: boolean,
): LayerDifference => ({
  what,
  digest: 'sha256:a',
  rebuilt: rebuilt ? 'sha256:b' : null,
  files: paths.map(([path, aspect]) => ({ path, aspects: [aspect], bytes: 1, rebuiltBytes: 1 })),
  how: 'files',
})

describe('explainContents', () => {
  it('has no reason where only a program differs', () => {
    expect(explainContents([layer('binaries', [['/api', 'content']], true)], builds)).toEqual([])
  })

  it('names what the commit copies', () => {
    expect(
      explainContents(
        [
          layer(
            'files',
            [
              ['/a', 'content'],
              ['/b', 'only in the image'],
            ],
            true,
          ),
        ],
        builds,
      ),
    ).toEqual([{ kind: 'files', revision: 'c0ffee0', paths: ['/a', '/b'] }])
  })

  it('names what no build makes: a layer, or files where none are copied', () => {
    const found = explainContents(
      [
        layer('layer 4', [['/x', 'only in the image']], false),
        layer('base', [['/etc/evil', 'only in the image']], true),
      ],
      builds,
    )
    expect(found).toEqual([
      { kind: 'foreign', what: 'layer 4' },
      { kind: 'foreign', what: '/etc/evil' },
    ])
  })

  it('names other certificates, other zones and another Bantam', () => {
    const other = { ...builds, image: facts('mozilla', 'all', '0.9.0') }
    expect(explainContents([], other)).toEqual([
      { kind: 'bantam', image: '0.9.0', rebuilt: '1.0.0' },
      { kind: 'contents', of: 'certificates', image: 'mozilla', rebuilt: 'none' },
      { kind: 'contents', of: 'timezones', image: 'all', rebuilt: 'none' },
    ])
  })
})
