import { clause } from '../clause.ts'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { formatReference, type Reference } from '../declare/reference.ts'
import { Absent } from '../failure.ts'
import { excerpt } from '../host/excerpt.ts'
import type { Host } from '../host/host.ts'
import type { Patience } from '../host/retry.ts'
import { writeMeasured, type Measured } from '../host/write-stream.ts'
import type { Descriptor } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Document, Extent, ImageSource } from '../image/source.ts'
import type { Credentials } from './credentials.ts'
import { getBlob, getManifest } from './distribution.ts'
import { operationIn, type Operation } from './operation.ts'
import { readDocument } from './read-document.ts'
import { refused, saysUnknown, unusable } from './registry-error.ts'
import { registryOf } from './registry.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse } from './send.ts'
import { openTransport } from './transport.ts'

/**
 * Opens an image in a registry, and reads its manifest or index at once. Without credentials, the registry is asked
 * anonymously. Blobs are stored in the run's temporary directory; the size of each is limited by its descriptor, and
 * its digest is verified. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull
 *
 * @throws Absent `registry` if the registry itself answers 404, so that the image certainly does not exist
 * @throws Failure `registry` if that remains unknown: 401, 403, 5xx, a proxy's page, no answer, or an answer that
 * cannot be used
 */
export async function openRepository(
  host: Host,
  reference: Reference,
  credentials: Credentials | null,
  patience?: Patience,
): Promise<ImageSource> {
  const { registry: name, repository, identifier } = reference
  const registry = registryOf(host, name, credentials, patience)
  const transport = openTransport(registry)
  const shown = formatReference(reference)
  const begin = (what: string) => operationIn(registry, repository, 'pull', `read ${what}`)

  async function manifest(identifier: string, operation: Operation): Promise<Document | null> {
    const { document, response } = await readDocument(registry, operation, receive =>
      getManifest(transport, operation, identifier, receive),
    )
    // Only the registry itself knows that an image does not exist. A storage service that it redirected to may have
    // lost it.
    if (saysUnknown(response) && response.url.origin === registry.url.origin) return null
    if (document === null) throw refused(operation, response)
    if (identifier.includes(':') && identifier !== document.digest)
      throw wrongDigest(operation, response, document.digest)
    return document
  }

  async function blob({ digest, size }: Descriptor): Promise<Extent> {
    const file = path.join(host.temporary, `blob-${randomBytes(8).toString('hex')}`)
    const operation = begin(`${digest} of ${shown}`)
    try {
      let came: Measured | null = null
      const take = async (body: AsyncIterable<Uint8Array>) => {
        came = await writeMeasured(body, file, size)
      }
      const response = await retryOperation(registry, operation, () =>
        getBlob(transport, operation, digest, { bytes: size, take }),
      )
      if (response.status !== 200) throw refused(operation, response)
      verify(operation, response, { digest, size }, came)
      return { file, offset: 0, size, temporary: true }
    } catch (cause) {
      await rm(file, { force: true })
      throw cause
    }
  }

  const root = await manifest(identifier, begin(shown))
  if (root === null)
    throw new Absent(
      'registry',
      {
        what: clause`there is no ${excerpt(shown)}`,
        why: clause`the registry answers 404`,
        fix: clause`check that it is spelt right`,
      },
      { fields: { registry: name, reference: shown, status: 404 } },
    )
  return {
    name: shown,
    root,
    blob,
    manifest: ({ digest }) => manifest(digest, begin(`${digest} of ${shown}`)),
  }
}

/** @param came `null` if more bytes came than the descriptor says */
function verify(
  operation: Operation,
  response: HttpResponse,
  { digest, size }: Pick<Descriptor, 'digest' | 'size'>,
  came: Measured | null,
): void {
  if (came === null) throw unusable(operation, response, `is larger than the ${size} bytes it should be`)
  const found = `sha256:${came.sha256}` as const
  if (found !== digest) throw wrongDigest(operation, response, found)
  if (came.size !== size)
    throw unusable(operation, response, `has ${came.size} bytes and should have ${size}`)
}

function wrongDigest(operation: Operation, response: HttpResponse, digest: Digest) {
  return unusable(operation, response, `has the digest ${digest}`)
}
