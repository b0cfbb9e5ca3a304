import { BrokenStream, type ByteReader } from '../streams/byte-reader.ts'
import type { ByteWriter } from '../streams/byte-writer.ts'
import type { FunctionState, Walk } from './function-state.ts'
import { TABLE } from './table-kinds.ts'

/** Instructions after which a value is likely to change. */
interface Candidates {
  readonly at: ArrayLike<number>
  readonly count: number
}

/** `null`: a change can be anywhere. */
function candidatesOf(kind: number, { text, inlined }: FunctionState): Candidates | null {
  switch (kind) {
    case TABLE.stack:
      return { at: text.afterStack, count: text.afterStackCount }
    case TABLE.file:
      return { at: inlined.ends, count: inlined.ends.length }
    case TABLE.stackMap:
    case TABLE.panicBounds:
      return { at: text.calls, count: text.callCount }
    default:
      return null
  }
}

/** With candidates: an end that is none of them, the end of the function, and from here on the candidates. */
const CODE = { other: 0, end: 1, candidate: 2 } as const

export interface PcCoder {
  write(walk: Walk, to: number, out: ByteWriter): void
  /** @throws BrokenStream where the function has no such instruction */
  read(walk: Walk, from: ByteReader): number
}

/** Codes where values of this kind end, in the function. `walk.range` has to be right. */
export function pcCoder(kind: number, state: FunctionState): PcCoder {
  const { count } = state.text
  const candidates = candidatesOf(kind, state)
  if (candidates !== null) return candidateCoder(candidates, count)
  if (kind === TABLE.unsafe) return unsafeCoder(state)
  const usual = kind === TABLE.line ? (walk: Walk) => state.inlined.ends[walk.range] ?? count : () => count
  return {
    write: (walk, to, out) => out.varint(to === usual(walk) ? 0 : to - walk.from),
    read: (walk, from) => {
      const code = from.varint()
      return checked(walk, code === 0 ? usual(walk) : walk.from + code, count)
    },
  }
}

/**
 * What cannot be interrupted is mostly the code that asks for more stack: it is behind the last return. 0: the end of the
 * function, 1: there, else one more than so many instructions later.
 */
function unsafeCoder({ text }: FunctionState): PcCoder {
  const { count, afterStack, afterStackCount } = text
  const last = afterStack[afterStackCount - 1] ?? 0
  return {
    write: (walk, to, out) => {
      const isLast = to === last && last > walk.from
      out.varint(to === count ? 0 : isLast ? 1 : 1 + to - walk.from)
    },
    read: (walk, from) => {
      const code = from.varint()
      return checked(walk, code === 0 ? count : code === 1 ? last : walk.from + code - 1, count)
    },
  }
}

function candidateCoder({ at, count: candidateCount }: Candidates, count: number): PcCoder {
  const reach = (walk: Walk) => {
    while (walk.candidate < candidateCount && (at[walk.candidate] ?? 0) <= walk.from) walk.candidate++
  }
  return {
    write: (walk, to, out) => {
      if (to === count) return out.varint(CODE.end)
      reach(walk)
      let candidate = walk.candidate
      while (candidate < candidateCount && (at[candidate] ?? 0) < to) candidate++
      if (candidate < candidateCount && at[candidate] === to) {
        return out.varint(CODE.candidate + candidate - walk.candidate)
      }
      out.varint(CODE.other)
      out.varint(to - walk.from)
    },
    read: (walk, from) => {
      const code = from.varint()
      if (code === CODE.end) return checked(walk, count, count)
      if (code === CODE.other) return checked(walk, walk.from + from.varint(), count)
      reach(walk)
      const candidate = walk.candidate + code - CODE.candidate
      return checked(walk, candidate < candidateCount ? (at[candidate] ?? 0) : 0, count)
    },
  }
}

function checked(walk: Walk, to: number, count: number): number {
  if (to <= walk.from || to > count) throw new BrokenStream('a table goes beyond its function')
  return to
}
