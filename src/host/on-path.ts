import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Environment, Host } from './host.ts'

/**
 * The directories in PATH. Empty and relative ones are left out, because they stand for the working directory, which is
 * in the checkout.
 */
export function searchPath(env: Environment): readonly string[] {
  return (env['PATH'] ?? '').split(path.delimiter).filter(directory => path.isAbsolute(directory))
}

/** The absolute path of a program in PATH; `null` if it is not found. */
export function onPath({ env }: Pick<Host, 'env'>, name: string): string | null {
  const files = searchPath(env).map(directory => path.join(directory, name))
  return files.find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
