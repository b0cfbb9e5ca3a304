import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'

/** A directory of this process's own under `parent`, removed when the process ends, by a signal too. */
export function scratchDirectory(parent: string): string {
  const directory = mkdtempSync(path.join(parent, 'bantam-'))
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => process.exit(code))
  return directory
}
