import type { User } from '../declare/spec.ts'
import { groupFile, passwdFile } from './accounts.ts'
import { CERTIFICATES_PATH } from './certificates.ts'
import type { Entry, FileEntry } from './entry.ts'
import { makeLayer, type Layer } from './layer.ts'
import { standingDirectories } from './standing-directories.ts'
import { ZONE_FILES_PATH, type ZoneFile, ZONES_PATH } from './zones.ts'

/** What an image stands on. `null`: not needed. */
export interface Base {
  /** PEM, from `bundle`. */
  readonly certificates: string | null
  /** Go's own `lib/time/zoneinfo.zip`. */
  readonly zones: Uint8Array | null
  /** Zones that each have a file of their own; none where left out. */
  readonly zoneFiles?: readonly ZoneFile[]
  readonly user: User
}

/** The layer that changes least; the same for every image that asks for the same. */
export function makeBaseLayer(base: Base, compression: 'gzip' | 'zstd'): Promise<Layer> {
  return makeLayer(
    'base',
    baseEntries(base),
    compression === 'zstd' ? { kind: 'zstd' } : { kind: 'gzip', level: 9 },
  )
}

export function baseEntries({ certificates, zones, zoneFiles = [], user }: Base): readonly Entry[] {
  const text = new TextEncoder()
  return [
    ...(certificates === null ? [] : [rootsFile(CERTIFICATES_PATH, text.encode(certificates))]),
    ...(zones === null ? [] : [rootsFile(ZONES_PATH, zones)]),
    ...zoneFiles.map(({ name, bytes }) => rootsFile(`${ZONE_FILES_PATH}/${name}`, bytes)),
    rootsFile('/etc/passwd', text.encode(passwdFile(user))),
    rootsFile('/etc/group', text.encode(groupFile(user))),
    ...standingDirectories(user),
  ]
}

function rootsFile(path: string, bytes: Uint8Array): FileEntry {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes }
}
