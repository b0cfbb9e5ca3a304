import { expect, it } from '@jest/globals'
import { waitAfter } from '../../src/host/retry.ts'
import { PATIENCE, registryOf } from '../../src/registry/registry.ts'
import { testHost } from '../support/host.ts'

it('tries three times more, and waits no longer than a minute, whatever the registry asks for', () => {
  expect(PATIENCE.tries).toBe(4)
  const waits = [1, 2, 3].map(tried => waitAfter(tried, { retryAfterMs: null }, PATIENCE, () => 0))
  expect(waits).toEqual([500, 1500, 4500])
  expect(waitAfter(1, { retryAfterMs: 3_600_000 }, PATIENCE)).toBe(60_000)
})

it('has the patience of every registry, and no secret yet', () => {
  const host = testHost()
  expect(registryOf(host, 'r.example', null)).toEqual({
    host,
    name: 'r.example',
    url: new URL('https://r.example/v2/'),
    credentials: null,
    patience: PATIENCE,
    secrets: new Set(),
  })
})
