import { formatReference, type Reference } from '../declare/reference.ts'
import { Failure } from '../failure.ts'
import { retry, type Again, type Patience } from '../host/retry.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Image } from '../image/image.ts'
import { otherPlatform } from './other-platform.ts'
import { platformsAt } from './platforms-at.ts'
import type { Destination } from './session.ts'

/** A tag that is to stand for the image. */
export interface Move {
  readonly destination: Destination
  readonly reference: Reference
  /** What it stood for right before it is moved; `null`: nothing. */
  readonly from: Digest | null
}

/**
 * Looks at a tag once more, right before anything is moved: another run may have been there since.
 *
 * @throws Failure `registry` where it now holds another platform's image
 */
export async function prepareMove(
  destination: Destination,
  tag: string,
  { platform, manifest }: Image,
): Promise<Move> {
  const { client, registry, repository, tags } = destination
  const reference = { registry, repository, identifier: tag }
  const from = await client.manifestDigest(repository, tag)
  if (from !== null && from !== tags.get(tag) && from !== manifest.digest)
    await refuseOthers(destination, reference, platform, 'before')
  return { destination, reference, from }
}

const PUTS = 2

/**
 * Moves a tag, and reads back that it stands for the image. A registry may show the old one for a while, or have stored nothing: the
 * tag is then put once more, unless another run has pushed another platform there meanwhile.
 *
 * @throws Failure `registry` where the tag does not stand for the image, or cannot be read back
 */
export async function moveTag(
  { destination, reference, from }: Move,
  { manifest, platform }: Image,
  patience: Patience,
): Promise<'pushed' | 'unchanged'> {
  const { client, repository, tags } = destination
  const tag = reference.identifier
  // `from` may be what a header says alone, and only the bytes tell.
  const stands =
    from === manifest.digest && (tags.get(tag) === from || (await client.readBack(repository, tag)) === from)
  if (stands) return 'unchanged'
  let now: Digest | null = null
  for (let put = 1; put <= PUTS; put += 1) {
    const refusal = await client.storeManifest(repository, tag, manifest).then(
      () => null,
      (error: unknown) => error,
    )
    // What was refused or not answered may be there all the same.
    const read = () => client.readBack(repository, tag)
    now =
      refusal === null
        ? await retry(read, patience, { ofValue: digest => (digest === manifest.digest ? null : SHOWN_LATE) })
        : await read().catch(() => null)
    if (now === manifest.digest) return 'pushed'
    if (refusal !== null) throw refusal
    if (now !== null && now !== from) await refuseOthers(destination, reference, platform, 'meanwhile')
  }
  throw new Failure(
    'registry',
    `${formatReference(reference)} ${now === null ? 'is not there' : `stands for ${now}`}, although the registry answered ${PUTS} times that it took ${manifest.digest}: the registry or a proxy before it is broken, or another run moves this tag.`,
  )
}

/** A registry of many machines may show for a while what was there before. */
const SHOWN_LATE: Again = { retryAfterMs: null }

async function refuseOthers(
  { client }: Destination,
  reference: Reference,
  platform: Image['platform'],
  when: 'before' | 'meanwhile',
): Promise<void> {
  const there = await client.manifest(reference.repository, reference.identifier)
  const platforms = there === null ? [] : await platformsAt(client, reference.repository, there)
  const conflict = otherPlatform(reference, platform, platforms, when)
  if (conflict !== null) throw conflict
}
