import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import type { Image } from '../../image/image.ts'
import { isolationOf } from '../../pack/isolation/isolation.ts'
import { smokeTest } from '../../pack/smoke/smoke-test.ts'
import type { SmokeTestReport } from '../../size/weigh-in.ts'

export const NOT_ASKED: SmokeTestReport = { status: 'not asked', seen: [] }

/**
 * Runs the finished image, where that was asked for, before anything is published.
 *
 * @throws Failure `smoke-test`
 */
export async function smokeTestImage(
  host: Host,
  { smoke }: ImageSpec,
  image: Image,
): Promise<SmokeTestReport> {
  return smoke === null ? NOT_ASKED : smokeTest(host, await isolationOf(host), { image, smoke })
}
