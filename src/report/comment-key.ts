import { createHash } from 'node:crypto'
import type { PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'

/**
 * Returns the key that distinguishes the comment on a set of images from Bantam's other comments on the same pull
 * request: the images' names, platforms and main packages. Names alone are not enough, because many services of a
 * repository can have a binary named `server`.
 */
export function commentKey({ images }: Pick<WeighIn, 'images'>): string {
  const set = images.flatMap(({ name, platforms }) =>
    platforms.map(weight => [name, weight.platform, ...mainsOf(weight)]),
  )
  const sorted = [...new Set(set.map(one => JSON.stringify(one)))].sort()
  return createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 32)
}

function mainsOf({ binaries }: PlatformWeight): readonly string[] {
  return binaries.flatMap(({ main }) => main ?? []).sort()
}
