import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { run } from '../../src/host/process.ts'
import { testHost } from '../support/host.ts'

const source = (name: string) =>
  JSON.stringify(pathToFileURL(path.resolve(import.meta.dirname, '../../src/host', name)).href)

/** A run that starts a child which starts another, and says who they are once the guard is there. */
const RUN = `
import { run } from ${source('process.ts')}
import { scratchDirectory } from ${source('scratch-directory.ts')}
const log = { debug() {} }
const host = { cwd: '/', env: { PATH: process.env.PATH }, log }
scratchDirectory(process.argv[1])
const started = run(host, 'sh', ['-c', 'sleep 300 & echo $$ $! >&2; wait'], {
  env: host.env,
  onStderrLine: line => setTimeout(() => console.log(line), 500),
})
await started
`

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits until none of them runs, which is a matter of milliseconds; the test's own limit ends it otherwise. */
async function allEnded(pids: readonly number[]): Promise<boolean> {
  while (pids.some(isRunning)) await wait(20)
  return true
}

describe('what a run has started', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('ends with it: %s', async signal => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', RUN, testHost().cwd], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const pids = line.split(' ').map(Number)
    expect(pids.map(isRunning)).toEqual([true, true])
    child.kill(signal)
    await once(child, 'exit')
    expect(await allEnded(pids)).toBe(true)
  })

  it('ends with a limit of time, too', async () => {
    const lines: string[] = []
    const finished = await run(testHost(), 'sh', ['-c', 'sleep 300 & echo $! >&2; wait'], {
      env: { PATH: process.env['PATH'] },
      timeoutMs: 500,
      onStderrLine: line => void lines.push(line),
    })
    expect(finished.timedOut).toBe(true)
    expect(await allEnded(lines.map(Number))).toBe(true)
  })

  it('is left alone where it ends by itself', async () => {
    const finished = await run(testHost(), 'sh', ['-c', 'sleep 0.4; echo done'], {
      env: { PATH: process.env['PATH'] },
    })
    expect(finished).toMatchObject({ exitCode: 0, stdout: 'done\n' })
  })
})
