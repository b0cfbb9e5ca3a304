import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'
import { retry, type Patience } from '../host/retry.ts'
import type { StoredBlob } from '../image/blob.ts'
import { allLayers, type Image } from '../image/image.ts'
import type { ImageSet } from '../image/image-set.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { allOf } from './all-of.ts'
import type { Destination, Session } from './session.ts'

/** The images whose manifest a repository did not have. */
export type Missing = readonly Image[]

/**
 * Pushes the blobs of all images to every repository. An image cannot be pulled until its manifest is pushed later.
 *
 * @throws Failure `registry`
 */
export async function pushBlobs(session: Session, set: ImageSet): Promise<ReadonlyMap<Destination, Missing>> {
  const missing = await allOf(session.groups.map(destinations => pushToGroup(session, destinations, set)))
  return new Map(missing.flat())
}

/** Uploads the bytes to the first repository, and mounts them from there in the others. */
async function pushToGroup(
  { patience }: Session,
  [first, ...others]: readonly Destination[],
  set: ImageSet,
): Promise<readonly (readonly [Destination, Missing])[]> {
  if (first === undefined) return []
  const missing = await pushToRepository(first, set, null, patience)
  const mounted = others.map(
    async other => [other, await pushToRepository(other, set, first.repository, patience)] as const,
  )
  return [[first, missing], ...(await allOf(mounted))]
}

async function pushToRepository(
  destination: Destination,
  { images, root }: ImageSet,
  mountFrom: string | null,
  patience: Patience,
): Promise<Missing> {
  // A tag that already refers to the same image or index shows that everything below it is there.
  if ([...destination.tags.values()].includes(root.digest)) return []
  // Images for several platforms share layers, and each is asked for and sent once.
  const stored = new Map<Digest, Promise<void>>()
  const origins = new Map(
    images.flatMap(({ baseLayers = [] }) => baseLayers).map(({ digest, origin }) => [digest, origin]),
  )
  const mountable = ({ digest }: StoredBlob) => {
    const origin = origins.get(digest)
    if (mountFrom !== null || origin == null || origin.registry !== destination.registry) return mountFrom
    return origin.repository === destination.repository ? null : origin.repository
  }
  const storeOnce = (blob: StoredBlob, store: () => Promise<void>) => {
    const begun = stored.get(blob.digest) ?? store()
    stored.set(blob.digest, begun)
    return begun
  }
  const store: Store = {
    always: blob => storeOnce(blob, () => storeBlob(destination, blob, mountable(blob), patience)),
    ifMissing: blob =>
      storeOnce(blob, async () => {
        const { client, repository } = destination
        if (!(await client.hasBlob(repository, blob.digest)))
          await storeBlob(destination, blob, mountable(blob), patience)
      }),
  }
  const [first, ...others] = images
  const isNew = [await pushImageBlobs(destination, first, store)]
  isNew.push(...(await allOf(others.map(image => pushImageBlobs(destination, image, store)))))
  return images.filter((_, at) => isNew[at])
}

interface Store {
  readonly always: (blob: StoredBlob) => Promise<void>
  readonly ifMissing: (blob: StoredBlob) => Promise<void>
}

/**
 * Asks as little as possible. The first layer changes least, so a repository without it cannot have the image, and most
 * likely lacks the other layers too.
 *
 * @returns whether the repository does not have the image's manifest
 */
async function pushImageBlobs(
  { client, repository, tags }: Destination,
  image: Image,
  store: Store,
): Promise<boolean> {
  const { config, manifest } = image
  const layers = allLayers(image)
  if ([...tags.values()].includes(manifest.digest)) return false
  const [first, ...rest] = layers
  if (first === undefined || !(await client.hasBlob(repository, first.digest))) {
    await allOf([...layers, config].map(store.always))
    return true
  }
  if ((await client.manifestDigest(repository, manifest.digest)) !== null) return false
  // If the manifest is missing, its config is missing too.
  await allOf([...rest.map(store.ifMissing), store.always(config)])
  return true
}

/**
 * A registry may report that it stored a blob although it did not, and then accept a manifest that refers to nothing.
 * So each blob is checked, and sent once more if it is missing.
 */
export async function storeBlob(
  { client, registry, repository }: Destination,
  blob: StoredBlob,
  mountFrom: string | null,
  patience: Patience,
): Promise<void> {
  for (const from of [mountFrom, null]) {
    await client.storeBlob(repository, blob, from)
    const isThere = await retry(
      () => client.hasBlob(repository, blob.digest),
      { ...patience, tries: 2 },
      { ofValue: isThere => (isThere ? null : { retryAfterMs: null }) },
    )
    if (isThere) return
  }
  throw new Failure(
    'registry',
    {
      what: clause`${registry}/${repository} does not have ${blob.digest}`,
      why: clause`it answered twice that it stored it, so it or a proxy before it is broken`,
    },
    { fields: { registry, digest: blob.digest } },
  )
}
