import { formatBytes } from '../declare/bytes.ts'
import { formatDelta, isSigned } from '../size/breach.ts'
import { largestChanges } from '../size/largest-changes.ts'
import type { Breakdown, ImageWeight, LimitVerdict, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { describeVersions, nameOf } from './change-words.ts'
import { partsThatMatter } from './largest.ts'
import { printable, shorten } from './printable.ts'

const MOST_GROWN = 5
const LONGEST_NAME = 200

/** What is said of a run that the gate stops, or lets through all the same: its sentence, then what an image over its budget consists of, and what of it grew. */
export function breachMessage(sentence: string, { images }: WeighIn): string {
  return [sentence, ...images.flatMap(explain)].join('\n')
}

function explain({ name, budget, platforms }: ImageWeight): readonly string[] {
  return platforms.flatMap(weight => {
    const of = `${name} for ${weight.platform}`
    const over = budget.limits.filter(
      ({ platform, status }) => platform === weight.platform && status === 'over',
    )
    if (over.length === 0) return []
    return [
      ...breachedTrees(weight, over).map(tree => `Largest parts of ${of}: ${partsOf(tree)}.`),
      ...mostGrown(weight).map(parts => `Grown most of ${of}: ${parts}.`),
    ]
  })
}

/** Of the image where that is too large; of the linked binaries where they are. */
export function breachedTrees(
  { breakdown, binaries }: PlatformWeight,
  over: readonly LimitVerdict[],
): readonly Breakdown[] {
  const metrics = over.filter(limit => !isSigned(limit)).map(({ metric }) => metric)
  return [
    ...(metrics.some(metric => metric === 'image' || metric === 'download') ? [breakdown] : []),
    ...(metrics.includes('binary') ? binaries.flatMap(({ breakdown: tree }) => tree ?? []) : []),
  ]
}

function partsOf(tree: Breakdown): string {
  return partsThatMatter(tree)
    .map(part => `${part.name} ${formatBytes(part.bytes)} (${part.share})`)
    .join(', ')
}

/** Empty where there is nothing to compare with, or nothing grew. */
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
