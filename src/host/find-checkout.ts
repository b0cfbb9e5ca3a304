import { lstatSync, realpathSync, statSync, type Stats } from 'node:fs'
import path from 'node:path'
import type { Host } from './host.ts'
import { isInside } from './inside.ts'

/**
 * The top of the checkout that a directory lies in: the directory with `.git`, found as git itself finds it; `null` if
 * there is none. Git never checks out a file called `.git`, so a pull request cannot add one. It can add the files
 * `HEAD`, `config`, `objects` and `refs`, which git would take for a bare repository.
 *
 * In a workflow the search ends at the workspace, because a repository around the workspace is not the checkout.
 */
export function findCheckout(
  { surface, env }: Pick<Host, 'surface' | 'env'>,
  directory: string,
): string | null {
  const start = realPath(directory)
  if (start === null) return null
  const workspace = surface === 'action' ? realPath(env['GITHUB_WORKSPACE'] ?? '') : null
  const last = workspace !== null && isInside(workspace, start) ? workspace : path.parse(start).root
  const device = statSync(start).dev
  for (let at = start; stats(at, statSync)?.dev === device; at = path.dirname(at)) {
    if (isRepository(path.join(at, '.git'))) return at
    if (at === last) return null
  }
  return null
}

/** Whether this is git's directory, or the file in a worktree or a submodule that names it. */
function isRepository(place: string): boolean {
  const found = stats(place, statSync)
  return found?.isFile() === true || stats(path.join(place, 'HEAD'), lstatSync) !== null
}

function stats(file: string, read: (file: string) => Stats): Stats | null {
  try {
    return read(file)
  } catch {
    return null
  }
}

function realPath(directory: string): string | null {
  try {
    return path.isAbsolute(directory) ? realpathSync(directory) : null
  } catch {
    return null
  }
}
