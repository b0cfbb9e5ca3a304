import { createHash } from 'node:crypto'
import type { WeighIn } from '../size/weigh-in.ts'

/** What tells the comment on a set of images from Bantam's others on the same pull request: their names and platforms. */
export function commentKey({ images }: Pick<WeighIn, 'images'>): string {
  const set = images.flatMap(({ name, platforms }) => platforms.map(({ platform }) => [name, platform]))
  const sorted = [...new Set(set.map(pair => JSON.stringify(pair)))].sort()
  return createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 32)
}
