import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { PT_LOAD } from '../../src/binary/elf-constants.ts'
import { readBuildInfo } from '../../src/binary/build-info.ts'
import { readElf } from '../../src/binary/elf.ts'
import { buildElfOracle } from '../support/elf-oracle.ts'
import { PRINTLN, buildGoPrograms } from '../support/go-programs.ts'
import { BASE, makeElf } from '../support/make-elf.ts'
import { which } from '../support/tools.ts'

const WRITABLE = 6
const HEADER_SIZE = 32
const SENTINEL = '0123456789abcdef'

describe('readBuildInfo of real programs', () => {
  it.each([
    { name: 'amd64', options: {} },
    { name: 's390x, big endian', options: { architecture: 's390x' } },
    {
      name: 'flags that Go has to quote',
      options: { flags: ['-trimpath', '-ldflags=-s -w "-X=main.a=b c"', '-tags=x,y'] },
    },
  ])('agrees with debug/buildinfo: $name', async ({ options }) => {
    const ask = await buildElfOracle()
    const { program } = await buildGoPrograms({ program: PRINTLN }, options)
    const bytes = readFileSync(program)
    const { BuildInfo } = await ask(program)
    expect(readBuildInfo(readElf(bytes), bytes)).toEqual({
      goVersion: BuildInfo?.GoVersion,
      path: 'example.com/programs/program',
      main: { path: 'example.com/programs', version: BuildInfo?.Main.Version, sum: null, replacedBy: null },
      dependencies: [],
      settings: Object.fromEntries(BuildInfo?.Settings?.map(({ Key, Value }) => [Key, Value]) ?? []),
    })
  })

  it('lists the modules as go version -m does: of go itself', () => {
    const go = which('go') ?? ''
    const bytes = readFileSync(go)
    const info = readBuildInfo(readElf(bytes), bytes)
    const printed = execFileSync('go', ['version', '-m', go], { encoding: 'utf8' })
    const listed = printed.split('\n').filter(line => line.startsWith('\tdep\t'))
    const lines = info?.dependencies.map(
      ({ path, version, sum }) => `\tdep\t${path}\t${version}\t${sum ?? ''}`,
    )
    expect(lines).toEqual(listed)
    expect(info?.path).toBe('cmd/go')
  })
})

describe('readBuildInfo of what is made up', () => {
  const moduleInfo = `${SENTINEL}path\texample.com/x\n${SENTINEL}`

  it('finds inline strings where there is no section, at a multiple of 16', () => {
    const data = inline('go1.20', moduleInfo)
    const misplaced = Buffer.concat([Buffer.alloc(8), inline('go1.19', moduleInfo)])
    expect(read(misplaced)).toBeNull()
    const padding = Buffer.alloc(16 - (misplaced.length % 16))
    expect(read(Buffer.concat([misplaced, padding, data]))).toMatchObject({
      goVersion: 'go1.20',
      path: 'example.com/x',
    })
  })

  it.each([
    { bits: 64, littleEndian: true },
    { bits: 64, littleEndian: false },
    { bits: 32, littleEndian: true },
    { bits: 32, littleEndian: false },
  ] as const)(
    'follows the pointers of Go before 1.18: $bits bits, little endian $littleEndian',
    ({ bits, littleEndian }) => {
      expect(read(pointers('go1.17.13', moduleInfo, bits, littleEndian), bits, littleEndian)).toMatchObject({
        goVersion: 'go1.17.13',
        path: 'example.com/x',
      })
    },
  )

  it.each([
    { name: 'no version', data: inline('', moduleInfo), expected: null },
    { name: 'a length without end', data: header(Buffer.alloc(40, 0xff)), expected: null },
    { name: 'a length beyond the file', data: header(Buffer.from([0xff, 0xff, 0x03, 0x67])), expected: null },
    { name: 'no second string', data: header(Buffer.from('\x06go1.20')), expected: null },
    { name: 'a header that is cut off', data: header(Buffer.alloc(0)).subarray(0, 15), expected: null },
    { name: 'no modules', data: inline('go1.20', ''), expected: { goVersion: 'go1.20', path: null } },
    {
      name: 'module info without its sentinels',
      data: inline('go1.20', 'path\tx\n'),
      expected: { path: null },
    },
  ])('reads $name', ({ data, expected }) => {
    const info = read(data)
    if (expected === null) expect(info).toBeNull()
    else expect(info).toMatchObject(expected)
  })
})

function read(data: Uint8Array, bits: 32 | 64 = 64, littleEndian = true) {
  const bytes = makeElf({ bits, littleEndian, segments: [{ type: PT_LOAD, flags: WRITABLE, content: data }] })
  return readBuildInfo(readElf(bytes), bytes)
}

function header(rest: Uint8Array): Buffer {
  const start = Buffer.alloc(HEADER_SIZE)
  start.write('\xff Go buildinf:', 'latin1')
  start[14] = 8
  start[15] = 2
  return Buffer.concat([start, rest])
}

function inline(version: string, moduleInfo: string): Buffer {
  return header(
    Buffer.concat([version, moduleInfo].flatMap(text => [Buffer.from([text.length]), Buffer.from(text)])),
  )
}

/** The header, two string headers behind it, then the strings; addresses as `makeElf` gives them to its only segment. */
function pointers(version: string, moduleInfo: string, bits: 32 | 64, littleEndian: boolean): Buffer {
  const size = bits / 8
  const start = BASE + (bits === 64 ? 64n + 56n : 52n + 32n)
  const texts = [version, moduleInfo].map(text => Buffer.from(text))
  const data = Buffer.alloc(HEADER_SIZE + 4 * size)
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const word = (at: number, value: bigint) =>
    bits === 64 ? view.setBigUint64(at, value, littleEndian) : view.setUint32(at, Number(value), littleEndian)
  data.write('\xff Go buildinf:', 'latin1')
  data[14] = size
  data[15] = littleEndian ? 0 : 1
  let end = start + BigInt(data.length)
  texts.forEach((text, index) => {
    const stringHeader = HEADER_SIZE + index * 2 * size
    word(16 + index * size, start + BigInt(stringHeader))
    word(stringHeader, end)
    word(stringHeader + size, BigInt(text.length))
    end += BigInt(text.length)
  })
  return Buffer.concat([data, ...texts])
}
