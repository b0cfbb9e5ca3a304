import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { clause } from '../../../clause.ts'
import { input } from '../../../declare/input-part.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import { askGit } from '../../../host/git.ts'
import type { Host } from '../../../host/host.ts'
import { printable } from '../../../report/printable.ts'

/**
 * Warns that a pull request can change what it is compared with. The workflow's author chose that, so it is not an
 * error.
 */
export async function warnOfTracked(host: Host, spec: PlatformSpec, given: string): Promise<void> {
  if (host.surface !== 'action' || !(await isTracked(host, spec.workingDirectory, given))) return
  host.log.notice(
    clause`${input('baseline')} "${printable(given)}" is a file that git tracks, so a pull request can change what its growth is measured against. It cannot change auto, build or an image`,
  )
}

/** Whether git tracks the file, or a link that leads to it. */
async function isTracked(host: Host, directory: string, given: string): Promise<boolean> {
  const written = path.resolve(directory, given)
  const real = await realpath(written).catch(() => written)
  const root = await askGit(host, directory, 'rev-parse', '--show-toplevel')
  if (root === null) return false
  const places = [...new Set([...withParents(written, root), real])].filter(
    place => place !== root && !path.relative(root, place).startsWith('..'),
  )
  for (const place of places) {
    const listed = await askGit(host, directory, '--literal-pathspecs', 'ls-files', '-s', '--', place)
    // For a directory above the file, git lists other files. Only a link of that name counts.
    const isLink = listed?.startsWith('120000 ') === true
    if (listed !== null && (isLink || place === written || place === real)) return true
  }
  return false
}

function withParents(file: string, root: string): readonly string[] {
  const parents: string[] = []
  for (let at = file; at.length > root.length; at = path.dirname(at)) parents.push(at)
  return parents
}
