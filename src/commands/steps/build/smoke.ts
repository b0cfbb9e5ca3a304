import type { ImageSpec } from '../../../declare/spec.ts'
import { clause, joinClauses } from '../../../clause.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import type { Image } from '../../../image/image.ts'
import { isolationOf } from '../../../isolation/isolation.ts'
import { smokeTest } from '../../../smoke/smoke-test.ts'
import { smokeHint } from '../../../report/smoke-hint.ts'
import type { SmokeTestReport } from '../../../weigh-in/weigh-in.ts'
import type { ReadBinary } from '../read.ts'
import { NOT_ASKED } from '../weigh-in.ts'

/**
 * Runs the finished image before anything is published, if the user asked for that.
 *
 * @throws Failure `smoke-test`, which names what the image lacks if the output shows it
 */
export async function smokeTestImage(
  host: Host,
  { smoke }: ImageSpec,
  image: Image,
  binaries: readonly ReadBinary[],
): Promise<SmokeTestReport> {
  if (smoke === null) return NOT_ASKED
  try {
    return await smokeTest(host, await isolationOf(host), { image, smoke })
  } catch (cause) {
    throw cause instanceof Failure ? explained(cause, binaries) : cause
  }
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
