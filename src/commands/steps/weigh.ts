import { formatPlatform } from '../../declare/platform.ts'
import type { ImageSpec } from '../../declare/spec.ts'
import type { Image } from '../../image/image.ts'
import { imageBreakdown } from '../../size/breakdown.ts'
import { buildSettings } from '../../size/build-settings.ts'
import { sizesOf } from '../../size/sizes.ts'
import type { PlatformWeight, Settings } from '../../weigh-in/weigh-in.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import type { ReadBase } from './base.ts'
import type { ReadBinary } from './read.ts'
import type { ShippedBinary } from './ship.ts'
import type { Tools } from './tools.ts'
import type { BroughtPrograms } from './weigh-brought.ts'

/** What one platform's image weighs, and what it was made with. The smoke test comes after the gate. */
export function weighPlatform(
  spec: ImageSpec,
  tools: Tools,
  base: ReadBase,
  { binaries, shipped, brought }: Programs,
  image: Image,
): Omit<PlatformWeight, 'smokeTest'> {
  const { others } = brought
  return {
    platform: formatPlatform(spec.platform),
    digest: image.manifest.digest,
    sizes: sizesOf(image),
    settings: settingsOf(spec, tools, base, binaries),
    binaries: [...shipped.map(({ weight }) => weight), ...brought.binaries],
    ...(others.length === 0 ? {} : { otherPrograms: others }),
    layers: image.layers.map(({ digest, bytes, what }) => ({ digest, size: bytes.length, what })),
    breakdown: imageBreakdown(image.layers),
    growth: null,
  }
}

/** All programs of an image. */
interface Programs {
  readonly binaries: readonly ReadBinary[]
  readonly shipped: readonly ShippedBinary[]
  readonly brought: BroughtPrograms
}

export function settingsOf(
  spec: ImageSpec,
  { go, packer }: Tools,
  base: ReadBase,
  binaries: readonly ReadBinary[],
): Settings {
  return {
    ...(spec.source.kind === 'binary' ? broughtSettings(binaries) : compileSettings(spec, go)),
    packer: packer?.title ?? null,
    certificates: base.certificates,
    timezones: base.timezones,
    layerCompression: spec.layerCompression,
  }
}

/** What is known of a build that was only compiled. */
export function compileSettings({ compile }: ImageSpec, go: GoToolchain | null): Settings {
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

/** What a binary that the user brought says of its build: Bantam's own flags were not used for it. */
function broughtSettings(binaries: readonly ReadBinary[]): Settings {
  const executable = binaries[0]?.executable
  const isStatic = executable?.elf.interpreter === null && executable.elf.neededLibraries.length === 0
  return { ...buildSettings(executable?.buildInfo ?? null, isStatic), goSource: null, ...NOT_COMPILED }
}

const NOT_COMPILED = { packer: null, certificates: null, timezones: null, layerCompression: null } as const
