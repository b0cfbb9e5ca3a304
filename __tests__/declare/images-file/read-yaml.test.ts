import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { imagesOf } from '../../../src/declare/images-file/images-of.ts'
import { readYaml } from '../../../src/declare/images-file/read-yaml.ts'
import type { Tree } from '../../../src/declare/images-file/tree.ts'

/** What the library makes of it, with every scalar as text. */
function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'text':
      return tree.text
    case 'nothing':
      return null
    case 'list':
      return tree.items.map(plain)
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]))
  }
}

function read(text: string): unknown {
  const { tree, faults } = readYaml(text)
  return faults.length > 0 || tree === null ? faults : plain(tree)
}

const WORDS = fc.constantFrom(
  'images:',
  'defaults:',
  '  api:',
  '    main: .',
  '    budget: 5M',
  '    tags: [a, b]',
  '\n',
  '\n  ',
  '\n    ',
  '\t',
  '- ',
  '? ',
  ': ',
  '&a ',
  '*a ',
  '!!str ',
  '<<: ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|',
  '>',
  '#',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '\0',
  '\u2028',
  '\ufeff',
  '@',
  '~',
  '{{.Env.X}}',
  '\\',
  '\r',
)

describe('readYaml', () => {
  it('takes a scalar as it is written, with its place', () => {
    expect(read('a: 1.20\nb: true\nc: off\nd: 0x1F\ne: "x"\nf: |\n  x\n  y\n')).toEqual({
      a: '1.20',
      b: 'true',
      c: 'off',
      d: '0x1F',
      e: 'x',
      f: 'x\ny\n',
    })
    expect(readYaml('a:\n  - b: c\n').tree).toEqual({
      kind: 'map',
      at: { line: 1, column: 1 },
      entries: [
        {
          key: 'a',
          at: { line: 1, column: 1 },
          value: {
            kind: 'list',
            at: { line: 2, column: 3 },
            items: [
              {
                kind: 'map',
                at: { line: 2, column: 5 },
                entries: [
                  {
                    key: 'b',
                    at: { line: 2, column: 5 },
                    value: { kind: 'text', text: 'c', at: { line: 2, column: 8 } },
                  },
                ],
              },
            ],
          },
        },
      ],
    })
  })

  it('reads what JSON writes', () => {
    const strings = fc.string({ unit: 'grapheme' }).filter(text => !text.includes('\0') && text !== '<<')
    const json = fc.letrec<{ any: unknown }>(tie => ({
      any: fc.oneof(
        { maxDepth: 4 },
        strings,
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(strings, tie('any'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any
    fc.assert(
      fc.property(json, value => {
        const text = JSON.stringify({ value })
        expect(read(text)).toEqual({ value })
      }),
    )
  })

  it('gives values or faults for any text, each with a place in it, and never throws', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(WORDS, { maxLength: 40 }).map(words => words.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        const { tree, faults } = readYaml(text)
        const all = tree === null ? faults : [...faults, ...imagesOf(tree).faults]
        const images = tree === null ? [] : imagesOf(tree).file.images
        expect(all.length + images.length).toBeGreaterThan(0)
        const lines = text.split('\n').length
        for (const { at, because } of all) {
          expect(at.line).toBeGreaterThanOrEqual(1)
          expect(at.line).toBeLessThanOrEqual(lines)
          expect(at.column).toBeGreaterThanOrEqual(1)
          expect(because.length).toBeLessThan(300)
          expect(because).not.toMatch(/\n/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('finds a fault wherever the library finds one', () => {
    fc.assert(
      fc.property(
        fc.array(WORDS, { maxLength: 20 }).map(words => words.join('')),
        text => {
          const { errors } = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' })
          if (errors.length > 0) expect(readYaml(text).faults).not.toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })
})
