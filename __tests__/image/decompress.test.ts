import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { compressionOf, decompress } from '../../src/image/decompress.ts'
import { errorCode } from '../../src/host/error-code.ts'
import { describeWith } from '../support/tools.ts'

async function unpacked(bytes: Uint8Array, chunk = 7): Promise<Buffer> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const parts: Uint8Array[] = []
  for await (const part of decompress(chunks())) parts.push(part)
  return Buffer.concat(parts)
}

const TEXT = Buffer.from('what is packed is unpacked; '.repeat(400))
/** A skippable frame of four bytes. */
const SKIPPABLE = Buffer.from('502a4d180400000001020304', 'hex')

describe('what is unpacked', () => {
  it.each<{ name: string; bytes: Buffer; gives: Buffer }>([
    { name: 'nothing', bytes: Buffer.alloc(0), gives: Buffer.alloc(0) },
    { name: 'two bytes', bytes: Buffer.from('ab'), gives: Buffer.from('ab') },
    { name: 'plain bytes', bytes: TEXT, gives: TEXT },
    { name: 'gzip', bytes: gzipSync(TEXT), gives: TEXT },
    {
      name: 'two gzip members',
      bytes: Buffer.concat([gzipSync(TEXT), gzipSync(TEXT)]),
      gives: Buffer.concat([TEXT, TEXT]),
    },
    { name: 'zstd', bytes: zstdCompressSync(TEXT), gives: TEXT },
    { name: 'zstd of nothing', bytes: zstdCompressSync(Buffer.alloc(0)), gives: Buffer.alloc(0) },
    {
      name: 'zstd frames with skippable ones before, between and behind, as zstd:chunked has',
      bytes: Buffer.concat([SKIPPABLE, zstdCompressSync(TEXT), SKIPPABLE, zstdCompressSync(TEXT), SKIPPABLE]),
      gives: Buffer.concat([TEXT, TEXT]),
    },
  ])('$name', async ({ bytes, gives }) => {
    for (const chunk of [1, 7, 100_000]) expect((await unpacked(bytes, chunk)).equals(gives)).toBe(true)
  })

  it('comes back for any bytes, in any number of frames', async () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(contents, fc.integer({ min: 1, max: 500 }), async (parts, chunk) => {
        const packed = Buffer.concat(parts.map(part => zstdCompressSync(part)))
        expect((await unpacked(packed, chunk)).equals(Buffer.concat(parts))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it.each<{ name: string; bytes: Buffer }>([
    { name: 'gzip that breaks off', bytes: gzipSync(TEXT).subarray(0, 40) },
    {
      name: 'gzip that is damaged',
      bytes: Buffer.concat([gzipSync(TEXT).subarray(0, 20), Buffer.alloc(30, 0xff)]),
    },
    { name: 'zstd that breaks off', bytes: zstdCompressSync(TEXT).subarray(0, 20) },
    {
      name: 'zstd with something else behind',
      bytes: Buffer.concat([zstdCompressSync(TEXT), Buffer.from('else')]),
    },
    { name: 'a skippable frame that breaks off', bytes: SKIPPABLE.subarray(0, 10) },
    { name: 'zstd of nothing but a beginning', bytes: zstdCompressSync(TEXT).subarray(0, 4) },
  ])('is refused: $name', async ({ bytes }) => {
    const error = await unpacked(bytes).then(
      () => null,
      (cause: unknown) => cause,
    )
    expect(errorCode(error)).toMatch(/^Z_|^ZSTD_/)
  })

  it('ends on any zstd that is damaged', async () => {
    const good = Buffer.concat([zstdCompressSync(TEXT), SKIPPABLE, zstdCompressSync(TEXT)])
    const damage = fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(damage, async ([at, byte]) => {
        const bytes = Buffer.from(good)
        bytes[at] = byte
        const size = await unpacked(bytes, 50).then(
          ({ length }) => length,
          (cause: unknown) => errorCode(cause),
        )
        expect(String(size)).toMatch(/^\d+$|^Z_|^ZSTD_/)
      }),
      { numRuns: 300 },
    )
  })

  it('knows compressions by their first bytes', () => {
    expect(
      [gzipSync(''), zstdCompressSync(''), SKIPPABLE, Buffer.from('plain'), Buffer.alloc(0)].map(
        compressionOf,
      ),
    ).toEqual(['gzip', 'zstd', 'zstd', 'none', 'none'])
  })
})

describeWith(['zstd'], 'the zstd command', () => {
  it.each([['-1'], ['-19', '--long=24'], ['--no-check', '-3'], ['--single-thread', '-5'], ['-T2', '-B1024']])(
    'writes what is unpacked: %s %s',
    async (...options: string[]) => {
      const bytes = execFileSync('zstd', ['-c', '-q', ...options.filter(Boolean)], { input: TEXT })
      expect((await unpacked(bytes)).equals(TEXT)).toBe(true)
    },
  )
})
