import path from 'node:path'
import { Failure } from '../failure.ts'
import {
  EI_CLASS,
  EI_DATA,
  ELFCLASS64,
  ELFDATA2LSB,
  ET_DYN,
  ET_EXEC,
  isElf,
  PT_INTERP,
} from './elf-constants.ts'
import { readElf } from './elf.ts'

/**
 * The number of bytes that `looksLikeProgram` reads from the start of a file. Linkers put the program headers there.
 */
export const PROGRAM_HEAD = 4096

/**
 * Whether a file is an ELF program and not a library, by its first bytes and its name. A static position-independent
 * program has the format of a library, except for its entry point. Old linkers gave libraries an entry point too, so
 * for these the name decides.
 */
export function looksLikeProgram(head: Uint8Array, name: string): boolean {
  if (!mayBeProgram(head)) return false
  const isLibrary = /\.so(?:\.[\w.-]*)?$/.test(path.posix.basename(name))
  return !isLibrary || typeOf(head) === ET_EXEC
}

/**
 * Whether the kernel could start a file, by its first bytes. It can still be a library, since some have an entry point.
 */
export function mayBeProgram(head: Uint8Array): boolean {
  const view = viewOf(head)
  if (head.length < 52 || !isElf(head)) return false
  const wide = head[EI_CLASS] === ELFCLASS64
  const little = head[EI_DATA] === ELFDATA2LSB
  const type = typeOf(head)
  return (
    type === ET_EXEC ||
    (type === ET_DYN && (hasEntry(view, wide, little) || hasInterpreter(view, wide, little)))
  )
}

/** Whether a whole file that is named like a library is marked as a program. */
export function saysProgram(bytes: Uint8Array): boolean {
  try {
    return readElf(bytes).isPie
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

function typeOf(head: Uint8Array): number {
  return viewOf(head).getUint16(16, head[EI_DATA] === ELFDATA2LSB)
}

function viewOf(head: Uint8Array): DataView {
  return new DataView(head.buffer, head.byteOffset, head.byteLength)
}

function hasEntry(view: DataView, wide: boolean, little: boolean): boolean {
  return (wide ? view.getBigUint64(24, little) : BigInt(view.getUint32(24, little))) !== 0n
}

function hasInterpreter(view: DataView, wide: boolean, little: boolean): boolean {
  if (wide && view.byteLength < 64) return false
  const table = wide ? Number(view.getBigUint64(32, little)) : view.getUint32(28, little)
  const size = view.getUint16(wide ? 54 : 42, little)
  const count = Math.min(view.getUint16(wide ? 56 : 44, little), 256)
  for (let index = 0; index < count; index += 1) {
    const at = table + index * size
    if (at + 4 <= view.byteLength && view.getUint32(at, little) === PT_INTERP) return true
  }
  return false
}
