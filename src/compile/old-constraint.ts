/**
 * Whether the `// +build` lines of a file let it count, which modules for Go before 1.18 may still have alone. `null` where it has
 * none. Every line has to hold; in a line one word, and of a word every part between commas.
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

/** The lines stand above the package clause; licences above them are long. */
const MOST = 16 * 1024
