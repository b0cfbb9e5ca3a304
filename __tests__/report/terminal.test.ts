import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { runCommand } from '../../src/report/run-command.ts'
import type { Screen } from '../../src/report/screen.ts'
import { headline, stageLine } from '../../src/report/stage-line.ts'
import { assembleStage, compileStage, packStage, proveStage } from '../../src/report/stages.ts'
import { verdictLines } from '../../src/report/terminal.ts'
import { whereLines } from '../../src/report/where-lines.ts'
import type { ImageWeight } from '../../src/weigh-in/weigh-in.ts'
import {
  digestOf,
  imageWeight,
  limitVerdict,
  overBudget,
  platformWeight,
  proxyBinary,
  weighIn,
} from './sample.ts'
import { oneOf, severalImages } from './many-images.ts'
import { boundOf, lineOf, subjectOf } from '../support/limits.ts'

const PIPE: Screen = { width: 120, colour: false }

function printed(screen: Screen, image: Partial<ImageWeight> = {}): string {
  const { binaries, sizes } = platformWeight()
  const stages = [
    compileStage({ version: 'go1.26.8', source: 'PATH' }, binaries, 312),
    packStage(proxyBinary, 2_911),
    proveStage(proxyBinary, 214),
    assembleStage(['certificates', 'proxy'], sizes),
  ]
  const run = runCommand(
    'proxy',
    { kind: 'layout', path: '.bantam/proxy' },
    { ports: ['8080'], env: { PORT: '8080' } },
  )
  return [
    headline('proxy', 'linux/amd64', screen),
    '',
    ...stages.map(stage => stageLine(stage, screen)),
    '',
    ...verdictLines(weighIn(image), screen),
    '',
    ...whereLines('.bantam/proxy', digestOf('9c1f'), run, screen),
    '',
  ].join('\n')
}

describe('the report of a terminal', () => {
  it("is as calm as DESIGN's", () => {
    expect(printed(PIPE)).toBe(`\
proxy  linux/amd64

  compile   go1.26.8 (PATH)             0.3 s   6.32 MB
  pack      upx 4.2.4 --best --lzma     2.9 s   2.02 MB   −68.0 %
  prove     same code, 2 environments   0.2 s   125 ms of processor time to start (linked 2 ms), 6.0 MB private (linked
                                                0.4 MB)
  assemble  certificates, proxy                 2.20 MB   2.15 MB to pull

  image     2.20 MB of 3 MB             73 %    within budget

  .bantam/proxy   ${digestOf('9c1f')}
  run it:  skopeo copy oci:.bantam/proxy docker-daemon:proxy:latest && docker run --rm -e PORT=8080 -p 8080:8080 proxy
`)
  })

  it('puts what does not fit below, and breaks no figure from its unit', () => {
    expect(printed({ width: 40, colour: false }, overBudget)).toBe(`\
proxy  linux/amd64

  compile   go1.26.8 (PATH)  0.3 s
            6.32 MB
  pack      upx 4.2.4 --best --lzma
            2.9 s
            2.02 MB   −68.0 %
  prove     same code, 2 environments
            0.2 s
            125 ms of processor time to
            start (linked 2 ms), 6.0 MB
            private (linked 0.4 MB)
  assemble  certificates, proxy
            2.20 MB   2.15 MB to pull

  image     2.20 MB of 2 MB  110 %
            over budget by 202123 B
            (10.1 %)
  memory    5.97 MB of 8 MB  75 %
            within budget

  largest   2.02 MB   92 %   /proxy
            181 kB     8 %   /etc/ssl/certs/ca-certificates.crt

  .bantam/proxy   sha256:9c1f9c1f9c1f…
  run it:  skopeo copy oci:.bantam/proxy docker-daemon:proxy:latest && docker run --rm -e PORT=8080 -p 8080:8080 proxy
`)
  })

  it('has no escape sequence in a pipe, and the same words in colour', () => {
    const coloured = printed({ ...PIPE, colour: true }, overBudget)
    const plain = printed(PIPE, overBudget)
    expect(plain).not.toContain('\u001B')
    expect(coloured).toContain('\u001B[31mover budget by 202123 B (10.1 %)\u001B[0m')
    // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
    expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(plain)
  })
})

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '')
}

