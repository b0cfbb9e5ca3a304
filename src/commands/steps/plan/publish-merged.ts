import type { MergeSpec } from '../../../declare/declare-merge.ts'
import { type Parsed } from '../../../declare/parsed.ts'
import { parseReference, type Reference } from '../../../declare/reference.ts'
import type { PublishSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import type { ImageSet } from '../../../image/image-set.ts'
import type { WholeImage } from '../../../plan/check-results.ts'
import type { Move } from '../../../registry/move-tag.ts'
import { moveTags, notMovedResult, prepareTags } from '../../../registry/push.ts'
import { authenticate, requireAll, type Session } from '../../../registry/session.ts'
import { requireStored } from '../../../registry/stored-images.ts'
import { outcomeOf, type Published } from '../build/publish.ts'

export interface MergedImage {
  readonly whole: WholeImage
  readonly set: ImageSet
}

interface Prepared extends MergedImage {
  readonly wanted: readonly Reference[]
  readonly session: Session
  readonly moves: readonly Move[]
}

/**
 * Moves the tags of all images. First it looks for every image in every repository and puts every index, so that no tag of
 * any image is moved before all of the plan is there. It never throws, because a run that fails here must report what is
 * published, and where.
 *
 * @returns what became of each image, in their order
 */
export async function publishMerged(
  host: Host,
  images: readonly MergedImage[],
  login: Pick<MergeSpec, 'credentials' | 'githubToken'>,
): Promise<readonly Published[]> {
  const prepared: Prepared[] = []
  try {
    for (const image of images) prepared.push(await prepare(host, image, login))
  } catch (failure) {
    return Promise.all(images.map(image => notPublished(image, prepared, failure)))
  }
  const published: Published[] = []
  for (const { wanted, session, moves, set } of prepared) {
    const pushed = await moveTags(session, set, moves)
    const failure = pushed.missing[0]?.cause ?? null
    published.push(outcomeOf(set, [], pushed, { wanted, failure, bare: [] }))
  }
  return published
}

async function prepare(
  host: Host,
  { whole, set }: MergedImage,
  login: Pick<MergeSpec, 'credentials' | 'githubToken'>,
): Promise<Prepared> {
  const wanted = referencesOf(whole)
  const publish: PublishSpec = { push: true, references: wanted, load: false, output: null, ...login }
  const platforms = whole.pieces.map(({ platform }) => platform)
  const session = await authenticate(host, publish, platforms)
  requireAll(session)
  await requireStored(session, set)
  return { whole, set, wanted, session, moves: await prepareTags(session, set) }
}

async function notPublished(
  { whole, set }: MergedImage,
  prepared: readonly Prepared[],
  failure: unknown,
): Promise<Published> {
  const wanted = referencesOf(whole)
  const session = prepared.find(image => image.whole === whole)?.session
  const missing = wanted.map(reference => ({ reference, cause: failure }))
  const pushed =
    session === undefined ? { live: [], missing, untagged: [] } : await notMovedResult(session, set, failure)
  return outcomeOf(set, [], { ...pushed, untagged: [] }, { wanted, failure, bare: [] })
}

function referencesOf({ planned }: WholeImage): readonly Reference[] {
  return planned.references.map(text => certain(parseReference(text)))
}

/** The plan was checked when it was read. */
function certain<Value>(read: Parsed<Value, unknown>): Value {
  if (!read.ok) throw new Error('a plan with a reference that is none')
  return read.value
}
