import type { BuildConstraint } from './build-constraint.ts'
import { parseBuildConstraint } from './build-constraint.ts'
import { ARCHITECTURES, SYSTEMS } from './known-systems.ts'

/**
 * Reads from the top of a Go file when it counts: one `//go:build` line above everything except comments and blank
 * lines. `null` where there is none, or one that Go refuses. Lines that only older versions of Go read, `// +build`,
 * are ignored.
 * https://github.com/golang/go/blob/go1.26.0/src/go/build/build.go (parseFileHeader)
 */
export function constraintOfHeader(header: string): BuildConstraint | null {
  // Most files have none, and this is called for thousands of them.
  if (!header.includes('//go:build')) return null
  let inComment = false
  for (const line of header.split('\n').map(line => line.trim())) {
    if (!inComment) {
      const constraint = parseBuildConstraint(line)
      if (constraint !== null) return constraint
    }
    const after = afterComments(line, inComment)
    if (after === 'code') return null
    inComment = after === 'comment'
  }
  return null
}

/** Whether the name lets a file count: `_linux`, `_amd64` or `_linux_amd64` at its end is a constraint too. */
export function nameHolds(name: string, isSet: (tag: string) => boolean): boolean {
  const [stem = ''] = name.split('.', 1)
  // The part before the first _ is not a constraint: linux.go counts everywhere.
  const [, ...words] = stem.split('_')
  const [last = '', before = ''] = words.reverse()
  if (ARCHITECTURES.has(last)) return isSet(last) && (!SYSTEMS.has(before) || isSet(before))
  return !SYSTEMS.has(last) || isSet(last)
}

/** How a line ends: in an open comment, in code, or in neither. */
function afterComments(line: string, inComment: boolean): 'comment' | 'code' | 'blank' {
  let inside = inComment
  for (let at = 0; at < line.length;) {
    if (inside) {
      const end = line.indexOf('*/', at)
      if (end === -1) return 'comment'
      inside = false
      at = end + 2
    } else if (/\s/.test(line.charAt(at))) at += 1
    else if (line.startsWith('//', at)) return 'blank'
    else if (line.startsWith('/*', at)) {
      inside = true
      at += 2
    } else return 'code'
  }
  return inside ? 'comment' : 'blank'
}
