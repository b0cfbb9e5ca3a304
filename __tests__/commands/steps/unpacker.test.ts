import { expect, it } from '@jest/globals'
import { unpacker } from '../../../src/commands/steps/unpacker.ts'
import { testHost } from '../../support/host.ts'

it('unpacks no more programs than an image has that is not made to take time', async () => {
  const upx = { version: '4.2.4', command: '/nowhere/upx', sha256: '', source: 'PATH' } as const
  const unpack = unpacker(testHost(), upx)
  const asked = await Promise.all(Array.from({ length: 51 }, () => unpack(Buffer.alloc(10))))
  const whys = asked.map(unpacked => ('why' in unpacked ? unpacked.why : ''))
  expect(new Set(whys.slice(0, 50))).toEqual(new Set(['it was not packed by UPX']))
  expect(whys[50]).toBe('50 packed programs were unpacked before it, and that is the most')
})
