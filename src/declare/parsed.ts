/**
 * What a parser gives: the value, or why there is none, as the end of a sentence that begins with the input and its
 * value. A parser that names other inputs gives a `Clause`, in which each surface names them itself.
 */
export type Parsed<Value, Problem = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export function parsed<Value>(value: Value): Parsed<Value, never> {
  return { ok: true, value }
}

export function problem<Problem = string>(because: Problem): Parsed<never, Problem> {
  return { ok: false, problem: because }
}
