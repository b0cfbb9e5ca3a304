import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { runInit } from '../../../src/commands/terminal/init.ts'
import type { InitCommand } from '../../../src/declare/init-command.ts'
import { recordingLog } from '../../support/host.ts'
import { SERVICE } from '../../support/service.ts'
import { type Shape, SHAPES, writeShape } from '../../support/shapes.ts'
import { testTerminal } from '../../support/terminal.ts'
import { describeWith } from '../../support/tools.ts'

const FIXTURES = path.join(import.meta.dirname, '..', '..', 'fixtures', 'init')
const WORKFLOW = '.github/workflows/bantam.yml'
const NAMES = Object.keys(SHAPES) as (keyof typeof SHAPES)[]
/** Nothing is on this PATH, and so no Go. */
const WITHOUT_GO = { ...process.env, PATH: '/nowhere' }

interface Setting {
  readonly shape: Shape
  readonly asked?: Partial<InitCommand>
  readonly env?: NodeJS.ProcessEnv
  readonly prepare?: (directory: string) => void
}

async function run({ shape, asked = {}, env = process.env, prepare }: Setting) {
  const [terminal, log] = [testTerminal(env), recordingLog()]
  const directory = mkdtempSync(path.join(terminal.cwd(), 'project-'))
  writeShape(directory, shape)
  prepare?.(directory)
  const command: InitCommand = {
    kind: 'init',
    directory,
    stdout: false,
    build: false,
    verbose: false,
    problems: [],
    ...asked,
  }
  const exitCode = await runInit(terminal, log, command)
  return { exitCode, directory, stdout: terminal.written(), text: log.lines.join('\n') }
}

function expected(name: string): string {
  return readFileSync(path.join(FIXTURES, `${name}.yml`), 'utf8')
}

