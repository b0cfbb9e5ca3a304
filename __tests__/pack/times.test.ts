import { expect, it } from '@jest/globals'
import { timed } from '../../src/pack/times.ts'

it('records a stage that ends, and one that fails', async () => {
  const times = { packMs: 0, proveMs: 0 }
  const later = () => new Promise<void>(resolve => void setTimeout(resolve, 5))
  expect(await timed(times, 'packMs', async () => later().then(() => 'value'))).toBe('value')
  const failing = timed(times, 'proveMs', async () => later().then(() => Promise.reject(new Error('no'))))
  await expect(failing).rejects.toThrow('no')
  expect(times.packMs).toBeGreaterThan(0)
  expect(times.proveMs).toBeGreaterThan(0)
})
