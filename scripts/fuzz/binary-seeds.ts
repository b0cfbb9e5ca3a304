import { BASE, makeElf } from '../../__tests__/support/make-elf.ts'
import { PCLNTAB_HEADER_SIZE, makePclntab } from '../../__tests__/support/make-pclntab.ts'

const PT_LOAD = 1
const PT_DYNAMIC = 2
const PT_INTERP = 3
const WRITABLE = 6
const EXECUTABLE = 5

export interface BinarySeeds {
  readonly elf: readonly Uint8Array[]
  readonly buildInfo: readonly Uint8Array[]
  readonly functionTable: readonly Uint8Array[]
  /** Position-independent, with variables that hold what is embedded. */
  readonly embedding: readonly Uint8Array[]
  readonly packed: readonly Uint8Array[]
}

/** Small and right, so that a change soon reaches what is deep in them. */
export function binarySeeds(): BinarySeeds {
  const strings = Buffer.from('\0libc.so.6\0')
  const dynamic = Buffer.from(BigUint64Array.from([5n, BASE + 400n, 1n, 1n, 0n, 0n]).buffer)
  const segments = [
    { type: PT_INTERP, content: Buffer.from('/lib64/ld-linux-x86-64.so.2\0') },
    { type: PT_DYNAMIC, content: dynamic },
    { type: PT_LOAD, content: Buffer.concat([strings, Buffer.alloc(200)]) },
  ]
  const tables = [true, false].map(littleEndian => functionTable(littleEndian))
  return {
    elf: [makeElf({ segments }), makeElf({ segments, bits: 32 }), makeElf({ segments, littleEndian: false })],
    buildInfo: [makeElf({ segments: [{ type: PT_LOAD, flags: WRITABLE, content: buildInfo() }] })],
    functionTable: tables.map((table, index) =>
      makeElf({
        littleEndian: index === 0,
        segments: [
          { type: PT_LOAD, flags: EXECUTABLE, content: Buffer.alloc(64, 0x90) },
          { type: PT_LOAD, content: table },
          { type: PT_LOAD, flags: WRITABLE, content: buildInfo() },
        ],
      }),
    ),
    embedding: tables.map((table, index) => embedding(table, index === 0)),
    packed: [packed(true), packed(false)],
  }
}

/** What the packages of `embedding` embed. */
export const EMBEDDED = 'embedded '.repeat(8)

function embedding(table: Uint8Array, littleEndian: boolean): Uint8Array {
  const machine = littleEndian ? 62 : 22
  const [relative, dataAt] = [littleEndian ? 8n : 12n, 64 + 5 * 56]
  const contentAt = BASE + BigInt(dataAt)
  const zip = zipOf('Africa/Abidjan')
  const data = Buffer.concat([Buffer.from(EMBEDDED), zip, Buffer.alloc(6)])
  const variables = 4 * 8
  // A string, and an embed.FS of one file.
  const system = BASE + BigInt(dataAt + data.length + variables)
  const tableOf = [
    contentAt,
    BigInt(EMBEDDED.length),
    contentAt,
    8n,
    contentAt,
    BigInt(EMBEDDED.length),
    0n,
    0n,
  ]
  const pointers = longs([contentAt, BigInt(EMBEDDED.length), system, 1n], littleEndian)
  const files = longs([system + 24n, 1n, 1n, ...tableOf.slice(2)], littleEndian)
  const relocation = longs([BASE + BigInt(dataAt + data.length), relative, contentAt], littleEndian)
  const content = Buffer.concat([data, pointers, files, relocation])
  const relocationAt = contentAt + BigInt(content.length - relocation.length)
  const dynamic = longs([7n, relocationAt, 8n, 24n, 0n, 0n], littleEndian)
  return makeElf({
    type: 3,
    machine,
    littleEndian,
    segments: [
      { type: PT_LOAD, flags: WRITABLE, content },
      { type: PT_LOAD, flags: EXECUTABLE, content: Buffer.alloc(64, 0x90) },
      { type: PT_LOAD, content: table },
      { type: PT_LOAD, flags: WRITABLE, content: buildInfo() },
      { type: PT_DYNAMIC, content: dynamic },
    ],
  })
}

/** A zip archive of one empty file. */
function zipOf(name: string): Uint8Array {
  const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(26), Buffer.from(name)])
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    Buffer.alloc(8),
    numbers([0, file.length], true),
    Buffer.alloc(2),
  ])
  return Buffer.concat([file, end])
}

function longs(values: readonly bigint[], littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8))
  values.forEach((value, index) => view.setBigUint64(index * 8, value, littleEndian))
  return new Uint8Array(view.buffer)
}

/** What UPX leaves: `l_info` behind the program headers, and its header at the end. */
function packed(littleEndian: boolean): Uint8Array {
  const info = Buffer.from('\0\0\0\0UPX!\0\0\0\0', 'latin1')
  const header = Buffer.concat([
    Buffer.from('UPX!\x0d\x16\x0e\x09', 'latin1'),
    numbers([1, 2, 300, 200, 300], littleEndian),
    Buffer.alloc(8),
  ])
  return makeElf({ littleEndian, segments: [{ type: PT_LOAD, content: Buffer.concat([info, header]) }] })
}

function buildInfo(): Uint8Array {
  const text =
    'path\texample.com/x\nmod\texample.com/x\tv1.0.0\ndep\ta.b/c\tv1.2.3\n=>\t../c\t(devel)\nbuild\tCGO_ENABLED=0\n'
  const info = Buffer.concat([Buffer.alloc(16, 1), Buffer.from(text), Buffer.alloc(16, 2)])
  const version = Buffer.from('go1.26.8')
  const head = Buffer.concat([
    Buffer.from('\xff Go buildinf:', 'latin1'),
    Buffer.from([8, 2]),
    Buffer.alloc(16),
  ])
  const size = Buffer.from([0x80 | (info.length & 0x7f), info.length >> 7])
  return Buffer.concat([head, Buffer.from([version.length]), version, size, info])
}

/** Two functions of 24 and 40 bytes, with everything a table has. */
function functionTable(littleEndian: boolean): Uint8Array {
  const names = Buffer.from('runtime.main\0a.b/c.New[...]\0type:.eq.a.b/c.T\0time/tzdata.init\0')
  const [units, files] = [numbers([0, 5], littleEndian), Buffer.from('a.go\0b.go\0')]
  const pcValues = Buffer.from([0, 2, 4, 0, 4, 8, 1, 2, 0, 2, 4, 0])
  const record = (entry: number, name: number, tables: readonly number[]) =>
    Buffer.concat([
      numbers([entry, name, 0, 0, ...tables, 1, 0, 1], littleEndian),
      Buffer.from([0, 0, 0, 2]),
      numbers([9, 0, 16], littleEndian),
    ])
  const first = 24
  const functions = Buffer.concat([
    numbers([0, first, 24, first + 56, 64, 0], littleEndian),
    record(0, 0, [1, 4, 9]),
    record(24, 13, [1, 4, 0]),
  ])
  const parts = [names, units, files, pcValues]
  const offsets: bigint[] = [BigInt(PCLNTAB_HEADER_SIZE)]
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0n) + BigInt(part.length))
  const header = makePclntab({ littleEndian, functionCount: 1n, offsets }).subarray(0, PCLNTAB_HEADER_SIZE)
  const counted = new DataView(header.buffer, header.byteOffset)
  counted.setBigUint64(8, 2n, littleEndian)
  return Buffer.concat([header, ...parts, functions])
}

function numbers(values: readonly number[], littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, index) => view.setUint32(index * 4, value, littleEndian))
  return new Uint8Array(view.buffer)
}
