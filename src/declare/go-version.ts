import { nearest } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

const NAMES = ['stable', 'oldstable']
const COMPARATOR = /^(?:>=|<=|>|<|=|\^|~)?(\d+)(?:\.(\d+|x|\*)(?:\.(\d+|x|\*)|(?:rc|beta)\d+)?)?$/
const EXAMPLE = 'write 1.26.8, 1.26, 1.26.x, >=1.25, stable or oldstable'

/** Checks how a Go version is written; whether there is one is for `toolchain/` to say. */
export function parseGoVersion(text: string): Parsed<string> {
  const given = text.trim()
  if (NAMES.includes(given)) return parsed(given)
  const bare = /^(?:go|v)(\d.*)$/.exec(given)?.[1]
  if (bare !== undefined) return problem(`has a prefix; write ${bare}`)
  if (given === 'latest') return problem('is not a Go version; write stable')
  const comparators = given.replace(/(>=|<=|>|<|=|\^|~)\s+/g, '$1').split(/\s*\|\|\s*|\s+/)
  for (const comparator of comparators) {
    const match = COMPARATOR.exec(comparator)
    if (match === null) {
      const meant = nearest(given, NAMES)
      return problem(`is not a Go version${meant === null ? `; ${EXAMPLE}` : `; did you mean "${meant}"?`}`)
    }
    const [, major, minor = '', patch] = match
    if (major === '1' && /^\d$/.test(minor) && patch === undefined) {
      return problem(
        `is older than Go modules; if 1.${minor}0 is meant, YAML has dropped its zero: write "1.${minor}0" in quotes`,
      )
    }
  }
  return parsed(given)
}
