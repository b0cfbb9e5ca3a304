import { arm64StackEffect, marksAt, wordAt } from './marks.ts'
import { MARK } from '../text-view.ts'

const SLOTS = 16

/** How many targets a function remembers. */
export const TARGETS = 4
/** How far before the last of the blocks at the end of a function the next one is, at most. */
export const COLD = 8

/** What encoder and decoder remember of the function that they are in. Numbers of words, where nothing else is said. */
export interface FunctionState {
  begin: number
  end: number
  /** The number of the function that begins next. */
  next: number
  /** By how many bytes the stack grew last. */
  frame: number
  lastSlot: number
  /** Where the first B.LS goes: to the call of `runtime.morestack`. 0 before it. */
  entryTarget: number
  /** The last of the blocks at the end of the function, like calls of `runtime.panicIndex`. The next come before it. */
  cold: number
  /** Where jumps went, the last one first. */
  readonly targets: Uint32Array
  /** Offsets on the stack that were written or read, the last one first. */
  readonly slots: Uint32Array
}

export function outsideOfFunctions(): FunctionState {
  const targets = new Uint32Array(TARGETS)
  const slots = new Uint32Array(SLOTS)
  return { begin: 0, end: 0, next: 0, frame: 0, lastSlot: 0, entryTarget: 0, cold: 0, targets, slots }
}

/** Enters the functions that begin at a word or before it. */
export function enterFunctions(state: FunctionState, starts: Uint32Array, word: number): void {
  const entered = state.next
  while (state.next + 1 < starts.length && (starts[state.next] ?? 0) >>> 2 <= word) {
    state.begin = (starts[state.next++] ?? 0) >>> 2
    state.end = (starts[state.next] ?? 0) >>> 2
  }
  if (state.next === entered) return
  state.frame = state.lastSlot = state.entryTarget = 0
  state.cold = state.end
  state.targets.fill(0)
  state.slots.fill(0)
}

/** Is it B.LS? */
export const isEntryBranch = (word: number) => (word & 0xff00001f) === 0x54000009

/** Where B.cond at a word goes. */
export const branchTarget = (at: number, word: number) => at + ((word << 8) >> 13)

/** Remembers what there is to remember of the instruction at a word. Returns its marks. */
export function noteInstruction(state: FunctionState, bytes: Uint8Array, at: number): number {
  const marks = marksAt(bytes, 4 * at)
  if (marks & MARK.stack) {
    const effect = arm64StackEffect(bytes, 4 * at)
    if (effect > 0) state.frame = state.lastSlot = effect
  }
  const word = wordAt(bytes, 4 * at)
  if (isEntryBranch(word) && state.entryTarget === 0) {
    state.entryTarget = state.cold = branchTarget(at, word) >>> 0
  }
  // Nothing goes on from here: what follows is reached from the entry, with the stack as it was there.
  const isLast = at + 1 === state.entryTarget && at + 1 <= state.end
  return isLast ? marks | MARK.ret : marks
}

/** Moves a value to the front of a list, from the index that it had, or in place of the last one. */
export function toFront(list: Uint32Array, index: number, value: number): void {
  const from = index < 0 ? list.length - 1 : index
  list.copyWithin(1, 0, from)
  list[0] = value
}
