import { describe, expect, it } from '@jest/globals'
import { clauseText, sentenceText } from '../../src/clause.ts'
import { pushReason, type PushWish, shouldPush } from '../../src/declare/push.ts'

const inAction = (event: string | null) => ({ surface: 'action', event }) as const

describe('shouldPush', () => {
  it.each([
    ['push', true],
    ['release', true],
    ['workflow_dispatch', true],
    ['schedule', true],
    ['pull_request', false],
    ['pull_request_target', false],
    ['pull_request_review', false],
    ['merge_group', false],
    ['workflow_run', false],
    [null, false],
  ])('auto on %s is %s', (event, push) => {
    expect(shouldPush('auto', inAction(event), true)).toBe(push)
  })

  it('auto publishes nothing without a place for it', () => {
    expect(shouldPush('auto', inAction('push'), false)).toBe(false)
  })

  it('auto publishes nothing from a terminal', () => {
    expect(shouldPush('auto', { surface: 'terminal', event: 'push' }, true)).toBe(false)
  })

  it('true and false are the word of the user', () => {
    expect(shouldPush('true', inAction('pull_request_target'), true)).toBe(true)
    expect(shouldPush('true', { surface: 'terminal', event: null }, true)).toBe(true)
    expect(shouldPush('false', inAction('push'), true)).toBe(false)
  })
})

describe('pushReason', () => {
  const reference = (identifier: string) => ({ registry: 'ghcr.io', repository: 'o/r', identifier })
  const said = (wish: PushWish, event: string | null, tags: readonly string[]) => {
    const reason = pushReason(wish, inAction(event), tags.map(reference))
    return reason === null ? null : sentenceText(reason, 'action')
  }

  it.each<[PushWish, string | null, readonly string[], string]>([
    [
      'auto',
      'push',
      ['main'],
      'This run pushes ghcr.io/o/r:main if nothing fails, since push: auto and the event is push.',
    ],
    [
      'auto',
      'release',
      ['1.4.0', '1.4', 'latest'],
      'This run pushes ghcr.io/o/r:1.4.0 and 2 more if nothing fails, since push: auto and the event is release.',
    ],
    [
      'true',
      'pull_request',
      ['pr-7'],
      'This run pushes ghcr.io/o/r:pr-7 if nothing fails, since push: true.',
    ],
    ['false', 'push', ['main'], 'This run does not push, since push: false.'],
    [
      'auto',
      'push',
      [],
      'This run does not push, since neither image nor a full reference in tags is given.',
    ],
    [
      'auto',
      'repository_dispatch',
      ['main'],
      'This run does not push, since the event is repository_dispatch, and push: auto pushes on push, release, workflow_dispatch and schedule only.',
    ],
    [
      'auto',
      null,
      ['main'],
      'This run does not push, since GITHUB_EVENT_NAME is not set, and push: auto pushes on push, release, workflow_dispatch and schedule only.',
    ],
  ])('of push: %s on %s with %j', (wish, event, tags, sentence) => {
    expect(said(wish, event, tags)).toBe(sentence)
  })

  it('says on every event in one line whether the run pushes, as shouldPush decides', () => {
    const events = [
      'push',
      'pull_request',
      'pull_request_target',
      'merge_group',
      'workflow_run',
      'deployment',
      null,
    ]
    for (const event of events)
      for (const wish of ['auto', 'true', 'false'] as const) {
        const pushes = shouldPush(wish, inAction(event), true)
        expect(said(wish, event, ['main'])).toMatch(
          pushes ? /^This run pushes .+\.$/ : /^This run does not push.+\.$/,
        )
      }
  })

  it('says on a terminal that nothing was pushed, to those who named an image and did not say whether', () => {
    const onTerminal = (wish: PushWish, tags: readonly string[]) => {
      const reason = pushReason(wish, { surface: 'terminal', event: null }, tags.map(reference))
      return reason === null ? null : clauseText(reason, 'terminal')
    }
    expect(onTerminal('auto', ['main'])).toBe(
      'nothing was pushed, since on a terminal only --push does that; it would push ghcr.io/o/r:main',
    )
    expect([onTerminal('auto', []), onTerminal('false', ['main']), onTerminal('true', ['main'])]).toEqual([
      null,
      null,
      null,
    ])
  })
})
