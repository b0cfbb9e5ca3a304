import { isDigest, type Digest } from '../weigh-in/digest.ts'
import type { BaseImage } from './base-image.ts'

const NAME = 'org.opencontainers.image.base.name'
const DIGEST = 'org.opencontainers.image.base.digest'

type Annotations = Readonly<Record<string, string>>

/**
 * The annotations that name a base. A layout has no name that means anything elsewhere.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md
 */
export function baseAnnotations(
  { kind, name }: Pick<BaseImage, 'kind' | 'name'>,
  digest: Digest,
): Annotations {
  return { ...(kind === 'image' ? { [NAME]: name } : {}), [DIGEST]: digest }
}

/** The base that an image names; `null` if it names none, or in a way that is not to be trusted. */
export function namedBase(
  annotations: Annotations,
): { readonly name: string | null; readonly digest: Digest } | null {
  const digest = annotations[DIGEST] ?? ''
  const name = annotations[NAME] ?? ''
  if (!isDigest(digest)) return null
  return { name: /^[\x21-\x7e]{1,300}$/.test(name) ? name : null, digest }
}
