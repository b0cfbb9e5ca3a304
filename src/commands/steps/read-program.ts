import { clause } from '../../clause.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { breakdownOf } from '../../binary/breakdown.ts'
import type { BuildInfo } from '../../binary/build-info.ts'
import { NOTHING_KNOWN, type KnownEmbedded } from '../../binary/embedded-file.ts'
import type { Elf } from '../../binary/elf.ts'
import { readExecutable, type Executable } from '../../binary/executable.ts'
import { type Known, knownOf } from '../../binary/go-signs.ts'
import { variantOf } from '../../binary/variant.ts'
import type { WeighSpec } from '../../declare/declare-weigh.ts'
import type { Platform } from '../../declare/platform.ts'
import { Failure } from '../../failure.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import { foundPlatform } from '../../image/found-platform.ts'
import type { Unpacked } from '../../pack/packer.ts'
import type { BinaryWeight } from '../../weigh-in/weigh-in.ts'
import type { Unpack } from './unpacker.ts'
import { binaryWeight } from './weigh-in.ts'

/** An executable from any source, and what was found in it. */
export interface ReadProgram {
  readonly weight: BinaryWeight
  /** `null`: Go did not build it, or it is not known whether Go did. */
  readonly buildInfo: BuildInfo | null
  /** The platform that it runs on. */
  readonly platform: Platform
  /** Whether it requests no loader and no library. */
  readonly isStatic: boolean
  /**
   * Why its modules are not known, as a clause about it; `null` where they are known, and where Go did not build it.
   */
  readonly unread: string | null
  readonly isGo: boolean
}

/**
 * Reads a program without running it. A packed program is unpacked first.
 *
 * @param place its path in an image, or the path that it would have
 * @param embedded what is known of the files that its packages embed
 * @throws Failure `unreadable-binary` where it is not a complete ELF file, `bad-input` where the file cannot be read
 */
export async function readProgram(
  file: string,
  place: string,
  depth: WeighSpec['depth'],
  unpack: Unpack,
  embedded: KnownEmbedded = NOTHING_KNOWN,
): Promise<ReadProgram> {
  return readProgramBytes(await readBytes(file, path.posix.basename(place)), place, depth, unpack, embedded)
}

/** @throws Failure `unreadable-binary` where it is not a complete ELF file */
export async function readProgramBytes(
  shipped: Uint8Array,
  place: string,
  depth: WeighSpec['depth'],
  unpack: Unpack,
  embedded: KnownEmbedded = NOTHING_KNOWN,
): Promise<ReadProgram> {
  const name = path.posix.basename(place)
  const asShipped = readExecutable(shipped, name)
  const packed = await unpack(shipped)
  const unpacked: Unpacked = packed ?? { linked: shipped }
  const linked = 'linked' in unpacked ? unpacked.linked : null
  const executable = linked === null || packed === null ? asShipped : readExecutable(linked, name)
  const breakdown = linked === null ? null : breakdownOf(executable, linked, name, embedded)
  const known: Known =
    linked === null || breakdown === null
      ? { kind: 'unread', reason: 'why' in unpacked ? unpacked.why : 'it is packed', size: false }
      : knownOf(executable, linked, breakdown)
  return {
    buildInfo: executable.buildInfo,
    platform: platformOf(asShipped.elf, executable.buildInfo),
    isStatic: isStatic(executable),
    unread: known.kind === 'unread' ? known.reason : null,
    isGo: known.kind === 'Go' || executable.buildInfo !== null,
    weight: binaryWeight(
      {
        name,
        path: place,
        linkedSize: (linked ?? shipped).length,
        shippedSize: shipped.length,
        pack:
          packed === null
            ? { status: 'unpacked', packer: null, reason: 'it is not packed' }
            : { status: 'packed', packer: packed.packer, reason: null, kept: false },
        proof: { status: 'not run', reason: 'weighing runs nothing', isolation: null, environments: [] },
        price: null,
      },
      { executable, known, breakdown },
      depth,
    ),
  }
}

/** Linux where the build info names no other system, because what is weighed ends up in an image. */
function platformOf({ architecture }: Elf, buildInfo: BuildInfo | null): Platform {
  const system = buildInfo?.settings['GOOS'] ?? ''
  const variant = variantOf(architecture, buildInfo) ?? undefined
  const os = /^[a-z0-9]{1,16}$/.test(system) ? system : 'linux'
  return foundPlatform({ os, architecture: architecture ?? 'unknown', variant })
}

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new Failure(
      'bad-input',
      { what: clause`${name} cannot be weighed`, why: clause`${whyNotRead(cause)}` },
      { cause, fields: { file } },
    )
  }
}

function isStatic({ elf: { neededLibraries, interpreter } }: Executable): boolean {
  return neededLibraries.length === 0 && interpreter === null
}
