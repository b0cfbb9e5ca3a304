import { clause } from '../../../clause.ts'
import { formatPlatform } from '../../../declare/platform.ts'
import { input } from '../../../declare/input-part.ts'
import type { ImageSpec, PlatformSpec } from '../../../declare/spec.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { shownPath } from '../../../host/shown-path.ts'
import { writeBinariesFolder } from '../../../output/binaries-folder.ts'
import { type ReleaseBinary, type ReleaseFile, releaseFileName } from '../../../output/release-file.ts'
import { requireInPlace } from '../paths-in-place.ts'
import type { ReadBinary } from '../read.ts'
import type { ShippedBinary } from '../ship.ts'

/** The executables of a release, as they were written. */
export interface WrittenBinaries {
  /** Absolute. */
  readonly directory: string
  /** As it is shown to the user. */
  readonly shown: string
  readonly files: readonly ReleaseFile[]
}

/** What of the image for one platform is written. */
interface Made {
  readonly spec: Pick<PlatformSpec, 'platform' | 'pack'>
  readonly binaries: readonly Pick<ReadBinary, 'linked' | 'bytes'>[]
  readonly shipped: readonly Pick<ShippedBinary, 'name' | 'bytes' | 'packed'>[]
}

/**
 * Writes the executables of every platform where the user asked for them; `null` where not. It is called before anything is
 * published, so that its failure leaves no tag behind.
 *
 * @throws Failure `write`; `bad-input` where two would have one name
 */
export async function writeBinaries(
  host: Host,
  spec: Pick<ImageSpec, 'binaries' | 'workingDirectory' | 'revision'>,
  made: readonly Made[],
): Promise<WrittenBinaries | null> {
  const { binaries: wanted, revision } = spec
  if (wanted === null) return null
  const binaries = made.flatMap(binariesOf)
  const names = binaries.map(binary => releaseFileName(binary, wanted))
  const twice = binaries.find((_, at) => names.indexOf(names[at] ?? '') < at)
  if (twice !== undefined)
    throw new Failure(
      'bad-input',
      {
        what: clause`two binaries for ${formatPlatform(twice.platform)} are named ${twice.name}`,
        fix: clause`give one of them another name with ${input('main', 'PATH=NAME')}`,
      },
      { fields: { platform: formatPlatform(twice.platform), value: twice.name } },
    )
  await requireInPlace(host, spec, wanted.directory, 'binaries')
  const files = await writeBinariesFolder(wanted, binaries, revision)
  return { directory: wanted.directory, shown: shownPath(host, wanted.directory), files }
}

/** What was never to be packed has one executable. Otherwise there are two, also where packing then was not possible. */
function binariesOf({ spec: { platform, pack }, binaries, shipped }: Made): readonly ReleaseBinary[] {
  const inImage = shipped.map(({ name, bytes, packed }) => ({
    name,
    platform,
    kind: 'shipped' as const,
    packed,
    bytes,
  }))
  const linked = binaries.map(({ linked: { name }, bytes }) => ({
    name,
    platform,
    kind: 'linked' as const,
    packed: false,
    bytes,
  }))
  return pack.mode === 'off' ? inImage : [...inImage, ...linked]
}
