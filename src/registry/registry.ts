import type { Host } from '../host/host.ts'
import type { Patience } from '../host/retry.ts'
import { registryUrl } from './address.ts'
import type { Credentials } from './credentials.ts'

/** One registry, and the credentials to use there. */
export interface Registry {
  readonly host: Host
  /** The name as references write it: `ghcr.io`. */
  readonly name: string
  /** The URL of its API. The credentials are for this origin only. */
  readonly url: URL
  /** `null` if it is accessed anonymously. */
  readonly credentials: Credentials | null
  readonly patience: Patience
  /** Everything that must not be repeated in a message. Every new token is added. */
  readonly secrets: Set<string>
}

/** A registry may ask for a wait of hours. No build waits longer than this. */
export const PATIENCE: Patience = { tries: 4, firstWaitMs: 500, longestWaitMs: 60_000 }

export function registryOf(
  host: Host,
  name: string,
  credentials: Credentials | null,
  patience: Patience = PATIENCE,
): Registry {
  return { host, name, url: registryUrl(name), credentials, patience, secrets: new Set() }
}
