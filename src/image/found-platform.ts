import { parsePlatform, type Platform } from '../declare/platform.ts'

/** Converts an image's platform to Bantam's spelling: `arm64/v8` becomes `arm64`, `arm` becomes `arm/v7`. */
export function foundPlatform(found: {
  readonly os: string
  readonly architecture: string
  readonly variant?: string | undefined
}): Platform {
  const { os, architecture } = found
  const variant = found.variant === undefined || found.variant === '' ? undefined : found.variant
  const known = parsePlatform([os, architecture, ...(variant === undefined ? [] : [variant])].join('/'))
  if (known.ok) return known.value
  return variant === undefined ? { os, architecture } : { os, architecture, variant }
}
