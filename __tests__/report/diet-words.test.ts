import { describe, expect, it } from '@jest/globals'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { parseShellWords } from '../../src/declare/shell-words.ts'
import { parse } from 'yaml'
import {
  changeCommands,
  changePrice,
  changesPrice,
  changesTitle,
  failureWords,
  nothingWords,
  settingsText,
  untriedWords,
} from '../../src/report/diet-words.ts'
import { tagPrice } from '../../src/report/tag-words.ts'
import type { Setting } from '../../src/diet/settings.ts'
import { CHANGES, PROXY, tried } from '../diet/sample.ts'

const SETTINGS: readonly Setting[] = [
  { input: 'go-version', value: '1.27.4' },
  { input: 'build-tags', value: 'own,nomsgpack' },
  { input: 'build-flags', value: "'-asmflags=all=-D x' -gcflags=all=-l" },
  { input: 'pack', value: 'off' },
]
const VALUES = Object.fromEntries(SETTINGS.map(({ input, value }) => [input, value]))

describe('settingsText', () => {
  it('is flags that the command line takes for just that', () => {
    const words = parseShellWords(settingsText(SETTINGS, 'terminal'))
    const command = parseCommandLine(['build', ...(words.ok ? words.value : [])])
    expect(command).toMatchObject({ ok: true, value: { given: { values: VALUES, problems: [] } } })
  })

  it('is YAML that a workflow takes for just that', () => {
    expect(parse(settingsText(SETTINGS, 'action'))).toEqual(VALUES)
  })
})

describe('a change', () => {
  it.each(CHANGES)('has a title and a price: $kind', change => {
    expect(changesTitle([change])).not.toBe('')
    expect(changePrice(change)).toMatch(/^[A-Za-z].*[^.]$/)
  })

  it('has a command where no input makes it', () => {
    expect(changeCommands(CHANGES)).toEqual(['go get example.com/dep@v1.1.0'])
  })

  it('breaks nothing that the binary does not need', () => {
    expect(changePrice({ kind: 'no certificates', needed: false })).toMatch(/^none:/)
    expect(changePrice({ kind: 'no certificates', needed: true })).toMatch(/fails/)
  })

  it('has one title with others, and their prices', () => {
    expect(changesTitle(CHANGES)).toBe('all changes together')
    const [, one, , other] = CHANGES
    expect(changesPrice([one!, other!])).toBe(`${changePrice(one!)}; ${changePrice(other!)}`)
  })
})

describe('tagPrice', () => {
  it('knows what well-known tags take away', () => {
    expect(tagPrice('nethttpomithttp2', ['net/http'])).toMatch(/has no HTTP\/2/)
  })

  it.each([
    [['a'], 'unknown; see how a uses it'],
    [['a', 'b'], 'unknown; see how a, b use it'],
    [['a', 'b', 'c', 'd', 'e'], 'unknown; see how a, b, c and 2 more use it'],
  ])('names who looks at an unknown one: %j', (packages, price) => {
    expect(tagPrice('toString', packages)).toBe(price)
  })
})

describe('failureWords', () => {
  it.each([
    ['compile', 'a.go:1: no', 'does not compile: a.go:1: no'],
    ['start', 'the packed binary hangs', 'does not start: the packed binary hangs'],
    ['pack', 'upx ended with 1', 'cannot be packed: upx ended with 1'],
    ['other', 'there is no UPX', 'could not be tried: there is no UPX'],
  ] as const)('says at which stage: %s', (stage, reason, words) => {
    expect(failureWords({ status: 'failed', stage, reason })).toBe(words)
  })
})

describe('what came to nothing', () => {
  const same = { status: 'weighed', weight: PROXY } as const
  const tag = (name: string) => tried({ kind: 'build tag', tag: name, packages: [] }, same)
  const go = { kind: 'newer go', version: 'go1.27.4' } as const

  it('is told in few words', () => {
    const grown = tried(go, { status: 'not smaller', linkedSize: PROXY.linkedSize + 512_000 })
    expect(nothingWords(PROXY, [tag('a'), grown, tag('b'), tried({ kind: 'zstd layers' }, same)])).toBe(
      'go1.27.4 (+512 kB before packing), zstd layers, build tags a, b',
    )
    expect(nothingWords(PROXY, [tag('a')])).toBe('build tag a')
  })

  it('and what was not tried is told in no more', () => {
    expect(untriedWords(['a'])).toBe('not tried, to save time: build tag a')
    expect(untriedWords(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toMatch(
      /: build tags a, b, c, d, e and 2 more$/,
    )
  })
})
