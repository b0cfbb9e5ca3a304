import { readBuildInfo } from '../binary/build-info.ts'
import { ET_DYN, ET_EXEC, isElf } from '../binary/elf-constants.ts'
import { readElf, type Elf } from '../binary/elf.ts'
import { fileKind } from '../binary/file-kind.ts'
import { madeFor } from '../binary/foreign.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import type { User } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import type { Entry } from './entry.ts'
import { type EntryTree, lookUp, may, type Lookup } from './entry-tree.ts'
import { fileSize } from './file-size.ts'
import { DEFAULT_PATH } from './started.ts'

/** What a runtime starts in the image. */
export interface Start {
  readonly entrypoint: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly workdir: string | null
  readonly user: User
  readonly platform: Platform
}

/** The kernel follows at most this many interpreters, one after another. */
const MAX_INTERPRETERS = 4
/** Bytes. A larger file is not read, so it is taken to be right. */
const LARGEST = 2_000_000_000
/** The kernel reads only this many bytes of a script's first line. */
const FIRST_LINE = 256

/**
 * Explains why the image cannot start, judged by its own files. The text ends a sentence that begins with the word that
 * is wrong. Returns `null` if no problem was found.
 *
 * @param tree all files of the image
 * @param ours paths of binaries that are built later: they count as present, and their content is checked elsewhere
 */
export function whyNotStart(tree: EntryTree, ours: ReadonlySet<string>, start: Start): string | null {
  const [command = ''] = start.entrypoint
  const { workdir, user } = start
  const here = workdir === null ? null : enterProblem(lookUp(tree, workdir, user), user)
  if (here !== null) return `starts in ${workdir}, ${here}`
  return commandProblem({ tree, ours, start, depth: 0 }, command)
}

interface Check {
  readonly tree: EntryTree
  readonly ours: ReadonlySet<string>
  readonly start: Start
  /** The number of interpreters that were followed to get here. */
  readonly depth: number
}

function enterProblem(found: Lookup, user: User): string | null {
  if (found.kind !== 'found') return lookupProblem(found, user)
  if (found.entry.kind !== 'directory') return 'which is not a directory'
  return may(found.entry, user, 'execute')
    ? null
    : `which ${idsOf(user)} may not enter (${rightsOf(found.entry)})`
}

/** Looks for a command as execvp does: by its path, or in PATH if it has no slash. */
function commandProblem(check: Check, command: string): string | null {
  if (command.includes('/')) return pathProblem(check, absolute(check.start, command))
  const path = check.start.env['PATH'] ?? DEFAULT_PATH
  const candidates = path
    .split(':')
    .flatMap(directory => (directory === '' ? [] : [`${directory}/${command}`]))
  const [first, ...others] = candidates
    .map(candidate => ({
      candidate,
      found: lookUp(check.tree, absolute(check.start, candidate), check.start.user),
    }))
    .filter(({ found }) => found.kind === 'found' && found.entry.kind !== 'directory')
  if (first === undefined) return `is in no directory of PATH (${path})`
  const runs = [first, ...others].find(
    ({ found }) => found.kind === 'found' && may(found.entry, check.start.user, 'execute'),
  )
  return pathProblem(check, absolute(check.start, (runs ?? first).candidate))
}

function absolute({ workdir }: Start, path: string): string {
  return path.startsWith('/') ? path : `${workdir ?? ''}/${path}`
}

function pathProblem(check: Check, path: string): string | null {
  const { tree, ours, start } = check
  // The kernel only accepts a directory for a path with this ending.
  if (path.endsWith('/')) return 'ends in a slash, which only the path of a directory does'
  const found = lookUp(tree, path, start.user)
  if (found.kind !== 'found')
    return found.kind === 'missing' && `${path}/`.startsWith(`${found.path}/`)
      ? 'is not in the image'
      : `leads nowhere, ${lookupProblem(found, start.user)}`
  const { entry } = found
  if (entry.kind !== 'file') return `is a ${entry.kind}`
  if ((entry.mode & 0o111) === 0)
    return `may not be executed (mode ${octal(entry.mode)}, which …:${path}:0755 would change)`
  if (!may(entry, start.user, 'execute'))
    return `may not be executed by user ${idsOf(start.user)} (${rightsOf(entry)})`
  return ours.has(found.path) || fileSize(entry) > LARGEST ? null : programProblem(check, entry.bytes, entry)
}

function programProblem(check: Check, bytes: Uint8Array, entry: Entry): string | null {
  if (bytes[0] === 0x23 && bytes[1] === 0x21) return scriptProblem(check, bytes, entry)
  if (!isElf(bytes)) return `is ${fileKind(bytes)}`
  return whenWhole(() => elfProblem(check, bytes))
}

