import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { document } from '../../src/report/document.ts'
import { code, escape, fence } from '../../src/report/escape.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import { printable } from '../../src/report/printable.ts'
import type { ImageWeight } from '../../src/weigh-in/weigh-in.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { growthOf } from '../../src/size/growth.ts'
import {
  grown,
  limitVerdict,
  mainBranch,
  olderWeight,
  overBudget,
  platformWeight,
  proxyBinary,
  proxyTree,
  weighIn,
} from './sample.ts'
import { boundOf, subjectOf } from '../support/limits.ts'

const HOSTILE =
  'a|b`c`\n## @octocat <img src=x onerror=alert(1)> [x](javascript:y) ![p](https://e.vil) #1 \u202E*_~ &amp; \\'

function report(image: Partial<ImageWeight> = {}, sentence = 'Within budget.'): string {
  return markdownReport(weighIn(image), { pass: true, sentence })
}

/** Of each line, what could be Markdown or HTML in it. */
function shapeOf(text: string): readonly string[] {
  return text.split('\n').map(line => line.replace(/&#\d+;/g, '').replace(/[^|<>#`*[\]@]/g, ''))
}

describe('markdownReport', () => {
  it.each([
    {
      name: 'within',
      image: {},
      first: '### <code>proxy</code>: within budget, image 2.20 MB of 3 MB (73 %)',
    },
    {
      name: 'over',
      image: overBudget,
      first: '### <code>proxy</code>: over budget, image 2.20 MB of 2 MB (110 %)',
    },
    {
      name: 'let through',
      image: { budget: { ...overBudget.budget!, waived: true } },
      first: '### <code>proxy</code>: over budget, allowed, image 2.20 MB of 2 MB (110 %)',
    },
    {
      name: 'none',
      image: { budget: { status: 'none', waived: false, limits: [], dropped: [] } },
      first: '### <code>proxy</code>: no budget, image 2.20 MB',
    },
    {
      name: 'unmeasured',
      image: {
        budget: {
          status: 'unmeasured',
          waived: false,
          limits: [limitVerdict({ subject: subjectOf('memory'), actual: null, status: 'unmeasured' })],
          dropped: [],
        },
      },
      first: '### <code>proxy</code>: budget could not be checked, memory was not measured',
    },
    {
      name: 'grown',
      image: grown,
      first: '### <code>proxy</code>: over budget, module golang.org/x/net growth +120 kB of +0, and 1 more',
    },
  ] as const)('says in its first line: $name', ({ image, first }) => {
    expect(report(image).split('\n')[0]).toBe(first)
  })

  it('holds sizes against limits, the price, the proof, the files and the times', () => {
    const text = report(overBudget, 'Over budget: image is too large.')
    expect(text).toContain('\nOver budget: image is too large.\n')
    expect(text).toContain(
      '| image <sub>all files</sub> | 2.20 MB | 2 MB | 110 % | ██████████ | over budget by 202123 B (10.1 %) |',
    )
    expect(text).toContain('| download <sub>what a pull transfers</sub> | 2.15 MB |  |  |  |  |')
    expect(text).toContain('- <code>/proxy</code> packed from 6.32 MB to 2.02 MB (−68.0 %)')
    expect(text).toContain('125 ms of processor time to start (linked 2 ms), 6.0 MB private (linked 0.4 MB)')
    expect(text).toContain(
      'has the same code in memory as the linked binary and starts with 1 and 4000 environment variables',
    )
    expect(text).toContain('| <code>/etc/ssl/certs/ca-certificates.crt</code> | 181 kB | 8 % | █░░░░░░░░░ |')
    expect(text).toContain('| pack | proxy linux/amd64 | 2.9 s |')
    expect(text).toContain('smoke test: passed, 8080/healthz answered 404')
    expect(text).toContain('Nothing was published.')
    expect(report()).toContain(
      'Published as <code>ghcr.io/o/proxy:v1</code>, <code>ghcr.io/o/proxy:latest</code>',
    )
  })

  it('tells growth, its causes first, and where it is from', () => {
    const text = report(grown, 'Over budget.')
    const places = [
      '\n#### Growth over the image ghcr.io/o/proxy:main, commit fedcba9\n',
      '\n- Go changed from go1.25.3 to go1.26.8\n',
      '\n| image | 2.16 MB | 2.20 MB | +41.0 kB | +1.9 % |\n',
      '\n| memory | 6.0 MB | 6.0 MB | unchanged |  |\n',
      '\n| <code>golang.org/x/net</code> | v0.29.0 → v0.30.0 | 780 kB | 900 kB | +120 kB | <code>golang.org/x/net/http2</code> +100 kB |\n',
      '\n| <code>golang.org/x/text</code> | v0.20.0, gone | 40.0 kB |  | −40.0 kB |  |\n',
    ].map(line => text.indexOf(line))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(text).toContain(
      '| growth of module <code>golang.org/x/net</code> | +120 kB | +0 |  | ██████████ | over budget by 120000 B; 500 kB of constant data has no owner and is not counted |',
    )
    expect(text).toContain('| 2.20 MB | 3 MB | 73 % | ███████░░░ | raised from 2.5 MB |')
  })

  it.each([
    {
      name: 'no growth',
      image: {
        ...grown,
        platforms: [platformWeight({ growth: growthOf(platformWeight(), platformWeight()) })],
      },
      line: '#### Growth over the image ghcr.io/o/proxy:main, commit fedcba9: none beyond noise',
    },
    {
      name: 'no baseline',
      image: { baseline: { ...mainBranch, kind: 'none', reason: 'a first run' } },
      line: 'No baseline: a first run',
    },
    {
      name: 'a baseline that could not be read',
      image: { baseline: { ...mainBranch, reason: '503' } },
      line: 'The baseline (the image ghcr.io/o/proxy:main) could not be read: 503',
    },
    {
      name: 'a baseline, and nothing to compare',
      image: { baseline: mainBranch },
      line: 'Compared with the image ghcr.io/o/proxy:main, commit fedcba9',
    },
  ] as const)('says so in one line: $name', ({ image, line }) => {
    expect(report(image).split('\n')).toContain(line)
  })

  it('says a sentence more within the budget where that lets more through than the baseline had', () => {
    const limits = [limitVerdict({ raisedFrom: boundOf('2 MB') })]
    const raised = report(
      { budget: { status: 'within', waived: false, limits, dropped: [] } },
      'Within. Raised.',
    )
    expect(raised).toContain('\nWithin. Raised.\n')
    expect(report({}, 'Within budget.')).not.toContain('\nWithin budget.\n')
  })

  it('folds a tree of packages away, each module a fold of its own', () => {
    const text = report()
    expect(text).toContain(
      '<details><summary>What is in <code>proxy</code> for linux&#47;amd64, before packing (6.32 MB)</summary>'.replace(
        '&#47;',
        '/',
      ),
    )
    expect(text).toContain(
      '<li><details><summary><code>golang.org/x/net</code> v0.30.0 900 kB, 14 %</summary><ul>' +
        '<li><code>golang.org/x/net/http2</code> 700 kB, 11 %</li>' +
        '<li><code>golang.org/x/net/http2/hpack</code> 200 kB, 3 %</li></ul></details></li>\n',
    )
    for (const tag of ['details', 'ul', 'li', 'summary'])
      expect(text.split(`<${tag}>`)).toHaveLength(text.split(`</${tag}>`).length)
  })

  it('says why something ships unpacked, and what was not proven', () => {
    const unpacked = {
      ...proxyBinary,
      pack: { status: 'unpacked', packer: 'upx 4.2.4', reason: 'no UPX passes on linux/arm64' },
      proof: { status: 'not run', reason: 'nothing was packed', isolation: null, environments: [] },
      price: null,
    } as const
    const text = report({ platforms: [platformWeight({ binaries: [unpacked] })] })
    expect(text).toContain('ships unpacked, 2.02 MB: no UPX passes on linux/arm64')
    expect(text).toContain('proof: **not run**, nothing was packed')
    expect(text).toContain('| memory <sub>private, at the start</sub> | not measured |')
  })

  it('says what was looked at, and what was not', () => {
    const reason = 'memory was not compared under an emulator'
    const proof = { status: 'proven', reason, isolation: 'process', environments: [1, 2, 4000] } as const
    const text = report({ platforms: [platformWeight({ binaries: [{ ...proxyBinary, proof }] })] })
    expect(text).toContain(
      `- proof: starts with 1, 2 and 4000 environment variables, in an ordinary process, ${reason}`,
    )
  })

  it('keeps its shape whatever the repository calls things', () => {
    const children: readonly Breakdown[] = [{ name: `/${HOSTILE}`, kind: 'file', bytes: 2_202_123 }]
    const breakdown: Breakdown = { name: 'image', kind: 'image', bytes: 2_202_123, children }
    const hostile = report(
      { name: HOSTILE, references: [HOSTILE], platforms: [platformWeight({ breakdown })] },
      HOSTILE,
    )
    const calm = report({
      name: 'calm',
      references: ['calm'],
      platforms: [
        platformWeight({ breakdown: { ...breakdown, children: [{ ...children[0]!, name: '/calm' }] } }),
      ],
    })
    expect(shapeOf(hostile)).toEqual(shapeOf(calm))
  })

  it('keeps its shape whatever modules, versions, limits and baselines are called', () => {
    const named = (name: string) => {
      const rename = (node: Breakdown): Breakdown => ({
        ...node,
        name: `${name}${node.bytes}`,
        ...(node.version === undefined ? {} : { version: name }),
        ...(node.children === undefined ? {} : { children: node.children.map(rename) }),
      })
      const binaries = [{ ...proxyBinary, breakdown: rename(proxyTree) }]
      const now = platformWeight({ binaries })
      const compared = growthOf({ ...olderWeight(), settings: { ...now.settings, go: name } }, now)
      const limits = [
        limitVerdict({ subject: { kind: 'module', path: name } }),
        limitVerdict({ subject: { kind: 'package', path: name }, status: 'unmeasured', reason: name }),
      ]
      return report({
        baseline: { ...mainBranch, reference: name, revision: name },
        budget: {
          status: 'unmeasured',
          waived: false,
          limits,
          dropped: [{ subject: { kind: 'module', path: name }, bound: boundOf('1 MB') }],
        },
        platforms: [{ ...now, growth: compared }],
      })
    }
    expect(shapeOf(named(HOSTILE))).toEqual(shapeOf(named('calm')))
  })

  it('stays under 1 MiB with a tree of a thousand modules, and closes every fold', () => {
    const packages = (index: number) =>
      Array.from({ length: 300 }, (_, at): Breakdown => ({
        name: `github.com/o/module${index}/${'deep/'.repeat(20)}package${at}`,
        kind: 'package',
        bytes: at,
      }))
    const children = Array.from({ length: 1_000 }, (_, index): Breakdown => ({
      name: `github.com/o/module${index}`,
      kind: 'module',
      version: 'v1.0.0',
      bytes: 44_850,
      children: packages(index),
    }))
    const breakdown: Breakdown = { name: 'proxy', kind: 'binary', bytes: 44_850_000, children }
    const text = report({ platforms: [platformWeight({ binaries: [{ ...proxyBinary, breakdown }] })] })
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    expect(text).toContain('100 others')
    for (const tag of ['details', 'ul', 'li'])
      expect(text.split(`<${tag}>`)).toHaveLength(text.split(`</${tag}>`).length)
    expect(text).toContain('The rest was left out')
    expect(text).toContain('Published as')
  })

  it('stays under 1 MiB, whole to its last row, whatever it is given', () => {
    const name = '😀'.repeat(10_000)
    const children = Array.from({ length: 500 }, (_, index): Breakdown => ({
      name: `/${index}${name}`,
      kind: 'file',
      bytes: 1,
    }))
    const layers = Array.from({ length: 400 }, () => ({
      digest: platformWeight().digest,
      size: 1,
      what: name,
    }))
    const platform = platformWeight({
      layers,
      breakdown: { name: 'image', kind: 'image', bytes: 500, children },
    })
    const text = report({ name, platforms: Array.from({ length: 3 }, () => platform) })
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    expect(Buffer.byteLength(text)).toBeGreaterThan(900_000)
    const rows = text.split('\n').filter(line => line.startsWith('|'))
    expect(rows.filter(line => !line.endsWith('|'))).toEqual([])
    expect(text).toContain('The rest was left out')
  })
})

describe('escape', () => {
  it('leaves nothing that Markdown, HTML or GitHub reads as its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constant(HOSTILE)), text => {
        for (const escaped of [escape(text), code(text).slice('<code>'.length, -'</code>'.length)]) {
          const bare = escaped.replace(/&#\d+;/g, '')
          expect(bare).not.toMatch(/[<>&"'`*_~[\]|\\@#!\r\n]|:\/\/|www\./i)
          expect(escaped).not.toMatch(/^(?:\d+[.)](?:\s|$)|[-+=](?:[-=\s]|$)|\s)/)
        }
      }),
    )
  })

  it('loses nothing that can be printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const back = code(text)
          .slice(6, -7)
          .replace(/&#(\d+);/g, (_, point: string) => String.fromCharCode(Number(point)))
        expect(back).toBe(printable(text).trim())
      }),
    )
  })

  it('keeps names from being mentions, and numbers from being references', () => {
    expect(escape('@octocat #12')).toBe('&#64;&#8203;octocat &#35;&#8203;12')
  })
})

