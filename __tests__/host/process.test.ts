import { describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
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
    })
  })
})
