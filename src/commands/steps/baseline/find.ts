import type { PlatformSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import type { FoundBaseline } from './found.ts'
import type { Means } from './means.ts'

/**
 * Begins to read what the image will be compared with. If the user named something that is wrong, the caller gets the
 * failure when it awaits the result. What cannot be read for other reasons is for the gate to judge.
 *
 * @throws Failure `bad-input`
 */
export function findBaseline(host: Host, spec: PlatformSpec, means: Means): Promise<FoundBaseline> {
  const found = find(host, spec, means)
  // Compiling may fail first, and then nothing awaits this promise.
  found.catch(() => {})
  return found
}

/** Throws if it is already known that the user named something wrong. It does not wait. */
export async function refuseEarly(found: Promise<FoundBaseline>): Promise<void> {
  await Promise.race([found, Promise.resolve()])
}

async function find(host: Host, spec: PlatformSpec, means: Means): Promise<FoundBaseline> {
  const { baseline } = spec
  if (baseline.kind === 'none') return { status: 'absent', report: null, reason: 'baseline is none' }
  const { readBaseline } = await import('../../deferred.ts')
  return readBaseline(host, spec, baseline, means)
}
