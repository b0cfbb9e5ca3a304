import { beforeAll, expect, it } from '@jest/globals'
import path from 'node:path'
import { build } from '../../src/commands/build.ts'
import { declare } from '../../src/commands/declare.ts'
import { verify } from '../../src/commands/verify.ts'
import type { VerifySpec } from '../../src/declare/declare-verify.ts'
import type { Progress } from '../../src/host/progress.ts'
import { annotation, editLayout } from '../support/edit-layout.ts'
import { gitRepository, type GitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { SERVICE } from '../support/service.ts'
import { describeWith } from '../support/tools.ts'

const SPEC: VerifySpec = { platforms: 'all', workingDirectory: '.', credentials: null, own: {} }

describeWith(['go', 'git'], 'verify', () => {
  let repository: GitRepository
  let layout: string
  const said: string[] = []
  const progress: Progress = { say: line => void said.push(line), end: () => {} }
  const inClone = () => testHost({ cwd: repository.directory })

  beforeAll(async () => {
    repository = gitRepository()
    repository.commit(SERVICE)
    layout = path.join(testHost().cwd, 'image')
    const values = { pack: 'off', budget: 'none', output: layout, ldflags: '-X main.version=first' } as const
    const host = inClone()
    const { spec } = await declare(host, { surface: 'terminal', values, problems: [] })
    await build(host, spec, { screen: { width: 80, colour: false }, wait: work => work })
  })

  it('finds the same, says what it does meanwhile, and leaves the log to warnings', async () => {
    const host = inClone()
    const found = await verify(host, layout, SPEC, progress)
    expect(found).toMatchObject({
      name: layout,
      others: [],
      platforms: [{ platform: 'linux/amd64', layers: [] }],
    })
    expect(found.platforms[0]?.rebuilt).toBe(found.digest)
    expect(said).toEqual([
      `reading ${layout}`,
      expect.stringMatching(/^building [0-9a-f]{7} again for linux\/amd64 with go1\./),
    ])
    expect(host.log.lines.filter(line => !line.startsWith('debug'))).toEqual([])
  })

  it('builds with what the image says, and not with what the clone has', async () => {
    const commit = repository.git('rev-parse', 'HEAD')
    repository.commit({ 'main.go': 'package main\n\nfunc main() { println("later") }\n' })
    const host = inClone()
    const forged = editLayout(
      layout,
      annotation('dev.bantam.weigh-in', text => text.replace('main.version=first', 'main.version=other')),
    )
    const found = await verify(host, forged, SPEC, progress)
    // No variable is called so, and Go's build ID still depends on the flags.
    expect(found.platforms).toMatchObject([{ revision: commit, reasons: [{ kind: 'source', packages: [] }] }])
    await expect(verify(host, forged, { ...SPEC, workingDirectory: '/' }, progress)).rejects.toThrow(
      '/ does not lie in the checkout of a git repository',
    )
  })
})
