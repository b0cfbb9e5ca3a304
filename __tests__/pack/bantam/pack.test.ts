import { beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BrokenStream } from '../../../src/pack/bantam/streams/byte-reader.ts'
import { packBytes, type Packed, type Packing } from '../../../src/pack/bantam/pack.ts'
import type { TextCodec } from '../../../src/pack/bantam/text-view.ts'
import { unpackBytes } from '../../../src/pack/bantam/unpack.ts'
import { compileC } from '../../support/compile-c.ts'
import { goProgram, PRINTLN } from '../../support/go-programs.ts'
import { describeWith } from '../../support/tools.ts'

const LOADER = { code: new Uint8Array(4096) }
/** Any code is a loader here. */
const isLoader = () => true
const QUICK: Packing = { loaders: { amd64: LOADER, arm64: LOADER }, cores: 2, level: 1 }

async function pack(linked: Uint8Array, more: Partial<Packing> = {}): Promise<Packed> {
  const packed = await packBytes(linked, { ...QUICK, ...more })
  if ('why' in packed) throw new Error(packed.why)
  return packed
}

async function expectUnpacked(linked: Uint8Array, more: Partial<Packing> = {}): Promise<Packed> {
  const packed = await pack(linked, more)
  const unpacked = unpackBytes(packed.bytes, { isLoader })
  expect('linked' in unpacked && Buffer.compare(unpacked.linked, linked)).toBe(0)
  expect(packed.bytes.length).toBeLessThan(linked.length)
  return packed
}

function textOf(architecture: string): string {
  return architecture === 'amd64' ? 'x86 text' : 'arm64 text'
}

const SERVICE = `package main

import "net/http"

func main() { panic(http.ListenAndServe(":8080", nil)) }
`

/** Turns all bytes around, as a codec may, and gives back what `decode` says. */
function turning(decode: TextCodec['decode']): TextCodec {
  return {
    quantum: 1,
    streams: 1,
    encode: bytes => ({ streams: [bytes.map(byte => byte ^ 255)], marks: new Uint8Array(bytes.length + 1) }),
    decode,
    stackEffect: () => 0,
  }
}

const turned: TextCodec['decode'] = ([stream = new Uint8Array()], _size, address, starts) => ({
  bytes: stream.map(byte => byte ^ 255),
  address,
  starts,
  marks: new Uint8Array(stream.length + 1),
})

describeWith(['go'], 'packing', () => {
  let hello = new Uint8Array()
  beforeAll(async () => void (hello = Uint8Array.from(await goProgram(PRINTLN))))

  const versions = ['1.21.13', '1.22.12', '1.23.12', '1.24.12', '1.25.4', '1.27.4']
  it.each([
    ...versions.map(version => ({ version, architecture: 'amd64' })),
    // Their tables are of two kinds.
    { version: '1.21.13', architecture: 'arm64' },
    { version: '1.27.4', architecture: 'arm64' },
  ])('can be undone byte for byte: Go $version for $architecture', async options => {
    const { parts } = await expectUnpacked(await goProgram(PRINTLN, options))
    expect(parts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([textOf(options.architecture), 'pclntab']),
    )
  })

  it.each(['amd64', 'arm64'])('can be undone byte for byte: a service for %s', async architecture => {
    const { parts } = await expectUnpacked(await goProgram(SERVICE, { architecture }))
    expect(parts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['raw', textOf(architecture), 'pclntab']),
    )
  })

  it('can be undone byte for byte: with symbols and debug information', async () => {
    const { parts } = await expectUnpacked(await goProgram(PRINTLN, { flags: [] }))
    expect(parts.map(({ kind }) => kind)).toContain('file')
  })

  it('gives the same bytes each time, whatever the cores are', async () => {
    const one = await pack(hello, { cores: 1 })
    const other = await pack(hello, { cores: 8 })
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  // Kept binaries of other bytes must not be taken for these: where this changes, ENCODER of bantam-packer.ts grows.
  it.each([
    ['amd64', '0116055b1a3243d6bcac1a169b1a7b0eeb4752214109f98d3be06344044920fe'],
    ['arm64', '34596fbd65cc75ae759c30c5b1dfdac591aa043438dec24a6292373a82c6c72d'],
  ])('gives these bytes for Go 1.26.8 and zstd 1.5.7: %s', async (architecture, digest) => {
    const { bytes } = await pack(await goProgram(PRINTLN, { version: '1.26.8', architecture }))
    const found = createHash('sha256').update(bytes).digest('hex')
    expect(process.versions['zstd'] === '1.5.7' ? found : digest).toBe(digest)
  })

  it('uses a codec that gives the text back', async () => {
    const { parts } = await expectUnpackedWith({ 'x86 text': turning(turned) })
    expect(parts.map(({ kind }) => kind)).toContain('x86 text')
  })

  it.each<[string, TextCodec['decode']]>([
    ['gives other bytes', (...args) => ({ ...turned(...args), bytes: new Uint8Array(args[1]) })],
    ['gives fewer bytes', (...args) => ({ ...turned(...args), bytes: new Uint8Array(3) })],
    [
      'finds its own streams broken',
      () => {
        throw new BrokenStream('a stream ends too early')
      },
    ],
  ])('keeps the text as it is where its codec %s', async (_, decode) => {
    const { parts } = await expectUnpacked(hello, { codecs: { 'x86 text': turning(decode) } })
    expect(parts.map(({ kind }) => kind)).not.toContain('x86 text')
  })

  it('keeps the text as it is where its streams would take too much memory', async () => {
    const large = {
      ...turning(turned),
      encode: () => ({ streams: [new Uint8Array(1 << 26)], marks: new Uint8Array() }),
    }
    const { parts } = await expectUnpacked(hello, { codecs: { 'x86 text': large } })
    expect(parts.map(({ kind }) => kind)).not.toContain('x86 text')
  })

  async function expectUnpackedWith(codecs: Packing['codecs']): Promise<Packed> {
    const packed = await pack(hello, { codecs })
    const unpacked = unpackBytes(packed.bytes, { isLoader, codecs: codecs ?? {} })
    expect('linked' in unpacked && Buffer.compare(unpacked.linked, hello)).toBe(0)
    return packed
  }

  it('refuses what it packed', async () => {
    expect(await packBytes((await pack(hello)).bytes, QUICK)).toEqual({ why: 'it is packed already' })
  })

  it('refuses a machine that it has no loader for', async () => {
    expect(await packBytes(hello, { ...QUICK, loaders: {} })).toEqual({
      why: 'this Bantam has no loader for amd64',
    })
  })
})

describeWith(['gcc'], 'a C program', () => {
  it('can be packed, and undone byte for byte', async () => {
    const { parts } = await expectUnpacked(readFileSync(compileC('../../examples/hello-c')))
    expect(parts.map(({ kind }) => kind)).toContain('x86 text')
  })
})

describe('what is no program', () => {
  it('is refused in a clause', async () => {
    expect(await packBytes(new Uint8Array(100), QUICK)).toEqual({ why: 'it is not an ELF file' })
  })
})
