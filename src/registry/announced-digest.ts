import type { Digest } from '../weigh-in/digest.ts'
import type { HttpResponse } from './send.ts'

/** The digest that a registry gives in its headers; `null` if it gives none. */
export function announcedDigest({ headers }: Pick<HttpResponse, 'headers'>): Digest | null {
  const digest = headers.get('docker-content-digest')
  return digest !== null && isDigest(digest) ? digest : null
}

function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text)
}
