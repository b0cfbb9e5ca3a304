import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { imageRows } from '../../src/report/image-rows.ts'
import { imagesLines } from '../../src/report/images-lines.ts'
import { oneOf, severalImages } from './many-images.ts'

const rows = imageRows(
  severalImages([
    oneOf('api', { platforms: 2 }),
    oneOf('web', { over: true }),
    oneOf('cron', { grown: true }),
  ]),
)
const lines = (width: number, colour = false) => imagesLines(rows, { width, colour })

describe('imagesLines', () => {
  it('is a table with aligned columns, each name once', () => {
    expect(lines(100)).toEqual([
      '  image  platform        size  limit        used     growth',
      '  api    linux/amd64  2.20 MB  image 3 MB   73 %  unchanged  within',
      '         linux/arm64  2.20 MB  image 3 MB   73 %  unchanged  within',
      '  web    linux/amd64  2.20 MB  image 2 MB  110 %  unchanged  over',
      '  cron   linux/amd64  2.20 MB  image 3 MB   73 %   +41.0 kB  within',
      '  job                                                        failed: compile',
    ])
  })

  it('is lines of words where the screen is narrow', () => {
    expect(lines(60)).toEqual([
      '  api',
      '    linux/amd64  2.20 MB  of image 3 MB  73 %  within',
      '    linux/arm64  2.20 MB  of image 3 MB  73 %  within',
      '  web',
      '    linux/amd64  2.20 MB  of image 2 MB  110 %  over',
      '  cron',
      '    linux/amd64  2.20 MB  of image 3 MB  73 %  +41.0 kB',
      '    within',
      '  job',
      '    failed: compile',
    ])
  })

  it('fits the screen, if that has room for a word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 200 }), width => {
        for (const line of lines(width)) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('colors the status alone, and leaves nothing of a name to move the cursor', () => {
    expect(lines(100, true)[3]?.endsWith('unchanged  \u001B[31mover\u001B[0m')).toBe(true)
    const hostile = imageRows(severalImages([oneOf('a\u001B[2Jb'), oneOf('c')], []))
    expect(imagesLines(hostile, { width: 100, colour: false }).join('\n')).not.toContain('\u001B')
  })
})
