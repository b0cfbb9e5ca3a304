import type { Breakdown } from '../weigh-in/breakdown.ts'
import { carve } from './carve.ts'
import { embeddedClaims } from './embedded-claims.ts'
import { NOTHING_KNOWN, type KnownEmbedded } from './embedded-file.ts'
import type { Executable } from './executable.ts'
import { layOut } from './extents.ts'
import type { Extent } from './extents.ts'
import { functionClaims } from './function-claims.ts'
import { C } from './package-owner.ts'
import { findPclntab } from './pclntab.ts'
import { plant } from './plant.ts'
import { readModuleData } from './module-data.ts'
import type { Share } from './share.ts'
import { relocated } from './relocated.ts'
import { timeZoneClaims } from './time-zone-data.ts'
import { typeClaims } from './type-claims.ts'

/**
 * Breaks a linked binary down to functions, so that every byte is explained. The root's bytes are the file's length,
 * and each node's bytes are the sum of its children's. If Go did not build the program, or its function table cannot be
 * read, the tree holds its sections.
 *
 * @param name the name of the root.
 * @param embedded what is known about the files that its packages embed.
 */
export function breakdownOf(
  executable: Executable,
  bytes: Uint8Array,
  name: string,
  embedded: KnownEmbedded = NOTHING_KNOWN,
): Breakdown {
  const { elf, buildInfo } = executable
  const extents = layOut(elf, bytes)
  // In a position-independent program, this fills in the pointers as a loader would.
  const loaded = relocated(elf, bytes)
  const table = findPclntab(elf, loaded)
  const moduleData = table === null ? null : readModuleData(elf, loaded, table, buildInfo?.goVersion ?? null)
  const functions = table === null ? null : functionClaims(executable, loaded, extents, table, moduleData)
  const claims =
    functions === null || table === null
      ? []
      : [
          ...functions,
          ...(moduleData === null ? [] : typeClaims(executable, loaded, moduleData)),
          ...embeddedClaims(elf, loaded, extents, 'files' in embedded ? embedded.files : []),
          ...timeZoneClaims(loaded, extents, table),
        ]
  const usesC = functions !== null && buildInfo?.settings['CGO_ENABLED'] === '1'
  return plant(
    name,
    carve(extents, claims, extent => otherwise(extent, usesC)),
    buildInfo,
    functions !== null && 'byPackage' in embedded ? embedded.byPackage : undefined,
  )
}

function otherwise({ name, role }: Extent, usesC: boolean): Omit<Share, 'bytes'> {
  switch (role) {
    case 'code':
      return usesC ? { package: C, kind: 'function', name } : { package: null, kind: 'unknown', name }
    case 'function table':
      return { package: null, kind: 'pclntab', name }
    case 'types':
    case 'data':
    case 'debug':
    case 'symbols':
    case 'header':
    case 'unknown':
      return { package: null, kind: role, name }
  }
}
