import type { Blob } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { announcedDigest } from './announced-digest.ts'
import { mountBlob, putBlob, startUpload } from './distribution.ts'
import type { Operation } from './operation.ts'
import { refused, unusable } from './registry-error.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse } from './send.ts'
import type { Transport } from './transport.ts'

/**
 * Stores a blob: mounts it where another repository has it, else uploads it by `POST` and one `PUT`. An upload that broke off is not
 * taken up again: each try begins anew.
 *
 * @throws Failure `registry`
 */
export async function uploadBlob(
  transport: Transport,
  operation: Operation,
  blob: Blob,
  mountFrom: string | null,
): Promise<void> {
  // Only the last request's success means that the blob is stored.
  let last: HttpResponse['method'] = 'PUT'
  const response = await retryOperation(transport.registry, operation, async () => {
    const mount = mountFrom === null ? null : await mountBlob(transport, operation, blob.digest, mountFrom)
    if (mount?.status === 201) {
      last = 'POST'
      return mount
    }
    // A registry may refuse to mount what it would take as an upload: ggcr#1404, ggcr#1679.
    const begun = mount?.status === 202 ? mount : await startUpload(transport, operation)
    if (begun.status !== 202) return begun
    return putBlob(transport, operation, transport.locate(operation, begun), blob)
  })
  ensureStored(operation, response, last, blob.digest)
}

/** @throws Failure `registry` where the response to the request that stores is no success, or is about something else */
export function ensureStored(
  operation: Operation,
  response: HttpResponse,
  method: HttpResponse['method'],
  digest: Digest,
): void {
  // 204 is what the docker spec had; a storage service answers 200.
  if (response.method !== method || response.status < 200 || response.status > 204)
    throw refused(operation, response)
  const said = announcedDigest(response)
  if (said !== null && said !== digest)
    throw unusable(operation, response, `says that it stored ${said} instead`)
}
