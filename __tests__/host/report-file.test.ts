import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeReport } from '../../src/host/report-file.ts'
import { aFailure } from '../support/a-failure.ts'

const root = mkdtempSync(path.join(tmpdir(), 'bantam-report-'))

it('makes the directories above a report, and replaces one that is there', async () => {
  const file = path.join(root, 'a', 'b', 'report.json')
  await writeReport(file, 'a longer first text')
  await writeReport(file, 'second')
  expect(readFileSync(file, 'utf8')).toBe('second')
})

it('waits for no reader of a pipe', async () => {
  const file = path.join(root, 'pipe')
  execFileSync('mkfifo', [file])
  await expect(writeReport(file, 'text')).rejects.toEqual(
    aFailure('write', { fields: { file }, why: 'it is a pipe or a socket' }),
  )
})

it('says what is in the way', async () => {
  const file = path.join(root, 'file')
  writeFileSync(file, '')
  await expect(writeReport(path.join(file, 'report.json'), '')).rejects.toMatchObject({ code: 'write' })
})
