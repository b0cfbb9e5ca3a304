import { clause } from '../clause.ts'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { childEnvironment } from './child-environment.ts'
import { findCheckout } from './find-checkout.ts'
import { gitReason } from './git-reason.ts'
import type { Environment, Host } from './host.ts'
import { run, type Finished } from './process.ts'

/**
 * Milliseconds without any progress, for commands that ask no other machine. With a time limit, labels would depend on
 * how busy the machine is.
 */
const STANDSTILL_MS = 60_000

/** `refused`: git does not work with this repository, or is not installed; `why` is the reason, as a clause. */
export type GitAnswer =
  | { readonly status: 'ok'; readonly value: string }
  | { readonly status: 'none' }
  | { readonly status: 'refused'; readonly why: string }

/**
 * Asks git about the checkout that a directory lies in. `none`: there is no checkout, or no answer, such as no tag.
 * Neither `none` nor `refused` is an error in itself.
 */
export async function consultGit(host: Host, directory: string, ...args: string[]): Promise<GitAnswer> {
  const top = findCheckout(host, directory)
  if (top === null) return { status: 'none' }
  try {
    const { exitCode, stdout } = await start(host, top, args)
    const value = exitCode === 0 ? stdout.trim() : ''
    if (value !== '') return { status: 'ok', value }
    if (exitCode === 0) return { status: 'none' }
    // The same exit code means that there is no answer. A question that every repository answers distinguishes the two.
    const usable = await start(host, top, ['rev-parse', '--git-dir'])
    return usable.exitCode === 0 ? { status: 'none' } : { status: 'refused', why: gitReason(usable) }
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'missing-tool')
      return { status: 'refused', why: 'git is not on PATH' }
    throw cause
  }
}

/** The answer of `consultGit` for a caller that does not need to know why there is none. */
export async function askGit(host: Host, directory: string, ...args: string[]): Promise<string | null> {
  const answer = await consultGit(host, directory, ...args)
  return answer.status === 'ok' ? answer.value : null
}

/**
 * Runs git until it ends, at the top of the checkout that a directory lies in.
 *
 * @param config settings for this one command, by name
 * @throws Failure `missing-tool`; `bad-input` if the directory is not in a checkout
 */
export async function runGit(
  host: Host,
  directory: string,
  args: readonly string[],
  { timeoutMs, config = {}, maxOutput }: GitOptions = {},
): Promise<Finished> {
  const top = findCheckout(host, directory)
  if (top === null)
    throw new Failure(
      'bad-input',
      { what: clause`${directory} does not lie in the checkout of a git repository` },
      { fields: { directory } },
    )
  return start(host, top, args, { timeoutMs, config, maxOutput })
}

export interface GitOptions {
  readonly timeoutMs?: number | undefined
  readonly config?: Readonly<Record<string, string>>
  /** The most bytes to keep of what git prints; the rest is dropped. */
  readonly maxOutput?: number | undefined
}

/** @throws Failure `missing-tool` */
function start(
  host: Host,
  top: string,
  args: readonly string[],
  { timeoutMs, config = {}, maxOutput }: GitOptions = {},
): Promise<Finished> {
  const still = Object.entries(QUIET).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const env = childEnvironment(host, 'git', {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    // Git looks for a repository in `top` and not above it.
    GIT_CEILING_DIRECTORIES: path.dirname(top),
  })
  return run(host, 'git', ['--no-pager', ...still, ...args], {
    cwd: top,
    env: withGitConfig(env, config),
    ...(timeoutMs === undefined ? { standstillMs: STANDSTILL_MS } : { timeoutMs }),
    ...(maxOutput === undefined ? {} : { maxOutput }),
  })
}

/**
 * Settings that switch off every way in which git runs a program that Bantam's commands do not need. The user's
 * settings for reaching a remote stay: core.sshCommand, credential helpers, http.extraHeader.
 */
const QUIET: Readonly<Record<string, string>> = {
  'safe.bareRepository': 'explicit',
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.pager': 'cat',
  'core.editor': ':',
  'core.askPass': '',
  'core.alternateRefsCommand': ':',
  'credential.interactive': 'false',
  'log.showSignature': 'false',
  'gpg.program': 'false',
  'diff.external': '',
  'protocol.ext.allow': 'never',
  'submodule.recurse': 'false',
  'fetch.recurseSubmodules': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
}

/**
 * Adds settings in the form of `GIT_CONFIG_COUNT`, after those that exist: the last one counts, and a name may contain
 * any character.
 */
function withGitConfig(env: Environment, config: Readonly<Record<string, string>>): Environment {
  const names = Object.keys(config)
  if (names.length === 0) return env
  const before = Number(env['GIT_CONFIG_COUNT'] ?? 0)
  const from = Number.isSafeInteger(before) && before > 0 ? before : 0
  const pairs = Object.entries(config).flatMap(([name, value], at) => [
    [`GIT_CONFIG_KEY_${from + at}`, name],
    [`GIT_CONFIG_VALUE_${from + at}`, value],
  ])
  return { ...env, ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: `${from + names.length}` }
}

/** Whether a value is a full SHA-1 or SHA-256. Nothing else from an event is passed to git. */
export function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
}
