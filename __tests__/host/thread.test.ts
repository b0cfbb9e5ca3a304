import { expect, it } from '@jest/globals'
import { mkdtempSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInThread } from '../../src/host/thread.ts'
import { writeTemporary } from '../support/layouts.ts'

const task = (linked: string) => ({
  linked,
  packed: path.join(mkdtempSync(path.join(tmpdir(), 'bantam-thread-')), 'packed'),
  cores: 1,
})

it('answers with what the thread sends', async () => {
  const asked = task(writeTemporary('text', 'text'))
  expect(await runInThread('pack-thread', asked, undefined)).toEqual({
    kind: 'fault',
    why: 'it is not an ELF file',
  })
  expect(existsSync(asked.packed)).toBe(false)
})

it('throws what the thread does not catch', async () => {
  await expect(runInThread('pack-thread', { linked: 7n }, undefined)).rejects.toThrow(
    'must be of type string',
  )
})

it('ends the thread when it is stopped', async () => {
  const stop = new AbortController()
  const running = runInThread('pack-thread', task('/dev/zero'), stop.signal)
  stop.abort(new Error('enough'))
  await expect(running).rejects.toThrow('enough')
  await expect(runInThread('pack-thread', task('/dev/zero'), stop.signal)).rejects.toThrow('enough')
})
