import type { Blob, Descriptor } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import type { Host } from '../host/host.ts'
import type { RetryOptions } from '../host/retry.ts'
import { isDockerHub, registryUrl } from './address.ts'
import type { Credentials } from './credentials.ts'
import type { Registry } from './authorization.ts'
import { converse, type Call } from './conversation.ts'
import type { Exchange } from './exchange.ts'
import { readDocument, type ReadDocument } from './read-document.ts'
import { refused, showUrl, unusable, type Deed } from './registry-error.ts'
import { PATIENCE } from './retry.ts'

/**
 * One registry, as far as publishing needs it. Every method throws a Failure `registry`.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#push
 */
export interface RegistryClient {
  /** True once the registry has asked for a login. */
  readonly asksForLogin: boolean
  /** What a tag or digest stands for; `null` where there is none, or the registry does not say. */
  manifestDigest(repository: string, identifier: string): Promise<Digest | null>
  /** The same, for certain: what cannot be looked at is a Failure. `null` is positively none. */
  readBack(repository: string, tag: string): Promise<Digest | null>
  /** The manifest or index that a tag or digest stands for; `null` where there is none, or it is not shown. */
  manifest(repository: string, identifier: string): Promise<ReadDocument | null>
  /** A config; `null` where it is not there, or is not what its descriptor says. */
  config(repository: string, descriptor: Descriptor): Promise<Uint8Array | null>
  hasBlob(repository: string, digest: Digest): Promise<boolean>
  /** Uploads, or mounts where another repository of the same registry is known to have it. */
  putBlob(repository: string, blob: Blob, mountFrom: string | null): Promise<void>
  putManifest(repository: string, identifier: string, manifest: Blob): Promise<void>
  /** Begins an upload and gives it up: only that shows whether a login may push. */
  tryPush(repository: string): Promise<void>
}

/** Types of all that a tag may stand for, as `Accept` wants them. */
export const MANIFESTS = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ')

