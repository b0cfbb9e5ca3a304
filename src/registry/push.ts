import type { Reference, RepositoryName } from '../declare/reference.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Blob } from '../image/blob.ts'
import type { ImageSet } from '../image/image-set.ts'
import { allOf } from './all-of.ts'
import { moveTag, prepareMove, type Move } from './move-tag.ts'
import { pushBlobs, type Missing } from './push-blobs.ts'
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
 * Pushes an image, or an index with its images, under all references: in each registry first all blobs to every
 * repository, then all manifests by digest, then the index, then the tags. So no tag of a registry is moved before
 * everything that its tags refer to is stored. It throws nothing: if a registry fails, the others still get the image,
 * and the caller has to report both.
 */
export async function pushImages(session: Session, set: ImageSet): Promise<PushResult> {
  const { groups, refused } = session
  const results = await Promise.all(groups.map(group => pushToGroup({ ...session, groups: [group] }, set)))
  return {
    live: results.flatMap(({ live }) => live),
    missing: [
      ...results.flatMap(({ missing }) => missing),
      ...refused.flatMap(({ references, cause }) => references.map(reference => ({ reference, cause }))),
    ],
    untagged: results.flatMap(({ untagged }) => untagged),
  }
}

async function pushToGroup(session: Session, set: ImageSet): Promise<PushResult> {
  const moves = await prepare(session, set).catch((cause: unknown) => ({ cause }))
  if ('cause' in moves) return notMovedResult(session, set, moves.cause)
  return moveTags(session, set, moves)
}

/**
 * Stores the images in every repository by their digests: no index, and no tag. Other runs build what belongs to it.
 *
 * @throws Failure `registry`
 */
export async function storeImages(session: Session, set: ImageSet): Promise<void> {
  const lacking = await pushBlobs(session, set)
  await allOf([...lacking].map(([destination, missing]) => putImages(destination, missing)))
}

/**
 * For images that every repository has already: puts the index, and looks at the tags. Nothing is moved yet.
 *
 * @throws Failure `registry`
 */
export async function prepareTags(session: Session, set: ImageSet): Promise<readonly Move[]> {
  const destinations = session.groups.flat()
  return (await allOf(destinations.map(destination => prepareIn(session, destination, [], set)))).flat()
}

/** Moves tags that were prepared. It throws nothing, like `pushImages`. */
export async function moveTags(
  session: Session,
  { root }: ImageSet,
  moves: readonly Move[],
): Promise<PushResult> {
  return resultOf(session, root, await Promise.all(moves.map(move => tryMove(session, move, root))))
}

/** The result where something failed before the first tag was moved. */
export async function notMovedResult(
  session: Session,
  { root }: ImageSet,
  cause: unknown,
): Promise<PushResult> {
  return resultOf(session, root, notMoved(session, root, cause))
}

/** Does everything that may fail before the first tag is moved. */
async function prepare(session: Session, set: ImageSet): Promise<readonly Move[]> {
  const lacking = await pushBlobs(session, set)
  const moves = [...lacking].map(([destination, missing]) => prepareIn(session, destination, missing, set))
  return (await allOf(moves)).flat()
}

async function prepareIn(
  { platforms }: Session,
  destination: Destination,
  missing: Missing,
  set: ImageSet,
): Promise<readonly Move[]> {
  const tags = [...destination.tags.keys()]
  const prepared = allOf(tags.map(tag => prepareMove(destination, tag, set.root, platforms)))
  await allOf<unknown>([prepared, putByDigest(destination, missing, set)])
  return prepared
}

/** An index refers to its manifests, so it comes after them. */
async function putByDigest(
  destination: Destination,
  missing: Missing,
  { images, root }: ImageSet,
): Promise<void> {
  const { client, repository, tags } = destination
  await putImages(destination, missing)
  if (images.length === 1 || [...tags.values()].includes(root.digest)) return
  await client.storeManifest(repository, root.digest, root)
}

async function putImages({ client, repository }: Destination, missing: Missing): Promise<void> {
  await allOf(missing.map(({ manifest }) => client.storeManifest(repository, manifest.digest, manifest)))
}

type Outcome = LiveTag | MissingTag

async function tryMove({ patience, platforms }: Session, move: Move, root: Blob): Promise<Outcome> {
  const { reference } = move
  return moveTag(move, root, platforms, patience).then(
    outcome => ({ reference, outcome }),
    (cause: unknown) => ({ reference, cause }),
  )
}

/** The result if no tag was moved. A tag that already referred to this image when the run began still does. */
function notMoved({ groups }: Session, { digest }: Blob, cause: unknown): readonly Outcome[] {
  return groups.flat().flatMap(({ registry, repository, tags }) =>
    [...tags].map(([identifier, before]) => {
      const reference = { registry, repository, identifier }
      return before === digest ? { reference, outcome: 'unchanged' as const } : { reference, cause }
    }),
  )
}

async function resultOf(
  { groups }: Session,
  { digest }: Blob,
  outcomes: readonly Outcome[],
): Promise<PushResult> {
  const live = outcomes.filter(outcome => 'outcome' in outcome)
  const missing = outcomes.filter(outcome => 'cause' in outcome)
  const untagged = groups
    .flat()
    .filter(place => !live.some(({ reference }) => isSameRepository(reference, place)))
    .map(async place => ((await hasManifest(place, digest)) ? [place] : []))
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
