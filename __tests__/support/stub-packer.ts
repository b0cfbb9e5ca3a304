import { readFile, writeFile } from 'node:fs/promises'
import type { Packer } from '../../src/pack/packer.ts'

const MARK = Buffer.from('STUB')

/**
 * The smallest packer there can be: a copy without the zeros at the end of the file, and how many they were. It needs no
 * tool, so all that a further one needs besides is its row in `src/commands/steps/packers.ts`.
 */
export function stubPacker(): Packer {
  return {
    name: 'stub',
    title: 'stub 1',
    identity: 'stub 1',
    refuses: ({ platform }) => (platform.os === 'linux' ? null : 'the stub packs for Linux only'),
    recognizes: file => Buffer.from(file.subarray(-8)).subarray(0, 4).equals(MARK),
    pack: async (linked, packed) => {
      await writeFile(packed, asPackedByStub(await readFile(linked)), { mode: 0o755 })
      return null
    },
    unpack: async packed => {
      const bytes = Buffer.from(packed)
      const zeros = bytes.readUInt32LE(bytes.length - 4)
      return { linked: Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(zeros)]) }
    },
  }
}

export function asPackedByStub(linked: Uint8Array): Buffer {
  const end = linked.findLastIndex(byte => byte !== 0) + 1
  const zeros = Buffer.alloc(4)
  zeros.writeUInt32LE(linked.length - end)
  return Buffer.concat([linked.subarray(0, end), MARK, zeros])
}
