import { beforeAll, expect, it } from '@jest/globals'
import { buildBase } from '../../../../src/commands/steps/baseline/build-base.ts'
import { type GitRepository, gitRepository } from '../../../support/git.ts'
import { testHost } from '../../../support/host.ts'
import { SERVICE, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

describeWith(['go', 'git'], 'buildBase', () => {
  let repository: GitRepository
  let empty: string
  let broken: string
  beforeAll(() => {
    repository = gitRepository()
    empty = repository.commit({ README: 'nothing yet' })
    broken = repository.commit({ ...SERVICE, 'main.go': 'package main\n\nfunc main() { undefined() }\n' })
    repository.commit(SERVICE)
  })
  const build = (commit: string) => {
    const host = testHost({ cwd: repository.directory })
    return buildBase(host, specFor(host), commit)
  }

  it('knows that the service is newer than the commit', async () => {
    expect(await build(empty)).toMatchObject({
      status: 'absent',
      reason: `commit ${empty.slice(0, 7)}, where this change starts, has no main package there`,
    })
  })

  it('cannot read a commit that does not compile', async () => {
    expect(await build(broken)).toMatchObject({
      status: 'unreadable',
      report: { kind: 'build' },
      reason: expect.stringContaining(`commit ${broken.slice(0, 7)} could not be built: `),
    })
  })

  it('leaves no worktree behind', async () => {
    await build(broken)
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
  })
})
