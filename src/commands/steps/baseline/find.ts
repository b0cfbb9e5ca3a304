import type { ImageSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import { findOfBranch, type RestoreWeighIn } from './auto.ts'
import { buildBase } from './build-base.ts'
import type { FoundBaseline } from './found.ts'
import { openBaseline } from './open.ts'
import { warnOfTracked } from './tracked.ts'
import type { KnownUpx } from '../unpacker.ts'

/** What a baseline is found with. */
export interface Means {
  /** Unpacks what was packed; `null`: it is looked for when it is needed. */
  readonly upx: KnownUpx
  /** `undefined`: nothing is kept here. */
  readonly restoreWeighIn: RestoreWeighIn | undefined
}

/**
 * Begins to read what the image will be compared with. Whoever awaits it later is told what the user named wrongly; what could
 * not be read for other reasons is for the gate to judge.
 *
 * @throws Failure `bad-input`
 */
export function findBaseline(host: Host, spec: ImageSpec, means: Means): Promise<FoundBaseline> {
  const found = find(host, spec, means)
  // Compiling may fail first, and then nobody awaits this.
  found.catch(() => {})
  return found
}

/** Tells what the user named wrongly as soon as that is known, and waits for nothing. */
export async function refuseEarly(found: Promise<FoundBaseline>): Promise<void> {
  await Promise.race([found, Promise.resolve()])
}

async function find(host: Host, spec: ImageSpec, { upx, restoreWeighIn }: Means): Promise<FoundBaseline> {
  const { baseline } = spec
  switch (baseline.kind) {
    case 'none':
      return { status: 'absent', report: null, reason: 'baseline is none' }
    case 'image':
      return openBaseline(host, spec, upx, baseline)
    case 'file':
      await warnOfTracked(host, spec, baseline.path)
      return openBaseline(host, spec, upx, baseline)
    case 'build':
      if (baseline.commit === null) return { status: 'absent', report: null, reason: baseline.why }
      return buildBase(host, spec, baseline.commit)
    case 'auto': {
      const { reference } = baseline
      const image = reference === null ? null : ({ kind: 'image', reference } as const)
      return findOfBranch(host, spec.platform, baseline, {
        kept: restoreWeighIn,
        image: image === null ? null : () => openBaseline(host, spec, upx, image),
      })
    }
  }
}
