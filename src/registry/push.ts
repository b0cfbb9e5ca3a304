import type { Reference } from '../declare/reference.ts'
import type { PublishSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import type { RetryOptions } from '../host/retry.ts'
import type { Digest } from '../image/blob.ts'
import type { Image } from '../image/image.ts'
import { connect, type RegistryClient } from './client.ts'
import { findCredentials } from './credentials.ts'

/** Every place that one run publishes to, logged in. */
export interface Session {
  readonly registries: readonly (readonly Destination[])[]
  /** By the manifest's digest: pushing the blobs may begin before publishing, and is done once. */
  readonly pushes: Map<Digest, Promise<ReadonlyMap<Destination, Presence>>>
}

/** One repository and the tags to move there. */
interface Destination {
  readonly client: RegistryClient
  readonly registry: string
  readonly repository: string
  readonly tags: readonly string[]
  /** What the first tag stood for when the run began. */
  readonly before: Digest | null
}

/** Whether a repository had this very manifest before. */
type Presence = 'present' | 'new'

export interface Published {
  readonly reference: Reference
  readonly digest: Digest
  /** `unchanged`: the tag stood for this digest already, and nothing was sent. */
  readonly outcome: 'pushed' | 'unchanged'
}

/**
 * Logs in to every registry that is published to, and sees that pushing is allowed. Meant to run beside the
 * compiler, so that what is wrong here is known before minutes of packing.
 *
 * @throws Failure `registry`, `bad-input`
 */
export async function authenticate(
  host: Host,
  references: readonly Reference[],
  publish: PublishSpec,
  patience?: RetryOptions,
): Promise<Session> {
  const byRegistry = Map.groupBy(references, ({ registry }) => registry)
  const registries = await allOf(
    [...byRegistry].map(async ([registry, references]) => {
      const client = connect(host, registry, await findCredentials(host, registry, publish), patience)
      return enter(client, registry, references)
    }),
  )
  return { registries, pushes: new Map() }
}

async function enter(
  client: RegistryClient,
  registry: string,
  references: readonly Reference[],
): Promise<readonly Destination[]> {
  const destinations: Destination[] = []
  for (const [repository, named] of Map.groupBy(references, ({ repository }) => repository)) {
    const tags = [...new Set(named.map(({ identifier }) => identifier))]
    const [first = 'latest'] = tags
    const before = await client.manifestDigest(repository, first)
    // Who could read what is there has most likely put it there; elsewhere a login alone proves nothing.
    if (before === null && client.asksForLogin) await client.tryPush(repository)
    destinations.push({ client, registry, repository, tags, before })
  }
  return destinations
}

/**
 * Sends what an image consists of everywhere, but no manifest: nobody can see it yet. May run ahead of the verdict.
 *
 * @throws Failure `registry`
 */
export async function pushBlobs(session: Session, image: Image): Promise<void> {
  await pushOnce(session, image)
}

/**
 * Publishes an image under all its references: first all blobs everywhere, then all manifests by digest, and only
 * then the tags, so that no tag is moved unless everything behind every tag is there.
 *
 * @throws Failure `registry`
 */
export async function publishImage(session: Session, image: Image): Promise<readonly Published[]> {
  const { manifest } = image
  const presences = await pushOnce(session, image)
  const absent = [...presences]
    .filter(([, presence]) => presence === 'new')
    .map(([destination]) => destination)
  await allOf(
    absent.map(({ client, repository }) => client.putManifest(repository, manifest.digest, manifest)),
  )
  return allOf(
    [...presences].flatMap(([destination, presence]) =>
      destination.tags.map(tag => moveTag(destination, presence, tag, image)),
    ),
  )
}

async function moveTag(
  { client, registry, repository, tags, before }: Destination,
  presence: Presence,
  tag: string,
  { manifest }: Image,
): Promise<Published> {
  const published = { reference: { registry, repository, identifier: tag }, digest: manifest.digest }
  // A tag cannot stand for what was not there, and the first one is known to have stood for something else.
  const mayStand = presence === 'present' && (tag !== tags[0] || before === manifest.digest)
  if (mayStand && (await client.manifestDigest(repository, tag)) === manifest.digest)
    return { ...published, outcome: 'unchanged' }
  await client.putManifest(repository, tag, manifest)
  return { ...published, outcome: 'pushed' }
}

function pushOnce(
  { registries, pushes }: Session,
  image: Image,
): Promise<ReadonlyMap<Destination, Presence>> {
  const begun = pushes.get(image.manifest.digest)
  if (begun !== undefined) return begun
  const push = allOf(registries.map(destinations => pushToRegistry(destinations, image))).then(
    presences => new Map(presences.flat()),
  )
  pushes.set(image.manifest.digest, push)
  return push
}

/** The first repository takes the bytes, the others mount them from there. */
async function pushToRegistry(
  [first, ...others]: readonly Destination[],
  image: Image,
): Promise<readonly (readonly [Destination, Presence])[]> {
  if (first === undefined) return []
  const presence = await pushToRepository(first, image, null)
  const mounted = others.map(
    async other => [other, await pushToRepository(other, image, first.repository)] as const,
  )
  return [[first, presence], ...(await allOf(mounted))]
}

/**
 * Asks as little as possible: an image cannot be in a repository that lacks its first layer, the one that changes
 * least; and where that is missing, the others will be.
 */
async function pushToRepository(
  { client, repository, before }: Destination,
  { layers, config, manifest }: Image,
  mountFrom: string | null,
): Promise<Presence> {
  if (before === manifest.digest) return 'present'
  const [first, ...rest] = layers
  if (first === undefined || !(await client.hasBlob(repository, first.digest))) {
    await allOf([...layers, config].map(blob => client.putBlob(repository, blob, mountFrom)))
    return 'new'
  }
  if ((await client.manifestDigest(repository, manifest.digest)) !== null) return 'present'
  await allOf([
    ...rest.map(async layer => {
      if (!(await client.hasBlob(repository, layer.digest)))
        await client.putBlob(repository, layer, mountFrom)
    }),
    // A manifest that is not there has a config that is not.
    client.putBlob(repository, config, mountFrom),
  ])
  return 'new'
}

/** Waits for all, also where one fails: no request goes on behind a run that has ended. */
async function allOf<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
  const settled = await Promise.allSettled(promises)
  return settled.map(result => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
