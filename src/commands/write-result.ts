import { clause } from '../clause.ts'
import { writeReport } from '../host/report-file.ts'
import type { Host } from '../host/host.ts'
import type { ImageResult } from '../plan/result.ts'
import { writeResult } from '../plan/result.ts'
import { VERSION } from '../version.ts'
import type { Built } from './build.ts'
import type { DeclaredPart } from './declared-run.ts'

/** An image of the plan as this run built it. */
export interface BuiltPart {
  readonly key: string | null
  readonly built: Pick<Built, 'weighIn' | 'set' | 'published' | 'packages'>
}

/**
 * Writes the result of a part of a plan for the merge, also where the gate said no: the merge says so for the whole.
 *
 * @throws Failure `write`
 */
export async function writePartResult(
  host: Pick<Host, 'log'>,
  { plan, result }: DeclaredPart,
  parts: readonly [BuiltPart, ...BuiltPart[]],
): Promise<void> {
  const [first, ...others] = parts
  const images = [imageResult(first), ...others.map(imageResult)] as const
  await writeReport(result, writeResult({ schemaVersion: 1, plan: plan.id, bantam: VERSION, images }))
  host.log.notice(
    clause`this run built a part of a plan, and moved no tag; the merge reads ${result}, and does that`,
  )
}

function imageResult({ key, built: { weighIn, set, published, packages } }: BuiltPart): ImageResult {
  const decoder = new TextDecoder()
  const weighed = weighIn.images[0]?.platforms.map(({ platform }) => platform) ?? []
  const [first, ...others] = set.images.map(({ manifest, config }, at) => ({
    platform: weighed[at] ?? '',
    manifest: decoder.decode(manifest.bytes),
    config: decoder.decode(config.bytes),
  }))
  if (first === undefined) throw new Error('an image for no platform')
  const isStored = published !== null && published.failure === null && published.references.length > 0
  return { key, weighIn, platforms: [first, ...others], packages, pushed: isStored }
}
