import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { document } from '../../src/report/document.ts'
import { code, escape, fence } from '../../src/report/escape.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import { printable } from '../../src/report/printable.ts'
import type { Breakdown, ImageWeight } from '../../src/size/weigh-in.ts'
import { overBudget, platformWeight, proxyBinary, weighIn } from './sample.ts'

const HOSTILE =
  'a|b`c`\n## @octocat <img src=x onerror=alert(1)> [x](javascript:y) ![p](https://e.vil) #1 \u202E*_~ &amp; \\'

function report(image: Partial<ImageWeight> = {}, sentence = 'Within budget.'): string {
  return markdownReport(weighIn(image), sentence)
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
      image: { budget: { ...overBudget.budget!, allowed: true } },
      first: '### <code>proxy</code>: over budget, let through, image 2.20 MB of 2 MB (110 %)',
    },
    {
      name: 'none',
      image: { budget: { status: 'none', allowed: false, limits: [] } },
      first: '### <code>proxy</code>: no budget, image 2.20 MB',
    },
    {
      name: 'unmeasured',
      image: {
        budget: {
          status: 'unmeasured',
          allowed: false,
          limits: [
            { metric: 'memory', platform: 'linux/amd64', limit: 1, actual: null, status: 'unmeasured' },
          ],
        },
      },
      first: '### <code>proxy</code>: budget could not be checked, memory was not measured',
    },
  ] as const)('says in its first line: $name', ({ image, first }) => {
    expect(report(image).split('\n')[0]).toBe(first)
  })

  it('holds sizes against limits, the price, the proof, the files and the times', () => {
    const text = report(overBudget, 'Over budget: image is too large.')
    expect(text).toContain('\nOver budget: image is too large.\n')
    expect(text).toContain('| image <sub>all files</sub> | 2.20 MB | 2 MB | 110 % | ██████████ |')
    expect(text).toContain('| download <sub>what a pull transfers</sub> | 2.15 MB |  |  |  |')
    expect(text).toContain('- <code>/proxy</code> packed from 6.32 MB to 2.02 MB (−68.0 %)')
    expect(text).toContain('starts in 125 ms (linked 2 ms), 6.0 MB private (linked 0.4 MB)')
    expect(text).toContain('holds the linked code in memory and starts with 1 and 4000 environment variables')
    expect(text).toContain('| <code>/etc/ssl/certs/ca-certificates.crt</code> | 181 kB | 8 % | █░░░░░░░░░ |')
    expect(text).toContain('| pack | proxy linux/amd64 | 2.9 s |')
    expect(text).toContain('smoke test: passed, 8080/healthz answered 404')
    expect(text).toContain('Nothing was published.')
    expect(report()).toContain(
      'Published as <code>ghcr.io/o/proxy:v1</code>, <code>ghcr.io/o/proxy:latest</code>',
    )
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
      `- proof: starts with 1, 2 and 4000 environment variables, in a plain process, ${reason}`,
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
