import type { HttpResponse } from './send.ts'

/** How much of a blob goes into one request. */
export interface ChunkSize {
  readonly bytes: number
  /** The least that the registry takes in one request, except in the last of a blob. */
  readonly least: number
}

/**
 * How much of a blob one registry takes in one request, as far as this run has learned. The first refusal teaches it, and
 * later uploads of the session keep to it.
 */
export interface ChunkLimit {
  /** The size for a blob, and for the response that began its upload. */
  readonly sizeFor: (blobSize: number, begun: Pick<HttpResponse, 'headers'>) => ChunkSize
  /** Learns that a request was too large; returns whether there is a smaller size to try. */
  readonly lower: (tooLarge: ChunkSize) => boolean
}

/**
 * Each is a step below a known limit of a request: Cloudflare 100 MB, a part in ECR 10 MiB, a chunk in GHCR 4 MiB, and
 * nginx 1 MiB unless it is configured.
 */
const SIZES = [50_000_000, 10_000_000, 4_000_000, 1_000_000] as const

const MOST_LOWERED = 2 * SIZES.length

export function chunkLimit(): ChunkLimit {
  let limit = Infinity
  // A registry that asks for a little less each time must not keep a run busy.
  let left = MOST_LOWERED
  return {
    sizeFor(blobSize, { headers }) {
      const said = Number(headers.get('oci-chunk-min-length') ?? 0)
      const least = Number.isSafeInteger(said) && said > 0 ? said : 0
      return { bytes: Math.min(blobSize, Math.max(limit, least)), least }
    },
    lower({ bytes, least }) {
      const smaller = SIZES.find(size => size < bytes)
      if (smaller === undefined || least >= bytes) return false
      const next = Math.max(smaller, least)
      // Another upload may have learned of a lower one already.
      if (next >= limit) return true
      if (left === 0) return false
      left -= 1
      limit = next
      return true
    },
  }
}
