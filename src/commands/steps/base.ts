import type { PlatformSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import { type Base, makeBaseLayer } from '../../image/base-layer.ts'
import type { Entry } from '../../image/entry.ts'
import type { Layer } from '../../image/layer.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import { readRoots } from './certificates.ts'
import type { ReadBinary } from './read.ts'
import { readZones } from './zones.ts'

/** What is in the image's base layer, and where it comes from, in words for the report. */
export interface ReadBase {
  readonly contents: Base
  /** Being compressed, while the packer runs. */
  readonly layer: Promise<Layer>
  readonly certificates: string
  readonly timezones: string
}

/** Reads certificates and time zones, where a binary can reach them or where the user asked for them. */
export async function readBase(
  host: Host,
  spec: PlatformSpec,
  go: GoToolchain | null,
  binaries: readonly ReadBinary[],
  userFiles: readonly Entry[],
): Promise<ReadBase> {
  const [roots, zones] = await Promise.all([
    readRoots(spec.certificates, binaries),
    readZones(host, spec, go, binaries, userFiles),
  ])
  const contents = {
    certificates: roots.pem,
    zones: zones.archive,
    zoneFiles: zones.files,
    user: spec.config.user,
    accounts: spec.config.accounts,
  }
  return {
    contents,
    layer: makeBaseLayer(contents, spec.layerCompression),
    certificates: roots.from,
    timezones: zones.from,
  }
}

/** What the image holds, in words for the report: `certificates`, `2 files`, `proxy`, `SBOM`. */
export function contentsOf(
  { contents }: ReadBase,
  files: readonly Entry[],
  binaries: readonly { readonly name: string }[],
  { sbom }: Pick<PlatformSpec, 'sbom'>,
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
