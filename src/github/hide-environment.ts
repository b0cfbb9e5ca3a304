import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'

const IS_HIDDEN = Symbol('hidden')

/**
 * Keeps the secrets in this process's environment from the programs that a library of the runner starts:
 * `@actions/cache` runs tar and zstd, and gives them all of `process.env`. Its properties can still be read by name, as
 * these libraries do, but only those that a child process may have are listed.
 */
export function hideEnvironment(host: Host): void {
  const whole = process.env
  if (IS_HIDDEN in whole) return
  const kept = Object.entries(whole).map(([name, value]) => [name, { value, writable: true }] as const)
  const hidden: object = Object.create(Object.prototype, {
    ...Object.fromEntries(kept),
    [IS_HIDDEN]: { value: true },
  })
  process.env = Object.assign(Object.create(hidden), childEnvironment(host, 'tar'))
}
