/** Linux on amd64: `mov eax, 60; xor edi, edi; syscall`. */
const AMD64 = { machine: 62, code: [0xb8, 0x3c, 0, 0, 0, 0x31, 0xff, 0x0f, 0x05] }
/** Linux on arm64: `mov x8, #93; mov x0, #0; svc #0`. */
const ARM64 = { machine: 183, code: [0xa8, 0x0b, 0x80, 0xd2, 0, 0, 0x80, 0xd2, 0x01, 0, 0, 0xd4] }

const HEADERS = 64 + 56
const ADDRESS = 0x10000

/**
 * An ELF that does nothing but exit 0: starting it costs what starting anything costs, which a price must not contain.
 * `null` where we know no machine code for the architecture.
 */
export function smallestProgram(architecture: string): Uint8Array | null {
  const target = { amd64: AMD64, arm64: ARM64 }[architecture]
  if (target === undefined) return null
  const size = HEADERS + target.code.length
  const elf = Buffer.alloc(size)
  elf.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  elf.writeUInt16LE(2, 16) // e_type: executable
  elf.writeUInt16LE(target.machine, 18)
  elf.writeUInt32LE(1, 20) // e_version
  elf.writeBigUInt64LE(BigInt(ADDRESS + HEADERS), 24) // e_entry
  elf.writeBigUInt64LE(64n, 32) // e_phoff
  elf.writeUInt16LE(64, 52) // e_ehsize
  elf.writeUInt16LE(56, 54) // e_phentsize
  elf.writeUInt16LE(1, 56) // e_phnum
  elf.writeUInt32LE(1, 64) // PT_LOAD
  elf.writeUInt32LE(5, 68) // readable, executable
  elf.writeBigUInt64LE(BigInt(ADDRESS), 80) // p_vaddr
  elf.writeBigUInt64LE(BigInt(size), 96) // p_filesz
  elf.writeBigUInt64LE(BigInt(size), 104) // p_memsz
  elf.writeBigUInt64LE(0x10000n, 112) // p_align
  elf.set(target.code, HEADERS)
  return elf
}
