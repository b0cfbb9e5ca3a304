import { clause } from '../clause.ts'
import { writeReport } from '../host/report-file.ts'
import type { Host } from '../host/host.ts'
import type { ImageResult } from '../plan/result.ts'
import { writeResult } from '../plan/result.ts'
import { VERSION } from '../version.ts'
import type { BuiltImage } from './build-images.ts'
import type { DeclaredPiece } from './steps/declare-images.ts'

/**
 * Writes the result of a piece of a plan for the merge, also where the gate said no: the merge says so for the whole.
 *
 * @throws Failure `write`
 */
export async function writePieceResult(
  host: Pick<Host, 'log'>,
  { plan, result }: DeclaredPiece,
  built: readonly BuiltImage[],
): Promise<void> {
  const [first, ...others] = built
  // Its failure is all that there is to say.
  if (first === undefined) return
  const images = [imageResult(first), ...others.map(imageResult)] as const
  await writeReport(result, writeResult({ schemaVersion: 1, plan: plan.id, bantam: VERSION, images }))
  host.log.notice(
    clause`this run built a piece of a plan, and moved no tag; the merge reads ${result}, and does that`,
  )
}

function imageResult({ declared, weighIn, manifests, published, packages }: BuiltImage): ImageResult {
  const [first, ...others] = manifests
  if (first === undefined) throw new Error('an image for no platform')
  const isStored = published !== null && published.failure === null && published.references.length > 0
  return { key: declared.key, weighIn, platforms: [first, ...others], packages, pushed: isStored }
}
