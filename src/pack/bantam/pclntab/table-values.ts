import { type ByteReader } from '../streams/byte-reader.ts'
import { unzigzag } from '../streams/byte-writer.ts'
import { type ByteWriter, zigzag } from '../streams/byte-writer.ts'
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
    case TABLE.inlined:
      return INLINED_CODER
    default:
      return {
        write: (walk, value, out) => out.varint(zigzag((value - walk.value) | 0)),
        read: (walk, from) => (walk.value + unzigzag(from.varint())) | 0,
      }
  }
}

/** A line by the last one of the same context. */
function lineCoder(state: FunctionState): ValueCoder {
  const saw = (walk: Walk, line: number): number => {
    const context = currentContext(walk, state)
    context.line = line
    context.isSeen = true
    walk.context = context
    return line
  }
  return {
    write: (walk, value, out) => {
      out.varint(zigzag((value - currentContext(walk, state).line) | 0))
      saw(walk, value)
    },
    read: (walk, from) => saw(walk, (currentContext(walk, state).line + unzigzag(from.varint())) | 0),
  }
}

/** The function itself, the node after the highest so far, and from here on in three ways by turns. */
const INLINED_CODE = { own: 0, next: 1, other: 2 } as const

/** A node by those so far: the linker numbers them mostly as they come. */
const INLINED_CODER: ValueCoder = {
  write: (walk, value, out) => {
    const highest = walk.highest - 1
    const code =
      value === -1
        ? INLINED_CODE.own
        : value === highest + 1
          ? INLINED_CODE.next
          : value > highest
            ? INLINED_CODE.other + 3 * (value - highest - 2)
            : value < walk.value
              ? INLINED_CODE.other + 1 + 3 * (walk.value - value - 1)
              : INLINED_CODE.other + 2 + 3 * (highest - value)
    out.varint(code)
    walk.highest = Math.max(walk.highest, value + 1)
  },
  read: (walk, from) => {
    const highest = walk.highest - 1
    const code = from.varint()
    const distance = Math.floor((code - INLINED_CODE.other) / 3)
    const value =
      code === INLINED_CODE.own
        ? -1
        : code === INLINED_CODE.next
          ? highest + 1
          : [highest + 2 + distance, walk.value - 1 - distance, highest - distance][(code - 2) % 3]
    const found = (value ?? 0) | 0
    walk.highest = Math.max(walk.highest, found + 1)
    return found
  },
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
function stackCoder({ text }: FunctionState, knowledge: Knowledge): ValueCoder {
  const predicted = ({ from, value, highest }: Walk): number => {
    if (from === 0) return 0
    const effect = knowledge.stackEffect(text.at[from - 1] ?? 0)
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