describe('stageLine', () => {
  it('fits any screen, but for words that are wider than it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1'), maxLength: 60 })
    const ms = fc.option(fc.nat({ max: 1_000_000 }))
    const width = fc.integer({ min: 40, max: 160 })
    fc.assert(
      fc.property(text, text, ms, width, (what, note, time, columns) => {
        const lines = stageLine(
          { stage: 'pack', what, ms: time, note },
          { width: columns, colour: false },
        ).split('\n')
        const longest = Math.max(0, ...`${what} ${note}`.split(' ').map(word => word.length))
        const room =
          columns >= 72
            ? Math.max(columns, 2 + 10 + what.length + 2 + 12, 48 + longest)
            : Math.max(columns, 12 + longest)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(room)
        expect(wordsOf(lines.join(' '))).toEqual(expect.arrayContaining(wordsOf(`${what} ${note}`)))
      }),
    )
  })

  it('lets long words take the room of a time that is not there', () => {
    const line = { stage: 'assemble', what: 'certificates, time zones, hello', ms: null, note: '2.60 MB' }
    expect(stageLine(line, PIPE)).toBe(`  assemble  certificates, time zones, hello     2.60 MB`)
    expect(stageLine({ ...line, what: 'hello' }, PIPE).indexOf('2.60')).toBe(48)
  })

  it('keeps all on one line where there is no window', () => {
    const line = { stage: 'prove', what: 'x'.repeat(40), ms: 1, note: 'word '.repeat(100) }
    expect(stageLine(line, { width: Infinity, colour: false })).not.toContain('\n')
  })

  it('lets no name move the cursor or turn the direction of reading', () => {
    const note = 'a\u001B[2Jb\r\nc\u202Ed\u0007'
    expect(stageLine({ stage: 'pack', what: 'upx', ms: null, note }, PIPE)).toMatch(/ {2}a \[2Jb c d$/)
  })
})

describe('packStage and proveStage', () => {
  it.each([
    {
      name: 'kept',
      line: packStage(
        {
          ...proxyBinary,
          pack: { ...proxyBinary.pack, status: 'packed', packer: 'upx 4.2.4', reason: null, kept: true },
        },
        0,
      ),
      expected:
        '  pack      upx 4.2.4                   0.0 s   2.02 MB   −68.0 %   kept from an earlier run',
    },
    {
      name: 'unpacked',
      line: packStage(
        { ...proxyBinary, pack: { status: 'unpacked', packer: null, reason: 'pack is off' } },
        null,
      ),
      expected: '  pack      not packed                          pack is off',
    },
    {
      name: 'not run',
      line: proveStage(
        {
          proof: { status: 'not run', reason: 'no emulator for arm64', isolation: null, environments: [] },
          price: null,
        },
        null,
      ),
      expected: '  prove     not run                             no emulator for arm64',
    },
    {
      name: 'proven but for the memory',
      line: proveStage(
        {
          proof: {
            status: 'proven',
            reason: 'memory was not compared',
            isolation: 'process',
            environments: [1],
          },
          price: null,
        },
        90,
      ),
      expected: '  prove     1 environment               0.1 s   memory was not compared',
    },
    {
      name: 'from files',
      line: compileStage(null, [proxyBinary], 0),
      expected: '  compile   prebuilt binary             0.0 s   6.32 MB',
    },
  ])('$name', ({ line, expected }) => {
    expect(stageLine(line, PIPE)).toBe(expected)
  })
})

