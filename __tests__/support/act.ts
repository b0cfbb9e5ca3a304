import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Ended, repository, runToEnd, sharedGoCache, temporaryDirectory } from './cli.ts'

export interface ActOptions {
  readonly event: string
  /** Its path in the repository; all of them where left out. */
  readonly workflow?: string
  /** One job of it, and what that needs; all of them where left out. */
  readonly job?: string
  /** What the event says. */
  readonly payload?: Readonly<Record<string, unknown>>
  /** GITHUB_TOKEN and others. */
  readonly secrets?: Readonly<Record<string, string>>
  /** What jobs find in their environment: GITHUB_API_URL among it. */
  readonly env?: Readonly<Record<string, string>>
}

/** A directory with the action at `./.github/bantam`, `comment/` in it, and the workflow; not yet under git. */
export function actRepository(workflow: string): string {
  const directory = temporaryDirectory('act')
  bringAction(directory)
  mkdirSync(path.join(directory, '.github', 'workflows'), { recursive: true })
  writeFileSync(path.join(directory, '.github', 'workflows', 'workflow.yml'), workflow)
  return directory
}

/** Puts the action at `./.github/bantam`. */
export function bringAction(directory: string): void {
  const action = path.join(directory, '.github', 'bantam')
  for (const part of ['dist', 'action.yml', 'comment', 'plan', 'merge'])
    cpSync(path.join(repository, part), path.join(action, part), { recursive: true })
  writeFileSync(path.join(action, 'package.json'), '{"type":"module"}')
}

/** Commits what is in the directory, which becomes o/r of github.com. */
export async function commitAll(directory: string): Promise<void> {
  const git = (...args: string[]) =>
    runToEnd('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: directory })
  await git('init', '-q')
  await git('remote', 'add', 'origin', 'https://github.com/o/r.git')
  await git('add', '-A')
  await git('commit', '-qm', 'service: begin')
}

/** Runs the workflow as the event starts it, with every job on this machine. */
export async function runAct(
  directory: string,
  { event, workflow, job, payload = {}, secrets = {}, env = {} }: ActOptions,
): Promise<Ended> {
  const home = temporaryDirectory('act-home')
  mkdirSync(path.join(home, '.config', 'act'), { recursive: true })
  writeFileSync(path.join(home, '.config', 'act', 'actrc'), '')
  writeFileSync(path.join(home, 'event.json'), JSON.stringify(payload))
  const options = [
    ...(workflow === undefined ? [] : ['-W', workflow]),
    ...(job === undefined ? [] : ['-j', job]),
    ...Object.entries(secrets).flatMap(([name, value]) => ['-s', `${name}=${value}`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]
  const runners = ['ubuntu-latest', 'ubuntu-24.04', 'ubuntu-24.04-arm'].flatMap(name => [
    '-P',
    `${name}=-self-hosted`,
  ])
  const here = [...runners, '--action-offline-mode', '--no-cache-server']
  return runToEnd('act', [event, '-e', path.join(home, 'event.json'), ...here, ...options], {
    cwd: directory,
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      XDG_CACHE_HOME: path.join(home, '.cache'),
      GOCACHE: sharedGoCache,
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
    },
  })
}
