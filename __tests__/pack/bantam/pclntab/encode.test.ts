import { expect, it } from '@jest/globals'
import { zstdCompressSync } from 'node:zlib'
import { decodePclntab } from '../../../../src/pack/bantam/pclntab/decode.ts'
import { encodePclntab } from '../../../../src/pack/bantam/pclntab/encode.ts'
import type { PclntabInput } from '../../../../src/pack/bantam/pclntab/input.ts'
import { buildGoPrograms, PRINTLN } from '../../../support/go-programs.ts'
import { pclntabInput } from '../../../support/pclntab-parts.ts'

const HTTP = 'package main\n\nimport "net/http"\n\nfunc main() { println(http.ListenAndServe(":0", nil)) }\n'

async function inputOf(
  source: string,
  options: Parameters<typeof buildGoPrograms>[1],
): Promise<PclntabInput> {
  const { program } = await buildGoPrograms({ program: source }, options)
  const input = pclntabInput(program)
  if (input === null) throw new Error('a Go program has a function table')
  return input
}

function sizeOf(streams: readonly Uint8Array[]): number {
  return streams.reduce((sum, stream) => sum + zstdCompressSync(stream).length, 0)
}

const VERSIONS = ['1.21.13', '1.25.4', undefined, '1.27.4']
const ARCHITECTURES = ['amd64', 'arm64']

it.each(ARCHITECTURES.flatMap(architecture => VERSIONS.map(version => ({ architecture, version }))))(
  'puts the table of a program together again: $architecture, Go $version',
  async ({ architecture, version }) => {
    const options = { architecture, ...(version === undefined ? {} : { version }) }
    const input = await inputOf(PRINTLN, options)
    const encoded = encodePclntab(input)
    if (encoded === null) throw new Error('it is not encoded')
    const decoded = decodePclntab(encoded.streams, { ...input, size: input.part.length })
    expect(Buffer.compare(decoded, input.part)).toBe(0)
    expect(sizeOf(encoded.streams)).toBeLessThan(zstdCompressSync(input.part).length * 0.6)
  },
  120_000,
)

it.each(ARCHITECTURES.flatMap(architecture => [{ architecture }, { architecture, flags: ['-trimpath'] }]))(
  'puts that of a service together again, in less than half of the bytes: %o',
  async options => {
    const input = await inputOf(HTTP, options)
    const encoded = encodePclntab(input)
    if (encoded === null) throw new Error('it is not encoded')
    expect(sizeOf(encoded.streams)).toBeLessThan(zstdCompressSync(input.part).length * 0.5)
  },
  120_000,
)

it('works for programs without inlined functions', async () => {
  const input = await inputOf(PRINTLN, { flags: ['-gcflags=all=-l', '-ldflags=-s -w'] })
  expect(encodePclntab(input)).not.toBeNull()
}, 120_000)

it('works where nothing is known of the instructions: it is only larger', async () => {
  const input = await inputOf(PRINTLN, {})
  const marks = new Uint8Array(input.text.marks.length)
  const encoded = encodePclntab({ ...input, text: { ...input.text, marks } })
  const known = encodePclntab(input)
  expect(encoded).not.toBeNull()
  expect(sizeOf(encoded?.streams ?? [])).toBeGreaterThan(sizeOf(known?.streams ?? []))
})

it('is null for tables that no linker wrote', async () => {
  const input = await inputOf(PRINTLN, {})
  const changed = (at: number, value: number) => {
    const part = Uint8Array.from(input.part)
    part[at] = value
    return encodePclntab({ ...input, part })
  }
  const functab = input.place.pcValues
  // The place of a record, its padding, pctab's first byte.
  const view = new DataView(input.part.buffer, input.part.byteOffset)
  const record = view.getUint32(functab + 4, true) + functab
  expect([functab + 4, record + 42, 0].map(at => changed(at, 77) === null)).toEqual([true, true, true])
  expect(encodePclntab({ ...input, part: input.part.subarray(0, 100) })).toBeNull()
})
