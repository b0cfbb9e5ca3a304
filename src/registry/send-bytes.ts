import type { StoredBlob } from '../image/blob.ts'
import { descriptorOf } from '../image/digest.ts'
import { type Chunk, finishUpload, patchBlob, putBlob } from './distribution.ts'
import type { Operation } from './operation.ts'
import { unusable } from './registry-error.ts'
import type { HttpResponse } from './send.ts'
import type { Transport } from './transport.ts'

/**
 * Sends the bytes of a blob to where its upload began: with one `PUT`, or, if the blob is larger than `chunkSize`, with a
 * `PATCH` for each chunk and a `PUT` without bytes.
 *
 * @returns the response of the last request that was sent
 */
export async function sendBytes(
  transport: Transport,
  operation: Operation,
  begun: HttpResponse,
  blob: StoredBlob,
  chunkSize: number,
): Promise<HttpResponse> {
  const { size } = descriptorOf(blob)
  let location = transport.locate(operation, begun)
  if (size <= chunkSize) return putBlob(transport, operation, location, blob)
  for (let at = 0; at < size; at += chunkSize) {
    const end = Math.min(at + chunkSize, size)
    const response = await patchBlob(transport, operation, location, chunkOf(blob, at, end))
    if (!CONTINUES.has(response.status)) return response
    const received = receivedBytes(response)
    if (received !== null && received < end)
      throw unusable(operation, response, `says that ${received} of the ${end} bytes before it arrived`)
    location = transport.locate(operation, response)
  }
  return finishUpload(transport, operation, location, blob.digest)
}

/** The specification says 202. ECR answers 201. */
const CONTINUES: ReadonlySet<number> = new Set([201, 202, 204])

/** Whether a response says that a request of an upload had too many bytes. GHCR says it with 416, and only of a chunk. */
export function isTooLarge({ method, status }: Pick<HttpResponse, 'method' | 'status'>): boolean {
  return (
    (status === 413 && (method === 'PUT' || method === 'PATCH')) || (status === 416 && method === 'PATCH')
  )
}

function chunkOf(blob: StoredBlob, at: number, end: number): Chunk {
  if ('bytes' in blob) return { at, body: blob.bytes.subarray(at, end) }
  return { at, body: { file: blob.file, offset: blob.offset + at, size: end - at } }
}

/**
 * `Range: 0-<last>`. ECR takes every chunk, and keeps only the first: aws/containers-roadmap#2831. `null` if it cannot be
 * read.
 */
function receivedBytes({ headers }: HttpResponse): number | null {
  const last = /^(?:bytes=)?0-(\d{1,15})$/.exec(headers.get('range') ?? '')?.[1]
  return last === undefined ? null : Number(last) + 1
}
