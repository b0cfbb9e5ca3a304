import { createHash } from 'node:crypto'
import type { Range } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import type { EmbeddedFile } from './embedded-file.ts'
import { findEmbeddedSystems, type EmbeddedSystem } from './embedded-systems.ts'
import { contentsOfVariables } from './embedded-variables.ts'
import type { Extent } from './extents.ts'
import type { Claim, Share } from './share.ts'

/**
 * Finds what `//go:embed` put into a program: the files of every `embed.FS` by name, and variables of type `string` or
 * `[]byte` whose content equals a known file. A known file is charged to the package that embeds it. The linker stores
 * equal contents once, so packages that embed the same content share its bytes.
 *
 * @param known the files that the program's packages embed; empty if only the program's bytes are available
 */
export function embeddedClaims(
  elf: Elf,
  bytes: Uint8Array,
  extents: readonly Extent[],
  known: readonly EmbeddedFile[],
): readonly Claim[] {
  const matching = matcher(bytes, known)
  const contents = new Map<number, Content>()
  const claims: Claim[] = []
  for (const system of findEmbeddedSystems(elf, bytes, extents)) {
    const owners = ownersOf(system, matching)
    claims.push(tableClaim(system, owners[0] ?? null))
    for (const { name, ...range } of system.files) {
      const packages = owners.length > 0 ? owners : matching(range).map(file => file.package)
      add(contents, { ...range, name }, packages)
    }
  }
  if (known.length > 0) {
    const lengths = new Set(known.map(({ size }) => size))
    for (const range of contentsOfVariables(elf, bytes, lengths)) {
      const files = matching(range)
      const [first] = files
      if (first === undefined) continue
      add(
        contents,
        { ...range, name: first.name },
        files.map(file => file.package),
      )
    }
  }
  return [...claims, ...withoutOverlaps([...contents.values()]).map(contentClaim)]
}

/** A stretch of the file that is the content of an embedded file. */
interface Content extends Range {
  readonly name: string
  /** The packages that embed it; empty if they are unknown. */
  readonly packages: Set<string>
}

function add(
  contents: Map<number, Content>,
  content: Omit<Content, 'packages'>,
  packages: readonly string[],
): void {
  if (content.start >= content.end) return
  const before = contents.get(content.start)
  if (before === undefined || before.end < content.end)
    contents.set(content.start, { ...content, packages: new Set(packages) })
  else if (before.end === content.end) for (const path of packages) before.packages.add(path)
}

/** A file can be part of another by chance. The longer file gets the bytes. */
function withoutOverlaps(contents: readonly Content[]): readonly Content[] {
  const kept: Content[] = []
  for (const one of contents.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (last === undefined || one.start >= last.end) kept.push(one)
    else if (one.end - one.start > last.end - last.start) kept.splice(-1, 1, one)
  }
  return kept
}

type Matcher = (range: Range) => readonly EmbeddedFile[]

/** A limit on hashing, in multiples of the program's size: a hostile program can point to the same bytes many times. */
const MOST_HASHED = 8

/** Returns a function that finds the known files with the same content as a stretch of the program. */
function matcher(bytes: Uint8Array, known: readonly EmbeddedFile[]): Matcher {
  const bySize = Map.groupBy(known, ({ size }) => size)
  const found = new Map<string, readonly EmbeddedFile[]>()
  let left = MOST_HASHED * bytes.byteLength
  return ({ start, end }) => {
    const candidates = bySize.get(end - start)
    if (candidates === undefined) return []
    const key = `${start} ${end}`
    const before = found.get(key)
    if (before !== undefined) return before
    left -= end - start
    if (left < 0) return []
    const hash = createHash('sha256').update(bytes.subarray(start, end)).digest('hex')
    const files = candidates.filter(file => file.hash === hash)
    found.set(key, files)
    return files
  }
}

/**
 * Returns, in order, the packages that embed most of its files under these names. There are several if they embed the
 * same files.
 */
function ownersOf({ files }: EmbeddedSystem, matching: Matcher): readonly string[] {
  const votes = new Map<string, number>()
  for (const { name, ...range } of files) {
    const packages = matching(range).flatMap(file => (file.name === name ? [file.package] : []))
    for (const path of new Set(packages)) votes.set(path, (votes.get(path) ?? 0) + 1)
  }
  const most = Math.max(...votes.values())
  return [...votes].flatMap(([path, count]) => (count === most ? [path] : [])).sort()
}

function tableClaim({ start, end, entrySize, files }: EmbeddedSystem, owner: string | null): Claim {
  return {
    start,
    end,
    shares: files.map(({ name }): Share => ({ package: owner, kind: 'embed', name, bytes: entrySize })),
    rest: { package: owner, kind: 'embed', name: 'embed.FS' },
  }
}

function contentClaim({ start, end, name, packages }: Content): Claim {
  const owners = [...packages].sort()
  const part = Math.floor((end - start) / Math.max(owners.length, 1))
  return {
    start,
    end,
    shares: owners.slice(1).map((path): Share => ({ package: path, kind: 'embed', name, bytes: part })),
    rest: { package: owners[0] ?? null, kind: 'embed', name },
  }
}
