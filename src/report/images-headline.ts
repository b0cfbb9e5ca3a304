import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { code } from './escape.ts'
import { type ImageRows, imageRows } from './image-rows.ts'
import { urgencyOf } from './urgency.ts'
import { verdictOf } from './verdict-words.ts'

/** Shows the image with the most urgent verdict, and sums up the others: `web: over budget; 2 more images, passing`. */
export function imagesHeadline(weighIn: WeighIn): string {
  const { images, failed = [] } = weighIn
  const [broken] = failed
  const [worst] = images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget))
  const others = imageRows(weighIn).filter(({ name }) => name !== (broken ?? worst)?.name)
  if (broken !== undefined) return `${code(broken.name)}: failed${sumUp(others)}`
  if (worst === undefined) return 'Nothing was weighed'
  return `${code(worst.name)}: ${verdictOf(worst)}${sumUp(others)}`
}

function sumUp(others: readonly ImageRows[]): string {
  if (others.length === 0) return ''
  const failing = others.filter(({ fails }) => fails).length
  const rest =
    failing > 0
      ? `of which ${failing} ${failing === 1 ? 'fails' : 'fail'}`
      : others.every(({ hasBudget }) => hasBudget)
        ? 'passing'
        : 'some without a budget'
  return `; ${others.length} more ${others.length === 1 ? 'image' : 'images'}, ${rest}`
}
