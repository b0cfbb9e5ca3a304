/** A function's name in two: what it belongs to, and what a reader calls it there. */
export interface SymbolName {
  /** The import path; `main` for the main package; `null` where the name has none, as assembly and generated code. */
  readonly package: string | null
  /** `(*Client).Do`, `New[...]`, `main.func1`. */
  readonly name: string
}

/**
 * `net/http.(*Client).Do` → `net/http`, `(*Client).Do`. The package is what stands before the first dot behind the last
 * slash; Go escapes a dot in the last element of a path, so that this is so for every path.
 * https://go.dev/src/debug/gosym/symtab.go (PackageName), https://go.dev/src/cmd/internal/objabi/path.go
 */
export function parseSymbolName(symbol: string): SymbolName {
  if (isGenerated(symbol)) {
    return { package: packageOfType(symbol.replace(GENERATED, '')), name: withoutArguments(symbol) }
  }
  // Of what a generic function is made with, and of an unnamed type, nothing counts.
  const end = symbol.search(/[[({ ]/)
  const head = end === -1 ? symbol : symbol.slice(0, end)
  const dot = head.indexOf('.', head.lastIndexOf('/') + 1)
  if (dot <= 0 || dot > MAX_PATH) return { package: null, name: symbol }
  return { package: unescapePath(symbol.slice(0, dot)), name: withoutArguments(symbol.slice(dot + 1)) }
}

/**
 * Whether the compiler made the code for a type: `type:.eq.net/http.Header`, `go:(*struct { sync.Mutex }).Lock`. Go 1.18
 * and 1.19 write a dot for the colon. A dot alone does not say so: `go.F` is of a package `go`, and `type.F` of `type`.
 */
export function isGenerated(symbol: string): boolean {
  return GENERATED.test(symbol)
}

/**
 * A type has methods for another package's unexported interface when it embeds what has them; their names hold that
 * package's path: `a/b.T.c.d/e.m`. Which of the dots ends the first path only the program's packages tell.
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

/** `New[go.shape.int]` → `New[...]`: a reader expects one function, however many the compiler made of it. */
function withoutArguments(name: string): string {
  let kept = ''
  let depth = 0
  let from = 0
  for (let at = name.indexOf('['); at !== -1 && at < name.length; at++) {
    const byte = name[at]
    if (byte === '[') {
      // Of an array or a slice, it is not what a generic name is followed by.
      if (depth > 0 || /[\p{L}\p{N}_]/u.test(name[at - 1] ?? '')) {
        if (depth++ === 0) kept += `${name.slice(from, at)}[...`
      }
    } else if (byte === ']' && depth > 0 && --depth === 0) from = at
  }
  return depth > 0 ? `${kept}]` : kept + name.slice(from)
}

/** The package of the first named type in a type, as Go writes it: `struct { F uintptr; R *net/http.Request }`. */
function packageOfType(type: string): string | null {
  for (const word of type.slice(0, MAX_TYPE).split(NOT_OF_A_PATH)) {
    const dot = word.indexOf('.', word.lastIndexOf('/') + 1)
    if (dot > 0 && !word.startsWith(SHAPES)) return unescapePath(word.slice(0, dot))
  }
  return null
}

const GENERATED = /^(?:type[:.]\.\w+\.|type:|go:|go\.(?=\(?\*?(?:struct|interface) \{|shape\.|buildid$))/
/** Names are as long as whoever wrote them likes; one that names no package this far in is as good as one with none. */
const MAX_TYPE = 1024
/** An import path is a directory's. */
const MAX_PATH = 1024

/** Where the compiler has the types that generic code is made for: no package of anybody. */
const SHAPES = 'go.shape.'

const NOT_OF_A_PATH = /[\s,;:()[\]{}*"]+/

/** `gopkg.in/yaml%2ev3` → `gopkg.in/yaml.v3`. Bytes, since what is not ASCII is escaped byte by byte. */
function unescapePath(path: string): string {
  if (!path.includes('%')) return path
  return Buffer.from(
    path.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')
}
