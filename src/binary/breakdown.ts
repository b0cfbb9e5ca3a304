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
 * What every byte of a linked binary is for, down to functions: the root's bytes are the file's length, and a node's are
 * the sum of its children's. Of a program that Go did not build, or whose function table cannot be read, its sections.
 *
 * @param name what the root is called.
 * @param embedded what is known of the files that its packages embed.
 */
export function breakdownOf(
  executable: Executable,
  bytes: Uint8Array,
  name: string,
  embedded: KnownEmbedded = NOTHING_KNOWN,
): Breakdown {
  const { elf, buildInfo } = executable
  const extents = layOut(elf, bytes)
  // The pointers of a position-independent program are followed where a loader would put them.
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
