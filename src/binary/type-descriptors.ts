import { OutOfBytes, slice, utf8 } from './words.ts'
import type { Words } from './words.ts'

/** The types of a program: descriptors and names that refer to each other by their offset in these bytes. */
export interface TypeSpace {
  readonly bytes: Uint8Array
  readonly words: Words
  /** The low half of the address where it is loaded. */
  readonly base: number
  /** Size in bytes of the part that only a map's descriptor has, behind the common header. */
  readonly mapSize: number
}

/** Receives each type and name that a type refers to. */
export interface TypeVisitor {
  readonly type: (at: number) => void
  readonly name: (at: number) => void
}

const UNCOMMON = 1
const KINDS = 31
const ARRAY = 17
const CHAN = 18
const FUNC = 19
const INTERFACE = 20
const MAP = 21
const POINTER = 22
const SLICE = 23
const STRUCT = 25
const UNSAFE_POINTER = 26
const UNCOMMON_SIZE = 16
const METHOD_SIZE = 16
const INTERFACE_METHOD_SIZE = 8
/** A flag: the function's last parameter is variadic. */
const VARIADIC = 0x8000

/**
 * Visits everything that one type refers to. https://go.dev/src/internal/abi/type.go
 *
 * @returns the size of the descriptor in bytes, including its methods, which follow it.
 * @throws OutOfBytes if there is no descriptor at this place.
 */
export function visitType(space: TypeSpace, at: number, visitor: TypeVisitor): number {
  const { words } = space
  const word = words.size
  const { kind, body, uncommon, more } = partsOf(space, at)
  const type = (place: number) => tell(pointerAt(space, place), visitor.type)
  const typeOffset = (place: number) => tell(offsetAt(space, place), visitor.type)
  const name = (place: number) => tell(pointerAt(space, place), visitor.name)
  const nameOffset = (place: number) => tell(offsetAt(space, place), visitor.name)

  nameOffset(body - 8)
  typeOffset(body - 4)
  let methods = more
  switch (kind) {
    case ARRAY:
      type(body)
      type(body + word)
      break
    case CHAN:
    case POINTER:
    case SLICE:
      type(body)
      break
    case MAP:
      for (let index = 0; index < 3; index++) type(body + index * word)
      break
    case FUNC:
      methods += (words.u16(body) + (words.u16(body + 2) & ~VARIADIC)) * word
      within(space, methods)
      for (let place = more; place < methods; place += word) type(place)
      break
    case INTERFACE:
      name(body)
      methods += words.offset(body + 2 * word) * INTERFACE_METHOD_SIZE
      within(space, methods)
      for (let place = more; place < methods; place += INTERFACE_METHOD_SIZE) {
        nameOffset(place)
        typeOffset(place + 4)
      }
      break
    case STRUCT:
      name(body)
      methods += words.offset(body + 2 * word) * 3 * word
      within(space, methods)
      for (let place = more; place < methods; place += 3 * word) {
        name(place)
        type(place + word)
      }
      break
  }
  if (uncommon === null) {
    within(space, methods)
    return methods - at
  }
  nameOffset(uncommon)
  const end = methods + words.u16(uncommon + 4) * METHOD_SIZE
  within(space, end)
  for (let place = methods; place < end; place += METHOD_SIZE) {
    nameOffset(place)
    typeOffset(place + 4)
  }
  return end - at
}

interface Parts {
  readonly kind: number
  /** Where the part specific to this kind starts, behind the common header. */
  readonly body: number
  /** Where the extra part of a type with a name or methods starts; `null` for other types. */
  readonly uncommon: number | null
  /** Where the part behind that starts: parameters, fields or interface methods. */
  readonly more: number
}

function partsOf(space: TypeSpace, at: number): Parts {
  const { words } = space
  const body = at + 4 * words.size + 16
  const flags = words.u8(at + 2 * words.size + 4)
  const kind = words.u8(at + 2 * words.size + 7) & KINDS
  const end = body + sizeOfBody(space, kind)
  return (flags & UNCOMMON) === 0
    ? { kind, body, uncommon: null, more: end }
    : { kind, body, uncommon: end, more: end + UNCOMMON_SIZE }
}

