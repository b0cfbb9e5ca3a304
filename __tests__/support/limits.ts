import { parseBound } from '../../src/declare/bound.ts'
import { parseLimit } from '../../src/declare/limit.ts'
import type { Bound, BoundSubject, Subject } from '../../src/weigh-in/limit.ts'

/** What a budget's line is about: `module golang.org/x/net`. */
export function subjectOf(text: string): Subject {
  return lineOf(`${text}: 1MB`).subject
}

/** `3 MB`, `+20 kB` */
export function boundOf(text: string): Bound {
  const bound = parseBound(text, 'bytes')
  if (!bound.ok) throw new Error(`${text} ${bound.problem}`)
  return bound.value
}

/** `memory: 8MB` */
export function lineOf(line: string): BoundSubject {
  const limit = parseLimit(line, [])
  if (!limit.ok) throw new Error(`${line} ${limit.problem}`)
  return { subject: limit.value.subject, bound: limit.value.bound }
}
