import type { Digest } from '../weigh-in/digest.ts'
import { digestOf } from '../image/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import type { Operation } from './operation.ts'
import { unusable } from './registry-error.ts'
import type { Registry } from './registry.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse, Receive } from './send.ts'

/** A complete manifest, index or config. */
export interface ReadDocument {
  readonly digest: Digest
  readonly bytes: Uint8Array
}

/** The response for a tag or digest; without a document if the status is not 200. */
export interface DocumentResponse {
  readonly document: ReadDocument | null
  readonly response: HttpResponse
}

/**
 * Gets a document, and computes its digest from its bytes.
 *
 * @param get one of the endpoints that return a document
 * @throws Failure `registry` if it is larger than any real document
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

/** Keeps the body of the current try, and drops the one of the previous try. */
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
    /** `null` if there were more bytes than allowed. */
    bytes: () => (size > maxBytes ? null : Buffer.concat(chunks)),
  }
}
