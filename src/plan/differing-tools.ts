import { type Clause, clause } from '../clause.ts'
import { PACKER_VERSION } from '../declare/declare-toolchain.ts'
import { input } from '../declare/input-part.ts'
import type { InputName } from '../declare/inputs.ts'
import type { Settings } from '../weigh-in/weigh-in.ts'
import type { WholeImage } from './check-results.ts'

/**
 * Machines of different kinds come with different tools. What platforms of one image were built with differently, a clause
 * each.
 */
export function differingTools({ pieces }: WholeImage): readonly Clause[] {
  return [
    ...differing(pieces, 'Go', 'go-version', ({ go }) => go),
    ...differing(pieces, 'the packer', PACKER_VERSION, ({ packer }) => packer),
  ]
}

function differing(
  pieces: WholeImage['pieces'],
  tool: string,
  name: InputName,
  versionIn: (settings: Settings) => string | null,
): readonly Clause[] {
  // What was not packed, or not compiled, has no version.
  const versions = pieces.flatMap(({ image, weight: { platform, settings } }) => {
    const version = versionIn(settings)
    return version === null ? [] : [{ image: image.name, platform, version }]
  })
  const [first] = versions
  if (first === undefined || versions.every(({ version }) => version === first.version)) return []
  const each = versions.map(({ platform, version }) => `${version} for ${platform}`).join(', ')
  // Its compressor is the one of Node.
  const own = versions.every(({ version }) => version.startsWith('bantam '))
  return [
    own
      ? clause`${first.image} was built with different versions of ${tool} (${each}); the same version of Node gives all platforms the same`
      : clause`${first.image} was built with different versions of ${tool} (${each}); ${input(name)} gives all platforms the same`,
  ]
}
