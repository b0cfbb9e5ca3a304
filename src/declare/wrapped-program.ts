import path from 'node:path'

/**
 * Another program or file that a command line makes its program run or read: `sh ./cc`, `env CC=x ./cc`, `ccache gcc`,
 * `ssh -F ./config`.
 */
export interface Wrapped {
  readonly word: string
  /**
   * `program`: a name is searched on PATH. `file`: a name is a file in the working directory. `text`: a program given
   * as text.
   */
  readonly kind: 'program' | 'file' | 'text'
}

/** Programs that run code from a file or from their arguments. */
const INTERPRETER =
  /^(?:(?:ba|da|a|z|k)?sh|busybox|python[\d.]*|perl[\d.]*|ruby[\d.]*|node|lua[\d.]*|awk|make)$/

/** @param rest what stands behind the program */
export function wrappedBy(program: string, rest: readonly string[]): readonly Wrapped[] {
  const name = path.posix.basename(program)
  if (name === 'ssh') return configOf(rest)
  const first = rest.findIndex(word => !isFlag(word))
  const [before, after] = first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)]
  if (INTERPRETER.test(name)) {
    const text = before.find(word => /^-\w*[ce]/.test(word))
    if (text !== undefined) return [{ word: `${name} ${text}`, kind: 'text' }]
    const file = after.find(word => !isAssignment(word))
    return file === undefined ? [] : [{ word: file, kind: 'file' }]
  }
  // Behind `env` flags may come first; behind a compiler they are its own, and files may follow them.
  const words = name === 'env' || name === 'nice' ? after : rest
  const end = words.findIndex(isFlag)
  return (end < 0 ? words : words.slice(0, end))
    .filter(word => !isAssignment(word))
    .map(word => ({ word, kind: 'program' }))
}

/** A configuration of ssh can name programs. */
function configOf(rest: readonly string[]): readonly Wrapped[] {
  return rest.flatMap((word, at) => {
    const [, joined] = /^-F(.*)$/s.exec(word) ?? []
    const file = joined === '' ? rest[at + 1] : joined
    return file === undefined || file === 'none' ? [] : [{ word: file, kind: 'file' as const }]
  })
}

function isFlag(word: string): boolean {
  return word.startsWith('-')
}

function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*=/.test(word)
}
