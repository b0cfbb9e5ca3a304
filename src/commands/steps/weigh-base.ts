import type { Host } from '../../host/host.ts'
import type { BaseImage } from '../../image/base-image.ts'
import type { Entry } from '../../image/entry.ts'
import { fileSystemOf, type ImageFile } from '../../image/file-system.ts'
import type { Image } from '../../image/image.ts'
import type { Layer, LayerFile } from '../../image/layer.ts'
import type { LayerEntry } from '../../image/layer-entry.ts'
import { startedBy } from '../../image/started.ts'
import type { Packer } from '../../pack/packer.ts'
import { foundBreakdown } from '../../size/breakdown.ts'
import { sizesOf } from '../../size/sizes.ts'
import { programsAmong } from '../../thing/read-platform.ts'
import type { PlatformWeight } from '../../weigh-in/weigh-in.ts'
import { readFoundPrograms } from './found-programs.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import { unpacker } from './unpacker.ts'
import { fromElsewhere, type FilePrograms } from './weigh-file-programs.ts'

/** What a base adds to the weight of an image. */
export interface BaseWeight {
  readonly programs: FilePrograms
  readonly layers: PlatformWeight['layers']
  /** Of the whole image, all layers combined. */
  readonly files: readonly ImageFile[]
  /** Of the whole image. */
  readonly breakdown: PlatformWeight['breakdown']
}

/**
 * Weighs what lies below the image's own layers as `bantam weigh` would: the programs of the base that a container still
 * sees, its layers, and the files of the whole image with those that later layers hide.
 *
 * @param files from `arrangeFiles`
 */
export async function weighBase(
  host: Host,
  { config }: PlatformOnBase,
  on: BaseImage,
  packer: Packer | null,
  image: Image,
  files: readonly Entry[],
): Promise<BaseWeight> {
  const own = image.layers.map(layer => (layer.what === 'files' ? files.flatMap(asChange) : filesOf(layer)))
  const visible = fileSystemOf([...on.entries, ...own])
  const { programs, others } = await readFoundPrograms(
    await programsAmong(visible),
    startedBy(config),
    'package',
    unpacker(host, packer),
  )
  const binaries = programs.map(program => fromElsewhere(program, 'it is part of the base image'))
  const ofBinaries = image.layers.flatMap(({ what, files: stored }) => (what === 'binaries' ? stored : []))
  const hidden = sizesOf(image).imageSize - visible.reduce((sum, { bytes }) => sum + bytes, 0)
  const named = [...ofBinaries, ...binaries].map(({ path }) => path)
  return {
    programs: { binaries, others },
    layers: on.layers.map(({ digest, size }) => ({ digest, size, what: 'base image' })),
    files: visible,
    breakdown: foundBreakdown(visible, named, hidden),
  }
}

/** The programs of `files` and the binaries are weighed elsewhere, so none of them counts as one here. */
function asChange(entry: Entry): readonly LayerEntry[] {
  const { path, mode } = entry
  switch (entry.kind) {
    case 'file':
      return [
        { kind: 'file', path, mode, bytes: entry.bytes.length, program: null, ...capabilitiesOf(entry) },
      ]
    case 'directory':
      return [{ kind: 'directory', path, mode }]
    case 'symlink':
      return [{ kind: 'symlink', path, target: entry.target }]
  }
}

function filesOf({ files }: Layer): readonly LayerEntry[] {
  return files.map(file => ({
    kind: 'file',
    path: file.path,
    mode: 0o644,
    bytes: file.bytes,
    program: null,
    ...capabilitiesOf(file),
  }))
}

function capabilitiesOf({ capabilities }: Pick<LayerFile, 'capabilities'>) {
  return capabilities === undefined ? {} : { capabilities }
}
