import { expect, it } from '@jest/globals'
import type { Entry } from '../../src/image/entry.ts'
import { readSmokeMessage, writeSmokeMessage } from '../../src/smoke/smoke-message.ts'
import type { SmokeRun } from '../../src/smoke/smoke-run.ts'
import { writeTemporary } from '../support/layouts.ts'

const RUN: SmokeRun = {
  owner: 'user',
  directory: '/tmp/x',
  service: {
    user: { uid: 1, gid: 2 },
    hostname: 'x',
    workdir: '/',
    candidates: ['/app'],
    argv: ['/app'],
    env: { A: 'ü\n' },
  },
  http: null,
  limitMs: 1000,
}

it('carries the run, the files in memory and those that lie in a file', () => {
  const own: Entry = { kind: 'file', path: '/a', mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from('own') }
  const content = { file: writeTemporary('layer', 'before content after'), offset: 7, size: 7 }
  const message = writeSmokeMessage(RUN, [
    own,
    { kind: 'stored file', path: '/b', mode: 0o755, uid: 1, gid: 2, content },
  ])
  const { run, entries } = readSmokeMessage(Buffer.from(message))
  expect(run).toEqual(RUN)
  expect(entries).toEqual([
    own,
    { kind: 'file', path: '/b', mode: 0o755, uid: 1, gid: 2, bytes: Buffer.from('content') },
  ])
})
