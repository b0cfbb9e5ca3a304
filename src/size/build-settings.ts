import type { BuildInfo } from '../binary/build-info.ts'
import type { Settings } from '../weigh-in/weigh-in.ts'

/** The settings that a binary records about its own build; `null` for settings that it does not record. */
export type BuildSettings = Pick<Settings, 'go' | 'ldflags' | 'buildTags' | 'buildFlags' | 'cgo'>

/** Go leaves the linker's flags out of the build info if `-trimpath` is set. */
export function buildSettings(buildInfo: BuildInfo | null, isStatic: boolean): BuildSettings {
  if (buildInfo === null) return { go: null, ldflags: null, buildTags: null, buildFlags: null, cgo: null }
  const { goVersion, settings } = buildInfo
  return {
    go: goVersion,
    ldflags: settings['-ldflags'] ?? null,
    buildTags: (settings['-tags'] ?? '').split(',').filter(tag => tag !== ''),
    buildFlags: null,
    cgo: cgoOf(settings['CGO_ENABLED'], isStatic),
  }
}

function cgoOf(enabled: string | undefined, isStatic: boolean): Settings['cgo'] {
  if (enabled === '0') return 'off'
  return enabled === '1' && isStatic ? 'static' : null
}
