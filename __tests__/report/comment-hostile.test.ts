import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { commentKey } from '../../src/report/comment-key.ts'
import { commentReport, isUnchanged } from '../../src/report/comment.ts'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import { recordedGate } from '../../src/report/recorded-gate.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { MOST_PERCENT } from '../../src/weigh-in/limit.ts'
import { grown, imageWeight, limitVerdict, mainBranch, platformWeight, weighIn } from './sample.ts'
import { JOB, oneOf, severalImages } from './many-images.ts'
import { lineOf, subjectOf } from '../support/limits.ts'

const COMMIT = '89abcdef0123456789abcdef0123456789abcdef'

const ATTACKS = [
  '@octocat @o/team',
  '#1 o/r#1 GH-1 gh-23',
  'https://e.vil http://e.vil ftp://e.vil www.e.vil WWW.e.vil mallory@e.vil',
  '[x](javascript:y) ![p](//e.vil/p.png) [r]: //e.vil',
  '<img src=x onerror=alert(1)><a href=//e.vil>',
  '</details></summary></code></sub>',
  '--> <!-- bantam:other -->',
  '\n\n# heading\n/merge\n- item\n```\ncode',
  '| a | b |\n|---|---|',
  '`code` **bold** ~~gone~~ $x$ _em_ :tada: &lt;b&gt; &#60;b&#62; \\',
  '\u202Eright to left\u202C \u0000\u001B[31m\u200B\u2028\uD800',
  'x'.repeat(5000),
]

const hostileText = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...ATTACKS), { maxLength: 3 }).map(attacks => attacks.join(' ')),
)

/** Whatever has a baseline, growth, limits that were raised, dropped, not checked, not measured. */
const SAMPLES: readonly WeighIn[] = [
  weighIn(),
  weighIn(grown),
  weighIn({
    ...grown,
    baseline: { ...mainBranch, reason: 'it answered 503' },
    platforms: [platformWeight()],
    budget: {
      status: 'unmeasured',
      waived: false,
      limits: [
        limitVerdict({ reason: 'there is no baseline' }),
        limitVerdict({
          subject: subjectOf('module a'),
          status: 'unmeasured',
          actual: null,
          reason: 'it is gone',
        }),
      ],
      dropped: [lineOf('memory: 8MB')],
    },
  }),
  weighIn({}, { images: [imageWeight(grown), imageWeight({ ...grown, name: 'worker' })] }),
  severalImages(
    [
      oneOf('api', { platforms: 2 }),
      oneOf('web', { over: true }),
      ...'abcdef'.split('').map(name => oneOf(name, { grown: true })),
    ],
    [JOB, { ...JOB, name: 'web', code: 'registry' }],
  ),
]

/** Every string that the reader leaves open is one of these. */
function withTexts(sample: WeighIn, texts: readonly string[]): WeighIn {
  let value = JSON.parse(JSON.stringify(sample)) as unknown
  let next = 0
  for (const place of placesOf(value)) {
    const changed = replaced(value, place, texts[next % texts.length] ?? '')
    if (!readWeighIn(changed).ok) continue
    value = changed
    next += 1
  }
  expect(next).toBeGreaterThan(10)
  return value as WeighIn
}

type Place = readonly (string | number)[]

