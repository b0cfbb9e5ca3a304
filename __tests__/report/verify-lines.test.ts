import { describe, expect, it } from '@jest/globals'
import { verifyLines } from '../../src/report/verify-lines.ts'
import { DIFFERENT, platformSample, REBUILD, verificationSample } from './verify-sample.ts'

const WIDE = { width: 120, colour: false }

describe('the report of bantam verify', () => {
  it('says that each platform is the same, and which was not looked at', () => {
    const arm = platformSample({ platform: 'linux/arm64', packer: null })
    const lines = verifyLines(verificationSample([platformSample(), arm], ['linux/s390x']), WIDE)
    expect(lines).toEqual([
      'ghcr.io/o/api:v1  linux/amd64',
      '',
      '  commit    c0ffee00c0ff                        go1.26.8, upx 4.2.4 --best --lzma',
      '  image     sha256:aaaaaaaaaaaa',
      '  rebuild   sha256:aaaaaaaaaaaa                 the same',
      '',
      'ghcr.io/o/api:v1  linux/arm64',
      '',
      '  commit    c0ffee00c0ff                        go1.26.8',
      '  image     sha256:aaaaaaaaaaaa',
      '  rebuild   sha256:aaaaaaaaaaaa                 the same',
      '',
      '  not verified: linux/s390x',
    ])
  })

  it('says first what differs, and then why', () => {
    expect(verifyLines(verificationSample([DIFFERENT]), WIDE).slice(3)).toEqual([
      '  image     sha256:aaaaaaaaaaaa',
      '  rebuild   sha256:bbbbbbbbbbbb                 another digest',
      '',
      '  binaries  /api                                content, mode; 500 kB in the image, +556 B in the rebuild',
      '  layer     layer 4                             only the image has this layer',
      '  layer     base                                the same tar, compressed in another way',
      '  field     config.Shell                        differs',
      '',
      '  why',
      '    Go: /api was built with go1.25.1, and the image says go1.26.8.',
      '    Not built: layer 4 is in the image, and its build does not make it.',
    ])
  })

  it('says so where nothing that is known differs', () => {
    const lines = verifyLines(verificationSample([platformSample({ rebuilt: REBUILD })]), WIDE)
    expect(lines.at(-1)).toBe('  the manifest is written in another way')
  })

  it('shows the first twenty files of a layer', () => {
    const files = Array.from({ length: 25 }, (_, at) => ({
      path: `/f${at}`,
      aspects: ['content'] as const,
      bytes: 1,
      rebuiltBytes: 1,
    }))
    const layers = DIFFERENT.layers.map(layer => (layer.what === 'binaries' ? { ...layer, files } : layer))
    const lines = verifyLines(verificationSample([{ ...DIFFERENT, layers }]), WIDE)
    expect(lines.filter(line => line.includes(' /f'))).toHaveLength(20)
    expect(lines).toContain('            and 5 more files')
  })

  it.each([20, 40, 79])('fits into %i columns, and shows no escape of an image', width => {
    const hostile = { ...DIFFERENT, fields: ['config.\u001B[31mred'] }
    const lines = verifyLines(verificationSample([hostile]), { width, colour: false })
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(Math.max(width, 46))
    expect(lines.join('')).not.toContain('\u001B')
  })
})