describe('fence', () => {
  it('cannot be closed from within', () => {
    const part = fc.oneof(fc.constantFrom('```', '````', '~~~', '\n', '`'), fc.string())
    fc.assert(
      fc.property(
        fc.array(part).map(parts => parts.join('')),
        text => {
          const [open = '', , close = ''] = fence(text, 1_000)
          const [, body = ''] = fence(text, 1_000)
          const ticks = /^`+/.exec(open)?.[0] ?? ''
          expect(close).toBe(ticks)
          expect(body).not.toContain(ticks)
        },
      ),
    )
  })

  it('keeps the beginning, its lines and its tabs, without colours', () => {
    expect(fence('\u001B[31ma\r\n\tb\nccc', 7)[1]).toBe(' [31ma\n\n…')
    expect(fence('a\n\tb', 100)).toEqual(['```text', 'a\n\tb', '```'])
  })
})

describe('document', () => {
  it('never exceeds its limit by a byte, nor cuts a row', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map(text => `|${printable(text)}|`)
    const section = fc.record({
      head: fc.array(line, { maxLength: 2 }),
      rows: fc.array(line),
      foot: fc.array(line, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(section), fc.integer({ min: 60, max: 2_000 }), (sections, limit) => {
        const text = document(sections, limit)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
        const known = new Set(sections.flatMap(({ head, rows, foot }) => [...head, ...rows, ...foot]))
        const unknown = text
          .split('\n')
          .filter(row => row !== '' && !row.startsWith('The rest') && !known.has(row))
        expect(unknown).toEqual([])
      }),
    )
  })
})
