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

  it('says which command is missing', async () => {
    await expect(run(testHost(), 'no-such-command-here', [])).rejects.toMatchObject({ code: 'missing-tool' })
  })
})
