import { describe, expect, it } from '@jest/globals'
import { HttpError } from '../../src/host/http.ts'
import { retry } from '../../src/host/retry.ts'

function failing(times: number, error: Error) {
  const calls = { count: 0 }
  const attempt = async () => {
    calls.count += 1
    if (calls.count <= times) throw error
    return 'done'
  }
  return { calls, attempt }
}

const temporary = new HttpError('busy', { status: 503, temporary: true })

describe('retry', () => {
  it('tries again what fails for the moment', async () => {
    const { attempt, calls } = failing(2, temporary)
    await expect(retry(attempt, { firstWaitMs: 1 })).resolves.toBe('done')
    expect(calls.count).toBe(3)
  })

  it('gives up after the last try, with the error', async () => {
    const { attempt, calls } = failing(9, temporary)
    await expect(retry(attempt, { firstWaitMs: 1, tries: 3 })).rejects.toBe(temporary)
    expect(calls.count).toBe(3)
  })

  it.each([
    { name: 'an error for good', error: new HttpError('gone', { status: 404 }) },
    { name: 'a defect', error: new TypeError('undefined is not a function') },
  ])('does not repeat $name', async ({ error }) => {
    const { attempt, calls } = failing(9, error)
    await expect(retry(attempt, { firstWaitMs: 1 })).rejects.toBe(error)
    expect(calls.count).toBe(1)
  })

  it('does not wait longer than the cap, whatever the server asks for', async () => {
    const error = new HttpError('busy', { status: 429, temporary: true, retryAfterMs: 3_600_000 })
    const { attempt } = failing(1, error)
    await expect(retry(attempt, { longestWaitMs: 5 })).resolves.toBe('done')
  })
})
