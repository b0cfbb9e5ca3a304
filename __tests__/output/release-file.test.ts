import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { gunzipSync } from 'node:zlib'
import { parsePlatform, type Platform } from '../../src/declare/platform.ts'
import {
  binariesJson,
  checksumsText,
  type ReleaseBinary,
  releaseFileBytes,
  type ReleaseFile,
  releaseFileName,
} from '../../src/output/release-file.ts'

function platformOf(text: string): Platform {
  const platform = parsePlatform(text)
  if (!platform.ok) throw new Error(platform.problem)
  return platform.value
}

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }

function binary(overrides: Partial<ReleaseBinary> = {}): ReleaseBinary {
  const bytes = Buffer.from('program'.repeat(500))
  return { name: 'proxy', platform: AMD64, kind: 'shipped', packed: false, bytes, ...overrides }
}

async function bytesOf(one: ReleaseBinary, archive: 'none' | 'tar.gz'): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of releaseFileBytes(one, { version: null, archive })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('releaseFileName', () => {
  it.each([
    ['linux/amd64', 'proxy_1.4.0_linux_amd64'],
    ['linux/amd64/v3', 'proxy_1.4.0_linux_amd64v3'],
    ['linux/arm', 'proxy_1.4.0_linux_armv7'],
    ['linux/arm/v6', 'proxy_1.4.0_linux_armv6'],
    ['linux/arm64', 'proxy_1.4.0_linux_arm64'],
    ['linux/mips/softfloat', 'proxy_1.4.0_linux_mips_softfloat'],
    ['linux/riscv64/rva22u64', 'proxy_1.4.0_linux_riscv64_rva22u64'],
  ])('of %s is %s', (text, expected) => {
    const one = binary({ platform: platformOf(text) })
    expect(releaseFileName(one, { version: '1.4.0', archive: 'none' })).toBe(expected)
  })

  it.each([
    [binary({ kind: 'linked' }), { version: '1.4.0', archive: 'none' }, 'proxy_1.4.0_linux_amd64-linked'],
    [binary(), { version: null, archive: 'none' }, 'proxy_linux_amd64'],
    [binary(), { version: '1.4.0', archive: 'tar.gz' }, 'proxy_1.4.0_linux_amd64.tar.gz'],
    [binary({ kind: 'linked' }), { version: null, archive: 'tar.gz' }, 'proxy_linux_amd64-linked.tar.gz'],
    [binary({ name: 'my proxy' }), { version: null, archive: 'none' }, 'my-proxy_linux_amd64'],
  ] as const)('has the kind, the version and the archive: %#', (one, naming, expected) => {
    expect(releaseFileName(one, naming)).toBe(expected)
  })
})

describe('releaseFileBytes', () => {
  it('are those of the executable', async () => {
    expect(await bytesOf(binary(), 'none')).toEqual(binary().bytes)
  })

  it.each([true, false])(
    'are an archive that tar reads, with the executable under its own name: packed %j',
    async packed => {
      const archive = await bytesOf(binary({ packed }), 'tar.gz')
      const list = execFileSync('tar', ['-tvz', '--numeric-owner', '--utc'], {
        input: archive,
        encoding: 'utf8',
      })
      expect(list).toMatch(/^-rwxr-xr-x 0\/0 +3500 1970-01-01 00:00 proxy\n$/)
      expect(execFileSync('tar', ['-xzO', 'proxy'], { input: archive })).toEqual(binary().bytes)
      expect(gunzipSync(archive).length % 512).toBe(0)
      expect(archive.length < 1000).toBe(!packed)
    },
  )

  it('depend on nothing but the executable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), fc.boolean(), async (bytes, packed) => {
        const one = binary({ bytes, packed })
        const other = { ...one, platform: platformOf('linux/arm64'), kind: 'linked' as const }
        expect(await bytesOf(one, 'tar.gz')).toEqual(await bytesOf(other, 'tar.gz'))
      }),
      { numRuns: 30 },
    )
  })
})

const file = (name: string, digit: string, overrides: Partial<ReleaseBinary> = {}): ReleaseFile => {
  const { bytes, ...rest } = binary(overrides)
  return { name, binary: rest, size: bytes.length, sha256: digit.repeat(64) }
}

describe('checksumsText', () => {
  it('is sorted, whatever the order of the files', () => {
    const files = [file('b', '2'), file('a', '1')]
    expect(checksumsText(files)).toBe(`${'1'.repeat(64)}  a\n${'2'.repeat(64)}  b\n`)
    expect(checksumsText(files.toReversed())).toBe(checksumsText(files))
  })
})

describe('binariesJson', () => {
  it('has a row for each file', () => {
    const files = [file('p-linked', '2', { kind: 'linked' }), file('p', '1', { packed: true })]
    expect(JSON.parse(binariesJson(files, { version: '1.4.0', revision: 'abc' }))).toEqual({
      version: '1.4.0',
      revision: 'abc',
      binaries: [
        {
          file: 'p',
          name: 'proxy',
          platform: 'linux/amd64',
          kind: 'shipped',
          packed: true,
          size: 3500,
          sha256: '1'.repeat(64),
        },
        {
          file: 'p-linked',
          name: 'proxy',
          platform: 'linux/amd64',
          kind: 'linked',
          packed: false,
          size: 3500,
          sha256: '2'.repeat(64),
        },
      ],
    })
  })
})
