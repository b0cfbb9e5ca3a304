import type { PublishSpec } from '../../declare/spec.ts'

/** The user and password of the inputs are for the registries of `image`, and for no other. */
export function loginFor(registry: string, publish: PublishSpec): PublishSpec {
  const { references } = publish
  const isOwn = references.length === 0 || references.some(reference => reference.registry === registry)
  return isOwn ? publish : { ...publish, credentials: null }
}
