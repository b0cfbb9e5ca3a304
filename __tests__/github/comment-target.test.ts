import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { commentTarget, targetOfEvent } from '../../src/github/comment-target.ts'
import { temporaryDirectory } from '../support/cli.ts'
import { testHost } from '../support/host.ts'

const run = {
  event: 'pull_request',
  head_sha: 'abc',
  head_branch: 'feature',
  head_repository: { owner: { login: 'mallory' } },
  pull_requests: [{ number: 1 }],
}

describe('subjectOfEvent', () => {
  it("takes an event's own pull request", () => {
    const event = { action: 'synchronize', pull_request: { number: 7, head: { sha: 'abc', ref: 'x' } } }
    expect(targetOfEvent(event)).toEqual({ kind: 'pull request', pullRequest: 7, commit: 'abc' })
  })

  it('takes the head of the run that ended, in a fork too', () => {
    const head = { kind: 'head', owner: 'mallory', branch: 'feature', commit: 'abc' }
    expect(targetOfEvent({ action: 'completed', workflow_run: run })).toEqual(head)
  })

  it.each([
    {
      name: 'a push',
      event: { ref: 'refs/heads/main' },
      why: 'the event of this workflow is not workflow_run',
    },
    {
      name: 'a run on push',
      event: { workflow_run: { ...run, event: 'push' } },
      why: 'the run that ended was one on push, not on pull_request',
    },
    {
      name: 'a fork that is gone',
      event: { workflow_run: { ...run, head_repository: null } },
      why: 'the repository of the pull request is gone',
    },
  ])('finds nothing in $name', ({ event, why }) => {
    expect(targetOfEvent(event)).toEqual({ kind: 'nothing', why })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), event => targetOfEvent(event).kind === 'nothing'))
  })
})

describe('runSubject', () => {
  it('reads the file that the runner names', () => {
    const file = path.join(temporaryDirectory('event'), 'event.json')
    writeFileSync(file, JSON.stringify({ workflow_run: run }))
    expect(commentTarget(testHost({ env: { GITHUB_EVENT_PATH: file } })).kind).toBe('head')
    const nothing = { kind: 'nothing', why: 'there is no event of a workflow here' }
    writeFileSync(file, '{')
    expect(commentTarget(testHost({ env: { GITHUB_EVENT_PATH: file } }))).toEqual(nothing)
    expect(commentTarget(testHost({ env: {} }))).toEqual(nothing)
  })
})
