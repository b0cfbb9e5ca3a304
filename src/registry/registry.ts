import type { Host } from '../host/host.ts'
import type { Patience } from '../host/retry.ts'
import { registryUrl } from './address.ts'
import type { Credentials } from './credentials.ts'

/** One registry, and who asks it. */
export interface Registry {
  readonly host: Host
  /** As references write it: `ghcr.io`. */
  readonly name: string
  /** Of its API: the credentials are for this origin. */
  readonly url: URL
  /** `null`: it is asked as anybody may. */
  readonly credentials: Credentials | null
  readonly patience: Patience
  /** Everything that must not be repeated in a message; grows with every token. */
  readonly secrets: Set<string>
}

/** A registry may ask for a wait of hours; no build waits longer than this. */
export const PATIENCE: Patience = { tries: 4, firstWaitMs: 500, longestWaitMs: 60_000 }

export function registryOf(
  host: Host,
  name: string,
  credentials: Credentials | null,
  patience: Patience = PATIENCE,
): Registry {
  return { host, name, url: registryUrl(name), credentials, patience, secrets: new Set() }
}
