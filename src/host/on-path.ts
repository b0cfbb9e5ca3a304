import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Host } from './host.ts'

/** The absolute path of a program that a shell would find, or `null`. */
export function onPath(host: Host, name: string): string | null {
  for (const directory of (host.env['PATH'] ?? '').split(path.delimiter)) {
    if (directory === '') continue
    const file = path.resolve(host.cwd, directory, name)
    if (isExecutable(file)) return file
  }
  return null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
