import type { Given } from '../../declare/given.ts'
import { pushReason } from '../../declare/push.ts'
import type { RunSpec } from '../../declare/run-spec.ts'
import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'

interface RunImage {
  readonly spec: Pick<ImageSpec, 'publish'>
  readonly sboms: readonly string[]
}

/** What the run is for these images of a file, where `run` is that of one of them. */
export function runOfImages(
  { surface, env }: Pick<Host, 'surface' | 'env'>,
  { values: { push } }: Pick<Given, 'values'>,
  run: RunSpec,
  images: readonly RunImage[],
): RunSpec {
  const wish = push === 'true' || push === 'false' ? push : 'auto'
  const occasion = { surface, event: env['GITHUB_EVENT_NAME'] ?? null }
  const references = images.flatMap(({ spec }) => spec.publish.references)
  return {
    ...run,
    sboms: images.flatMap(({ sboms }) => sboms),
    pushReason: pushReason(wish, occasion, references),
  }
}
