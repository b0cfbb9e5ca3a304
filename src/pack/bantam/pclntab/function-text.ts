import { MARK, type TextView } from '../text-view.ts'

/** The instructions of one function. They are counted from 0; `count` stands for the end of the function. */
export interface FunctionText {
  /** Offsets in the text where the instructions begin, and then the function's end. */
  readonly at: Uint32Array
  readonly count: number
  /** Numbers of the instructions after those that move the stack pointer or return, in ascending order. */
  readonly afterStack: Uint32Array
  readonly afterStackCount: number
  /** Numbers of the calls, in ascending order. */
  readonly calls: Uint32Array
  readonly callCount: number
}

export interface FunctionTexts {
  /** Where the code of a function probably ends: without the padding before the next. */
  probableEnd(index: number): number
  /** The result is valid until the next call. */
  read(index: number, end: number): FunctionText
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

export function functionTexts(text: TextView, padding: number, quantum: number): FunctionTexts {
  const { bytes, marks, starts } = text
  const most = Math.floor(longestFunction(starts) / quantum) + 2
  const found: Mutable<FunctionText> = {
    at: new Uint32Array(most),
    count: 0,
    afterStack: new Uint32Array(most),
    afterStackCount: 0,
    calls: new Uint32Array(most),
    callCount: 0,
  }
  const isPadding =
    quantum === 1
      ? (at: number) => bytes[at] === padding
      : (at: number) =>
          ((bytes[at] ?? 0) |
            ((bytes[at + 1] ?? 0) << 8) |
            ((bytes[at + 2] ?? 0) << 16) |
            ((bytes[at + 3] ?? 0) << 24)) >>>
            0 ===
          padding
  return {
    probableEnd: index => {
      const start = starts[index] ?? 0
      let end = starts[index + 1] ?? 0
      while (end - quantum >= start && isPadding(end - quantum)) end -= quantum
      return end
    },
    read: (index, end) => {
      const start = starts[index] ?? 0
      const { at, afterStack, calls } = found
      let [count, stackCount, callCount] = [0, 0, 0]
      for (let place = start; place < end; place += quantum) {
        const mark = marks[place] ?? 0
        // Code that is no code to the text's decoder has no marks; a function begins with an instruction even so.
        if ((mark & MARK.instruction) === 0 && place !== start) continue
        at[count++] = place
        if ((mark & (MARK.stack | MARK.ret)) !== 0) afterStack[stackCount++] = count
        if ((mark & MARK.call) !== 0) calls[callCount++] = count - 1
      }
      at[count] = end
      found.count = count
      found.afterStackCount = stackCount
      found.callCount = callCount
      return found
    },
  }
}

/** In bytes. */
export function longestFunction(starts: Uint32Array): number {
  let longest = 0
  for (let index = 1; index < starts.length; index++) {
    longest = Math.max(longest, (starts[index] ?? 0) - (starts[index - 1] ?? 0))
  }
  return longest
}
