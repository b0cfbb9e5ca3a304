import { declaredLimits } from '../../declare/budget.ts'
import type { ConfigSpec } from '../../declare/spec.ts'
import { binaryPath } from '../../declare/binary-place.ts'
import { embeddedByPackage } from '../../size/embedded.ts'
import { WEIGH_IN_ANNOTATION, writeAnnotation } from '../../size/annotation.ts'
import { VERSION } from '../../version.ts'
import type { ReadBase } from './base.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import type { ReadBinary } from './read.ts'
import type { Tools } from './tools.ts'
import { settingsOf } from './settings.ts'

/** The image's config with the annotation that a later run reads when it compares itself with this image. */
export function withWeighInAnnotation(
  spec: PlatformOnBase,
  tools: Tools,
  base: ReadBase,
  binaries: readonly ReadBinary[],
): ConfigSpec {
  const { config, budget, recorded = {} } = spec
  const written = writeAnnotation({
    bantam: VERSION,
    settings: settingsOf(spec, tools, base, binaries),
    budget: declaredLimits(budget),
    embedded: new Map(binaries.flatMap(embeddedIn)),
    inputs: recorded,
  })
  return { ...config, annotations: { ...config.annotations, [WEIGH_IN_ANNOTATION]: written } }
}

/** Which package embeds which file is known only where the program is linked. */
function embeddedIn({ linked, breakdown }: ReadBinary): readonly (readonly [string, Packages])[] {
  const packages = embeddedByPackage(breakdown())
  return packages.size === 0 ? [] : [[binaryPath(linked), packages]]
}

type Packages = ReturnType<typeof embeddedByPackage>
