import { promisify } from 'node:util'
import { gunzip, zstdDecompress } from 'node:zlib'
import type { Blob } from './blob.ts'
import { ZSTD_MEDIA_TYPE } from './compress.ts'
import type { Entry } from './entry.ts'
import { CAPABILITIES_RECORD, readCapabilities } from './file-capabilities.ts'

const BLOCK = 512
const NEWLINE = 0x0a

/**
 * Reads the entries of a layer that `makeLayer` made from its bytes: ustar with the PAX records that Bantam writes.
 *
 * @throws RangeError for any other content.
 */
export async function readLayer({ bytes, mediaType }: Blob): Promise<readonly Entry[]> {
  const decompress = mediaType === ZSTD_MEDIA_TYPE ? promisify(zstdDecompress) : promisify(gunzip)
  return [...readTar(await decompress(bytes))]
}

/** Reads the entries of a tar that `tarChunks` made. */
export function* readTar(tar: Buffer): Generator<Entry> {
  let records: Records = new Map()
  for (let at = 0; ;) {
    const header = tar.subarray(at, at + BLOCK)
    if (header.length < BLOCK) throw new RangeError('the tar ends without its two zero blocks')
    if (header.every(byte => byte === 0)) return
    checkSum(header)
    const size = decimal(records, 'size') ?? octal(header, 124, 12)
    const content = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (content.length < size) throw new RangeError('the tar ends inside a file')
    const isRecords = text(header, 156, 1) === 'x'
    if (!isRecords) yield entryOf(header, records, content)
    records = isRecords ? readRecords(content) : new Map()
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

function entryOf(header: Buffer, records: Records, content: Buffer): Entry {
  const prefix = text(header, 345, 155)
  const name = textOf(records, 'path') ?? `${prefix === '' ? '' : `${prefix}/`}${text(header, 0, 100)}`
  const owned = {
    path: `/${name.replace(/\/$/, '')}`,
    mode: octal(header, 100, 8),
    uid: decimal(records, 'uid') ?? octal(header, 108, 8),
    gid: decimal(records, 'gid') ?? octal(header, 116, 8),
  }
  const type = text(header, 156, 1)
  switch (type) {
    case '0':
      return { kind: 'file', ...owned, bytes: content, ...capabilitiesOf(records) }
    case '2':
      return { kind: 'symlink', ...owned, target: textOf(records, 'linkpath') ?? text(header, 157, 100) }
    case '5':
      return { kind: 'directory', ...owned }
    default:
      throw new RangeError(`an entry of the tar is of type ${JSON.stringify(type)}`)
  }
}

/** An extended attribute is no text, so that the values are bytes. */
type Records = ReadonlyMap<string, Buffer>

function textOf(records: Records, key: string): string | undefined {
  return records.get(key)?.toString()
}

function capabilitiesOf(records: Records): Pick<Extract<Entry, { kind: 'file' }>, 'capabilities'> {
  const bytes = records.get(CAPABILITIES_RECORD)
  if (bytes === undefined) return {}
  const capabilities = readCapabilities(bytes)
  if (capabilities === null) throw new RangeError('the tar has capabilities that are none')
  return { capabilities }
}

/** Reads records of the form `LENGTH KEY=VALUE\n`. */
function readRecords(content: Buffer): Records {
  const records = new Map<string, Buffer>()
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(' ', at)
    const length = Number(content.toString('latin1', at, space))
    const isWhole = Number.isInteger(length) && length > space - at && content[at + length - 1] === NEWLINE
    if (space < 0 || !isWhole) throw new RangeError('a PAX record of the tar has a wrong length')
    const record = content.subarray(space + 1, at + length - 1)
    const equals = record.indexOf('=')
    records.set(record.toString('utf8', 0, Math.max(equals, 0)), record.subarray(equals + 1))
    at += length
  }
  return records
}

function checkSum(header: Buffer): void {
  const sum = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
  if (sum !== octal(header, 148, 8)) throw new RangeError('a header of the tar has a wrong checksum')
}

function text(header: Buffer, at: number, length: number): string {
  return header.toString('utf8', at, at + length).replace(/\0.*$/s, '')
}

function octal(header: Buffer, at: number, length: number): number {
  const digits = text(header, at, length).trim()
  if (!/^[0-7]+$/.test(digits))
    throw new RangeError('a header of the tar has a field that is not an octal number')
  return Number.parseInt(digits, 8)
}

function decimal(records: Records, key: string): number | null {
  const digits = textOf(records, key)
  if (digits === undefined) return null
  // A negative size would move the reader backwards, into an endless loop.
  if (!/^\d{1,15}$/.test(digits))
    throw new RangeError(`a PAX record of the tar has a ${key} that is not a number`)
  return Number(digits)
}
