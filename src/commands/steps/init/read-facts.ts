import path from 'node:path'
import { askGit } from '../../../host/git.ts'
import type { Host } from '../../../host/host.ts'
import { webAddress } from '../../../host/repository.ts'
import { workspaceModules } from '../../../init/go-work.ts'
import type { Facts } from '../../../init/facts.ts'
import { findPrograms, modulesOf } from './find-programs.ts'
import { walkCheckout } from './walk-checkout.ts'

/**
 * Reads what a checkout says of its images. Nothing of it is run.
 *
 * @param top the real path of the top of the checkout
 * @param directory the part of the checkout that is asked about, a real path
 */
export async function readFacts(host: Host, top: string, directory: string): Promise<Facts> {
  const below = path.relative(top, directory).split(path.sep).join('/')
  const walked = await walkCheckout(top)
  const modules = modulesOf(walked)
  const programs = await findPrograms(host, top, walked, modules)
  return {
    programs: programs.filter(program => isInside(below, program.directory)),
    modules,
    workspace: walked.workFile === null ? [] : workspaceModules(walked.workFile),
    sources: walked.sources.filter(({ path: file }) => isAbout(below, file)),
    paths: walked.paths,
    directories: walked.directories,
    branch: await branchOf(host, top),
    repository: await repositoryOf(host, top),
    notes: walked.notes.filter(({ where }) => isAbout(below, where)),
  }
}

/** A file in the directory, or one above that may be about all of the checkout. */
function isAbout(below: string, file: string): boolean {
  return isInside(below, file) || isInside(path.posix.dirname(file), below) || file.startsWith('.github/')
}

function isInside(directory: string, file: string): boolean {
  return directory === '' || directory === '.' || file === directory || file.startsWith(`${directory}/`)
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

/** Where `origin` is, if that is at GitHub. The names in it go into an image's name, so others are left out. */
async function repositoryOf(host: Host, top: string): Promise<string | null> {
  const address = webAddress(await askGit(host, top, 'remote', 'get-url', 'origin'))
  return /^https:\/\/github\.com\/([A-Za-z0-9-]+\/[\w.-]+)$/i.exec(address ?? '')?.[1] ?? null
}
