import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hasUpxLoader, readUpxHeader } from '../../src/pack/upx-header.ts'
import { unpack } from '../../src/pack/upx-unpack.ts'
import type { UpxTool } from '../../src/tools/upx-tool.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { writeTemporary } from '../support/layouts.ts'
import { makeElf } from '../support/make-elf.ts'
import { describeWith, which } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const upx = (command = which('upx') ?? 'upx'): UpxTool => ({
  version: '4.2',
  command,
  sha256: '',
  source: 'PATH',
})

/** A UPX that does what the script says: `$1` is the output, `$2` the input. */
function fakeUpx(script: string): UpxTool {
  const command = writeTemporary('upx', `#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done; shift\n${script}\n`)
  chmodSync(command, 0o755)
  return upx(command)
}

describeWith(['go', 'upx'], 'unpacking', () => {
  const made: Record<'linked' | 'packed', Record<string, Buffer>> = { linked: {}, packed: {} }
  const architectures = ['amd64', 'arm64', '386', 'arm']

  beforeAll(async () => {
    for (const architecture of architectures) {
      const { program } = await buildGoPrograms({ program: PRINTLN }, { architecture })
      made.linked[architecture] = readFileSync(program)
      execFileSync('upx', ['-q', '-q', '-1', program], { stdio: 'ignore' })
      made.packed[architecture] = readFileSync(program)
    }
  })
  const packed = () => made.packed['amd64'] ?? Buffer.alloc(0)

  it.each(architectures)('gives the linked binary back, byte for byte: %s', async architecture => {
    const host = testHost()
    const bytes = made.packed[architecture] ?? Buffer.alloc(0)
    for (const from of [{ bytes }, { file: writeTemporary('packed', bytes) }]) {
      const unpacked = await unpack(host, upx(), from)
      expect(
        'linked' in unpacked &&
          Buffer.from(unpacked.linked).equals(made.linked[architecture] ?? Buffer.alloc(0)),
      ).toBe(true)
    }
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('knows what UPX packed, and how large it was', () => {
    for (const architecture of architectures) {
      const [before, after] = [made.linked[architecture]!, made.packed[architecture]!]
      expect(readUpxHeader(after)?.originalSize).toBe(before.length)
      expect([readUpxHeader(before), hasUpxLoader(before), hasUpxLoader(after)]).toEqual([null, false, true])
    }
  })

  it.each<{ name: string; bytes: () => Uint8Array; upx?: () => UpxTool | null; says: RegExp }>([
    { name: 'nothing', bytes: () => Buffer.alloc(0), says: /^it was not packed by UPX$/ },
    { name: 'a linked binary', bytes: () => made.linked['amd64']!, says: /^it was not packed by UPX$/ },
    {
      name: 'UPX itself, which speaks of UPX! everywhere',
      bytes: () => readFileSync(which('upx')!),
      says: /^it was not packed by UPX$/,
    },
    {
      name: 'a binary whose header was taken off',
      bytes: () => Buffer.from(packed()).fill(0, packed().length - 64),
      says: /^it was packed by UPX and changed afterwards/,
    },
    {
      name: 'a packed one where there is no UPX',
      bytes: packed,
      upx: () => null,
      says: /no UPX was found/,
    },
    {
      name: 'a damaged one',
      bytes: () => Buffer.from(packed()).fill(0xff, 2000, 3000),
      says: /^UPX 4\.2 could not unpack it \(Exception: compressed data violation\)$/,
    },
    {
      name: 'a header that says too much',
      bytes: () => sayingSize(0xfffffff0),
      says: /^it unpacks to 4294967280 bytes/,
    },
    { name: 'a header that lies', bytes: () => sayingSize(1000), says: /^UPX/ },
    {
      name: 'a UPX that fails',
      bytes: packed,
      upx: () => fakeUpx('echo "upx: x: NotPackedException: \u001b[31mno" >&2; exit 3'),
      says: /^UPX 4\.2 could not unpack it \(NotPackedException: \[31mno\)$/,
    },
    {
      name: 'a UPX that writes something else',
      bytes: packed,
      upx: () => fakeUpx('echo hello > "$1"'),
      says: /^UPX unpacked it to 6 bytes, and it should have \d+$/,
    },
    {
      name: 'a UPX that writes no ELF',
      bytes: packed,
      upx: () => fakeUpx(`head -c ${made.linked['amd64']!.length} /dev/zero > "$1"`),
      says: /not an ELF file for its machine/,
    },
    { name: 'a UPX that writes nothing', bytes: packed, upx: () => fakeUpx(':'), says: /to 0 bytes/ },
    {
      name: 'a UPX that is not there',
      bytes: packed,
      upx: () => upx('/nowhere/upx'),
      says: /^UPX 4\.2 could not unpack it$/,
    },
  ])('says why not: $name', async ({ bytes, upx: tool = upx, says }) => {
    const host = testHost()
    expect(await unpack(host, tool(), { bytes: bytes() })).toEqual(
      expect.objectContaining({ why: expect.stringMatching(says) }),
    )
    expect(readdirSync(host.temporary)).toEqual([])
  })

  function sayingSize(size: number): Buffer {
    const bytes = Buffer.from(packed())
    bytes.writeUInt32LE(size, bytes.lastIndexOf('UPX!') + 24)
    return bytes
  }

  it('gives a binary or a reason, wherever a packed one is damaged', async () => {
    const host = testHost()
    const at = fc.oneof(
      fc.nat({ max: packed().length - 1 }),
      fc.integer({ min: 1, max: 64 }).map(left => packed().length - left),
    )
    const changes = fc.array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(changes, async changes => {
        const bytes = Buffer.from(packed())
        for (const [at, byte] of changes) bytes[at] = byte
        const unpacked = await unpack(host, upx(), { bytes })
        expect('linked' in unpacked || /^[^\p{Cc}]{10,400}$/u.test(unpacked.why)).toBe(true)
        expect(readdirSync(host.temporary)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('holds UPX to time and space, whatever the header says', async () => {
    const host = testHost()
    const bounds = { maxBytes: 2_000_000, seconds: 1, standstillMs: 20_000, maxMemory: 1024 ** 3 }
    const endless = fakeUpx('while :; do :; done')
    expect(await unpack(host, endless, { bytes: packed() }, bounds)).toEqual({
      why: 'UPX 4.2 did not unpack it within 1 s of processor time',
    })
    const greedy = fakeUpx(`head -c 50000000 /dev/zero > "$1"; wc -c < "$1" > "${host.temporary}/written"`)
    const unpacked = await unpack(host, greedy, { bytes: packed() }, { ...bounds, seconds: 20 })
    expect(unpacked).toEqual({ why: expect.stringMatching(/^UPX/) })
    expect(Number(readFileSync(path.join(host.temporary, 'written'), 'utf8'))).toBeLessThanOrEqual(2_000_384)
  })

  it('ends the run where UPX stands still: that says nothing about the binary', async () => {
    const host = testHost()
    const bounds = { maxBytes: 2_000_000, seconds: 20, standstillMs: 300, maxMemory: 1024 ** 3 }
    const unpacking = unpack(host, fakeUpx('kill -STOP $$'), { bytes: packed() }, bounds)
    await expect(unpacking).rejects.toEqual(
      aFailure('unreadable-binary', { what: 'made no progress for 0.3 s while it unpacked a binary' }),
    )
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('gives UPX no environment, and does not run what it unpacks', async () => {
    const host = testHost({ env: { PATH: process.env['PATH'], SECRET: 'x', UPX: '--version' } })
    const seen = path.join(host.temporary, 'seen')
    await unpack(host, fakeUpx(`env > ${seen}; cp "$2" "$1"`), { bytes: packed() })
    const names = readFileSync(seen, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => line.split('=')[0])
    expect(names.filter(name => !['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'].includes(name ?? ''))).toEqual([])
  })

  it('a file that is not there', async () => {
    await expect(unpack(testHost(), upx(), { file: '/nowhere/x' })).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})

describe('a header', () => {
  it('is there or not, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: 90 }), (tail, from) => {
        const bytes = Buffer.concat([
          makeElf(),
          Buffer.alloc(64),
          tail,
          Buffer.from('UPX!'),
          Buffer.alloc(from),
        ])
        const header = readUpxHeader(bytes)
        expect(header === null || header.originalSize >= 0).toBe(true)
        expect(typeof hasUpxLoader(bytes)).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})
