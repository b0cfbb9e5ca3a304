import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { htmlReport } from '../../../src/report/html/report.ts'
import { grown, imageWeight, limitVerdict, platformWeight, weighIn } from './sample.ts'
import { boundOf, subjectOf } from '../../support/limits.ts'

const policyOf = (report: string) =>
  /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(report)?.[1] ?? ''
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
/** As a reader sees it. */
const textOf = (report: string) =>
  report
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replaceAll('<wbr>', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/[\s\u00A0]+/g, ' ')

describe('the file', () => {
  const report = htmlReport(weighIn())

  it('allows its own script and style by their hashes, and nothing else', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(report)?.[1] ?? ''
    const style = /<style>([\s\S]*?)<\/style>/.exec(report)?.[1] ?? ''
    const policy = policyOf(report).replaceAll('&#39;', "'").split('; ')
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src '${hashOf(script)}'`,
      `style-src '${hashOf(style)}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
  })

  it('has no inline style, handler, link or source, which the policy would refuse anyway', () => {
    const markup = report.replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    expect(markup).not.toMatch(/\s(?:style|on\w+|src|href|srcset)=/)
  })

  it('has the policy before anything that it is about', () => {
    expect(report.indexOf('Content-Security-Policy')).toBeLessThan(report.indexOf('<style'))
  })

  it('is the same for the same weigh-in', () => {
    expect(htmlReport(weighIn())).toBe(report)
  })
})

describe('the first glance', () => {
  it('is the verdict with its tightest limit', () => {
    expect(textOf(htmlReport(weighIn()))).toContain('Within budget : image is 2.20 MB of 3 MB (73 %)')
  })

  it.each([
    {
      name: 'a breach, with the excess in bytes',
      budget: {
        status: 'over' as const,
        waived: false,
        limits: [limitVerdict({ bound: boundOf('2 MB'), limit: 2_000_000, status: 'over' })],
        dropped: [],
      },
      says: 'Over budget : image of linux/amd64 is 2.20 MB, 202123 B (10.1 %) over its limit of 2 MB',
    },
    {
      name: 'a breach that was let through',
      budget: {
        status: 'over' as const,
        waived: true,
        limits: [limitVerdict({ bound: boundOf('2 MB'), limit: 2_000_000, status: 'over' })],
        dropped: [],
      },
      says: 'Over budget, but allowed :',
    },
    {
      name: 'a limit that could not be checked, with the reason',
      budget: {
        status: 'unmeasured' as const,
        waived: false,
        limits: [
          limitVerdict({
            subject: subjectOf('memory'),
            actual: null,
            status: 'unmeasured',
            reason: 'the proof was not run',
          }),
        ],
        dropped: [],
      },
      says: 'Budget not checked : memory of linux/amd64 was not measured: the proof was not run',
    },
    {
      name: 'no budget',
      budget: { status: 'none' as const, waived: false, limits: [], dropped: [] },
      says: 'No budget : the image is 2.20 MB',
    },
  ])('says $name', ({ budget, says }) => {
    expect(textOf(htmlReport(weighIn(imageWeight({ budget }))))).toContain(says)
  })

  it.each([
    { published: true, references: ['ghcr.io/o/proxy:v1'], says: 'Published as ghcr.io/o/proxy:v1 sha256:' },
    { published: true, references: [], says: 'Written, but not pushed to a registry. Digest sha256:' },
    { published: false, references: [], says: 'Nothing was published. Digest sha256:' },
  ])('says where the image is: $says', ({ published, references, says }) => {
    const text = textOf(htmlReport(weighIn(imageWeight({ published, references }))))
    expect(text.replace(/\s+/g, ' ')).toContain(says)
  })

  it('says beside a limit on a module what it does not count', () => {
    const words = '298 kB of constant data has no owner and is not counted'
    const limits = [
      limitVerdict({ subject: subjectOf('module std'), bound: boundOf('5 MB'), limit: 5e6, actual: 4e6 }),
    ]
    const budget = { status: 'within' as const, waived: false, dropped: [], limits }
    expect(textOf(htmlReport(weighIn(imageWeight({ budget }))))).toContain(words)
    expect(textOf(htmlReport(weighIn(imageWeight())))).not.toContain(words)
  })

  it('names the causes of growth, the largest changes, and limits that were raised or dropped', () => {
    const text = textOf(htmlReport(grown()))
    expect(text).toContain('Changed since the image ghcr.io/o/proxy:main, commit fedcba9')
    expect(text).toContain('Go changed from go1.26.7 to go1.26.8.')
    expect(text).toContain('The limit of image was raised from 2.5 MB to 3 MB.')
    expect(text).toContain('The limit memory: 8MB was removed since the baseline.')
    expect(text).toMatch(/golang\.org\/x\/net\/html\s+new \+143 kB/)
    expect(text).toMatch(/gopkg\.in\/yaml\.v3 v3\.0\.1 gone −88\.0 kB|gopkg\.in\/yaml\.v3 gone −88\.0 kB/)
    expect(text).toContain('+72.1 kB since the baseline, +50 kB allowed: over by 22119 B')
    expect(text).toContain('86 % of 500 kB')
  })

  it('folds many images up, and only those within budget stay closed', () => {
    const over = imageWeight({
      name: 'heavy',
      budget: {
        status: 'over',
        waived: false,
        limits: [limitVerdict({ limit: 1, bound: boundOf('1 B'), status: 'over' })],
        dropped: [],
      },
    })
    const report = htmlReport(weighIn(imageWeight({ name: 'a' }), over, imageWeight({ name: 'c' })))
    expect(report.match(/<details class="image"/g)).toHaveLength(3)
    expect(report.match(/<details class="image" id="image-2"\s+open/g)).toHaveLength(1)
    expect(report).toContain('3 images')
  })

  it('says of a binary that ships unpacked and unproven why', () => {
    const [binary] = platformWeight().binaries
    if (binary === undefined) throw new Error('the sample has a binary')
    const unpacked = {
      ...binary,
      pack: { status: 'unpacked', packer: null, reason: 'UPX cannot pack it safely' } as const,
      proof: { status: 'not run', reason: 'no emulator', isolation: null, environments: [] } as const,
      price: null,
    }
    const text = textOf(
      htmlReport(weighIn(imageWeight({ platforms: [platformWeight({ binaries: [unpacked] })] }))),
    )
    expect(text).toContain('/proxy ships unpacked: UPX cannot pack it safely; not proven (no emulator)')
  })
})
