import type { Extent } from './extents.ts'
import type { Pclntab } from './pclntab.ts'
import type { Claim } from './share.ts'
import { words } from './words.ts'

const PACKAGE = 'time/tzdata'
const END = Buffer.from('PK\x05\x06', 'latin1')
const END_SIZE = 22
const FILE = Buffer.from('PK\x03\x04', 'latin1')
const ZONE = Buffer.from('Africa/Abidjan')
/** A limit far above the number of zip archives in real programs. */
const MAX_ARCHIVES = 100

/**
 * Finds the time zones of `time/tzdata`, a zip archive in one string constant. No variable points to a constant, but
 * the end of the archive contains its length. https://go.dev/src/time/tzdata/tzdata.go
 */
export function timeZoneClaims(
  bytes: Uint8Array,
  extents: readonly Extent[],
  { names }: Pick<Pclntab, 'names'>,
): readonly Claim[] {
  const functions = Buffer.from(names.buffer, names.byteOffset, names.byteLength)
  if (!functions.includes(`${PACKAGE}.`)) return []
  let left = MAX_ARCHIVES
  for (const extent of extents.filter(({ role }) => role === 'data')) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + extent.start, extent.end - extent.start)
    for (let at = content.indexOf(END); at !== -1 && left > 0; at = content.indexOf(END, at + 1), left--) {
      const start = startOfArchive(content, at)
      if (start === null || !content.subarray(start, at).includes(ZONE)) continue
      return [
        {
          start: extent.start + start,
          end: extent.start + at + END_SIZE,
          shares: [],
          rest: { package: PACKAGE, kind: 'embed', name: 'zoneinfo.zip' },
        },
      ]
    }
  }
  return []
}

/**
 * Finds the start by the record that ends an archive without a comment.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.16)
 */
function startOfArchive(content: Buffer, at: number): number | null {
  if (at + END_SIZE > content.length) return null
  const record = words(content.subarray(at, at + END_SIZE), 4, true)
  const start = at - record.u32(12) - record.u32(16)
  return start >= 0 && record.u16(20) === 0 && content.subarray(start, start + FILE.length).equals(FILE)
    ? start
    : null
}
