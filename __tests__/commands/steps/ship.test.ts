import { beforeAll, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { ReadBinary } from '../../../src/commands/steps/read.ts'
import { allShipped, beginShipping, type ToShip } from '../../../src/commands/steps/ship.ts'
import type { Host } from '../../../src/host/host.ts'
import { isolationsOf } from '../../../src/isolation/isolation.ts'
import type { Packer } from '../../../src/pack/packer.ts'
import { upxPacker } from '../../../src/pack/upx.ts'
import { realUpx } from '../../support/broken-packers.ts'
import { readService, serviceHost, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go', 'upx'], 'beginShipping', () => {
  let host: Host
  let binaries: readonly ReadBinary[]
  beforeAll(async () => {
    host = serviceHost()
    const read = await readService(host, specFor(host))
    // Two of one: what is of interest is in which order they go on.
    binaries = read.flatMap(one => [one, { ...one, linked: { ...one.linked, name: 'other' } }])
  })
  const quick = () => upxPacker(host, realUpx(), ['-1', '--lzma'])

  const toShip = () => ({ binaries, programs: [] })

  it('says what is packed before it is proven, and then what ships', async () => {
    const shipping = beginShipping(host, specFor(host), quick(), toShip(), isolationsOf(host))
    for (const { packed, shipped, linkedSize } of shipping) {
      const { pack, size, packMs } = await packed
      expect(pack.status).toBe('packed')
      expect(packMs).toBeGreaterThan(0)
      const { bytes, weight } = await shipped
      expect(bytes).toHaveLength(size)
      expect(weight).toMatchObject({
        linkedSize,
        shippedSize: size,
        proof: { status: 'proven' },
        breakdown: { bytes: linkedSize },
      })
    }
    const names = (await allShipped(shipping)).map(({ name, weight }) => [name, weight.path])
    expect(names).toEqual([
      ['svc', '/svc'],
      ['other', '/other'],
    ])
  })

  it('says of a program of files that the smoke test does not start it', async () => {
    const [one] = binaries
    if (one === undefined) throw new Error('nothing was compiled')
    const foreign = { ...one, executable: { ...one.executable, buildInfo: null } }
    const spec = specFor(host, { 'smoke-args': '--help' })
    const ship = (own: ToShip) => allShipped(beginShipping(host, spec, quick(), own, isolationsOf(host)))
    const [ours] = await ship({ binaries: [foreign], programs: [] })
    expect(ours?.packed).toBe(true)
    const [theirs] = await ship({ binaries: [], programs: [foreign] })
    expect(theirs?.packed).toBe(false)
    expect(theirs?.weight.pack.reason).toContain('the smoke test does not start it')
  })

  it('ships what is linked where nothing packs', async () => {
    const [one] = await allShipped(
      beginShipping(host, specFor(host, { pack: 'off' }), null, toShip(), isolationsOf(host)),
    )
    expect(one).toMatchObject({ packed: false, packMs: 0, weight: { pack: { status: 'unpacked' } } })
    expect(readFileSync(binaries[0]?.linked.file ?? '').equals(one?.bytes ?? new Uint8Array())).toBe(true)
  })

  it('fails as soon as one fails, and waits for no other', async () => {
    const packer: Packer = {
      ...quick(),
      pack: async from => {
        return from === binaries[0]?.linked.file ? { why: 'it could not', output: '' } : null
      },
    }
    const slow = { ...host, cores: 1, kept: `${host.kept}-of-nothing` }
    const shipping = beginShipping(
      slow,
      specFor(host, { pack: 'require' }),
      packer,
      toShip(),
      isolationsOf(host),
    )
    await expect(allShipped(shipping)).rejects.toMatchObject({ code: 'pack' })
    await expect(shipping[0]?.packed).rejects.toMatchObject({ code: 'pack' })
    for (const { packed } of shipping) await expect(packed).rejects.toMatchObject({ code: 'pack' })
  })
})
