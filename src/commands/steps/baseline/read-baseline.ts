import type { PlatformSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import { findOfBranch } from './auto.ts'
import { buildBase } from './build-base.ts'
import type { FoundBaseline } from './found.ts'
import type { Means } from './means.ts'
import { openBaseline } from './open.ts'
import { warnOfTracked } from './tracked.ts'

/** Reads what the image will be compared with, from where the user said that it is. */
export async function readBaseline(
  host: Host,
  spec: PlatformSpec,
  baseline: Exclude<PlatformSpec['baseline'], { kind: 'none' }>,
  { packer, restoreWeighIn }: Means,
): Promise<FoundBaseline> {
  switch (baseline.kind) {
    case 'image':
      return openBaseline(host, spec, packer, baseline)
    case 'file': {
      await warnOfTracked(host, spec, baseline.path)
      return openBaseline(host, spec, packer, baseline)
    }
    case 'build': {
      if (baseline.commit === null) return { status: 'absent', report: null, reason: baseline.why }
      return buildBase(host, spec, baseline.commit)
    }
    case 'auto': {
      const { reference } = baseline
      const image = reference === null ? null : ({ kind: 'image', reference } as const)
      return findOfBranch(host, spec.platform, baseline, {
        kept: restoreWeighIn,
        image: image === null ? null : () => openBaseline(host, spec, packer, image),
      })
    }
  }
}
