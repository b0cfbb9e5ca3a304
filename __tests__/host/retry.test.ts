import { describe, expect, it } from '@jest/globals'
import { HttpError } from '../../src/host/http-error.ts'
import {
  againAfter,
  againAfterResponse,
  isCutOff,
  isTemporary,
  retry,
  retryAfter,
  waitAfter,
} from '../../src/host/retry.ts'

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
  it('waits no longer once it is stopped', async () => {
    const stop = new AbortController()
    const { attempt, calls } = failing(5, temporary)
    const trying = retry(attempt, { firstWaitMs: 60_000, stop: stop.signal })
    const reason = new Error('other work failed')
    setTimeout(() => stop.abort(reason), 5)
    await expect(trying).rejects.toBe(reason)
    expect(calls.count).toBe(1)
  })

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

  it('tries four times where no patience is named', async () => {
    const { attempt, calls } = failing(9, temporary)
    await expect(retry(attempt, { firstWaitMs: 0 })).rejects.toBe(temporary)
    expect(calls.count).toBe(4)
  })

  it('tries again a value that is not final, and gives the last one', async () => {
    const values = ['busy', 'busy', 'done', 'never']
    const ofValue = (value: string | undefined) => (value === 'busy' ? { retryAfterMs: null } : null)
    const patient = (tries: number) => {
      const left = [...values]
      return retry(async () => left.shift(), { tries, firstWaitMs: 1 }, { ofValue })
    }
    expect(await patient(4)).toBe('done')
    expect(await patient(3)).toBe('done')
    expect(await patient(2)).toBe('busy')
    expect(await patient(1)).toBe('busy')
  })

  it('gives the error of the last try, whatever came before', async () => {
    const results = [async () => 'busy', async () => Promise.reject(temporary)]
    const attempt = () => (results.shift() ?? (async () => 'never'))()
    const judgement = { ofValue: () => ({ retryAfterMs: null }) }
    await expect(retry(attempt, { tries: 2, firstWaitMs: 1 }, judgement)).rejects.toBe(temporary)
  })

  it('asks another judge of errors where one is named', async () => {
    const defect = new TypeError('flaky')
    const { attempt, calls } = failing(1, defect)
    const ofError = (error: unknown) => (error === defect ? { retryAfterMs: null } : null)
    await expect(retry(attempt, { firstWaitMs: 1 }, { ofError })).resolves.toBe('done')
    expect(calls.count).toBe(2)
  })
})

describe('waitAfter', () => {
  const patience = { firstWaitMs: 100, longestWaitMs: 1000 }
  const wait = (tried: number, retryAfterMs: number | null, random = 0) =>
    waitAfter(tried, { retryAfterMs }, patience, () => random)

  it.each<[tried: number, retryAfterMs: number | null, random: number, ms: number]>([
    [1, null, 0, 100],
    [2, null, 0, 300],
    [3, null, 0, 900],
    [4, null, 0, 1000],
    [1, null, 0.5, 110],
    [1, null, 1, 120],
    [1, 50, 0, 100],
    [1, 700, 0, 700],
    [1, 700, 1, 840],
    [2, 250, 0, 300],
    [1, 3_600_000, 0, 1000],
    [3, null, 1, 1000],
  ])('after %i tries, with Retry-After %p and %p of the jitter, is %i ms', (tried, asked, random, ms) => {
    expect(wait(tried, asked, random)).toBeCloseTo(ms)
  })

  it('is 200 ms at first and 20 s at most where no patience is named', () => {
    expect(waitAfter(1, { retryAfterMs: null }, {}, () => 0)).toBe(200)
    expect(waitAfter(1, { retryAfterMs: 3_600_000 }, {}, () => 0)).toBe(20_000)
  })

  it('is spread, and never shorter than what the server asked for', () => {
    for (let time = 0; time < 100; time += 1) {
      const ms = waitAfter(1, { retryAfterMs: 500 }, patience)
      expect(ms).toBeGreaterThanOrEqual(500)
      expect(ms).toBeLessThanOrEqual(600)
    }
  })
})

describe('what is tried again', () => {
  it.each([
    [200, false],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [407, false],
    [408, true],
    [409, false],
    [425, false],
    [428, false],
    [429, true],
    [430, false],
    [499, false],
    [500, true],
    [501, true],
    [503, true],
    [599, true],
  ])('status %i: %p', (status, again) => {
    expect(isTemporary(status)).toBe(again)
    expect(againAfterResponse(status, new Headers())).toEqual(again ? { retryAfterMs: null } : null)
  })

  it('a response, after what its header says', () => {
    expect(againAfterResponse(503, new Headers({ 'retry-after': '7' }))).toEqual({ retryAfterMs: 7000 })
    expect(againAfterResponse(404, new Headers({ 'retry-after': '7' }))).toBeNull()
  })

  it.each([
    ['ECONNRESET', true],
    ['ECONNABORTED', true],
    ['EPIPE', true],
    ['EAI_AGAIN', true],
    ['UND_ERR_SOCKET', true],
    ['ECONNREFUSED', false],
    ['ENOTFOUND', false],
    ['CERT_HAS_EXPIRED', false],
    ['', false],
  ])('a connection that fails with %s: %p', (code, again) => {
    expect(isCutOff(code)).toBe(again)
  })

  it('an HttpError that is temporary, and nothing else', () => {
    expect(againAfter(new HttpError('busy', { temporary: true, retryAfterMs: 5 }))).toEqual({
      retryAfterMs: 5,
    })
    expect(againAfter(new HttpError('busy', { temporary: true }))).toEqual({ retryAfterMs: null })
    expect(againAfter(new HttpError('no', { retryAfterMs: 5 }))).toBeNull()
    expect(againAfter(Object.assign(new Error('busy'), { temporary: true }))).toBeNull()
    expect(againAfter(undefined)).toBeNull()
  })
})

describe('retryAfter', () => {
  const now = Date.parse('2026-11-20T00:00:00Z')
  it.each([
    { value: null, ms: null },
    { value: '0', ms: 0 },
    { value: '120', ms: 120_000 },
    { value: 'Fri, 20 Nov 2026 00:00:05 GMT', ms: 5000 },
    { value: 'Thu, 19 Nov 2026 00:00:00 GMT', ms: 0 },
    { value: 'soon', ms: null },
    { value: '', ms: null },
    { value: '1.5', ms: null },
    { value: '999999999', ms: 999_999_999_000 },
    { value: '1000000000', ms: null },
    { value: '-1', ms: null },
  ])('reads $value', ({ value, ms }) => {
    expect(retryAfter(value, now)).toBe(ms)
  })
})
