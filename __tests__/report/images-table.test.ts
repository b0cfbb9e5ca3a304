import { describe, expect, it } from '@jest/globals'
import { document } from '../../src/report/document.ts'
import { failedList, foldedWhole, imagesTable } from '../../src/report/images-table.ts'
import { manyImages, oneOf, severalImages } from './many-images.ts'

const text = (...sections: Parameters<typeof document>[0]) => document(sections, 1e6)

describe('imagesTable', () => {
  it('has every platform of a few images, what failed first', () => {
    const table = text(...imagesTable(severalImages([oneOf('api'), oneOf('web', { over: true })])))
    expect(table).not.toContain('<details>')
    expect(table.match(/^\| <code>.*$/gm)).toEqual([
      '| <code>job</code> |  |  |  |  |  | **failed: compile** |',
      '| <code>web</code> | linux/amd64 | **2.20 MB** | image 2 MB | 110 % | unchanged | **over** |',
      '| <code>api</code> | linux/amd64 | **2.20 MB** | image 3 MB | 73 % | unchanged | within |',
    ])
  })

  it('folds the many that there is nothing to say of', () => {
    const [loud, quiet, ...rest] = imagesTable(manyImages(50, 4))
    expect(rest).toEqual([])
    // One failed, five are over their budgets, and seven grew, one of which is over too.
    expect(loud?.rows).toHaveLength(1 + 4 * (5 + 7 - 1))
    expect(text(quiet ?? { head: [], rows: [], foot: [] })).toMatch(
      /^<details><summary>39 more images pass, with nothing to say of them<\/summary>/,
    )
    expect(quiet?.rows).toHaveLength(4 * 39)
  })

  it('keeps it to one fold where nothing happened', () => {
    const images = Array.from({ length: 30 }, (_, at) => oneOf(`service-${at}`))
    const [only, ...rest] = imagesTable(severalImages(images, []))
    expect(rest).toEqual([])
    expect(only?.head[0]).toContain('30 images pass, with nothing to say of them')
  })
})

it('failedList says why images failed, and nothing of the message is Markdown', () => {
  const failed = [{ name: '<b>', code: 'compile', message: '| @octocat\n## x <img>' }]
  const list = text(...failedList(severalImages([oneOf('api')], failed)))
  expect(list.trim().split('\n')).toHaveLength(1)
  expect(list).not.toMatch(/@octocat|<img|<b>/)
  expect(failedList(severalImages([oneOf('api')], []))).toEqual([])
})

it('foldedWhole is left out as a whole, and the note names the image', () => {
  const section = { head: [], rows: Array.from({ length: 100 }, (_, at) => `- row ${at}`), foot: [] }
  const folds = ['api', 'web', 'cron'].map(name => foldedWhole(name, [section], name))
  const cut = document(folds, 1500, 'The rest was left out.')
  expect(cut.match(/<details>/g)).toHaveLength(1)
  expect(cut.match(/<\/details>/g)).toHaveLength(1)
  expect(cut.trimEnd().split('\n').at(-1)).toBe(
    'The rest was left out. It was about <code>web</code>, <code>cron</code>.',
  )
})
