import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readExecutable } from '../../../src/binary/executable.ts'
import { bantamPacker, ZSTD } from '../../../src/pack/bantam/bantam-packer.ts'
import { testHost } from '../../support/host.ts'
import { buildGo, HELLO, packBinary, packRequest } from '../../support/pack-requests.ts'
import { describeWith } from '../../support/tools.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }

describeWith(['go'], 'bantamPacker', () => {
  let linked: string
  beforeAll(() => {
    linked = buildGo(HELLO)
  })

  it('packs what then still runs', async () => {
    const host = testHost()
    const packed = path.join(host.temporary, 'packed')
    expect(await bantamPacker(host).pack(linked, packed, AMD64)).toBeNull()
    expect(statSync(packed).size).toBeLessThan(statSync(linked).size / 2)
    expect(execFileSync(packed, { encoding: 'utf8' })).toBe('hello\n')
  })

  it('recognizes its work, and gives the linked binary back', async () => {
    const host = testHost()
    const packed = path.join(host.temporary, 'packed')
    const packer = bantamPacker(host)
    await packer.pack(linked, packed, AMD64)
    expect([packer.recognizes(readFileSync(packed)), packer.recognizes(readFileSync(linked))]).toEqual([
      true,
      false,
    ])
    const unpacked = await packer.unpack(readFileSync(packed))
    expect('linked' in unpacked && readFileSync(linked).equals(unpacked.linked)).toBe(true)
  })

  it('is proven as any other packer is', async () => {
    const host = testHost()
    const outcome = await packBinary(host, packRequest(linked, { packer: bantamPacker(host) }))
    expect(outcome).toMatchObject({
      pack: { status: 'packed', packer: `bantam 1 (zstd ${ZSTD})` },
      proof: { status: 'proven' },
    })
  })

  it('says which zstd it uses, and has an identity of its own', () => {
    const { title, identity, name } = bantamPacker({ cores: 1 })
    expect([name, title]).toEqual(['bantam', `bantam 1 (zstd ${ZSTD})`])
    expect(identity).toMatch(/^[0-9a-f]{64}$/)
    expect(bantamPacker({ cores: 8 }).identity).toBe(identity)
  })

  it('refuses in advance what its headers rule out', () => {
    const executable = readExecutable(readFileSync(linked))
    const refusal = (elf: object) =>
      bantamPacker({ cores: 1 }).refuses({
        executable: { ...executable, elf: { ...executable.elf, ...elf } },
        platform: AMD64,
      })
    expect(refusal({})).toBeNull()
    expect(refusal({ machine: 243, architecture: 'riscv64' })).toBe(
      'it is for riscv64, and Bantam packs for amd64 and arm64',
    )
    expect(refusal({ interpreter: '/lib/ld.so' })).toBe('it needs the dynamic loader /lib/ld.so')
  })

  it('says why a file cannot be packed', async () => {
    const host = testHost()
    const [file, packed] = [path.join(host.temporary, 'text'), path.join(host.temporary, 'packed')]
    writeFileSync(file, 'text')
    const fault = async (input: string, output: string) =>
      (await bantamPacker(host).pack(input, output, AMD64))?.why
    expect(await fault(file, packed)).toBe('it is not an ELF file')
    expect(await fault(path.join(host.temporary, 'nowhere'), packed)).toBe('there is no such file')
    mkdirSync(packed)
    expect(await fault(linked, packed)).toMatch(/EEXIST|EISDIR|it is a directory/)
  })

  it('ends when it is of no use any more', async () => {
    const host = testHost()
    const stop = new AbortController()
    const packing = bantamPacker(host).pack(linked, path.join(host.temporary, 'packed'), AMD64, stop.signal)
    stop.abort(new Error('enough'))
    await expect(packing).rejects.toThrow('enough')
    await expect(
      bantamPacker(host).pack(linked, path.join(host.temporary, 'packed'), AMD64, stop.signal),
    ).rejects.toThrow('enough')
  })
})

describe('bantamPacker', () => {
  it('needs no tool, so that it is there at once', () => {
    expect(bantamPacker({ cores: 1 }).recognizes(new Uint8Array())).toBe(false)
  })
})
