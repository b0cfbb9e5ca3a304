import { TarError } from './tar-error.ts'
import { type ByteSource, byteSource } from './byte-source.ts'
import { CAPABILITIES_RECORD } from '../image/file-capabilities.ts'
import { paxRecords, type Records } from './pax-records.ts'
import { OLD_GNU, readMap, readOldMap, sparseRecords } from './tar-sparse-maps.ts'
import { type Sparse, sparseFile, withHoles } from './tar-sparse.ts'

/** One entry of a tar archive, with its names as the archive writes them. They have not been checked yet. */
export interface TarEntry {
  readonly name: string
  readonly type: 'file' | 'directory' | 'symlink' | 'hard link' | 'other'
  /** Permission bits. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Bytes of the content; for a sparse file, including its holes. */
  readonly size: number
  /**
   * Where the content begins in the uncompressed archive; `null` for a sparse file, whose content is not stored in one
   * piece.
   */
  readonly offset: number | null
  /** The target of a symlink or hard link. */
  readonly linkTarget: string
  /** The extended attribute `security.capability`; `null`: it has none. */
  readonly capabilities: Uint8Array | null
  /** Returns the content. Content that is not read is skipped. */
  readonly content: () => AsyncGenerator<Uint8Array>
}

export { TarError }

export interface TarBounds {
  readonly maxEntries: number
  /** The most bytes of the whole uncompressed archive, and of its sparse files with their holes. */
  readonly maxBytes: number
}

const BLOCK = 512
/** The most bytes for GNU long names and pax records. A real path is never longer. */
const MAX_HEADER = 1024 * 1024

/**
 * Reads ustar, pax and GNU archives, including sparse files.
 * https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
export async function* tarEntries(
  archive: AsyncIterable<Uint8Array>,
  { maxEntries, maxBytes }: TarBounds,
): AsyncGenerator<TarEntry> {
  const source = byteSource(archive, maxBytes)
  try {
    yield* entriesOf(source, maxEntries, maxBytes)
  } finally {
    await source.close()
  }
}

async function* entriesOf(
  source: ByteSource,
  maxEntries: number,
  maxBytes: number,
): AsyncGenerator<TarEntry> {
  let longName: string | null = null
  let longTarget: string | null = null
  let records: Records = []
  let sparseBytes = 0
  for (let entries = 0; ;) {
    const header = await source.exactly(BLOCK)
    if (isZero(header)) return source.drain()
    if (!checksumHolds(header)) throw new TarError('it is not a tar archive, or damaged')
    const flag = String.fromCharCode(header[156] ?? 0)
    const written = number(header, 124, 12)
    if (flag === 'L' || flag === 'K' || flag === 'x' || flag === 'g') {
      const content = await headerContent(source, written)
      if (flag === 'L') longName = untilNul(content.toString())
      if (flag === 'K') longTarget = untilNul(content.toString())
      if (flag === 'x') records = paxRecords(content)
      continue
    }
    entries += 1
    if (entries > maxEntries) throw new TarError(`it holds more than ${maxEntries} entries`)
    const last = new Map(records)
    const stored = contentSize(flag, last.get('size'), written)
    const unread = { bytes: stored }
    const take = async (length: number) => {
      const chunk = await source.upTo(Math.min(length, unread.bytes))
      unread.bytes -= chunk.length
      return chunk
    }
    const sparse = await sparseOf(header, { flag, records, stored }, source, taken => (unread.bytes -= taken))
    sparseBytes += sparse?.size ?? 0
    if (sparseBytes > Math.min(maxBytes, MOST_SPARSE))
      throw new TarError(`it has sparse files of more than ${Math.min(maxBytes, MOST_SPARSE)} bytes`)
    yield {
      name: sparse?.name ?? last.get('path') ?? longName ?? shortName(header),
      type: typeOf(flag, longName ?? shortName(header)),
      mode: number(header, 100, 8) & 0o7777,
      uid: idOf(last.get('uid'), header, 108),
      gid: idOf(last.get('gid'), header, 116),
      size: sparse?.size ?? stored,
      offset: sparse === null ? source.position() : null,
      linkTarget: last.get('linkpath') ?? longTarget ?? text(header, 157, 100),
      capabilities: attributeOf(last.get(CAPABILITIES_RECORD)),
      content: async function* () {
        if (sparse !== null) yield* withHoles(sparse, take)
        else while (unread.bytes > 0) yield await take(unread.bytes)
      },
    }
    while (unread.bytes > 0) await take(unread.bytes)
    await source.exactly(padding(stored))
    longName = null
    longTarget = null
    records = []
  }
}

function attributeOf(value: string | undefined): Uint8Array | null {
  return value === undefined ? null : Buffer.from(value, 'latin1')
}

/** The sizes of a few thousand archives of this size still add up to an exact number. */
const MOST_SPARSE = 2 ** 43

