import { describe, expect, it } from '@jest/globals'
import { isHandOverKept, keepHandOver } from '../../src/proof/kept-hand-over.ts'
import { testHost } from '../support/host.ts'

describe('a kept hand-over', () => {
  it('holds for that packer on that kernel and machine', async () => {
    const host = testHost()
    expect(await isHandOverKept(host, 'upx', 'here')).toBe(false)
    await keepHandOver(host, 'upx', 'here')
    expect(await isHandOverKept(host, 'upx', 'here')).toBe(true)
    expect(await isHandOverKept(host, 'upx', 'there')).toBe(false)
    expect(await isHandOverKept(host, 'other', 'here')).toBe(false)
  })
})