function elfProblem(check: Check, bytes: Uint8Array): string | null {
  const elf = readElf(bytes)
  const { type, entry, interpreter, neededLibraries } = elf
  const foreign = foreignProblem(check, elf, bytes)
  if (foreign !== null) return foreign
  if (type !== ET_EXEC && type !== ET_DYN) return 'is an object file and not a program'
  if (interpreter === null)
    return entry === 0n || neededLibraries.length > 0 ? 'is a library and not a program' : null
  const loader = interpreterProblem(check, interpreter)
  if (loader !== null) return `asks for the dynamic loader ${interpreter}, which ${loader}`
  return librariesProblem(check, interpreter, neededLibraries)
}

function foreignProblem({ start: { platform } }: Check, elf: Elf, bytes: Uint8Array): string | null {
  const built = madeFor(elf, bytes, readBuildInfo(elf, bytes), platform)
  return built === null ? null : `is a program for ${built}, and the image is for ${formatPlatform(platform)}`
}

/**
 * Checks the libraries, including those that libraries need. The loader's search path is unknown here, so a library may
 * be anywhere.
 */
function librariesProblem(check: Check, loader: string, needed: readonly string[]): string | null {
  // With musl, the loader is also the C library.
  const isOwn = (name: string) => loader.includes('/ld-musl') && /^libc\.(?:musl-.*\.)?so/.test(name)
  const paths = Map.groupBy(check.tree.keys(), path => path.slice(path.lastIndexOf('/') + 1))
  const names = new Set(needed)
  // Iterating over a set includes the elements that are added during the loop.
  for (const name of names) {
    if (isOwn(name)) continue
    const found = (paths.get(name) ?? []).map(path => readLibrary(check, path))
    const fit = found.find(library => typeof library !== 'string')
    const [because = 'is not in the image'] = found.filter(library => typeof library === 'string')
    if (fit === undefined) return `needs the library ${name}, which ${because}`
    for (const further of fit) names.add(further)
  }
  return null
}

/** Returns the libraries that a library needs, or why it cannot be loaded. */
function readLibrary(check: Check, path: string): readonly string[] | string {
  const { user } = check.start
  const found = lookUp(check.tree, path, user)
  if (found.kind !== 'found') return `leads nowhere, ${lookupProblem(found, user)}`
  const { entry } = found
  if (entry.kind !== 'file') return `is a ${entry.kind}`
  if (!may(entry, user, 'read')) return `user ${idsOf(user)} may not read (${rightsOf(entry)})`
  if (fileSize(entry) > LARGEST) return []
  const { bytes } = entry
  if (!isElf(bytes)) return `is ${fileKind(bytes)}`
  return whenWhole(() => {
    const elf = readElf(bytes)
    return foreignProblem(check, elf, bytes) ?? elf.neededLibraries
  })
}

function whenWhole<Value>(read: () => Value): Value | string {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return 'is an ELF file that is damaged or cut short'
  }
}

/** https://man7.org/linux/man-pages/man2/execve.2.html */
function scriptProblem(check: Check, bytes: Uint8Array, entry: Entry): string | null {
  const { user } = check.start
  if (!may(entry, user, 'read'))
    return `is a script that user ${idsOf(user)} may not read (${rightsOf(entry)})`
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, FIRST_LINE)).toString()
  const line = (head.split('\n')[0] ?? '').slice(2)
  if (line.endsWith('\r')) return 'is a script with Windows line ends, whose interpreter Linux does not find'
  const [interpreter = '', ...args] = line.trim().split(/[ \t]+/)
  if (interpreter === '') return 'is a script that names no interpreter'
  const problem = interpreterProblem(check, interpreter)
  if (problem !== null) return `is a script for ${interpreter}, which ${problem}`
  const [named] = args
  if (!interpreter.endsWith('/env') || named === undefined || named.startsWith('-') || named.includes('='))
    return null
  const wanted = commandProblem({ ...check, depth: check.depth + 1 }, named)
  return wanted === null ? null : `is a script for ${named}, which ${wanted}`
}

function interpreterProblem(check: Check, interpreter: string): string | null {
  if (check.depth >= MAX_INTERPRETERS) return 'is a script itself, and more than the kernel follows'
  return pathProblem({ ...check, depth: check.depth + 1 }, absolute(check.start, interpreter))
}

function lookupProblem(found: Exclude<Lookup, { kind: 'found' }>, user: User): string {
  switch (found.kind) {
    case 'missing':
      return `because ${found.path} is not in the image`
    case 'not a directory':
      return `because ${found.path} is not a directory`
    case 'closed':
      return `because user ${idsOf(user)} may not enter ${found.path} (${rightsOf(found.entry)})`
    case 'loop':
      return 'because its links lead in a circle'
  }
}

function rightsOf({ mode, uid, gid }: Entry): string {
  return `mode ${octal(mode)}, owner ${uid}:${gid}`
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}

function idsOf({ uid, gid }: User): string {
  return `${uid}:${gid}`
}
