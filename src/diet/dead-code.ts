import { parseSymbolName } from '../binary/symbol-name.ts'

/** Why the linker keeps every exported method: what calls reflect's Method or MethodByName with a name it cannot know. */
export interface DeadCodeOff {
  /** `text/template.(*state).evalField` */
  readonly function: string
  /** Its import path. */
  readonly package: string
  /** Functions from main.main, or from the package initialisation that runs it, to it; variables that hold one are among them. */
  readonly path: readonly string[]
  /** Import paths of the packages of that way, each once, in order. */
  readonly packages: readonly string[]
}

/** Reads what Go's linker prints with `-dumpdep`, line by line. */
export interface DependencyReader {
  readonly readLine: (line: string) => void
  readonly reasons: () => readonly DeadCodeOff[]
}

/**
 * The linker follows calls, then adds the methods that interfaces found so far may call, and so on, in rounds. From the round
 * after a marked function on, every exported method is kept, marked ones among them: those are no reason, they are what comes of it.
 * https://github.com/golang/go/blob/go1.26.0/src/cmd/link/internal/ld/deadcode.go
 *
 * @param main import path of the package that symbols call `main`
 */
export function readDependencies(main: string): DependencyReader {
  /** What was reached, and from where first. */
  const reachedFrom = new Map<string, string | null>([[NOWHERE, null]])
  const marked = new Set<string>()
  let addingMethods = false
  let over = false

  const readLine = (line: string) => {
    const edge = over ? null : parseEdge(line, reachedFrom)
    if (edge === null) return
    const { from, to, isMarked } = edge
    if (isMethodOfType(from, to)) {
      over = marked.size > 0 && !addingMethods
      addingMethods = true
    } else if (!TYPE.test(from)) addingMethods = false
    if (over) return
    if (!reachedFrom.has(to)) reachedFrom.set(to, from)
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

/** What the linker starts from has been reached from this. */
const NOWHERE = '_'
/** A type, not the functions that compare and hash it: `type:.eq.net/http.Header`. */
const TYPE = /^type:(?!\.)/
const ARROW = ' -> '
const FLAGS = / (?:<UsedInIface>)?(?:<ReflectMethod>)?$/

/** A type's name may hold an arrow, in a tag of a field: what stands before the right one has been reached. */
function parseEdge(line: string, reached: ReadonlyMap<string, unknown>): Edge | null {
  for (let at = line.indexOf(ARROW); at !== -1; at = line.indexOf(ARROW, at + 1)) {
    const from = line.slice(0, at).replace(FLAGS, '')
    if (!reached.has(from)) continue
    const target = line.slice(at + ARROW.length)
    return { from, to: target.replace(FLAGS, ''), isMarked: target.endsWith('<ReflectMethod>') }
  }
  return null
}

/** In no other way does a type lead to a function: the one that compares it is in a value, which ends in ·f. */
function isMethodOfType(from: string, to: string): boolean {
  return TYPE.test(from) && isFunction(to)
}

/** By the name, which does not tell a function from a variable; not what the compiler makes beside them. */
function isFunction(symbol: string): boolean {
  return !/^(?:type:|go:|gclocals|runtime\.gcbits\.)|·|\.\./.test(symbol) && symbol !== NOWHERE
}

function reasonOf(
  symbol: string,
  reachedFrom: ReadonlyMap<string, string | null>,
  main: string,
): DeadCodeOff {
  const way: string[] = []
  for (let at: string | null = symbol; at !== null; at = reachedFrom.get(at) ?? null) way.unshift(at)
  const functions = way.slice(Math.max(0, way.indexOf('main.main'))).filter(isFunction)
  // Before Go 1.22 reflect's own functions are marked; whoever calls them is meant.
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
