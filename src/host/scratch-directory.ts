import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { hasEnded, PROCESS_MARK, processMark } from './process-mark.ts'

/**
 * A directory of this process's own under `parent`, absolute, removed when the process ends, by a signal too. What runs
 * left that were killed is removed now.
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

/** Whether a path is a directory of a run that has ended without removing it, by its name; `false` where that cannot be known. */
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
    // What is left takes space, and this run has what it needs.
  }
}

/** Where others may replace what is there, a link could be in its place at any moment. */
function isSafe(parent: string): boolean {
  const { mode } = statSync(parent)
  return (mode & 0o022) === 0 || (mode & 0o1000) !== 0
}

function isOurs(place: string): boolean {
  const found = lstatSync(place)
  return found.isDirectory() && found.uid === process.getuid?.()
}

/** Longer than the longest job: that of another machine or container, whose processes are not seen here. */
const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000

function isAbandoned(place: string): boolean {
  const ended = hasEnded(NAME.exec(path.basename(place))?.[1] ?? '')
  return ended ?? Date.now() - lstatSync(place).mtimeMs > ABANDONED_MS
}

function remove(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true })
  } catch {
    // Another run may be removing it, too.
  }
}
