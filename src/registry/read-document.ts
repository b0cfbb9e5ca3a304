import type { Digest } from '../weigh-in/digest.ts'
import { digestOf } from '../image/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import type { Call, Conversation } from './conversation.ts'
import type { Exchange } from './exchange.ts'
import { unusable } from './registry-error.ts'

/** A manifest, an index or a config, whole. */
export interface ReadDocument {
  readonly digest: Digest
  readonly bytes: Uint8Array
}

/**
 * Asks for a document and computes its digest; `null` where the answer, which comes with it, is not 200.
 *
 * @throws Failure `registry` where it is larger than any document is
 */
export async function readDocument(
  { ask }: Pick<Conversation, 'ask'>,
  call: Omit<Call, 'method'>,
): Promise<{ readonly document: ReadDocument | null; readonly answer: Exchange }> {
  const body = collector(MAX_DOCUMENT)
  // What is compressed on the way would be more than its descriptor says.
  const headers = { ...call.headers, 'accept-encoding': 'identity' }
  const answer = await ask({
    ...call,
    method: 'GET',
    headers,
    receive: { bytes: MAX_DOCUMENT, take: body.take },
  })
  if (answer.status !== 200) return { document: null, answer }
  const bytes = body.bytes()
  if (bytes === null) throw unusable(call.deed, answer, `is larger than ${MAX_DOCUMENT} bytes`)
  return { document: { digest: digestOf(bytes), bytes }, answer }
}

/** Keeps what one try brings, in place of what the one before it brought. */
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