describe('verdictLines', () => {
  const limit = limitVerdict({ bound: boundOf('2202122 B'), limit: 2_202_122, status: 'over' })
  const memory = limitVerdict({
    subject: subjectOf('memory'),
    bound: boundOf('8 MB'),
    limit: 8_000_000,
    actual: null,
    status: 'unmeasured',
  })
  const growth = limitVerdict({
    bound: boundOf('+20 kB'),
    limit: 2_181_123,
    before: 2_161_123,
    growth: 41_000,
  })
  const module = limitVerdict({
    subject: subjectOf('module golang.org/x/net'),
    bound: boundOf('1 MB'),
    limit: 1_000_000,
    actual: 900_000,
  })
  const absent = 'there is no baseline'

  it.each([
    {
      name: 'no budget',
      budget: { status: 'none', waived: false, limits: [] },
      expected: /^ {2}image {5}2\.20 MB +no budget$/m,
    },
    {
      name: 'a breach of one byte',
      budget: { status: 'over', waived: false, limits: [limit] },
      expected: /2202123 B of 2202122 B +>100 % +over budget by 1 B \(under 0\.1 %\)/,
    },
    {
      name: 'a breach let through',
      budget: { status: 'over', waived: true, limits: [limit] },
      expected: /over budget by 1 B .*, allowed$/m,
    },
    {
      name: 'unmeasured',
      budget: { status: 'unmeasured', waived: false, limits: [memory] },
      expected: /memory {4}unknown, of 8 MB +not measured, so it fails/,
    },
    {
      name: 'a module',
      budget: { status: 'within', waived: false, limits: [module] },
      expected:
        /^ {2}module {4}golang\.org\/x\/net\n {12}900 kB of 1 MB +90 % +within budget\n {12}500 kB of constant data has no owner and is not counted$/m,
    },
    {
      name: 'too much growth',
      budget: { status: 'over', waived: false, limits: [{ ...growth, status: 'over' }] },
      expected: /^ {2}image {5}\+41\.0 kB of \+20 kB +205 % +over budget by 21000 B$/m,
    },
    {
      name: 'growth within noise',
      budget: {
        status: 'within',
        waived: false,
        limits: [{ ...growth, bound: boundOf('+0'), limit: 2_161_123 }],
      },
      expected: /\+41\.0 kB of \+0 +within budget, the growth is only noise$/m,
    },
    {
      name: 'growth from nothing',
      budget: {
        status: 'within',
        waived: false,
        limits: [{ ...growth, limit: null, before: null, growth: null, reason: absent }],
      },
      expected: /^ {2}image {5}\+20 kB +passes, there is no baseline$/m,
    },
    {
      name: 'a baseline that could not be read',
      budget: {
        status: 'unmeasured',
        waived: false,
        limits: [{ ...growth, growth: null, status: 'unmeasured', reason: 'the baseline could not be read' }],
      },
      expected: /unknown, of \+20 kB +the baseline could not be read, so it fails$/m,
    },
    {
      name: 'a breach that the baseline had, and a limit that was raised',
      budget: {
        status: 'over',
        waived: true,
        limits: [{ ...limit, inherited: true, raisedFrom: boundOf('2 MB') }],
      },
      expected: /over budget by 1 B \(under 0\.1 %\), as in the baseline, allowed, raised from 2 MB$/m,
    },
    {
      name: 'a limit that is gone',
      budget: { status: 'within', waived: false, limits: [module], dropped: [lineOf('memory: 8MB')] },
      expected: /^ {2}no longer limited: memory: 8MB$/m,
    },
  ] as const)('tells $name', ({ budget, expected }) => {
    const whole = { dropped: [], ...budget }
    expect(verdictLines(weighIn({ budget: whole }), { ...PIPE, width: 200 }).join('\n')).toMatch(expected)
  })

  it('says once that there is no baseline', () => {
    const image = (reason: string | null) =>
      imageWeight({
        baseline: { kind: 'none', reference: null, digest: null, revision: null, reason: 'a first run' },
        budget: { status: 'within', waived: false, limits: [{ ...growth, reason }], dropped: [] },
      })
    const lines = (reason: string | null) => verdictLines(weighIn({}, { images: [image(reason)] }), PIPE)
    expect(lines(null)).toContain('  growth    no baseline: a first run')
    expect(
      lines(absent)
        .join('\n')
        .match(/no baseline/g),
    ).toHaveLength(1)
  })

  it('tells images and platforms apart where there are several', () => {
    const arm = platformWeight({ platform: 'linux/arm64' })
    const image = imageWeight({
      budget: { status: 'none', waived: false, limits: [], dropped: [] },
      platforms: [platformWeight(), arm],
    })
    const lines = verdictLines(weighIn({}, { images: [image, imageWeight({ name: 'other' })] }), PIPE)
    expect(lines.map(line => line.trim())).toEqual([
      expect.stringMatching(/^image +platform +size +limit +used$/),
      expect.stringMatching(/^proxy +linux\/amd64 .* no budget$/),
      expect.stringMatching(/^linux\/arm64 .* no budget$/),
      expect.stringMatching(/^other +linux\/amd64 .* within$/),
      '',
      '2 images: 1 passes, 1 without a budget',
    ])
  })

  it('says more only of those of several images that need it', () => {
    const lines = verdictLines(
      severalImages([
        oneOf('api', { platforms: 2 }),
        oneOf('web', { over: true }),
        oneOf('cron', { grown: true }),
      ]),
      { width: 100, colour: false },
    )
    const text = lines.join('\n')
    expect(text).toContain('  4 images: 1 failed, 1 not within budget, 2 pass')
    const after = text.slice(text.indexOf('4 images'))
    expect(after.match(/^\w+$/gm)).toEqual(['web', 'cron'])
    expect(after).toMatch(/over budget by 202123 B/)
    expect(after.match(/golang\.org\/x\/net v0/g)).toHaveLength(1)
  })

  it('says of which platform the largest parts are, where several are over', () => {
    const whole = severalImages([oneOf('web', { over: true, platforms: 2 })], [])
    const text = verdictLines(whole, { width: 100, colour: false }).join('\n')
    expect(text.match(/^ {2}largest .*$/gm)).toEqual([
      '  largest   2.02 MB   92 %   /proxy, linux/amd64',
      '  largest   2.02 MB   92 %   /proxy, linux/arm64',
    ])
  })
})
