import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repository, runToEnd, temporaryDirectory, type Ended } from './cli.ts'

export interface Step extends Ended {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly state: Readonly<Record<string, string>>
}

export interface StepOptions {
  readonly workspace: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: keyof typeof PAYLOADS
  /** Of the event, instead of the usual one. */
  readonly payload?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

/** dist/ alone in a directory of its own: no node_modules beside it, no checkout around it. */
export function installedAction(): string {
  const directory = temporaryDirectory('action')
  cpSync(path.join(repository, 'dist'), path.join(directory, 'dist'), { recursive: true })
  writeFileSync(path.join(directory, 'package.json'), '{"type":"module"}')
  return directory
}

const HEAD = '89abcdef0123456789abcdef0123456789abcdef'

/** What each event says by default: pull request 7 comes from the branch `feature` of a fork. */
export const PAYLOADS = {
  push: {},
  merge_group: {},
  pull_request: { pull_request: { number: 7, head: { sha: HEAD } } },
  workflow_run: {
    workflow_run: {
      event: 'pull_request',
      head_sha: HEAD,
      head_branch: 'feature',
      head_repository: { owner: { login: 'mallory' } },
    },
  },
} as const

/** Runs one entry of an action the way the runner does: INPUT_* and GITHUB_* in the environment, files to write to. */
export async function runStep(
  action: string,
  entry: 'main' | 'post' | 'comment' | 'plan' | 'merge',
  options: StepOptions,
): Promise<Step> {
  const temp = temporaryDirectory('runner')
  const file = (name: string, content = '') => {
    const place = path.join(temp, name)
    writeFileSync(place, content)
    return place
  }
  const event = options.event ?? 'push'
  const files = { output: file('output'), summary: file('summary'), state: file('state') }
  const inputs = Object.entries(options.inputs ?? {}).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ])
  mkdirSync(path.join(temp, 'temp'))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(options.payload ?? PAYLOADS[event])),
    GITHUB_REPOSITORY: 'Octo-Org/Service',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_NAME: event === 'pull_request' ? '7/merge' : 'main',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: path.join(temp, 'temp'),
    RUNNER_TOOL_CACHE: path.join(temp, 'tools'),
    ...Object.fromEntries(inputs),
    ...options.env,
  }
  const ended = await runToEnd(process.execPath, [path.join(action, 'dist', `${entry}.js`)], {
    cwd: options.workspace,
    env,
  })
  return {
    ...ended,
    outputs: keyValues(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
    state: keyValues(readFileSync(files.state, 'utf8')),
  }
}

/** The runner's file commands: `name<<delimiter`, lines, `delimiter`. */
function keyValues(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)].map(match => [match[1], match[3]]),
  )
}
