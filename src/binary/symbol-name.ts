/** A function's name in two parts: its package, and its name within the package. */
export interface SymbolName {
  /** The import path; `main` for the main package; `null` if the name has none, as in assembly and generated code. */
  readonly package: string | null
  /** `(*Client).Do`, `New[...]`, `main.func1`. */
  readonly name: string
}

/**
 * Splits a symbol's name: `net/http.(*Client).Do` → `net/http`, `(*Client).Do`. The package ends at the first dot after
 * the last slash. This works for every path, because Go escapes dots in the last element of a path.
 * https://go.dev/src/debug/gosym/symtab.go (PackageName), https://go.dev/src/cmd/internal/objabi/path.go
 */
export function parseSymbolName(symbol: string): SymbolName {
  if (isGenerated(symbol)) {
    return { package: packageOfType(symbol.replace(GENERATED, '')), name: withoutArguments(symbol) }
  }
  // Type arguments and unnamed types may contain other packages' paths, so the search stops before them.
  const end = symbol.search(/[[({ ]/)
  const head = end === -1 ? symbol : symbol.slice(0, end)
  const dot = head.indexOf('.', head.lastIndexOf('/') + 1)
  if (dot <= 0 || dot > MAX_PATH) return { package: null, name: symbol }
  return { package: unescapePath(symbol.slice(0, dot)), name: withoutArguments(symbol.slice(dot + 1)) }
}

/**
 * Whether the compiler generated the code for a type: `type:.eq.net/http.Header`, `go:(*struct { sync.Mutex }).Lock`.
 * Go 1.18 and 1.19 write a dot for the colon. A dot alone proves nothing: `go.F` belongs to a package `go`, and
 * `type.F` to `type`.
 */
export function isGenerated(symbol: string): boolean {
  return GENERATED.test(symbol)
}

/**
 * Corrects the package of a promoted unexported method. When a type embeds another package's type, the method's name
 * includes that package's path: `a/b.T.c.d/e.m`. Only the list of the program's packages shows which dot ends the first
 * path.
 */
export function withKnownPackage(symbol: SymbolName, isPackage: (path: string) => boolean): SymbolName {
  const { package: path, name } = symbol
  if (path === null || !path.includes('.') || isPackage(path)) return symbol
  let dot = path.indexOf('.')
  for (let tries = 0; tries < MAX_DOTS && dot !== -1; tries++) {
    if (isPackage(path.slice(0, dot))) {
      return { package: path.slice(0, dot), name: `${path.slice(dot + 1)}.${name}` }
    }
    dot = path.indexOf('.', dot + 1)
  }
  return symbol
}

const MAX_DOTS = 16

/**
 * Shortens type arguments: `New[go.shape.int]` → `New[...]`. Readers expect one function, however many instances the
 * compiler made.
 */
function withoutArguments(name: string): string {
  let kept = ''
  let depth = 0
  let from = 0
  for (let at = name.indexOf('['); at !== -1 && at < name.length; at++) {
    const byte = name[at]
    if (byte === '[') {
      // Only brackets after a name are type arguments; others belong to an array or slice type.
      if (depth > 0 || /[\p{L}\p{N}_]/u.test(name[at - 1] ?? '')) {
        if (depth++ === 0) kept += `${name.slice(from, at)}[...`
      }
    } else if (byte === ']' && depth > 0 && --depth === 0) from = at
  }
  return depth > 0 ? `${kept}]` : kept + name.slice(from)
}

/**
 * Returns the package of the first named type within a type, as Go writes it: `struct { F uintptr; R *net/http.Request
 * }`.
 */
function packageOfType(type: string): string | null {
  for (const word of type.slice(0, MAX_TYPE).split(NOT_OF_A_PATH)) {
    const dot = word.indexOf('.', word.lastIndexOf('/') + 1)
    if (dot > 0 && !word.startsWith(SHAPES)) return unescapePath(word.slice(0, dot))
  }
  return null
}

const GENERATED = /^(?:type[:.]\.\w+\.|type:|go:|go\.(?=\(?\*?(?:struct|interface) \{|shape\.|buildid$))/
/** A file can contain names of any length, so only this many characters are searched for a package. */
const MAX_TYPE = 1024
/** A limit for import paths, which are paths of directories. */
const MAX_PATH = 1024

/** The compiler's placeholder package for the types that generic code is compiled for. It is not a real package. */
const SHAPES = 'go.shape.'

const NOT_OF_A_PATH = /[\s,;:()[\]{}*"]+/

/**
 * Unescapes a path: `gopkg.in/yaml%2ev3` → `gopkg.in/yaml.v3`. It works on bytes, because Go escapes non-ASCII
 * characters byte by byte.
 */
function unescapePath(path: string): string {
  if (!path.includes('%')) return path
  return Buffer.from(
    path.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')
}
