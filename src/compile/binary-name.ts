/**
 * The name that `go build` gives a program: the last element of its import path, or the one before a major version.
 * https://github.com/golang/go/blob/go1.26.0/src/cmd/go/internal/load/pkg.go (DefaultExecName)
 */
export function binaryNameOf(importPath: string): string {
  const elements = importPath.split('/')
  const last = elements.at(-1) ?? ''
  return /^v(?:[2-9]|[1-9]\d+)$/.test(last) ? (elements.at(-2) ?? last) : last
}
