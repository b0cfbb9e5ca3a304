import { formatBytes } from '../declare/bytes.ts'
import type { ImageWeight, WeighIn } from '../size/weigh-in.ts'
import { partsThatMatter } from './largest.ts'

/** What is said of a run that the gate stops, or lets through all the same: its sentence, then what an image over its budget consists of. */
export function breachMessage(sentence: string, { images }: WeighIn): string {
  return [sentence, ...images.flatMap(largestOfBreached)].join('\n')
}

function largestOfBreached({ name, budget, platforms }: ImageWeight): readonly string[] {
  const breached = platforms.filter(({ platform }) =>
    budget.limits.some(limit => limit.platform === platform && limit.status === 'over'),
  )
  return breached.map(({ platform, breakdown }) => {
    const parts = partsThatMatter(breakdown).map(
      part => `${part.name} ${formatBytes(part.bytes)} (${part.share})`,
    )
    return `Largest parts of ${name} for ${platform}: ${parts.join(', ')}.`
  })
}
