import type { AccountSpec, User } from '../declare/spec.ts'
import { groupFile, passwdFile } from './accounts.ts'
import { CERTIFICATES_PATH } from './certificates.ts'
import type { Entry, FileEntry } from './entry.ts'
import { makeLayer, type Layer } from './layer.ts'
import { standingDirectories } from './standing-directories.ts'
import { ZONE_FILES_PATH, type ZoneFile, ZONES_PATH } from './zones.ts'

/** The content of the base layer. `null` means not needed. */
export interface Base {
  /** PEM text from `bundle`. */
  readonly certificates: string | null
  /** Go's own `lib/time/zoneinfo.zip`. */
  readonly zones: Uint8Array | null
  /** Zones in files of their own; none if left out. */
  readonly zoneFiles?: readonly ZoneFile[]
  readonly user: User
  /** Of the input `accounts`; none if left out. */
  readonly accounts?: readonly AccountSpec[]
}

/** Builds the layer that changes least. Images with the same needs share it. */
export function makeBaseLayer(base: Base, compression: 'gzip' | 'zstd'): Promise<Layer> {
  return makeLayer(
    'base',
    baseEntries(base),
    compression === 'zstd' ? { kind: 'zstd' } : { kind: 'gzip', level: 9 },
  )
}

export function baseEntries({ certificates, zones, zoneFiles = [], user, accounts }: Base): readonly Entry[] {
  const text = new TextEncoder()
  return [
    ...(certificates === null ? [] : [rootsFile(CERTIFICATES_PATH, text.encode(certificates))]),
    ...(zones === null ? [] : [rootsFile(ZONES_PATH, zones)]),
    ...zoneFiles.map(({ name, bytes }) => rootsFile(`${ZONE_FILES_PATH}/${name}`, bytes)),
    rootsFile('/etc/passwd', text.encode(passwdFile(user, accounts))),
    rootsFile('/etc/group', text.encode(groupFile(user, accounts))),
    ...standingDirectories(user, accounts),
  ]
}

function rootsFile(path: string, bytes: Uint8Array): FileEntry {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes }
}
