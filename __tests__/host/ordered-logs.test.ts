import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { orderedLogs } from '../../src/host/ordered-logs.ts'
import { recordingLog } from '../support/host.ts'

describe('orderedLogs', () => {
  it('shows the first at once, and the others when those before them have ended', () => {
    const log = recordingLog()
    const [first, second, third] = orderedLogs(log, 3)
    third?.info('c1')
    second?.notice('b1')
    first?.info('a1')
    expect(log.lines).toEqual(['info: a1'])
    third?.end()
    first?.end()
    expect(log.lines).toEqual(['info: a1', 'notice: b1'])
    second?.info('b2')
    second?.end()
    expect(log.lines).toEqual(['info: a1', 'notice: b1', 'info: b2', 'info: c1'])
  })

  it('hides a secret at once', () => {
    const log = recordingLog()
    orderedLogs(log, 2)[1]?.secret('s')
    expect(log.lines).toEqual(['secret: s'])
  })

  it('says whose turn it is', async () => {
    const [first, second] = orderedLogs(recordingLog(), 2)
    await first?.turn
    const waited = Promise.race([second?.turn.then(() => 'turn'), Promise.resolve('not yet')])
    expect(await waited).toBe('not yet')
    first?.end()
    await second?.turn
  })

  it('loses nothing and keeps the order, whatever ends first', () => {
    const steps = fc.array(fc.record({ task: fc.nat(3), end: fc.boolean() }), { maxLength: 40 })
    fc.assert(
      fc.property(steps, given => {
        const log = recordingLog()
        const logs = orderedLogs(log, 4)
        const said: string[][] = [[], [], [], []]
        for (const [at, { task, end }] of given.entries()) {
          logs[task]?.info(`${task}.${at}`)
          said[task]?.push(`info: ${task}.${at}`)
          if (end) logs[task]?.end()
        }
        for (const one of logs) one.end()
        expect(log.lines.toSorted()).toEqual(said.flat().toSorted())
        for (const [task, lines] of said.entries())
          expect(log.lines.filter(line => line.startsWith(`info: ${task}.`))).toEqual(lines)
      }),
    )
  })
})
