import { type ByteReader } from '../byte-reader.ts'
import { unzigzag } from '../byte-writer.ts'
import { type ByteWriter, zigzag } from '../byte-writer.ts'
import type { Files } from './files.ts'
import { currentContext, type FunctionState, type Walk } from './function-state.ts'
import type { Names } from './names.ts'
import { TABLE } from './table-kinds.ts'

/** What the values of all functions are predicted from. */
export interface Knowledge {
  readonly names: Names
  readonly files: Files
  /** By how many bytes the stack grows in the instruction at this offset of the text; `null` where it does not say. */
  stackEffect(at: number): number | null
}

export interface ValueCoder {
  write(walk: Walk, value: number, out: ByteWriter): void
  read(walk: Walk, from: ByteReader): number
}

/** Codes values of this kind in the function. `walk.range` has to be right. */
export function valueCoder(kind: number, state: FunctionState, knowledge: Knowledge): ValueCoder {
  switch (kind) {
    case TABLE.stack:
      return stackCoder(state, knowledge)
    case TABLE.file:
      return fileCoder(state, knowledge)
    case TABLE.line:
      return lineCoder(state)
    default:
      return {
        write: (walk, value, out) => out.varint(zigzag((value - walk.value) | 0)),
        read: (walk, from) => (walk.value + unzigzag(from.varint())) | 0,
      }
  }
}

/** A line by the last one of the same context. */
function lineCoder(state: FunctionState): ValueCoder {
  return {
    write: (walk, value, out) => {
      const context = currentContext(walk, state)
      out.varint(zigzag((value - context.line) | 0))
      context.line = value
    },
    read: (walk, from) => {
      const context = currentContext(walk, state)
      context.line = (context.line + unzigzag(from.varint())) | 0
      return context.line
    },
  }
}

/** A file as the last one of the same context, or else the one where code of that function's name was last. */
function fileCoder(state: FunctionState, { names, files }: Knowledge): ValueCoder {
  const predicted = (walk: Walk): number => {
    const { file, name } = currentContext(walk, state)
    const place = names.files[name] ?? 0
    return file >= 0 || place === 0 ? file : files.find(state.unit, place)
  }
  const saw = (walk: Walk, file: number): void => {
    const context = currentContext(walk, state)
    context.file = file
    names.files[context.name] = files.placeOf(state.unit, file)
  }
  return {
    write: (walk, value, out) => {
      out.varint(value === predicted(walk) ? 0 : 1 + zigzag((value - walk.value) | 0))
      saw(walk, value)
    },
    read: (walk, from) => {
      const code = from.varint()
      const value = code === 0 ? predicted(walk) : (walk.value + unzigzag(code - 1)) | 0
      saw(walk, value)
      return value
    },
  }
}

/** What the instruction says, the highest value so far, or (from here on) a difference. */
const STACK_CODE = { predicted: 0, highest: 1, other: 2 } as const

/** The stack by what the instruction before did; after a return, it is as high as it ever was. */
function stackCoder({ text }: FunctionState, { stackEffect }: Knowledge): ValueCoder {
  const predicted = ({ from, value, highest }: Walk): number => {
    if (from === 0) return 0
    const effect = stackEffect(text.at[from - 1] ?? 0)
    return effect === null ? highest : (value + effect) | 0
  }
  const saw = (walk: Walk, value: number): void => {
    walk.highest = Math.max(walk.highest, value)
  }
  return {
    write: (walk, value, out) => {
      if (value === predicted(walk)) out.varint(STACK_CODE.predicted)
      else if (value === walk.highest) out.varint(STACK_CODE.highest)
      else out.varint(STACK_CODE.other + zigzag((value - walk.value) | 0))
      saw(walk, value)
    },
    read: (walk, from) => {
      const code = from.varint()
      const value =
        code === STACK_CODE.predicted
          ? predicted(walk)
          : code === STACK_CODE.highest
            ? walk.highest
            : (walk.value + unzigzag(code - STACK_CODE.other)) | 0
      saw(walk, value)
      return value
    },
  }
}
