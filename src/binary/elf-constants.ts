// The numbers of ELF files by their names in elf(5). https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html

/** `e_ident`, the first bytes of every ELF file. */
export const ELFMAG = [0x7f, 0x45, 0x4c, 0x46] as const
export const EI_CLASS = 4
export const EI_DATA = 5
export const EI_OSABI = 7
export const ELFCLASS32 = 1
export const ELFCLASS64 = 2
export const ELFDATA2LSB = 1
export const ELFDATA2MSB = 2
export const EV_CURRENT = 1

/** `e_type` */
export const ET_EXEC = 2
export const ET_DYN = 3

/** `e_machine` */
export const EM_386 = 3
export const EM_MIPS = 8
export const EM_PPC64 = 21
export const EM_S390 = 22
export const EM_ARM = 40
export const EM_X86_64 = 62
export const EM_AARCH64 = 183
export const EM_RISCV = 243
export const EM_LOONGARCH = 258

/** `p_type` of a program header */
export const PT_LOAD = 1
export const PT_DYNAMIC = 2
export const PT_INTERP = 3
export const PT_NOTE = 4
export const PT_GNU_STACK = 0x6474e551

/** `p_flags` */
export const PF_X = 1
export const PF_W = 2
export const PF_R = 4

/** `sh_type` of a section header */
export const SHT_PROGBITS = 1
export const SHT_STRTAB = 3
export const SHT_NOTE = 7
export const SHT_NOBITS = 8

/** `sh_flags`, a word of 64 bits */
export const SHF_ALLOC = 0x2n
export const SHF_EXECINSTR = 0x4n

/** `d_tag` of an entry in the dynamic section */
export const DT_NULL = 0
export const DT_NEEDED = 1
export const DT_STRTAB = 5
export const DT_RELA = 7
export const DT_RELASZ = 8
export const DT_FLAGS_1 = 0x6ffffffb

/** A bit of DT_FLAGS_1, a word of 64 bits */
export const DF_1_PIE = 0x08000000n

/** Whether bytes begin as an ELF file does. */
export function isElf(bytes: Uint8Array): boolean {
  return ELFMAG.every((byte, at) => bytes[at] === byte)
}
