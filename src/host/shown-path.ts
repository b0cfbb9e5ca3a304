import path from 'node:path'
import type { Host } from './host.ts'

/** A file as messages show it: from the current directory, or whole where it lies outside. */
export function shownPath({ cwd }: Pick<Host, 'cwd'>, file: string): string {
  const relative = path.relative(cwd, file)
  return relative.startsWith('..') ? file : relative
}
