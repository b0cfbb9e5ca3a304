import { createHash, randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { formatReference, type Reference } from '../declare/reference.ts'
import { Absent } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import type { Host } from '../host/host.ts'
import type { RetryOptions } from '../host/retry.ts'
import type { Descriptor } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Document, Extent, ImageSource } from '../image/source.ts'
import { registryUrl } from './address.ts'
import type { Registry } from './authorization.ts'
import { MANIFESTS } from './client.ts'
import { converse, type Call } from './conversation.ts'
import type { Credentials } from './credentials.ts'
import type { Exchange } from './exchange.ts'
import { readDocument } from './read-document.ts'
import { printable, refused, saysUnknown, unusable, type Deed } from './registry-error.ts'
import { PATIENCE } from './retry.ts'

/**
 * An image in a registry, whose manifest or index is read at once. Without credentials it asks as anybody may.
 * Blobs come into the run's temporary directory, each bounded by its descriptor and verified by its digest.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull
 *
 * @throws Absent `registry` where the registry answers 404 and means it: positively no such image
 * @throws Failure `registry` where that is left open: 401, 403, 5xx, the page of a proxy, no answer, or one that cannot be used
 */
export async function openRepository(
  host: Host,
  reference: Reference,
  credentials: Credentials | null,
  patience: RetryOptions = PATIENCE,
): Promise<ImageSource> {
  const { registry: name, repository, identifier } = reference
  const registry: Registry = { host, url: registryUrl(name), credentials, patience, secrets: new Set() }
  const { ask } = converse(registry)

  const deed = (what: string): Deed => ({
    what: `read ${what}`,
    login: { registry: name, repository, source: credentials?.source ?? null, access: 'pull' },
    secrets: registry.secrets,
  })

  function reading(place: string, deed: Deed, accept: string): Call {
    return {
      method: 'GET',
      url: new URL(`${repository}/${place}`, registry.url),
      // What is compressed on the way would be more than its descriptor says.
      headers: { accept, 'accept-encoding': 'identity' },
      scopes: [`repository:${repository}:pull`],
      deed,
    }
  }

  async function manifest(identifier: string, deed: Deed): Promise<Document | null> {
    const { document, answer } = await readDocument(
      { ask },
      reading(`manifests/${identifier}`, deed, MANIFESTS),
    )
    // Only the registry itself knows what it does not have: a storage service that it led to may have lost it.
    if (saysUnknown(answer) && answer.url.origin === registry.url.origin) return null
    if (document === null) throw refused(deed, answer)
    if (identifier.includes(':') && identifier !== document.digest)
      throw wrongDigest(deed, answer, document.digest)
    return document
  }

  async function blob({ digest, size }: Descriptor): Promise<Extent> {
    const file = path.join(host.temporary, `blob-${randomBytes(8).toString('hex')}`)
    const why = deed(`${digest} of ${shown}`)
    let found: Found = { digest: null, size: 0 }
    try {
      const answer = await ask({
        ...reading(`blobs/${digest}`, why, 'application/octet-stream, */*'),
        receive: {
          bytes: size,
          take: async body => {
            found = await save(body, file, size)
          },
        },
      })
      if (answer.status !== 200) throw refused(why, answer)
      if (found.digest === null) throw unusable(why, answer, `is larger than the ${size} bytes it should be`)
      if (found.digest !== digest) throw wrongDigest(why, answer, found.digest)
      if (found.size !== size) throw unusable(why, answer, `has ${found.size} bytes and should have ${size}`)
      return { file, offset: 0, size, temporary: true }
    } catch (cause) {
      await rm(file, { force: true })
      throw cause
    }
  }

  const shown = formatReference(reference)
  const why = deed(shown)
  const root = await manifest(identifier, why)
  if (root === null)
    throw new Absent(
      'registry',
      `There is no ${printable(shown)}: the registry answers 404; check that it is spelt right.`,
    )
  return {
    name: shown,
    root,
    blob,
    manifest: ({ digest }) => manifest(digest, deed(`${digest} of ${shown}`)),
  }
}

function wrongDigest(deed: Deed, answer: Exchange, digest: Digest) {
  return unusable(deed, answer, `has the digest ${digest}`)
}

/** Of what came; `null`: more than it may be. */
interface Found {
  readonly digest: Digest | null
  readonly size: number
}

async function save(body: AsyncIterable<Uint8Array>, file: string, maxBytes: number): Promise<Found> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(file, 'w', 0o600).catch(cause => {
    throw whyNotWritten(file, cause)
  })
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > maxBytes) return { digest: null, size }
      hash.update(chunk)
      await handle.writeFile(chunk).catch(cause => {
        throw whyNotWritten(file, cause)
      })
    }
  } finally {
    await handle.close()
  }
  return { digest: `sha256:${hash.digest('hex')}`, size }
}
