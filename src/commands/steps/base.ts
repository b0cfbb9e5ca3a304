import { clause } from '../../clause.ts'
import { input } from '../../declare/input-part.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { type Base, baseEntries, makeBaseLayer } from '../../image/base-layer.ts'
import type { Entry } from '../../image/entry.ts'
import { layOver } from '../../image/lay-over.ts'
import type { Layer } from '../../image/layer.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import { readRoots } from './certificates.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import type { ReadBinary } from './read.ts'
import { readZones } from './zones.ts'

/** What is in the image's base layer, and where it comes from, in words for the report. */
export interface ReadBase {
  readonly contents: Base
  /** Being compressed, while the packer runs; `null` if the base image lacks nothing. */
  readonly layer: Promise<Layer | null>
  readonly certificates: string
  readonly timezones: string
}

/** Reads certificates and time zones, where a binary can reach them or where the user asked for them. */
export async function readBase(
  host: Host,
  spec: PlatformOnBase,
  go: GoToolchain | null,
  binaries: readonly ReadBinary[],
  userFiles: readonly Entry[],
): Promise<ReadBase> {
  const [roots, zones] = await Promise.all([
    readRoots(spec.certificates, binaries, spec.on?.tree),
    readZones(host, spec, go, binaries, userFiles),
  ])
  const contents = {
    certificates: roots.pem,
    zones: zones.archive,
    zoneFiles: zones.files,
    user: spec.config.user,
    accounts: spec.config.accounts,
    ...(spec.on === undefined ? {} : { tree: spec.on.tree }),
  }
  return {
    contents,
    layer: makeBaseLayer(placedEntries(contents), spec.layerCompression),
    certificates: roots.from,
    timezones: zones.from,
  }
}

/** @throws Failure `bad-input` if the base has something else where one of them goes */
function placedEntries(contents: Base): readonly Entry[] {
  const entries = baseEntries(contents)
  if (contents.tree === undefined) return entries
  const placed = layOver(contents.tree, entries)
  if (placed.ok) return placed.value
  throw new Failure(
    'bad-input',
    { what: clause`${input('base')} cannot be used`, why: clause`${placed.problem}` },
    { fields: { input: 'base' } },
  )
}

/** What the image holds, in words for the report: `certificates`, `2 files`, `proxy`, `SBOM`. */
export function contentsOf(
  { contents }: ReadBase,
  files: readonly Entry[],
  binaries: readonly { readonly name: string }[],
  { sbom }: Pick<PlatformOnBase, 'sbom'>,
): readonly string[] {
  const count = files.filter(({ kind }) => kind === 'file').length
  const { zoneFiles = [] } = contents
  return [
    ...(contents.certificates === null ? [] : ['certificates']),
    ...(contents.zones === null && zoneFiles.length === 0 ? [] : ['time zones']),
    ...(count === 0 ? [] : [count === 1 ? '1 file' : `${count} files`]),
    ...binaries.map(({ name }) => name),
    ...(sbom.includes('embedded') ? ['SBOM'] : []),
  ]
}
