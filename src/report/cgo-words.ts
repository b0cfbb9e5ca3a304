import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { Clauses } from '../failure.ts'
import type { CgoStandIn } from '../binary/cgo-stand-in.ts'

/** Replacements for known drivers, written in pure Go. */
const INSTEAD: Readonly<Record<string, string>> = {
  'github.com/mattn/go-sqlite3': 'modernc.org/sqlite or github.com/ncruces/go-sqlite3',
}

/** Explains why a stub is refused, and the alternatives. */
export function refuseStub({ importPath }: CgoStandIn): Clauses {
  const instead = INSTEAD[importPath]
  const driver = instead === undefined ? 'a package in pure Go' : `a driver in pure Go, ${instead}`
  return {
    what: clause`${importPath} needs cgo`,
    why: clause`without cgo, it compiles to a stub that fails whenever it is used`,
    fix: clause`set ${input('cgo', 'static')}, or use ${driver}`,
  }
}

/** Describes a package that may work without cgo. */
export function describeStandIn({ importPath, leftOut, says }: CgoStandIn): Clause {
  const files = leftOut.length === 1 ? (leftOut[0] ?? '') : `${leftOut.length} files`
  const words = says === null ? '' : ` It says: "${says}".`
  return clause`${importPath} is compiled without its cgo part (${files}), and other code replaces that part.${words} Set ${input('cgo', 'static')} if the service needs the cgo part`
}
