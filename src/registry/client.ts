import type { Host } from '../host/host.ts'
import type { Patience } from '../host/retry.ts'
import type { Blob, Descriptor, StoredBlob } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import { isDockerHub } from './address.ts'
import { chunkLimit } from './chunk-limit.ts'
import type { Credentials } from './credentials.ts'
import { cancelUpload, checkBlob, getBlob, getManifest, putManifest, startUpload } from './distribution.ts'
import { lookUp } from './look-up.ts'
import { operationIn } from './operation.ts'
import { readDocument, type ReadDocument } from './read-document.ts'
import { refused } from './registry-error.ts'
import { registryOf } from './registry.ts'
import { showRequestUrl } from './request-url.ts'
import { retryOperation } from './retry.ts'
import { ensureStored, uploadBlob } from './upload-blob.ts'
import { openTransport } from './transport.ts'

/** The operations on one registry that a push needs. Every method throws a Failure `registry`. */
export interface RegistryClient {
  /** True once the registry has asked for a login. */
  readonly asksForLogin: () => boolean
  /** The digest that a tag or digest refers to; `null` if there is none, or if the registry does not give it. */
  manifestDigest(repository: string, reference: string): Promise<Digest | null>
  /**
   * The same, but certain: `null` means that there is none, and a registry that does not give the digest causes a
   * Failure.
   */
  readBack(repository: string, tag: string): Promise<Digest | null>
  /**
   * The manifest or index that a tag or digest refers to; `null` if there is none, or if the registry does not show it.
   */
  manifest(repository: string, reference: string): Promise<ReadDocument | null>
  /** A config; `null` if it is missing, or does not match its descriptor. */
  config(repository: string, descriptor: Descriptor): Promise<Uint8Array | null>
  hasBlob(repository: string, digest: Digest): Promise<boolean>
  /** Uploads a blob, or mounts it if another repository of the same registry is known to have it. */
  storeBlob(repository: string, blob: StoredBlob, mountFrom: string | null): Promise<void>
  storeManifest(repository: string, reference: string, manifest: Blob): Promise<void>
  /** Stores a manifest that refers to another, and returns whether the registry lists it there by itself. */
  storeReferrer(repository: string, manifest: Blob, subject: Digest): Promise<boolean>
  /** Starts an upload and cancels it. Only that shows whether these credentials may push. */
  tryPush(repository: string): Promise<void>
}

export function connect(
  host: Host,
  name: string,
  credentials: Credentials | null,
  patience?: Patience,
): RegistryClient {
  const registry = registryOf(host, name, credentials, patience)
  const transport = openTransport(registry)
  const limit = chunkLimit()
  const begin = (repository: string, what: string) =>
    operationIn(registry, repository, 'push', `${what} ${name}/${repository}`)
  const store = async (repository: string, reference: string, manifest: Blob) => {
    const operation = begin(repository, `publish ${reference} in`)
    const response = await retryOperation(registry, operation, () =>
      putManifest(transport, operation, reference, manifest),
    )
    ensureStored(operation, response, 'PUT', manifest.digest)
    return response
  }

  return {
    asksForLogin: transport.asksForLogin,

    async manifestDigest(repository, reference) {
      const operation = begin(repository, `look up ${reference} in`)
      const { digest, refusal } = await lookUp(transport, operation, reference, ['HEAD', 'GET'])
      if (digest !== null || refusal === null) return digest
      // Artifactory answers 403 for what does not exist. If access is really forbidden, the later write is refused too.
      if (refusal.status === 403) return null
      throw refused(operation, refusal)
    },

    async readBack(repository, tag) {
      const operation = begin(repository, `read back ${tag} in`)
      // A GET is more reliable, because it returns the bytes themselves, but Docker Hub counts a GET as a pull.
      const methods = isDockerHub(name) ? (['HEAD', 'GET'] as const) : (['GET', 'HEAD'] as const)
      const { digest, refusal } = await lookUp(transport, operation, tag, methods)
      if (refusal !== null) throw refused(operation, refusal)
      return digest
    },

    async manifest(repository, reference) {
      const operation = begin(repository, `look up ${reference} in`)
      const { document, response } = await readDocument(registry, operation, receive =>
        getManifest(transport, operation, reference, receive),
      )
      if (document !== null || MAY_BE_ABSENT.has(response.status)) return document
      throw refused(operation, response)
    },

    async config(repository, { digest, size }) {
      if (size > MAX_DOCUMENT) return null
      const operation = begin(repository, `look up ${digest} in`)
      const { document, response } = await readDocument(registry, operation, receive =>
        getBlob(transport, operation, digest, receive),
      )
      if (document === null && !MAY_BE_ABSENT.has(response.status)) throw refused(operation, response)
      return document?.digest === digest ? document.bytes : null
    },

    async hasBlob(repository, digest) {
      const operation = begin(repository, `look up ${digest} in`)
      const response = await retryOperation(registry, operation, () =>
        checkBlob(transport, operation, digest),
      )
      // GitLab answers 401 for what does not exist.
      if (response.status === 401 || MAY_BE_ABSENT.has(response.status)) return false
      if (response.status === 200) return true
      throw refused(operation, response)
    },

    async storeBlob(repository, blob, mountFrom) {
      const operation = begin(repository, `store ${blob.digest} in`)
      await uploadBlob(transport, operation, blob, mountFrom, limit)
    },

    async storeManifest(repository, reference, manifest) {
      await store(repository, reference, manifest)
    },

    async storeReferrer(repository, manifest, subject) {
      const { headers } = await store(repository, manifest.digest, manifest)
      return headers.get('oci-subject') === subject
    },

    async tryPush(repository) {
      const operation = begin(repository, 'push to')
      const begun = await retryOperation(registry, operation, () => startUpload(transport, operation))
      if (begun.status === 401 || MAY_BE_ABSENT.has(begun.status)) throw refused(operation, begun)
      if (begun.status !== 202) return
      const location = transport.locate(operation, begun)
      // Some registries do not allow an upload to be canceled; it then expires by itself.
      await cancelUpload(transport, operation, location).catch(() =>
        host.log.debug(`DELETE ${showRequestUrl(location)} failed`),
      )
    },
  }
}

/** 404, and 403 from registries that do not reveal what exists. */
const MAY_BE_ABSENT: ReadonlySet<number> = new Set([403, 404])
