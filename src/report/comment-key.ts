import { createHash } from 'node:crypto'
import type { PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'

/**
 * Returns the key that distinguishes the comment on a set of images from Bantam's other comments on the same pull
 * request: the file of images and what the run was asked for in it, whether or not it could be built. Without such a
 * file, the images' names, platforms and main packages. Names alone are not enough then, because many services of a
 * repository can have a binary named `server`.
 */
export function commentKey({ asked, images }: Pick<WeighIn, 'asked' | 'images'>): string {
  if (asked !== undefined)
    return hashOf([asked.file, ...asked.images.toSorted()].map(one => JSON.stringify(one)))
  const set = images.flatMap(({ name, platforms }) =>
    platforms.map(weight => [name, weight.platform, ...mainsOf(weight)]),
  )
  const sorted = [...new Set(set.map(one => JSON.stringify(one)))].sort()
  return hashOf(sorted)
}

function hashOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32)
}

function mainsOf({ binaries }: PlatformWeight): readonly string[] {
  return binaries.flatMap(({ main }) => main ?? []).sort()
}
