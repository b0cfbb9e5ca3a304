import type { Repository, Surroundings } from '../declare/surroundings.ts'
import { readBase } from './base.ts'
import { readEvent } from './event.ts'
import { askGit } from './git.ts'
import type { Host } from './host.ts'

/** What the checkout and the workflow's event say: all that a default may depend on. */
export async function readSurroundings(host: Host, workingDirectory: string): Promise<Surroundings> {
  const event = readEvent(host)
  const repository = await readRepository(host, workingDirectory)
  return {
    surface: host.surface,
    cwd: host.cwd,
    env: host.env,
    event: host.env['GITHUB_EVENT_NAME'] ?? null,
    pullRequest: event.pullRequest?.number ?? null,
    repository,
    base: await readBase(host, workingDirectory, event, repository),
  }
}

async function readRepository(host: Host, directory: string): Promise<Repository> {
  const [head, tag, branch, remote] = await Promise.all([
    askGit(host, directory, 'log', '-1', '--format=%H %ct'),
    askGit(host, directory, 'describe', '--tags', '--exact-match'),
    askGit(host, directory, 'symbolic-ref', '--short', 'HEAD'),
    askGit(host, directory, 'remote', 'get-url', 'origin'),
  ])
  const [commit, seconds] = head?.split(' ') ?? []
  const { env } = host
  const refName = env['GITHUB_REF_NAME'] ?? null
  const inWorkflow = env['GITHUB_REPOSITORY'] !== undefined
  return {
    commit: commit ?? env['GITHUB_SHA'] ?? null,
    committedAt: seconds === undefined ? null : Number(seconds),
    tag: env['GITHUB_REF_TYPE'] === 'tag' ? refName : tag,
    branch: env['GITHUB_HEAD_REF'] || (env['GITHUB_REF_TYPE'] === 'branch' ? refName : branch),
    source: inWorkflow
      ? `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}`
      : webAddress(remote),
  }
}

/** `git@host:o/r.git` and `https://user:token@host/o/r.git` alike give `https://host/o/r`; a path on disk gives nothing. */
export function webAddress(remote: string | null): string | null {
  const parts =
    /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(
      remote ?? '',
    )
  return parts === null ? null : `https://${parts[1]}/${parts[2]}`
}
