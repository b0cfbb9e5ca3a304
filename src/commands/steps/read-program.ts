import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { breakdownOf } from '../../binary/breakdown.ts'
import type { BuildInfo } from '../../binary/build-info.ts'
import { readExecutable, type Executable } from '../../binary/executable.ts'
import { modulePaths } from '../../binary/module-paths.ts'
import type { WeighSpec } from '../../declare/declare-weigh.ts'
import { Failure } from '../../failure.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import { hasUpxLoader } from '../../pack/upx-header.ts'
import { toDepth } from '../../size/depth.ts'
import type { BinaryWeight } from '../../size/weigh-in.ts'
import type { Unpack } from './unpacker.ts'

/** An executable of somebody's, and what was found in it. */
export interface ReadProgram {
  readonly weight: BinaryWeight
  /** `null`: Go did not build it, or it cannot be told. */
  readonly buildInfo: BuildInfo | null
  /** GOARCH. */
  readonly architecture: string | null
  /** Whether it asks for no loader and no library. */
  readonly isStatic: boolean
  /** Why a packed binary is weighed as it is, a clause about it; `null` where it was read. */
  readonly unread: string | null
}

/**
 * Reads a program and runs nothing of it; what UPX packed is unpacked first.
 *
 * @param place where it lies in an image, or would
 * @throws Failure `unreadable-binary` where it is no whole ELF file, `bad-input` where the file cannot be read
 */
export async function readProgram(
  file: string,
  place: string,
  depth: WeighSpec['depth'],
  unpack: Unpack,
): Promise<ReadProgram> {
  const name = path.posix.basename(place)
  const shipped = await readBytes(file, name)
  const asShipped = readExecutable(shipped, name)
  const packed = hasUpxLoader(shipped)
  const unpacked = packed ? await unpack(shipped) : { linked: shipped }
  const linked = 'linked' in unpacked ? unpacked.linked : null
  const executable = linked === null ? asShipped : packed ? readExecutable(linked, name) : asShipped
  const modules = modulePaths(executable.buildInfo)
  return {
    buildInfo: executable.buildInfo,
    architecture: asShipped.elf.architecture,
    isStatic: isStatic(executable),
    unread: 'why' in unpacked ? unpacked.why : null,
    weight: {
      name,
      path: place,
      ...(executable.buildInfo?.path == null ? {} : { main: executable.buildInfo.path }),
      linkedSize: (linked ?? shipped).length,
      shippedSize: shipped.length,
      pack: packed
        ? { status: 'packed', packer: 'upx', reason: null, kept: false }
        : { status: 'unpacked', packer: null, reason: 'it is not packed by UPX' },
      proof: { status: 'not run', reason: 'weighing runs nothing', isolation: null, environments: [] },
      price: null,
      needs: linked === null ? null : executable.needs,
      ...(modules === null ? {} : { modules }),
      breakdown: linked === null ? null : toDepth(breakdownOf(executable, linked, name), depth),
    },
  }
}

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new Failure('bad-input', `${name} cannot be weighed: ${whyNotRead(cause)}.`, { cause })
  }
}

function isStatic({ elf: { neededLibraries, interpreter } }: Executable): boolean {
  return neededLibraries.length === 0 && interpreter === null
}
