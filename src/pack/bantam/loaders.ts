import { EM_AARCH64, EM_X86_64 } from '../../binary/elf-constants.ts'
import { LOADER as AMD64 } from './loaders/amd64.ts'
import { LOADER as ARM64 } from './loaders/arm64.ts'
import type { BuiltLoader } from './loaders/built-loader.ts'

/** By `e_machine`. */
export const LOADERS: ReadonlyMap<number, BuiltLoader> = new Map([
  [EM_X86_64, AMD64],
  [EM_AARCH64, ARM64],
])

/** The bytes of a loader for a payload of this size, which is this far behind the loader's first byte in memory. */
export function loaderCode(loader: BuiltLoader, distance: bigint, size: number): Uint8Array {
  const code = Buffer.from(loader.code, 'base64')
  code.writeBigUInt64LE(distance, loader.place)
  code.writeBigUInt64LE(BigInt(size), loader.place + 8)
  return code
}
