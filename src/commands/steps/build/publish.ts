import { formatReference, formatRepository, type Reference } from '../../../declare/reference.ts'
import type { PublishSpec, SharedSpec } from '../../../declare/spec.ts'
import { Failure, reasonText } from '../../../failure.ts'
import { errorMessage } from '../../../host/error-code.ts'
import type { Host } from '../../../host/host.ts'
import { shownPath } from '../../../host/shown-path.ts'
import type { Blob } from '../../../image/blob.ts'
import type { ImageSet } from '../../../image/image-set.ts'
import { loadIntoDaemon } from '../../../output/daemon.ts'
import { OUTPUT_FORMATS, type References } from '../../../output/formats.ts'
import { attachReferrers, type NotAttached } from '../../../registry/attach.ts'
import { pushImages, type PushResult, storeImages } from '../../../registry/push.ts'
import type { Session } from '../../../registry/session.ts'
import { failedPublication, otherReasons } from '../../../report/failed-publication.ts'
import { localName, placeName, type Whereabouts } from '../../../report/run-command.ts'
import { sbomReferrer } from '../../../sbom/referrer.ts'
import type { NotPublished } from '../../../weigh-in/weigh-in.ts'
import { outputOf } from './check-output.ts'
import { requireInPlace } from '../paths-in-place.ts'

/** Where the image is now, and where it should be too. */
export interface Published {
  /** In registries, `registry/repository:tag`; with its digest where a repository has it without a tag. */
  readonly references: readonly string[]
  readonly places: readonly Whereabouts[]
  readonly missing: readonly NotPublished[]
  /** What went wrong; `null`: the image is everywhere that was asked for. A Failure, unless it is a defect. */
  readonly failure: unknown
}

/**
 * Publishes the image, and then what refers to it. Registries come last: a local step that fails leaves no tag behind. It
 * never throws, because a run that fails here must report what is already published, and where.
 *
 * @param sboms of the images, in their order; `null` where none is asked for
 */
export async function publish(
  host: Host,
  { publish: publishing, workingDirectory, sbom }: SharedSpec,
  name: string,
  set: ImageSet,
  session: Session | null,
  sboms: readonly (Blob | null)[] = [],
): Promise<Published> {
  const wanted = publishing.push ? publishing.references : []
  const { places, failure } = await writeLocally(host, { publish: publishing, workingDirectory }, name, set)
  if (failure !== null) {
    const missing = wanted.map(reference => ({ reference, cause: failure }))
    return outcomeOf(set, places, { live: [], missing, untagged: [] }, { wanted, failure, bare: [] })
  }
  if (session === null) return { references: [], places, missing: [], failure: null }
  if (publishing.piece !== undefined) return publishPiece(session, { places, set, sbom, sboms })
  const pushed = await pushImages(session, set)
  const referrers = sbom.includes('referrer') ? referrersOf(set, sboms) : []
  const bare = await attachReferrers(
    session,
    referrers,
    pushed.live.map(({ reference }) => reference),
  )
  const cause = pushed.missing[0]?.cause ?? bare[0]?.cause ?? null
  return outcomeOf(set, places, pushed, { wanted, failure: cause, bare })
}

interface PieceToPublish extends Pick<SharedSpec, 'sbom'> {
  readonly places: readonly Whereabouts[]
  readonly set: ImageSet
  readonly sboms: readonly (Blob | null)[]
}

/** Stores a piece of a plan, which has no tag yet: what refers to it is each manifest's digest. */
async function publishPiece(
  session: Session,
  { places, set, sbom, sboms }: PieceToPublish,
): Promise<Published> {
  const repositories = session.groups.flat().map(({ registry, repository }) => ({ registry, repository }))
  const references = repositories.flatMap(repository =>
    set.images.map(({ manifest }) => formatReference({ ...repository, identifier: manifest.digest })),
  )
  try {
    await storeImages(session, set)
  } catch (failure) {
    return { references: [], places, missing: references.map(one => notPublished(one, failure)), failure }
  }
  const referrers = sbom.includes('referrer') ? referrersOf(set, sboms) : []
  const [bare] = await attachReferrers(session, referrers, repositories)
  const stored = references.map(reference => ({ kind: 'registry' as const, reference }))
  return { references, places: [...places, ...stored], missing: [], failure: bare?.cause ?? null }
}

function notPublished(reference: string, cause: unknown): NotPublished {
  return { reference, reason: cause instanceof Failure ? reasonText(cause) : errorMessage(cause) }
}

function referrersOf({ images }: ImageSet, sboms: readonly (Blob | null)[]) {
  return images.flatMap(({ manifest }, at) => {
    const document = sboms[at] ?? null
    return document === null ? [] : [sbomReferrer(manifest, document)]
  })
}

interface Outcome {
  readonly wanted: readonly Reference[]
  readonly failure: unknown
  /** Repositories that have the image without its SBOM. */
  readonly bare: readonly NotAttached[]
}

/** Returns the references in the order in which the user named them. */
export function outcomeOf(
  { root }: ImageSet,
  local: readonly Whereabouts[],
  { live, missing, untagged }: PushResult,
  { wanted, failure, bare }: Outcome,
): Published {
  const tags = new Set(live.map(({ reference }) => formatReference(reference)))
  const references = [
    ...wanted.map(formatReference).filter(reference => tags.has(reference)),
    ...untagged.map(repository => formatReference({ ...repository, identifier: root.digest })),
  ]
  const places = [
    ...local,
    ...references.slice(0, 1).map(reference => ({ kind: 'registry' as const, reference })),
  ]
  const notThere = missing.map(({ reference, cause }) => notPublished(formatReference(reference), cause))
  return {
    references,
    places,
    missing: notThere,
    failure:
      failure instanceof Failure
        ? saying(failure, [...local.map(placeName), ...references], notThere, bare)
        : failure,
  }
}

function saying(
  cause: Failure,
  places: readonly string[],
  missing: readonly NotPublished[],
  bare: Outcome['bare'],
): Failure {
  const withoutSbom = bare.map(({ repository }) => formatRepository(repository))
  const output = cause.output ?? otherReasons(missing)
  return new Failure(
    cause.code,
    { ...cause.clauses, state: failedPublication(places, missing, withoutSbom) },
    { cause, output, fields: cause.fields, locations: cause.locations },
  )
}

interface Local {
  readonly places: readonly Whereabouts[]
  /** `null`: everything was written. */
  readonly failure: unknown
}

async function writeLocally(
  host: Host,
  { publish: publishing, workingDirectory }: Pick<SharedSpec, 'publish' | 'workingDirectory'>,
  name: string,
  set: ImageSet,
): Promise<Local> {
  const output = outputOf(host, publishing, name)
  const local = localReferences(publishing, name)
  const places: Whereabouts[] = []
  try {
    if (output !== null) {
      await requireInPlace(host, { workingDirectory }, output.path)
      const format = OUTPUT_FORMATS[output.kind]
      await format.write(output.path, set, local)
      places.push(format.where(shownPath(host, output.path), local))
    }
    if (publishing.load) {
      await loadIntoDaemon(host, set, local)
      places.push({ kind: 'daemon', reference: local[0] })
    }
    return { places, failure: null }
  } catch (failure) {
    return { places, failure }
  }
}

function localReferences({ references }: PublishSpec, name: string): References {
  const [first, ...others] = references.map(formatReference)
  return first === undefined ? [`${localName(name)}:latest`] : [first, ...others]
}
