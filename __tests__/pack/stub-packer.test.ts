import { beforeAll, expect, it } from '@jest/globals'
import { appendFileSync, readFileSync } from 'node:fs'
import { readProgram } from '../../src/commands/steps/read-program.ts'
import { unpacker } from '../../src/commands/steps/unpacker.ts'
import type { Isolations } from '../../src/isolation/isolation.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO, packBinary, packRequest } from '../support/pack-requests.ts'
import { stubPacker } from '../support/stub-packer.ts'
import { describeWith } from '../support/tools.ts'

const process_: Isolations = { likely: () => null, search: async () => 'process' }

// The recipe of docs/architecture.md, tried: nothing but the interface is known of this packer.
describeWith(['go'], 'another packer than UPX', () => {
  let padded: string
  beforeAll(() => {
    padded = buildGo(HELLO)
    appendFileSync(padded, Buffer.alloc(10_000))
  })

  it('packs, is proven, and is known and unpacked when the binary is weighed', async () => {
    const host = testHost()
    const packer = stubPacker()
    const request = packRequest(padded, { packer, mode: 'require' })
    const { pack, proof, shipped } = await packBinary(host, request, process_)
    expect([pack, proof.status]).toEqual([
      { status: 'packed', packer: 'stub 1', reason: null, kept: false },
      'proven',
    ])
    const linkedSize = readFileSync(padded).length
    const shippedSize = readFileSync(shipped).length
    expect(shippedSize).toBeLessThan(linkedSize)

    const { weight, unread } = await readProgram(shipped, '/svc', 'package', unpacker(host, packer, [packer]))
    expect(weight).toMatchObject({ pack: { status: 'packed', packer: 'stub' }, linkedSize, shippedSize })
    expect([unread, weight.breakdown?.bytes]).toEqual([null, linkedSize])
  })

  it('says what it refuses, and what it made that is no smaller does not ship', async () => {
    const host = testHost()
    const packer = stubPacker()
    const windows = { os: 'windows', architecture: 'amd64' }
    const refused = await packBinary(host, packRequest(padded, { packer, platform: windows }), process_)
    expect(refused.pack.reason).toBe('the stub packs for Linux only')
    const plain = buildGo(HELLO)
    const { pack } = await packBinary(host, packRequest(plain, { packer }), process_)
    expect(pack.reason).toMatch(/^stub 1 succeeded, but the output is not smaller/)
  })
})