export function connect(
  host: Host,
  name: string,
  credentials: Credentials | null,
  patience: RetryOptions = PATIENCE,
): RegistryClient {
  const registry: Registry = { host, url: registryUrl(name), credentials, patience, secrets: new Set() }
  const conversation = converse(registry)
  const { ask, follow, located, once, wasAskedToLogIn } = conversation

  const deed = (repository: string, what: string): Deed => ({
    what: `${what} ${name}/${repository}`,
    login: { registry: name, repository, source: credentials?.source ?? null },
    secrets: registry.secrets,
  })
  const at = (repository: string, path: string) => new URL(`${repository}/${path}`, registry.url)

  function reading(repository: string, identifier: string, verb: string): Omit<Call, 'method'> {
    return {
      url: at(repository, `manifests/${identifier}`),
      headers: { accept: MANIFESTS },
      scopes: [push(repository)],
      deed: deed(repository, `${verb} ${identifier} in`),
    }
  }

  /** A registry may know one method only, limit one, or leave the digest out of its headers: then the next method is tried. */
  async function lookUp(
    call: Omit<Call, 'method'>,
    methods: readonly ('HEAD' | 'GET')[],
  ): Promise<{ readonly digest: Digest | null; readonly refusal: Exchange | null }> {
    let refusal: Exchange | null = null
    for (const method of methods) {
      const { digest, answer } = await lookUpBy(method, call)
      if (digest !== null || answer.status === 404) return { digest, refusal: null }
      refusal ??= answer
      if (!OTHER_METHOD_MAY_HELP.has(answer.status)) break
    }
    return { digest: null, refusal }
  }

  async function lookUpBy(method: 'HEAD' | 'GET', call: Omit<Call, 'method'>) {
    if (method === 'GET') {
      const { document, answer } = await readDocument(conversation, call)
      return { digest: document?.digest ?? null, answer }
    }
    const answer = await ask({ ...call, method })
    return { digest: answer.status === 200 ? digestOf(answer) : null, answer }
  }

  function uploading(repository: string, mount: { digest: Digest; from: string } | null, deed: Deed): Call {
    const url = at(repository, 'blobs/uploads/')
    if (mount === null) return { method: 'POST', url, scopes: [push(repository)], deed }
    url.searchParams.set('mount', mount.digest)
    url.searchParams.set('from', mount.from)
    return { method: 'POST', url, scopes: [push(repository), pull(mount.from)], deed }
  }

  return {
    get asksForLogin() {
      return wasAskedToLogIn()
    },

    async manifestDigest(repository, identifier) {
      const call = reading(repository, identifier, 'look up')
      const { digest, refusal } = await lookUp(call, ['HEAD', 'GET'])
      if (digest !== null || refusal === null) return digest
      // Artifactory answers 403 for what is not there; what is forbidden will be refused again on writing.
      if (refusal.status === 403) return null
      throw refused(call.deed, refusal)
    },

    async readBack(repository, tag) {
      const call = reading(repository, tag, 'read back')
      // The bytes themselves say most, but Docker Hub counts a GET as a pull.
      const { digest, refusal } = await lookUp(call, isDockerHub(name) ? ['HEAD', 'GET'] : ['GET', 'HEAD'])
      if (refusal !== null) throw refused(call.deed, refusal)
      return digest
    },

    async manifest(repository, identifier) {
      const call = reading(repository, identifier, 'look up')
      const { document, answer } = await readDocument(conversation, call)
      if (document !== null || answer.status === 404 || answer.status === 403) return document
      throw refused(call.deed, answer)
    },

    async config(repository, { digest, size }) {
      if (size > MAX_DOCUMENT) return null
      const why = deed(repository, `look up ${digest} in`)
      const url = at(repository, `blobs/${digest}`)
      const { document, answer } = await readDocument(conversation, {
        url,
        scopes: [push(repository)],
        deed: why,
      })
      if (document === null && answer.status !== 404 && answer.status !== 403) throw refused(why, answer)
      return document?.digest === digest ? document.bytes : null
    },

    async hasBlob(repository, digest) {
      const url = at(repository, `blobs/${digest}`)
      const why = deed(repository, `look up ${digest} in`)
      const answer = await ask({ method: 'HEAD', url, scopes: [push(repository)], deed: why })
      // GitLab answers 401 for what is not there.
      if ([401, 403, 404].includes(answer.status)) return false
      if (answer.status === 200) return true
      throw refused(why, answer)
    },

    async putBlob(repository, blob, mountFrom) {
      const why = deed(repository, `store ${blob.digest} in`)
      const mount = mountFrom === null ? null : { digest: blob.digest, from: mountFrom }
      const plain = uploading(repository, null, why)
      let stored: Exchange['method'] = 'PUT'
      const answer = await ask(plain, async () => {
        let begun = await follow(uploading(repository, mount, why))
        if (mount !== null && begun.status === 201) {
          stored = 'POST'
          return begun
        }
        // A registry may refuse to mount what it would take as an upload: ggcr#1404, ggcr#1679.
        if (mount !== null && begun.status !== 202) begun = await follow(plain)
        if (begun.status !== 202) return begun
        const url = located(plain, begun)
        url.searchParams.append('digest', blob.digest)
        const headers = { 'content-type': 'application/octet-stream' }
        return follow({ method: 'PUT', url, headers, body: blob.bytes, scopes: plain.scopes, deed: why })
      })
      ensureStored(why, answer, stored, blob.digest)
    },

    async putManifest(repository, identifier, manifest) {
      const why = deed(repository, `publish ${identifier} in`)
      const answer = await ask({
        method: 'PUT',
        url: at(repository, `manifests/${identifier}`),
        headers: { 'content-type': manifest.mediaType },
        body: manifest.bytes,
        scopes: [push(repository)],
        deed: why,
      })
      ensureStored(why, answer, 'PUT', manifest.digest)
    },

    async tryPush(repository) {
      const call = uploading(repository, null, deed(repository, 'push to'))
      const answer = await ask(call)
      if ([401, 403, 404].includes(answer.status)) throw refused(call.deed, answer)
      if (answer.status !== 202) return
      const url = located(call, answer)
      // Some registries let nobody give up an upload; it then ends by itself.
      await once({ ...call, method: 'DELETE', url }).catch(() =>
        host.log.debug(`DELETE ${showUrl(url)} failed`),
      )
    },
  }
}

const OTHER_METHOD_MAY_HELP: ReadonlySet<number> = new Set([200, 405, 429, 501])

function push(repository: string): string {
  return `repository:${repository}:pull,push`
}

function pull(repository: string): string {
  return `repository:${repository}:pull`
}

function ensureStored(deed: Deed, answer: Exchange, method: Exchange['method'], digest: Digest): void {
  // 204 is what the docker spec had; a storage service answers 200.
  if (answer.method !== method || answer.status < 200 || answer.status > 204) throw refused(deed, answer)
  const said = digestOf(answer)
  if (said !== null && said !== digest) throw unusable(deed, answer, `says that it stored ${said} instead`)
}

function digestOf({ headers }: Exchange): Digest | null {
  const digest = headers.get('docker-content-digest')
  return digest !== null && isDigest(digest) ? digest : null
}

function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text)
}
