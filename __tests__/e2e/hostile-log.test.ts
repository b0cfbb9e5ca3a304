import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { type Listening, listen } from '../support/listen.ts'
import { commandsIn } from '../support/runner-commands.ts'
import { installedAction, runStep, type Step } from '../support/runner.ts'

/** What a pull request would like the runner to obey, in every way that it can be spelled. */
const COMMANDS = [
  '::error::pwned',
  ' \t::set-output name=x::pwned',
  'x ##[add-matcher]pwned',
  '\u00AD::warning::pwned',
  '\uFEFF::notice::pwned',
  '::stop-commands::pwned',
  '::add-mask::pwned',
]

/** As a string of Go or JSON: no compiler takes a byte order mark within a file. */
function inAscii(text: string): string {
  return JSON.stringify(text).replace(
    /[^\0-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const action = installedAction()
const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

/** A service that prints all of it and ends with 1, and embeds a file whose name is one of the commands. */
const EMBEDDED = 'xxerrorxxpwned'
const MAIN = `package main

import (
	"embed"
	"os"
)

//go:embed ${EMBEDDED}
var files embed.FS

func main() {
	if _, err := files.ReadFile("x"); err != nil && len(os.Args) > 1 {
		os.Stderr.WriteString(${inAscii(`${COMMANDS.join('\n')}\r::error::pwned\n`)})
		os.Exit(1)
	}
}
`

function workspaceWith(files: Readonly<Record<string, string>>): string {
  const workspace = temporaryDirectory('hostile')
  const all = {
    'go.mod': 'module example.com/hostile\n\ngo 1.24\n',
    'main.go': MAIN,
    [EMBEDDED]: 'x'.repeat(5000),
    ...files,
  }
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true })
    writeFileSync(path.join(workspace, name), content)
  }
  return workspace
}

function overwrite(bytes: Buffer, before: string, after: string): void {
  expect(after).toHaveLength(before.length)
  for (let at = bytes.indexOf(before); at !== -1; at = bytes.indexOf(before, at)) bytes.write(after, at)
}

async function step(
  workspace: string,
  inputs: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Step> {
  return runStep(action, 'main', {
    workspace,
    inputs: { budget: '3MB', pack: 'off', cache: 'false', ...inputs },
    env: { ...env, ...more },
  })
}

/** Only what Bantam says itself is obeyed, and it has something to say about what was hostile. */
function expectNothingObeyed({ stdout, stderr }: Step): void {
  const obeyed = commandsIn(`${stdout}\n${stderr}`)
  expect(
    obeyed.map(({ name }) => name).filter(name => !['debug', 'notice', 'warning', 'error'].includes(name)),
  ).toEqual([])
  expect(obeyed.filter(({ message }) => message.startsWith('pwned'))).toEqual([])
  expect(stdout).toContain('pwned')
}

describe('what others wrote reaches no runner as a command:', () => {
  it('compile errors, and the places that they claim', async () => {
    const lines = COMMANDS.map(
      (command, index) => `//line ${command}:${index + 1}\nfunc f() { undefined${index}() }`,
    )
    const ended = await step(workspaceWith({ 'bad.go': `package main\n\n${lines.join('\n')}\n` }), {})
    expect(ended.exitCode).toBe(2)
    expectNothingObeyed(ended)
  })

  it('what go says of a module', async () => {
    const ended = await step(
      workspaceWith({ 'go.mod': '::error::pwned\n ::set-output name=x::pwned\n##[error]pwned\n' }),
      {},
    )
    expect(ended.exitCode).toBe(2)
    expectNothingObeyed(ended)
  })

  it('the output of a smoke test', async () => {
    const ended = await step(workspaceWith({}), { 'smoke-args': 'say' })
    expect(ended.exitCode).toBe(2)
    expectNothingObeyed(ended)
  }, 60_000)

  it('names of files', async () => {
    const workspace = workspaceWith({})
    mkdirSync(path.join(workspace, 'www'))
    for (const command of COMMANDS)
      execFileSync('mkfifo', [path.join(workspace, 'www', `a\n${command.replaceAll('/', '')}`)])
    const ended = await step(workspace, { files: 'www:/www' })
    expect(ended.exitCode).toBe(2)
    expectNothingObeyed(ended)
  })

  it('names in a binary, and in a baseline', async () => {
    const workspace = workspaceWith({})
    const binary = path.join(workspace, 'service')
    execFileSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', binary, '.'], {
      cwd: workspace,
      env: { ...process.env, CGO_ENABLED: '0' },
    })
    const bytes = readFileSync(binary)
    // Of the same length each: what the linker wrote stays where it is.
    overwrite(bytes, EMBEDDED, '::error::pwned')
    overwrite(bytes, 'internal/strconv', '::error::pwned/x')
    writeFileSync(binary, bytes)
    const first = await step(workspace, { binary: 'service', budget: 'binary: 1kB' })
    expect(first).toMatchObject({ exitCode: 1 })
    const weighIn = readFileSync(first.outputs['report'] ?? '', 'utf8')
    const hostile = weighIn
      .replaceAll('::error::pwned/x', inAscii(COMMANDS.join('\n')).slice(1, -1))
      .replaceAll(/"(ldflags|go|packer)": ("[^"]*"|null)/g, `"$1": ${inAscii(COMMANDS.join('\n'))}`)
      .replaceAll(/"linkedSize": \d+/g, '"linkedSize": 900000')
    expect(hostile).not.toBe(weighIn)
    writeFileSync(path.join(workspace, 'before.json'), hostile)
    const second = await step(workspace, {
      binary: 'service',
      budget: 'binary: +0',
      baseline: './before.json',
    })
    for (const ended of [first, second]) expectNothingObeyed(ended)
  }, 60_000)

  it('names of a ref, and templates that take them', async () => {
    const workspace = workspaceWith({})
    for (const ref of COMMANDS) {
      const ended = await step(
        workspace,
        { tags: '{{.Nothing pwned}}', labels: `x={{.Branch}}\n${ref}` },
        { GITHUB_REF_NAME: ref, GITHUB_HEAD_REF: ref },
      )
      expect(ended.exitCode).toBe(2)
      expectNothingObeyed(ended)
    }
  }, 60_000)

  describe('answers', () => {
    let server: Listening
    beforeAll(async () => {
      const body = JSON.stringify({
        errors: [{ code: 'DENIED', message: COMMANDS.join('\n'), detail: COMMANDS.join('\r') }],
      })
      server = await listen(
        createServer(({ method }, response) =>
          response.writeHead(method === 'HEAD' ? 404 : 400, { 'content-type': 'application/json' }).end(body),
        ),
      )
    })
    afterAll(() => server.stop())

    it('of a registry', async () => {
      const ended = await step(workspaceWith({}), { image: `${server.address}/x` })
      expect(ended.exitCode).toBe(2)
      expectNothingObeyed(ended)
    })
  })
})
