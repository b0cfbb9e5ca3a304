import { describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { recordingLog } from '../support/host.ts'
import { commandsIn } from '../support/runner-commands.ts'
import { terminalHost, terminalLog, terminalStyle, type Terminal } from '../../src/host/terminal.ts'
import { aFailure } from '../support/a-failure.ts'

function fakeStream(overrides: Partial<NodeJS.WriteStream> = {}): NodeJS.WriteStream & { text(): string } {
  const stream = new PassThrough()
  return Object.assign(stream as unknown as NodeJS.WriteStream, overrides, {
    text: () => String(stream.read() ?? ''),
  })
}

function terminal(): Terminal & {
  stdout: ReturnType<typeof fakeStream>
  stderr: ReturnType<typeof fakeStream>
} {
  return {
    argv: [],
    env: { HOME: '/home/u' },
    stdout: fakeStream(),
    stderr: fakeStream(),
    cwd: () => '/service',
  }
}

describe('terminalHost', () => {
  it('writes what is for people on stdout, and what is wrong on stderr', () => {
    const at = terminal()
    const log = terminalLog(at, { verbose: false, json: false })
    log.info('line')
    log.notice('see')
    log.warning('mind')
    log.error('wrong', { file: 'a.go', line: 3, message: '' })
    log.quote('tool says\n')
    log.debug('unheard')
    expect(at.stdout.text()).toBe('line\n')
    expect(at.stderr.text()).toBe('note: see\nwarning: mind\nerror: a.go:3: wrong\ntool says\n')
  })

  it('keeps stdout for the weigh-in with --json, and tells what is run with --verbose', () => {
    const at = terminal()
    const log = terminalLog(at, { verbose: true, json: true })
    log.info('line')
    log.debug('heard')
    expect(at.stdout.text()).toBe('')
    expect(at.stderr.text()).toBe('line\nheard\n')
  })

  it('says no secret', () => {
    const at = terminal()
    const log = terminalLog(at, { verbose: true, json: false })
    log.secret('s3cret')
    log.info('with s3cret')
    log.debug('s3cret')
    expect(at.stdout.text() + at.stderr.text()).toBe('with ***\n***\n')
  })

  it('masks no secret that is short, and says so', () => {
    const at = terminal()
    const log = terminalLog(at, { verbose: false, json: false })
    log.secret('x')
    log.info('a box')
    expect(at.stdout.text()).toBe('a box\n')
    expect(at.stderr.text()).toMatch(/^warning: A password or token has fewer than 4 characters, .*\.\n$/)
  })

  it('lets nothing that others wrote drive the terminal, and keeps its own colors', () => {
    const hostile = 'a\u001B[2J\u009B31m\u202Eb\r\nc\u001B[1m'
    const at = { ...terminal(), stdout: fakeStream({ isTTY: true }) }
    const log = terminalLog(at, { verbose: true, json: false })
    log.info(`\u001B[32mok\u001B[0m ${hostile}`)
    for (const level of ['notice', 'warning', 'error', 'quote', 'debug'] as const) log[level](hostile)
    expect(at.stdout.text()).toBe('\u001B[32mok\u001B[0m a [2J 31m b\nc\u001B[1m\n')
    const said = at.stderr.text()
    expect(said).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
    expect(said.match(/a \[2J 31m b\nc \[1m\n/g)).toHaveLength(5)
  })

  it('writes no color where its own lines have none', () => {
    const at = terminal()
    terminalLog(at, { verbose: false, json: false }).info('\u001B[1mx')
    expect(at.stdout.text()).toBe(' [1mx\n')
  })

  it('breaks workflow commands where a job runs the command line', () => {
    const at = { ...terminal(), env: { GITHUB_ACTIONS: 'true' } }
    const log = terminalLog(at, { verbose: false, json: false })
    log.info('::error::x')
    log.quote('y\n::error::x ##[error]z')
    expect(at.stdout.text()).toBe(': :error::x\n')
    expect(at.stderr.text()).toBe('y\n: :error::x ## [error]z\n')
  })

  it('breaks them in a colored line too, as a job has one with a terminal of its own', () => {
    const env = { GITHUB_ACTIONS: 'true' }
    const at = { ...terminal(), env, stdout: fakeStream({ isTTY: true }) }
    const log = terminalLog(at, { verbose: false, json: false })
    log.info('\u001B[1mok\u001B[0m ##[error]x')
    log.info('::error::x')
    log.info('\u001B[0m::error::x #\u001B[0m#[error]x')
    const said = at.stdout.text()
    expect(said).toContain('\u001B[1mok\u001B[0m ## [error]x\n: :error::x\n')
    expect(commandsIn(said)).toEqual([])
  })

  it('says where it cannot work', () => {
    const gone = {
      ...terminal(),
      cwd: () => {
        throw new Error('ENOENT: uv_cwd')
      },
    }
    expect(() => terminalHost(gone, recordingLog())).toThrow(
      aFailure('bad-input', { what: 'the current directory is no longer there', fix: 'another directory' }),
    )
  })

  it('has a directory of its own, and keeps things below the home directory', () => {
    const host = terminalHost(terminal(), recordingLog())
    expect(existsSync(host.temporary)).toBe(true)
    expect(host.kept).toBe('/home/u/.cache/bantam')
  })
})

describe('terminalStyle', () => {
  it.each([
    { name: 'a pipe', stream: {}, env: {}, style: { width: Number.POSITIVE_INFINITY, colour: false } },
    { name: 'a pipe with COLUMNS', stream: {}, env: { COLUMNS: '60' }, style: { width: 60, colour: false } },
    { name: 'a window', stream: { isTTY: true, columns: 90 }, env: {}, style: { width: 90, colour: true } },
    {
      name: 'NO_COLOR',
      stream: { isTTY: true, columns: 90 },
      env: { NO_COLOR: '1' },
      style: { width: 90, colour: false },
    },
    {
      name: 'a dumb terminal',
      stream: { isTTY: true, columns: 90 },
      env: { TERM: 'dumb' },
      style: { width: 90, colour: false },
    },
  ])('of $name', ({ stream, env, style }) => {
    expect(terminalStyle(fakeStream({ isTTY: false, ...stream }), env)).toEqual(style)
  })
})
