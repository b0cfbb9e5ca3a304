import type { Platform } from '../declare/platform.ts'
import { formatRepository, type Reference, type RepositoryName } from '../declare/reference.ts'
import type { PublishSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import type { Host } from '../host/host.ts'
import type { Patience } from '../host/retry.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { allOf } from './all-of.ts'
import { connect, type RegistryClient } from './client.ts'
import { findCredentialsToPush, type Credentials } from './credentials.ts'
import { otherPlatform } from './other-platform.ts'
import { platformsAt } from './platforms-at.ts'
import { PATIENCE } from './registry.ts'

/** Every repository that a run publishes to, logged in. */
export interface Session {
  readonly platforms: readonly Platform[]
  readonly patience: Patience
  /** Repositories that share a registry and a login. Blobs can be mounted from one to another within a group. */
  readonly groups: readonly (readonly Destination[])[]
  /** What cannot be published to, while something else can. */
  readonly refused: readonly Refused[]
}

/** References in a registry that refused the login. */
export interface Refused {
  readonly references: readonly Reference[]
  readonly cause: Failure
}

/** One repository and the tags to move there. */
export interface Destination extends RepositoryName {
  readonly client: RegistryClient
  /** Each tag with the digest that it referred to when the run began; `null` if the tag did not exist. */
  readonly tags: ReadonlyMap<string, Digest | null>
}

/**
 * Logs in to every registry that the run publishes to, and checks that a push is allowed and replaces no image for
 * another platform. It runs beside the compiler, so that a problem is reported before minutes of packing. A registry that
 * fails does not keep the image from the others.
 *
 * @throws Failure `registry` if no registry is left, `bad-input`
 */
export async function authenticate(
  host: Host,
  publish: PublishSpec,
  platforms: readonly Platform[],
  patience: Patience = PATIENCE,
): Promise<Session> {
  const repositories = [...Map.groupBy(publish.references, formatRepository).values()]
  const found = await allOf(repositories.map(references => withCredentials(host, references, publish)))
  const entered = await allOf(
    [...Map.groupBy(found, ({ key }) => key).values()].map(members =>
      enterAll(host, members, platforms, patience).then(
        group => ({ group }),
        (cause: unknown) => refusedTo(members, cause),
      ),
    ),
  )
  const groups = entered.flatMap(one => ('group' in one ? [one.group] : []))
  const refused = entered.flatMap(one => ('cause' in one ? [one] : []))
  const [first] = refused
  if (groups.length === 0 && first !== undefined) throw first.cause
  return { platforms, patience, groups, refused }
}

/**
 * For what all registries get or none, such as a piece of a plan.
 *
 * @throws Failure `registry` for a registry that did not let the run in
 */
export function requireAll({ refused }: Pick<Session, 'refused'>): void {
  const [first] = refused
  if (first !== undefined) throw first.cause
}

function refusedTo(members: readonly FoundCredentials[], cause: unknown): Refused {
  if (!(cause instanceof Failure) || cause.code !== 'registry') throw cause
  return { references: members.flatMap(({ references }) => references), cause }
}

interface FoundCredentials {
  /** The references within one repository. */
  readonly references: readonly Reference[]
  readonly credentials: Credentials | null
  /** The same key means the same registry and credentials. */
  readonly key: string
}

async function withCredentials(
  host: Host,
  references: readonly Reference[],
  publish: PublishSpec,
): Promise<FoundCredentials> {
  const [name] = references
  if (name === undefined) throw new Error('a repository without a tag')
  const credentials = await findCredentialsToPush(host, name, publish)
  const { source: _, ...login } = credentials ?? { source: '' }
  const key = JSON.stringify([name.registry, login])
  return { references, credentials, key }
}

async function enterAll(
  host: Host,
  found: readonly FoundCredentials[],
  platforms: readonly Platform[],
  patience: Patience,
): Promise<readonly Destination[]> {
  const [first] = found
  const registry = first?.references[0]?.registry
  if (first === undefined || registry === undefined) return []
  const client = connect(host, registry, first.credentials, patience)
  const destinations: Destination[] = []
  // One after the other, because the first request learns how to log in.
  for (const { references } of found) destinations.push(await enter(client, references, platforms))
  return destinations
}

async function enter(
  client: RegistryClient,
  references: readonly Reference[],
  platforms: readonly Platform[],
): Promise<Destination> {
  const [first, ...others] = references
  if (first === undefined) throw new Error('a repository without a tag')
  const { registry, repository } = first
  const look = async (reference: Reference) =>
    [reference.identifier, await lookAt(client, reference, platforms)] as const
  const tags = new Map([await look(first), ...(await allOf(others.map(look)))])
  // A user who can read an image there has most likely pushed it. In a new repository, a login alone does not show that
  // a push is allowed.
  const isNew = [...tags.values()].every(digest => digest === null)
  if (isNew && client.asksForLogin()) await client.tryPush(repository)
  return { client, registry, repository, tags }
}

/** Reads what a tag refers to before it is moved. */
async function lookAt(
  client: RegistryClient,
  reference: Reference,
  ours: readonly Platform[],
): Promise<Digest | null> {
  const there = await client.manifest(reference.repository, reference.identifier)
  if (there === null) return null
  const platforms = await platformsAt(client, reference.repository, there)
  const conflict = otherPlatform(reference, ours, platforms, 'before')
  if (conflict !== null) throw conflict
  return there.digest
}
