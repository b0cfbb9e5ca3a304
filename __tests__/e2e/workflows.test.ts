import { expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { repository, runToEnd } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'

describeWith(['actionlint'], 'the workflows of this repository', () => {
  const files = globSync('.github/workflows/*.yml', { cwd: repository })

  it('are sound to actionlint, which also reads action.yml for the inputs of `uses: ./`', async () => {
    expect(files.length).toBeGreaterThan(0)
    const ended = await runToEnd('actionlint', ['-no-color', ...files], { cwd: repository })
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  it.each(files)('pin every foreign action by its commit: %s', file => {
    const text = readFileSync(path.join(repository, file), 'utf8')
    const foreign = [...text.matchAll(/uses: (?!\.\/)(\S+)/g)].map(([, used]) => used)
    expect(foreign.filter(used => !/@[0-9a-f]{40}$/.test(used ?? ''))).toEqual([])
    expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } })
  })
})
