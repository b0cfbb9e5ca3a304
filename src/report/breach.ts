import { formatDelta } from './figures.ts'
import { formatBytes } from '../declare/bytes.ts'
import { isOfGrowth, isPart } from '../weigh-in/limit.ts'
import { metricRow } from '../weigh-in/metric.ts'
import { largestChanges } from '../size/largest-changes.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import type { LimitVerdict } from '../weigh-in/verdict.ts'
import { describeVersions, nameOf } from './change-words.ts'
import { partsThatMatter } from './largest.ts'
import { printable, shorten } from './printable.ts'

const MOST_GROWN = 5
/** A message is shown in one piece. The report has what is left out. */
const MOST_LINES = 20
const LONGEST_NAME = 200

/**
 * Builds the message for a run that the gate stops or lets pass with a breach: its sentence, then the largest parts and
 * the largest growth of each image over its budget.
 */
export function breachMessage(sentence: string, { images }: WeighIn): string {
  return [sentence, ...images.flatMap(explain).slice(0, MOST_LINES)].join('\n')
}

function explain({ name, budget, platforms }: ImageWeight): readonly string[] {
  return platforms.flatMap(weight => {
    const of = `${name} for ${weight.platform}`
    const over = budget.limits.filter(
      ({ platform, status }) => platform === weight.platform && status === 'over',
    )
    if (over.length === 0) return []
    return [
      ...breachedTrees(weight, over).map(tree => `Largest parts in ${of}: ${partsOf(tree)}.`),
      ...mostGrown(weight).map(parts => `Largest growth in ${of}: ${parts}.`),
    ]
  })
}

/** Returns the tree of the image if its size is exceeded, and those of the linked binaries if theirs is. */
export function breachedTrees(
  { breakdown, binaries }: PlatformWeight,
  over: readonly LimitVerdict[],
): readonly Breakdown[] {
  const measured = over.flatMap(limit =>
    isOfGrowth(limit) || isPart(limit.subject) ? [] : [metricRow(limit.subject.kind).of],
  )
  return [
    ...(measured.some(of => of === 'files' || of === 'transfer') ? [breakdown] : []),
    ...(measured.includes('linked binaries') ? binaries.flatMap(({ breakdown: tree }) => tree ?? []) : []),
  ]
}

function partsOf(tree: Breakdown): string {
  return partsThatMatter(tree)
    .map(part => `${part.name} ${formatBytes(part.bytes)} (${part.share})`)
    .join(', ')
}

/** Empty without a baseline, or if nothing grew. */
function mostGrown({ growth }: PlatformWeight): readonly string[] {
  const { largest } = largestChanges(growth?.nodes ?? [], MOST_GROWN)
  const grown = largest
    .filter(({ delta }) => delta > 0)
    .map(({ node, delta, within }) => {
      const name = shorten(printable(nameOf(node, false)), LONGEST_NAME)
      const version = describeVersions(node)
      const parts = within.map(part => shorten(printable(nameOf(part.node, false)), LONGEST_NAME)).join(', ')
      const where = parts === '' ? '' : ` (${parts})`
      return `${name}${version === '' ? '' : ` ${printable(version)}`} ${formatDelta(delta)}${where}`
    })
  return grown.length === 0 ? [] : [grown.join(', ')]
}
