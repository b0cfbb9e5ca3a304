import { expect, it } from '@jest/globals'
import { appendFileSync } from 'node:fs'
import type { Isolations } from '../../src/isolation/isolation.ts'
import { packBesideProof } from '../../src/pack/pack-beside-proof.ts'
import type { Packer } from '../../src/pack/packer.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO, packRequest } from '../support/pack-requests.ts'
import { stubPacker } from '../support/stub-packer.ts'
import { describeWith } from '../support/tools.ts'

const isolations: Isolations = { likely: () => null, search: async () => 'process' }

describeWith(['go'], 'packBesideProof', () => {
  it('ends the packer, and waits for its end, where what is done meanwhile fails', async () => {
    const host = testHost()
    let ended = false
    const endless: Packer = {
      ...stubPacker(),
      pack: async (_from, _to, _platform, stop) =>
        new Promise((_, reject) => {
          stop?.addEventListener('abort', () => {
            setTimeout(() => {
              ended = true
              reject(new Error('stopped'))
            }, 20)
          })
        }),
    }
    const meanwhile = () => {
      throw new Error('on purpose')
    }
    const request = packRequest(buildGo(HELLO), { packer: endless, meanwhile })
    const times = { packMs: 0, proveMs: 0 }
    const packing = packBesideProof(host, request, endless, isolations, times)
    await expect(packing).rejects.toThrow('on purpose')
    expect(ended).toBe(true)
  })

  it('says what was packed, and how long that took', async () => {
    const host = testHost()
    const packer = stubPacker()
    const times = { packMs: 0, proveMs: 0 }
    const linked = buildGo(HELLO)
    appendFileSync(linked, Buffer.alloc(100_000))
    const request = packRequest(linked, { packer })
    const { proof, ...packed } = await packBesideProof(host, request, packer, isolations, times)
    await proof?.close()
    expect(packed).toMatchObject({ status: 'unproven', kept: null, packMs: times.packMs })
    expect(times.packMs).toBeGreaterThan(0)
    expect(packed.size).toBeGreaterThan(0)
  })
})
