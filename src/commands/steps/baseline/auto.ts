import type { AutoBaseline } from '../../../declare/baseline-spec.ts'
import { formatPlatform, type Platform } from '../../../declare/platform.ts'
import type { Kept, KeptAt } from '../../../github/kept-weigh-in.ts'
import type { Host } from '../../../host/host.ts'
import { unreadable, type FoundBaseline, type MissingBaseline, type ReadBaseline } from './found.ts'
import { readFromWeighIn } from './open.ts'

/** Returns what the cache keeps of a branch: the weigh-in of the commit, else the newest. */
export type RestoreWeighIn = (at: KeptAt) => Promise<Kept>

interface BaselineSources {
  readonly kept: RestoreWeighIn | undefined
  /** The image that the branch's tag names. */
  readonly image: (() => Promise<FoundBaseline>) | null
}

/**
 * Reads what a branch weighed at the commit where this change starts: from the cache, or from an image that was
 * published from that commit. Otherwise it reads the newest weigh-in in the cache: a run that publishes a branch also
 * keeps its weigh-in, where there is a cache. If the cache cannot be read, only an image of exactly that commit takes
 * its place, because a published image may be older than what is kept. A weigh-in of another version of Bantam's
 * counts as none, because every branch has such a one after Bantam is updated.
 */
export async function findOfBranch(
  host: Host,
  platform: Platform,
  { commit, branch, why }: AutoBaseline,
  places: BaselineSources,
): Promise<FoundBaseline> {
  const restored = branch === null ? undefined : await places.kept?.({ branch, commit })
  if (restored?.status === 'other version')
    host.log.notice(`There is nothing to compare with in the cache: ${restored.reason}.`)
  const kept = restored === undefined ? null : asBaseline(restored, platform)
  if (kept?.status === 'read' && isOf(kept, commit)) return kept
  const image = await places.image?.()
  if (image?.status === 'read' && isOf(image, commit)) return image
  if (image?.status === 'unreadable' && kept !== null) host.log.debug(`baseline: ${image.reason}`)
  if (kept?.status === 'read') return startingFrom(kept, commit)
  if (kept !== null) return kept
  if (image === undefined) return nothingToCompare(branch, why, restored)
  return image.status === 'read' ? startingFrom(image, commit) : image
}

/** `null`: it is certain that there is none. */
function asBaseline(kept: Kept, platform: Platform): FoundBaseline | null {
  const place = { kind: 'cache', reference: null } as const
  switch (kept.status) {
    case 'none':
    case 'other version':
      return null
    case 'unreadable':
      return unreadable(kept.reason, place)
    case 'found': {
      const found = readFromWeighIn(kept.weighIn, platform, place)
      // Weigh-ins are kept by platform, so one for another platform should not be here.
      return found.images.length > 0
        ? found
        : unreadable(`the weigh-in kept in the cache has no image for ${formatPlatform(platform)}`, place)
    }
  }
}

function nothingToCompare(
  branch: string | null,
  why: string | null,
  restored: Kept | undefined,
): MissingBaseline {
  const looked = restored === undefined ? [] : [whyNoneIsKept(branch, restored)]
  return {
    status: 'absent',
    report: null,
    reason: [...looked, why ?? 'there is no image to read'].join(', and '),
  }
}

function whyNoneIsKept(branch: string | null, restored: Kept): string {
  return restored.status === 'other version'
    ? restored.reason
    : `no weigh-in of ${branch} is kept in the cache`
}

function isOf({ report }: ReadBaseline, commit: string | null): boolean {
  return commit !== null && report.revision === commit
}

/** Notes the base commit, so that reports say that the baseline is of another commit. */
function startingFrom(found: ReadBaseline, commit: string | null): ReadBaseline {
  return commit === null ? found : { ...found, report: { ...found.report, startsFrom: commit } }
}
