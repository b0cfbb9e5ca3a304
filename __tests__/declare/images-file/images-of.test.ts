import { describe, expect, it } from '@jest/globals'
import { imagesOf } from '../../../src/declare/images-file/images-of.ts'
import { readYaml } from '../../../src/declare/images-file/read-yaml.ts'

function read(text: string) {
  const { tree } = readYaml(text)
  if (tree === null) throw new Error('no YAML')
  return imagesOf(tree)
}

describe('the images of a file', () => {
  it('have their settings with the place of each', () => {
    expect(read('defaults: {user: 1}\nimages:\n  api:\n    tags: [v1]\n  web:\n')).toEqual({
      faults: [],
      file: {
        defaults: [{ name: 'user', text: '1', at: { line: 1, column: 18 }, items: [] }],
        images: [
          {
            key: 'api',
            at: { line: 3, column: 3 },
            settings: [
              {
                name: 'tags',
                text: '["v1"]',
                at: { line: 4, column: 11 },
                items: [{ text: 'v1', at: { line: 4, column: 12 } }],
              },
            ],
          },
          { key: 'web', at: { line: 5, column: 3 }, settings: [] },
        ],
      },
    })
  })

  it('are read although others are wrong, and faults are in the order of the file', () => {
    const { file, faults } = read('images:\n  a/b: {user: [1]}\n  api: {usr: 1, tags: v1}\nother: 1\n')
    expect(file.images.map(({ key, settings }) => [key, settings.length])).toEqual([
      ['a/b', 0],
      ['api', 1],
    ])
    expect(
      faults.map(({ at, because }) => `${at.line}:${at.column}: ${because.split(';')[0] ?? ''}`),
    ).toEqual([
      '2:3: "a/b" cannot name an image',
      '2:15: user takes one value, not a list',
      '3:9: "usr" is not a setting',
      '4:1: "other" is not a key of the file, which has defaults and images',
    ])
  })

  it('have no setting that is too long', () => {
    const text = (length: number) => JSON.stringify({ images: { a: { main: 'x'.repeat(length) } } })
    expect(read(text(32_000)).faults).toEqual([])
    expect(read(text(32_001)).faults.map(({ because }) => because)).toEqual([
      'main has 32001 characters, but at most 32000 are read; write less',
    ])
  })

  it('are not read where the defaults of many are too long together', () => {
    const images = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, null]))
    const text = (length: number) =>
      JSON.stringify({ defaults: { labels: `a=${'x'.repeat(length)}` }, images })
    expect(read(text(19_000)).faults).toEqual([])
    const { file, faults } = read(text(20_000))
    expect(faults.map(({ because }) => because)).toEqual([
      'with the defaults, the settings of all images together have 2000200 characters, but at most 2000000 are read; write less',
    ])
    expect(file.defaults).toEqual([])
    expect(file.images.flatMap(({ settings }) => settings)).toEqual([])
  })

  it.each(['{{.Env.X}}', '{{ .Tag | default .Env.X }}', `{{.En"v.X}}`, '{{`}}` | default .Env.X}}'])(
    'have no variable of the environment: %s',
    text => {
      const { faults } = read(JSON.stringify({ images: { api: { labels: { a: text } } } }))
      expect(faults.map(({ because }) => because)).toEqual([
        expect.stringContaining('environment of the job'),
      ])
    },
  )

  it.each(['$HOME/.Env.X', '{{.Version}} of .Environment', 'Env.X'])('may have the words: %s', text => {
    expect(read(JSON.stringify({ images: { api: { labels: { a: text } } } })).faults).toEqual([])
  })
})
