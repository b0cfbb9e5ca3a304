import { input } from '../../../declare/input-part.ts'
import { clause } from '../../../clause.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { printable } from '../../../report/printable.ts'
import { growthOf } from '../../../size/growth.ts'
import type { BaselineReport, ImageWeight, PlatformWeight, WeighIn } from '../../../weigh-in/weigh-in.ts'
import { NO_BUDGET } from '../weigh-in.ts'

interface Named {
  /** The name by which it was asked for. */
  readonly thing: string
  readonly weighIn: WeighIn
}

/**
 * Returns the second weigh-in with its growth over the first. Images with the same name are compared, and the only
 * image of each side whatever it is called. The same holds for platforms.
 *
 * @throws Failure `bad-input` where nothing in one can be compared with the other
 */
export function compare(host: Host, before: Named, after: Named): WeighIn {
  const images = after.weighIn.images.flatMap(image => {
    const old = partnerOf(image, after.weighIn.images, before.weighIn.images, ({ name }) => name)
    if (old === null) {
      host.log.notice(
        printable(`${image.name} is not compared: ${before.thing} holds no image of that name.`),
      )
      return []
    }
    const platforms = comparePlatforms(host, before.thing, old, image)
    return platforms.length === 0
      ? []
      : [{ ...image, platforms, baseline: baselineOf(before, old), budget: NO_BUDGET }]
  })
  if (images.length === 0)
    throw new Failure(
      'bad-input',
      {
        what: clause`${after.thing} cannot be compared with ${before.thing}`,
        why: clause`they have no image and platform in common`,
        fix: clause`name things of one platform, or choose with ${input('platforms')}`,
      },
      { fields: { thing: after.thing } },
    )
  return { ...after.weighIn, images }
}

function comparePlatforms(
  host: Host,
  thing: string,
  before: ImageWeight,
  after: ImageWeight,
): readonly PlatformWeight[] {
  return after.platforms.flatMap(weight => {
    const old = partnerOf(weight, after.platforms, before.platforms, ({ platform }) => platform)
    if (old === null) {
      host.log.notice(`${weight.platform} is not compared: it is not in ${thing}.`)
      return []
    }
    const growth = growthOf(old, weight)
    const causes =
      old.platform === weight.platform
        ? growth.causes
        : [`platform changed from ${old.platform} to ${weight.platform}`, ...growth.causes]
    return [{ ...weight, growth: { ...growth, causes } }]
  })
}

function partnerOf<One>(
  one: One,
  after: readonly One[],
  before: readonly One[],
  keyOf: (one: One) => string,
): One | null {
  if (after.length === 1 && before.length === 1) return before[0] ?? null
  return before.find(old => keyOf(old) === keyOf(one)) ?? null
}

function baselineOf({ thing, weighIn }: Named, { digest }: ImageWeight): BaselineReport {
  return { kind: 'file', reference: thing, revision: weighIn.revision, digest, reason: null }
}