interface Stored {
  readonly flag: string
  readonly records: Records
  /** Bytes in the archive. */
  readonly stored: number
}

/**
 * Reads the map of a sparse file; `null` for other files. It calls `took` with the number of stored bytes that are the
 * map.
 */
async function sparseOf(
  header: Uint8Array,
  { flag, records, stored }: Stored,
  source: ByteSource,
  took: (bytes: number) => void,
): Promise<Sparse | null> {
  if (flag === OLD_GNU) {
    const { numbers, size } = await readOldMap(header, () => source.exactly(BLOCK), number)
    return sparseFile(null, size, numbers, stored)
  }
  const said = typeOf(flag, '') === 'file' ? sparseRecords(records) : null
  if (said === null) return null
  const { name, size } = said
  if (said.map !== null) return sparseFile(name, size, said.map, stored)
  let left = stored
  const { numbers, bytes } = await readMap(async () => {
    if (left < BLOCK) return null
    left -= BLOCK
    return source.exactly(BLOCK)
  })
  took(bytes)
  return sparseFile(name, size, numbers, stored - bytes)
}

async function headerContent(source: ByteSource, size: number): Promise<Buffer> {
  if (size > MAX_HEADER) throw new TarError('it has a name of more than 1 MiB')
  const bytes = await source.exactly(size)
  const content = Buffer.from(bytes)
  await source.exactly(padding(size))
  return content
}

function contentSize(flag: string, paxSize: string | undefined, written: number): number {
  // Links, devices and directories have no content, whatever their size field says.
  if (typeOf(flag, '') !== 'file') return 0
  if (paxSize === undefined) return written
  if (!/^\d{1,15}$/.test(paxSize)) throw new TarError('it has a malformed size')
  return Number(paxSize)
}

/** An owner. A value that is no number counts as root: most readers of an archive have no use for owners. */
function idOf(record: string | undefined, header: Uint8Array, offset: number): number {
  if (record !== undefined) return /^\d{1,10}$/.test(record) ? Number(record) : 0
  const digits = text(header, offset, 8).trim()
  if (/^[0-7]+$/.test(digits)) return Number.parseInt(digits, 8)
  const field = header.subarray(offset, offset + 8)
  return field[0] === 0x80 ? Buffer.from(field).readUInt32BE(4) : 0
}

function typeOf(flag: string, name: string): TarEntry['type'] {
  switch (flag) {
    case '0':
    case '7':
    case OLD_GNU:
      return 'file'
    case '\0':
      return name.endsWith('/') ? 'directory' : 'file'
    case '1':
      return 'hard link'
    case '2':
      return 'symlink'
    case '5':
      return 'directory'
    default:
      return 'other'
  }
}

function shortName(header: Uint8Array): string {
  const name = text(header, 0, 100)
  const ustar = text(header, 257, 6) === 'ustar'
  const prefix = ustar ? text(header, 345, 155) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

function text(header: Uint8Array, offset: number, length: number): string {
  return untilNul(Buffer.from(header.subarray(offset, offset + length)).toString('utf8'))
}

function untilNul(value: string): string {
  const end = value.indexOf('\0')
  return end < 0 ? value : value.slice(0, end)
}

/** Reads an octal number, or GNU's base-256 if the first bit is set. */
function number(header: Uint8Array, offset: number, length: number): number {
  const field = header.subarray(offset, offset + length)
  let value = 0
  if (((field[0] ?? 0) & 0x80) !== 0) {
    if (field[0] !== 0x80) throw new TarError('it has a malformed number')
    for (const byte of field.subarray(1)) value = value * 256 + byte
  } else {
    const digits = text(header, offset, length).trim()
    if (!/^[0-7]*$/.test(digits)) throw new TarError('it has a malformed number')
    value = Number.parseInt(digits || '0', 8)
  }
  if (!Number.isSafeInteger(value)) throw new TarError('it has a malformed number')
  return value
}

function checksumHolds(header: Uint8Array): boolean {
  let sum = 0
  for (let index = 0; index < BLOCK; index += 1)
    sum += index >= 148 && index < 156 ? 0x20 : (header[index] ?? 0)
  const digits = text(header, 148, 8).trim()
  return /^[0-7]+$/.test(digits) && Number.parseInt(digits, 8) === sum
}

function isZero(block: Uint8Array): boolean {
  return block.every(byte => byte === 0)
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}
