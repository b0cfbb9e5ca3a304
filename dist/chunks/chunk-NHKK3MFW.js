import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  bytesAtAddress,
  orWhenOutOfBytes,
  sectionBytes,
  slice,
  text,
  words
} from "./chunk-IPQEB4RL.js";
import {
  DF_1_PIE,
  DT_FLAGS_1,
  DT_NEEDED,
  DT_NULL,
  DT_STRTAB,
  EI_CLASS,
  EI_DATA,
  EI_OSABI,
  ELFCLASS32,
  ELFCLASS64,
  ELFDATA2LSB,
  ELFDATA2MSB,
  EM_386,
  EM_AARCH64,
  EM_ARM,
  EM_LOONGARCH,
  EM_MIPS,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  PF_X,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHT_NOTE,
  isElf
} from "./chunk-UIFEWTII.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/binary/file-kind.ts
function fileKind(bytes) {
  if (bytes.byteLength === 0) return "an empty file";
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString("latin1");
  const known = KINDS.find((kind) => kind.starts.some((magic) => start.startsWith(magic)));
  return known?.is ?? "not an ELF file, which every program for Linux is";
}
var KINDS = [
  {
    is: "an archive of object files, which is what go build writes for a package that is not main",
    starts: ["!<arch>\n"]
  },
  { is: "a script, and scratch has no interpreter to run it", starts: ["#!"] },
  {
    is: "a macOS program (Mach-O)",
    starts: [
      "\xCF\xFA\xED\xFE",
      "\xCE\xFA\xED\xFE",
      "\xFE\xED\xFA\xCF",
      "\xFE\xED\xFA\xCE",
      "\xCA\xFE\xBA\xBE"
    ]
  },
  { is: "a Windows program (PE)", starts: ["MZ"] },
  { is: "a WebAssembly module", starts: ["\0asm"] },
  { is: "a gzip archive", starts: ["\x8B"] },
  { is: "a zip archive", starts: ["PK"] }
];

// src/binary/architecture.ts
function architectureOf(machine, bits, littleEndian) {
  const found = ARCHITECTURES.find(
    (known) => known.machine === machine && known.bits === bits && known.littleEndian === littleEndian
  );
  return found?.architecture ?? null;
}
var ARCHITECTURES = [
  { architecture: "386", machine: EM_386, bits: 32, littleEndian: true },
  { architecture: "mips", machine: EM_MIPS, bits: 32, littleEndian: false },
  { architecture: "mipsle", machine: EM_MIPS, bits: 32, littleEndian: true },
  { architecture: "mips64", machine: EM_MIPS, bits: 64, littleEndian: false },
  { architecture: "mips64le", machine: EM_MIPS, bits: 64, littleEndian: true },
  { architecture: "ppc64", machine: EM_PPC64, bits: 64, littleEndian: false },
  { architecture: "ppc64le", machine: EM_PPC64, bits: 64, littleEndian: true },
  { architecture: "s390x", machine: EM_S390, bits: 64, littleEndian: false },
  { architecture: "arm", machine: EM_ARM, bits: 32, littleEndian: true },
  { architecture: "amd64", machine: EM_X86_64, bits: 64, littleEndian: true },
  { architecture: "arm64", machine: EM_AARCH64, bits: 64, littleEndian: true },
  { architecture: "riscv64", machine: EM_RISCV, bits: 64, littleEndian: true },
  { architecture: "loong64", machine: EM_LOONGARCH, bits: 64, littleEndian: true }
];

