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
import { type Shape, SHAPES, writeShape, writtenFor } from '../../support/shapes.ts'
import { testTerminal } from '../../support/terminal.ts'
import { describeWith } from '../../support/tools.ts'

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

describe('runInit without Go', () => {
  it.each(NAMES)('prints the workflow of %s and writes nothing', async name => {
    const { exitCode, directory, stdout } = await run({
      shape: SHAPES[name],
      asked: { stdout: true },
      env: WITHOUT_GO,
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: writtenFor(name) })
    expect(existsSync(path.join(directory, WORKFLOW))).toBe(false)
  })

  it('writes the workflow, and lists what it could not carry over', async () => {
    const { exitCode, directory, stdout, text } = await run({ shape: SHAPES.mailpit, env: WITHOUT_GO })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
    expect(readFileSync(path.join(directory, WORKFLOW), 'utf8')).toBe(writtenFor('mailpit'))
    expect(text).toContain(`${WORKFLOW} is written: one image, mailpit.`)
    expect(text).toMatch(/Not carried over:[^]*Dockerfile:13: RUN ln/)
  })

  it('never replaces a workflow: it prints what it would write, and ends with 2', async () => {
    const { exitCode, directory, stdout, text } = await run({
      shape: { ...SHAPES.mailpit, [WORKFLOW]: 'mine' },
      env: WITHOUT_GO,
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: writtenFor('mailpit') })
    expect(readFileSync(path.join(directory, WORKFLOW), 'utf8')).toBe('mine')
    expect(text).toMatch(/error: .*bantam\.yml was not written: it is already there; .*\[write\]/)
  })

  it('writes bantam.yaml and a workflow for several services', async () => {
    const { exitCode, directory, stdout, text } = await run({ shape: SHAPES.boutique, env: WITHOUT_GO })
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
    const [images, workflow] = ['bantam.yaml', WORKFLOW].map(file =>
      readFileSync(path.join(directory, file), 'utf8'),
    )
    expect(`==> bantam.yaml <==\n${images}\n==> ${WORKFLOW} <==\n${workflow}`).toBe(writtenFor('boutique'))
    expect(text).toContain(
      `bantam.yaml and ${WORKFLOW} are written: 2 images, checkoutservice, frontend. Write the owner of Bantam's repository for OWNER in them, and commit them.`,
    )
  })

  it.each(['bantam.yaml', WORKFLOW])(
    'writes neither file where %s is there, and prints both',
    async there => {
      const { exitCode, directory, stdout, text } = await run({
        shape: { ...SHAPES.boutique, [there]: 'mine' },
        env: WITHOUT_GO,
      })
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: writtenFor('boutique') })
      expect(readFileSync(path.join(directory, there), 'utf8')).toBe('mine')
      const other = there === WORKFLOW ? 'bantam.yaml' : WORKFLOW
      expect(existsSync(path.join(directory, other))).toBe(false)
      expect(text).toContain(`were not written: ${there} is already there; move it away`)
    },
  )

  it('publishes under the name that git has of the repository', async () => {
    const { stdout } = await run({
      shape: SHAPES.boutique,
      asked: { stdout: true },
      env: { ...WITHOUT_GO, PATH: process.env['PATH'] ?? '' },
      prepare: directory => {
        const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: directory })
        git('init', '-q', '-b', 'main')
        git('remote', 'add', 'origin', 'git@github.com:Acme/Shop.git')
      },
    })
    expect(stdout).toContain('    image: ghcr.io/acme/shop/checkoutservice\n')
    expect(stdout).not.toContain('ghcr.io/OWNER')
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
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: writtenFor('whoami') })
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
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: writtenFor(name) })
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
    expect(stdout).toMatch(/working-directory: good\n {4}budget: \|\n {6}image: \d+kB\n {6}image: \+50kB\n/)
    expect(stdout).toMatch(/working-directory: bad\n {4}budget: 'image: \+50kB'\n/)
    expect(stdout).toContain('# - bad: a budget in bytes: ')
    expect(readdirSync(directory)).toEqual(['bad', 'good'])
  })
})
