import type { Growth } from '../weigh-in/growth.ts'
import type { ImageWeight, PlatformWeight } from '../weigh-in/weigh-in.ts'
import { describeBaseline } from './baseline-words.ts'
import { filesThatMatter } from './change-words.ts'
import { type Section, paragraph } from './document.ts'
import { code, escape } from './escape.ts'
import { baselineLine, causesSection, changesTable } from './growth-table.ts'

/** Explains the platform that grew most. The others grew by the same amount, or are folded. */
export function whySections(image: ImageWeight): readonly Section[] {
  const why = whyGrown(image, false)
  if (why !== null) return [paragraph(`#### ${why.title}`), ...why.sections]
  return image.baseline === null ? [] : [paragraph(baselineLine(image.baseline))]
}

/** Why the platform of an image grew that grew most, with a title; `null` if nothing was compared. */
export function whyGrown(
  { name, platforms, baseline }: ImageWeight,
  isNamed: boolean,
): { readonly title: string; readonly sections: readonly Section[] } | null {
  const most = mostGrown(platforms)
  const growth = most?.growth ?? null
  if (most === undefined || growth === null) return null
  const tables = whyTables(growth)
  const what =
    tables.length === 0 && growth.causes.length === 0 ? 'Nothing changed beyond noise' : 'What changed'
  const image = isNamed ? ` in ${code(name)}` : ''
  const platform = platforms.length > 1 ? ` for ${escape(most.platform)}` : ''
  const over = baseline === null ? '' : `, compared with ${escape(describeBaseline(baseline))}`
  const causes = growth.causes.length === 0 ? [] : [causesSection(growth.causes)]
  return { title: `${what}${image}${platform}${over}`, sections: [...causes, ...tables] }
}

export function mostGrown(platforms: readonly PlatformWeight[]): PlatformWeight | undefined {
  return platforms.toSorted((one, other) => Math.abs(grownBy(other)) - Math.abs(grownBy(one)))[0]
}

/** Shows the ten largest changes of the linked binaries, and of the files if a file matters. */
export function whyTables({ nodes, files }: Growth): readonly Section[] {
  return [...changesTable('before packing', nodes), ...changesTable('in the image', filesThatMatter(files))]
}

/** Returns the number of bytes that its binaries grew by. */
function grownBy({ growth }: PlatformWeight): number {
  return growth?.metrics.find(({ metric }) => metric === 'binary')?.delta ?? 0
}
