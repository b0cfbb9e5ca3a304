import { clause } from '../clause.ts'
import { formatRepository, type RepositoryName } from '../declare/reference.ts'
import { Failure } from '../failure.ts'
import { retry, type Patience } from '../host/retry.ts'
import { descriptorOf } from '../image/digest.ts'
import type { Referrer } from '../sbom/referrer.ts'
import { allOf } from './all-of.ts'
import { storeBlob } from './push-blobs.ts'
import type { ReadDocument } from './read-document.ts'
import { lists, referrersTag, withReferrer } from './referrers-index.ts'
import type { Destination, Session } from './session.ts'

/** A repository that has the image, and not all that was to refer to it. */
export interface NotAttached {
  readonly repository: RepositoryName
  /** A Failure, unless it is a defect. */
  readonly cause: unknown
}

/**
 * Pushes referrers to each of the repositories, which have the manifests that they refer to. It throws nothing: the
 * image is published, and the caller has to report that too.
 */
export async function attachReferrers(
  { groups, patience }: Session,
  referrers: readonly Referrer[],
  repositories: readonly RepositoryName[],
): Promise<readonly NotAttached[]> {
  const names = new Set(repositories.map(formatRepository))
  const destinations = groups.flat().filter(destination => names.has(formatRepository(destination)))
  const outcomes = destinations.map(destination =>
    attachAll(destination, referrers, patience).then(
      () => [],
      (cause: unknown) => {
        const { registry, repository } = destination
        return [{ repository: { registry, repository }, cause }]
      },
    ),
  )
  return (await Promise.all(outcomes)).flat()
}

async function attachAll(
  destination: Destination,
  referrers: readonly Referrer[],
  patience: Patience,
): Promise<void> {
  const { client, repository } = destination
  const isNew = await allOf(
    referrers.map(
      async ({ manifest }) => (await client.manifestDigest(repository, manifest.digest)) === null,
    ),
  )
  // Those of several platforms share a config.
  const blobs = new Map(
    referrers.flatMap(({ blobs }, at) =>
      isNew[at] === true ? blobs.map(blob => [blob.digest, blob] as const) : [],
    ),
  )
  await allOf([...blobs.values()].map(blob => storeBlob(destination, blob, null, patience)))
  await allOf(referrers.map(referrer => attach(destination, referrer, patience)))
}

/** Also one that is there already is put once more: only the answer shows who lists it. */
async function attach(destination: Destination, referrer: Referrer, patience: Patience): Promise<void> {
  const { client, repository } = destination
  const { subject, manifest } = referrer
  const listed = await client.storeReferrer(repository, manifest, subject.digest)
  if (!listed) await listByTag(destination, referrer, patience)
}

const PUTS = 3

/**
 * Adds a referrer to the index that is the list of them in a registry without the referrers API. Another client may
 * write the same index at the same time, and the last one wins: so it is read back, and written again if the referrer
 * is not in it.
 *
 * @throws Failure `registry`
 */
async function listByTag(
  { client, registry, repository }: Destination,
  { subject, manifest, artifactType }: Referrer,
  patience: Patience,
): Promise<void> {
  const tag = referrersTag(subject.digest)
  const read = () => client.manifest(repository, tag)
  const isIn = (there: ReadDocument | null) => there !== null && lists(there.bytes, manifest.digest)
  let there = await read()
  for (let put = 1; !isIn(there); put += 1) {
    const name = formatRepository({ registry, repository })
    if (put > PUTS)
      throw new Failure(
        'registry',
        {
          what: clause`${name}:${tag} does not list ${manifest.digest}, although the registry answered ${PUTS} times that it took the list`,
          why: clause`the registry or a proxy before it is broken, or other runs write the same list`,
        },
        { fields: { reference: `${name}:${tag}`, digest: manifest.digest } },
      )
    const index = withReferrer(there?.bytes ?? null, { ...descriptorOf(manifest), artifactType })
    if (!index.ok)
      throw new Failure(
        'registry',
        {
          what: clause`${name}:${tag} is not a list of what refers to ${subject.digest}: it ${index.problem}`,
          fix: clause`remove that tag`,
        },
        { fields: { reference: `${name}:${tag}`, digest: subject.digest } },
      )
    await client.storeManifest(repository, tag, index.value)
    // A registry of many machines may return the old list for a while.
    there = await retry(read, patience, { ofValue: now => (isIn(now) ? null : { retryAfterMs: null }) })
  }
}
