import { describe, expect, it } from '@jest/globals'
import { PassThrough } from 'node:stream'
import { progressOn } from '../../src/host/progress.ts'

function written(overrides: Partial<NodeJS.WriteStream>, env: NodeJS.ProcessEnv = {}): string {
  const stream = Object.assign(new PassThrough() as unknown as NodeJS.WriteStream, overrides)
  const progress = progressOn(stream, env)
  progress.say('trying 1 of 2')
  progress.say('trying 2 of 2')
  progress.end()
  return String(stream.read())
}

describe('progress', () => {
  it('is one line of a terminal, gone at the end', () => {
    const text = written({ isTTY: true, columns: 80 })
    expect(text).toBe('\r\u001B[Ktrying 1 of 2\r\u001B[Ktrying 2 of 2\r\u001B[K')
  })

  it('never fills a line, which the terminal would break', () => {
    expect(written({ isTTY: true, columns: 10 })).toBe('\r\u001B[Ktrying 1 \r\u001B[Ktrying 2 \r\u001B[K')
  })

  it.each([
    [{ isTTY: false }, {}],
    [{ isTTY: true, columns: 80 }, { TERM: 'dumb' }],
  ])('is plain lines elsewhere: %j %j', (stream, env) => {
    expect(written(stream, env)).toBe('trying 1 of 2\ntrying 2 of 2\n')
  })
})
