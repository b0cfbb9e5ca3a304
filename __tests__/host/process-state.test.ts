import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { childrenOf, processState, processTree, readStat } from '../../src/host/process-state.ts'
import { standstill } from '../../src/host/standstill.ts'

const REST = Array.from({ length: 30 }, () => '0').join(' ')

describe('readStat', () => {
  it('reads the state, the parent and the times, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), name => {
        const stat = `42 (${name}) S 7 1 1 0 -1 4194560 9 0 0 0 11 22 3 4 20 0 1 ${REST}`
        expect(readStat(stat)).toEqual({ pid: 42, parent: 7, state: 'S', ticks: 40 })
      }),
    )
  })

  it('gives nothing for anything else', () => {
    fc.assert(fc.property(fc.string(), text => void expect(readStat(text.replaceAll(') ', ''))).toBeNull()))
  })
})

const linux = process.platform === 'linux' ? describe : describe.skip
linux('a process', () => {
  it('is seen with what it started', async () => {
    const child = spawn('sh', ['-c', 'sleep 600 & echo ready; wait'], { stdio: ['ignore', 'pipe', 'ignore'] })
    await once(child.stdout, 'data')
    const pid = child.pid ?? NaN
    const [sleeper] = childrenOf(pid)
    expect(sleeper?.parent).toBe(pid)
    expect(processTree(pid).map(each => each.pid)).toEqual([pid, sleeper?.pid])
    process.kill(sleeper?.pid ?? NaN, 'SIGKILL')
    await once(child, 'exit')
    expect(processState(pid)).toBeNull()
    expect(processTree(pid)).toEqual([])
  })

  it('stands still while it sleeps or is stopped, and not while it works', async () => {
    const over = new AbortController()
    const sleeping = spawn('sleep', ['600'], { stdio: 'ignore' })
    const stopped = spawn('sh', ['-c', 'kill -STOP $$; while :; do :; done'], { stdio: 'ignore' })
    const working = spawn('sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' })
    const all = [sleeping, stopped, working]
    let workStood = false
    const work = standstill(working.pid ?? NaN, 100, over.signal).then(
      () => (workStood = true),
      () => {},
    )
    await Promise.all([sleeping, stopped].map(child => standstill(child.pid ?? NaN, 100, over.signal)))
    expect(workStood).toBe(false)
    over.abort()
    await work
    expect(workStood).toBe(false)
    for (const child of all) child.kill('SIGKILL')
  })
})
