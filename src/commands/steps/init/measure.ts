import path from 'node:path'
import { clauseOf, Failure, Interrupted } from '../../../failure.ts'
import { clauseText } from '../../../clause.ts'
import type { Host } from '../../../host/host.ts'
import type { Service } from '../../../init/draft.ts'
import { suggestBudget } from '../../../report/suggestion.ts'
import { build, type BuildSurface } from '../../build.ts'
import { declare } from '../../declare.ts'

/** The limits of an image, or why it could not be built. */
export type Measured = { readonly budget: readonly string[] } | { readonly why: string }

/** Growth that a change of code seldom reaches by chance; also the whole budget of an image that was not built. */
export const GROWTH = 'image: +50kB'

/**
 * Builds an image once, publishes nothing, and takes its limits from what it weighs.
 *
 * @param top where the inputs' paths start
 * @throws Failure where this machine interrupted the work
 */
export async function measure(
  host: Host,
  top: string,
  { name, inputs }: Service,
  surface: BuildSurface,
): Promise<Measured> {
  const own: Host = { ...host, cwd: top }
  const values = {
    ...inputs,
    budget: 'none',
    baseline: 'none',
    push: 'false',
    // On a terminal an image is written somewhere; this directory is removed when the run ends.
    output: path.join(host.temporary, `${name}.tar`),
  }
  try {
    const { spec } = await declare(own, { surface: 'terminal', values, problems: [] })
    const { weighIn } = await build(own, spec, { ...surface, called: name })
    const platforms = weighIn.images.flatMap(image => image.platforms)
    const sizes = platforms.map(({ platform, sizes }) => ({
      platform,
      limit: suggestBudget(sizes.imageSize),
    }))
    const isSame = new Set(sizes.map(({ limit }) => limit)).size === 1
    const limits = isSame
      ? sizes.slice(0, 1).map(({ limit }) => `image: ${limit}`)
      : sizes.map(({ platform, limit }) => `image@${platform}: ${limit}`)
    return { budget: [...limits, GROWTH] }
  } catch (cause) {
    if (!(cause instanceof Failure) || cause instanceof Interrupted) throw cause
    return { why: clauseText(clauseOf(cause), 'action') }
  }
}
