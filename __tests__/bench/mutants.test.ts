import { describe, expect, it } from '@jest/globals'
import { describeChange, mutantsOf } from '../../bench/mutate/mutants.ts'
import { sample } from '../../bench/mutate/sample.ts'

function changesOf(source: string): readonly string[] {
  return mutantsOf('src/x.ts', source).map(mutant => {
    const cut = source.slice(mutant.start, mutant.end)
    expect(cut).toBe(mutant.original)
    return describeChange(mutant)
  })
}

describe('mutantsOf', () => {
  it.each<[string, readonly string[]]>([
    ['const a = b < c', ['b < c → b <= c', 'b < c → b >= c']],
    ['const a = b && c', ['b && c → b', 'b && c → c', 'b && c → b || c']],
    ['const a = b ?? c', ['b ?? c → b', 'b ?? c → c']],
    ['const a = b + 1', ['b + 1 → b - 1']],
    ["const a = b + 'x'", ["'x' → ''"]],
    ['const a = !b', ['!b → b']],
    ["const a = ''", ["'' → 'mutated'"]],
    ['const a = `b${c}`', ['`b${c}` → ``']],
    ['const a = [b]', ['[b] → []']],
    ['const a = { b }', ['{ b } → {}']],
    ['const a = b ? c : d', ['b → true', 'b → false']],
    ['const a = b?.c', ['?. → .']],
    ['const a = b.sort()', ['b.sort() → b']],
    ['const a = b.some(c)', ['some → every']],
    ["const [a = 'b'] = c", ["'b' → ''"]],
    ['const a = /^b$/i', ['/^b$/i → /b$/i', '/^b$/i → /^b/i']],
    ['function a() { b() }', ['b() → ;']],
    ['function a() { return b }', ['b → undefined']],
    ['function a() { throw b }', ['throw b → ;']],
    ['const a = () => b', ['b → undefined']],
    ['let a = 0; a += 1', ['a += 1 → ;', 'a += 1 → a -= 1']],
  ])('%s', (source, changes) => {
    expect(changesOf(source)).toEqual(changes)
  })

  it.each([
    "import a from 'b'",
    "export { a } from 'b'",
    "type A = 'b' | 'c'",
    "function a(b: 'c'): void {}",
    "interface A { b: 'c' }",
    "const [a = ''] = b",
    "const a = 'is no port; write a number'",
    'const a = `is no port; write a number`',
  ])('leaves types, imports and words for people alone: %s', source => {
    expect(changesOf(source)).toEqual([])
  })

  it('counts characters, not bytes, and lines', () => {
    const source = "// ‘…’ →\nconst a = 'é'\nconst b = 'c'\n"
    expect(mutantsOf('src/x.ts', source)).toMatchObject([
      { line: 2, original: "'é'", replacement: "''", code: "const a = 'é'" },
      { line: 3, original: "'c'", replacement: "''", code: "const b = 'c'" },
    ])
  })
})

describe('sample', () => {
  it('draws the same for one seed, in order, without repeating', () => {
    const values = Array.from({ length: 100 }, (_, index) => index)
    const drawn = sample(values, 10, 7)
    expect(drawn).toEqual(sample(values, 10, 7))
    expect(drawn).toEqual([...new Set(drawn)].sort((one, other) => one - other))
    expect(drawn).toHaveLength(10)
    expect(sample(values, 10, 8)).not.toEqual(drawn)
    expect(sample(values, 1000, 7)).toEqual(values)
  })
})
