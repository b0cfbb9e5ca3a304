import type { Platform } from '../declare/platform.ts'
import { formatRepository, type Reference, type RepositoryName } from '../declare/reference.ts'
import type { PublishSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import type { Patience } from '../host/retry.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { allOf } from './all-of.ts'
import { connect, type RegistryClient } from './client.ts'
import { findCredentials, type Credentials } from './credentials.ts'
import { otherPlatform } from './other-platform.ts'
import { platformsAt } from './platforms-at.ts'
import { PATIENCE } from './registry.ts'

/** Every place that one run publishes to, logged in. */
export interface Session {
  readonly platform: Platform
  readonly patience: Patience
  /** Repositories that share a registry and a login: among these, blobs can be mounted. */
  readonly groups: readonly (readonly Destination[])[]
}

/** One repository and the tags to move there. */
export interface Destination extends RepositoryName {
  readonly client: RegistryClient
  /** Each with what it stood for when the run began; `null`: nothing. */
  readonly tags: ReadonlyMap<string, Digest | null>
}

/**
 * Logs in to every registry that is published to, and sees that pushing is allowed and replaces no other platform's image. Meant to
 * run beside the compiler, so that what is wrong here is known before minutes of packing.
 *
 * @throws Failure `registry`, `bad-input`
 */
export async function authenticate(
  host: Host,
  publish: PublishSpec,
  platform: Platform,
  patience: Patience = PATIENCE,
): Promise<Session> {
  const repositories = [...Map.groupBy(publish.references, formatRepository).values()]
  const found = await allOf(repositories.map(references => withCredentials(host, references, publish)))
  const groups = await allOf(
    [...Map.groupBy(found, ({ key }) => key).values()].map(members =>
      enterAll(host, members, platform, patience),
    ),
  )
  return { platform, patience, groups }
}

interface FoundCredentials {
  /** Of one repository. */
  readonly references: readonly Reference[]
  readonly credentials: Credentials | null
  /** Equal where registry and credentials are. */
  readonly key: string
}

async function withCredentials(
  host: Host,
  references: readonly Reference[],
  publish: PublishSpec,
): Promise<FoundCredentials> {
  const [name] = references
  if (name === undefined) throw new Error('a repository without a tag')
  const credentials = await findCredentials(host, name, publish)
  const key = JSON.stringify([name.registry, credentials?.username, credentials?.password])
  return { references, credentials, key }
}

async function enterAll(
  host: Host,
  found: readonly FoundCredentials[],
  platform: Platform,
  patience: Patience,
): Promise<readonly Destination[]> {
  const [first] = found
  const registry = first?.references[0]?.registry
  if (first === undefined || registry === undefined) return []
  const client = connect(host, registry, first.credentials, patience)
  const destinations: Destination[] = []
  // One after the other: the first learns how to log in.
  for (const { references } of found) destinations.push(await enter(client, references, platform))
  return destinations
}

async function enter(
  client: RegistryClient,
  references: readonly Reference[],
  platform: Platform,
): Promise<Destination> {
  const [first, ...others] = references
  if (first === undefined) throw new Error('a repository without a tag')
  const { registry, repository } = first
  const look = async (reference: Reference) =>
    [reference.identifier, await lookAt(client, reference, platform)] as const
  const tags = new Map([await look(first), ...(await allOf(others.map(look)))])
  // Who could read what is there has most likely put it there; elsewhere a login alone proves nothing.
  const isNew = [...tags.values()].every(digest => digest === null)
  if (isNew && client.asksForLogin()) await client.tryPush(repository)
  return { client, registry, repository, tags }
}

/** What a tag stands for before it is moved. */
async function lookAt(
  client: RegistryClient,
  reference: Reference,
  platform: Platform,
): Promise<Digest | null> {
  const there = await client.manifest(reference.repository, reference.identifier)
  if (there === null) return null
  const platforms = await platformsAt(client, reference.repository, there)
  const conflict = otherPlatform(reference, platform, platforms, 'before')
  if (conflict !== null) throw conflict
  return there.digest
}
