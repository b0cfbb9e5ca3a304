import type { AccountSpec, User } from '../declare/spec.ts'
import { groupFile, homeOf, passwdFile } from './accounts.ts'
import { extendedAccounts } from './base-accounts.ts'
import { listedHome } from './base-user.ts'
import { CERTIFICATES_PATH } from './certificates.ts'
import type { Entry, FileEntry } from './entry.ts'
import { type EntryTree, lookUp, ROOT } from './entry-tree.ts'
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
  /** The files of the base image, which keeps the accounts and directories that it has; left out on `scratch`. */
  readonly tree?: EntryTree
}

/**
 * Builds the layer that changes least. Images with the same needs share it. `null` if the base image lacks nothing.
 *
 * @param entries from `baseEntries`, in their places
 */
export async function makeBaseLayer(
  entries: readonly Entry[],
  compression: 'gzip' | 'zstd',
): Promise<Layer | null> {
  if (entries.length === 0) return null
  return makeLayer('base', entries, compression === 'zstd' ? { kind: 'zstd' } : { kind: 'gzip', level: 9 })
}

export function baseEntries(base: Base): readonly Entry[] {
  const { certificates, zones, zoneFiles = [], user, accounts } = base
  const text = new TextEncoder()
  return [
    ...(certificates === null ? [] : [rootsFile(CERTIFICATES_PATH, text.encode(certificates))]),
    ...(zones === null ? [] : [rootsFile(ZONES_PATH, zones)]),
    ...zoneFiles.map(({ name, bytes }) => rootsFile(`${ZONE_FILES_PATH}/${name}`, bytes)),
    ...missingFrom(base, [
      rootsFile('/etc/passwd', text.encode(passwdFile(user, accounts))),
      rootsFile('/etc/group', text.encode(groupFile(user, accounts))),
      ...standingDirectories(user, accounts),
    ]),
  ]
}

/**
 * Of a base that lists users, only these can be missing: the lines and homes of `accounts`, the home of a user that
 * nothing lists, and `/tmp`.
 */
function missingFrom({ tree, user, accounts = [] }: Base, entries: readonly Entry[]): readonly Entry[] {
  if (tree === undefined) return entries
  const missing = entries.filter(({ path }) => lookUp(tree, path, ROOT).kind === 'missing')
  const extended = extendedAccounts(tree, accounts)
  if (lookUp(tree, '/etc/passwd', ROOT).kind === 'missing') return [...extended, ...missing]
  const homes = accounts.map(({ home }) => home)
  if (listedHome(tree, user) === null) homes.push(homeOf(user, accounts).path)
  const wanted = ['/tmp', ...homes]
  return [...extended, ...missing.filter(({ kind, path }) => kind !== 'directory' || wanted.includes(path))]
}

function rootsFile(path: string, bytes: Uint8Array): FileEntry {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes }
}