// src/binary/elf.ts
var MAX_SEGMENTS = 1024;
var MAX_DYNAMIC_ENTRIES = 4096;
var MAX_SECTION_NAME = 256;
var MAX_PATH = 4096;
function readElf(bytes, name = "the binary") {
  if (!isElf(bytes))
    throw new Failure(
      "unreadable-binary",
      { what: clause`${name} is ${fileKind(bytes)}` },
      { fields: { file: name } }
    );
  return orWhenOutOfBytes(
    () => readHeaders(bytes, name),
    (cause) => {
      throw new Failure(
        "unreadable-binary",
        {
          what: clause`${name} is an ELF file that is damaged or cut short`,
          why: clause`its headers point beyond its ${bytes.byteLength} bytes`,
          fix: clause`build or copy it again`
        },
        { cause, fields: { file: name } }
      );
    }
  );
}
function readHeaders(bytes, name) {
  const [wordSize, byteOrder] = [bytes[EI_CLASS], bytes[EI_DATA]];
  if (wordSize !== ELFCLASS32 && wordSize !== ELFCLASS64 || byteOrder !== ELFDATA2LSB && byteOrder !== ELFDATA2MSB) {
    throw new Failure(
      "unreadable-binary",
      { what: clause`${name} is an ELF file of an unknown word size or byte order` },
      { fields: { file: name } }
    );
  }
  const bits = wordSize === ELFCLASS64 ? 64 : 32;
  const littleEndian = byteOrder === ELFDATA2LSB;
  const file = words(bytes, bits === 64 ? 8 : 4, littleEndian);
  const machine = file.u16(18);
  const segments = readSegments(file, bytes);
  const dynamic = readDynamic(segments, file);
  return {
    bits,
    littleEndian,
    abi: file.u8(EI_OSABI),
    type: file.u16(16),
    machine,
    architecture: architectureOf(machine, bits, littleEndian),
    entry: file.word(24),
    segments,
    sections: readSections(file, bytes),
    interpreter: readInterpreter(segments, bytes),
    neededLibraries: neededLibraries(dynamic, segments, bytes),
    isPie: dynamic.some(({ tag, value }) => tag === DT_FLAGS_1 && (value & DF_1_PIE) !== 0n)
  };
}
function readSegments(file, bytes) {
  const wide = file.size === 8;
  const table = file.offset(wide ? 32 : 28);
  const entrySize = file.u16(wide ? 54 : 42);
  const count = Math.min(file.u16(wide ? 56 : 44), MAX_SEGMENTS);
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entrySize;
    const segment = wide ? {
      type: file.u32(at),
      flags: file.u32(at + 4),
      offset: file.offset(at + 8),
      address: file.word(at + 16),
      fileSize: file.offset(at + 32),
      memorySize: file.word(at + 40)
    } : {
      type: file.u32(at),
      flags: file.u32(at + 24),
      offset: file.offset(at + 4),
      address: file.word(at + 8),
      fileSize: file.offset(at + 16),
      memorySize: file.word(at + 20)
    };
    if (segment.type === PT_LOAD) slice(bytes, segment.offset, segment.fileSize);
    return segment;
  });
}
function readSections(file, bytes) {
  return orWhenOutOfBytes(
    () => {
      const wide = file.size === 8;
      const table = file.offset(wide ? 40 : 32);
      const entrySize = file.u16(wide ? 58 : 46);
      const count = table === 0 ? 0 : file.u16(wide ? 60 : 48);
      const at = (index) => table + index * entrySize;
      const offsetOf = (index) => file.offset(at(index) + (wide ? 24 : 16));
      const names = count === 0 ? 0 : offsetOf(file.u16(wide ? 62 : 50));
      return Array.from({ length: count }, (_, index) => ({
        name: text(bytes, names + file.u32(at(index)), MAX_SECTION_NAME),
        type: file.u32(at(index) + 4),
        flags: file.word(at(index) + 8),
        address: file.word(at(index) + (wide ? 16 : 12)),
        offset: offsetOf(index),
        size: file.offset(at(index) + (wide ? 32 : 20))
      }));
    },
    () => []
  );
}
function readInterpreter(segments, bytes) {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  return segment === void 0 ? null : text(bytes, segment.offset, Math.min(segment.fileSize, MAX_PATH));
}
function readDynamic(segments, file) {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === void 0) return [];
  const found = [];
  const entries = Math.min(Math.floor(dynamic.fileSize / (2 * file.size)), MAX_DYNAMIC_ENTRIES);
  for (let index = 0; index < entries; index++) {
    const at = dynamic.offset + index * 2 * file.size;
    const tag = file.offset(at);
    if (tag === DT_NULL) break;
    found.push({ tag, value: file.word(at + file.size) });
  }
  return found;
}
function neededLibraries(dynamic, segments, bytes) {
  const needed = dynamic.flatMap(({ tag, value }) => tag === DT_NEEDED ? [value] : []);
  const table = dynamic.findLast(({ tag }) => tag === DT_STRTAB);
  const strings = table === void 0 ? null : bytesAtAddress(segments, bytes, table.value);
  return needed.map(
    (offset) => strings === null || offset >= BigInt(strings.byteLength) ? "a library without a name" : text(strings, Number(offset), MAX_PATH)
  );
}

