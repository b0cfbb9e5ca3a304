import { describe, expect, it } from '@jest/globals'
import { PassThrough } from 'node:stream'
import { waitInLog, waitOn, waitWith } from '../../src/host/wait.ts'
import { recordingLog } from '../support/host.ts'

function stream(overrides: Partial<NodeJS.WriteStream>): NodeJS.WriteStream {
  return Object.assign(new PassThrough() as unknown as NodeJS.WriteStream, overrides)
}

describe('waitWith', () => {
  it('says again and again that it waits, and takes that back once it is over', async () => {
    const said: string[] = []
    const heard = Promise.withResolvers<string>()
    const say = (line: string) => {
      said.push(line)
      if (said.length === 2) heard.resolve('done')
    }
    const wait = waitWith({ say, end: () => void said.push('end') }, 1)
    // The timer does not keep this process alive by itself.
    const alive = setInterval(() => {}, 1000)
    expect(await wait(heard.promise, ms => `for ${typeof ms}`)).toBe('done')
    clearInterval(alive)
    expect(said).toEqual(['for number', 'for number', 'end'])
  })

  it('fails as the work does, and ends', async () => {
    const said: string[] = []
    const wait = waitWith({ say: () => {}, end: () => void said.push('end') }, 1000)
    await expect(wait(Promise.reject(new Error('no')), () => '')).rejects.toThrow('no')
    expect(said).toEqual(['end'])
  })
})

it('says nothing in a log of what is soon over', async () => {
  const log = recordingLog()
  expect(await waitInLog(log)(Promise.resolve(1), () => 'still there')).toBe(1)
  expect(log.lines).toEqual([])
})

describe('waitOn', () => {
  it('clears its line before anything else is said', async () => {
    const terminal = stream({ isTTY: true, columns: 80 })
    const said = recordingLog()
    const { wait, log } = waitOn(terminal, {}, said)
    log.info('before')
    log.secret('s3cret')
    await wait(Promise.resolve(), () => 'never')
    log.warning('after')
    expect(said.lines).toEqual(['info: before', 'secret: s3cret', 'warning: after'])
    expect(terminal.read()).toBeNull()
  })

  it.each([
    [{ isTTY: false }, {}],
    [{ isTTY: true, columns: 80 }, { TERM: 'dumb' }],
  ])('leaves the log as it is where no line can be taken back: %j %j', (overrides, env) => {
    const log = recordingLog()
    expect(waitOn(stream(overrides), env, log).log).toBe(log)
  })
})
