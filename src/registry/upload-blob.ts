import { Failure } from '../failure.ts'
import type { StoredBlob } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { announcedDigest } from './announced-digest.ts'
import { mountBlob, putBlob, startUpload } from './distribution.ts'
import type { Operation } from './operation.ts'
import { refused, unusable } from './registry-error.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse } from './send.ts'
import type { Transport } from './transport.ts'

/**
 * Stores a blob: mounts it if another repository has it, otherwise uploads it with `POST` and one `PUT`. An upload that
 * broke off is not resumed; each try starts from the beginning.
 *
 * @throws Failure `registry`
 */
export async function uploadBlob(
  transport: Transport,
  operation: Operation,
  blob: StoredBlob,
  mountFrom: string | null,
): Promise<void> {
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
    return putBlob(transport, operation, transport.locate(operation, begun), blob)
  })
  ensureStored(operation, response, last, blob.digest)
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
