import { type BinaryPlace, binaryPath } from '../declare/binary-place.ts'
import type { Platform } from '../declare/platform.ts'
import type { CapabilitySpec, ConfigSpec } from '../declare/spec.ts'
import { homeOf } from './accounts.ts'
import type { BaseImage } from './base-image.ts'
import { listedHome } from './base-user.ts'
import type { Compression } from './compress.ts'
import { imageConfig } from './config.ts'
import type { Entry, FileEntry } from './entry.ts'
import type { Image } from './image.ts'
import { layOver } from './lay-over.ts'
import { makeLayer, type Layer } from './layer.ts'
import { imageManifest } from './manifest.ts'
import { standingDirectories } from './standing-directories.ts'
import { DEFAULT_PATH } from './started.ts'
import { parents } from './tree.ts'
import { ZONES_ENV, ZONES_PATH } from './zones.ts'

export interface Parts {
  readonly platform: Platform
  readonly config: ConfigSpec
  /** Seconds since 1970; `null` leaves the time out. */
  readonly created: number | null
  readonly layerCompression: 'gzip' | 'zstd'
  /** The opened base image; left out on `scratch`. */
  readonly on?: BaseImage
  /** From `makeBaseLayer`, which starts before packing ends; `null` if a base image has everything. */
  readonly base: Layer | null | Promise<Layer | null>
  /** From `filesEntries`. */
  readonly files: readonly Entry[]
  /** At least one; the first is the entrypoint unless `config` names another. */
  readonly binaries: readonly BinaryFile[]
  /** Those of the binaries are used; the files have theirs already. None if left out. */
  readonly capabilities?: readonly CapabilitySpec[]
  /** From `sbomEntries`; none if left out. */
  readonly sbom?: readonly Entry[]
}

export interface BinaryFile extends BinaryPlace {
  readonly bytes: Uint8Array
  readonly packed: boolean
}

/**
 * Builds the layers, config and manifest of one image. The layer that changes least comes first, and empty layers are
 * left out.
 */
export async function assemble(parts: Parts): Promise<Image> {
  const { platform, config, created, layerCompression, binaries, files, sbom = [], on } = parts
  const baseLayers = on?.layers ?? []
  const layers = (
    await Promise.all([
      parts.base,
      files.length === 0 ? null : makeLayer('files', files, filesCompression(layerCompression)),
      makeLayer('binaries', binariesEntries(parts), binariesCompression(layerCompression, binaries)),
      // Apart from the binaries, whose layer is not compressed where they are packed.
      sbom.length === 0 ? null : makeLayer('sbom', placedOn(on, sbom), filesCompression(layerCompression)),
    ])
  ).filter(layer => layer !== null)
  const configBlob = imageConfig({
    platform,
    config,
    entrypoint: entrypointOf(config, binaries),
    env: {
      ...homeEnv(config, on),
      ...(hasZones(layers) ? ZONES_ENV : {}),
      ...config.inherited?.env,
      ...pathEnv(binaries, config.inherited?.env['PATH']),
    },
    layers,
    ...(on === undefined ? {} : { on }),
    created,
  })
  return {
    platform,
    ...(on === undefined ? {} : { baseLayers }),
    layers,
    config: configBlob,
    manifest: imageManifest(configBlob, [...baseLayers, ...layers], config.annotations),
  }
}

/** Returns the entrypoint that the user named, or the path of the first binary. */
export function entrypointOf(
  { entrypoint }: Pick<ConfigSpec, 'entrypoint'>,
  binaries: readonly BinaryPlace[],
): readonly string[] {
  return entrypoint ?? binaries.slice(0, 1).map(binaryPath)
}

/**
 * The binaries, and above them the directories of earlier layers that have a mode or an owner of their own, which a
 * parent that a layer only implies would override.
 */
function binariesEntries(parts: Parts): readonly Entry[] {
  const { binaries, files, config, on } = parts
  const own = placedOn(
    on,
    binaries.map((binary, at) => binaryEntry(binary, capabilitiesOf(parts, binary, at))),
  )
  const above = new Set(own.flatMap(({ path }) => parents(path)))
  const isAbove = ({ kind, path }: Entry) => kind === 'directory' && above.has(path)
  const standing = standingDirectories(config.user, config.accounts, on?.tree)
  // The directories of a base come with the binaries. `files` may have given them another mode.
  const entries = [...standing.filter(isAbove), ...own, ...files.filter(isAbove)]
  return [...new Map(entries.map(entry => [entry.path, entry])).values()]
}

/**
 * @throws RangeError if the base has a directory where an entry goes. It was refused before anything was compiled, or as
 *   soon as Go had said how the binary is called.
 */
function placedOn(on: BaseImage | undefined, entries: readonly Entry[]): readonly Entry[] {
  if (on === undefined) return entries
  const placed = layOver(on.tree, entries)
  if (!placed.ok) throw new RangeError(placed.problem)
  return placed.value
}

function binaryEntry(binary: BinaryFile, capabilities: Pick<FileEntry, 'capabilities'>): Entry {
  const path = binaryPath(binary)
  return { kind: 'file', path, mode: 0o755, uid: 0, gid: 0, bytes: binary.bytes, ...capabilities }
}

function capabilitiesOf(
  { capabilities = [] }: Parts,
  binary: BinaryFile,
  at: number,
): Pick<FileEntry, 'capabilities'> {
  const path = binaryPath(binary)
  const own = capabilities.find(spec => spec.path === path || (spec.path === null && at === 0))
  return own === undefined ? {} : { capabilities: own.capabilities }
}

function filesCompression(kind: 'gzip' | 'zstd'): Compression {
  return kind === 'zstd' ? { kind } : { kind, level: 9 }
}

/**
 * Chooses the compression of the binaries' layer. Deflating a file that LZMA packed gains nothing. Unpacked binaries
 * are deflated at level 6, not 9: for 75 MB, level 9 saves 0.7 % more but takes 3.7 times as long (5.4 s instead of 1.4
 * s), and this layer changes with every build.
 */
function binariesCompression(kind: 'gzip' | 'zstd', binaries: readonly BinaryFile[]): Compression {
  if (binaries.every(binary => binary.packed)) return { kind: 'stored' }
  return kind === 'zstd' ? { kind } : { kind, level: 6 }
}

/** Sets HOME, because not all runtimes take it from /etc/passwd, and none can for a user that the platform chooses. */
function homeEnv(
  { user, accounts }: ConfigSpec,
  on: BaseImage | undefined,
): Readonly<Record<string, string>> {
  if (on !== undefined && listedHome(on.tree, user) !== null) return {}
  const home = homeOf(user, accounts)
  return home.isMade ? { HOME: home.path } : {}
}

/** Sets PATH where a binary was put into a directory that is not on the usual one, so that it is found by its name. */
function pathEnv(
  binaries: readonly BinaryPlace[],
  inherited = DEFAULT_PATH,
): Readonly<Record<string, string>> {
  const known = inherited.split(':')
  const others = binaries.flatMap(({ directory }) =>
    directory === undefined || known.includes(directory) ? [] : [directory],
  )
  return others.length === 0 ? {} : { PATH: [...known, ...new Set(others)].join(':') }
}

function hasZones(layers: readonly Layer[]): boolean {
  return layers.some(layer => layer.files.some(file => file.path === ZONES_PATH))
}
