import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { hasEnded, PROCESS_MARK, processMark } from './process-mark.ts'

/**
 * Makes a directory for this process under `parent`, and returns its absolute path. It is removed when the process
 * ends, also by a signal. Directories of killed runs are removed now.
 */
export function scratchDirectory(parent: string): string {
  const place = path.resolve(parent)
  const directory = mkdtempSync(path.join(place, `bantam-${processMark()}-`))
  process.on('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }))
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => process.exit(code))
  sweep(place)
  return directory
}

const NAME = new RegExp(`^bantam-(${PROCESS_MARK.source})-[A-Za-z0-9]{6}$`)

/**
 * Whether a path is, by its name, a directory of a run that ended without removing it; `false` if that cannot be known.
 */
export function isOfEndedRun(directory: string): boolean {
  const mark = NAME.exec(path.basename(directory))?.[1]
  return mark !== undefined && hasEnded(mark) === true
}

function sweep(parent: string): void {
  try {
    if (!isSafe(parent)) return
    for (const name of readdirSync(parent)) {
      const place = path.join(parent, name)
      if (NAME.test(name) && isOurs(place) && isAbandoned(place)) remove(place)
    }
  } catch {
    // The old directory only takes space, and this run has what it needs.
  }
}

/**
 * Whether no other user can replace what is there. Otherwise a link could take the place of a directory at any moment.
 */
function isSafe(parent: string): boolean {
  const { mode } = statSync(parent)
  return (mode & 0o022) === 0 || (mode & 0o1000) !== 0
}

function isOurs(place: string): boolean {
  const found = lstatSync(place)
  return found.isDirectory() && found.uid === process.getuid?.()
}

/**
 * Longer than the longest job. It is for runs on another machine or in another container, whose processes cannot be
 * seen here.
 */
const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000

function isAbandoned(place: string): boolean {
  const ended = hasEnded(NAME.exec(path.basename(place))?.[1] ?? '')
  return ended ?? Date.now() - lstatSync(place).mtimeMs > ABANDONED_MS
}

function remove(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true })
  } catch {
    // Another run may be removing it too.
  }
}
