import path from 'node:path'
import type { OutputSpec } from '../../../declare/output.ts'
import type { PublishSpec, SharedSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import { OUTPUT_FORMATS } from '../../../output/formats.ts'
import { requireInPlace } from '../paths-in-place.ts'

/**
 * Refuses a place that the image cannot be written to, before the build takes minutes.
 *
 * @param name of the image; `null`: only Go knows it, and a place that depends on it is checked when it is written
 * @throws Failure `write`
 */
export async function checkOutput(host: Host, spec: SharedSpec, name: string | null): Promise<void> {
  const { publish } = spec
  const output = name === null ? publish.output : outputOf(host, publish, name)
  if (output === null) return
  await requireInPlace(host, spec, output.path)
  await OUTPUT_FORMATS[output.kind].check(output.path)
}

/**
 * Where the image is written to; `null`: nowhere. On a terminal it must be written somewhere. A job that neither pushes
 * nor writes only weighs, and a piece of a plan is written only where that is asked for.
 */
export function outputOf(
  host: Host,
  { push, load, output, piece }: PublishSpec,
  name: string,
): OutputSpec | null {
  if (output !== null) return output
  if (host.surface === 'action' || push || load || piece !== undefined) return null
  return { kind: 'layout', path: path.join(host.cwd, '.bantam', name) }
}
