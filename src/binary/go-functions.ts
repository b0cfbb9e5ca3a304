import type { BuildInfo } from './build-info.ts'
import { chargeFiles } from './file-charges.ts'
import { chargeFunctionData, chargePcValues } from './function-charges.ts'
import { NONE, readFunctionRecords } from './function-records.ts'
import type { FunctionRecords } from './function-records.ts'
import { readNameTable } from './name-table.ts'
import type { NameTable } from './name-table.ts'
import { importPathOf } from './package-owner.ts'
import type { Pclntab } from './pclntab.ts'
import { inTurn, lazily } from './share.ts'
import type { Share } from './share.ts'
import { isGenerated, parseSymbolName, withKnownPackage } from './symbol-name.ts'
import { orWhenOutOfBytes } from './words.ts'

/** The sizes of Go's functions: their code, their part of the function table, and their funcdata. */
export interface GoFunctions {
  readonly code: Iterable<Share>
  readonly table: Iterable<Share>
  readonly data: { readonly shares: Iterable<Share>; readonly length: number } | null
  /** From the table's header to the end of the last function's record. */
  readonly recordsEnd: number
}

/**
 * Computes the sizes of all functions.
 *
 * @param dataLength bytes of funcdata; `null` if its end is unknown
 * @returns `null` if the table is inconsistent.
 */
export function readGoFunctions(
  table: Pclntab,
  littleEndian: boolean,
  buildInfo: BuildInfo | null,
  dataLength: number | null,
): GoFunctions | null {
  return orWhenOutOfBytes(
    () => {
      const records = readFunctionRecords(table, littleEndian)
      const names = readNameTable(table.names)
      const nameOf = Uint32Array.from(records.names, place => names.indexOf(place))
      const named = nameFunctions(records, names, nameOf)
      const pcValues = chargePcValues(records, table.pcValues)
      const data = chargeFunctionData(records, dataLength)
      const shares = (bytesOf: (index: number) => number) => lazily(() => sharesOf(named, bytesOf))
      const ownBytes = (index: number) =>
        (records.own[index] ?? 0) + (pcValues?.[index] ?? 0) + (named.nameSizes[index] ?? 0)
      return {
        code: shares(index => records.code[index] ?? 0),
        table: inTurn(shares(ownBytes), [
          ...inlinedShares(names, nameOf, new Set(named.units.values())),
          ...fileShares(table, littleEndian, named.units, buildInfo),
        ]),
        data:
          data === null ? null : { shares: shares(index => data.charges[index] ?? 0), length: data.length },
        recordsEnd: table.functions.byteOffset - table.table.byteOffset + records.end,
      }
    },
    () => null,
  )
}

interface NamedFunctions {
  readonly packages: readonly string[]
  readonly names: readonly string[]
  /** Bytes of each function's name. */
  readonly nameSizes: Uint32Array
  /** The package of each compilation unit, by its place in cutab. */
  readonly units: ReadonlyMap<number, string>
}

/**
 * Functions in assembly have no package in their names and get that of their compilation unit. Go's start-up code has
 * no such unit either.
 */
const RUNTIME = 'runtime'

function nameFunctions(records: FunctionRecords, table: NameTable, nameOf: Uint32Array): NamedFunctions {
  const strings = new Map<string, string>()
  const units = new Map<number, string>()
  const paths: (string | null)[] = []
  const names: string[] = []
  const nameSizes = new Uint32Array(records.count)
  const charged = new Uint8Array(table.starts.length)
  for (let index = 0; index < records.count; index++) {
    const place = nameOf[index] ?? 0
    const symbol = table.nameOf(place)
    const { package: path, name } = parseSymbolName(symbol)
    const unit = records.units[index] ?? NONE
    paths.push(path === null ? null : shared(path, strings))
    names.push(name)
    // Instances of generic functions and code generated for types are in the units that use them.
    const tells = !name.includes('[') && !isGenerated(symbol)
    if (path !== null && tells && isHome(path, units.get(unit))) units.set(unit, path)
    if (charged[place] === 0) nameSizes[index] = table.sizeOf(place)
    charged[place] = 1
  }
  const known = new Set(units.values())
  const packages: string[] = []
  for (let index = 0; index < records.count; index++) {
    const symbol = { package: paths[index] ?? null, name: names[index] ?? '' }
    const placed = withKnownPackage(symbol, path => known.has(path))
    packages.push(placed.package ?? units.get(records.units[index] ?? NONE) ?? RUNTIME)
    names[index] = placed.name
  }
  return { packages, names, nameSizes, units }
}

/**
 * Whether a function's name gives the package of its unit. The first function's name does, until a shorter path shows
 * that it held the path of a second package too.
 */
function isHome(path: string, before: string | undefined): boolean {
  return before === undefined || (before.length > path.length && before.startsWith(`${path}.`))
}

/** Returns one string for equal strings, to save memory: one package has many functions. */
function shared(string: string, strings: Map<string, string>): string {
  const known = strings.get(string)
  if (known === undefined) strings.set(string, string)
  return known ?? string
}

function* sharesOf(
  { packages, names }: NamedFunctions,
  bytesOf: (index: number) => number,
): Generator<Share> {
  for (let index = 0; index < names.length; index++) {
    const bytes = bytesOf(index)
    if (bytes > 0) {
      yield { package: packages[index] ?? RUNTIME, kind: 'function', name: names[index] ?? '', bytes }
    }
  }
}

/** Functions that were inlined at every call leave only their names, which are charged to their packages. */
function inlinedShares(names: NameTable, nameOf: Uint32Array, known: ReadonlySet<string>): readonly Share[] {
  const ofFunctions = new Uint8Array(names.starts.length)
  for (const index of nameOf) ofFunctions[index] = 1
  const charges = new Map<string, number>()
  for (let index = 0; index < names.starts.length; index++) {
    if (ofFunctions[index] === 1) continue
    const symbol = withKnownPackage(parseSymbolName(names.nameOf(index)), path => known.has(path))
    const path = symbol.package ?? RUNTIME
    charges.set(path, (charges.get(path) ?? 0) + names.sizeOf(index))
  }
  return packageShares(charges, 'names of inlined functions')
}

function fileShares(
  table: Pclntab,
  littleEndian: boolean,
  units: ReadonlyMap<number, string>,
  buildInfo: BuildInfo | null,
): readonly Share[] {
  const paths = new Set([...units.values()].map(path => importPathOf(path, buildInfo)))
  const charges = chargeFiles(units.keys(), table, littleEndian, units, path => paths.has(path))
  return packageShares(charges, 'names of source files')
}

function packageShares(charges: ReadonlyMap<string, number>, name: string): readonly Share[] {
  return Array.from(charges, ([path, bytes]) => ({ package: path, kind: 'pclntab', name, bytes }))
}
