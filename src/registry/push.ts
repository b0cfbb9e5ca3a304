import type { Reference, RepositoryName } from '../declare/reference.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Image } from '../image/image.ts'
import { allOf } from './all-of.ts'
import { moveTag, prepareMove, type Move } from './move-tag.ts'
import { pushBlobs, type Presence } from './push-blobs.ts'
import type { Destination, Session } from './session.ts'

/** The places that have the image after a push, whether it succeeded or not. */
export interface PushResult {
  readonly live: readonly LiveTag[]
  readonly missing: readonly MissingTag[]
  /** Repositories that have the image by its digest, but under no tag of this run. */
  readonly untagged: readonly RepositoryName[]
}

/** A tag that refers to the image. */
export interface LiveTag {
  readonly reference: Reference
  /** `unchanged`: it already referred to this digest, and nothing was sent. */
  readonly outcome: 'pushed' | 'unchanged'
}

export interface MissingTag {
  readonly reference: Reference
  /** A Failure, unless it is a defect. */
  readonly cause: unknown
}

/**
 * Pushes an image under all its references: first all blobs to every repository, then all manifests by digest, then the
 * tags. So no tag is moved before everything that the tags refer to is stored. It throws nothing: if a part fails, the
 * rest stays pushed, and the caller has to report both.
 */
export async function pushImage(session: Session, image: Image): Promise<PushResult> {
  const moves = await prepare(session, image).catch((cause: unknown) => ({ cause }))
  if ('cause' in moves) return resultOf(session, image, notMoved(session, image, moves.cause))
  return resultOf(session, image, await Promise.all(moves.map(move => tryMove(session, move, image))))
}

/** Does everything that may fail before the first tag is moved. */
async function prepare(session: Session, image: Image): Promise<readonly Move[]> {
  const presences = await pushBlobs(session, image)
  const moves = await allOf(
    [...presences].map(async ([destination, presence]) => {
      const prepared = allOf([...destination.tags.keys()].map(tag => prepareMove(destination, tag, image)))
      await allOf<unknown>([prepared, putByDigest(destination, presence, image)])
      return prepared
    }),
  )
  return moves.flat()
}

async function putByDigest(
  { client, repository }: Destination,
  presence: Presence,
  { manifest }: Image,
): Promise<void> {
  if (presence === 'new') await client.storeManifest(repository, manifest.digest, manifest)
}

type Outcome = LiveTag | MissingTag

async function tryMove({ patience }: Session, move: Move, image: Image): Promise<Outcome> {
  const { reference } = move
  return moveTag(move, image, patience).then(
    outcome => ({ reference, outcome }),
    (cause: unknown) => ({ reference, cause }),
  )
}

/** The result if no tag was moved. A tag that already referred to this image when the run began still does. */
function notMoved({ groups }: Session, { manifest }: Image, cause: unknown): readonly Outcome[] {
  return groups.flat().flatMap(({ registry, repository, tags }) =>
    [...tags].map(([identifier, before]) => {
      const reference = { registry, repository, identifier }
      return before === manifest.digest ? { reference, outcome: 'unchanged' as const } : { reference, cause }
    }),
  )
}

async function resultOf(
  { groups }: Session,
  { manifest }: Image,
  outcomes: readonly Outcome[],
): Promise<PushResult> {
  const live = outcomes.filter(outcome => 'outcome' in outcome)
  const missing = outcomes.filter(outcome => 'cause' in outcome)
  const untagged = groups
    .flat()
    .filter(place => !live.some(({ reference }) => isSameRepository(reference, place)))
    .map(async place => ((await hasManifest(place, manifest.digest)) ? [place] : []))
  return {
    live,
    missing,
    untagged: (await Promise.all(untagged))
      .flat()
      .map(({ registry, repository }) => ({ registry, repository })),
  }
}

function isSameRepository(one: RepositoryName, other: RepositoryName): boolean {
  return one.registry === other.registry && one.repository === other.repository
}

/** A repository that cannot be asked counts as one that does not have the manifest. */
async function hasManifest({ client, repository }: Destination, digest: Digest): Promise<boolean> {
  return (await client.manifestDigest(repository, digest).catch(() => null)) === digest
}
