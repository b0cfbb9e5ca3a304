/** One entry of a tar archive, its names as they are written there: nothing has judged them yet. */
export interface TarEntry {
  readonly name: string
  readonly type: 'file' | 'directory' | 'symlink' | 'hard link' | 'other'
  /** Permission bits. */
  readonly mode: number
  /** Of the content, bytes. */
  readonly size: number
  /** Where the content begins in the archive, uncompressed. */
  readonly offset: number
  /** Of a symlink or hard link. */
  readonly linkTarget: string
  /** The content; what is not read is skipped. */
  readonly content: () => AsyncGenerator<Uint8Array>
}

/** Not a tar archive, one that breaks off, or one beyond the bounds. The message ends a sentence. */
export class TarError extends Error {}

export interface TarBounds {
  readonly maxEntries: number
  /** Of the whole archive, uncompressed. */
  readonly maxBytes: number
}

const BLOCK = 512
/** GNU long names and pax records; anything longer is no path. */
const MAX_HEADER = 1024 * 1024

/** Reads ustar, pax and GNU archives. https://www.gnu.org/software/tar/manual/html_node/Standard.html */
export async function* tarEntries(
  archive: AsyncIterable<Uint8Array>,
  { maxEntries, maxBytes }: TarBounds,
): AsyncGenerator<TarEntry> {
  const source = byteSource(archive, maxBytes)
  try {
    yield* entriesOf(source, maxEntries)
  } finally {
    await source.close()
  }
}

async function* entriesOf(source: ByteSource, maxEntries: number): AsyncGenerator<TarEntry> {
  let longName: string | null = null
  let longTarget: string | null = null
  let records: ReadonlyMap<string, string> = new Map()
  for (let entries = 0; ;) {
    const header = await source.exactly(BLOCK)
    if (isZero(header)) return source.drain()
    if (!checksumHolds(header)) throw new TarError('it is not a tar archive, or damaged')
    const flag = String.fromCharCode(header[156] ?? 0)
    const written = number(header, 124, 12)
    if (flag === 'L' || flag === 'K' || flag === 'x' || flag === 'g') {
      const text = await headerText(source, written)
      if (flag === 'L') longName = untilNul(text)
      if (flag === 'K') longTarget = untilNul(text)
      if (flag === 'x') records = paxRecords(text)
      continue
    }
    entries += 1
    if (entries > maxEntries) throw new TarError(`it holds more than ${maxEntries} entries`)
    const size = contentSize(flag, records.get('size'), written)
    let left = size
    yield {
      name: records.get('path') ?? longName ?? shortName(header),
      type: typeOf(flag, longName ?? shortName(header)),
      mode: number(header, 100, 8) & 0o7777,
      size,
      offset: source.position(),
      linkTarget: records.get('linkpath') ?? longTarget ?? text(header, 157, 100),
      content: async function* () {
        while (left > 0) {
          const chunk = await source.upTo(left)
          left -= chunk.length
          yield chunk
        }
      },
    }
    while (left > 0) left -= (await source.upTo(left)).length
    await source.exactly(padding(size))
    longName = null
    longTarget = null
    records = new Map()
  }
}

interface ByteSource {
  /** Bytes that were given out so far. */
  position(): number
  exactly(length: number): Promise<Uint8Array>
  /** At least one byte, at most `length`. */
  upTo(length: number): Promise<Uint8Array>
  /** Reads on to the end, where a compressed stream has its checksum. */
  drain(): Promise<void>
  close(): Promise<void>
}

function byteSource(archive: AsyncIterable<Uint8Array>, maxBytes: number): ByteSource {
  const chunks = archive[Symbol.asyncIterator]()
  let chunk: Uint8Array = new Uint8Array(0)
  let total = 0
  const fill = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await chunks.next()
      if (next.done === true) return false
      chunk = next.value
      total += chunk.length
      if (total > maxBytes) throw new TarError(`it unpacks to more than ${maxBytes} bytes`)
    }
    return true
  }
  const upTo = async (length: number): Promise<Uint8Array> => {
    if (!(await fill())) throw new TarError('it breaks off in the middle')
    const taken = chunk.subarray(0, length)
    chunk = chunk.subarray(taken.length)
    return taken
  }
  return {
    position: () => total - chunk.length,
    upTo,
    exactly: async length => {
      if (length === 0) return new Uint8Array(0)
      const first = await upTo(length)
      if (first.length === length) return first
      const whole = new Uint8Array(length)
      whole.set(first)
      for (let filled = first.length; filled < length;) {
        const more = await upTo(length - filled)
        whole.set(more, filled)
        filled += more.length
      }
      return whole
    },
    drain: async () => {
      while (await fill()) chunk = new Uint8Array(0)
    },
    close: async () => void (await chunks.return?.()),
  }
}

async function headerText(source: ByteSource, size: number): Promise<string> {
  if (size > MAX_HEADER) throw new TarError('it has a name of more than 1 MiB')
  const bytes = await source.exactly(size)
  const content = Buffer.from(bytes).toString('utf8')
  await source.exactly(padding(size))
  return content
}

/** `length key=value\n`, the length counting itself. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
function paxRecords(text: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(text, 'utf8')
  const records = new Map<string, string>()
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at)
    const digits = bytes.toString('latin1', at, space < 0 ? at : Math.min(space, at + 20))
    const length = /^[1-9]\d*$/.test(digits) ? Number(digits) : 0
    const record = bytes.toString('utf8', space + 1, at + length)
    const equals = record.indexOf('=')
    if (at + length > bytes.length || length <= digits.length + 1 || equals < 1 || !record.endsWith('\n'))
      throw new TarError('it has a malformed pax record')
    records.set(record.slice(0, equals), record.slice(equals + 1, -1))
    at += length
  }
  return records
}

function contentSize(flag: string, paxSize: string | undefined, written: number): number {
  // Links, devices and directories have no content, whatever their size field says.
  if (typeOf(flag, '') !== 'file') return 0
  if (paxSize === undefined) return written
  if (!/^\d{1,15}$/.test(paxSize)) throw new TarError('it has a malformed size')
  return Number(paxSize)
}

function typeOf(flag: string, name: string): TarEntry['type'] {
  switch (flag) {
    case '0':
    case '7':
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

/** Octal, or GNU's base-256 where the first bit is set. */
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
