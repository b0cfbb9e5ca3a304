import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { WORKFLOW_PATH } from '../../../init/workflow.ts'
import { kindOf } from '../../../init/source-kind.ts'
import type { Note, SourceText } from '../../../init/facts.ts'
import { NotInside, openInside } from '../../../host/open-inside.ts'
import { whyNotRead } from '../../../host/why-not-read.ts'

/** What lies in a checkout, as far as `init` looks. */
export interface Walked {
  /** Relative to the top, with `/`. */
  readonly paths: ReadonlySet<string>
  readonly directories: ReadonlySet<string>
  readonly sources: readonly SourceText[]
  /** Go files that are no tests, by their directory. */
  readonly goFiles: ReadonlyMap<string, readonly string[]>
  /** Directories with a go.mod, and its text. */
  readonly modFiles: ReadonlyMap<string, string>
  /** The text of a go.work at the top; `null` where there is none. */
  readonly workFile: string | null
  readonly notes: readonly Note[]
}

/** How far `init` looks. It goes level by level, so that what is nearest to the top is read. */
export interface Limits {
  /** Files and directories that are listed. */
  readonly entries: number
  /** Files that are opened to learn from them. */
  readonly sources: number
  /** Directories with a go.mod. */
  readonly modules: number
}

const LIMITS: Limits = { entries: 100_000, sources: 500, modules: 50 }

/** No file that a person writes is larger. */
const LARGEST = 256 * 1024

/** What Go leaves out too, or what others wrote. */
const SKIPPED = /^(?:_.*|\..*|node_modules|vendor|testdata)$/

/**
 * Lists a checkout and reads the files that say how it is built. It follows no link and opens nothing but regular files.
 *
 * @param top the real path of the top of the checkout
 */
export async function walkCheckout(top: string, limits: Limits = LIMITS): Promise<Walked> {
  const paths = new Set<string>()
  const directories = new Set<string>()
  const sources: SourceText[] = []
  const goFiles = new Map<string, string[]>()
  const modFiles = new Map<string, string>()
  const notes: Note[] = []
  const left = { entries: limits.entries, sources: limits.sources, modules: limits.modules }
  const read = async (file: string, isLink: boolean): Promise<string | null> => {
    const found = isLink ? { why: 'it is a link, and init follows none' } : await readSource(top, file)
    if ('text' in found) return found.text
    notes.push({ where: file, what: 'this file', why: found.why })
    return null
  }
  const waiting = ['', '.github/workflows']
  // Directories that are found on the way come at the end.
  for (const at of waiting) {
    if (left.entries < 0) break
    const entries = await entriesOf(path.join(top, at))
    const isModule = entries.some(entry => entry.name === 'go.mod' && !entry.isDirectory())
    if (isModule) left.modules -= 1
    // Without its go.mod, its packages would count as those of the module around it.
    if (isModule && left.modules < 0) continue
    for (const entry of entries) {
      left.entries -= 1
      if (left.entries < 0) break
      const place = at === '' ? entry.name : `${at}/${entry.name}`
      paths.add(place)
      if (entry.isDirectory()) {
        directories.add(place)
        if (!SKIPPED.test(entry.name)) waiting.push(place)
        continue
      }
      if (entry.isFile() && /^[^_.].*\.go$/.test(entry.name) && !entry.name.endsWith('_test.go'))
        addTo(goFiles, at, entry.name)
      if (entry.name === 'go.mod') {
        const text = await read(place, entry.isSymbolicLink())
        if (text !== null) modFiles.set(at, text)
      } else if (kindOf(place) !== null && place !== WORKFLOW_PATH) {
        left.sources -= 1
        const text = left.sources < 0 ? null : await read(place, entry.isSymbolicLink())
        if (text !== null) sources.push({ path: place, text })
      }
    }
  }
  const work = await readSource(top, 'go.work')
  return {
    workFile: 'text' in work ? work.text : null,
    paths,
    directories,
    sources: sources.toSorted(byDepth),
    goFiles,
    modFiles,
    notes: [...notes, ...notesOfLimits(limits, left)],
  }
}

function notesOfLimits(limits: Limits, left: Limits): readonly Note[] {
  const reasons = [
    [left.entries, 'the rest of the checkout', `it has more than ${limits.entries} files and directories`],
    [left.sources, 'the other files', `${limits.sources} files that may describe images are read`],
    [
      left.modules,
      'the other modules',
      `${limits.modules} modules are looked at; add images for those that are services`,
    ],
  ] as const
  return reasons.flatMap(([rest, what, why]) => (rest < 0 ? [{ where: '.', what, why }] : []))
}

function addTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

async function entriesOf(directory: string): Promise<readonly Dirent[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Those near the top are what the project is about. */
function byDepth(a: SourceText, b: SourceText): number {
  const depth = ({ path: file }: SourceText) => file.split('/').length
  return depth(a) - depth(b) || (a.path < b.path ? -1 : 1)
}

async function readSource(
  top: string,
  file: string,
): Promise<{ readonly text: string } | { readonly why: string }> {
  try {
    await using handle = await openInside([top], path.join(top, file))
    const { size } = await handle.stat()
    if (size > LARGEST) return { why: `it is larger than ${LARGEST / 1024} KiB` }
    return { text: await handle.readFile('utf8') }
  } catch (cause) {
    if (cause instanceof NotInside) return { why: 'it is no regular file of the checkout' }
    return { why: `it cannot be read: ${whyNotRead(cause)}` }
  }
}

/** The beginning of a Go file; empty where it cannot be read. */
export async function readHead(top: string, file: string): Promise<string> {
  try {
    await using handle = await openInside([top], path.join(top, file))
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  }
}

/** A license and a comment stand above the package clause. */
const HEAD = 32 * 1024
