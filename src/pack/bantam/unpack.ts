import { isDeepStrictEqual } from 'node:util'
import type { Unpacked } from '../packer.ts'
import { BrokenStream } from './streams/byte-reader.ts'
import { FORMAT_VERSION, payloadSize, payloadVersion, readContainer } from './file/container.ts'
import { decodeParts } from './decode-parts.ts'
import { decompressStream } from './streams/frame.ts'
import { type Inner, splitInner } from './file/inner.ts'
import { isKnownLoader } from './loaders.ts'
import { findLoader, findPayload } from './file/packed-elf.ts'
import type { Payload } from './file/payload.ts'
import { TEXT_CODECS, type TextCodecs } from './text-codecs.ts'
import { wrap } from './wrap.ts'

/** The same as for a file that UPX packed. */
const MAX_BYTES = 1_000_000_000

export interface Unpacking {
  /** Of the linked file. */
  readonly maxBytes?: number
  readonly codecs?: TextCodecs
  /** Which code may be the loader. */
  readonly isLoader?: (code: Uint8Array) => boolean
}

/**
 * Recovers what was packed, from a file that may come from anywhere. Nothing of it is run. The packed file is exactly
 * what this packer makes of the linked file and the payload, with a loader that is known. So what runs is what was recovered.
 */
export function unpackBytes(
  packed: Uint8Array,
  { maxBytes = MAX_BYTES, codecs = TEXT_CODECS, isLoader = isKnownLoader }: Unpacking = {},
): Unpacked {
  const found = findPayload(packed)
  if (found === null) return { why: 'it was not packed by Bantam' }
  const version = payloadVersion(found)
  if (version !== FORMAT_VERSION)
    return {
      why: `it was packed in version ${version} of the format, and this Bantam reads version ${FORMAT_VERSION}`,
    }
  const code = findLoader(packed)
  if (!isLoader(code))
    return { why: 'it was packed by a version of Bantam that this one does not know, or changed afterwards' }
  try {
    const payload = readContainer(found)
    const { linkedSize, streams } = payload
    if (linkedSize > maxBytes)
      return { why: `it unpacks to ${linkedSize} bytes, and the limit is ${maxBytes}` }
    const linked = decodeParts({ ...payload, streams: streams.map(decompressStream) }, codecs)
    const inner = splitInner(linked)
    if ('why' in inner) throw new BrokenStream(`what was packed cannot be packed: ${inner.why}`)
    if (!isAsLoaded(inner, payload))
      throw new BrokenStream('it loads something else than the headers of the linked file say')
    const same = wrap(inner, { code }, found.subarray(0, payloadSize(found)))
    if (Buffer.compare(same, packed) !== 0) throw new BrokenStream('it has bytes that no packer wrote')
    return { linked }
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error
    return { why: `it was packed by Bantam and damaged or changed afterwards: ${error.message}` }
  }
}

/** A loader goes by the payload's word alone, and whoever looks at the linked file by that of its headers. */
function isAsLoaded(inner: Inner, payload: Payload): boolean {
  return (
    inner.elf.machine === payload.machine &&
    inner.elf.entry === payload.entry &&
    inner.programHeaders === payload.programHeaders &&
    inner.programHeaderCount === payload.programHeaderCount &&
    isDeepStrictEqual(inner.segments, payload.segments)
  )
}
