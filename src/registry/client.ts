import type { Blob, Digest } from '../image/blob.ts'
import type { Host } from '../host/host.ts'
import type { RetryOptions } from '../host/retry.ts'
import { registryUrl } from './address.ts'
import type { Credentials } from './credentials.ts'
import type { Registry } from './authorization.ts'
import { converse, type Call } from './conversation.ts'
import type { Exchange } from './exchange.ts'
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
  const { ask, follow, located, once, wasAskedToLogIn } = converse(registry)

  const deed = (repository: string, what: string): Deed => ({
    what: `${what} ${name}/${repository}`,
    login: { registry: name, repository, source: credentials?.source ?? null },
    secrets: registry.secrets,
  })
  const at = (repository: string, path: string) => new URL(`${repository}/${path}`, registry.url)

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
      const call: Call = {
        method: 'HEAD',
        url: at(repository, `manifests/${identifier}`),
        headers: { accept: MANIFESTS },
        scopes: [push(repository)],
        deed: deed(repository, `look up ${identifier} in`),
      }
      const answer = await ask(call)
      if (answer.status === 200) return digestOf(answer) ?? (isDigest(identifier) ? identifier : null)
      // Artifactory answers 403 for what is not there; what is forbidden will be refused again on writing.
      if (answer.status === 404 || answer.status === 403) return null
      throw refused(call.deed, answer)
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
