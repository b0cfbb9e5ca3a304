import { looksLikeProgram, mayBeProgram, PROGRAM_HEAD, saysProgram } from '../../binary/program-head.ts'
import { binaryPath } from '../../declare/binary-place.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import { Failure, reasonText } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { Entry, FileEntry } from '../../image/entry.ts'
import { startedBy, startedPaths } from '../../image/started.ts'
import type { Packer } from '../../pack/packer.ts'
import type { BinaryWeight, OtherProgram } from '../../weigh-in/weigh-in.ts'
import { isBinary } from './found-programs.ts'
import type { ShippedBinary } from './ship.ts'
import { readProgramBytes, type ReadProgram } from './read-program.ts'
import { unpacker } from './unpacker.ts'

export interface FilePrograms {
  readonly binaries: readonly BinaryWeight[]
  readonly others: readonly OtherProgram[]
}

/**
 * Weighs the programs that come with `files` as `bantam weigh` would. `binary` then includes every program in the
 * image, and this image and a published one are compared by the same rule.
 *
 * @param shipped those that this run packed and proved, or tried to
 */
export async function weighFilePrograms(
  host: Host,
  { config }: Pick<PlatformSpec, 'config'>,
  packer: Packer | null,
  files: readonly Entry[],
  shipped: readonly ShippedBinary[] = [],
): Promise<FilePrograms> {
  const known = new Map(shipped.map(program => [binaryPath(program), program.weight]))
  const unpack = unpacker(host, packer)
  const binaries: BinaryWeight[] = []
  const others: OtherProgram[] = []
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? '/',
  })
  for (const entry of files) {
    if (entry.kind !== 'file') continue
    const { path, bytes } = entry
    const weight = known.get(path)
    if (weight === undefined && !isProgram(entry, started)) continue
    if (weight?.pack.status === 'packed') {
      binaries.push({ ...weight, fromFiles: true })
      continue
    }
    const read = await readProgramBytes(bytes, path, 'package', unpack).catch(whyUnreadable)
    if (typeof read === 'string') others.push({ path, bytes: bytes.length, unread: read })
    else if (weight !== undefined || isBinary(read, startedBy(config)))
      binaries.push(fromElsewhere(read, weight?.pack.reason ?? 'it was added by files'))
    else others.push({ path, bytes: bytes.length, unread: read.unread })
  }
  return { binaries, others }
}

function isProgram({ mode, bytes, path }: FileEntry, started: ReadonlySet<string>): boolean {
  const head = bytes.subarray(0, PROGRAM_HEAD)
  if (!mayBeProgram(head)) return false
  if (started.has(path)) return true
  return (mode & 0o111) !== 0 && (looksLikeProgram(head, path) || saysProgram(bytes))
}

function whyUnreadable(error: unknown): string {
  if (!(error instanceof Failure) || error.code !== 'unreadable-binary') throw error
  return reasonText(error)
}

/** The weight of a program that this run neither packed nor proved, because `files` or the base has it. */
export function fromElsewhere({ weight }: ReadProgram, reason: string): BinaryWeight {
  return {
    ...weight,
    pack: weight.pack.status === 'packed' ? weight.pack : { status: 'unpacked', packer: null, reason },
    proof: { ...weight.proof, reason },
    fromFiles: true,
  }
}
