import { describe, expect, it } from '@jest/globals'
import { shouldPush } from '../../src/declare/push.ts'

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
