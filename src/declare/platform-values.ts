import { formatPlatform, type Platform } from './platform.ts'
import type { TemplateValues } from './template.ts'

/** The keys of paths that differ by platform: `{{.Os}}`, `{{.Arch}}` and, where there is one, `{{.Variant}}`. */
export function platformValues(platform: Platform): TemplateValues {
  const { os, architecture, variant } = platform
  return {
    Os: { value: os },
    Arch: { value: architecture },
    Variant:
      variant === undefined
        ? { missing: `but ${formatPlatform(platform)} has no variant; write {{.Arch}}` }
        : { value: variant },
  }
}
