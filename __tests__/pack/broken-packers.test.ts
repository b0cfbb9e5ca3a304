import { beforeAll, expect, it } from '@jest/globals'
import { upxPacker } from '../../src/pack/upx.ts'
import { BREAKAGES, realUpx, writeBrokenUpx, type Breakage } from '../support/broken-packers.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO, packBinary, packRequest } from '../support/pack-requests.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

interface Row {
  readonly name: Breakage
  readonly stage: 'pack' | 'proof'
  readonly reason: RegExp
}

const ROWS: readonly Row[] = [
  { name: 'corrupts its output', stage: 'proof', reason: /^it fails its proof: the packed binary / },
  {
    name: 'changes a distant byte',
    stage: 'proof',
    reason:
      /^it fails its proof: the packed binary has other bytes in memory than the linked one, from 0x[0-9a-f]+ on$/,
  },
  { name: 'writes nothing', stage: 'pack', reason: /^upx 4.2.2 .* succeeded, but nothing was written$/ },
  {
    name: 'crashes above 500 variables',
    stage: 'proof',
    reason:
      /^it fails its proof: the packed binary was ended by SIG[A-Z]+ with (511|600|1001|4000) environment variables$/,
  },
  {
    name: 'crashes with an odd number of variables',
    stage: 'proof',
    reason:
      /^it fails its proof: the packed binary was ended by SIG[A-Z]+ with (1001|511|1|3) environment variables?$/,
  },
  {
    name: 'starts another program',
    stage: 'proof',
    reason: /^it fails its proof: the packed binary became another program$/,
  },
]

describeWith(['go', 'upx', 'gcc'], 'a broken packer that', () => {
  let linked: string
  beforeAll(() => {
    linked = buildGo(HELLO)
  })

  it('is broken is in the table below', () => {
    expect([...ROWS.map(row => row.name), 'hangs']).toEqual(expect.arrayContaining([...BREAKAGES]))
  })

  it.each(ROWS)(
    '$name: auto ships the linked binary and says why, require fails',
    async ({ name, stage, reason }) => {
      const host = testHost()
      const packer = upxPacker(host, writeBrokenUpx(name), ['-1', '--lzma'])

      const outcome = await packBinary(host, packRequest(linked, { packer }))
      expect(outcome).toMatchObject({ shipped: linked, price: null })
      expect(outcome.pack).toEqual({
        status: 'unpacked',
        packer: packer.title,
        reason: expect.stringMatching(reason),
      })
      expect(outcome.proof.status).toBe(stage === 'proof' ? 'failed' : 'not run')

      const required = packBinary(host, packRequest(linked, { packer, mode: 'require' }))
      await expect(required).rejects.toEqual(
        aFailure(stage, { fields: { file: 'svc', platform: 'linux/amd64' }, fix: 'set pack: auto' }),
      )
    },
  )

  it('hangs: the run ends, and nothing else ships instead', async () => {
    const host = testHost()
    const packer = upxPacker(host, writeBrokenUpx('hangs'), ['-1', '--lzma'], 1000)
    for (const mode of ['auto', 'require'] as const) {
      const shipping = packBinary(host, packRequest(linked, { packer, mode }))
      await expect(shipping).rejects.toEqual(
        aFailure('pack', { why: 'it made no progress for 1 s', fix: 'run it again' }),
      )
    }
  })

  it('crashes above 500 variables is found too where its first proof is long past', async () => {
    const host = testHost()
    const identity = 'of a packer that was seen in all environments before'
    const good = { ...upxPacker(host, realUpx(), ['-1', '--lzma']), identity }
    const first = await packBinary(host, packRequest(linked, { packer: good }))
    expect(first.proof).toMatchObject({ status: 'proven', environments: [1, 2, 3, 4, 511, 600, 1001, 4000] })

    const other = buildGo({ 'main.go': 'package main\n\nfunc main() { println("other") }\n' })
    const upx = writeBrokenUpx('crashes above 500 variables')
    const bad = { ...upxPacker(host, upx, ['-1', '--lzma']), identity }
    const { pack, proof } = await packBinary(host, packRequest(other, { packer: bad }))
    expect(pack.reason).toMatch(
      /^it fails its proof: the packed binary was ended by SIG[A-Z]+ with 4000 environment/,
    )
    expect(proof.environments.filter(count => count > 1)).toEqual([])
  })
})
