import { BrokenStream, type ByteReader } from '../streams/byte-reader.ts'
import { type ByteWriter, unzigzag, zigzag } from '../streams/byte-writer.ts'

/**
 * The names of functions, by their number: the order in which the linker first meets them, and so mostly the next. What
 * is known of a name grows from function to function.
 */
export interface Names {
  readonly offsets: Uint32Array
  /** The number of the name that begins at an offset; -1 if none does. */
  numberAt(offset: number): number
  /** The highest number so far; -1 before the first. */
  newest: number
  /** The line where the function of this name starts, plus 1; 0 before it is known. */
  readonly lines: Int32Array
  /** Where filetab has the file in which code of this name was last, plus 1; 0 before it is known. */
  readonly files: Uint32Array
}

export function readNames(table: Uint8Array): Names {
  const offsets: number[] = []
  for (let at = 0; at < table.length; at = table.indexOf(0, at) + 1) {
    offsets.push(at)
    if (table.indexOf(0, at) === -1) break
  }
  // A last name without its NUL is none.
  if (table.length > 0 && table.at(-1) !== 0) offsets.pop()
  const numbers = new Int32Array(table.length).fill(-1)
  offsets.forEach((offset, index) => {
    numbers[offset] = index
  })
  return {
    offsets: Uint32Array.from(offsets),
    numberAt: offset => numbers[offset] ?? -1,
    newest: -1,
    lines: new Int32Array(offsets.length),
    files: new Uint32Array(offsets.length),
  }
}

/** 0 for the next name, else its number plus 1. */
export function codeOfName(names: Names, name: number): number {
  if (name === names.newest + 1) {
    names.newest++
    return 0
  }
  names.newest = Math.max(names.newest, name)
  return name + 1
}

/** @throws BrokenStream where there is no such name */
export function nameOfCode(names: Names, code: number): number {
  const name = code === 0 ? names.newest + 1 : code - 1
  if (name >= names.offsets.length) throw new BrokenStream('there is no such name')
  names.newest = Math.max(names.newest, name)
  return name
}

/** Whether this line is known of the name; afterwards, it is. @param line 32 bits, signed */
export function knowsLine(names: Names, name: number, line: number): boolean {
  const known = (line + 1) | 0
  if (names.lines[name] === known) return true
  names.lines[name] = known
  return false
}

/** The line that is known of the name; -1 if none is. */
export function knownLine(names: Names, name: number): number {
  return ((names.lines[name] ?? 0) - 1) | 0
}

/** 0 for the line that is known of the name, else how far it is from `before`, in both directions, plus 1. */
export function writeLine(names: Names, name: number, line: number, before: number, out: ByteWriter): void {
  out.varint(knowsLine(names, name, line) ? 0 : 1 + zigzag((line - before) | 0))
}

export function readLine(names: Names, name: number, before: number, from: ByteReader): number {
  const code = from.varint()
  if (code === 0) return knownLine(names, name)
  const line = (before + unzigzag(code - 1)) | 0
  knowsLine(names, name, line)
  return line
}
