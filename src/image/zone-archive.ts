import { inflateRawSync } from 'node:zlib'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import type { ZoneFile } from './zones.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** A limit; the largest zone has 4 kB. */
const LARGEST_ZONE = 1_000_000

/**
 * Reads Go's `lib/time/zoneinfo.zip` through its central directory. The text of a problem continues a sentence that
 * begins with the file's name.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readZoneArchive(bytes: Uint8Array): Parsed<readonly ZoneFile[]> {
  try {
    return parsed(readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  } catch {
    return problem('is not a zip archive of time zones, or is damaged')
  }
}

/** Reads the entries. An offset beyond the end of the file throws. */
function readEntries(zip: Buffer): readonly ZoneFile[] {
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  const zones: ZoneFile[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('no entry')
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (/^(?:[A-Za-z0-9_+-]+\/)*[A-Za-z0-9_+-]+$/.test(name)) zones.push({ name, bytes: contentOf(zip, at) })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zones
}

function findEnd(zip: Buffer): number {
  // A comment could follow this record; Go's archive has none.
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at
  throw new RangeError('no end')
}

function contentOf(zip: Buffer, entry: number): Uint8Array {
  const method = zip.readUInt16LE(entry + 10)
  const stored = zip.readUInt32LE(entry + 20)
  const header = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(header) !== LOCAL_HEADER) throw new RangeError('no header')
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const bytes = zip.subarray(start, start + stored)
  if (bytes.length !== stored) throw new RangeError('cut short')
  if (method === 0) return bytes
  if (method !== 8) throw new RangeError('an unknown method')
  return inflateRawSync(bytes, { maxOutputLength: LARGEST_ZONE })
}
