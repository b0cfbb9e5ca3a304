import type { Repository, Surroundings } from '../declare/surroundings.ts'
import { readFileSync } from 'node:fs'
import type { Host } from './host.ts'
import { run } from './process.ts'

/** What the checkout and the workflow's event say: all that a default may depend on. */
export async function readSurroundings(host: Host, workingDirectory: string): Promise<Surroundings> {
  return {
    surface: host.surface,
    cwd: host.cwd,
    env: host.env,
    event: host.env['GITHUB_EVENT_NAME'] ?? null,
    pullRequest: pullRequestOf(host),
    repository: await readRepository(host, workingDirectory),
  }
}

/** Git's answers where it has some: no git, no repository and no commit are all `null`, since none is an error by itself. */
async function readRepository(host: Host, directory: string): Promise<Repository> {
  const [head, tag, branch, remote] = await Promise.all([
    git(host, directory, 'log', '-1', '--format=%H %ct'),
    git(host, directory, 'describe', '--tags', '--exact-match'),
    git(host, directory, 'symbolic-ref', '--short', 'HEAD'),
    git(host, directory, 'remote', 'get-url', 'origin'),
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

async function git(host: Host, directory: string, ...args: string[]): Promise<string | null> {
  try {
    const { exitCode, stdout } = await run(host, 'git', args, { cwd: directory, timeoutMs: 10_000 })
    return exitCode === 0 ? stdout.trim() || null : null
  } catch {
    return null
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

function pullRequestOf(host: Host): number | null {
  const file = host.env['GITHUB_EVENT_PATH']
  if (file === undefined || file === '') return null
  try {
    const event: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const { pull_request: pull } = event as { pull_request?: { number?: unknown } }
    return typeof pull?.number === 'number' ? pull.number : null
  } catch {
    return null
  }
}
