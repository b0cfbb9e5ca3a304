/**
 * Whether the `// +build` lines of a file are true, which modules for Go before 1.18 may still have alone. `null` where
 * the file has none. Every line must be true. A line is true if one of its words is, and a word if every part between
 * commas is.
 * https://pkg.go.dev/go/build/constraint
 */
export function oldLinesHold(source: string, isSet: (tag: string) => boolean): boolean | null {
  const head = source.slice(0, MOST).split(/^package\s/m, 1)[0] ?? ''
  const lines = [...head.matchAll(/^\/\/[ \t]*\+build[ \t]+(.+)$/gm)].map(([, words = '']) => words)
  const term = (word: string) => (word.startsWith('!') ? !isSet(word.slice(1)) : isSet(word))
  return lines.length === 0
    ? null
    : lines.every(words =>
        words
          .trim()
          .split(/\s+/)
          .some(word => word.split(',').every(term)),
      )
}

/** The lines are above the package clause. Licenses above them can be long. */
const MOST = 16 * 1024
