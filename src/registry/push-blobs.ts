import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'
import { retry, type Patience } from '../host/retry.ts'
import type { Blob } from '../image/blob.ts'
import type { Image } from '../image/image.ts'
import { allOf } from './all-of.ts'
import type { Destination, Session } from './session.ts'

/** Whether a repository already had exactly this manifest. */
export type Presence = 'present' | 'new'

/**
 * Pushes the blobs of an image to every repository. The image cannot be pulled until its manifest is pushed later.
 *
 * @throws Failure `registry`
 */
export async function pushBlobs(session: Session, image: Image): Promise<ReadonlyMap<Destination, Presence>> {
  const presences = await allOf(session.groups.map(destinations => pushToGroup(session, destinations, image)))
  return new Map(presences.flat())
}

/** Uploads the bytes to the first repository, and mounts them from there in the others. */
async function pushToGroup(
  { patience }: Session,
  [first, ...others]: readonly Destination[],
  image: Image,
): Promise<readonly (readonly [Destination, Presence])[]> {
  if (first === undefined) return []
  const presence = await pushToRepository(first, image, null, patience)
  const mounted = others.map(
    async other => [other, await pushToRepository(other, image, first.repository, patience)] as const,
  )
  return [[first, presence], ...(await allOf(mounted))]
}

/**
 * Asks as little as possible. The first layer changes least, so a repository without it cannot have the image, and most
 * likely lacks the other layers too.
 */
async function pushToRepository(
  destination: Destination,
  { layers, config, manifest }: Image,
  mountFrom: string | null,
  patience: Patience,
): Promise<Presence> {
  const { client, repository, tags } = destination
  if ([...tags.values()].includes(manifest.digest)) return 'present'
  const store = (blob: Blob) => storeBlob(destination, blob, mountFrom, patience)
  const [first, ...rest] = layers
  if (first === undefined || !(await client.hasBlob(repository, first.digest))) {
    await allOf([...layers, config].map(store))
    return 'new'
  }
  if ((await client.manifestDigest(repository, manifest.digest)) !== null) return 'present'
  await allOf([
    ...rest.map(async layer => {
      if (!(await client.hasBlob(repository, layer.digest))) await store(layer)
    }),
    // If the manifest is missing, its config is missing too.
    store(config),
  ])
  return 'new'
}

/**
 * A registry may report that it stored a blob although it did not, and then accept a manifest that refers to nothing.
 * So each blob is checked, and sent once more if it is missing.
 */
async function storeBlob(
  { client, registry, repository }: Destination,
  blob: Blob,
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
