import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../../src/failure.ts'
import { run } from '../../src/host/process.ts'
import { testHost } from '../support/host.ts'

const env = { PATH: process.env['PATH'] }

describe('run', () => {
  it('gives both streams and the exit code', async () => {
    const finished = await run(testHost(), 'sh', ['-c', 'echo out; echo err >&2; exit 3'], { env })
    expect(finished).toMatchObject({
      exitCode: 3,
      signal: null,
      stdout: 'out\n',
      stderr: 'err\n',
      timedOut: false,
      stoodStill: false,
    })
  })

  it('hands over input, directory and environment', async () => {
    const finished = await run(testHost(), 'sh', ['-c', 'pwd; echo $X; cat'], {
      cwd: '/',
      env: { X: 'y' },
      input: 'in',
    })
    expect(finished.stdout).toBe('/\ny\nin')
  })

  it('kills what takes too long', async () => {
    const finished = await run(testHost(), 'sleep', ['60'], { env, timeoutMs: 50 })
    expect(finished).toMatchObject({ timedOut: true, signal: 'SIGKILL' })
  })

  it('drops what is printed beyond the limit', async () => {
    const finished = await run(testHost(), 'sh', ['-c', 'echo 0123456789'], { env, maxOutput: 4 })
    expect(finished.stdout).toBe('0123')
  })

  it('tells the lines of stderr one by one, also those it drops', async () => {
    const lines: string[] = []
    const script = 'printf "one\\n\\ntwo ü" >&2; sleep 0.05; printf " more\\nlast" >&2; echo out'
    const finished = await run(testHost(), 'sh', ['-c', script], {
      env,
      maxOutput: 3,
      onStderrLine: line => void lines.push(line),
    })
    expect(lines).toEqual(['one', '', 'two ü more', 'last'])
    expect(finished).toMatchObject({ stdout: 'out', stderr: 'one' })
  })

  it('cuts a line of stderr that has no end', async () => {
    const lines: string[] = []
    await run(
      testHost(),
      'sh',
      ['-c', 'yes x | tr -d "\\n" | head -c 1000000 >&2; echo >&2; echo next >&2'],
      {
        env,
        onStderrLine: line => void lines.push(line),
      },
    )
    expect(lines.map(line => line.length)).toEqual([65_536, 4])
  })

  it.each(['', '.', 'bin'])('starts nothing from the working directory: PATH=%j', async PATH => {
    const host = testHost({ env: { PATH } })
    mkdirSync(path.join(host.cwd, 'bin'))
    for (const file of ['tool', 'bin/tool'])
      writeFileSync(path.join(host.cwd, file), '#!/bin/sh\n', { mode: 0o755 })
    await expect(run(host, 'tool', [], { env: { PATH } })).rejects.toMatchObject({ code: 'missing-tool' })
  })

  it('says which command is missing', async () => {
    await expect(run(testHost(), 'no-such-command-here', [], { env })).rejects.toMatchObject({
      code: 'missing-tool',
      fields: { command: 'no-such-command-here' },
    })
  })
})

describe('run of a brief command', () => {
  const brief = true

  it('gives both streams and the exit code', async () => {
    const script = 'printf "out ü\\nmore"; echo err >&2; exit 3'
    expect(await run(testHost(), 'sh', ['-c', script], { env, brief })).toMatchObject({
      exitCode: 3,
      signal: null,
      stdout: 'out ü\nmore',
      stderr: 'err\n',
      timedOut: false,
      stoodStill: false,
    })
  })

  it('gives no exit code where a signal ended it', async () => {
    expect(await run(testHost(), 'sh', ['-c', 'kill -9 $$'], { env, brief })).toMatchObject({
      exitCode: null,
    })
  })

  it('hands over its arguments, the directory and nothing but this environment', async () => {
    const args = ['--', 'two words', '"quoted"', '$HOME', '']
    const echoed = await run(testHost(), 'printf', ['%s|', ...args], { env, brief })
    expect(echoed.stdout).toBe(`${args.join('|')}|`)
    const X = { X: 'y', Y: undefined }
    expect((await run(testHost(), '/usr/bin/env', [], { env: X, brief })).stdout).toBe('X=y\n')
    expect((await run(testHost(), 'pwd', [], { cwd: '/', env, brief })).stdout).toBe('/\n')
  })

  it.each(['a b', 'a"b" c', "it's", 'back\\slash', 'end '])(
    'starts a program in a directory named %j',
    async name => {
      const host = testHost()
      const directory = path.join(host.cwd, name)
      mkdirSync(directory)
      writeFileSync(path.join(directory, 'tool'), '#!/bin/sh\necho "$1"\n', { mode: 0o755 })
      const PATH = `${directory}:${process.env['PATH']}`
      const finished = await run(testHost({ env: { PATH } }), 'tool', ['x'], { env, brief })
      expect(finished).toMatchObject({ exitCode: 0, stdout: 'x\n' })
    },
  )

  it.each(['', '.', 'bin'])('starts nothing from the working directory: PATH=%j', async PATH => {
    const host = testHost({ env: { PATH } })
    mkdirSync(path.join(host.cwd, 'bin'))
    for (const file of ['tool', 'bin/tool'])
      writeFileSync(path.join(host.cwd, file), '#!/bin/sh\n', { mode: 0o755 })
    const started = run(host, 'tool', [], { env: { PATH }, brief })
    await expect(started).rejects.toMatchObject({ code: 'missing-tool' })
  })

  it.each([
    { name: 'a command that is missing', command: 'no-such-command-here', cwd: '/' },
    { name: 'a directory that is missing', command: 'true', cwd: '/no/such/directory' },
  ])('fails as any other for $name', async ({ command, cwd }) => {
    const messageOf = (failed: unknown) => (failed instanceof Failure ? failed.message : failed)
    const briefly = run(testHost(), command, [], { cwd, env, brief }).catch(messageOf)
    const usually = run(testHost(), command, [], { cwd, env }).catch(messageOf)
    expect(await briefly).toEqual(await usually)
    expect(await briefly).toContain(`${command} could not be started`)
  })

  it('prints nothing of it: a line in a log can be a command to the runner', () => {
    const program = `
      import { run } from ${JSON.stringify(pathToFileURL(path.resolve(import.meta.dirname, '../../src/host/process.ts')).href)}
      const host = { cwd: '/', env: { PATH: process.env.PATH }, log: { debug() {} } }
      const script = 'echo ::error::out; echo ::error::err >&2'
      await run(host, 'sh', ['-c', script], { env: host.env, brief: true })
      await run(host, 'no-such-command-here', [], { env: host.env, brief: true }).catch(() => {})`
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--disable-warning=ExperimentalWarning', '--eval', program],
      { encoding: 'utf8' },
    )
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
