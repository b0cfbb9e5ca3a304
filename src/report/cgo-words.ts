import type { CgoStandIn } from '../binary/cgo-stand-in.ts'

/** Replacements for known drivers, written in pure Go. */
const INSTEAD: Readonly<Record<string, string>> = {
  'github.com/mattn/go-sqlite3': 'modernc.org/sqlite or github.com/ncruces/go-sqlite3',
}

/** Explains why a stub is refused, and the alternatives. */
export function refuseStub({ importPath }: CgoStandIn): string {
  const instead = INSTEAD[importPath]
  const driver = instead === undefined ? 'a package in pure Go' : `a driver in pure Go, ${instead}`
  return `${importPath} needs cgo: without it, it compiles to a stub that fails whenever it is used. Set cgo: static, or use ${driver}.`
}

/** Describes a package that may work without cgo. */
export function describeStandIn({ importPath, leftOut, says }: CgoStandIn): string {
  const files = leftOut.length === 1 ? (leftOut[0] ?? '') : `${leftOut.length} files`
  const words = says === null ? '' : ` Its own words: "${says}".`
  return `${importPath} is compiled without its cgo part (${files}), and other code stands in.${words} Set cgo: static if the service needs the cgo part.`
}
