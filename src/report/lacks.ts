import type { Needs } from '../binary/needs.ts'

/**
 * What a binary can reach and finds little of in the image, a sentence each. Certificates and zones are brought, and
 * `/tmp` is there; programs and other users are not.
 */
export function lacks(name: string, needs: Needs | null): readonly string[] {
  if (needs === null) return []
  return [
    ...(needs.exec
      ? [`${name} can start other programs (os/exec), and the image holds none; bring them with files.`]
      : []),
    ...(needs.users
      ? [`${name} can look up users (os/user), and the image knows root, nonroot and nobody only.`]
      : []),
  ]
}
