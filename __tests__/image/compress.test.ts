import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { compress, type Compression } from '../../src/image/compress.ts'

const COMPRESSIONS: readonly (Compression & { readonly name: string })[] = [
  { name: 'stored', kind: 'stored' },
  { name: 'gzip, level 6', kind: 'gzip', level: 6 },
  { name: 'gzip, level 9', kind: 'gzip', level: 9 },
  { name: 'zstd', kind: 'zstd' },
]

async function compressed(chunks: readonly Uint8Array[], compression: Compression): Promise<Buffer> {
  return collected(compress(chunks, Buffer.concat(chunks).length, compression))
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

function decompressed(bytes: Uint8Array, { kind }: Compression): Buffer {
  return kind === 'zstd' ? zstdDecompressSync(bytes) : gunzipSync(bytes)
}

/** Bytes that no compression makes smaller, the same on every machine. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha512').update(String(index)).digest(),
  )
  return Buffer.concat(blocks).subarray(0, length)
}

function* broken(): Generator<Uint8Array> {
  yield noise(10)
  throw new Error('the source broke')
}

describe.each(COMPRESSIONS)('compress, $name', compression => {
  it('gives back what went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), async chunks => {
        const back = decompressed(await compressed(chunks, compression), compression)
        expect(back.equals(Buffer.concat(chunks))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it.each([0, 1, 65_535, 65_536, 500_000])('gives back %i bytes that do not compress', async length => {
    const bytes = noise(length)
    const small = await compressed([bytes], compression)
    expect(decompressed(small, compression).equals(bytes)).toBe(true)
    expect(small.length).toBeLessThan(length * 1.001 + 64)
  })

  it('gives the same bytes twice', async () => {
    const text = Buffer.from('the same inputs, the same digest; '.repeat(10_000))
    const [first, second] = await Promise.all([
      compressed([text], compression),
      compressed([text], compression),
    ])
    expect(first.equals(second)).toBe(true)
  })

  it('fails with the error of what it reads', async () => {
    await expect(collected(compress(broken(), 20, compression))).rejects.toThrow('the source broke')
  })

  it('lets the event loop turn', async () => {
    const work = compressed([noise(500_000)], compression)
    let turns = 0
    const counter = setInterval(() => turns++, 1)
    await work
    clearInterval(counter)
    // Storing is copying: there is nothing to wait for.
    expect(turns).toBeGreaterThanOrEqual(compression.kind === 'stored' ? 0 : 1)
  })
})

describe('the gzip header', () => {
  it.each(COMPRESSIONS.filter(({ kind }) => kind !== 'zstd'))(
    'says nothing of time or machine: $name',
    async compression => {
      const bytes = await compressed([Buffer.from('x')], compression)
      expect(bytes.subarray(0, 10).toString('hex')).toBe('1f8b08000000000000ff')
    },
  )

  it('is one that gzip itself accepts', async () => {
    const bytes = await compressed([noise(100_000), Buffer.from('end')], { kind: 'stored' })
    expect(execFileSync('gzip', ['-dc'], { input: bytes }).subarray(-3).toString()).toBe('end')
  })
})
