import type { Capabilities } from '../declare/capabilities.ts'

/** The key of the PAX record, as GNU tar, libarchive and Go's archive/tar write an extended attribute. */
export const CAPABILITIES_RECORD = 'SCHILY.xattr.security.capability'

/** https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/capability.h */
const REVISIONS: Readonly<Record<number, { readonly words: number; readonly length: number }>> = {
  0x01: { words: 1, length: 12 },
  0x02: { words: 2, length: 20 },
  // With the id of the root of a user namespace behind it.
  0x03: { words: 2, length: 24 },
}

const EFFECTIVE = 1

/** Writes the extended attribute `security.capability`: `struct vfs_cap_data` of revision 2. */
export function capabilitiesBytes({ permitted, inheritable, effective }: Capabilities): Uint8Array {
  const bytes = Buffer.alloc(20)
  bytes.writeUInt32LE(0x02000000 | (effective ? EFFECTIVE : 0), 0)
  for (const [set, at] of [
    [permitted, 4],
    [inheritable, 8],
  ] as const)
    for (const number of set) {
      const place = at + (number >> 5) * 8
      bytes.writeUInt32LE((bytes.readUInt32LE(place) | (1 << (number & 31))) >>> 0, place)
    }
  return bytes
}

/** Reads the attribute; `null` for what the kernel would not take either, or has no capability in it. */
export function readCapabilities(bytes: Uint8Array): Capabilities | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < 4) return null
  const magic = data.readUInt32LE(0)
  const revision = REVISIONS[magic >>> 24]
  if (revision === undefined || data.length !== revision.length) return null
  const setAt = (at: number) =>
    Array.from({ length: revision.words * 32 }, (_, number) => number).filter(
      number => (data.readUInt32LE(at + (number >> 5) * 8) & (1 << (number & 31))) !== 0,
    )
  const [permitted, inheritable] = [setAt(4), setAt(8)]
  if (permitted.length + inheritable.length === 0) return null
  return { permitted, inheritable, effective: (magic & EFFECTIVE) !== 0 }
}
