import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readElf } from '../../../../src/binary/elf.ts'
import { readExecutable } from '../../../../src/binary/executable.ts'
import { readContainer } from '../../../../src/pack/bantam/file/container.ts'
import { splitInner } from '../../../../src/pack/bantam/file/inner.ts'
import { packBytes } from '../../../../src/pack/bantam/pack.ts'
import { findPayload, LARGEST_PAGE, loaderAddress } from '../../../../src/pack/bantam/file/packed-elf.ts'
import { goProgram, PRINTLN } from '../../../support/go-programs.ts'
import { writeTemporary } from '../../../support/layouts.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { describeWith } from '../../../support/tools.ts'

/** Not one that works: only its place counts here. */
const LOADER = { code: new Uint8Array(8200).fill(0xcc) }
const LOADERS = { amd64: LOADER, arm64: LOADER }

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: 'pipe',
  })
}

describeWith(['go', 'readelf', 'objdump', 'file'], 'a packed file', () => {
  const linked: Record<string, Uint8Array> = {}
  const packed: Record<string, Uint8Array> = {}
  const files: Record<string, string> = {}
  beforeAll(async () => {
    for (const architecture of ['amd64', 'arm64']) {
      const program = await goProgram(PRINTLN, { architecture })
      const made = await packBytes(program, { loaders: LOADERS, cores: 2, level: 1 })
      if ('why' in made) throw new Error(made.why)
      linked[architecture] = program
      packed[architecture] = made.bytes
      files[architecture] = writeTemporary('packed', made.bytes)
    }
  })

  it.each(['amd64', 'arm64'])('is mapped as it is, whatever the size of a page: %s', name => {
    const { segments, entry } = readElf(packed[name] ?? new Uint8Array())
    const loaded = segments.filter(({ type }) => type === 1)
    expect(loaded.map(({ flags }) => flags)).toEqual([5, 4])
    for (const { address, offset } of loaded)
      expect((address - BigInt(offset)) % BigInt(LARGEST_PAGE)).toBe(0n)
    const [code, data] = loaded
    expect(entry).toBe((code?.address ?? 0n) + 240n + 16n)
    // Not on one page, of whichever size.
    expect((data?.address ?? 0n) / BigInt(LARGEST_PAGE)).toBeGreaterThan(
      (code?.address ?? 0n) / BigInt(LARGEST_PAGE),
    )
  })

  it.each(['amd64', 'arm64'])('has its loader far above the linked program: %s', name => {
    const inner = splitInner(linked[name] ?? new Uint8Array())
    const top =
      'why' in inner
        ? 0n
        : (inner.segments.at(-1)?.address ?? 0n) + BigInt(inner.segments.at(-1)?.memorySize ?? 0)
    const first = readElf(packed[name] ?? new Uint8Array()).segments[0]?.address ?? 0n
    expect(first).toBe(loaderAddress(top))
    expect(first - top).toBeGreaterThan(16_000_000n)
    expect(first % BigInt(LARGEST_PAGE)).toBe(0n)
  })

  it.each(['amd64', 'arm64'])('says to its loader where the payload is: %s', name => {
    const bytes = packed[name] ?? new Uint8Array()
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const [code, data] = readElf(bytes).segments
    const place = (code?.address ?? 0n) + 240n + view.getBigUint64(240, true)
    const offset = (data?.offset ?? 0) + Number(place - (data?.address ?? 0n))
    const payload = findPayload(bytes)
    expect(payload?.byteOffset).toBe(bytes.byteOffset + offset)
    expect(offset % 16).toBe(0)
    expect(place % 16n).toBe(0n)
    const size = Number(view.getBigUint64(248, true))
    expect(readContainer(payload?.subarray(0, size) ?? new Uint8Array()).linkedSize).toBe(
      linked[name]?.length,
    )
    expect((payload?.length ?? 0) - size).toBeGreaterThanOrEqual(64)
  })

  it.each(['amd64', 'arm64'])('is read by readelf, objdump and file without a complaint: %s', name => {
    const file = files[name] ?? ''
    const said = run('readelf', '-hlS', '-W', file)
    expect(said).toMatch(/Number of section headers: +3/)
    expect(said).toMatch(/\.go\.buildinfo +PROGBITS/)
    expect(said).not.toMatch(/warning|error/i)
    expect(run('objdump', '-h', file)).toContain('.go.buildinfo')
    expect(run('file', '-b', file)).toMatch(/^ELF 64-bit LSB executable, .*, statically linked/)
  })

  it.each(['1.21.13', 'local', '1.27.4'])('shows the same modules as the linked one to Go %s', version => {
    const env = { ...process.env, GOTOOLCHAIN: version === 'local' ? version : `go${version}` }
    for (const name of ['amd64', 'arm64']) {
      const show = (file: string) =>
        execFileSync('go', ['version', '-m', file], { encoding: 'utf8', env }).replace(file, '')
      expect(show(files[name] ?? '')).toBe(show(writeTemporary('linked', linked[name] ?? new Uint8Array())))
    }
  })

  it('has the build info of the linked one', () => {
    const known = (bytes: Uint8Array = new Uint8Array()) => readExecutable(bytes).buildInfo
    expect(known(packed['amd64'])).toEqual(known(linked['amd64']))
    expect(known(packed['amd64'])?.goVersion).toMatch(/^go1/)
  })
})

describe('a payload is not found', () => {
  it.each<[string, Uint8Array]>([
    ['in nothing', new Uint8Array()],
    ['in an ELF file of 32 bits', makeElf({ bits: 32 })],
    ['in an ELF file without segments', makeElf()],
    ['in an ELF file with headers that point nowhere', makeElf().fill(0xff, 32, 40)],
    [
      'in a program that only speaks of it',
      makeElf({
        segments: [
          { type: 1, flags: 5, content: Buffer.alloc(64) },
          { type: 1, flags: 6, content: Buffer.from('bantam\0\x01'.repeat(40)) },
          { type: 0x6474e551, flags: 6 },
        ],
      }),
    ],
  ])('%s', (_, bytes) => {
    expect(findPayload(bytes)).toBeNull()
  })
})
