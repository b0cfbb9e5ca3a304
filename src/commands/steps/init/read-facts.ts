import path from 'node:path'
import { askGit } from '../../../host/git.ts'
import type { Host } from '../../../host/host.ts'
import type { Facts } from '../../../init/facts.ts'
import { findPrograms, modulesOf } from './find-programs.ts'
import { walkCheckout } from './walk-checkout.ts'

/**
 * Reads what a checkout says of its images. Nothing of it is run.
 *
 * @param top the real path of the top of the checkout
 * @param directory where the search begins, a real path
 */
export async function readFacts(host: Host, top: string, directory: string): Promise<Facts> {
  const walked = await walkCheckout(top, path.relative(top, directory).split(path.sep).join('/'))
  const modules = modulesOf(walked)
  return {
    programs: await findPrograms(host, top, walked, modules),
    modules,
    hasWorkspace: walked.paths.has('go.work'),
    sources: walked.sources,
    paths: walked.paths,
    directories: walked.directories,
    branch: await branchOf(host, top),
    notes: walked.notes,
  }
}

/** The branch that is pushed to `origin` by default, else the usual one that is there, else the one that is checked out. */
async function branchOf(host: Host, top: string): Promise<string> {
  const [head, known, current] = await Promise.all([
    askGit(host, top, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
    askGit(host, top, 'for-each-ref', '--format=%(refname:strip=2)', 'refs/heads/main', 'refs/heads/master'),
    askGit(host, top, 'symbolic-ref', '--short', 'HEAD'),
  ])
  const candidates = [head?.replace(/^origin\//, ''), known?.split('\n')[0], current, 'main']
  // Other names are fine for git, and mean something in a workflow.
  return candidates.find(name => name != null && /^[\w./-]+$/.test(name)) ?? 'main'
}
