import { expect, it } from '@jest/globals'
import { packedWith } from '../../src/report/packed-with.ts'
import { platformWeight } from './sample.ts'

it('names the packer only where it packed something', () => {
  const packed = platformWeight()
  expect(packedWith(packed)).toBe('upx 4.2.4 --best --lzma')
  const binaries = packed.binaries.map(binary => ({
    ...binary,
    pack: { status: 'unpacked', packer: null, reason: 'it crashes' } as const,
  }))
  expect(packedWith({ ...packed, binaries })).toBeNull()
})
