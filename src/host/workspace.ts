import { readlink, realpath } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'
import { findCheckout } from './find-checkout.ts'
import type { Host } from './host.ts'
import { isInside } from './inside.ts'

/**
 * The directories whose content may be anybody's, as they really are: the checkout of a job; at a terminal the repository
 * that it stands in, else the current directory. A working directory elsewhere, which the user must have written, is
 * another one.
 */
export async function workspaceRoots(
  host: Pick<Host, 'surface' | 'env' | 'cwd'>,
  workingDirectory: string,
): Promise<readonly string[]> {
  const { surface, env, cwd } = host
  const checkoutOf = (directory: string) => findCheckout(host, directory) ?? directory
  const checkout = surface === 'action' ? (env['GITHUB_WORKSPACE'] ?? '') : ''
  const first = await realPlace(checkout === '' ? checkoutOf(cwd) : checkout)
  const written = [path.resolve(cwd, workingDirectory), await realPlace(path.dirname(workingDirectory))]
  if (written.some(place => isInside(first, place))) return [first]
  return [first, checkoutOf(await realPlace(workingDirectory))]
}

/**
 * Where a path leads out of the workspace to, through a link that lies in it; `null` where it does not. What is written as
 * a path outside is the user's own wish, and leads out of nothing.
 *
 * @param file absolute; it need not be there yet
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

/** Whether links lead to git's own files, which lie in the workspace and are not the checkout's: there is the job's token. */
export function leadsIntoGit(written: string, end: string): boolean {
  const isOfGit = (file: string) => file.split(path.sep).includes('.git')
  return isOfGit(end) && !isOfGit(written)
}

/** More links one after another than any system follows. */
const MOST_LINKS = 40

/** Where a path would really be, also where nothing is there yet or a link leads to nothing. */
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
