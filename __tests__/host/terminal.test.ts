import { describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { recordingLog } from '../support/host.ts'
import { terminalHost, terminalLog, terminalStyle, type Terminal } from '../../src/host/terminal.ts'

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
