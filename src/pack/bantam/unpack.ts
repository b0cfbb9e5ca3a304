import type { Unpacked } from '../packer.ts'
import { BrokenStream } from './byte-reader.ts'
import { FORMAT_VERSION, payloadVersion, readContainer } from './container.ts'
import { decodeParts } from './decode-parts.ts'
import { decompressStream } from './frame.ts'
import { findPayload } from './packed-elf.ts'
import { TEXT_CODECS, type TextCodecs } from './text-codecs.ts'

/** The same as for a file that UPX packed. */
const MAX_BYTES = 1_000_000_000

/** Recovers what was packed, from a file that may come from anywhere. Nothing of it is run. */
export function unpackBytes(
  packed: Uint8Array,
  maxBytes = MAX_BYTES,
  codecs: TextCodecs = TEXT_CODECS,
): Unpacked {
  const payload = findPayload(packed)
  if (payload === null) return { why: 'it was not packed by Bantam' }
  const version = payloadVersion(payload)
  if (version !== FORMAT_VERSION)
    return {
      why: `it was packed in version ${version} of the format, and this Bantam reads version ${FORMAT_VERSION}`,
    }
  try {
    const { streams, ...container } = readContainer(payload)
    if (container.linkedSize > maxBytes)
      return { why: `it unpacks to ${container.linkedSize} bytes, and the limit is ${maxBytes}` }
    return { linked: decodeParts({ ...container, streams: streams.map(decompressStream) }, codecs) }
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error
    return { why: `it was packed by Bantam and damaged or changed afterwards: ${error.message}` }
  }
}
