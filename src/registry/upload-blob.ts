import { Failure } from '../failure.ts'
import type { StoredBlob } from '../image/blob.ts'
import { descriptorOf } from '../image/digest.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { announcedDigest } from './announced-digest.ts'
import type { ChunkLimit, ChunkSize } from './chunk-limit.ts'
import { mountBlob, startUpload } from './distribution.ts'
import type { Operation } from './operation.ts'
import { refused, unusable } from './registry-error.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse } from './send.ts'
import { isTooLarge, sendBytes } from './send-bytes.ts'
import type { Transport } from './transport.ts'

/**
 * Stores a blob: mounts it if another repository has it, otherwise uploads it with `POST` and one `PUT`. If that is more
 * than the registry, or a proxy before it, takes in one request, it is uploaded in chunks. An upload that broke off is
 * not resumed; each try starts from the beginning.
 *
 * @throws Failure `registry`
 */
export async function uploadBlob(
  transport: Transport,
  operation: Operation,
  blob: StoredBlob,
  mountFrom: string | null,
  limit: ChunkLimit,
): Promise<void> {
  for (;;) {
    let chunk: ChunkSize = { bytes: Infinity, least: 0 }
    // The blob is stored only if the last request succeeds.
    let last: HttpResponse['method'] = 'PUT'
    const response = await retryOperation(transport.registry, operation, async () => {
      const mount = mountFrom === null ? null : await tryMount(transport, operation, blob.digest, mountFrom)
      if (mount?.status === 201) {
        last = 'POST'
        return mount
      }
      // A registry may refuse to mount a blob that it would accept as an upload: ggcr#1404, ggcr#1679.
      const begun = mount?.status === 202 ? mount : await startUpload(transport, operation)
      if (begun.status !== 202) return begun
      chunk = limit.sizeFor(descriptorOf(blob).size, begun)
      return sendBytes(transport, operation, begun, blob, chunk.bytes)
    })
    if (isTooLarge(response) && limit.lower(chunk)) continue
    return ensureStored(operation, response, last, blob.digest)
  }
}

/** A token server may refuse a token for the other repository, whose blob can be uploaded all the same. */
async function tryMount(
  transport: Transport,
  operation: Operation,
  digest: Digest,
  from: string,
): Promise<HttpResponse | null> {
  try {
    return await mountBlob(transport, operation, digest, from)
  } catch (cause) {
    if (cause instanceof Failure) return null
    throw cause
  }
}

/**
 * @throws Failure `registry` if the response to the request that stores the blob is not a success, or is about another
 * blob
 */
export function ensureStored(
  operation: Operation,
  response: HttpResponse,
  method: HttpResponse['method'],
  digest: Digest,
): void {
  // 204 comes from Docker's older specification. A storage service answers 200.
  if (response.method !== method || response.status < 200 || response.status > 204)
    throw refused(operation, response)
  const said = announcedDigest(response)
  if (said !== null && said !== digest)
    throw unusable(operation, response, `says that it stored ${said} instead`)
}
