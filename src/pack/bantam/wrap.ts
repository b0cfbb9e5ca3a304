import type { Inner } from './file/inner.ts'
import { type Loader, loaderAddress, writePackedElf } from './file/packed-elf.ts'

/** The packed file of a linked one, around its payload. Everything else in it follows from the linked file. */
export function wrap(inner: Inner, loader: Loader, payload: Uint8Array): Uint8Array {
  const { elf, segments, flags, abi, stackRights, buildInfo } = inner
  const end = segments.map(({ address, memorySize }) => address + BigInt(memorySize)).at(-1) ?? 0n
  const address = loaderAddress(end)
  return writePackedElf({
    machine: elf.machine,
    flags,
    abi,
    stackRights,
    loader,
    address,
    buildInfo,
    payload,
  })
}
