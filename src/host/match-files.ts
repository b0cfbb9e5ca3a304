import { clause } from '../clause.ts'
import { lstat, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { ANY_DEPTH, fitsName, hasWildcard } from '../declare/glob.ts'
import type { FileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { byBytes } from '../image/byte-order.ts'
import { filesRefusal, refuseOutOfPlace, textOf } from './files-refusal.ts'
import { whyNotRead } from './why-not-read.ts'

/**
 * Turns a line of `files` with a pattern into one for each file or directory that fits, in byte order. No link is
 * followed on the way, so that nothing outside is found; what is found is checked when it is read. Without a pattern,
 * the line stays as it is.
 *
 * @throws Failure `bad-input` if nothing fits, or the pattern starts outside the workspace
 */
export async function matchFiles(file: FileSpec, workspace: readonly string[]): Promise<readonly FileSpec[]> {
  const { pattern, ...line } = file
  if (pattern === undefined) return [file]
  const found = await findBelow(file, pattern, workspace)
  if (found.length === 0)
    throw filesRefusal(file, clause`it matches no file`, { fix: clause`write a pattern that does` })
  return withoutNested(found).map(below => ({
    ...line,
    source: path.join(file.source, below),
    destination: `${file.destination}${below}`,
  }))
}

async function findBelow(
  file: FileSpec,
  pattern: readonly string[],
  workspace: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>()
  try {
    const start = await realpath(file.source)
    refuseOutOfPlace(file, workspace, start)
    await visit({ file, pattern, start, found, seen: new Set() }, '', 0)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw filesRefusal(file, clause`${whyNotRead(cause)}`, { cause })
  }
  return [...found].toSorted(byBytes)
}

interface Search {
  readonly file: FileSpec
  readonly pattern: readonly string[]
  readonly start: string
  readonly found: Set<string>
  /** Directories that were searched, each with the place in the pattern, so that `**` does no work twice. */
  readonly seen: Set<string>
}

/** @param at the name of the pattern that what lies in the directory `below` must fit */
async function visit(search: Search, below: string, at: number): Promise<void> {
  const { pattern, start, found, seen } = search
  const key = `${at} ${below}`
  if (seen.has(key)) return
  seen.add(key)
  const wanted = pattern[at]
  if (wanted === undefined) return
  const isLast = at === pattern.length - 1
  const directory = path.join(start, below)
  if (!hasWildcard(wanted)) {
    const place = path.join(below, wanted)
    const status = await lstat(path.join(start, place)).catch(() => null)
    if (status !== null && isLast) found.add(place)
    else if (status?.isDirectory() === true) await visit(search, place, at + 1)
    return
  }
  // It also stands for no directory at all.
  if (wanted === ANY_DEPTH && !isLast) await visit(search, below, at + 1)
  for (const entry of await readdir(directory, { withFileTypes: true, encoding: 'buffer' })) {
    const name = textOf(
      search.file,
      entry.name,
      text => clause`it looks at ${directory}/${text}, whose name is not UTF-8`,
    )
    const place = path.join(below, name)
    if (wanted === ANY_DEPTH) {
      if (name.startsWith('.')) continue
      if (entry.isDirectory()) await visit(search, place, at)
      else if (isLast) found.add(place)
    } else if (fitsName(wanted, name)) {
      if (isLast) found.add(place)
      else if (entry.isDirectory()) await visit(search, place, at + 1)
    }
  }
}

/** What lies in a directory that was found comes with the directory. */
function withoutNested(found: readonly string[]): readonly string[] {
  const all = new Set(found)
  return found.filter(place => {
    for (let at = path.dirname(place); at !== '.'; at = path.dirname(at)) if (all.has(at)) return false
    return true
  })
}
