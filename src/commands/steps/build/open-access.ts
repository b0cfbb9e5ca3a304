import type { ImageSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import type { Session } from '../../../registry/session.ts'

/** Asks the registries for the right to push. Whoever awaits it later is told of a refusal. */
export function openAccess(host: Host, spec: ImageSpec): Promise<Session | null> {
  const session = spec.publish.push ? logIn(host, spec) : Promise.resolve(null)
  // Compiling may fail first, and then nobody awaits this.
  session.catch(() => {})
  return session
}

async function logIn(host: Host, { publish, platform }: ImageSpec): Promise<Session> {
  const { authenticate } = await import('../../deferred.ts')
  return authenticate(host, publish, platform)
}
