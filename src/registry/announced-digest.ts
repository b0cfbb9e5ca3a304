import type { Digest } from '../weigh-in/digest.ts'
import type { HttpResponse } from './send.ts'

/** What a registry says that the digest is; `null` where it says nothing of the kind. */
export function announcedDigest({ headers }: Pick<HttpResponse, 'headers'>): Digest | null {
  const digest = headers.get('docker-content-digest')
  return digest !== null && isDigest(digest) ? digest : null
}

function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text)
}
