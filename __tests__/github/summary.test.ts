import { describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { appendSummary } from '../../src/github/summary.ts'
import { testHost } from '../support/host.ts'
import { temporaryDirectory } from '../support/cli.ts'

function hostWith(file: string) {
  return testHost({ env: { GITHUB_STEP_SUMMARY: file } })
}

describe('appendSummary', () => {
  it('adds to what stands there', async () => {
    const file = path.join(temporaryDirectory(), 'summary')
    writeFileSync(file, 'before\n')
    const host = hostWith(file)
    await appendSummary(host, '### proxy')
    expect(readFileSync(file, 'utf8')).toBe('before\n### proxy\n')
    expect(host.log.lines).toEqual([])
  })

  it('makes the file where there is none yet', async () => {
    const file = path.join(temporaryDirectory(), 'summary')
    await appendSummary(hostWith(file), 'x')
    expect(readFileSync(file, 'utf8')).toBe('x\n')
  })

  it('keeps what others wrote where there is no room for both', async () => {
    const file = path.join(temporaryDirectory(), 'summary')
    const others = 'x'.repeat(1024 * 1024 - 10)
    writeFileSync(file, others)
    const host = hostWith(file)
    await appendSummary(host, '0123456789')
    expect(readFileSync(file, 'utf8')).toBe(others)
    expect(host.log.lines).toEqual([
      expect.stringMatching(/^warning: The report does not fit into the job summary/),
    ])
  })

  it('is a warning, and no failure, where it cannot be written', async () => {
    const directory = path.join(temporaryDirectory(), 'a-directory')
    mkdirSync(directory)
    const host = hostWith(directory)
    await appendSummary(host, 'x')
    expect(host.log.lines).toEqual([
      expect.stringMatching(/^warning: The job summary could not be written: EISDIR/),
    ])
  })

  it('says nothing aloud where there is no summary', async () => {
    const host = testHost({ env: {} })
    await appendSummary(host, 'x')
    expect(host.log.lines).toEqual(['debug: There is no job summary here.'])
  })
})
