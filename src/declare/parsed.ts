/** What a parser gives: the value, or why there is none, as the end of a sentence that begins with the input and its value. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string }

export function parsed<Value>(value: Value): Parsed<Value> {
  return { ok: true, value }
}

export function problem(sentence: string): Parsed<never> {
  return { ok: false, problem: sentence }
}
