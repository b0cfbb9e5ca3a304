import { bytesAtAddress, isWritable, sectionBytes } from './elf-bytes.ts'
import type { Elf } from './elf.ts'
import { type ModuleInfo, parseModuleInfo } from './module-info.ts'
import { OutOfBytes, orWhenOutOfBytes, slice, utf8, words } from './words.ts'
import type { Words } from './words.ts'

/** What `go version -m` prints. https://pkg.go.dev/debug/buildinfo */
export interface BuildInfo extends ModuleInfo {
  /** `go1.26.8` */
  readonly goVersion: string
}

/** The magic bytes `\xff Go buildinf:`, at a multiple of 16. https://go.dev/src/debug/buildinfo/buildinfo.go */
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1')
const ALIGNMENT = 16
const HEADER_SIZE = 32
/** A limit on the module info. That of Kubernetes is 20 kB. */
const MAX_STRING = 16 * 1024 * 1024

/** Returns `null` if Go did not build the program, or the build info was removed or damaged. */
export function readBuildInfo(elf: Elf, bytes: Uint8Array): BuildInfo | null {
  return orWhenOutOfBytes(
    () => {
      const data = findBuildInfo(elf, bytes)
      if (data === null) return null
      const [goVersion, moduleInfo] = readStrings(data, elf, bytes)
      return goVersion.length === 0
        ? null
        : { goVersion: utf8(goVersion), ...parseModuleInfo(withoutSentinels(moduleInfo)) }
    },
    () => null,
  )
}

function findBuildInfo(elf: Elf, bytes: Uint8Array): Uint8Array | null {
  const section = elf.sections.find(({ name }) => name === '.go.buildinfo')
  const segment = elf.segments.find(isWritable)
  const data =
    section !== undefined
      ? sectionBytes(section, bytes)
      : segment !== undefined
        ? slice(bytes, segment.offset, segment.fileSize)
        : null
  if (data === null) return null
  const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  for (let at = searched.indexOf(MAGIC); at !== -1; at = searched.indexOf(MAGIC, at + 1)) {
    if (at % ALIGNMENT === 0) return data.subarray(at)
  }
  return null
}

/** Reads the version and the module info: stored inline since Go 1.18, behind two pointers before. */
function readStrings(data: Uint8Array, elf: Elf, bytes: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const header = words(data, 4, true)
  const flags = header.u8(15)
  if ((flags & 0x2) !== 0) {
    const version = readCounted(data, HEADER_SIZE)
    return [version.content, readCounted(data, version.end).content]
  }
  const pointers = words(data, header.u8(14) === 4 ? 4 : 8, (flags & 0x1) === 0)
  const read = (at: number) => readGoString(pointers.word(at), pointers, elf, bytes)
  return [read(16), read(16 + pointers.size)]
}

/** Reads bytes that follow their length, an unsigned LEB128. */
function readCounted(data: Uint8Array, at: number): { readonly content: Uint8Array; readonly end: number } {
  let length = 0
  let next = at
  for (let scale = 1; ; scale *= 128) {
    const byte = data[next++]
    if (byte === undefined || scale > MAX_STRING) throw new OutOfBytes(`a length at ${at}`)
    length += (byte & 0x7f) * scale
    if (byte < 0x80) break
  }
  return { content: slice(data, next, Math.min(length, MAX_STRING + 1)), end: next + length }
}

/** Reads a string as Go stores it in memory: a pointer and a length. */
function readGoString(header: bigint, pointers: Words, elf: Elf, bytes: Uint8Array): Uint8Array {
  const at = (address: bigint) => bytesAtAddress(elf.segments, bytes, address) ?? new Uint8Array()
  const fields = words(at(header), pointers.size, pointers.littleEndian)
  return slice(at(fields.word(0)), 0, fields.offset(pointers.size))
}

/** Removes the 16 bytes before and after the module info, which mark it for debuggers. */
function withoutSentinels(moduleInfo: Uint8Array): string {
  const { length } = moduleInfo
  return length >= 33 && moduleInfo[length - 17] === 0x0a ? utf8(moduleInfo.subarray(16, length - 16)) : ''
}
