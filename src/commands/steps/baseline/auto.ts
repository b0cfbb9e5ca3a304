import type { AutoBaseline } from '../../../declare/baseline.ts'
import type { Platform } from '../../../declare/platform.ts'
import type { KeptAt } from '../../../github/kept-weigh-in.ts'
import type { Host } from '../../../host/host.ts'
import type { WeighIn } from '../../../size/weigh-in.ts'
import type { FoundBaseline, MissingBaseline, ReadBaseline } from './found.ts'
import { readFromWeighIn } from './open.ts'

/** Gives what the cache keeps of a branch: of the commit, else the newest; `null` where it keeps none, or none that can be read. */
export type RestoreWeighIn = (at: KeptAt) => Promise<WeighIn | null>

interface Places {
  readonly kept: RestoreWeighIn | undefined
  /** The image that the branch's tag names. */
  readonly image: (() => Promise<FoundBaseline>) | null
}

/**
 * What a branch weighed where this change starts: kept of that very commit, or published from it. Else its newest, which is
 * the one kept: whoever publishes a branch keeps its weigh-in too, where there is a cache at all.
 */
export async function findOfBranch(
  host: Host,
  platform: Platform,
  { commit, branch, why }: AutoBaseline,
  places: Places,
): Promise<FoundBaseline> {
  const kept =
    branch === null || places.kept === undefined
      ? null
      : asBaseline(await places.kept({ branch, commit }), platform)
  if (kept !== null && isOf(kept, commit)) return kept
  const image = await places.image?.()
  if (image?.status === 'read' && isOf(image, commit)) return image
  if (kept !== null) {
    if (image?.status === 'unreadable') host.log.debug(`baseline: ${image.reason}`)
    return startingFrom(kept, commit)
  }
  if (image === undefined) return nothingToCompare(branch, why, places)
  return image.status === 'read' ? startingFrom(image, commit) : image
}

function asBaseline(weighIn: WeighIn | null, platform: Platform): ReadBaseline | null {
  if (weighIn === null) return null
  const found = readFromWeighIn(weighIn, platform, { kind: 'cache', reference: null })
  return found.images.length === 0 ? null : found
}

function nothingToCompare(branch: string | null, why: string | null, { kept }: Places): MissingBaseline {
  const looked =
    branch === null || kept === undefined ? [] : [`no weigh-in of ${branch} is kept in the cache`]
  return {
    status: 'absent',
    report: null,
    reason: [...looked, why ?? 'there is no image to read'].join(', and '),
  }
}

function isOf({ report }: ReadBaseline, commit: string | null): boolean {
  return commit !== null && report.revision === commit
}

/** Whoever reads of it is told that it is not the very base. */
function startingFrom(found: ReadBaseline, commit: string | null): ReadBaseline {
  return commit === null ? found : { ...found, report: { ...found.report, startsFrom: commit } }
}
