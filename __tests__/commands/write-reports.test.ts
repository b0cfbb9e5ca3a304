import { expect, it } from '@jest/globals'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeReports } from '../../src/commands/write-reports.ts'
import { weighIn } from '../report/sample.ts'

it('writes the weigh-in, and the page beside it', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-reports-'))
  const file = path.join(directory, 'weigh-in.json')
  await writeReports(file, weighIn(), [])
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(weighIn())))
  expect(readdirSync(directory).sort()).toEqual(['weigh-in.html', 'weigh-in.json'])
  expect(readFileSync(path.join(directory, 'weigh-in.html'), 'utf8')).toMatch(/^<!doctype html>/i)
})

it('says which report could not be written', async () => {
  await expect(writeReports('/proc/nowhere/x.json', weighIn(), [])).rejects.toMatchObject({ code: 'write' })
})
