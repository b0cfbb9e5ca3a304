import type { WeighSpec } from '../../declare/declare-weigh.ts'
import { Failure, reasonText } from '../../failure.ts'
import { isStarted, type StartedConfig } from '../../image/started.ts'
import type { Program } from '../../thing/thing.ts'
import type { OtherProgram } from '../../weigh-in/weigh-in.ts'
import { readProgram, type ReadProgram } from './read-program.ts'
import type { Unpack } from './unpacker.ts'

export interface FoundPrograms {
  /** Programs that Go built, programs that are packed, and the program that the image starts. */
  readonly programs: readonly ReadProgram[]
  /** All other programs, so that none is left out. */
  readonly others: readonly OtherProgram[]
}

/**
 * Reads the programs of an image.
 *
 * @param embedded what is known of the files that the packages of a program embed, by its path
 */
export async function readFoundPrograms(
  programs: readonly Program[],
  config: StartedConfig,
  depth: WeighSpec['depth'],
  unpack: Unpack,
  embedded: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(),
): Promise<FoundPrograms> {
  const found: ReadProgram[] = []
  const others: OtherProgram[] = []
  for (const program of programs) {
    const { path: place, bytes } = program
    const read = await readOne(program, depth, unpack, embedded.get(place))
    if (typeof read === 'string') others.push({ path: place, bytes, unread: read })
    else if (isBinary(read, config)) found.push(read)
    else others.push({ path: place, bytes, unread: read.unread })
  }
  return { programs: found, others }
}

/** Whether a program counts among the binaries of an image, by its path: the others are only named. */
export function isBinary({ isGo, weight }: ReadProgram, config: StartedConfig): boolean {
  return isGo || weight.pack.status === 'packed' || isStarted(config, weight.path)
}

/**
 * Reads one program. A string is a clause that says why it cannot be read: an image may hold files that only look like
 * programs.
 */
async function readOne(
  { path: place, bytes, file }: Program,
  depth: WeighSpec['depth'],
  unpack: Unpack,
  byPackage: ReadonlyMap<string, number> | undefined,
): Promise<ReadProgram | string> {
  if (file === null) return `it has ${bytes} bytes, and the programs before it used up the limit`
  try {
    const embedded = byPackage === undefined ? undefined : { byPackage }
    return await readProgram(file, place, depth, unpack, embedded)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unreadable-binary') throw error
    return reasonText(error)
  }
}
