import {
  EM_AARCH64,
  EM_X86_64,
  ET_DYN,
  ET_EXEC,
  PF_W,
  PF_X,
  PT_DYNAMIC,
  PT_LOAD,
} from '../../../binary/elf-constants.ts'
import type { Segment } from '../../../binary/elf-parts.ts'
import type { Elf } from '../../../binary/elf.ts'
import { MAX_ADDRESS, MAX_SEGMENTS, nextPage, PAGE } from './check-payload.ts'

/** Machines whose programs can be packed, each with the name that Go has for it. */
export const MACHINES: Readonly<Record<number, 'amd64' | 'arm64'>> = {
  [EM_X86_64]: 'amd64',
  [EM_AARCH64]: 'arm64',
}

/** Why a program cannot be packed, as a clause about it, from its headers alone; `null`: it may be possible. */
export function innerFault(elf: Elf): string | null {
  return kindFault(elf) ?? segmentsFault(elf)
}

function kindFault({
  bits,
  littleEndian,
  machine,
  architecture,
  type,
  interpreter,
  segments,
}: Elf): string | null {
  if (!littleEndian) return 'it is for a big-endian machine, and Bantam packs for amd64 and arm64'
  if (bits !== 64) return 'it is a program of 32 bits, and Bantam packs for amd64 and arm64'
  if (MACHINES[machine] === undefined)
    return `it is for ${architecture ?? `the machine ${machine}`}, and Bantam packs for amd64 and arm64`
  if (interpreter !== null) return `it needs the dynamic loader ${interpreter}`
  if (type === ET_DYN) return 'it is position-independent (-buildmode=pie), which Bantam cannot pack'
  if (type !== ET_EXEC) return 'it is an ELF file, but not a program'
  if (segments.some(segment => segment.type === PT_DYNAMIC)) return 'it is linked dynamically'
  return null
}

/** Kernels accept stranger segments than linkers write. A loader that maps them must be certain of what they mean. */
function segmentsFault({ segments, entry }: Elf): string | null {
  const loaded = loadedOf(segments)
  // Kernels refuse it even where it has no memory at all.
  if (segments.some(one => one.type === PT_LOAD && BigInt(one.fileSize) > one.memorySize))
    return 'it has a segment that is larger in the file than in memory'
  if (loaded.length === 0) return 'it has no segment to load'
  if (loaded.length > MAX_SEGMENTS) return `it has ${loaded.length} segments, which no linker writes`
  const first = loaded[0]?.address ?? 0n
  if (first < BigInt(PAGE)) return 'it is loaded at the address 0, which the system does not allow'
  for (const [index, segment] of loaded.entries()) {
    const before = loaded[index - 1]
    if (before !== undefined && segment.address < before.address)
      return 'its segments are not in the order of their addresses'
    if (before !== undefined && segment.address < endOf(before)) return 'its segments overlap'
    if (before !== undefined && segment.address < nextPage(endOf(before)))
      return 'two of its segments share a page'
    const fault = segmentFault(segment)
    if (fault !== null) return fault
  }
  if (overlapInFile(loaded)) return 'its segments overlap in the file'
  const start = loaded.find(one => entry >= one.address && entry < one.address + BigInt(one.fileSize))
  if (start === undefined || (start.flags & PF_X) === 0) return 'it does not begin in its code'
  return null
}

function segmentFault({ address, offset, fileSize, memorySize, flags }: Segment): string | null {
  if (address + memorySize > MAX_ADDRESS) return 'it has a segment at an address that not every system has'
  if (fileSize > 0 && (address - BigInt(offset)) % BigInt(PAGE) !== 0n)
    return 'it has a segment whose offset and address do not fit together'
  if ((flags & PF_W) !== 0 && (flags & PF_X) !== 0)
    return 'it has memory that can be both written and executed'
  // Some kernels let it be written to all the same.
  if (BigInt(fileSize) < memorySize && (flags & PF_W) === 0)
    return 'it has memory that is not in the file and cannot be written to'
  return null
}

function endOf({ address, memorySize }: Segment): bigint {
  return address + memorySize
}

function overlapInFile(loaded: readonly Segment[]): boolean {
  const inFile = loaded.filter(({ fileSize }) => fileSize > 0).toSorted((a, b) => a.offset - b.offset)
  return inFile.some(
    ({ offset, fileSize }, index) => offset + fileSize > (inFile[index + 1]?.offset ?? Infinity),
  )
}

/** The segments that have memory. */
export function loadedOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter(({ type, memorySize }) => type === PT_LOAD && memorySize > 0n)
}
