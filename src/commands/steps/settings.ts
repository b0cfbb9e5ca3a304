import type { PlatformSpec } from '../../declare/spec.ts'
import { buildSettings } from '../../size/build-settings.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import type { Settings } from '../../weigh-in/weigh-in.ts'
import type { ReadBase } from './base.ts'
import type { ReadBinary } from './read.ts'
import type { Tools } from './tools.ts'

/** The settings that an image is made with. */
export function settingsOf(
  spec: PlatformSpec,
  { go, packer }: Tools,
  base: Pick<ReadBase, 'certificates' | 'timezones'>,
  binaries: readonly ReadBinary[],
): Settings {
  return {
    ...sourceSettings(spec, go, binaries),
    packer: packer?.title ?? null,
    certificates: base.certificates,
    timezones: base.timezones,
    layerCompression: spec.layerCompression,
  }
}

function sourceSettings(
  spec: PlatformSpec,
  go: GoToolchain | null,
  binaries: readonly ReadBinary[],
): Settings {
  switch (spec.source.kind) {
    case 'main':
      return compileSettings(spec, go)
    case 'binary':
      return settingsOfSupplied(binaries)
  }
}

/** The settings that are known of a build that was only compiled. */
export function compileSettings({ compile }: PlatformSpec, go: GoToolchain | null): Settings {
  const { ldflags, buildTags, buildFlags, cgo } = compile
  return {
    go: go?.version ?? null,
    goSource: go?.source ?? null,
    ldflags: `-s -w ${ldflags}`.trim(),
    buildTags,
    buildFlags,
    cgo,
    ...NOT_COMPILED,
  }
}

/** What a binary that the user supplied says about its build: Bantam's own flags were not used for it. */
function settingsOfSupplied(binaries: readonly ReadBinary[]): Settings {
  const executable = binaries[0]?.executable
  const isStatic = executable?.elf.interpreter === null && executable.elf.neededLibraries.length === 0
  return { ...buildSettings(executable?.buildInfo ?? null, isStatic), goSource: null, ...NOT_COMPILED }
}

const NOT_COMPILED = { packer: null, certificates: null, timezones: null, layerCompression: null } as const