// src/binary/extents.ts
function layOut(elf, bytes) {
  const claimed = [...headersOf(elf, bytes), ...contentsOf(elf, bytes)].filter(({ start, end: end2 }) => start < end2).sort((one, other) => one.start - other.start || one.end - other.end);
  const extents = [];
  let end = 0;
  for (const extent of claimed) {
    if (extent.end <= end) continue;
    if (extent.start > end) extents.push(gap(bytes, end, extent.start));
    extents.push({ ...extent, start: Math.max(extent.start, end) });
    end = extent.end;
  }
  if (end < bytes.byteLength) extents.push(gap(bytes, end, bytes.byteLength));
  return extents;
}
function headersOf(elf, bytes) {
  const wide = elf.bits === 64;
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian);
  return orWhenOutOfBytes(
    () => [
      ...loadHeadersOf(elf, bytes),
      header(
        bytes,
        "section headers",
        file.offset(wide ? 40 : 32),
        file.u16(wide ? 58 : 46) * elf.sections.length
      )
    ],
    () => []
  );
}
function loadHeadersOf(elf, bytes) {
  const wide = elf.bits === 64;
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian);
  const [table, entrySize] = [file.offset(wide ? 32 : 28), file.u16(wide ? 54 : 42)];
  return [
    header(bytes, "ELF header", 0, wide ? 64 : 52),
    header(bytes, "program headers", table, entrySize * elf.segments.length)
  ];
}
function header(bytes, name, start, length) {
  const end = start + length;
  return { name, role: "header", start, end: end <= bytes.byteLength ? end : start };
}
function contentsOf(elf, bytes) {
  const sections = elf.sections.filter((section) => (sectionBytes(section, bytes)?.byteLength ?? 0) > 0);
  return sections.length > 0 ? sections.map((section) => ({
    name: section.name === "" ? "a section without a name" : section.name,
    role: roleOfSection(section),
    start: section.offset,
    end: section.offset + section.size
  })) : elf.segments.filter(({ type }) => type === PT_LOAD).map((segment) => ({
    ...roleOfSegment(segment),
    start: segment.offset,
    end: segment.offset + segment.fileSize
  }));
}
var FUNCTION_TABLES = [".gopclntab", ".data.rel.ro.gopclntab"];
var TYPES = /^(?:\.data\.rel\.ro)?\.(?:typelink|itablink|go\.type)$/;
var HEADERS = [".shstrtab", ".interp"];
var LARGEST_HEADER = 4096;
var DEBUG = /^\.z?debug(?:_|$)|^\.(?:stab|gnu\.debuglto_|gnu\.lto_|BTF|SUNW_ctf|ctf)|^\.(?:line|gdb_index|comment|gnu_debug(?:link|altlink|data))$/;
var SYMBOLS = /^\.(?:symtab|strtab|symtab_shndx|dynsym|dynstr|dynamic|hash|gnu\.hash|gnu\.version(?:_[rd])?|gosymtab)$|^\.rel[ar]?(?:\.|$)/;
var SYMBOL_TYPES = [2, 3, 4, 5, 6, 9, 11];
function roleOfSection({ name, type, flags, size }) {
  if ((flags & SHF_EXECINSTR) !== 0n) return "code";
  if (FUNCTION_TABLES.includes(name)) return "function table";
  if (TYPES.test(name)) return "types";
  if (DEBUG.test(name)) return "debug";
  if (size <= LARGEST_HEADER && (type === SHT_NOTE || HEADERS.includes(name))) return "header";
  if (SYMBOLS.test(name) || SYMBOL_TYPES.includes(type)) return "symbols";
  return (flags & SHF_ALLOC) !== 0n ? "data" : "unknown";
}
function roleOfSegment({ flags }) {
  return (flags & PF_X) !== 0 ? { name: "a segment of code", role: "code" } : { name: "a segment of data", role: "data" };
}
function gap(bytes, start, end) {
  const isLast = end === bytes.byteLength;
  return isZero(bytes.subarray(start, end)) && (!isLast || STEPS.some((step) => end === roundUp(start, step))) ? { name: "padding", role: "header", start, end } : { name: isLast ? "appended" : "between sections", role: "unknown", start, end };
}
var STEPS = [4096, 65536];
function roundUp(place, step) {
  return Math.ceil(place / step) * step;
}
function isZero(bytes) {
  for (let at = 0; at < bytes.byteLength; at++) if (bytes[at] !== 0) return false;
  return true;
}

export {
  fileKind,
  readElf,
  layOut,
  loadHeadersOf
};
