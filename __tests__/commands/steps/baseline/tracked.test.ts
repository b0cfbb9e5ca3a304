import { describe, expect, it } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { warnOfTracked } from '../../../../src/commands/steps/baseline/tracked.ts'
import { gitRepository } from '../../../support/git.ts'
import { testHost } from '../../../support/host.ts'
import { specFor } from '../../../support/service.ts'

async function said(given: string, surface: 'action' | 'terminal' = 'action'): Promise<readonly string[]> {
  const { directory, commit } = gitRepository()
  commit({ 'tracked.json': '{}', 'below/layout/index.json': '{}' })
  writeFileSync(path.join(directory, 'untracked.json'), '{}')
  symlinkSync('tracked.json', path.join(directory, 'link.json'))
  const host = testHost({ surface, cwd: directory })
  await warnOfTracked(host, specFor(host), given)
  return host.log.lines.filter(line => line.startsWith('notice:'))
}

describe('warnOfTracked', () => {
  it.each(['./tracked.json', 'below/layout', 'link.json'])('warns of %s', async given => {
    expect(await said(given)).toEqual([
      expect.stringContaining(`--baseline "${given}" is a file that git tracks`),
    ])
  })

  it.each(['untracked.json', '/etc/passwd', 'nowhere.json'])('is silent of %s', async given => {
    expect(await said(given)).toEqual([])
  })

  it('is silent at a terminal, where the checkout is the own one', async () => {
    expect(await said('tracked.json', 'terminal')).toEqual([])
  })
})
