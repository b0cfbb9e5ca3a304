import { processorSetting } from '../declare/processor.ts'
import type { BuildInfo } from './build-info.ts'

/**
 * The processor level that a Go program requires within its architecture, as a platform spells it: `v6` of
 * `linux/arm/v6`. `null` if it requires none, or if the build info does not say.
 * https://go.dev/wiki/MinimumRequirements, https://pkg.go.dev/cmd/go#hdr-Environment_variables
 */
export function variantOf(architecture: string | null, buildInfo: BuildInfo | null): string | null {
  const setting = architecture === null ? null : (processorSetting(architecture) ?? null)
  if (setting === null) return null
  // In GOARM=6,softfloat and GOARM64=v9.0,lse, the part after the comma selects among processors of one level.
  const [level = ''] = (buildInfo?.settings[setting.variable] ?? '').split(',', 1)
  if (!LEVEL.test(level)) return null
  const variants = Object.entries(setting.variants)
  const at = variants.findIndex(([, value]) => majorOf(value) === majorOf(level))
  // A level of a Go newer than the table is shown as Go spells it.
  return at === 0 && setting.isImplied ? null : (variants[at]?.[0] ?? level)
}

/** Platforms of images have only v8 and v9 of arm64, and nothing between them. */
function majorOf(level: string): string {
  return level.replace(/\..*/, '')
}

/** The value comes from the file, so it is checked. */
const LEVEL = /^[a-z0-9.]{1,16}$/
