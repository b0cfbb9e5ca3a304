import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { keepPack, packKey, readKeptPack, type KeptProof } from '../../src/pack/kept.ts'
import { testHost } from '../support/host.ts'

const PROOF: KeptProof = {
  report: { status: 'proven', reason: null, isolation: 'namespaces', environments: [1, 4000] },
  price: { processorMs: { linked: 2, shipped: 125 }, memory: { linked: 376_000, shipped: 6_000_000 } },
}
/** The beginning of an ELF file for a machine, and as many bytes as asked. */
function elf(size: number, machine = 62): Uint8Array {
  const bytes = Buffer.alloc(size)
  bytes.write('\x7fELF\x02\x01', 'latin1')
  bytes.writeUInt16LE(machine, 18)
  return bytes
}

const LINKED = elf(100)
const BYTES = elf(64)
const KEY = packKey('linked', 'packer')

describe('kept packs', () => {
  it('come back with their proof', async () => {
    const host = testHost()
    await keepPack(host, KEY, '6.1 amd64 native', { bytes: BYTES, proof: PROOF })
    const kept = await readKeptPack(host, KEY, '6.1 amd64 native', LINKED)
    expect(kept?.proof).toEqual(PROOF)
    expect([...(kept?.bytes ?? [])]).toEqual([...BYTES])
  })

  it('come back unproven on another kernel', async () => {
    const host = testHost()
    await keepPack(host, KEY, '6.1 amd64 native', { bytes: BYTES, proof: PROOF })
    const kept = await readKeptPack(host, KEY, '6.8 amd64 native', LINKED)
    expect(kept?.bytes).toHaveLength(64)
    expect(kept?.proof).toBeNull()
  })

  it('have a key of the linked binary and the packer', () => {
    expect(new Set([packKey('a', 'b'), packKey('b', 'a'), packKey('a', 'c'), packKey('ab', '')]).size).toBe(4)
  })

  it.each([
    { name: 'no entry at all', file: null, content: '' },
    { name: 'a binary with a flipped bit', file: KEY, content: '\u0001\u0002\u0002' },
    { name: 'a shortened binary', file: KEY, content: '\u0001\u0002' },
    { name: 'an empty binary', file: KEY, content: '' },
    { name: 'a shortened description', file: `${KEY}.json`, content: '{"sha256":"' },
    { name: 'a description of something else', file: `${KEY}.json`, content: '[null]' },
    { name: 'a description without a hash', file: `${KEY}.json`, content: '{"on":null,"proof":null}' },
  ])('ignore $name', async ({ file, content }) => {
    const host = testHost()
    if (file !== null) {
      await keepPack(host, KEY, 'here', { bytes: BYTES, proof: PROOF })
      writeFileSync(path.join(host.kept, 'packed', file), content)
    }
    expect(await readKeptPack(host, KEY, 'here', LINKED)).toBeNull()
  })

  it.each([
    { name: 'no ELF file', bytes: Buffer.alloc(64, 1) },
    { name: 'empty', bytes: new Uint8Array(0) },
    { name: 'cut within its header', bytes: elf(64).subarray(0, 10) },
    { name: 'for another machine', bytes: elf(64, 183) },
    { name: 'as large as the linked binary', bytes: elf(100) },
    { name: 'larger', bytes: elf(1000) },
  ])('are checked as what was made, whatever their description says: $name', async ({ bytes }) => {
    const host = testHost()
    await keepPack(host, KEY, 'here', { bytes, proof: PROOF })
    expect(await readKeptPack(host, KEY, 'here', LINKED)).toBeNull()
  })

  it('leave nothing of a run that was killed a day ago', async () => {
    const host = testHost()
    const packed = path.join(host.kept, 'packed')
    mkdirSync(packed, { recursive: true })
    const partial = (digit: string) => path.join(packed, `${KEY}.${randomUUID().replace(/^./, digit)}`)
    const [old, fresh] = [partial('a'), partial('b')]
    for (const file of [old, fresh]) writeFileSync(file, '')
    utimesSync(old, 1, 1)
    await keepPack(host, KEY, 'here', { bytes: BYTES, proof: PROOF })
    expect(readdirSync(packed).toSorted()).toEqual([KEY, path.basename(fresh), `${KEY}.json`].toSorted())
  })

  it('never believe a proof of the wrong shape', async () => {
    const host = testHost()
    await keepPack(host, KEY, 'here', { bytes: BYTES, proof: null })
    const description = path.join(host.kept, 'packed', `${KEY}.json`)
    const { sha256 } = JSON.parse(readFileSync(description, 'utf8')) as { sha256: string }
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async proof => {
        writeFileSync(description, JSON.stringify({ sha256, on: 'here', proof }))
        expect((await readKeptPack(host, KEY, 'here', LINKED))?.proof).toBeNull()
      }),
      { numRuns: 50 },
    )
  })

  it('that failed their proof are no proof', async () => {
    const host = testHost()
    const failed = { ...PROOF, report: { ...PROOF.report, status: 'failed' as const } }
    await keepPack(host, KEY, 'here', { bytes: BYTES, proof: failed })
    expect((await readKeptPack(host, KEY, 'here', LINKED))?.proof).toBeNull()
  })

  it('leave nothing half written behind, and a notice where they cannot be written', async () => {
    const host = testHost()
    await keepPack(host, KEY, 'here', { bytes: BYTES, proof: PROOF })
    expect(readdirSync(path.join(host.kept, 'packed')).toSorted()).toEqual([KEY, `${KEY}.json`])

    const blocked = testHost()
    mkdirSync(path.dirname(blocked.kept), { recursive: true })
    writeFileSync(blocked.kept, 'a file where the directory should be')
    await keepPack(blocked, KEY, 'here', { bytes: BYTES, proof: PROOF })
    expect(blocked.log.lines).toEqual([
      expect.stringMatching(/^notice: The packed binary could not be kept .*ENOTDIR/),
    ])
  })
})
