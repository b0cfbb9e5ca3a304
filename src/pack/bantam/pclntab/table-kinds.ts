/** The tables of a record in the order of its fields: https://go.dev/src/internal/abi/symtab.go */
export const TABLE = {
  /** pcsp: bytes of stack. */
  stack: 0,
  /** pcfile: number of the file in the unit. */
  file: 1,
  /** pcln. */
  line: 2,
  /** PCDATA_UnsafePoint. */
  unsafe: 3,
  /** PCDATA_StackMapIndex. */
  stackMap: 4,
  /** PCDATA_InlTreeIndex, here `inlined`. */
  inlined: 5,
  /** PCDATA_ArgLiveIndex. */
  argLive: 6,
  /** PCDATA_PanicBounds. */
  panicBounds: 7,
} as const

/** The tables that each record has, before its pcdata. */
export const FIXED_TABLES = 3

/** FUNCDATA_InlTree. */
export const INLINE_TREE = 3

/** In which order the linker writes the tables of a function: the inlined calls last. */
export function tableOrder(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, slot) => slot)
  return count > TABLE.inlined ? [...all.filter(slot => slot !== TABLE.inlined), TABLE.inlined] : all
}
