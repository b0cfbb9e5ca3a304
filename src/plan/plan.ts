import type { Budget, OnOverBudget } from '../declare/budget.ts'
import type { ImageSpec } from '../declare/spec.ts'
import { formatPlatform } from '../declare/platform.ts'
import { formatReference } from '../declare/reference.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { VERSION } from '../version.ts'
import { digestOfValue } from './canonical.ts'
import { settingsDigest } from './settings-digest.ts'

/** What several runs build together: all that they must agree on, and that the merge needs to know. */
export interface Plan {
  readonly schemaVersion: 1
  /** The digest of the rest. A result names the plan that it belongs to by it. */
  readonly id: Digest
  /** Version of Bantam. */
  readonly bantam: string
  /** The commit that is built; `null` if git does not know it. */
  readonly revision: string | null
  readonly images: readonly [PlannedImage, ...PlannedImage[]]
}

export interface PlannedImage {
  /** Its key in bantam.yaml; `null` for the only image of a plan without that file. */
  readonly key: string | null
  /** Of everything else that the image depends on. */
  readonly settings: Digest
  /** In the order of the index, each once. */
  readonly platforms: readonly [string, ...string[]]
  readonly push: boolean
  /** The tags to move once everything is there. */
  readonly references: readonly string[]
  readonly budget: Budget
  readonly onOverBudget: OnOverBudget
  readonly index: PlannedIndex
}

/** The annotations of the index, and of the descriptor of each platform in their order. */
export interface PlannedIndex {
  readonly annotations: Readonly<Record<string, string>>
  readonly descriptors: readonly Readonly<Record<string, string>>[]
}

/** One image that a run declares. */
export interface DeclaredPlanned {
  readonly key: string | null
  readonly spec: ImageSpec
}

/** @param cwd where paths of the settings start, which may be another directory on another machine */
export function planOf(images: readonly [DeclaredPlanned, ...DeclaredPlanned[]], cwd: string): Plan {
  const [first, ...others] = images
  const content: Omit<Plan, 'id'> = {
    schemaVersion: 1,
    bantam: VERSION,
    revision: first.spec.revision,
    images: [plannedImage(first, cwd), ...others.map(image => plannedImage(image, cwd))],
  }
  return { ...content, id: idOf(content) }
}

export function idOf({ schemaVersion, bantam, revision, images }: Omit<Plan, 'id'>): Digest {
  return digestOfValue({ schemaVersion, bantam, revision, images })
}

export function plannedImage({ key, spec }: DeclaredPlanned, cwd: string): PlannedImage {
  const [first, ...others] = spec.platforms
  return {
    key,
    settings: settingsDigest(spec, cwd),
    platforms: [formatPlatform(first.platform), ...others.map(({ platform }) => formatPlatform(platform))],
    push: spec.publish.push,
    references: spec.publish.references.map(formatReference),
    budget: spec.budget,
    onOverBudget: spec.onOverBudget,
    index: {
      annotations: spec.index.annotations,
      descriptors: spec.platforms.map(({ descriptorAnnotations }) => descriptorAnnotations),
    },
  }
}

/** The image as a message names it: its key, or the only one. */
export function imageName({ key }: Pick<PlannedImage, 'key'>): string {
  return key ?? 'the image'
}
