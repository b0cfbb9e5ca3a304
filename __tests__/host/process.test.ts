import { describe, expect, it } from '@jest/globals'
import { run } from '../../src/host/process.ts'
import { testHost } from '../support/host.ts'

describe('run', () => {
  it('gives both streams and the exit code', async () => {
    const finished = await run(testHost(), 'sh', ['-c', 'echo out; echo err >&2; exit 3'])
    expect(finished).toMatchObject({
      exitCode: 3,
      signal: null,
      stdout: 'out\n',
      stderr: 'err\n',
      timedOut: false,
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
    const finished = await run(testHost(), 'sleep', ['60'], { timeoutMs: 50 })
    expect(finished).toMatchObject({ timedOut: true, signal: 'SIGKILL' })
  })

  it('drops what is printed beyond the limit', async () => {
    const finished = await run(testHost(), 'sh', ['-c', 'echo 0123456789'], { maxOutput: 4 })
    expect(finished.stdout).toBe('0123')
  })

  it('tells the lines of stderr one by one, also those it drops', async () => {
    const lines: string[] = []
    const script = 'printf "one\\n\\ntwo ü" >&2; sleep 0.05; printf " more\\nlast" >&2; echo out'
    const finished = await run(testHost(), 'sh', ['-c', script], {
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
        onStderrLine: line => void lines.push(line),
      },
    )
    expect(lines.map(line => line.length)).toEqual([65_536, 4])
  })

  it('says which command is missing', async () => {
    await expect(run(testHost(), 'no-such-command-here', [])).rejects.toMatchObject({ code: 'missing-tool' })
  })
})
