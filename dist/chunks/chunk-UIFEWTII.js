import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/binary/elf-constants.ts
var ELFMAG = [127, 69, 76, 70];
var EI_CLASS = 4;
var EI_DATA = 5;
var EI_OSABI = 7;
var ELFCLASS32 = 1;
var ELFCLASS64 = 2;
var ELFDATA2LSB = 1;
var ELFDATA2MSB = 2;
var EV_CURRENT = 1;
var ET_EXEC = 2;
var ET_DYN = 3;
var EM_386 = 3;
var EM_MIPS = 8;
var EM_PPC64 = 21;
var EM_S390 = 22;
var EM_ARM = 40;
var EM_X86_64 = 62;
var EM_AARCH64 = 183;
var EM_RISCV = 243;
var EM_LOONGARCH = 258;
var PT_LOAD = 1;
var PT_DYNAMIC = 2;
var PT_INTERP = 3;
var PT_NOTE = 4;
var PT_GNU_STACK = 1685382481;
var PF_X = 1;
var PF_W = 2;
var PF_R = 4;
var SHT_PROGBITS = 1;
var SHT_STRTAB = 3;
var SHT_NOTE = 7;
var SHT_NOBITS = 8;
var SHF_ALLOC = 0x2n;
var SHF_EXECINSTR = 0x4n;
var DT_NULL = 0;
var DT_NEEDED = 1;
var DT_STRTAB = 5;
var DT_RELA = 7;
var DT_RELASZ = 8;
var DT_FLAGS_1 = 1879048187;
var DF_1_PIE = 0x08000000n;
function isElf(bytes) {
  return ELFMAG.every((byte, at) => bytes[at] === byte);
}

export {
  ELFMAG,
  EI_CLASS,
  EI_DATA,
  EI_OSABI,
  ELFCLASS32,
  ELFCLASS64,
  ELFDATA2LSB,
  ELFDATA2MSB,
  EV_CURRENT,
  ET_EXEC,
  ET_DYN,
  EM_386,
  EM_MIPS,
  EM_PPC64,
  EM_S390,
  EM_ARM,
  EM_X86_64,
  EM_AARCH64,
  EM_RISCV,
  EM_LOONGARCH,
  PT_LOAD,
  PT_DYNAMIC,
  PT_INTERP,
  PT_NOTE,
  PT_GNU_STACK,
  PF_X,
  PF_W,
  PF_R,
  SHT_PROGBITS,
  SHT_STRTAB,
  SHT_NOTE,
  SHT_NOBITS,
  SHF_ALLOC,
  SHF_EXECINSTR,
  DT_NULL,
  DT_NEEDED,
  DT_STRTAB,
  DT_RELA,
  DT_RELASZ,
  DT_FLAGS_1,
  DF_1_PIE,
  isElf
};
