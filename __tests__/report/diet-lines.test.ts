import { describe, expect, it } from '@jest/globals'
import { dietLines } from '../../src/report/diet-lines.ts'
import { dietOf } from './diet-sample.ts'

const PLAIN = { width: 100, colour: false }
const text = (diet = dietOf(), screen = PLAIN) => dietLines(diet, screen).join('\n')

describe('dietLines', () => {
  it('begins with what the image weighs as it is', () => {
    expect(dietLines(dietOf(), PLAIN).slice(0, 4)).toEqual([
      'proxy  linux/amd64',
      '',
      '  image     2.20 MB                             2.13 MB to pull, 6.32 MB before packing',
      '  memory    6.0 MB private                      125 ms of processor time to start',
    ])
  })

  it('has of each what it saves, what to write and what it costs, the most first', () => {
    expect(text()).toContain(
      [
        '   −450 kB  all changes together, −450 kB to pull',
        '            --build-tags nomsgpack --build-flags=-gcflags=all=-l',
        '            price: the prices of all these changes',
        '',
        '   −280 kB  no inlining, −280 kB to pull',
        '            --build-flags=-gcflags=all=-l',
        '            price: slower code, because',
      ].join('\n'),
    )
  })

  it('tells what a larger image gives back', () => {
    expect(text()).toContain(
      '  +4.30 MB  zstd layers, not packed, +250 kB to pull, −5.6 MB memory, 123 ms less to start',
    )
  })

  it('names imports with the way to them, and what keeps dead code with who imports it', () => {
    expect(text()).toContain(
      '   1.21 MB  github.com/example/metrics, 12 packages\n            example.com/proxy → ',
    )
    expect(text()).toContain(
      '            text/template.(*state).evalField\n            example.com/proxy → text/template',
    )
  })

  it('folds what came to nothing, and says why something could not be tried', () => {
    expect(text()).toContain('  tried, but saved nothing: zstd layers, go1.27.4 (+680 kB before packing)')
    expect(text()).toContain('  no time zones does not compile: main.go:3:2: undefined: x')
    expect(text()).toContain('  not tried, to save time: build tags noarp, nobcache')
  })

  it.each([
    [{ status: 'newest' } as const, 'go1.26.8 is the newest Go'],
    [{ status: 'unknown', reason: 'no network' } as const, 'no newer Go was tried: no network'],
  ])('says what is with a newer Go: %j', (newerGo, says) => {
    expect(text(dietOf({ newerGo }))).toContain(says)
  })

  it.each([40, 60, 80])('fits into %d columns, but for what is copied and paths', width => {
    const long = dietLines(dietOf(), { width, colour: false }).filter(
      line => line.length > width && !/^ +(?:--|\S+$)/.test(line),
    )
    expect(long).toEqual([])
  })

  it('paints what breaks the service, and moves nothing by it', () => {
    const painted = text(dietOf(), { width: 100, colour: true })
    expect(painted).toContain('\u001B[31mprice: TLS to any other server fails')
    // oxlint-disable-next-line no-control-regex -- what colour is made of
    expect(painted.replaceAll(/\u001B\[\d+m/g, '')).toBe(text())
  })

  it('lets nothing through that moves a cursor', () => {
    const [first] = dietOf().imports
    const hostile = dietOf({ name: 'a\u001B[2J', imports: [{ ...first!, imported: 'x\u001B[2Jy' }] })
    expect(text(hostile)).not.toContain('\u001B')
  })
})
