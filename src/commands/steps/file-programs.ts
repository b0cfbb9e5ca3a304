import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readBuildInfo } from '../../binary/build-info.ts'
import { isElf } from '../../binary/elf-constants.ts'
import { readElf, type Elf } from '../../binary/elf.ts'
import { fileKind } from '../../binary/file-kind.ts'
import { madeFor } from '../../binary/foreign.ts'
import { type Clause, clause } from '../../clause.ts'
import { type BinaryPlace, binaryPath } from '../../declare/binary-place.ts'
import { input } from '../../declare/input-part.ts'
import { didYouMean } from '../../declare/nearest.ts'
import { formatPlatform } from '../../declare/platform.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { Entry, FileEntry } from '../../image/entry.ts'
import { placeIn } from '../../image/lay-over.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import { readLinked, type ReadBinary } from './read.ts'
import type { ShippedBinary } from './ship.ts'

type Asked = Pick<PlatformOnBase, 'packFiles' | 'platform' | 'on'>

/**
 * Finds the programs of `files` that the input `pack-files` names.
 *
 * @param files from `arrangeFiles`
 * @throws Failure `bad-input` where one is not there, or is no program for the platform
 */
export function findFilePrograms(
  { packFiles, platform, on }: Asked,
  files: readonly Entry[],
  binaries: readonly BinaryPlace[],
): readonly FileEntry[] {
  return packFiles.map(named => {
    const place = on === undefined ? named : (placeIn(on.tree, { path: named, kind: 'file' }) ?? named)
    const there = files.find(entry => entry.path === place)
    const paths = files.flatMap(entry => (entry.kind === 'file' ? [entry.path] : []))
    if (there?.kind === 'file') {
      const fault = faultOf(there.bytes, platform)
      if (fault !== null) throw wrong(named, fault, clause`leave it out`)
      return there
    }
    if (there !== undefined)
      throw wrong(named, clause`is a ${there.kind}`, clause`write the path of a program`)
    if (binaries.map(binaryPath).includes(named))
      throw wrong(named, clause`is a binary of this image, which is packed anyway`, clause`leave it out`)
    if (on?.tree.has(place) === true)
      throw wrong(
        named,
        clause`is a file of ${on.name}, which stays as it is`,
        clause`write the path of a program that ${input('files')} adds`,
      )
    throw wrong(
      named,
      clause`is not in the image${didYouMean(named, paths)}`,
      paths[0] === undefined
        ? clause`add the program with ${input('files')}`
        : clause`write the path of a program that ${input('files')} adds`,
    )
  })
}

/** A clause about the file; `null` for a program that can run on the platform. */
function faultOf(bytes: Uint8Array, platform: Asked['platform']): Clause | null {
  if (!isElf(bytes)) return clause`is ${fileKind(bytes)}, so that it cannot be packed`
  const elf = readWhole(bytes)
  if (elf === null) return clause`is an ELF file that is damaged or cut short`
  const other = madeFor(elf, bytes, readBuildInfo(elf, bytes), platform)
  return other === null
    ? null
    : clause`is a program for ${other}, and the image is for ${formatPlatform(platform)}`
}

function readWhole(bytes: Uint8Array): Elf | null {
  try {
    return readElf(bytes)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

function wrong(named: string, because: Clause, fix: Clause): Failure {
  return new Failure(
    'bad-input',
    { what: clause`${input('pack-files')} "${named}" ${because}`, fix },
    { fields: { input: 'pack-files', value: named } },
  )
}

/**
 * Reads these programs as linked binaries, so that they are packed and proven like those of the build.
 *
 * @throws Failure as `findFilePrograms`
 */
export async function readFilePrograms(
  host: Host,
  spec: Asked,
  files: readonly Entry[],
  binaries: readonly BinaryPlace[],
): Promise<readonly ReadBinary[]> {
  const found = findFilePrograms(spec, files, binaries)
  return Promise.all(
    found.map(async ({ path: place, bytes }, at) => {
      const name = path.posix.basename(place)
      const directory = path.posix.dirname(place)
      // A folder of its own: two may have one name.
      const folder = path.join(host.temporary, 'file-programs', String(at))
      const file = path.join(folder, name)
      await mkdir(folder, { recursive: true })
      await writeFile(file, bytes, { mode: 0o755 })
      const linked = {
        name,
        directory: directory === '/' ? undefined : directory,
        file,
        main: null,
        importPath: null,
      }
      return readLinked(linked, bytes)
    }),
  )
}

/** The files of the image, with these programs as they ship. */
export function withShippedPrograms(
  files: readonly Entry[],
  shipped: readonly ShippedBinary[],
): readonly Entry[] {
  const byPath = new Map(shipped.map(program => [binaryPath(program), program.bytes]))
  return files.map(entry => {
    const bytes = byPath.get(entry.path)
    return bytes === undefined || entry.kind !== 'file' ? entry : { ...entry, bytes }
  })
}
