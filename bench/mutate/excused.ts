// Mutants that no test should have to notice: what they change makes no difference that anybody could see.
import { describeChange, type Mutant } from './mutants.ts'
import type { Tried } from './run-mutants.ts'

interface Excuse {
  readonly file: string
  /** The line as it is, trimmed. */
  readonly code: string
  /** As it is printed: `original → replacement`. */
  readonly change: string
  readonly reason: string
}

const EXCUSES: readonly Excuse[] = [
  {
    file: 'src/declare/linker-variables.ts',
    code: "const parts = /^([^=]*)\\.([^.=]*)=(.*)$/s.exec(given ?? '')",
    change: '/^([^=]*)\\.([^.=]*)=(.*)$/s → /^([^=]*)\\.([^.=]*)=(.*)/s',
    reason: 'With the flag s, .* goes to the end anyway.',
  },
  {
    file: 'src/declare/nearest.ts',
    code: 'row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]',
    change: 'row > 1 → row >= 1',
    reason: 'Before its first letter a text has none, which equals no letter of the other.',
  },
  {
    file: 'src/image/decompress.ts',
    code: 'if (head.length > 0) yield head',
    change: 'head.length > 0 → head.length >= 0',
    reason: 'No bytes more are no bytes more.',
  },
  {
    file: 'src/size/breakdown.ts',
    code: 'return one.name < other.name ? -1 : Number(one.name > other.name)',
    change: 'one.name < other.name → one.name <= other.name',
    reason: 'Two nodes of the same name and the same bytes look alike in either order.',
  },
  {
    file: 'src/size/breakdown.ts',
    code: 'return one.name < other.name ? -1 : Number(one.name > other.name)',
    change: 'one.name > other.name → one.name >= other.name',
    reason: 'Two nodes of the same name and the same bytes look alike in either order.',
  },
  {
    file: 'src/size/growth.ts',
    code: "return { name: '', kind: 'image', bytes: children.reduce((sum, { bytes }) => sum + bytes, 0), children }",
    change: 'sum + bytes → sum - bytes',
    reason: 'Two roots are not compared, only what is below them.',
  },
  {
    file: 'src/size/node-growth.ts',
    code: '...gone.flatMap(key => compareNodes(old.get(key) ?? [], [], path)),',
    change: 'old.get(key) ?? [] → old.get(key)',
    reason: 'The keys are those of this map; the compiler does not know.',
  },
  {
    file: 'src/size/node-growth.ts',
    code: 'if (node === undefined) return []',
    change: 'node === undefined → false',
    reason: 'There is a node on one side at least; the compiler does not know.',
  },
  {
    file: 'src/size/node-growth.ts',
    code: 'if (node === undefined) return []',
    change: '[] → undefined',
    reason: 'There is a node on one side at least; the compiler does not know.',
  },
  {
    file: 'src/size/node-growth.ts',
    code: 'if (key !== undefined && before !== undefined && alone) renamed.set(key, before)',
    change: 'key !== undefined && before !== undefined → key !== undefined',
    reason: 'A key that is renamed to nothing stands for itself where the map is read.',
  },
  {
    file: 'src/size/node-growth.ts',
    code: 'if (key !== undefined && before !== undefined && alone) renamed.set(key, before)',
    change: 'key !== undefined && before !== undefined → before !== undefined',
    reason: 'A group has a key; the compiler does not know.',
  },
  {
    file: 'src/size/raised.ts',
    code: "if (old.kind === 'growth percent' && now.kind === 'growth percent') return old.percent < now.percent",
    change:
      "old.kind === 'growth percent' && now.kind === 'growth percent' → old.kind === 'growth percent' || now.kind === 'growth percent'",
    reason:
      'No number is less than the per cent that a bound of another kind has not: it is false either way.',
  },
  {
    file: 'src/size/recorded-gate.ts',
    code: 'const imageSize = Math.max(...platforms.map(({ sizes }) => sizes.imageSize))',
    change: 'max → min',
    reason: 'The size is told only where no budget was declared, which a weigh-in does not say.',
  },
  {
    file: 'src/size/subject.ts',
    code: '...(treesOf(binaries) ?? []).flatMap(tree => nodesOf(tree, of).map(({ name }) => name)),',
    change: 'treesOf(binaries) ?? [] → treesOf(binaries)',
    reason: 'Advice is asked for only where all binaries were read; the compiler does not know.',
  },
]

export function excuseOf(mutant: Mutant): string | null {
  const change = describeChange(mutant)
  const excuse = EXCUSES.find(
    one => one.file === mutant.file && one.code === mutant.code && one.change === change,
  )
  return excuse?.reason ?? null
}

/** Those of a room that no survivor has any use for. */
export function staleExcuses(room: string, tried: readonly Tried[]): readonly Excuse[] {
  const survivors = tried.filter(({ fate }) => fate === 'survived' || fate === 'unreached')
  return EXCUSES.filter(
    ({ file, code, change }) =>
      file.startsWith(`src/${room}/`) &&
      !survivors.some(
        ({ mutant }) => mutant.file === file && mutant.code === code && describeChange(mutant) === change,
      ),
  )
}