describe('runInit without Go', () => {
  it.each(NAMES)('prints the workflow of %s and writes nothing', async name => {
    const { exitCode, directory, stdout } = await run({
      shape: SHAPES[name],
      asked: { stdout: true },
      env: WITHOUT_GO,
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expected(name) })
    expect(existsSync(path.join(directory, WORKFLOW))).toBe(false)
  })

  it('writes the workflow, and lists what it could not carry over', async () => {
    const { exitCode, directory, stdout, text } = await run({ shape: SHAPES.mailpit, env: WITHOUT_GO })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
    expect(readFileSync(path.join(directory, WORKFLOW), 'utf8')).toBe(expected('mailpit'))
    expect(text).toContain(`${WORKFLOW} is written: one image, mailpit.`)
    expect(text).toMatch(/Not carried over:[^]*Dockerfile:13: RUN ln/)
  })

  it('never replaces a workflow: it prints what it would write, and ends with 2', async () => {
    const { exitCode, directory, stdout, text } = await run({
      shape: { ...SHAPES.mailpit, [WORKFLOW]: 'mine' },
      env: WITHOUT_GO,
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: expected('mailpit') })
    expect(readFileSync(path.join(directory, WORKFLOW), 'utf8')).toBe('mine')
    expect(text).toMatch(/error: .*bantam\.yml was not written: it is already there; .*\[write\]/)
  })

  it.each(['.github', '.github/workflows', WORKFLOW])('writes through no link at %s', async link => {
    const outside = mkdtempSync(path.join(testTerminal().cwd(), 'outside-'))
    const { exitCode, stdout, text } = await run({
      shape: SHAPES.whoami,
      env: WITHOUT_GO,
      prepare: directory => {
        mkdirSync(path.dirname(path.join(directory, link)), { recursive: true })
        symlinkSync(link === WORKFLOW ? path.join(outside, 'x') : outside, path.join(directory, link))
      },
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: expected('whoami') })
    expect(text).toContain('was not written')
    expect(readdirSync(outside)).toEqual([])
  })

  it.each([
    { of: 'an empty directory', shape: {}, why: 'it has no go.mod and no Go files' },
    {
      of: 'a directory without Go files',
      shape: { Dockerfile: 'FROM x\n', Makefile: 'a:\n' },
      why: 'it has no go.mod and no Go files',
    },
    {
      of: 'Go files without a module',
      shape: { 'main.go': 'package main\n' },
      why: 'no go.mod that names a module',
    },
    {
      of: 'a broken go.mod',
      shape: { 'go.mod': '<<<', 'main.go': 'package main\n' },
      why: 'no go.mod that names a module',
    },
    {
      of: 'a library',
      shape: {
        'go.mod': 'module example.com/lib\n',
        'lib.go': 'package lib\n',
        'x_test.go': 'package main\n',
      },
      why: 'it has Go packages and no package main',
    },
  ])('has nothing to write for $of', async ({ shape, why }) => {
    const { exitCode, directory, stdout, text } = await run({ shape, env: WITHOUT_GO })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(text).toContain(`There is nothing to build in ${realpathSync(directory)}: `)
    expect(text).toContain(why)
    expect(existsSync(path.join(directory, '.github'))).toBe(false)
  })

  it.each([
    { of: 'is not there', directory: '/nowhere/at/all' },
    { of: 'is no directory', directory: 'file' },
  ])('refuses a directory that $of', async ({ of, directory }) => {
    const { exitCode, text } = await run({
      shape: {},
      asked: { directory: directory === 'file' ? import.meta.filename : directory },
    })
    expect(exitCode).toBe(2)
    expect(text).toMatch(new RegExp(`${of}; write bantam init DIRECTORY.*\\[bad-input\\]`))
  })

  it.each([
    { of: 'broken', dockerfile: 'FRM x\n\\\n[[[\nCOPY\nENTRYPOINT [\nRUN <<EOF' },
    { of: 'binary', dockerfile: '\0\u0001FROM\uFFFD\n' },
    { of: 'empty', dockerfile: '' },
  ])('takes the main package alone where the Dockerfile is $of', async ({ dockerfile }) => {
    const shape = {
      'go.mod': 'module example.com/svc\n',
      'main.go': 'package main\n',
      Dockerfile: dockerfile,
    }
    const { exitCode, stdout } = await run({ shape, asked: { stdout: true }, env: WITHOUT_GO })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('# - Dockerfile: its image: it copies no program')
    expect(stdout).toContain('with:\n          image: ghcr.io/')
  })

  it('reads no file that is large, no link and no pipe, and says so', async () => {
    const { exitCode, stdout } = await run({
      shape: { ...SHAPES.whoami, secret: 'FROM scratch\nENV LEAKED=1\n' },
      asked: { stdout: true },
      env: WITHOUT_GO,
      prepare: directory => {
        const outside = mkdtempSync(path.join(directory, '..', 'outside-'))
        writeFileSync(path.join(outside, 'Dockerfile'), 'FROM scratch\nENV LEAKED=1\nCOPY whoami /\n')
        symlinkSync(outside, path.join(directory, 'linked'))
        symlinkSync(path.join(outside, 'Dockerfile'), path.join(directory, 'Dockerfile.linked'))
        execFileSync('mkfifo', [path.join(directory, 'Dockerfile.pipe')])
        writeFileSync(path.join(directory, 'Dockerfile.large'), 'FROM scratch\n')
        truncateSync(path.join(directory, 'Dockerfile.large'), 100_000_000)
      },
    })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('# - Dockerfile.large: this file: it is larger than 256 KiB')
    expect(stdout).toContain('# - Dockerfile.linked: this file: it is a link')
    expect(stdout).toContain('# - Dockerfile.pipe: this file: it is no regular file')
    expect(stdout).not.toContain('LEAKED')
  })

  it('disarms commands of the runner in what it prints in a job', async () => {
    const shape = {
      ...SHAPES.whoami,
      Dockerfile: `${SHAPES.whoami.Dockerfile}HEALTHCHECK CMD ##[error]pwned\n`,
    }
    const { stdout } = await run({
      shape,
      asked: { stdout: true },
      env: { ...WITHOUT_GO, GITHUB_ACTIONS: 'true' },
    })
    expect(stdout).toContain('HEALTHCHECK CMD')
    expect(stdout).not.toContain('##[')
  })

  it('writes at the top of the checkout, of a service in a directory below it', async () => {
    const { exitCode, directory, text } = await run({
      shape: { ...SHAPES.boutique, '.git/HEAD': 'ref: refs/heads/main\n' },
      env: WITHOUT_GO,
    })
    expect(exitCode).toBe(0)
    expect(text).toContain('2 images, checkoutservice, frontend')
    const below = await run({
      shape: {},
      asked: { directory: path.join(directory, 'src/frontend'), stdout: true },
      env: WITHOUT_GO,
    })
    expect(below.stdout).toContain('working-directory: src/frontend')
    expect(below.stdout).not.toContain('checkoutservice')
  })

  it('shows what is wrong with its flags', async () => {
    const { exitCode, text } = await run({
      shape: SHAPES.whoami,
      asked: {
        problems: [{ input: '--push', value: '', clause: [{ kind: 'words', text: '--push is wrong' }] }],
      },
    })
    expect(exitCode).toBe(2)
    expect(text).toMatch(/^error: --push is wrong\. \[bad-input\]$/)
  })
})

describeWith(['go'], 'runInit with Go', () => {
  it.each(NAMES)('prints the same workflow for %s', async name => {
    const { exitCode, stdout } = await run({ shape: SHAPES[name], asked: { stdout: true } })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expected(name) })
  })

  it('measures each image, and says which could not be built', async () => {
    const shape = {
      ...Object.fromEntries(Object.entries(SERVICE).map(([file, text]) => [`good/${file}`, text])),
      'bad/go.mod': 'module example.com/bad\n\ngo 1.21\n',
      'bad/main.go': 'package main\n\nfunc main() { nothing() }\n',
    }
    const { exitCode, directory, stdout, text } = await run({ shape, asked: { build: true, stdout: true } })
    expect(exitCode).toBe(1)
    expect(text).toMatch(/warning: bad could not be built, so its budget has no size: /)
    expect(stdout).toMatch(
      /working-directory: good\n.*\n {10}budget: \|\n {12}image: \d+kB\n {12}image: \+50kB\n/,
    )
    expect(stdout).toMatch(/working-directory: bad\n.*\n {10}budget: 'image: \+50kB'\n/)
    expect(stdout).toContain('# - bad: a budget in bytes: ')
    expect(readdirSync(directory)).toEqual(['bad', 'good'])
  })
})
