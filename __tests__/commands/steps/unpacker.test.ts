import { describe, expect, it } from '@jest/globals'
import { unpacker } from '../../../src/commands/steps/unpacker.ts'
import { testHost } from '../../support/host.ts'
import { asPackedByStub, stubPacker } from '../../support/stub-packer.ts'

describe('unpacker', () => {
  const linked = Buffer.from('linked')
  const packed = asPackedByStub(linked)

  it('gives nothing for what no packer packed', async () => {
    expect(await unpacker(testHost())(linked)).toBeNull()
    expect(await unpacker(testHost())(packed)).toBeNull()
  })

  it('gives what was packed, and the name of the packer that knows it again', async () => {
    const found = await unpacker(testHost(), null, [stubPacker()])(packed)
    expect(found).toEqual({ packer: 'stub', linked: expect.anything() })
    expect(found !== null && 'linked' in found && Buffer.from(found.linked).equals(linked)).toBe(true)
  })

  it('takes the packer of the run where it is of that kind, and another where that cannot be had', async () => {
    const ofRun = { ...stubPacker(), unpack: async () => ({ why: 'the packer of the run was asked' }) }
    const asked = async (run: Parameters<typeof unpacker>[1]) =>
      unpacker(testHost(), run, [stubPacker()])(packed)
    expect(await asked(Promise.resolve(ofRun))).toMatchObject({ why: 'the packer of the run was asked' })
    expect(await asked({ ...ofRun, name: 'another' })).toMatchObject({ linked: expect.anything() })
    expect(await asked(Promise.reject(new Error('no network')))).toMatchObject({ linked: expect.anything() })
  })

  it('unpacks no more programs than an image has that is not made to take time', async () => {
    const unpack = unpacker(testHost(), null, [stubPacker()])
    const found = await Promise.all(Array.from({ length: 51 }, () => unpack(packed)))
    expect(found.slice(0, 50).every(one => one !== null && 'linked' in one)).toBe(true)
    expect(found[50]).toEqual({
      packer: 'stub',
      why: 'at most 50 packed programs are unpacked, and there were 50 before it',
    })
  })
})
