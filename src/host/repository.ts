import { realpathSync } from 'node:fs'
import path from 'node:path'
import { highestTag } from '../declare/highest-tag.ts'
import type { Described, Repository, Surroundings } from '../declare/surroundings.ts'
import type { TagsWanted } from '../declare/tags-wanted.ts'
import { readChangeStart } from './change-start.ts'
import { readEvent } from './event.ts'
import { findCheckout } from './find-checkout.ts'
import { askGit, consultGit } from './git.ts'
import type { Host } from './host.ts'

/** Reads from the checkout and the workflow's event everything that a default may depend on. */
export async function readSurroundings(
  host: Host,
  workingDirectory: string,
  wanted: TagsWanted = ALL_TAGS,
): Promise<Surroundings> {
  const event = readEvent(host)
  const repository = await readRepository(host, workingDirectory, wanted)
  return {
    surface: host.surface,
    cwd: host.cwd,
    ...placeInCheckout(host, workingDirectory),
    env: host.env,
    event: host.env['GITHUB_EVENT_NAME'] ?? null,
    pullRequest: event.pullRequest?.number ?? pullRequestOf(host.env),
    repository,
    base: await readChangeStart(host, workingDirectory, event, repository),
  }
}

/** Where a directory lies in its checkout. Nothing for the top. */
export function placeInCheckout(host: Host, directory: string): Pick<Surroundings, 'within'> {
  const top = findCheckout(host, directory)
  const within = top === null ? '' : path.relative(top, realpathSync(directory))
  return within === '' ? {} : { within }
}

/**
 * The number comes from the ref, in case the event cannot be read: the branch of a pull request must not count as a
 * branch of the repository.
 */
function pullRequestOf({ GITHUB_REF: ref = '' }: Host['env']): number | null {
  const number = /^refs\/pull\/(\d{1,15})\//.exec(ref)?.[1]
  return number === undefined ? null : Number(number)
}

const ALL_TAGS: TagsWanted = { prefix: '', describe: false }

async function readRepository(
  host: Host,
  directory: string,
  { prefix, describe }: TagsWanted,
): Promise<Repository> {
  const [head, tags, branch, remote, described] = await Promise.all([
    consultGit(host, directory, 'log', '-1', '--format=%H %ct'),
    askGit(host, directory, ...TAGS_OF_HEAD),
    askGit(host, directory, 'symbolic-ref', '--short', 'HEAD'),
    askGit(host, directory, 'remote', 'get-url', 'origin'),
    describe ? describeHead(host, directory, prefix) : ({ status: 'no tag' } as const),
  ])
  const [commit = null, seconds] = head.status === 'ok' ? head.value.split(' ') : []
  const { env } = host
  const ref = refOf(host)
  const run = ref === null ? null : nameOf(ref)
  return {
    commit: commit ?? env['GITHUB_SHA'] ?? null,
    committedAt: seconds === undefined ? null : Number(seconds),
    tag: tagOf(run === null ? (tags?.split('\n') ?? []) : run.tag === null ? [] : [run.tag], prefix),
    tagPrefix: prefix,
    described,
    branch: env['GITHUB_HEAD_REF'] || (run?.branch ?? branch),
    source: sourceOf(env, commit, webAddress(remote)),
    ref,
    refused: head.status === 'refused' ? head.why : null,
  }
}

/** Of the tags that count, the one that names the commit, without what all of them begin with. */
function tagOf(tags: readonly string[], prefix: string): string | null {
  return highestTag(tags.flatMap(tag => withoutPrefix(tag, prefix) ?? []))
}

function withoutPrefix(tag: string, prefix: string): string | null {
  return tag.startsWith(prefix) && tag.length > prefix.length ? tag.slice(prefix.length) : null
}

/** It can walk the whole history, so it is asked only where somebody wants to know. */
async function describeHead(host: Host, directory: string, prefix: string): Promise<Described> {
  const match = prefix === '' ? [] : [`--match=${prefix}*`]
  const [text, shallow] = await Promise.all([
    // The length does not depend on how many objects the clone has.
    askGit(host, directory, 'describe', '--tags', '--long', '--abbrev=7', ...match),
    askGit(host, directory, 'rev-parse', '--is-shallow-repository'),
  ])
  if (text !== null) return { status: 'described', text: withoutPrefix(text, prefix) ?? text }
  return { status: shallow === 'true' ? 'cut off' : 'no tag' }
}

/** Lists the tags of HEAD, the newest first. */
const TAGS_OF_HEAD = [
  'for-each-ref',
  '--points-at=HEAD',
  '--sort=-creatordate',
  '--format=%(refname:strip=2)',
  'refs/tags',
]

/**
 * The branch or tag that the workflow runs on. Other tags of its commit do not count, because only a tag's own run
 * publishes it.
 */
function refOf({ surface, env }: Host): string | null {
  const ref = env['GITHUB_REF'] ?? ''
  if (ref !== '') return ref
  const name = env['GITHUB_REF_NAME'] ?? ''
  if (name !== '') return `refs/${env['GITHUB_REF_TYPE'] === 'tag' ? 'tags' : 'heads'}/${name}`
  // Some deployments run for a commit without a branch or tag.
  return surface === 'action' ? (env['GITHUB_SHA'] ?? 'a commit') : null
}

function nameOf(ref: string): { readonly tag: string | null; readonly branch: string | null } {
  const [, kind, name = null] = /^refs\/(tags|heads|pull)\/(.+)$/s.exec(ref) ?? []
  return { tag: kind === 'tags' ? name : null, branch: kind === 'tags' ? null : name }
}

/**
 * The repository that the commit belongs to. A workflow may check out another repository than its own, and then the
 * source is that one. For its own, GitHub's spelling is preferred to that of the remote.
 */
function sourceOf(env: Host['env'], commit: string | null, remote: string | null): string | null {
  const name = env['GITHUB_REPOSITORY'] ?? ''
  if (name === '') return remote
  const own = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${name}`
  if (commit === null) return own
  if (remote !== null) return isSameRepository(remote, own) ? own : remote
  return (env['GITHUB_SHA'] ?? commit) === commit ? own : null
}

/** A host without a dot is an alias in the configuration of ssh. */
function isSameRepository(remote: string, own: string): boolean {
  const [there, here] = [URL.parse(remote.toLowerCase()), URL.parse(own.toLowerCase())]
  if (there === null || here === null || there.pathname !== here.pathname) return false
  return there.hostname === here.hostname || !there.hostname.includes('.')
}

/**
 * Both `git@host:o/r.git` and `https://user:token@host/o/r.git` give `https://host/o/r`; a path on disk gives `null`.
 */
export function webAddress(remote: string | null): string | null {
  const parts =
    /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(
      remote ?? '',
    )
  return parts === null ? null : `https://${parts[1]}/${parts[2]}`
}
