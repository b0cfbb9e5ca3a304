import { clause, joinClauses } from '../../../clause.ts'
import { input } from '../../../declare/input-part.ts'
import type { BaseImage } from '../../../image/base-image.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import type { Image } from '../../../image/image.ts'
import type { Isolations } from '../../../isolation/isolation.ts'
import { smokeTest } from '../../../smoke/smoke-test.ts'
import { smokeHint } from '../../../report/smoke-hint.ts'
import type { SmokeTestReport } from '../../../weigh-in/weigh-in.ts'
import type { PlatformOnBase } from '../platform-on-base.ts'
import type { ReadBinary } from '../read.ts'
import { NOT_ASKED } from '../weigh-in.ts'
import { formatPlatform, type Platform } from '../../../declare/platform.ts'
import { kernelStarts, starterFor } from '../../../proof/starter.ts'

function notRunHere(host: Host, platform: Platform): SmokeTestReport {
  const starter = starterFor(host, platform)
  const why = starter.kind === 'none' ? starter.why : `this machine cannot run ${formatPlatform(platform)}`
  return { status: 'not run', seen: [why] }
}

interface SmokeTesting {
  readonly binaries: readonly ReadBinary[]
  readonly isolations: Isolations
  /** Whether the image is for one platform. */
  readonly isAlone: boolean
}

/**
 * Runs the finished image before anything is published, if the user asked for that. Of several platforms, those that this
 * machine cannot run are left out, and say so.

 * @throws Failure `smoke-test`, which names what the image lacks if the output shows it
 */
export async function smokeTestImage(
  host: Host,
  { smoke, platform, on }: PlatformOnBase,
  image: Image,
  { binaries, isolations, isAlone }: SmokeTesting,
): Promise<SmokeTestReport> {
  if (smoke === null) return NOT_ASKED
  if (!isAlone && !kernelStarts(platform)) return notRunHere(host, platform)
  if (on !== undefined) refuseLarge(on)
  try {
    return await smokeTest(host, await isolations.search(), {
      image,
      smoke,
      ...(on === undefined ? {} : { base: [...on.tree.values()] }),
    })
  } catch (cause) {
    throw cause instanceof Failure ? explained(cause, binaries) : cause
  }
}

/** Bytes. The test holds the files of the image in memory. */
const LARGEST_BASE = 1_000_000_000

function refuseLarge({ name, layers }: BaseImage): void {
  const bytes = layers.flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes, 0)
  if (bytes <= LARGEST_BASE) return
  throw new Failure(
    'smoke-test',
    {
      what: clause`the smoke test was not run`,
      why: clause`the files of ${name} have ${bytes} bytes, and the limit is ${LARGEST_BASE}`,
      fix: clause`use a smaller base, or leave out ${input('smoke-args')} and ${input('smoke-http')}`,
      state: clause`nothing was published`,
    },
    { fields: { input: 'base', value: name } },
  )
}

function explained(failure: Failure, binaries: readonly ReadBinary[]): Failure {
  const hint = smokeHint(
    failure.output ?? '',
    binaries.map(({ executable }) => executable.needs),
  )
  if (hint === null) return failure
  const { code, clauses, output, fields } = failure
  const { why = [] } = clauses
  return new Failure(
    code,
    { ...clauses, why: joinClauses([why, clause`by its output, ${hint.why}`], '; '), fix: hint.fix },
    { cause: failure, output, fields },
  )
}
