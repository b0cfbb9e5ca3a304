import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startLimitingProxy } from '../support/limiting-proxy.ts'
import { LAYER_BYTES, pushPeak } from '../support/push-memory.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

/** bench/push-memory.mjs has the figures. */
const MOST = 120_000_000

describeWith(['docker-registry'], 'the memory that a layer of 200 MB takes', () => {
  let registry: TestRegistry
  let idle: number
  beforeAll(async () => {
    registry = await startRegistry()
    idle = await pushPeak(registry.address, 'memory/idle', 100)
  })
  afterAll(() => registry.stop())

  it('is little where it is sent in one request', async () => {
    const peak = await pushPeak(registry.address, 'memory/whole', LAYER_BYTES)
    expect(peak - idle).toBeLessThan(MOST)
  }, 60_000)

  it('is little where it is sent in chunks', async () => {
    const proxy = await startLimitingProxy(registry.address, 100_000_000)
    try {
      const peak = await pushPeak(proxy.address, 'memory/chunks', LAYER_BYTES)
      expect(peak - idle).toBeLessThan(MOST)
    } finally {
      await proxy.stop()
    }
  }, 60_000)
})
