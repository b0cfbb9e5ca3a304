import { isFunction } from './linker-symbols.ts'

/**
 * Finds the function that makes the linker keep a method that nothing calls directly.
 *
 * The linker keeps a type's method if something looks up a method of that name by reflection (`MethodByName("Methods")`
 * with a constant), or calls it through an interface. The edge that the linker prints for such a method begins at the
 * type, and the path to the type leads through the function that first put the type into an interface. That is often
 * fmt, which is not the cause. With `-v=2` the linker also prints, while it reads a function, which methods that
 * function asks for.
 * https://github.com/golang/go/blob/go1.26.0/src/cmd/link/internal/ld/deadcode.go (flood)
 */
export interface MethodKeepers {
  /** Reads a line that is not an edge of the graph, and returns whether it was such a remark. */
  readonly readRemark: (line: string) => boolean
  /** Notes where an edge begins: remarks come while the linker reads that symbol. */
  readonly readFrom: (from: string) => void
  /** The function that keeps a method of this type; `null` if the type itself is the better answer. */
  readonly of: (type: string, method: string) => string | null
}

const BY_NAME = 'reached generic iface method: '
const BY_INTERFACE = 'reached iface method: '
const METHOD = /^markable method: (?<signature>.*) of sym \d+ (?<type>type:.*)$/

export function methodKeepers(): MethodKeepers {
  /** By name: the function that first looks it up by reflection. */
  const byName = new Map<string, string>()
  /**
   * By signature, which is the name and the number of its type, `{Methods 100440}`: the function that first calls it
   * through an interface.
   */
  const byInterface = new Map<string, string>()
  /** By type and name: the signature. */
  const signatures = new Map<string, string>()
  /** The remarks since the last edge. */
  let remarks: { readonly keepers: Map<string, string>; readonly key: string }[] = []
  let last: string | null = null

  const readRemark = (line: string) => {
    if (line.startsWith(BY_NAME)) remarks.push({ keepers: byName, key: line.slice(BY_NAME.length) })
    else if (line.startsWith(BY_INTERFACE))
      remarks.push({ keepers: byInterface, key: line.slice(BY_INTERFACE.length) })
    else {
      const method = METHOD.exec(line)?.groups
      if (method === undefined) return false
      const { signature = '', type = '' } = method
      signatures.set(`${type} ${nameOf(signature)}`, signature)
    }
    return true
  }
  const readFrom = (from: string) => {
    // The last edges of a function are those of its own data, so the edge after a remark is most often of the same
    // function.
    const keeper = isFunction(from) ? from : last
    if (keeper !== null)
      for (const { keepers, key } of remarks) if (!keepers.has(key)) keepers.set(key, keeper)
    remarks = []
    last = isFunction(from) ? from : null
  }
  const of = (type: string, method: string) => {
    const name = method.slice(method.lastIndexOf('.') + 1)
    const reflected = byName.get(name) ?? null
    // The caller is a useful answer only for reflect's own methods. For others it is, for example, net/http, which
    // calls every handler.
    if (reflected !== null || !method.startsWith('reflect.')) return reflected
    return byInterface.get(signatures.get(`${type} ${name}`) ?? '') ?? null
  }
  return { readRemark, readFrom, of }
}

function nameOf(signature: string): string {
  return /^\{(\S+) /.exec(signature)?.[1] ?? ''
}
