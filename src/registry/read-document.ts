import type { Digest } from '../weigh-in/digest.ts'
import { digestOf } from '../image/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import type { Operation } from './operation.ts'
import { unusable } from './registry-error.ts'
import type { Registry } from './registry.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse, Receive } from './send.ts'

/** A manifest, an index or a config, whole. */
export interface ReadDocument {
  readonly digest: Digest
  readonly bytes: Uint8Array
}

/** What a tag or digest was answered; without a document where the status is not 200. */
export interface DocumentResponse {
  readonly document: ReadDocument | null
  readonly response: HttpResponse
}

/**
 * Gets a document, and computes its digest from its bytes.
 *
 * @param get one of the verbs that gets something
 * @throws Failure `registry` where it is larger than any document is
 */
export async function readDocument(
  registry: Registry,
  operation: Operation,
  get: (receive: Receive) => Promise<HttpResponse>,
): Promise<DocumentResponse> {
  const body = collector(MAX_DOCUMENT)
  const response = await retryOperation(registry, operation, () =>
    get({ bytes: MAX_DOCUMENT, take: body.take }),
  )
  if (response.status !== 200) return { document: null, response }
  const bytes = body.bytes()
  if (bytes === null) throw unusable(operation, response, `is larger than ${MAX_DOCUMENT} bytes`)
  return { document: { digest: digestOf(bytes), bytes }, response }
}

/** Keeps the body of one try, in place of that of the one before. */
function collector(maxBytes: number) {
  let chunks: Uint8Array[] = []
  let size = 0
  return {
    take: async (body: AsyncIterable<Uint8Array>) => {
      chunks = []
      size = 0
      for await (const chunk of body) {
        size += chunk.length
        if (size > maxBytes) return
        chunks.push(chunk)
      }
    },
    /** `null`: there were more. */
    bytes: () => (size > maxBytes ? null : Buffer.concat(chunks)),
  }
}
