import { placeOfAddress, type Range } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import type { Executable } from './executable.ts'
import { minorOf } from './module-data.ts'
import type { ModuleData } from './module-data.ts'
import type { Claim, Share } from './share.ts'
import { packagePlace, readTypeName, sizeOfTypeName, visitType } from './type-descriptors.ts'
import type { TypeSpace, TypeVisitor } from './type-descriptors.ts'
import { OutOfBytes, orWhenOutOfBytes, slice, words } from './words.ts'

/** Claims type descriptors and their names, if their package can be found. It claims nothing if they cannot be read. */
export function typeClaims(
  { elf, buildInfo }: Executable,
  bytes: Uint8Array,
  moduleData: ModuleData,
): readonly Claim[] {
  return orWhenOutOfBytes(
    () => {
      const start = placeOfAddress(elf.segments, moduleData.types)
      if (start === null) return []
      const content = slice(bytes, start, Number(moduleData.endTypes - moduleData.types))
      const space: TypeSpace = {
        bytes: content,
        words: words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian),
        base: Number(BigInt.asUintN(32, moduleData.types)),
        mapSize: mapSizeOf(buildInfo?.goVersion ?? '', elf),
      }
      const { descriptors } = moduleData
      const roots = descriptors === null ? rootsOf(bytes, moduleData, space) : walk(space, descriptors)
      const { charges, end } = chargeTypes(space, roots)
      return [
        {
          start,
          end: start + (descriptors === null ? end : content.byteLength),
          shares: Array.from(charges, ([path, bytes]): Share => ({
            package: path,
            kind: 'types',
            name: 'types',
            bytes,
          })),
          rest: { package: null, kind: 'types', name: 'types of no package' },
        },
      ]
    },
    () => [],
  )
}

/**
 * The size of the part that only a map's descriptor has. It depends on the version of Go, because the implementation of
 * maps changed.
 */
function mapSizeOf(goVersion: string, { bits }: Elf): number {
  const word = bits / 8
  const minor = minorOf(goVersion) ?? 0
  const size =
    minor >= 27
      ? 10 * word + 4
      : minor >= 24 && !goVersion.includes('noswissmap')
        ? 7 * word + 4
        : 4 * word + 8
  return Math.ceil(size / word) * word
}

const NOBODY: TypeVisitor = { type: () => undefined, name: () => undefined }

/**
 * Go 1.27: the types that reflection can find by their structure follow each other, the first one after an unused word.
 */
function walk(space: TypeSpace, length: number): readonly number[] {
  const found: number[] = []
  const word = space.words.size
  for (let at = word; at < length;) {
    found.push(at)
    at += Math.ceil(visitType(space, at, NOBODY) / word) * word
  }
  return found
}

/** Before Go 1.27: the types that reflection can find by their structure, and those in interface tables. */
function rootsOf(
  bytes: Uint8Array,
  { typeLinks, itabLinks }: ModuleData,
  space: TypeSpace,
): readonly number[] {
  const { size, littleEndian } = space.words
  const entriesOf = (list: Range | null, entrySize: 4 | 8) => {
    const content = list === null ? new Uint8Array() : bytes.subarray(list.start, list.end)
    const reader = words(content, entrySize, littleEndian)
    return Array.from({ length: Math.floor(content.byteLength / entrySize) }, (_, index) =>
      reader.offset(index * entrySize),
    )
  }
  const inSpace = (at: number) => at > 0 && at < space.bytes.byteLength
  const typeOf = (itab: number) => (space.words.u32(itab) - space.base) >>> 0
  const itabs = entriesOf(itabLinks, size)
    .map(address => (address - space.base) >>> 0)
    .filter(at => inSpace(at) && littleEndian && at + 2 * size <= space.bytes.byteLength)
  return [...entriesOf(typeLinks, 4), ...itabs.flatMap(itab => [typeOf(itab), typeOf(itab + size)])].filter(
    inSpace,
  )
}

interface TypeCharges {
  /** By import path. */
  readonly charges: ReadonlyMap<string, number>
  /** The end of the last descriptor. */
  readonly end: number
}

/**
 * Charges every descriptor that can be reached from the roots. The other descriptors are stored among their names, and
 * no table lists them. A name that several types use is charged to the first of them.
 */
function chargeTypes(space: TypeSpace, roots: readonly number[]): TypeCharges {
  const packageOf = packagesOf(space)
  const charges = new Map<string, number>()
  const seen = new Uint8Array(space.bytes.byteLength)
  const isNew = (at: number, kind: 1 | 2) => {
    const before = seen[at] ?? 0
    seen[at] = before | kind
    return (before & kind) === 0
  }
  const pending: number[] = []
  let [size, total, end] = [0, 0, 0]
  const visitor: TypeVisitor = {
    type: at => {
      if (isNew(at, 1)) pending.push(at)
    },
    name: at => {
      if (isNew(at, 2)) size += sizeOfTypeName(space, at)
    },
  }
  for (const root of roots) visitor.type(root)
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    size = 0
    const own = visitType(space, at, visitor)
    size += own
    total += size
    // Descriptors do not overlap. This check also limits the time.
    if (total > space.bytes.byteLength) throw new OutOfBytes('types that overlap')
    end = Math.max(end, at + own)
    const path = packageOf(at)
    if (path !== null) charges.set(path, (charges.get(path) ?? 0) + size)
  }
  return { charges, end }
}

/** The compiler's placeholder package for the types that generic code is compiled for. It is not a real package. */
const SHAPES = 'go.shape'

function packagesOf(space: TypeSpace): (type: number) => string | null {
  const paths = new Map<number, string>()
  return type => {
    const place = packagePlace(space, type)
    if (place === null) return null
    const path = paths.get(place) ?? readTypeName(space, place)
    paths.set(place, path)
    return path === '' || path === SHAPES ? null : path
  }
}
