import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import semver from 'semver'
import { choose, parseWanted, rangeOf, satisfies, type Wanted } from '../../src/toolchain/go-request.ts'

const minimum = (version: string): Wanted => ({ kind: 'minimum', version })
const range = (text: string): Wanted => ({ kind: 'range', range: text })
const stable: Wanted = { kind: 'channel', channel: 'stable' }
const oldstable: Wanted = { kind: 'channel', channel: 'oldstable' }
const any: Wanted = { kind: 'any' }

describe('parseWanted', () => {
  it.each([
    { text: '1.26.8', yes: ['1.26.8'], no: ['1.26.7', '1.26.9', '1.26.8-rc.1'] },
    { text: 'go1.26.8', yes: ['1.26.8'], no: ['1.26.9'] },
    { text: ' 1.26 ', yes: ['1.26.0', '1.26.8'], no: ['1.25.9', '1.27.0', '1.26.0-rc.1', '1.27.0-rc.1'] },
    { text: '1.26.x', yes: ['1.26.0', '1.26.8'], no: ['1.27.0'] },
    { text: '>=1.25', yes: ['1.25.0', '1.27.4'], no: ['1.24.13'] },
    { text: '>=1.25 <1.27', yes: ['1.25.0', '1.26.8'], no: ['1.27.0'] },
    { text: '^1.25.3', yes: ['1.25.3', '1.27.4'], no: ['1.25.2'] },
    { text: '~1.25.3', yes: ['1.25.4'], no: ['1.26.0'] },
    { text: '1.24 || 1.26', yes: ['1.24.1', '1.26.8'], no: ['1.25.1'] },
    { text: '1.27rc1', yes: ['1.27.0-rc.1'], no: ['1.27.0', '1.27.0-rc.2'] },
    { text: 'go1.27rc1', yes: ['1.27.0-rc.1'], no: ['1.27.0'] },
    { text: '1.27.0-rc.1', yes: ['1.27.0-rc.1'], no: ['1.27.0'] },
    { text: '>=1.27rc1', yes: ['1.27.0-rc.1', '1.27.0-rc.2', '1.27.0', '1.28.0'], no: ['1.26.8'] },
  ])('reads "$text"', ({ text, yes, no }) => {
    const wanted = parseWanted(text)
    if (!wanted.ok) throw new Error(wanted.problem)
    expect([...yes, ...no].filter(version => satisfies(wanted.value, version))).toEqual(yes)
  })

  it('reads the channels', () => {
    expect(parseWanted('stable')).toEqual({ ok: true, value: stable })
    expect(parseWanted('oldstable')).toEqual({ ok: true, value: oldstable })
  })

  it.each(['', ' ', 'banana', 'latest', '*', 'x', '1.26.8.1', '>=', 'v1..2', 'system', '1.26;rm'])(
    'refuses "%s" and says what to write',
    text => {
      expect(parseWanted(text)).toEqual({
        ok: false,
        problem: expect.stringContaining('write 1.26.8, 1.26, >=1.25, stable or oldstable'),
      })
    },
  )

  it('never throws, and what it takes is a range', () => {
    const grammar = fc.array(
      fc.constantFrom('go', '1', '.', '26', 'rc', '>=', '<', '||', ' ', 'x', '-', '^', 'stable'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          grammar.map(parts => parts.join('')),
        ),
        text => {
          const wanted = parseWanted(text)
          if (wanted.ok && wanted.value.kind === 'range')
            expect(semver.validRange(wanted.value.range)).not.toBeNull()
        },
      ),
    )
  })
})

describe('satisfies', () => {
  it.each([
    { name: 'a minimum takes itself', wanted: minimum('1.26.0'), version: '1.26.0', will: true },
    { name: 'a minimum takes any later minor', wanted: minimum('1.24.9'), version: '1.26.0', will: true },
    {
      name: 'a minimum takes a later release candidate',
      wanted: minimum('1.25.0'),
      version: '1.26.0-rc.1',
      will: true,
    },
    { name: 'a minimum refuses an earlier patch', wanted: minimum('1.26.9'), version: '1.26.8', will: false },
    {
      name: 'a release refuses its candidate',
      wanted: minimum('1.26.0'),
      version: '1.26.0-rc.1',
      will: false,
    },
    {
      name: 'a language takes its candidate',
      wanted: minimum('1.26.0-0'),
      version: '1.26.0-rc.1',
      will: true,
    },
    { name: 'nothing asked takes all', wanted: any, version: '1.4.0', will: true },
    { name: 'a channel knows none yet', wanted: stable, version: '1.27.4', will: false },
  ])('$name', ({ wanted, version, will }) => expect(satisfies(wanted, version)).toBe(will))
})

describe('rangeOf', () => {
  it.each([
    { wanted: any, gives: '*' },
    { wanted: range('~1.26.0'), gives: '~1.26.0' },
    { wanted: minimum('1.26.0-0'), gives: '>=1.26.0-0' },
    { wanted: oldstable, gives: null },
  ])('gives $gives', ({ wanted, gives }) => expect(rangeOf(wanted)).toBe(gives))
})

describe('choose', () => {
  const known = ['1.27.0', '1.25.13', '1.28.0-rc.1', '1.27.4', '1.26.9', '1.26.11', '1.26.0'].map(
    version => ({
      version,
      stable: !version.includes('-'),
    }),
  )
  it.each([
    { name: 'the newest of a minor', wanted: range('>=1.26.0 <1.27.0-0'), gives: '1.26.11' },
    { name: 'an exact version', wanted: range('1.26.9'), gives: '1.26.9' },
    { name: 'a release candidate that is asked for', wanted: range('1.28.0-rc.1'), gives: '1.28.0-rc.1' },
    { name: 'no release candidate otherwise', wanted: range('>=1.25.0'), gives: '1.27.4' },
    { name: "the newest of a minimum's minor", wanted: minimum('1.26.9'), gives: '1.26.11' },
    { name: "the newest of a language's minor", wanted: minimum('1.26.0-0'), gives: '1.26.11' },
    { name: 'a candidate where the minor has no more', wanted: minimum('1.28.0-0'), gives: '1.28.0-rc.1' },
    { name: 'a later minor where that one is not there', wanted: minimum('1.24.3'), gives: '1.27.4' },
    { name: 'nothing above the newest', wanted: minimum('1.29.0'), gives: null },
    { name: 'the newest release', wanted: stable, gives: '1.27.4' },
    { name: 'the newest of the minor before', wanted: oldstable, gives: '1.26.11' },
    { name: 'the newest where nothing is asked', wanted: any, gives: '1.27.4' },
  ])('gives $name', ({ wanted, gives }) => expect(choose(wanted, known)?.version ?? null).toBe(gives))

  it.each([any, stable, oldstable, minimum('1.0.0'), range('*')])(
    'gives nothing out of nothing for %j',
    wanted => {
      expect(choose(wanted, [])).toBeNull()
    },
  )
})
