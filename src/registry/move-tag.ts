import { clause } from '../clause.ts'
import { formatReference, type Reference } from '../declare/reference.ts'
import { Failure } from '../failure.ts'
import { retry, type Again, type Patience } from '../host/retry.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Platform } from '../declare/platform.ts'
import type { Blob } from '../image/blob.ts'
import { otherPlatform } from './other-platform.ts'
import { platformsAt } from './platforms-at.ts'
import type { Destination } from './session.ts'

/** A tag that is to be moved to the image. */
export interface Move {
  readonly destination: Destination
  readonly reference: Reference
  /** The digest that it referred to right before it is moved; `null` if the tag did not exist. */
  readonly from: Digest | null
}

/**
 * Looks at a tag once more right before anything is moved, because another run may have changed it.
 *
 * @throws Failure `registry` if it now refers to an image for another platform
 */
export async function prepareMove(
  destination: Destination,
  tag: string,
  root: Blob,
  platforms: readonly Platform[],
): Promise<Move> {
  const { client, registry, repository, tags } = destination
  const reference = { registry, repository, identifier: tag }
  const from = await client.manifestDigest(repository, tag)
  if (from !== null && from !== tags.get(tag) && from !== root.digest)
    await refuseOthers(destination, reference, platforms, 'before')
  return { destination, reference, from }
}

const PUTS = 2

/**
 * Moves a tag, and reads it back to confirm that it refers to the image. A registry may return the old image for a
 * while, or may have stored nothing. The tag is then put once more, unless another run has pushed another platform
 * there in the meantime.
 *
 * @throws Failure `registry` if the tag does not refer to the image, or cannot be read back
 */
export async function moveTag(
  { destination, reference, from }: Move,
  manifest: Blob,
  platforms: readonly Platform[],
  patience: Patience,
): Promise<'pushed' | 'unchanged'> {
  const { client, repository, tags } = destination
  const tag = reference.identifier
  // `from` may come from a header alone. Only the bytes are certain.
  const stands =
    from === manifest.digest && (tags.get(tag) === from || (await client.readBack(repository, tag)) === from)
  if (stands) return 'unchanged'
  let now: Digest | null = null
  for (let put = 1; put <= PUTS; put += 1) {
    const refusal = await client.storeManifest(repository, tag, manifest).then(
      () => null,
      (error: unknown) => error,
    )
    // A request that was refused or got no answer may still have moved the tag.
    const read = () => client.readBack(repository, tag)
    now =
      refusal === null
        ? await retry(read, patience, { ofValue: digest => (digest === manifest.digest ? null : SHOWN_LATE) })
        : await read().catch(() => null)
    if (now === manifest.digest) return 'pushed'
    if (refusal !== null) throw refusal
    if (now !== null && now !== from) await refuseOthers(destination, reference, platforms, 'meanwhile')
  }
  const shown = formatReference(reference)
  throw new Failure(
    'registry',
    {
      what: clause`${shown} was not moved to ${manifest.digest}`,
      why: clause`the registry answered ${PUTS} times that it was, but ${now === null ? 'it is not there' : `it stands for ${now}`}`,
      fix: clause`look for what is broken, the registry or a proxy before it, or for another run that moves this tag`,
    },
    { fields: { registry: reference.registry, reference: shown, digest: now ?? undefined } },
  )
}

/** A registry of many machines may return the old image for a while. */
const SHOWN_LATE: Again = { retryAfterMs: null }

async function refuseOthers(
  { client }: Destination,
  reference: Reference,
  ours: readonly Platform[],
  when: 'before' | 'meanwhile',
): Promise<void> {
  const there = await client.manifest(reference.repository, reference.identifier)
  const platforms = there === null ? [] : await platformsAt(client, reference.repository, there)
  const conflict = otherPlatform(reference, ours, platforms, when)
  if (conflict !== null) throw conflict
}
