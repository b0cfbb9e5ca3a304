import { expect, it } from '@jest/globals'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repository, runToEnd, temporaryDirectory, type Ended } from '../support/cli.ts'
import { which } from '../support/tools.ts'

interface Ran extends Ended {
  /** What was called, with the arguments, and what it saw. */
  readonly calls: readonly string[]
  readonly temporary: string
}

/** Stands in for git, node, npm and go: what counts is what each is given. Says so, and leaves something in each cache. */
const RECORDER = `#!/bin/bash
name=\${0##*/}
case "$name $*" in
  'npm config get userconfig') echo /home/user/.npmrc ;;
  'go env GOENV') echo /home/user/.config/go/env ;;
  'git clone '*) mkdir -p "\${@: -1}" ;;
  *)
    left=$(ls -A "$HOME" "$npm_config_cache" "$GOPATH" "$GOCACHE" 2>/dev/null | grep -v : | sort -u | tr '\\n' ' ')
    echo "$name $*|\${PWD##*/}|$left|$npm_config_userconfig|$GOENV|\${XDG_CACHE_HOME-}\${GITHUB_TOKEN-}\${RUNNER_TOOL_CACHE-}|$CI" >>"$CALLS"
    mkdir -p "$npm_config_cache" "$GOMODCACHE/x" "$GOCACHE"
    touch "$HOME/left" "$npm_config_cache/left" "$GOCACHE/left"
    chmod a-w "$GOMODCACHE/x" "$GOMODCACHE"
    ;;
esac
[ "$name $1" != "npm $FAILS" ]
`

/** Runs a copy of .ci/run in a checkout of its own, by a user who has kept things everywhere. */
async function ciRun(
  args: readonly string[],
  { without = '', fails = 'nothing' }: { readonly without?: string; readonly fails?: string } = {},
): Promise<Ran> {
  const directory = temporaryDirectory('ci-run')
  const made = (name: string) => {
    mkdirSync(path.join(directory, name))
    return path.join(directory, name)
  }
  const [bin, checkout, temporary] = [made('bin'), made('checkout'), made('temporary')]
  cpSync(path.join(repository, '.ci', 'run'), path.join(checkout, '.ci', 'run'))
  for (const command of [
    'bash',
    'chmod',
    'dirname',
    'grep',
    'ls',
    'mkdir',
    'mktemp',
    'rm',
    'sort',
    'touch',
    'tr',
  ])
    symlinkSync(which(command) ?? command, path.join(bin, command))
  for (const command of ['git', 'node', 'npm', 'go'])
    if (command !== without) writeFileSync(path.join(bin, command), RECORDER, { mode: 0o755 })
  const calls = path.join(directory, 'calls')
  writeFileSync(calls, '')
  const ended = await runToEnd(path.join(checkout, '.ci', 'run'), args, {
    cwd: directory,
    env: {
      PATH: bin,
      HOME: directory,
      TMPDIR: temporary,
      CALLS: calls,
      FAILS: fails,
      XDG_CACHE_HOME: directory,
      GOCACHE: directory,
      GITHUB_TOKEN: 'secret',
      RUNNER_TOOL_CACHE: directory,
    },
  })
  return { ...ended, calls: readFileSync(calls, 'utf8').trim().split('\n'), temporary }
}

const SETTINGS = '/home/user/.npmrc|/home/user/.config/go/env||true'

it('.ci/run gives each of its parts a user who has kept nothing, and whose settings still hold', async () => {
  const ran = await ciRun(['__tests__/image', '-t', 'a b'])
  const setup = 'import("./scripts/setup.mjs").then(setup => setup.ensureDependencies())'
  expect(ran.calls).toEqual([
    `node scripts/lock.mjs|checkout||${SETTINGS}`,
    `node -e ${setup}|checkout| left pkg |${SETTINGS}`,
    `npm run --silent typecheck|checkout| left pkg |${SETTINGS}`,
    `npm run --silent lint|checkout| left pkg |${SETTINGS}`,
    `npm run --silent check-dist|checkout| left pkg |${SETTINGS}`,
    `npm start|clone||${SETTINGS}`,
    `npm test --silent -- __tests__/image -t a b|checkout||${SETTINGS}`,
  ])
  expect(ran.exitCode).toBe(0)
})

it('.ci/run removes what its parts have kept, read-only directories too', async () => {
  expect(readdirSync((await ciRun([])).temporary)).toEqual([])
})

it.each([
  ['start', 'npm start|clone'],
  ['test', 'npm test --silent --|checkout'],
])('.ci/run ends with npm %s where that fails, and leaves nothing', async (fails, last) => {
  const ran = await ciRun([], { fails })
  expect(ran.exitCode).toBe(1)
  expect(ran.calls.at(-1)).toBe(`${last}||${SETTINGS}`)
  expect(readdirSync(ran.temporary)).toEqual([])
})

it.each(['git', 'node', 'npm', 'go'])('.ci/run says that it needs %s', async without => {
  const ran = await ciRun([], { without })
  expect(ran).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: `${without} is not on PATH: .ci/run needs git, Node 24 (or 20 and newer), npm and Go.\n`,
  })
  expect(readdirSync(ran.temporary)).toEqual([])
})
