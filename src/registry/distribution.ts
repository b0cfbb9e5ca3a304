import type { Blob, StoredBlob } from '../image/blob.ts'
import type { FilePart } from '../image/file-part.ts'
import { INDEX_MEDIA_TYPE, MANIFEST_MEDIA_TYPE } from '../image/media-types.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Operation } from './operation.ts'
import type { HttpRequest, HttpResponse, Receive } from './send.ts'
import type { RegistryRequest, Transport } from './transport.ts'

// The endpoints of the distribution specification that Bantam uses to push and to pull. Each sends one request, and
// returns the response whatever its status. The caller decides what a status means if a registry does not follow the
// specification. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints

/** The types of everything that a tag may refer to, for `Accept`. */
const MANIFESTS = [
  MANIFEST_MEDIA_TYPE,
  INDEX_MEDIA_TYPE,
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ')

/** A body that is compressed for the transfer would not match its descriptor. */
const AS_IT_IS = { 'accept-encoding': 'identity' }

/** `HEAD /v2/<name>/blobs/<digest>` (end-2): 200 if it exists, 404 if not. */
export function checkBlob(transport: Transport, operation: Operation, digest: Digest): Promise<HttpResponse> {
  return transport.request(to(transport, operation, 'HEAD', `blobs/${digest}`))
}

/**
 * `GET /v2/<name>/blobs/<digest>` (end-2): 200 with its bytes, 404 if it does not exist. Often a redirect to a storage
 * service.
 */
export function getBlob(
  transport: Transport,
  operation: Operation,
  digest: Digest,
  receive: Receive,
): Promise<HttpResponse> {
  const headers = { accept: 'application/octet-stream, */*', ...AS_IT_IS }
  return transport.request({ ...to(transport, operation, 'GET', `blobs/${digest}`), headers, receive })
}

/**
 * `HEAD /v2/<name>/manifests/<reference>` (end-3): 200 with `Docker-Content-Digest`, which may be missing; 404 if it
 * does not exist.
 */
export function checkManifest(
  transport: Transport,
  operation: Operation,
  reference: string,
): Promise<HttpResponse> {
  const headers = { accept: MANIFESTS }
  return transport.request({ ...to(transport, operation, 'HEAD', `manifests/${reference}`), headers })
}

/** `GET /v2/<name>/manifests/<reference>` (end-3): 200 with the manifest or index, 404 if it does not exist. */
export function getManifest(
  transport: Transport,
  operation: Operation,
  reference: string,
  receive: Receive,
): Promise<HttpResponse> {
  const headers = { accept: MANIFESTS, ...AS_IT_IS }
  return transport.request({
    ...to(transport, operation, 'GET', `manifests/${reference}`),
    headers,
    receive,
  })
}

/**
 * `POST /v2/<name>/blobs/uploads/` (end-4a): 202 with the `Location` of the upload. 404 if the repository does not
 * exist and a push does not create it.
 */
export function startUpload(transport: Transport, operation: Operation): Promise<HttpResponse> {
  return transport.request(to(transport, operation, 'POST', UPLOADS))
}

/** `PUT <location>?digest=<digest>` (end-6), the whole blob in one request: 201 if it is stored. */
export function putBlob(
  transport: Transport,
  operation: Operation,
  location: URL,
  blob: StoredBlob,
): Promise<HttpResponse> {
  const url = new URL(location)
  url.searchParams.append('digest', blob.digest)
  const headers = { 'content-type': 'application/octet-stream' }
  return transport.request({
    ...to(transport, operation, 'PUT', UPLOADS),
    url,
    headers,
    body: 'bytes' in blob ? blob.bytes : blob,
  })
}

/** Bytes of a blob, as they go into one request. */
export interface Chunk {
  /** Where they begin in the blob. */
  readonly at: number
  readonly body: Uint8Array | FilePart
}

/** `PATCH <location>` (end-5), the next chunk of a blob: 202 with the `Location` for what comes after it. */
export function patchBlob(
  transport: Transport,
  operation: Operation,
  location: URL,
  { at, body }: Chunk,
): Promise<HttpResponse> {
  const size = body instanceof Uint8Array ? body.byteLength : body.size
  // Unlike the header of the same name in HTTP, it has no unit and no total.
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `${at}-${at + size - 1}`,
  }
  return transport.request({ ...to(transport, operation, 'PATCH', UPLOADS), url: location, headers, body })
}

/** `PUT <location>?digest=<digest>` (end-6) after the last chunk: 201 if the blob is stored. */
export function finishUpload(
  transport: Transport,
  operation: Operation,
  location: URL,
  digest: Digest,
): Promise<HttpResponse> {
  const url = new URL(location)
  url.searchParams.append('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  return transport.request({
    ...to(transport, operation, 'PUT', UPLOADS),
    url,
    headers,
    body: new Uint8Array(),
  })
}

/**
 * `POST /v2/<name>/blobs/uploads/?mount=<digest>&from=<other>` (end-11): 201 if it is stored, taken from another
 * repository of the same registry; 202 if it is not, and an upload has started as by `startUpload`.
 */
export function mountBlob(
  transport: Transport,
  operation: Operation,
  digest: Digest,
  from: string,
): Promise<HttpResponse> {
  const request = to(transport, operation, 'POST', UPLOADS)
  request.url.searchParams.set('mount', digest)
  request.url.searchParams.set('from', from)
  return transport.request({ ...request, scopes: [...request.scopes, scopeOf(from, 'pull')] })
}

/**
 * `DELETE <location>`, from the older Docker registry API: 204 if the upload is canceled. The specification has no such
 * endpoint.
 */
export function cancelUpload(
  transport: Transport,
  operation: Operation,
  location: URL,
): Promise<HttpResponse> {
  return transport.requestHere({ ...to(transport, operation, 'DELETE', UPLOADS), url: location })
}

/**
 * `PUT /v2/<name>/manifests/<reference>` (end-7), by tag or by digest: 201 if it is stored. `OCI-Subject` is the
 * manifest's `subject` if the registry lists the manifest as its referrer.
 */
export function putManifest(
  transport: Transport,
  operation: Operation,
  reference: string,
  { mediaType, bytes }: Blob,
): Promise<HttpResponse> {
  const headers = { 'content-type': mediaType }
  return transport.request({
    ...to(transport, operation, 'PUT', `manifests/${reference}`),
    headers,
    body: bytes,
  })
}

const UPLOADS = 'blobs/uploads/'

function to(
  { registry }: Transport,
  operation: Operation,
  method: HttpRequest['method'],
  path: string,
): RegistryRequest {
  const { repository, action } = operation.access
  const url = new URL(`${repository}/${path}`, registry.url)
  return { method, url, scopes: [scopeOf(repository, action)], operation }
}

/** A push needs the right to pull too. https://distribution.github.io/distribution/spec/auth/scope/ */
function scopeOf(repository: string, action: 'pull' | 'push'): string {
  return `repository:${repository}:${action === 'push' ? 'pull,push' : 'pull'}`
}