/** A limit for nested types such as `[]*T`. Real code does not nest more deeply. */
const MAX_DEPTH = 16

/**
 * Finds where a type's package name is stored. A type without a name takes the package of its element:
 * `[]*http.Request` belongs to `net/http`. Returns `null` if there is no package, as for `[]string`.
 *
 * @throws OutOfBytes if there is no descriptor at this place.
 */
export function packagePlace(space: TypeSpace, at: number): number | null {
  let type: number | null = at
  for (let depth = 0; depth < MAX_DEPTH && type !== null; depth++) {
    const { kind, body, uncommon }: Parts = partsOf(space, type)
    const named = uncommon === null ? null : offsetAt(space, uncommon)
    if (named !== null) return named
    if (kind === STRUCT || kind === INTERFACE) return pointerAt(space, body)
    type = elementOf(space, kind, body)
  }
  return null
}

function within({ bytes }: TypeSpace, end: number): void {
  if (!(end <= bytes.byteLength)) throw new OutOfBytes(`a type to ${end}`)
}

function sizeOfBody({ words, mapSize }: TypeSpace, kind: number): number {
  switch (kind) {
    case ARRAY:
      return 3 * words.size
    case CHAN:
      return 2 * words.size
    case FUNC:
    case POINTER:
    case SLICE:
      return words.size
    case INTERFACE:
    case STRUCT:
      return 4 * words.size
    case MAP:
      return mapSize
    default:
      if (kind === 0 || kind > UNSAFE_POINTER) throw new OutOfBytes(`a type of kind ${kind}`)
      return 0
  }
}

function elementOf(space: TypeSpace, kind: number, body: number): number | null {
  switch (kind) {
    case ARRAY:
    case CHAN:
    case POINTER:
    case SLICE:
      return pointerAt(space, body)
    case MAP:
      return pointerAt(space, body + space.words.size)
    default:
      return null
  }
}

/**
 * Reads a pointer as a place in the space; `null` for a nil pointer and for one that the dynamic loader fills in later.
 */
function pointerAt({ words, base, bytes }: TypeSpace, place: number): number | null {
  const low = words.u32(words.size === 8 && !words.littleEndian ? place + 4 : place)
  const at = (low - base) >>> 0
  return low !== 0 && at < bytes.byteLength ? at : null
}

function offsetAt({ words, bytes }: TypeSpace, place: number): number | null {
  const at = words.u32(place)
  return at !== 0 && at < bytes.byteLength ? at : null
}

function tell(place: number | null, visit: (at: number) => void): void {
  if (place !== null) visit(place)
}

const HAS_TAG = 2
const HAS_PACKAGE = 4

/**
 * Returns the size in bytes of a whole name: flags, name, a field's tag and a package.
 *
 * @throws OutOfBytes if there is no name at this place.
 */
export function sizeOfTypeName({ bytes, words }: TypeSpace, at: number): number {
  const flags = words.u8(at)
  const name = readCounted(words, at + 1)
  const { end } = (flags & HAS_TAG) === 0 ? name : readCounted(words, name.end)
  const size = end + ((flags & HAS_PACKAGE) === 0 ? 0 : 4) - at
  if (at + size > bytes.byteLength) throw new OutOfBytes(`a name at ${at}`)
  return size
}

/** @throws OutOfBytes if there is no name at this place. */
export function readTypeName({ bytes, words }: TypeSpace, at: number): string {
  const { start, end } = readCounted(words, at + 1)
  return utf8(slice(bytes, start, end - start))
}

/** Reads a length in LEB128; the content of that length follows it. */
function readCounted(words: Words, at: number): { readonly start: number; readonly end: number } {
  let length = 0
  let next = at
  for (let shift = 0; ; shift += 7) {
    const byte = words.u8(next++)
    if (shift > 21) throw new OutOfBytes(`a length at ${at}`)
    length |= (byte & 0x7f) << shift
    if (byte < 0x80) return { start: next, end: next + length }
  }
}