function placesOf(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value === 'string') return [place]
  if (Array.isArray(value)) return value.flatMap((item, at) => placesOf(item, [...place, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => placesOf(item, [...place, name]))
}

function replaced(value: unknown, [first, ...rest]: Place, text: string): unknown {
  if (first === undefined) return text
  if (Array.isArray(value)) return value.map((item, at) => (at === first ? replaced(item, rest, text) : item))
  const object = value as Readonly<Record<string, unknown>>
  return { ...object, [first]: replaced(object[first], rest, text) }
}

function commentOf(value: WeighIn): string {
  return commentReport(value, recordedGate(value), commentKey(value), { saidBy: COMMIT })
}

const OWN_TAGS = /<\/?(?:code|sub|details|summary)>/g
/** How a line of the report begins, which none of a weigh-in's text does. */
const OWN_LINE = /^(?:$|#{3,4} |\||- |<details><summary>|<\/details>|<sub>|<code>|[A-Z])/

/** What in a comment is more than text, or came from elsewhere than the report; empty where it is harmless. */
function harmIn(text: string): readonly string[] {
  const [marker = '', ...lines] = text.split('\n')
  const rest = lines.join('\n')
  const count = (pattern: RegExp) => rest.match(pattern)?.length ?? 0
  const harms: Readonly<Record<string, boolean>> = {
    'too long for GitHub': text.length > 65_536,
    'no marker': !/^<!-- bantam:[0-9a-f]{32} -->$/.test(marker),
    'another marker': /<!--|-->/.test(rest),
    'a tag': /[<>]/.test(rest.replace(OWN_TAGS, '')),
    'a tag left open':
      count(/<(?:code|sub|details|summary)>/g) !== count(/<\/(?:code|sub|details|summary)>/g),
    'a line of its own': lines.some(line => !OWN_LINE.test(line)),
    'a control character': /[^\P{Cc}\n]|\p{Cf}|\p{Zl}|\p{Zp}/u.test(rest),
    'a mention, code or a link': /@|`|\]\(|:\/\/|www\./i.test(rest),
    'a reference': /(?<!&)#\d/.test(rest) || /\bGH-\d/i.test(rest.replace(/<code>.*?<\/code>/g, '')),
    'a broken row': hasBrokenRow(lines),
  }
  return Object.keys(harms).filter(harm => harms[harm])
}

/** One with more or fewer cells than the head of its table. */
function hasBrokenRow(lines: readonly string[]): boolean {
  let columns = 0
  return lines.some((line, at) => {
    if (!line.startsWith('|')) return false
    const cells = line.split('|').length
    if (lines[at - 1]?.startsWith('|') !== true) columns = cells
    return cells !== columns
  })
}

/** A limit of nothing and one of too many percent are refused before there is a comment. */
function withinRules(key: string, number: number): number {
  if (key === 'amount') return Math.max(1, number)
  return key === 'percent' ? Math.min(MOST_PERCENT, number) : number
}

describe('the comment on a hostile weigh-in', () => {
  it.each(ATTACKS)('shows %j as text', attack => {
    for (const sample of SAMPLES) expect(harmIn(commentOf(withTexts(sample, [attack])))).toEqual([])
  })

  it('is harmless, whatever its texts are', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 20 }), fc.nat(), (texts, at) => {
        const sample = SAMPLES[at % SAMPLES.length] ?? weighIn()
        expect(harmIn(commentOf(withTexts(sample, texts)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('is harmless, whatever its numbers are', () => {
    const size = fc.oneof(fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER), fc.maxSafeNat())
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 20 }), sizes => {
        let next = 0
        const numbers = (key: string, value: unknown) =>
          typeof value === 'number' && !['schemaVersion', 'bytes'].includes(key)
            ? withinRules(key, sizes[(next += 1) % sizes.length] ?? 0)
            : value
        for (const sample of SAMPLES) {
          const read = readWeighIn(JSON.parse(JSON.stringify(sample, numbers)))
          expect(read.ok).toBe(true)
          if (read.ok) expect(harmIn(commentOf(read.value))).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('says early whose figures these are, also where nothing changed and where the rest has no room', () => {
    const many = Array.from({ length: 900 }, (_, at) =>
      imageWeight({ ...grown, name: `${at}${'<'.repeat(400)}` }),
    )
    const same = { ...platformWeight(), growth: { metrics: [], causes: [], nodes: [], files: [] } }
    for (const value of [
      weighIn({ baseline: mainBranch, platforms: [same] }),
      weighIn({}, { images: many }),
      weighIn(grown),
    ]) {
      const text = commentOf(value)
      expect(harmIn(text)).toEqual([])
      expect(text.split('\n').slice(0, 6)).toContain(
        "<sub>These figures come from the pull request's own run for commit 89abcde. They were not measured again here.</sub>",
      )
    }
    expect(isUnchanged(weighIn({ baseline: mainBranch, platforms: [same] }), { pass: true })).toBe(true)
  })
})
