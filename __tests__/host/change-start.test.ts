import { expect, it } from '@jest/globals'
import { readChangeStart } from '../../src/host/change-start.ts'
import type { WorkflowEvent } from '../../src/host/event.ts'
import { cloneOf, gitRepository, mergeCommit, shallowCheckout } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

const PLAIN = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
const NOTHING: WorkflowEvent = { pullRequest: null, mergeGroup: null, before: null }
const [OLD, OTHER] = ['1'.repeat(40), '2'.repeat(40)] as const

/** A branch that left `main`, which went on since. */
function pullRequest() {
  const origin = gitRepository()
  const start = origin.commit({ a: '1' })
  origin.git('checkout', '-q', '-b', 'feature')
  const head = origin.commit({ b: '1' })
  origin.git('checkout', '-q', 'main')
  const tip = origin.commit({ c: '1' })
  return { origin, start, head, tip, merge: mergeCommit(origin, 'main', 'feature') }
}

function baseIn(
  directory: string,
  event: Partial<WorkflowEvent>,
  env: Readonly<Record<string, string>> = {},
) {
  const host = testHost({ surface: 'action', env: { ...PLAIN, ...env } })
  return readChangeStart(host, directory, { ...NOTHING, ...event }, { branch: 'main' })
}

describeWith(['git'], 'where a change starts', () => {
  const { origin, start, head, tip, merge } = pullRequest()
  const intoMain = { GITHUB_BASE_REF: 'main', GITHUB_EVENT_NAME: 'pull_request' }

  it('is the first parent of the merge commit, which a shallow checkout hides', async () => {
    const { directory, git } = shallowCheckout(origin, merge)
    expect(() => git('rev-parse', '--verify', 'HEAD^1')).toThrow(/Needed a single revision/)
    for (const said of [head, null]) {
      const event = { pullRequest: { number: 7, base: start, head: said } }
      expect(await baseIn(directory, event, intoMain)).toEqual({
        commit: { status: 'known', commit: tip },
        branch: 'main',
      })
    }
  })

  it.each([
    { name: 'the head itself is checked out', commit: head, said: head },
    { name: 'the merge is of something else', commit: merge, said: OTHER },
  ])("is the event's base where $name", async ({ commit, said }) => {
    const { directory } = shallowCheckout(origin, commit)
    const event = { pullRequest: { number: 7, base: OLD, head: said } }
    expect((await baseIn(directory, event, intoMain)).commit).toEqual({ status: 'known', commit: OLD })
  })

  it('is not guessed where neither says', async () => {
    const { directory } = shallowCheckout(origin, head)
    for (const pull of [null, { number: 7, base: null, head }])
      expect((await baseIn(directory, { pullRequest: pull }, intoMain)).commit).toMatchObject({
        status: 'unknown',
      })
  })

  it.each([
    {
      name: 'a push says what was there',
      event: { before: OLD },
      env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'branch' },
      base: { commit: { status: 'known', commit: OLD }, branch: 'main' },
    },
    {
      name: 'the first push of a branch starts from nothing',
      event: { before: '0'.repeat(40) },
      env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'branch' },
      base: { commit: { status: 'none', why: 'nothing was there before this push' }, branch: 'main' },
    },
    {
      name: 'a push that does not say is not taken for the first',
      event: {},
      env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'branch' },
      base: { commit: { status: 'unknown', why: expect.any(String) }, branch: 'main' },
    },
    {
      name: 'a tag is on no branch',
      event: { before: OLD },
      env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'tag' },
      base: { commit: { status: 'known', commit: OLD }, branch: null },
    },
    {
      name: 'a merge queue says what it was put on',
      event: { mergeGroup: { base: OLD, branch: 'release/1.x' } },
      env: { GITHUB_EVENT_NAME: 'merge_group', GITHUB_REF_TYPE: 'branch' },
      base: { commit: { status: 'known', commit: OLD }, branch: 'release/1.x' },
    },
    {
      name: 'a run by hand is about no change',
      event: {},
      env: { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_TYPE: 'branch' },
      base: {
        commit: { status: 'none', why: 'the event workflow_dispatch is about no earlier commit' },
        branch: 'main',
      },
    },
  ])('$name', async ({ event, env, base }) => {
    expect(await baseIn(origin.directory, event, env)).toEqual(base)
  })

  it('is on a terminal what HEAD shares with the default branch of the remote', async () => {
    const clone = cloneOf(origin)
    clone.git('checkout', '-q', '-b', 'mine', start)
    clone.commit({ d: '1' })
    const onTerminal = (directory: string) =>
      readChangeStart(testHost({ env: PLAIN }), directory, NOTHING, { branch: 'mine' })
    expect(await onTerminal(clone.directory)).toEqual({
      commit: { status: 'known', commit: start },
      branch: null,
    })
    expect((await onTerminal(origin.directory)).commit).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining('origin/HEAD'),
    })
  })
})
