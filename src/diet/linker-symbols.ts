/** A type, and not the functions that compare and hash it: `type:.eq.net/http.Header`. */
export const TYPE = /^type:(?!\.)/

/** By the name, which does not tell a function from a variable. What the compiler makes beside them is neither. */
export function isFunction(symbol: string): boolean {
  return !/^(?:type:|go:|gclocals|runtime\.gcbits\.)|·|\.\./.test(symbol) && symbol !== NOWHERE
}

/** A type leads to a function in no other way: the function that compares it is in a value, whose name ends in ·f. */
export function isMethodOfType(from: string, to: string): boolean {
  return TYPE.test(from) && isFunction(to)
}

/** What the linker starts from has been reached from this. */
export const NOWHERE = '_'
