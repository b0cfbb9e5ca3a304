import { describe, expect, it } from '@jest/globals'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { request } from '../../src/host/http.ts'
import { run } from '../../src/host/process.ts'
import { stoppedBy, unstoppable, withSideWork } from '../../src/host/side-work.ts'
import { testHost } from '../support/host.ts'
import { listen } from '../support/listen.ts'

const env = { PATH: process.env['PATH'] }
const refuse = async () => Promise.reject(new Error('refused'))

describe('withSideWork', () => {
  it('ends the programs that were begun before the error leaves', async () => {
    const host = testHost()
    const left = path.join(host.cwd, 'left')
    let outcome: Promise<unknown> = Promise.resolve()
    const script = `echo begun >&2; sleep 60; touch '${left}'`
    const working = withSideWork(host, async (inside, begin) => {
      await new Promise<void>(resolve => {
        outcome = begin(run(inside, 'sh', ['-c', script], { env, onStderrLine: () => resolve() }))
      })
      await refuse()
    })
    let settled = false
    void outcome.catch(() => (settled = true))
    await expect(working).rejects.toThrow('refused')
    expect(settled).toBe(true)
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' })
    expect(existsSync(left)).toBe(false)
  })

  it('ends requests, and begins nothing more', async () => {
    const host = testHost()
    const asked = Promise.withResolvers<void>()
    const server = createServer(() => asked.resolve())
    const { address, stop: close } = await listen(server)
    try {
      const stop = new AbortController()
      const answer = request(stoppedBy(host, stop.signal), `http://${address}`)
      await asked.promise
      stop.abort()
      await expect(answer).rejects.toMatchObject({ name: 'HttpError', temporary: false })
      await expect(run(stoppedBy(host, stop.signal), 'true', [], { env })).rejects.toMatchObject({
        name: 'AbortError',
      })
    } finally {
      await close()
    }
  })

  it('gives the value, and has waited for what was begun', async () => {
    const host = testHost()
    let done = false
    const value = await withSideWork(host, async (inside, begin) => {
      void begin(run(inside, 'sleep', ['0.05'], { env }).then(() => (done = true)))
      return 'value'
    })
    expect({ value, done }).toEqual({ value: 'value', done: true })
  })

  it('throws its own error, and not that of what it began', async () => {
    const working = withSideWork(testHost(), async (_, begin) => {
      void begin(Promise.reject(new Error('side')))
      await refuse()
    })
    await expect(working).rejects.toThrow('refused')
  })

  it('ends with the work around it, except where it must not', async () => {
    const outer = new AbortController()
    await withSideWork(stoppedBy(testHost(), outer.signal), async inside => {
      outer.abort()
      expect(inside.stop?.aborted).toBe(true)
      expect((await run(unstoppable(inside), 'true', [], { env })).exitCode).toBe(0)
    })
  })
})
