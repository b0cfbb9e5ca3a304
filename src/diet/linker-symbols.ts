/** Matches a type, and not the functions that compare and hash it: `type:.eq.net/http.Header`. */
export const TYPE = /^type:(?!\.)/

/**
 * Decides by the name, which does not show whether a symbol is a function or a variable. Symbols that the compiler adds
 * are neither.
 */
export function isFunction(symbol: string): boolean {
  return !/^(?:type:|go:|gclocals|runtime\.gcbits\.)|·|\.\./.test(symbol) && symbol !== NOWHERE
}

/**
 * A type leads to a function only if that is its method: the function that compares it is in a value, whose name ends
 * in ·f.
 */
export function isMethodOfType(from: string, to: string): boolean {
  return TYPE.test(from) && isFunction(to)
}

/** The name of the symbol from which the linker reaches what it starts from. */
export const NOWHERE = '_'
