import { parseSymbolName } from '../binary/symbol-name.ts'
import { isFunction, isMethodOfType, NOWHERE, TYPE } from './linker-symbols.ts'
import { methodKeepers } from './method-keepers.ts'

/**
 * Why the linker keeps every exported method: something calls reflect's Method or MethodByName with a name that the
 * linker cannot know.
 */
export interface DeadCodeOff {
  /** `text/template.(*state).evalField` */
  readonly function: string
  /** Its import path. */
  readonly package: string
  /**
   * The functions that lead to it from main.main, or from the package initialization that runs it. Variables that hold
   * a function are among them. A method that is kept for reflection follows the function that keeps it.
   */
  readonly path: readonly string[]
  /** Import paths of the packages of those functions, each once, in order. */
  readonly packages: readonly string[]
}

/** Reads what Go's linker prints with `-dumpdep -v=2`, line by line. */
export interface DependencyReader {
  readonly readLine: (line: string) => void
  readonly reasons: () => readonly DeadCodeOff[]
}

/**
 * Reads the linker's graph. The linker follows calls, then adds the methods that the interfaces found so far may call,
 * and so on, in rounds. From the round after a marked function on, every exported method is kept. Marked functions
 * among those are not a reason but a result.
 * https://github.com/golang/go/blob/go1.26.0/src/cmd/link/internal/ld/deadcode.go
 *
 * @param main import path of the package that symbols call `main`
 */
export function readDependencies(main: string): DependencyReader {
  /** The symbols that were reached, each with the one that reached it first. */
  const reachedFrom = new Map<string, string | null>([[NOWHERE, null]])
  const marked = new Set<string>()
  const keepers = methodKeepers()
  let addingMethods = false
  let over = false

  const readLine = (line: string) => {
    if (over || keepers.readRemark(line)) return
    const edge = parseEdge(line, reachedFrom)
    if (edge === null) return
    const { from, to, isMarked } = edge
    keepers.readFrom(from)
    if (isMethodOfType(from, to)) {
      over = marked.size > 0 && !addingMethods
      addingMethods = true
    } else if (!TYPE.test(from)) addingMethods = false
    if (over) return
    if (!reachedFrom.has(to)) reachedFrom.set(to, keepers.of(from, to) ?? from)
    if (isMarked) marked.add(to)
  }
  const reasons = () => {
    const found = [...marked].map(symbol => reasonOf(symbol, reachedFrom, main))
    return [...new Map(found.map(reason => [reason.function, reason])).values()]
  }
  return { readLine, reasons }
}

interface Edge {
  readonly from: string
  readonly to: string
  /** Whether `to` looks methods up by a name that the compiler does not know. */
  readonly isMarked: boolean
}

const ARROW = ' -> '
const FLAGS = / (?:<UsedInIface>)?(?:<ReflectMethod>)?$/

/**
 * A type's name may contain an arrow, in a tag of a field. The right arrow is the one after a symbol that has been
 * reached.
 */
function parseEdge(line: string, reached: ReadonlyMap<string, unknown>): Edge | null {
  for (let at = line.indexOf(ARROW); at !== -1; at = line.indexOf(ARROW, at + 1)) {
    const from = line.slice(0, at).replace(FLAGS, '')
    if (!reached.has(from)) continue
    const target = line.slice(at + ARROW.length)
    return { from, to: target.replace(FLAGS, ''), isMarked: target.endsWith('<ReflectMethod>') }
  }
  return null
}

function reasonOf(
  symbol: string,
  reachedFrom: ReadonlyMap<string, string | null>,
  main: string,
): DeadCodeOff {
  const way: string[] = []
  for (let at: string | null = symbol; at !== null; at = reachedFrom.get(at) ?? null) way.unshift(at)
  const functions = way.slice(Math.max(0, way.indexOf('main.main'))).filter(isFunction)
  // Before Go 1.22, reflect's own functions are marked. The function that calls them is the reason.
  const caller = functions.findLastIndex(name => packageOf(name, main) !== 'reflect')
  const path = caller === -1 ? functions : functions.slice(0, caller + 1)
  const last = path.at(-1) ?? symbol
  const packages = path.flatMap(name => packageOf(name, main) ?? [])
  return { function: last, package: packageOf(last, main) ?? main, path, packages: [...new Set(packages)] }
}

function packageOf(symbol: string, main: string): string | null {
  const { package: found } = parseSymbolName(symbol)
  return found === 'main' ? main : found
}
