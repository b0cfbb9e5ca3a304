import { clause } from '../../../clause.ts'
import { clauseOf } from '../../../failure.ts'
import type { ImageSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import type { Session } from '../../../registry/session.ts'

/** Asks the registries for permission to push. A refusal is reported to the caller when it awaits the result. */
export function openPushSession(host: Host, spec: ImageSpec): Promise<Session | null> {
  const session = spec.publish.push ? logIn(host, spec) : Promise.resolve(null)
  // Compiling may fail first, and then nothing awaits this promise.
  session.catch(() => {})
  return session
}

async function logIn(host: Host, { publish, platforms }: ImageSpec): Promise<Session> {
  const { authenticate, requireAll } = await import('../../deferred.ts')
  const session = await authenticate(host, publish, [
    ...platforms.map(({ platform }) => platform),
    ...(publish.piece?.elsewhere ?? []),
  ])
  if (publish.piece !== undefined) requireAll(session)
  for (const { cause } of session.refused)
    host.log.warning(clause`${clauseOf(cause)}; the other registries still get the image`)
  return session
}
