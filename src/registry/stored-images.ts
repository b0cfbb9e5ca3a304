import { clause } from '../clause.ts'
import { formatPlatform } from '../declare/platform.ts'
import { formatReference } from '../declare/reference.ts'
import { Failure } from '../failure.ts'
import type { ImageSet } from '../image/image-set.ts'
import { allOf } from './all-of.ts'
import type { Destination, Session } from './session.ts'

/**
 * Checks that every repository has the manifest of each image, byte for byte. A registry takes a manifest only once it has
 * what the manifest refers to.
 *
 * @throws Failure `registry` if one is missing, or is not what its digest says
 */
export async function requireStored({ groups }: Session, { images }: ImageSet): Promise<void> {
  const wanted = groups.flat().flatMap(destination => images.map(image => ({ destination, image })))
  await allOf(wanted.map(({ destination, image }) => requireIn(destination, image)))
}

async function requireIn(
  { client, registry, repository }: Destination,
  { manifest, platform }: ImageSet['images'][number],
): Promise<void> {
  const there = await client.manifest(repository, manifest.digest)
  if (there?.digest === manifest.digest) return
  const shown = formatReference({ registry, repository, identifier: manifest.digest })
  throw new Failure(
    'registry',
    {
      what: clause`${shown} is not there`,
      why:
        there === null
          ? clause`the result for ${formatPlatform(platform)} says that it was pushed, but the registry does not have it`
          : clause`the registry answered with ${there.digest}`,
      fix: clause`run the job for ${formatPlatform(platform)} again, and then merge`,
      state: clause`no tag was moved`,
    },
    { fields: { registry, reference: shown, digest: manifest.digest, platform: formatPlatform(platform) } },
  )
}
