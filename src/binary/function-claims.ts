import type { Executable } from './executable.ts'
import type { Extent } from './extents.ts'
import { placeOfAddress } from './elf-bytes.ts'
import { readGoFunctions } from './go-functions.ts'
import type { GoFunctions } from './go-functions.ts'
import type { ModuleData } from './module-data.ts'
import { C } from './package-owner.ts'
import type { Pclntab } from './pclntab.ts'
import { inTurn, sumOf } from './share.ts'
import type { Claim } from './share.ts'

/**
 * Claims the code of Go's functions and their part of the function table. Returns `null` if the table is inconsistent.
 */
export function functionClaims(
  { elf, buildInfo }: Executable,
  bytes: Uint8Array,
  extents: readonly Extent[],
  table: Pclntab,
  moduleData: ModuleData | null,
): readonly Claim[] | null {
  const start = table.table.byteOffset - bytes.byteOffset
  const dataAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionData)
  const own = extents.find(({ role, start: from }) => role === 'function table' && from === start)
  const inTable = dataAt !== null && dataAt > start && dataAt < start + table.table.byteLength
  const indexAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionIndex)
  const dataLength = inTable && indexAt !== null && indexAt >= dataAt ? indexAt - dataAt : null
  const functions = readGoFunctions(table, elf.littleEndian, buildInfo, dataLength)
  if (functions === null) return null
  const code = codeClaim(functions, extents, buildInfo?.settings['CGO_ENABLED'] === '1')
  if (code === null) return null
  const { data } = functions
  const shares = inTable && data !== null ? inTurn(functions.table, data.shares) : functions.table
  const tableClaim: Claim = {
    start,
    end: own?.end ?? (inTable && dataLength !== null ? dataAt + dataLength : start + functions.recordsEnd),
    shares,
    rest: { package: null, kind: 'pclntab', name: own?.name ?? 'function table' },
  }
  const dataClaim: Claim | null =
    inTable || dataAt === null || data === null
      ? null
      : {
          start: dataAt,
          end: dataAt + data.length,
          shares: data.shares,
          rest: { package: null, kind: 'pclntab', name: 'funcdata' },
        }
  return [code, tableClaim, ...(dataClaim === null ? [] : [dataClaim])]
}

/**
 * Claims the code section by the total size of Go's functions, not by the place of each one. With cgo, the C compiler's
 * code surrounds them.
 */
function codeClaim({ code }: GoFunctions, extents: readonly Extent[], usesC: boolean): Claim | null {
  const total = sumOf(code)
  const home = extents
    .filter(({ role, start, end }) => role === 'code' && end - start >= total)
    .reduce<Extent | null>(
      (largest, one) => (largest === null || sizeOf(one) > sizeOf(largest) ? one : largest),
      null,
    )
  if (home === null || total === 0) return null
  const rest = usesC
    ? ({ package: C, kind: 'function', name: home.name } as const)
    : ({ package: null, kind: 'unknown', name: home.name } as const)
  return { start: home.start, end: home.end, shares: code, rest }
}

function sizeOf({ start, end }: Extent): number {
  return end - start
}
