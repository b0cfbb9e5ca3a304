import { existsSync } from 'node:fs'
import { readlink, realpath } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'
import type { Host } from './host.ts'
import { isInside } from './inside.ts'
import { MOST_LINKS } from './links-on-the-way.ts'

/**
 * The real paths of the directories whose content is not trusted: the checkout of a job; on a terminal, the repository
 * that contains the current directory, or else the current directory. A working directory elsewhere, which the user
 * must have chosen, is added.
 */
export async function workspaceRoots(
  host: Pick<Host, 'surface' | 'env' | 'cwd'>,
  workingDirectory: string,
): Promise<readonly string[]> {
  const { surface, env, cwd } = host
  const checkout = surface === 'action' ? (env['GITHUB_WORKSPACE'] ?? '') : ''
  const first = await realPlace(checkout === '' ? repositoryAround(await realPlace(cwd)) : checkout)
  const written = [path.resolve(cwd, workingDirectory), await realPlace(path.dirname(workingDirectory))]
  if (written.some(place => isInside(first, place))) return [first]
  return [first, await realPlace(repositoryAround(await realPlace(workingDirectory)))]
}

/**
 * The nearest directory above with a `.git`, or else the directory itself. It asks for less than `findCheckout`, which git is
 * run in: what lies around a mount, or around a `.git` that git would not accept, is not trusted more than the rest.
 */
function repositoryAround(directory: string): string {
  for (let at = directory; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at
    if (path.dirname(at) === at) return directory
  }
}

/** Whether a file really is in the workspace, so that its content is not trusted. */
export async function isInWorkspace(roots: readonly string[], file: string): Promise<boolean> {
  const end = await realPlace(file)
  return roots.some(root => isInside(root, end))
}

/**
 * The place outside the workspace that a path leads to through a link in the workspace; `null` if it does not. A path
 * that is already written as one outside is what the user wants, so it gives `null`.
 *
 * @param file absolute; it does not have to exist yet
 */
export async function leadsOut(roots: readonly string[], file: string): Promise<string | null> {
  const end = await realPlace(file)
  if (leadsIntoGit(file, end)) return end
  const within = (place: string) => roots.some(root => isInside(root, place))
  if (within(end)) return null
  for (let at = path.dirname(file); path.dirname(at) !== at; at = path.dirname(at)) {
    if (within(await realPlace(at))) return end
  }
  return null
}

/**
 * Whether links lead to git's own files. They are in the workspace but not part of the checkout, and contain the job's
 * token.
 */
export function leadsIntoGit(written: string, end: string): boolean {
  const isOfGit = (file: string) => file.split(path.sep).includes('.git')
  return isOfGit(end) && !isOfGit(written)
}

/** The real place of a path, even if nothing exists there yet or a link leads to nothing. */
export async function realPlace(file: string, links = 0): Promise<string> {
  try {
    return await realpath(file)
  } catch (cause) {
    const parent = path.dirname(file)
    if (errorCode(cause) !== 'ENOENT' || parent === file || links > MOST_LINKS) return path.resolve(file)
    const place = path.join(await realPlace(parent, links), path.basename(file))
    const target = await readlink(place).catch(() => null)
    return target === null ? place : realPlace(path.resolve(path.dirname(place), target), links + 1)
  }
}
