import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
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
  ELFMAG,
  EM_386,
  EM_AARCH64,
  EM_ARM,
  EM_LOONGARCH,
  EM_MIPS,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  ET_DYN,
  ET_EXEC,
  EV_CURRENT,
  PF_R,
  PF_W,
  PF_X,
  PT_DYNAMIC,
  PT_GNU_STACK,
  PT_INTERP,
  PT_LOAD,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHT_NOBITS,
  SHT_NOTE,
  SHT_PROGBITS,
  SHT_STRTAB,
  isElf
} from "./chunk-UIFEWTII.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";

// src/binary/words.ts
var OutOfBytes = class extends Error {
  name = "OutOfBytes";
};
function words(bytes, size, littleEndian) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checked2 = (at, length) => {
    if (!(at >= 0 && at + length <= bytes.byteLength)) throw new OutOfBytes(`${length} bytes at ${at}`);
    return at;
  };
  const u32 = (at) => view.getUint32(checked2(at, 4), littleEndian);
  const word2 = size === 8 ? (at) => view.getBigUint64(checked2(at, 8), littleEndian) : (at) => BigInt(u32(at));
  return {
    size,
    littleEndian,
    u8: (at) => view.getUint8(checked2(at, 1)),
    u16: (at) => view.getUint16(checked2(at, 2), littleEndian),
    u32,
    word: word2,
    offset: (at) => Number(word2(at))
  };
}
function slice(bytes, offset, length) {
  if (!(offset >= 0 && length >= 0 && offset + length <= bytes.byteLength)) {
    throw new OutOfBytes(`${length} bytes at ${offset}`);
  }
  return bytes.subarray(offset, offset + length);
}
function orWhenOutOfBytes(read, otherwise) {
  try {
    return read();
  } catch (error) {
    if (error instanceof OutOfBytes) return otherwise(error);
    throw error;
  }
}
function text(bytes, at, limit) {
  if (!(at >= 0 && at < bytes.byteLength)) throw new OutOfBytes(`a string at ${at}`);
  const window = bytes.subarray(at, at + limit);
  const end = window.indexOf(0);
  return utf8(end === -1 ? window : window.subarray(0, end));
}
function utf8(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

// src/binary/elf-bytes.ts
function sectionBytes(section, bytes) {
  if (section.type === SHT_NOBITS) return null;
  return orWhenOutOfBytes(
    () => slice(bytes, section.offset, section.size),
    () => null
  );
}
function bytesAtAddress(segments, bytes, address) {
  const segment = segments.find(
    ({ type, address: start, fileSize }) => type === PT_LOAD && address >= start && address < start + BigInt(fileSize)
  );
  if (segment === void 0) return null;
  const skipped = Number(address - segment.address);
  return slice(bytes, segment.offset + skipped, segment.fileSize - skipped);
}
function placeOfAddress(segments, address) {
  const segment = segments.find(
    ({ type, address: start, fileSize }) => type === PT_LOAD && address >= start && address < start + BigInt(fileSize)
  );
  return segment === void 0 ? null : segment.offset + Number(address - segment.address);
}
function rangeOfAddress(segments, address, length) {
  const segment = segments.find(
    (one) => one.type === PT_LOAD && address >= one.address && address + BigInt(Math.trunc(length)) <= one.address + BigInt(one.fileSize)
  );
  if (segment === void 0 || !Number.isSafeInteger(length)) return null;
  const start = segment.offset + Number(address - segment.address);
  return { start, end: start + length };
}
function addressOfPlace(segments, place) {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && place >= offset && place < offset + fileSize
  );
  return segment === void 0 ? null : segment.address + BigInt(place - segment.offset);
}
function restOfSegment(segments, bytes, at) {
  const segment = segments.find(
    ({ type, offset, fileSize }) => type === PT_LOAD && at >= offset && at < offset + fileSize
  );
  return segment === void 0 ? null : bytes.subarray(at, segment.offset + segment.fileSize);
}
function isWritable(segment) {
  return segment.type === PT_LOAD && (segment.flags & PF_W) !== 0;
}

// src/binary/module-info.ts
function parseModuleInfo(text2) {
  let path = null;
  const modules = [];
  const settings = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const [kind = "", ...fields2] = line.split("	");
    switch (kind) {
      case "path":
        path = fields2.join("	");
        break;
      case "mod":
      case "dep":
        modules.push({ kind, module: moduleOf(fields2) });
        break;
      case "=>": {
        const replaced = modules.pop();
        if (replaced === void 0) break;
        const { path: path2, version } = moduleOf(fields2);
        modules.push({ ...replaced, module: { ...replaced.module, replacedBy: { path: path2, version } } });
        break;
      }
      case "build": {
        const setting = settingOf(fields2.join("	"));
        if (setting !== null) settings.set(...setting);
        break;
      }
    }
  }
  return {
    path,
    main: modules.find(({ kind }) => kind === "mod")?.module ?? null,
    dependencies: modules.filter(({ kind }) => kind === "dep").map(({ module }) => module),
    settings: Object.fromEntries(settings)
  };
}
function moduleOf([path = "", version = "", sum = ""]) {
  return { path, version, sum: sum === "" ? null : sum, replacedBy: null };
}
function settingOf(field) {
  const match = /^(?<key>"(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(?<value>.*)$/.exec(field);
  return match?.groups === void 0 ? null : [unquote(match.groups["key"] ?? ""), unquote(match.groups["value"] ?? "")];
}
function unquote(quoted) {
  if (quoted.length < 2) return quoted;
  if (quoted.startsWith("`") && quoted.endsWith("`")) return quoted.slice(1, -1);
  if (!(quoted.startsWith('"') && quoted.endsWith('"'))) return quoted;
  return quoted.slice(1, -1).replace(ESCAPE, (escape, kind) => {
    const code = Number.parseInt(escape.slice(2), 16);
    if ("xuU".includes(kind[0] ?? "")) return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
    return SIMPLE_ESCAPES[kind] ?? kind;
  });
}
var ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/g;
var SIMPLE_ESCAPES = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};

// src/binary/build-info.ts
var MAGIC = Buffer.from("\xFF Go buildinf:", "latin1");
var ALIGNMENT = 16;
var HEADER_SIZE = 32;
var MAX_STRING = 16 * 1024 * 1024;
function readBuildInfo(elf, bytes) {
  return orWhenOutOfBytes(
    () => {
      const data = findBuildInfo(elf, bytes);
      if (data === null) return null;
      const [goVersion, moduleInfo] = readStrings(data, elf, bytes);
      return goVersion.length === 0 ? null : { goVersion: utf8(goVersion), ...parseModuleInfo(withoutSentinels(moduleInfo)) };
    },
    () => null
  );
}
function findBuildInfo(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const segment = elf.segments.find(isWritable);
  const data = section !== void 0 ? sectionBytes(section, bytes) : segment !== void 0 ? slice(bytes, segment.offset, segment.fileSize) : null;
  if (data === null) return null;
  const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = searched.indexOf(MAGIC); at !== -1; at = searched.indexOf(MAGIC, at + 1)) {
    if (at % ALIGNMENT === 0) return data.subarray(at);
  }
  return null;
}
function readStrings(data, elf, bytes) {
  const header2 = words(data, 4, true);
  const flags = header2.u8(15);
  if ((flags & 2) !== 0) {
    const version = readCounted(data, HEADER_SIZE);
    return [version.content, readCounted(data, version.end).content];
  }
  const pointers = words(data, header2.u8(14) === 4 ? 4 : 8, (flags & 1) === 0);
  const read = (at) => readGoString(pointers.word(at), pointers, elf, bytes);
  return [read(16), read(16 + pointers.size)];
}
function readCounted(data, at) {
  let length = 0;
  let next = at;
  for (let scale = 1; ; scale *= 128) {
    const byte2 = data[next++];
    if (byte2 === void 0 || scale > MAX_STRING) throw new OutOfBytes(`a length at ${at}`);
    length += (byte2 & 127) * scale;
    if (byte2 < 128) break;
  }
  return { content: slice(data, next, Math.min(length, MAX_STRING + 1)), end: next + length };
}
function readGoString(header2, pointers, elf, bytes) {
  const at = (address) => bytesAtAddress(elf.segments, bytes, address) ?? new Uint8Array();
  const fields2 = words(at(header2), pointers.size, pointers.littleEndian);
  return slice(at(fields2.word(0)), 0, fields2.offset(pointers.size));
}
function withoutSentinels(moduleInfo) {
  const { length } = moduleInfo;
  return length >= 33 && moduleInfo[length - 17] === 10 ? utf8(moduleInfo.subarray(16, length - 16)) : "";
}

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
  const count2 = Math.min(file.u16(wide ? 56 : 44), MAX_SEGMENTS);
  return Array.from({ length: count2 }, (_, index) => {
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
      const count2 = table === 0 ? 0 : file.u16(wide ? 60 : 48);
      const at = (index) => table + index * entrySize;
      const offsetOf = (index) => file.offset(at(index) + (wide ? 24 : 16));
      const names = count2 === 0 ? 0 : offsetOf(file.u16(wide ? 62 : 50));
      return Array.from({ length: count2 }, (_, index) => ({
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

// src/pack/bantam/loaders.ts
import { createHash } from "node:crypto";

// src/pack/bantam/loaders/amd64.ts
var LOADER = {
  sources: "87890092db98a344118cf7a1c7c1a749e92b69e093292e03bad6550cf4534666",
  compiler: "x86_64-linux-gnu-gcc (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40",
  code: "AAAAAAAAAAAAAAAAAAAAAEiJ50iJ40iD5PDoJAAAAEiJ3EiJRCT4McAx2zHJMdIx9jH/RTHARTHJRTHSRTHb/2Qk+EFVQVRVU0iD7EhIiwdIjWzHEEiLRQBIg8UISIXAdfNIjXwkELkKAAAATI1kJBDzq0iJ6EiLEEiF0nQSSIP6BnUGSItACOsLSIPAEOvmuAAQAABMiedIiUQkOOijAAAAicOFwHVRTInn6K8DAACJw4XAdUNJieVMiedMie7ofAQAAInDhcB1L0yJ7kyJ5+hrDgAATInuTInnicPovwQAAIXbdRNMiefoPQYAAInDSItEJBCF23QYid/oSwEAAEiD+gV1IItIKEiJTQhIg8UQSItVAEiF0nQcSIP6A3XgSItQIOsKSIP6CXXhSItQGEiJVQjr10iLQBhIg8RIW11BXEFdw0FUTIsluv7//1VIjS2q/v//SAMto/7//1NIiS9Jg/xPdwq4AgAAAOnVAAAASIn7So10JfhBuggAAAAx0kUxwEUxybgOAAAASIPP/w8FSIP48nTPSLhiYW50YW0AAUg5RQB0CrgBAAAA6ZQAAABMO2UQdfBJjXQk8EiNfRDoyA4AADtFDHWcSIsDg3gsPotwQItIRItQSHXLSGv2KEjB4QWLeAhMjUQOUEmNFNBIOdd1skg5eBByrEiNUFBIiVMISAHyMfZIiVMQSAHKSIlTGItICEgBwUiJSyCLeEgxyTn5cwxEiwTKSP/BTAHG6/CLUAhIi0AQSCnQSDnwD5XAD7bAW11BXMNTSI01bQAAAP/Phf9+ETHAihQGSP/AhNJ19kgBxuvpMdKAPBYAdAVI/8Lr9UUx0kUxwEUxybgBAAAAvwIAAAAPBbvnAAAAv38AAAAx0kUx0kUxwEUxyUiJ2EiJ1g8F6+tmLg8fhAAAAAAAZi4PH4QAAAAAAJBiYW50YW06IHRoaXMgcHJvZ3JhbSBpcyBkYW1hZ2VkIChoZWFkZXIpCgBiYW50YW06IHRoaXMgcHJvZ3JhbSBpcyBkYW1hZ2VkIChjaGVjaykKAGJhbnRhbTogdGhpcyBwcm9ncmFtIGlzIGRhbWFnZWQgKGZyYW1lKQoAYmFudGFtOiB0aGlzIHByb2dyYW0gaXMgZGFtYWdlZCAoc3RyZWFtKQoAYmFudGFtOiB0aGVyZSBpcyBub3QgZW5vdWdoIG1lbW9yeSB0byB1bnBhY2sgdGhpcyBwcm9ncmFtCgBiYW50YW06IHRoZSBtZW1vcnkgdGhhdCB0aGlzIHByb2dyYW0gbXVzdCBoYXZlIGlzIG5vdCBmcmVlCgBiYW50YW06IHRoZSBzeXN0ZW0gcmVmdXNlcyBleGVjdXRhYmxlIG1lbW9yeSwgd2hpY2ggdGhpcyBwcm9ncmFtIG5lZWRzCgAASInwSIn5SInWSIn6SPfaSI10Mf9FMdJFMcBIAcZIiddFMclIIcdIIda4HAAAALoXAAAASCn+DwXDQVUx0km9/////////w9BVEUx5FVIif1TSItFAEQ7YEAPg7IAAACF0g+FqgAAAESJ47oBAAAASGvbKEgDXQhIiwtJOc0PgoYAAABIi0MQSTnFcn1IO0MIcneLcyC6BwAAAIPmA4P+A3RnSIXAdQQx0uteSIt1KEiJz0G6IgAQAEUxyUmDyP9IifJIjXQx/0j32kgBxrgJAAAASCHXSCHWugMAAABIKf4PBboFAAAASIP49HQcugYAAABIOfh1EkiLUwhIi30oSIsz6Pn+///rnkH/xOlA////W4nQXUFcQV3DU0iLB0iJ87oBAAAASItwOEi4/////////w9IOfByPkiLRyhBuiIAAABJg8j/Mf9FMcm6AwAAAEgBxkj32EghxrgJAAAADwW6BQAAAEiFwHgMSIkDSAHwMdJIiUMIidBbw0iLD0iLRyhIifJFMdJIi3oIRTHARTHJMdJIi3E4SAHGSPfYSCHGuAsAAABIKfcPBcNBVEmJ/EiJ90iJ1kiD7BBIiVQkCOhACgAASIXAdBxIi1QkCEmLfCQoSInGSIlEJAjoH/7//0iLRCQISIPEEEFcw0iJ+FNJichIifdIi0AoSInBSI1cEP9IAwZIiRdI99lIjXD/TIlHCDHASCHLSCHOSInXSInZSCnR86pIOd51BDHA6ylIKd5BujIAAABJg8j/RTHJuAkAAAC6AwAAAEiJ3w8FSDnDdNi4BQAAAFvDSInwMfZTSInTSIkySIsXSIn5Mf9Ei1JARDnXSItxKHMyTGvHKEwDQQhJifFJixBJ99lJidNNIctMOdhyEUiNVDL/SQNQEEwhykg50HI0SP/H68VIifdBuiIAEABJg8j/RTHJSPffugMAAABIIce4CQAAAA8FugYAAABIOcd1BUiJOzHSidBbw0iJ+EiJ90iF9nQWSItwKEUx0kUxwEUxybgLAAAAMdIPBcNBV0Ux/0FWSYn+QVVBVFUx7VNJiwZEO3hAD4NHAQAAhe0PhT8BAABEifhIa8AoSQNGCEiLcBBIhfZ1BzHt6fEAAACLUCBBidRBwewCQYPkAfbCAnQESYPMAoDiAXQESYPMBEmLTihIixBFMdJFMcBFMclIjWwO/0iJyEmJ1Uj32EgB1UyJ4kkhxUghxbgKAAAATCntTInvSInuDwVIhcB0mkH2xAR1Cr0HAAAA6YIAAABFMdJFMcBFMckx0rg/AQAASI09cUoAAL4JAAAADwVIicNIhcB5FLg/AQAAvgEAAAAPBUiJw0iFwHi8SInqTInuSIXSdEVFMdJFMcBFMcm4AQAAAEiJ3w8FSIXAfghIAcZIKcLr270FAAAAMdJFMdJFMcBFMcm4AwAAAEiJ30iJ1g8FQf/H6df+//9BuhIAAABJidhFMclMie+4CQAAAEiJ7kyJ4g8FMe1MOei4BwAAAA9F6Ou1W4noXUFcQV1BXkFfw0iLBzHJRItIQEQ5yXM0TGvBKEwDRwhIi0YISYsQSDnQchtJicJNi0AISSnSTTnQcgxMAcJIKcJIO1YQcwdI/8HrxzHAw1VJifuJ9VNIiz8x20iLF0mLQxA7WkRzSkiFwHVFid5IweYFSAN3EA+3BjnodTDoiP///0iFwHQmSItWEEmLS2BJi3NoSAHCSI10MRBIOfBzBUg50XIISYlDEEmJUxj/w+uqW13DSIsPSInQifZMi0cwSItRGEiNFPJJizTwSANxIItKBDkKdQhIiccxwPOkw0iD7BgPEEcgSYngDxEEJIt6BIsKSInySIn+SInH6L8RAABIg8QYw0FWQVVJif1Ig8cQQVRJidSJ8lWJ9VNIi0fwSItAGItc0ARMjXNATIn26GMGAABIicJIhcB1GEmLdQhJi30ATIny6PL7//9IicJIhcB0KkgB07kQAAAAMcBJiRQkSInfSYlcJAiJ7vOrTInvW11BXEFdQV7pNv///1u4BQAAAF1BXEFdQV7DQVdBVkmJ/kFVQVRJifRVSInVU1EPt3YCSIt/CEjB5gTo5gUAAEiJw0iFwHUHx0UABQAAAEmJ30Ux7UEPt0QkAkE5xXMlg30AAHUfQYt0JARMifpMifdJg8cQRAHuQf/F6BX///+JRQDr0FpIidhbXUFcQV1BXkFfw0FXQVZBVUFUVVNIg+xITIs3RItmBE2LPkGLR0hEOeAPgmoEAAAPt04CRIniSIn1SCnQSYnLSDnID4JRBAAAiwZIiftmg/gDD4ReAwAAdxNmhcB0Jmb/yA+EDQEAAOktBAAAQb0BAAAAZoP4BA+FIwQAAEUx7ekbBAAATIn3SIkUJEG9AQAAAOh5/f//SYnHSIXAD4T9AwAAZkH/yw+F8wMAAEiDe2AAD4XoAwAASYtGGEiLFCSLRNAESDlGEHUcSIPESEyJ+kSJ5kiJ31tdQVxBXUFeQV/p1P3//0Q7Yzh0VsdDOP////9Ii3MID1fASItTUEiLS1gPEUMQ6Hr6//++AQAAAEiJ30GJxeg6/f//RYXtD4V8AwAASI1TQESJ5kiJ3+jZ/f//QYnFhcAPhWIDAABEiWM4SItzQEiLQ0hBvQQAAABIi1UQSCnwSDnQD4JAAwAATIn/6GUEAABIi0UQSAFDQOkI////TIn36JP8//9JicdIhcAPhBEDAABmQYP7Fw+FBgMAAEyLZhC4/////0G9AQAAAEw54A+C9AIAAEiDe2AAD4XpAgAAMcnHQzj/////D1fASItzCEiJTCQwSItTUEiLS1gPEUMQ6Kj5//9BicWFwA+FuAIAAEiLO00B/EiNVCQwSY10JA/o9vn//0GJxYXAD4WYAgAASI17YLkMAAAASIt1EEyLM0EPEAwkSItVCPOrTIl7YEyJ90iJc2hIiVNwSItVEEiLcwgPKQwkSNHqSP/C6Pv4//9Ii3sISImDiAAAAItVBEmLRhiLdNAESMHmAug1AwAASIO7iAAAAABJiccPhBwBAABIhcAPhBMBAABIi0MIvgMAAABIid8PEBAPKVQkEOi6+///MdJIie5Iid+JVCQsSI1UJCxJicXo3vz//4t8JCxIicaF/w+FkwAAADHARTHATItWCEw5FnNchf91RDHJMdJMiw5NOdFyCb8BAAAAMdLrJk2NWQFMiR5FihlFidlBg+F/QdPhRAnKRYTbeQqDwQeD+SN1y+vRSQHQTDlDaHMKx0QkLAQAAADrM4nC/8BFiQSX65uF/3Xog/gBTIl7eEiLUwhIjXtgg9D/SIPGEImDgAAAAOikQQAAiUQkLE2F7XQOSItLEDHATInvTCnp86pEi2wkLA9XwA8RQxBFhe11IUiLcwhIi1QkEEyJ90iLTCQY6PX3//9BicXrBkG9BQAAAA8oHCRBDxEcJEiLdCQwSIs76Mr4///p6gAAAEyJ90G9AQAAAOhM+v//SYnESIXAD4TQAAAASIN7YAAPhMUAAABBi3dASIt7CDHAiUQkLEmJ9Uhr9hjoqAEAADHJRDnpcyxIhcB0J4nK/8FIa/IoSQN2CEhr0hhIiz5Ii3YISAHCSIk6SIl6CEiJchDrz0iJRCQwSYsGSI1UJCxIie5Iid+LQECJRCQ46Ev7//9Ig3wkMAB1CMdEJCwFAAAARItsJCxFhe11P0iLVQhIi3UQ/3MISI1LYEyNDc1CAABBuAEAAABIjXwkOFcPt30CV0yJ51DobiQAAEiDxCBBicXrBkG9AQAAAEiDxEhEiehbXUFcQV1BXkFfw0FUMcC5IAAAAFVIifVTSIn7SIHskAAAAEiNfCQQSIl0JAi+AGACAPOrSIsDSInvSIkcJMdEJDj/////RItgSOinAAAASInvRInmSIlEJCBIweYD6JMAAABIi1QkIEiJRCQwSIXAdHNIhdJ0bkiBwgBgAgAxwEiJVCQougEAAABIjXgIRDnicxxIi3QkMEiLSxj/wosMAUgDDAZIiUwGCEiJ+OvbDxBFAEUx5DHASInlDxFEJFBIixNEO2JEcyGFwHUdRInmSInvQf/ESMHmBUgDcxDogfr//+vbuAUAAABIgcSQAAAAW11BXMNMiwdIi0cIMclMicJMKcBI99qD4g9IOdByEkgp0Eg58HIKSY0MEEgBzkiJN0iJyMNIidFIifpIifhIKfJIOcpyA/Okw0iNPA9IAc5Ig8r/SPfRRIoEFkSIBBdI/8pIOdF18MNIiflIifK4sWdWFkiD/g8Pho4AAABJifNFMcBIif64KEQjJEnB6wS/T4bIYUG5d8rrhURpFnfK64VIg8YQRAHQRGlW9HfK64XBwA1pwLF5N55FAdFEaVb4d8rrhUHBwQ1FacmxeTeeRQHQRGlW/HfK64VBwcANRWnAsXk3nkQB18HHDWn/sXk3nkn/y3Wk0cBBwcEHQcHADEQByMHPDkQBwAH4SI00EQHQg+IPSInxSCnRSInySCnKSIP6A34XaRE9rrLCSIPBBAHQwcgPacAv69Qn691IOfFzGQ+2EUj/wWnSsWdWFgHQwcALacCxeTee6+KJwsHqDzHQacB3yuuFicLB6g0xwmnSPa6ywonQwegQMdDDSI1GB/feSMH4A4nxSItEOPiD4QdI0+DDSIn4SCnwSIP4D34dSInQSCn4SIP4D34RDxAGSIPHEEiDxhAPEUfw69cxwEiNDAdIOdFzC4oMBogMB0j/wOvsww8fRAAASYn6SYnzSInXSInITDnAc1RIhf94V0iNVweJ+UjB+gP32UmLVBP4g+EHSNPiTDnAczMx9g8fQABIidFIg8ABg8YBSMHpNUEPtwxKSYnJiGj/SNPiQYPhP0wpz4P+BHesTDnActNIhf91AzHAw7gDAAAAw0yNDBdJicpMicroOf///0yJzkuNFAFMic9MKdbpJ////0iJ8Eg51g+DPgEAAEmJ+kiJ14oQic6D4g+NSgUPttFBiRE51g+CIAEAAEG7AQAAADHSQdPjRDnCcxBmQceEUhRGAAAAAEj/wuvrRYXAD4T3AAAAQVVIicZFMcm6BAAAAEFUVVO7AAAAgIsuidFBid2D4QfT7UGNSwEPvcmDwiCD8R9B0+0pykeNZC3+QY11/0SJ4SHuRCnZOc5zBP/K6xJBjXQkASHuRDnucgZEKeZEAd7/zkGNSQFmQ4m0ShRGAAB5BUH/y+sFdAhBKfNBicnrRkQ5wXIEMcDraInWwe4DSAHGSDn+c+9BicmJ0Ys2g8ICg+EH0+6J8YPhA0EByYP5A3UURTnBc86J1sHuA0gBxkg5/nLV679Fhdt+GEU5wXO1idbB7gNIAcZIOf4Pgjb////rooPCB8HqA0gB0Eg5x3KUW11BXEFdwzHAw0GJy0G5AQAAAESJwUFWQdPhQVVBidJIifBBVEGNSf8x0lWJzVNEOdpzJ2aLtFcURgAAZoX2eQ1IY/H/yYkU8L4BAAAAZom0VxRIAABI/8Lr1ESJzkSJytHuweoDRI1sFgMx9jHSQYn0RDnecykx20QPv7R3FEYAAEE53n4UQYnWRokk8EQB6iHqOcp/9//D695I/8brz0WJ0zH2ScHjBkqNLB+LHPBIjYsIJAAAD7dUTwREjWIBZkSJZE8ED73Kg/EfxkTwBwBCjUwB4dPiiEzwBkQpymaJVPAEQYP6A3QaSo2UG5QQAACLVJcEiRTwipQrVEUAAIhU8AdI/8ZEOc5yoVtdQVxBXUFew0iDyv9IOfdzFQ+2Rv+EwHQND73ASCn+SJhIjVTw+EiJ0MNmkEFXSYnLTInBSYnxQVZJiddBVUFUVVNIiftMi0MISItzEEyLcxhIi1MgTItrKEiLQzBIiXwk+EyLYzhIiz9IhckPhAoBAABIjUyJBUuNHBtMAflKjSwbTY1XBUiJTCTwkE2NevsPH0AASIn5SYPHAUjB6TVBD7cMSUjT5w+2zUGIT/9IifFIwek1QQ+3DElI0+YPts1DiEwf/0iJ0UjB6TVBD7cMSUjT4g+2zUGITB//SInBSMHpNUEPtwxJSNPgD7bNQYhML/9NOdd1nDHJSYPCBfNID7zPic+D4QfB7wNJKfhJizhIg88BSNPnMcnzSA+8zonOg+EHwe4DSSn2SYs2SIPOAUjT5jHJ80gPvMqJyoPhB8HqA0kp1UmLVQBIg8oBSNPiMcnzSA+8yInIg+EHwegDSSnESYsEJEiDyAFI0+BIi0wk8Ek5yg+FEP///0iLXCT4SIk7TIlDCEiJcxBMiXMYSIlTIEyJayhIiUMwTIljOFtdQVxBXUFeQV/DkEFXSI1HSEFWQVVBVFVTSIPsWEiLbwhIi18YSIlEJEBIjYdMEAAATIt/OEiJRCRISI2HUCAAAEiJRCRQi0ckiUwkBIkEJItHKEiJdCQQiUQkMItHLEiJXCQ4iUQkNEiLR0BIiUQkIEiLRxBIicFIg+ggSCnpSIP5H0gPTsVIOcNID0bDSIlEJChIOdYPg+8DAAAPtkL/hMAPhOMDAABJifpIi3wkEA+9wEiYSCn6SI1c0PhBi5JIEAAASI1DB4nZSMH4A/fZSCnTSItEB/iD4QdIi3wkQEjT4InRSInG99FI0e5I0+6J0UGLkkwgAABI0+BMjTT3SIt8JEhIicaJ0ffRSNHuSNPuidFMjST3QYuyUDAAAEgpy4nRSNPgSIt8JFCJ8UjR6Egp8/fRSNPoTI0sx+miAAAAZg8fhAAAAAAAi0QkMIlEJDSLBCSJRCQwjUb9iQQkSItEJCBMKfhMOdgPghoDAACLDCRIiehJKwJMAdhIjVH/SDnCD4MBAwAASItUJChLjQQYSCnqSDnQD47UAQAASItUJDhMiVQkGEiJRCQISCnqSDnCD4LRAgAATInaTIn+SInv6Cb6//9Ii0QkCEyLVCQYSAHFi0QkBE0B34XAD4Q6AgAASIXbD4ieAgAASIt0JBBIjUMHidlFD7ZNB0jB+AP32UEPtlQkB0EPtn4HSItEBviD4QdAiHwkCEjT4InRSInG99FI0e5I0+6J0UEDNCRI0+BEiclJicD30UnR6EnT6EGLTQBJAchCjQwKSInKSCnLRInJAfqD+h92IkiF2w+IJQIAAEiLVCQQSI1DB4nZSMH4A/fZSItEAviD4QdI0+D310GLFkmJw4n5SdHrSdPrSQHTD7ZUJAhIKdODbCQEAUiJ0Q+EggAAAEEPtlYGSNPgSInHidFI0e9IKdP30UjT70EPt04ESAHPSItMJEBMjTT5QQ+2fQaJ0UjT4EiJwon599FI0epI0+pBD7dNBEgBykiLTCRQTI0s0UAPtteJ+UiLfCRISCnTQQ+2VCQGSNPgSNHoidFIKdP30UjT6EEPt0wkBEgByEyNJMeD/gMPhxX+//9Jg/sBg9b/hfYPhBv+//+D/gEPhFUBAACD/gIPhGQBAACLRCQwiUQkNIsEJIlEJDCD6AHp7/3//w8fRAAA80EPbxe6EAAAAA8RVQBJg/sQdhgPH0AA80EPbwQXDxFEFQBIg8IQTDnacuyDPCQPSo1UHQAPh50AAACLPCRJAdCJ/oP/B3c5999IY/9IjTQ6SIPCCEgB10QPtg5Ig8YBRIhMDv9IOfd17os8JL4AECBkjQy9AAAAANPug+YPg8YISPfe6w5mkEiLDDJIg8IISIlK+Ew5wnLvSAHFi0QkBE0B34XAD4XG/f//iwQkTYl6OEmJaghBiUIki0QkMEGJQiiLRCQ0QYlCLEiF23VJMcDrSg8fRAAASInWSCnO8w9vHg8RGvMPb2YQDxFiEEmD+CAPhmf9//+5IAAAAA8fAPMPbwwODxEMCkiDwRBMOcFy7ulI/f//kLgDAAAASIPEWFtdQVxBXUFeQV/DDx9AAIt8JDCLBCSJPCSJRCQw6ar8//8PH0QAAIt8JDSLBCSJPCSLfCQwiXwkNOveQVdBVkmJzkFVSYnVQVRJifS+OEsCAFVIif1MicdTSIHsuAAAAOit9P//SInDuAUAAABIhdsPhDoLAABBikUEiEQkKEmD/gUPhjEGAABBgX0AKLUv/Q+FIwYAAKgID4UbBgAARA+2wESJwsHqBYPiAXQJSY1FBUyJ5ussQYp9BbgBAAAAifmD5wfA6QODwQpI0+BIicFJjUUGSInOSMHuA0gPr/dIAc6KTCQovwEAAACD4QPT59HvSAHHSDn4dA5I/8CAeP8AdPLpsQUAAEHB6AZ1CYXSdEUPtgjrMkSJwboBAAAASIPP/9PiuQgAAAAp0cHhA0jT70iLCEgh+UH/yHUMSIHBAAEAALoCAAAATDnhD4VnBQAAidJIAdBLjXw1AEiJfCQQSDnHD4JPBQAAugAAAgBIiStMjQWONgAATI0dtjYAAEiJawhMAeVIOdZMjSWiNgAASA9H8jHJSIlrEDHSSIlLMExr0/1IjS2NNgAAQb0BAAAAiXMgSL4EAAAACAAAAMdDJAEAAABIiXMoSInWRQ+2DBNED7Z0FQAx/0jB5gZIAd5EOfdzOYn5SIP6AXQTRQ+2PBQxyUQ5/3IHQQ+2CEn/wEWJ70WJjLJUQgAA/8dI/8ZB0+eIjlNFAABFAfnrwkj/wkiD+gN1okiLVCQQSCnCSIP6Ag+OfwQAAA+2UAEPtkgCSI14A0yLQwhIiXwkCMHhEMHiCAnKD7YICcpIi0sQQYnSidaD4gFB0eqJVCRIwe4DTCnBRYnRQYPhA0GD+QF0DkGD+QMPhC0EAACJ8usFugEAAACLeyA59w+CGQQAAEiJVCQ4TIt8JAhIi1QkEEyLXCQ4TCn6TDnaD4L5AwAAQYDiAonydStIOdEPgugDAABFhcl0EIpAA0yJx0iJ0fOq6YUIAABIi3QkCEyJx+lzCAAAQYn5STnJTA9HyUiLTCQITQHISAHRTIlDGEiJDCRIOUwkCA+DngMAAIpQA0GJ0UGJ0EHA6QJBg+ADRInJg+EDgOICiEwkIA+ELwUAAA+20UG8AQAAALkKAAAAhdJED0XiQYPEAkGA4QJ0B40MlQYAAABEOeYPgkwDAACDyv9Ii0AD0+L30kjB6ARBidNBIcNI0+hEiVwkMCHCRDnfD4IkAwAATCnmSDnWD4IYAwAASItEJAhJAcRJjSwUQYD4Ag+FugIAAEk57A+D+QIAAEEPtgQkTY10JAFI/8pJicSEwHkaRI1ggkHR7Ew54g+C1QIAAI1QgTHA6TIBAABIOcIPgsICAABNjTwGTI1MJHBMifZIid9BuAABAAC5BgAAAEyJ+uhi8///SIlEJBhIhcAPhJICAABEi0QkcLoDAAAASInfuQABAABMjatUMAAATInu6ID0//9Ii3wkGEyJ/kWJweh79f//SInCS40ECUg5wg+MUQIAAEiJ1kwpyugX8v//RInBSInWTCnKSNHo99FFMclJicJBictJ0+pBg+M/6PTx//9EidlI0ehJicBJ0+hFidJPjVTVAEGLAkKIhAsUSgAARQ+2WgZJOdN+GUWJwEGNQQFBjVECQ4tMxQCIjAMUSgAA62BIi3wkGEiJ1kn/wUwp2uif8f//RInZ99FI0ehI0+hBD7dKBEWJwgHISYH5/gAAAA+ErAEAAEGJwOuQiIwDFEoAAEj/wDnQcxiJwdHpQYo0DonxwOkEqAF04YPmD4nx69oxwEiNfCRwuQ0AAAAx9vOrRTHAuAEAAAAPtowzFEoAAIP5Cw+HWAEAAInPSP/G/0S8cInH0+eJ+dHpQQHIOdZy10WFwA+ENwEAAESJxsHuCw+FKwEAAEEPvfC/IAAAAIP2H0GJ+UEp8USJydPgRCnARI1A/0EhwA+FBAEAAA+9wIPwHynHidBAiLwDFEoAAP9EvHCDfCR0AA+E4wAAALgBAAAAg+4WSI18JHBFicKNDAZEixyHRIkUh0j/wEHT40UB2EE5wXPfjUIBRTHAQf/BQbsBAAAAQg+2vAMUSgAAhf91FEn/wEE5wHLrx0M0AQAAAE0B9OtIRYnKRInCjQw3QSn6weIIif9BCdJEidrT4onRi1S8cESNLBFIAdJEiWy8cEgB2jH/ZkSJlHpUMgAASP/HOc9y8Ouqg3s0AHRCi0QkMEyNuxRLAACAfCQgAEyJezhNjQQHSIlEJBhMiUNAD4SfAQAAi0QkMIPAA8HoAkiJRCQgSInoTCngSIP4CX8KuAMAAADp7QQAAExrXCQgA0w5XCQYculMjXQkcEmNfCQGRTHATYnySYP4A3QPRw+3LERJAf1MOe1zBevESYntTInu6NPy//9IhcB4tEmLRfhKiXzEUEgPvchIg8gBSf/ASYPCEEiD8T//wUjT4EmJQvBJjUX4SYlC+EmD+AR0BUyJ7+ujSItEJBhNif1MKdhMAfhIiUQkQItEJEC+BQAAADHSTInxRCno9/Yx0kiNdCRQSYnESItBCEgrBNZ4DUjB6ANJOcRMD0fg6wNFMeRI/8JIg8EQSIP6BHXZSI2DVDIAAEiJRCQwTYXkdCFIi0wkIE2J4EyJ6kiNfCRwSInGT40kpOg28v//TQHl64pMi1QkIEUxyU0p1UkPvAZIi3wkGEuNTBUATDlUJBhKi3TkUESJTCRMSYtWCEkPR/pMiVQkQEn/xEmDxhBIKfJImE2NBD9Ii3wkMEiNFNVAAAAASCnC6Mfu//9Ei0wkTEyLVCRAQQnBSItEJCBJAcJJg/wEdZbrI0iJ7kyJ50yJ+eiI8f//SI27VDIAAEyJ5kiJwuiK7v//QYnBRYXJD4SzAAAA6Uv+//+AfCQgA0G6AwAAAHQPRTHSgHwkIAFBD5TCQf/CuQMAAAC6////AEGD4QFEKdHB4QPT+kGNSQMjUAOJ8NPqRInRRDnWD4IC/v//SIt0JAhB/shIjSwOdBw51w+C7P3//0GJ0EgpyEw5wA+C3f3//0iJ7ussOdcPgtD9//9IOcgPhMf9//9IiWs4SI2zFEsAAIpFAInRSIn3QbgBAAAA86pIjTwWSIlzOEwBxUiJe0BIiwQkSDnFD4OQ/f//RA+2ZQBIjUUBQYH8/wAAAHUpSIsUJEgpwkj/yg+Obv3//w+2RQIPtlUBweAIRI2kAgB/AABIjUUD611Bg/x/diFIizQkSDnwD4NC/f//QY1UJIBED7ZlAUiNRQLB4ghBCdRFheR1MUg5BCQPhR/9//9Ii3M4SItTQEiLQwhIi0sYSCnySCnBSDnRD4IA/f//SInH6aUBAABIizQkSDnwD4Pr/P//RIowQfbGAw+F3vz//0EPtvZI/8BMjXNIMe2JdCQgTI09Ri4AAGvN/otUJCBFihwviWwkGIPBBtPqMcmD4gNIg/0BD5XBg8EFiUwkcIP6A3UPg3swAA+FBgEAAOmL/P//g/oBdV1IizQkSDnwD4N5/P//D7YQRDjaD4Nt/P//RItsJBhI/8BJweUGSo2MKpQQAABJAd1CipQqVEUAAItMiwRmQcdGBAAAQcZGBgBBiFYHMdJBiQ5BiZYAEAAA6Z8AAABFD7brhdJ1REiNDSgtAABIhe10H0iD/QFIjRW4LAAASI0N8SwAAEgPRcq6HQAAAEQPROox0kQ56nM9Zg++NBFmibRTFEYAAEj/wuvpSI0VTS0AAEWJ6EiJxkiJ3w+2DCpIixQkTI1MJHDofez//0iFwA+Esvv//0SLRCRwi1QkGESJ6UyJ9kiJ30iJRCQw6KXt//9FiYYAEAAASItEJDBI/8VJgcYEEAAASIP9Aw+FsP7//8dDMAEAAABEieFIicZIid9IixQk6Bvw//+FwA+ENv7//+tKSInR86RIi0QkCEiLdCQ4SANTCEgB8IN8JEgASIlTCA+Enfb//0g5UxAPhST7//9Ii1QkEEgpwkiLRCQog+AESDnCD4UL+///McBIgcS4AAAAW11BXEFdQV5BX8OJ+NHvg+AB99gx+MOJ9kjB5gRIA3cwSIsGSDtGCHMLSI1QAUiJFg+2AMPHh4wAAAABAAAAMcDDSIXSdBFMi084SAN3EEUxwEWLWQjrF0iLB8NJa/gYSQM5SItPCEg5znMKSf/ARTnYcujrHkiJ8EyLVxBIKchJOcJy50wB0Ugp8Ug50XLcSAMHwzHAw41G/4X2dQaLh7AAAAA7R2RyDceHjAAAAAEAAAAxwMM7h7AAAAByCY1QAYmXsAAAAMNVQYnxU1G5BwAAAESLl4AAAAA5zg9GzjHSRI1ZJ0WF0nQYweIIRIneQf/KQYnQ6Bz///9EicIJwuvjSI23wAAAALgBAAAAQYP5AnQLMcBBg/kDD5fAAcBIjRyGg8j/hdJ0GY1C/v/KdQyLK41xL+g4EgAAAeg7A3ICiQNaW13DSInQSIsWSYnwSDnCc0NMi1cwSInBSCnRSYuy8AAAAE2LivgAAABJKfFJOclzC8eHjAAAAAEAAADDSAMXSInXSInC86RJKxBJAZLwAAAASYkAw1NIidPouef//0iFwHUGxwMFAAAAW8NBV0FWQVVBVFW9AgAAAFNIiftIg+woi0dkRIt3fEiJNCRMjTyFBAAAAItHVEn/xkyNaEJIa8AKSIPAEEiJRCQIi0dYSP/ASAHASDnFcwVIAe3r9o1F/0yNZCQcSIs8JEyJ/omDSAEAAEyJ4jHAScHlAolEJBzocP///0iLPCRMieJMif5IiYOYAAAA6Fr///9IizwkTIniTIn+SImDoAAAAOhE////SIs8JEyJ4kyJ7kiJg6gAAADoLv///0iLPCRMieJMie5IiYPgAAAA6Bj///9IizwkTIniTInuSImD8AAAAOgC////SIs8JEyJ4kyJ7kiJgwABAADo7P7//0iLPCRMieJMie5IiYMoAQAA6Nb+//9Ii3QkCEiLPCRMieJIiYMwAQAA6L7+//9Ii3QkCEiLPCRMieJIiYNQAQAA6Kb+//9IizwkTIn2TIniSImDWAEAAEjB5gTojP7//0iLPCRKjTS1AAAAAEyJ4kiJgxABAADocf7//zH2g3twAUiJgyABAAB1C4tzeEiDxgNIwe4CSIs8JEyJ4uhL/v//SIs8JEyJ4r4AMAAASImDYAEAAOgz/v//SIs8JEiNNK0AAAAATIniSImD0AAAAOgY/v//SImDQAEAAItEJBxIg8QoW11BXEFdQV5BX8NBV0FWQVVBVFVTSIPsKItvcIXtD4TWAwAAQYn0g/7/D4TKAwAASYn/g/0BdSk7d3gPg7kDAABA9sYDD4WvAwAASIuXYAEAAInwwegCgDwCAA+FmQMAAEGLtzgBAAAxwDHbOfBzFkmLlzABAACLFII52nwDjVoBSP/A6+ZMif++CgAAAOhQDwAAicfo4fv//0iYSAHDeCBBi0d8SDnYfBdJidhEieBBi3d4ScHgBEqNFABIOdZzEEHHh4wAAAABAAAA6SkDAABBg7+MAAAAAA+FGwMAAInaQYt3dInfweIERAHi/81BiZfAAAAAD4UOAgAASYsPSAHwSIlEJBAxwEiJTCQIOfhzEUmLlyABAAAxyYkMgkj/wOvrMcAx0kE7hzgBAABzNUmLtzABAABBicBCizSGOf5zFE2LjyABAABJjTSxgz4AdQT/wokWSYuXKAEAAP/AQosUguvCMcCJRCQYi2wkGEg53Q+NagEAAEmLhyABAAC+CwAAAEyJ/0UxwEG9AwAAAIsEqIlEJATo6/r//4lEJBy+DAAAAEyJ/0HB4Ajo1vr//0EJwEH/zXXnRInGRTH26EP7//++DQAAAIkEJOgSDgAAQYO/jAAAAAB1H4sUJIXAdApJi7egAAAAiQSWSYuHoAAAAESLNJBB/86+DgAAAEyJ/+jcDQAAhcB1Er4OAAAATIn/6MsNAABBicXrUY14/+hW+v//i1QkBEiYSP/KSCnCg3wkBAB0EUiF0ngMQYuH6AAAAEg5wn4NQceHjAAAAAEAAADrGEGDv4wAAAAAdQ5Ji4fgAAAARIsskEQrKEGDv4wAAAAAdWFIi0QkEEjB5QSLFCSLDCRIAcVIi0QkCEgBxYtEJByJRQBJi4eYAAAAiwSQRIltCESJdQyJRQRBi4cYAQAAjVABSMHgBEkDhxABAABBiZcYAQAAiQi5/////0SJcARIiUgI/0QkGOmJ/v//SMHjAkHB7AIxwInCSDnaD40DAQAASYu3YAEAAEGNFAT/wMYEFgHr4khj9kyJwkyJ/0gBxuiX+f//SYnCSIXAdQtBx4eMAAAAAQAAAEUx20WJ2Uk52Q+NvQAAAEGDv4wAAAAAD4WvAAAAScHhBEGLf2RFMcBNAdFBi3EEifpBOdBzJYnQSYuvmAAAAEQpwNHoRo0kAEI5dKUAcwdFjUQkAevbRIni69ZBOfhzX0mLh5gAAABEicU7NKh1UEGNcAFMif+5/////+hZ+f//QYtRDEmLh6AAAACNcgGJNKhBi4cYAQAAjXABSMHgBEkDhxABAABBibcYAQAARIkAiVAESIlICEH/w+lE////QceHjAAAAAEAAADr60iDxChbXUFcQV1BXkFfw0FXQVZBidZBVUFURTHkVUiJ9VNIiftIgeyoAAAARDtlCEyNbCQUcxe+CAAAAEiJ3+ilCwAAQ4lEpQBJ/8Tr3kiLgygBAACLk+gAAADHgzgBAAABAAAAiRBIi4MwAQAAxwD/////i0UIg7uMAAAAAA+UwYP4BQ+XwkUx5ITRdCr/yItEhBT/yIP4AXcdg30YAHUXSIuTWAEAAL4FAAAASInf6MkNAABBicQxwL//////iYMYAQAASIuDEAEAAEiLVRDHgxgBAAABAAAASIl4CEiJEIO7jAAAAAB1C0SJ9kiJ3+gc+///RTH/i0UIQTnHD4MZAQAAg7uMAAAAAA+FDAEAAEWNdwFBg/8EdhKD+AV2DUE5xkG/BQAAAEUPQv5Bi00AhckPhNgAAACD+QJ2JouTPAEAAIPpAonQKcg50Q+CnwAAAMeDjAAAAAEAAAAxwOmOAAAAg30YAHQKSInf6CcUAADrdkGD/wV1PUWF5HUSx4OMAAAAAQAAADHASItNAOt1SIuzWAEAAESJ4kiJ3+gcEwAAhcB1CseDjAAAAAEAAABIi00A609Ii5NQAQAARIn+SInfiUwkDOixDAAAi0wkDIXAicIPhHj///9Ii7NQAQAASInf6NUSAACFwA+EYf///0iLTQBBg/8CdwpCjRS9EAAAAOsIQo0UvSAAAACJBBFJg8UERYn36dv+//9IgcSoAAAAW11BXEFdQV5BX8NBV0GJ10FWQVVBVFVTSIPsOEiLVxhIi0IYTo0suEGLRQRBO0UAcwq4BAAAAOnEAgAASDlCCHLwSYn0vgEAAABIifvocwkAAEGLdQSLSyC6AQAAAEGJxkGLRQDT4kGJ8IlEJASLfCQERInAKfg50HIjTItLGESJxynXifhJAwGFyXQEiwDrAw+2ADlDSHUFQYn469AxwEGD/gF2D0GNfv7orvX//0iYSA+vwkSJwotMJARIAcJIOcp8BUg58n4Mx4OMAAAAAQAAAOsQg7uMAAAAAHUHRAHAiUQkBL4CAAAASInf6NMIAABIid+Jxujt9f//vgMAAACJxei9CAAAvgQAAABIid+JRCQI6KwIAAC+BQAAAEiJ34lEJAzomwgAAL4GAAAAicfoJ/X//wGD3AAAAEiJ3+iBCAAARTHAg7uMAAAAAHUwieqFwHQcjXj/SIuLoAAAAOj49P//i7PYAAAAjUQGAYkEkUiLg6AAAABEiwSQQf/IRImD2AAAAEiJ374HAAAA6NX0//++BwAAAEGJwejI9P//vgcAAACJwei89P//vgcAAABBicLor/T//4O7jAAAAACJwg+Faf7//0GNcv2D/iAPh1z+//+Le0BBi0QkCESLW1CNRAf/998h+EGNfBIIwecCQTnDD4I3/v//QSnDQTn7D4Ir/v//TYscJAHHRIlUJBhFMdJBiXwkCEGLfQAre0SJVCQcQ4k8+02LHCREiUQkJEOJRPsESQMEJEH/zok4SIu7mAAAAEEPlMLB4QhIiUQkEEUx9kGDzP+LPK+JcBxEiVQkKIl4BIt8JAiJbCQgjSy1LAAAAIl4CIt8JAxIAcWJeAyLu9wAAABEiUAkiXggidfB5xgJ+UQJyYlIKESJ9kE51nMiSInfiVQkCOho9P//SYP+A4tUJAhCiUS1AEQPROBJ/8br1otUJARBi3UASInf6DUHAACDu4wAAAAAdRBIjXQkEESJ4kiJ3+j6+v//McCDu4wAAAAAD5XAweACSIPEOFtdQVxBXUFeQV/DQVdBVkFVQVRVU0iB7MgBAACDvCQIAgAAN3QKuAQAAADpuwQAAEGD+AFIifNJidJJiftIic4PlcJBg/gEdASE0nXZMcBIjXwkWLlaAAAAD7bS86sB0kyJXCRYSI1sJFhIi4QkAAIAAEyJVCRoTI1kJAhIiXQkcEiJhCSIAAAASIuEJBACAACJVCR4TImMJIAAAABIiYQkkAAAAMeEJJQBAAABAAAASIlcJGAx2zH2SInv6AAGAABBiQScSP/DSIP7E3XpSInZSI28JJgAAABMiebzpYu8JJwAAADob/L//4u8JMwAAACLjCS0AAAAiYQknAAAAESLrCTAAAAA6E3y//+JwouEJJgAAACJlCTMAAAAjVj8g+P7C5wk5AAAAA+F9/7//4u8JMgAAACD/wIPh+f+//+LhCTYAAAAg+gDg/gBD4fU/v//i4QkrAAAAAuEJLAAAAALhCS8AAAAC4Qk1AAAAD3///8PD4et/v//SItEJGBIPf///38Ph5z+//9Ei4wkpAAAAIu0JKgAAABMAc5IOfAPgoH+//9FhckPhHj+////z3Uoi7wk0AAAAEg58g+CZP7//0g50A+CW/7//0mJwEkp0Ek5+A+CTP7//4uUJOAAAACF0nQli7wk3AAAAEg5+A+CMf7//0g59w+CKP7//0gp+Eg50A+CHP7//4nP6Ejx//+LlCS4AAAASInvSGPw6G3x//9Eie9IiYQk6AAAAEmJxugj8f//i5QkxAAAAEiJ70hj8EjB4gLoRPH//0iJhCQQAQAATYX2D4TJ/f//SIXAD4TA/f//SIu0JBgCAABIie/oh/L//4XAD4VtAgAAMdIx/zHAi7QkvAAAADuUJLgAAABzL0yLhCToAAAAidFBgDwIAHUaOfAPg3n9//9Ii4wk8AAAAInG/8CJPLGNegH/wuvBOfAPhVv9//9Ii0QkcESLcCCLhCSoAAAASo0U9QQAAABNifdIOdAPgjf9//+LhCSkAAAASANEJFiJVCQQRTHtSIlEJAhFOe90G0SJ6kyJ5kiJ7+jt+f//hcAPhckBAABB/8Xr4EiLRCRwSItUJAhIi0AYQosEsCuEJJwAAABCiQTySItEJHCLlCTgAAAASItwGESLQCCF0nU+i4QklAEAAIuUJKQAAABMieZIie9Ei5wkqAAAAEiJRCQISQHT6BDx//9MOVwkCA+DqgAAAEyJXCQI6aAAAABFhcAPhIP8//9EicCLDIaLBjnBD4Jz/P//ice4/wAAAEgp+EgByEjB6AhIjUgPSMHpBEiNDIhIOdEPhU38//+LlCTcAAAAMclFMdtIA1QkWInPSDnHD4Nn////QYnKjXsBQcHiCEyNDL5EAxaJ3//DRDnDcwpJg8EERTtR/HPt9sEPdQmJOkGJ+0iDwgRBifn/wUj/won7RSnZRIhK/+uwg7wkyAAAAAF1WYuEJNAAAAAx20SNWANBwesCRDnbc0ODvCTkAAAAAHU5SIuEJLgBAACAPBgAdCaLhCTMAAAATInmSInvSI0UmEyNagToCfD//0w5bCQIcwVMiWwkCEj/w+u4RIucJOAAAABFhdt0IYuUJNwAAABMieZIie9JAdPo1u///0w5XCQIcwVMiVwkCEiLVCRgTInmSInv6Lrv//8xwIO8JOQAAAAAD5XAweACSIHEyAEAAFtdQVxBXUFeQV/DSbkVfEp/uXk3nonwMdJEjUIIidFEOcZyF0gzBA9JD6/BSInCSMHqHUgx0ESJwuveSAHPMck58nMSRA+2B0jB4Qj/wkj/x0wJwevqSLoVfEp/uXk3nkgxyEgPr8JIweggw0iJ+Egh1kiJ10GJyEm5Dw8PDw8PDw9IifJIicZJugEBAQEBAQEBSIXSdDdIidFIg8YESPfZSCHRSP/JSCH5SInISMHoBEgByEwhyEkPr8JIweg4RAHAiUb8SI1C/0ghwuvESInww0GJyA+9T0yDyP9JifJBV4nWRYnBQVZBVUSLr0gBAACD8R9BVEyLp0ABAABV0+hBjagAEAAAU0GJw4nBQffTRInrRCHLidhFizSERInyIcp0U0UxxkUh3nU/i4c8AQAAKdA58HIzidJIAxdEifBBg8YIRDn2chpNizwCTDk8AnTq6xZEijQCSP/ARTp0Av91CDnwcu6J2OsMQf/BRDnNdZ5Ig8j/W11BXEFdQV5BX8NBidBBickx0kiF9ng+i4dMAQAAO0dYczP/wImHTAEAAEiLh0ABAABIjRSwgzoAdRYPvU9Mg8j/g/Ef0+j30EQhyEQJwIkCugEAAACJ0MOJ9jHAMclIweYESAN3MEyLTghIixZMOcpzIUyNQgFMiQZEigJEicKD4n/T4gnQRYTAeRSDwQeD+SN118eHjAAAAAEAAAAxwMNBV0GJ8UmJ+0GJ8EFWQVVBVFVTMdtIg+wwi0cgTIuv8AAAAIlUJBRMi6cAAQAAiUQkBItHVIpMJASJRCQMidC6AQAAANPi/8hB0+kp8EWJzgHQQYPm/tPoQo0MjQAAAACJRCQQg+EESIPI/0jT4EiJRCQYuAEAAABI0+BIiUQkIItEJBBEKfBEAciJRCQIi0QkEEQByEE5xg+DQgEAADlcJAwPgjgBAABBi0sgg8j/RTH/0+D30ESFwHURSYtTGESJ8NHoSItSKEyLPAJIvRERERERERERTCH9RTnxcg1Ii0QkIEgjbCQYSAnFg3wkCA93GItEJAiNDIUAAAAASIPI/0jT4Ej30EghxUmLk+AAAACJ2Em6AAAAAAAAAIBIjTyCSInqSIXSdDIx9kiJ0IpMJARMCdBID7zAwegCRAHw0+CJBDdIjUL/SIPGBEghwkiD/hB11kiDxxDryUyJ/kyJ+I1LAUyJ70jB6ANI0e5IiepEiUQkLEgJxkSJTCQoQYPGEOjO/P//TIn+idlIiepMiedIwe4CSYnF6Lf8//+DbCQIEESLRCQsSLoPDw8PDw8PD0mJxEiJ6ESLTCQoSMHoBEgB6Egh0Ei6AQEBAQEBAQFID6/CSMHoOAHD6a7+//9Ji4PgAAAAOVwkDHMPQceDjAAAAAEAAAAx2+sHhdt0A0SJAEmLg+AAAACLfCQUidqJPJBNK6vwAAAATSujAAEAAEnB/QJBiZvoAAAAScH8AkWJq/gAAABFiaMIAQAASIPEMFtdQVxBXUFeQV/DQVe4BwAAAEmJ/0FWSYnWQVVBVFVTifNIg+xIOcYPRsZIiVQkKDHJMdKJVCQQRTHkQYPN/zHtjXgZg8ARiVQkDIlEJAiJ+EjB4ASJfCQ4SIlEJDCLRCQIiUwkFEjB4ARIiUQkIDHASIlEJBiNRv+JRCQ8g3wkPAEPh+kAAABBi7c4AQAAi0QkEIlEJBD/wDnwcxCLVCQQSYuPKAEAADsskXPmg/sCD4W7AAAAi0QkEEmLlzABAABFMdtJi48QAQAAiwSC/8BBO4cYAQAAcwdBicNJweMESQHLMdJBg3sMAHQPSItEJBgx0kk5ww+Vwv/CMcBMOdkPlcCNBECNRAIhSInGSMHgBEkDRzBIixBIO1AIcwWAOgB5CkyJ/+hL/P//6wpIjUoBSIkID7YCQYnC0ei+EAAAAEHHQwwBAAAAQYPiAUyJXCQYQffaQTHCRQNTBEWJUwRNOZ8QAQAAD0R0JAjpaQMAAEiLVCQwSQNXMEiLAkg7QghzBYA4AHkOi3QkOEyJ/+ji+///6wpIjUgBSIkKD7YAg/sBD4U9AQAAi1QkEEmLjzABAACLNJFJi48QAQAAMdL/xkE7txgBAABzBonySMHiBEgB0UmLl6gAAACLMYsUsoXAD4WqAAAARItRCEWF0g+JvAAAAIXSD4TYAAAAacKxeTeeQYu33AAAAAHwwegWSGvADEkDh9AAAAA7UAR1CjswdQZEi1AI631Bi39sOf5zRin3RTHSRI1a/0E5+nM4QYH6/wMAAHcvTYuHuAAAAEaNDBZHORyIdAVB/8Lr3IlQBESJ0okwRIlQCESJUQhBi4fcAAAA60SJUARBg8r/MdKJMMdACP/////HQQj/////60P/yEGJwtHoQYPiAUH32kExwkUB6kSJUQgx0kWF0ngkQYuH3AAAAElj0kGLd2xIAdAx0kg58HMMSYuXuAAAAIsUgv/CiwlJi4eoAAAAiRSI6fkAAACD+wV1TYP4AXYXg+gCuQMAAAAx0vfxRY1UBAGF0nQY6wh0I0GDyv/rDvfQ/8pGjRQgdQRGjRQoi3QkCEU51A+PsAEAAOsDRYniRY1iAemeAQAAhdt0L0GJwtHoQYPiAUH32kExwkUB6oP7Bw+HfwEAALiSAAAAidlI0+ioAQ+EbQEAAOt0g/gBdg6NUP6D4AH32NHqMdDrVUWJ4nRVRTHShe10TkmLl+AAAACNRf9Bi08gRYniizyCg8j/0+D30IX4dS+J+NPoicFJi0cYicrB4QJIi3Ao0eqD4QQPthQW0/qA4gJ0DEgDOEH/VyhFjVQFAEU51EUPTOJIi1QkIEkDVzBIiwJIO0IIcwWAOAB5Dot0JAhMif/odPn//+sKSI1IAUiJCg+2AIP4AXUMQYuH6AAAAOlFAQAAhcB1N0iLVCQgSQNXMEiLAkg7QghzBYA4AHkRi3QkCEyJ/+gw+f//6fMAAABIjUgBSIkKD7YA6eQAAACF23UQSYuP8AAAAEGLl/gAAADrI4P7AXUQSYuPKAEAAEGLlzgBAADrDkmLjwABAABBi5cIAQAAi3QkDEiNNLE5VCQMcxqLPkSLRCQMSIPGBEWNSAE5/XIHRIlMJAzr4It8JAyD6AIp+jnQD4OnAAAAAfiJwIsEgemOAAAAi3QkCInwSMHgBEkDRzBIixBIO1AIcwWAOgB5CkyJ/+h8+P//6wpIjUoBSIkID7YChcB0OIP7A3UrQYuX+AAAAIXSdQeD+AF1FetQg/gBdQ5Ji4fwAAAA/8qLBJDrMI1EBf/rKoXAdAQB6Osig/sCdRCLRCQQSYuXKAEAAIsEgusNQYuH6AAAADnFchzrDTnFcwlBOYfoAAAAcw1Bx4eMAAAAAQAAAOsKQYO/jAAAAAB0BzHA6a4AAABEidFEKemNFAnB+R8xykmNdgGD+n92EInRSYn2weoHg8mAiE7/6+dBiBZJi4/gAAAAicKLFJErFKlBi08g0+pMjXYBg/p/dhGJ0UyJ9sHqB4PJgEGITv/r5ogWg/sFdR2LVCQUSYuPKAEAAP9EJBSJBJFJi48wAQAARIkUkUE7h+gAAABzCkWJ1YnF6V76///GRgEASI1GAoP7BXULi1wkFEGJnzgBAACLXCQoKdhIg8RIW11BXEFdQV5BX8NBVkGJzkFVQVRJifSJ1lVIif1MiedTidPoSfX//4naTInmSInvicFBicXo/vX//0iFwHkIRTHS6ZIAAABIicZIi4VAAQAAi01MiwSwhcB0GEGD/gJ0Eg+9yUGDyv+D8R9B0+pBIcLrZkSLlTwBAABEKdFBics52XK7RInpRInSSInv6FX2//+FwHSpRInZRInSMcBIA1UAKdmD+Qd2IDHAOdhzD4nBg8AISYs0DEiJNArr7UQB04mdPAEAAOsQOdhz8UGKDASIDAJI/8Dr8FtEidBdQVxBXUFew0FVvgEAAAAx0kFUVVOLrzwBAABIifuJ6EiLezBIi4+QAAAASDuPmAAAAHMQTI1BAUyJh5AAAAAPtgnrDMeDjAAAAAEAAAAxyTtDTHIOx4OMAAAAAQAAADHt63GDu4wAAAAAdfNIiztEjWgBiAwHhdJ0DYX2dAmJ0IPgAQnIdBAx9oP5f0SJ6EAPlsYB8uuJRInuQYnqTAMTKe5Midfo6vP//4nySInfTInWicFBicTon/T//0SJ4YnqSInG6EH1//+FwHSSRImrPAEAAFuJ6F1BXEFdw1MPtg5Jifm4AgAAAEUx20G4AAEAADnQcwVED7YEBonPQYnKTAHPRTnCcw+KXAb/Qf/CSP/HiF//6+xEiccpz0E5yEEPQvtIg8ACAfmNeP4513K8W8NBVEmJ8EmJ+UmJ0lUxwFOLHjH2QQ+2DABBgDwJgUiJynUZgPpmD5TCSP/AD7bSCdZIg/gIdd24CAAAAInCRTHkhcBBihQQQQ+VxDHtQcHkBInRg+HwgPlAdQeJ1f/Ag+UIicJB99SNeAFFD7YcEESJ2kSJ2UEPthQRRCHi9sKAD4TmAAAAQYP7D3UzQQ+2FDiNeAOJ0YD6Og+ENwEAAIPh/YnSQQ+2lBEAAQAAgPk4D5TBD7bJjXwIAumtAAAAg+H+gPnEdBZBg/tidX2J+LkDAAAAQYo0AIPmB+skQYH7xQAAAHUNjXgDg8ACQQ+2BADrMIn4uQIAAABBijQAg+YfAfmNeQGD/gMPhMcAAAAxwP/OugEAAAAPhcIAAABBD7YECInCuQsAAABBgLwRAAEAAAu6AQAAAA9E0YP4dw+EhQAAAInQ0ejrcoD59nV6ifhBigQAg+A4PAh3cboHAAAAQYH79gAAAHUc62qJ0NHog+AHg/gDdRuF7XQKuAgAAAD2wkB1NoP+ARnAg+D8g8AH6ymJ0YPhEIP4BHUfQIDmAXQZhcl1conYJf/91wA9SIHEALgFAAAAdTzrYkG5AwAAAPbCEHVH6xcx0usFugEAAAAxwOsKugsAAAC4BQAAAInZQbkDAAAAgeH//dcAgflIgcQAdBiB4///P/9FMcmB+0iNJCRBD5TBR41MCQGD+AZ1EUGDyQTrC7gFAAAAQbkDAAAAQYH7wwAAAHUEQYPJCInWQYh6CYn5g+YBD4S2AAAAif6NTwFBD7YcMEGJ28HrBoDiIHQPRInag+I4gPoQdQRBg8kEMfaD+wMPhIcAAABEid5Bg+MHg+YHg/sBdRVEidpAgP4EdVpBihQIjU8Cg+IH606D+wJ1FUSJ2kCA/gR1O0GKFAiNTwKD4gfrL0CA/gR1GEGKFAgx9o1PAoPiB4D6BUAPlMaNNHbrK0CA/gVAD5TGQA+29o00tusauwMAAABBg/sEQA+UxzH2g/oEQA+UxiH+Ad5BiHIKSI0VWgsAAIn2W4oUMkiNNUQLAABdQYhCDECKNAZBXEGISgiNBApFiEoOAfBBiFILPBBBiEIPuAAAAAAPQ8hBiHINicjDx4cEBAAAAQAAAEiJ+UiLPkiJ8EiLVghIOdd1BDH/62oPtjdIKfq/BAAAAEiD6gWJsQQEAABMiwBFi0ABQQ/IRImBCAQAAEiB+vwDAAB3O4DiA3U2/86D/gJ3L0iLMEiNVgVIiRBIO1AIc7GLsQAEAACNfgGJuQAEAACLEg/KiRSxSIs4SI1XBOvYifjDSInySIs2RIuXAAQAAEUxyQ+2DkiJyIsMj0Q50HI0RIuPBAQAAEQp0ESLRgFCjQzNAAAAAEEPyNPguQQAAABEKcnB4QNB0+hECcADhwgEAACJwUGNQQFIAcZIi0IISIkySDnwcwZI/8BIiQKJyMNIifpIiz+5BAAAACnxifaLB8HhA0gB90iJOg/I0+hIi0oISDn5cwZI/8FIiQrDQVdBVkFVQVRVSIn9U4nzSIPseEiLh5iZAABMi6eQmQAAiVQkIEiJRCQYSIsAiVQkNE2LXCQQSIlEJEhIi0QkGEiLQChIiUQkOEmLRCQYSIlEJFCJ0CnwPQAAAQB2Co2GAAABAIlEJDSLhYiZAAAxyYlMJBSJRCRci4WMmQAAiUwkEIlEJDBIi4WgmQAASIlEJECLRCQ0OcMPg+MEAABIi0QkUEk5w3IHMdvpPgUAAItEJBBIi3QkQDHSiRyGSIt0JEiJ2EEPtgtMjTwGi3QkMInIOfEPk8JyEinwQQ+2cwHB4AgJ8It0JDAB8It0JFz/wkkB0znwcxFIweAETI2sBQACAABNie7rcoH5/wAAAHWXRYpr/02Nc/9BgP3OdS6J2EiLdCQ4ugEAAABJ/8ONDJ0AAAAA0ej/w4PhBNPiCBQGQYpD/0GIB+krBAAASI1UJGBMifZIie/oOvr//4XAD4RD////QYD9zHUFxkQkbAmJwEyNbCRgTY0cBotEJCAp2IlEJCRBD7ZFDzlEJCQPghT///9BDxAGSIt0JDiJ2I0MnQAAAADR6IPhBEEPEQdBD7ZVDtPiCBQGQQ+2RQhBD7ZVCohEJCiJRCQMidCF0g+EDwEAAEUPtnULg/oFdTZIi0QkGEmNtCRAAQAASI29fJUAAItQEEEPtkUPAdoB0IlEJFjoXP3//4tMJFgpyInB6cEAAACD4AE8AUgZwIPgIE2NRAQgSYsASI1QAUmJEA+2MEmLUBCNRoBED77Og/g+RA+2EkAPlscPlsHB4AhAD7b/RAnQD7bJSAH6SYt4GIPogEmJUBBIOddzB0j/x0mJeBCB/r8AAAB1FkmNvCTAAAAAvgQAAADoRv3//4nB6wpEMcj32SHBRDHJSYsASTlACA+CAf7//zHAQYP+AXURjYGAAAAAPf8AAAAPl8APtsCJwkEPtnUJjQRA99pBAcaD4sBBMBQ3D7ZEJChEAXQkDEGJDAdFD7ZNDEWFyQ+EagIAAESJyEiNPd4GAABFD7Z1DUQPtgQHScHgBE0B4EGD+QZ1V0yJxkiNvXCRAADoQvz//0iLdCQYOUYgD4J4/f//hcB0DI1Q/0iLRhiLBJDrEkmNvCTAAAAAvgQAAADogPz//4tMJAxBuvz///9BKdpBKcpBAcLp5QEAAEGD+QUPh1oBAABJiwBBjUn+SI1QAYP5Ag+HhgAAAEmJEEGD+QIPtjC/0AAAALnAAAAASA9Ez0mLeBCNVoBED77Wg/o+D7Y/D5bASIlMJCgPlsHB4ggPtsBJA0AQD7bJCfpJi3gYSYlAEIPqgEg5x3MISI1HAUmJQBCB/r8AAAB1F0iLfCQovgQAAABMAefo1fv//0GJwusVRDHS99khykEx0usJSYkQRA++EOs0QYP5BHUuQY2SgAAAAEEPtk0Jgfr/AAAAD5fAAcBBMEQP/4H6AAEAABnA99CD4ANBAcbrcUGD+QJ3a0iLlaiZAACLRCQUi3QkEI1IAUiNBMIPlMIPttIB9gnyiRBBg/r/dQcx0olQBOs4i3wkEEKNVBcBiVAERYXSdSdBg/kCdQ9Jjbwk0AAAAL4EAAAA6wi+AQAAAEyJx+gf+///QYnC6wSJTCQUSYsASTlACA+DhgAAAOna+///QYP5CXUrTIn6idiLTCQgOchzCsYCzP/ASP/C6+4xwDnZD0NEJCT/RCQQAcPpggAAAEGD/gJ1Er4CAAAATInH6MD6//9BicLrOL4EAAAATInH6K76//9BicJBg/4IdSK+BAAAAEyJx0G+BAAAAOiS+v//icKLRCQMg0QkDARBiRQHi0QkDEQBdCQMRYkUB7gPAAAAi3QkDDlEJCQPRkQkJDnwD4Iy+///AfP/RCQQ6RH7//+LRCQQSItMJEAx0okcgU2JXCQQSIuFmJkAAEiLMItEJBQ5wnNHSIuFqJkAAEiNBNCLOItIBDlMJBAPguj6//+J+EyLhaCZAADR6P/AQYsMiEGLBIApwUCA5wF0BolMBvzrBf/IiAwGSP/C67FIg8R4idhbXUFcQV1BXkFfw0FXQVZBVUFUVVNIg+wYSItvCEiB/f///38PhxICAAC4AAABAIlsJAhJif1JifQ5xUiJ176wmQAASYnXD0fo6GTA//9Mif+NdQL/xUiJw0jB5gLR7ehOwP//jXUCTIn/SMHmA0mJxug8wP//SIXbD5TBTYX2QA+UxkAI8Q+FtwEAAEiFwA+ErgEAAEiJg6iZAAC6cAAAAEiJ30iNNbwDAABMiaOQmQAATImrmJkAAEyJs6CZAADoivT//0iNuwABAAC6QAAAAEiNNU8DAADocvT//zHASI0NIQMAAEiJwoPiB4oUEYgUA0j/wEiD+EB168ZDJoFMi7uQmQAATI2zAAIAADHtxkMugcZDNoHGQz6BxkMPgEmLN0k7dwhzUIH99wgAAA+ECAEAAIA+zg+E/wAAAEyJ8kiJ3//F6Fr0//+NSP+D+QcPh+YAAABJiw+AOcx1BUHGRgwJSYsPicBJg8YQSIsJSYlO8EkBB+uniauImQAAuf8AAACB/f8AAAB2CY1F/zHS9/EpwYmLjJkAAEmLRwhJOQcPhZUAAABJjbQkMAEAAEiNu3CRAADoKff//4XAdX1JjbQkUAEAAEiNu3yVAADoEff//4nFhcB1Y0WLdSBBg/4BQYPe/0Ux/zH2i1QkCEU593MiSYtVGESJ+IsUgusWSInfiVQkDOgC+P//i1QkDIXAicZ0JznWcuZB/8dFOf5zyTHASYtMBAhJOQwEdQ5Ig8AQSD1gAQAAdenrDL0EAAAA6wW9BQAAAEiDxBiJ6FtdQVxBXUFeQV/DigeD4PA8QHUDSP/HD7YXidCA+l93DIP6WBnAg+AQg+gIw4Pg/jycdRSB+pwAAAC4+P///7oIAAAAD0TCw4H6jQAAAA+2TwEPlMBAD5TGD7bASI1EBwKB+oMAAAB0BYP5ZHUFD74A6wKLAIH6jQAAAHQIgfnsAAAAdBeB+cQAAAB0CoP5JHQIQIT2dAP32MMxwMNiYW50YW0AZi4PH4QAAAAAAGYuDx+EAAAAAACQAQQDAgICAgICAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAf////////8AAAAAAAAAAAAAAAEBAQEBAQICAgEBAQEBAQEBAQEBAQEBAf//////AAAABAMCAgICAgICAgICAgEBAQICAgICAgICAgMCAQEBAQH/////AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEBAQECAgMDBAYHCAkKCwwNDg8QAQEBAQICAwMEBAUHCAkKCwwNDg8QCQgJEAAgAAEDJCA1Zi4PH4QAAAAAAJAADgoGCA8SEBEAAAAAAAAAAAEEBAEBBAIIAAEBBAQEAAEBAQEKBgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEFAAoBCwAMATAANgE3ADgBcAt0AXcAeAGABJABoACjAaQLpQGoAKsBrAutAboLuwHCC8MBxAvHAcgA0AH/AEAAUBBgAGKAYwFkgWgGaQdqCmsLbABwAoALgQeCC4MJhAGQAJwQngCoCqkGqgCwCrhGwAvCDsMAxIDGC8cHyADKDssAzIDNCs6AzwDQAdQA2AHgAuQK6AzpBOoA6wLsAPCB8QDygfQA9oD4AP4B/yE="
};

// src/pack/bantam/loaders/arm64.ts
var LOADER2 = {
  sources: "1e8fb07a0dc474f191c0a321f1c4ba49460e05cbf34146ef882c80ff938860b4",
  compiler: "aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40",
  code: "AAAAAAAAAAAAAAAAAAAAAOADAJHzAwCRGQAAlH8CAJHwAwCqAACA0gEAgNICAIDSAwCA0gQAgNIFAIDSBgCA0gcAgNIIAIDSCQCA0goAgNILAIDSDACA0g0AgNIOAIDSDwCA0hEAgNISAIDSEwCA0h0AgNIeAIDSAAIf1v17uan9AwCR81MBqfVbAqkUAED5lAoAkRQMFIuAhkD44P//teADFKr/fwSp/38Fqf8zAPkBAED5YQAAtQAAgtIEAAAUPxgA8SEEAFQABED59QMBkeA3APngAxWqMgAAlPMDACoAAwA14AMVqhABAJTzAwAqgAIANfbDAJHgAxWq4QMWqmQBAJTzAwAqwAEANeEDFqrgAxWqTgQAlPMDACrhAxaq4AMVqnUBAJTTAAA14AMVqusBAJTzAwAq4CNA+VMBADTgAxMqbgAAlABAAJHZ//8XPwwA8WEBAFQBEED5gQYA+ZRCAJGBAkD5Qf//tfNTQakADED59VtCqf17x6jAA1/WPxQA8WEAAFQBKEC59P//Fz8kAPFh/v9UAQxA+fD//xf9e76p5/L/EP0DAJHpGECp81MBqTQBB4sUAAD53zwB8agAAFRAAIBS81NBqf17wqjAA1/WwSAA0fMDAKqBAgGL6BCA0gAAgJICAIDSAwGA0gQAgNIFAIDSAQAA1B84ALEg/v9U4Whp+EAsjNLAja7yIKzN8gAg4PI/AADrYAAAVCAAgFLp//8XgApA+d8AAOuB//9UwUAA0YBCAJGTBACUgQ5AuR8AAWvh+/9UYQJA+SIsQLkjAEgpJEhAuV/cAnEB/v9UAgWAUgB8e9MGCoDSJQhAuWN8opvETCSLYgAAi0IABIu/AALrwfz/VCIIQPm/AALraPz/VCIABotiBgD5QgADi2IKAPlCAACLYg4A+QMAgNIgCEC5IAAAi2ASAPkAAIDSJEhAuZ8AAGvoAABUIAhA+SIIQLkAAALLHwAD6+AHnxq5//8XBfB90wAEAJFFaGW4YwAFi/T//xchAwAQAAQAUQIAgNIfAABxzAEAVCBoYjggAgA1CAiA0kAAgNIDAIDSBACA0gUAgNIBAADUyAuA0uAPgNIBAIDSAgCA0vj//xcjaGI4QgQAkcP//zUhAAKL6///F0IEAJHt//8XYmFudGFtOiB0aGlzIHByb2dyYW0gaXMgZGFtYWdlZCAoaGVhZGVyKQoAYmFudGFtOiB0aGlzIHByb2dyYW0gaXMgZGFtYWdlZCAoY2hlY2spCgBiYW50YW06IHRoaXMgcHJvZ3JhbSBpcyBkYW1hZ2VkIChmcmFtZSkKAGJhbnRhbTogdGhpcyBwcm9ncmFtIGlzIGRhbWFnZWQgKHN0cmVhbSkKAGJhbnRhbTogdGhlcmUgaXMgbm90IGVub3VnaCBtZW1vcnkgdG8gdW5wYWNrIHRoaXMgcHJvZ3JhbQoAYmFudGFtOiB0aGUgbWVtb3J5IHRoYXQgdGhpcyBwcm9ncmFtIG11c3QgaGF2ZSBpcyBub3QgZnJlZQoAYmFudGFtOiB0aGUgc3lzdGVtIHJlZnVzZXMgZXhlY3V0YWJsZSBtZW1vcnksIHdoaWNoIHRoaXMgcHJvZ3JhbSBuZWVkcwoAAAAA5AMCqkMEgNLIG4DSgwADqmIAgNIEAICSBQCA0gEAANTAA1/W5AMAy+MDAKpjBADRgAABiiEAAosoHYDSYwABi+ICgNJhAASKBQCA0iEAAMsDAIDSBACA0gEAANTAA1/W5gMAqgAAQPkAQEC5QAMANAkAgFIOBYBSDQD+kssEQPkqfa6bZwEKi2Fpavg/AA3riAYAVOIIQPlfAA3rKAYAVOAEQPlfAADrwwUAVOAQQPkABECSHwwA8YAFAFSiBQC1wABA+SkFABEAQEC5PwEAa2P9/1QAAIBSwANf1ssEQPkqfa6bZwEKi2Fpavg/AA3riAIAVOIIQPlfAA3rKAIAVOAEQPlfAADrwwEAVOAQQPkABECSHwwA8YABAFTiAgC1wABA+SkFABEAQEC5PwEAa2P9/1QAAIBS/XvBqMADX9YgAIBS/f//F+AAgFL7//8XoACAUvn//xfAAIBS9///FyAAgFLAA1/W4ACAUsADX9b9e7+p/QMAkcAUQPnjAwDLAAQA0SwAA4ohAAKLIQAAiwICoNIhAAOK4AMMqiEADMuY//+XHzAAsUD9/1QfAAzrQf3/VGFpavjiBED5wBRA+Zn//5fX//8X5gMBqgEAQPkiHED5AQD+kl8AAesoAgBU/Xu/qf0DAJEAFED5QgAAi+ADAMtBAACKAgCA0gAAgNKA//+XIAH4t8AAAPkAAAGLwAQA+QAAgFL9e8GowANf1iAAgFLAA1/WoACAUvv//xcCFED54wMBqgAAQPnoGoDSBACA0gUAgNIAHED5QAAAi+IDAssBAAKKAgCA0mAEQPkDAIDSAAABywEAANTAA1/W/Xu+qf0DAJHzUwGp9AMAqvMDAqrgAwGq4QMCqv8CAJTmAwCqoAAAtOEDAKriAxOqgBZA+WD//5fzU0Gp4AMGqv17wqjAA1/W/Xu+qeQDAKrgAwKq/QMAkfNTAalTBADRghRA+TQAQPnkAwLLcwICiyAMAKmUAgKLcwIEipQGANGUAgSKYgIAywEAgFIJAwCUnwIT66EAAFQAAIBS81NBqf17wqjAA1/WgQITy+ADE6oCAoDSN///lx8AE+vg/v9UoACAUvb//xdfAAD55QMBqucDAqoJBYDSAQBA+QIAgNIoQEC5ARRA+R8BAmuIAQBU/Xu/qeYDAcvGAAWK/QMAkeADBqoCAqDSIv//lx8ABuuAAgBUwACAUhQAABQEBED5Q3wJm+YDAcuKAAOLg2hj+GQABoq/AATrAwEAVEQJQPljAASLJAQA0WMABItjAAaKvwAD6+MAAFRCBACR4v//F+AAAPkAAIBS/XvBqMADX9YAAIBSwANf1uIDAKrgAwGqAQEAtEEUQPnoGoDSAwCA0gQAgNIFAIDSAgCA0gEAANTAA1/W6wMAqgoAgFIMAIBSDwWAUk1kAhDuAIBSYAFA+QBAQLkfAApriQEAVGwBADVjBUD5Qn2vm2AAAosBCED5AQEAtWABQPlKBQARAEBAuV8BAGvj/v9U4AMMKsADX9YAIEC5BwhC00AACDbnAH+yQAAANucAfrJjaGL45gB+kmAVQPkhAAOL4gMAywAEANEhAACLaQACiiEAAoowAAnL5wAQNiAAO9UgAuA2nzsD1SAD6DafOwPV3z8D1eADCarhAxCq4gMHqkgcgNIDAIDSBACA0gUAgNIBAADUQPv/tOYCALXsAIBS3P//FwJMEFODAIDSYyDCmuIDA8tCAAmKPwAC60n9/1QiewvVQgADi/z//xcADAASggCA0kIgwJrgAwLLAAAJij8AAOtJ/P9UIHUL1QAAAov8//8X4AMNqugigNIhAYDSAgCA0gEAANTmAwCqwAD4tuADDaohAIDSAQAA1OYDAKrg+/+34gMQquEDCaqCAQC14AMJquEDEKriAweq5AMGqsgbgNJDAoDSBQCA0gEAANQ/AQDr7AOOGg0AABTgAwaqCAiA0gMAgNIEAIDSBQCA0gEAANQfAADxjQAAVCEAAItCAADL6v//F6wAgFLgAwaqKAeA0gEAgNICAIDSAwCA0gQAgNIFAIDSAQAA1EoFABGJ//8XAgBA+QQAgNIHBYDSRkBAud8ABGtoAABUAACA0hIAABQFBED5g3wHmyIEQPmoAAOLo2hj+F8AA+uDAQBUBQVA+UgAA8u/AAjrAwEAVGMABYslCED5YwACy78AA+toAABU4AMCqsADX9aEBACR6f//FwsAQPnpAwCq7AMBKgoAgFJhAUD5IAlA+SFEQLk/AApr6QQAVMADALTAA1/WYglA+UB9e9NBAACLQGhgeB8ADGvBAQBU4AMLqtL//5dgAQC0JAlGqSMIQPkDAAOLQkAAkYIAAosfAALrYgAAVJ8AA+tDAABUIA0BqUoFABFhAUD5IAlA+SFEQLk/AAprSQAAVOD8/7T9e8GowANf1mIJQPlAfXvTQQAAi0BoYHgfAAxrgAAAVEoFABHW//8XwANf1v17v6n9AwCR3///F+QDAKr9e76p4AMCqv0DAJGCAED5I3x904cYQPlFhEGp4mhj+KYAA4shAAKLomhjuMcEQLlfAAdrwQAAVOIDAirQAQCUAACAUv17wqjAA1/WiCRCqegnAaniAwGqo2hjuORDAJHBBEC5rwQAlPf//xf9e7yp/QMAkfNTAan0AwCq9VsCqfUDASr2AwKq9xsA+QEEQfghDED5IUw1izMEQLl3AgGR4QMXqqYBAJSgAAC1gAZAqeIDF6qc/v+XwAEAtAAEAE8DABOLwA4AqeIDAKrhAxUq4AMUqmAAAK1gAAGt81NBqfVbQqn3G0D5/XvEqMT//xfzU0GpoACAUvVbQqn3G0D5/XvEqMADX9b9e7yp/QMAkfNTAan0AwKq9VsCqfYDAar3GwD59wMAqgAEQPkhBEB5Iex804IBAJTzAwCqYAAAtaAAgFKAAgC5FQCA0sAGQHnhAxUqHwAVa2kAAFSAAkC54AAANPVbQqngAxOq81NBqfcbQPn9e8SowANf1sAGQLliEhWLtQYAkSEAAAvgAxeqt///l4ACALnt//8X/4MC0f17Aan9QwCR81MCqfQDAKr1WwOp92MEqfpvBan8MwD5FgBA+TcEQLnKAkD5QElAuR8AF2sDAgBU4AMAKiIEQHkAQDfLMwRAefUDAarpAxcqXwAA6wgBAFQgAEB5HwwAcYAaAFTIAABUIAIANB8IAHFACQBUMwCAUgQAABQfEABxof//VBMAgFL9e0Gp4AMTKvNTQqn1W0Op92NEqfpvRan8M0D5/4MCkcADX9bgAxaqHP//l/gDAKrg/f+0fwYAcaH9/1SAMkD5AP7/tcAOQPkhCED5CQwJiyAFQLk/AADrgQEAVP17QaniAxiq9VtDqeEDFyr3Y0Sp4AMUqvNTQqn6b0Wp/DNA+f+DApFU//8XgDpAuf8CAGuAAgBUgg5FqQAAgBKBBkD5n34BqYA6ALngAxaqJv7/l/MDACpBAIBS4AMUqhP//5cT+v81ggIBkeEDFyrgAxSqXf//l/MDACpA+f81lzoAuYECRKmiCkD5AAABy18AAOvIGABU4AMYqkQBAJShCkD5gCJA+QAAAYuAIgD5vP//F+ADFqrh/v+X+AMAqoD2/7R/agBxQfb/VDoIQPngf0CyXwMA68j1/1SAMkD5gPX/tYIORakAAIASgQZA+Z9+AamAOgC54AMWqv9LAPn6/f+X8wMAKuD0/zWAAkD5GgMai+JDApFBPwCRE/7/l/MDACoA9P818wMUqlZfQKl7Bkb4oIZAqX9+Aal/fgKpmDIA+WGCAKngAxuqogpA+YEGQPlC/EPTQgQAkdH9/5dgFgD5YQ9A+aAGQLkgDACLAQRAuYAGQPkh9H7TzwAAlPgDAKpgFkD54AkAtNgJALSABkD5AARAqeAHB6ngAxSqYQCAUsL+/5fiMwKR/AMAquEDFargAxSq/48AuTL//5fij0C5QgQANQEAgFIEAIDSDgAAFOkEAJEJAAD56QBAOScZABLnIMYapQAHKkkCODbGHAAR34wAcUEBAFQMAAAUBFshuCEEABEFIECpvwAI60IEAFSCAQA1BgCAUgUAgFIHAED5HwEH62j9/1QiAIBSBQCAUoRAJYtlBkD5nwAF6wn+/1SAAIBS4I8AudwAALSCCkD54AMcqgEAgFJCABzLvAAAlPOPQLmffgGp0wAANeIPR6ngAxuqgQZA+Zv9/5fzAwAqVl8AqYACQPnhS0D54v3/l0T//xdi/f81PwAAcXgOAPniB58aIQACS2EiALkBQACR4AMTqoIGQPlCDwCU4v//F7MAgFLv//8X4AMWqlv+/5f3AwCqwOX/tIAyQPmA5f+0U0FAuRgDgFKABkD5/48AuWF+uJtwAACUAQCAUgYFgFIfAADxYBJBeqgDAFTgSwD54jMCkeEDFarAAkD5AEBAueCbALngAxSq1v7/l+YDAKrgS0D5YAAAtaAAgFLgjwC5849AufPi/zWABkD54AcA+eBDApHgAwD5g4IBkeADF6qihkCpJc8BEKcGQHmEAIBSswkAlPMDACoK//8XxQZA+SN8ppskfLibIQQAEacAA4sCAASLo2hj+OUEQPkDaCT4Q5QAqdf//xeTAIBS/f7/F/17tKkCEIDS/QMAkfNTAanzAwCq9AMBquADAZEBAIBS9RMA+V4AAJQAAIAS4GsAuWACQPkBAIzSQQCg8vNTA6kVSEC54AMUqi8AAJTgKwD54AMUqqF+fdMrAACU4StA+eAzAPnBBAC0oAQAtCGYQJEAAIDS4S8A+QAEAJG/AgBr6AEAVIAGQKn1wwCRFACAUuAHCKkAAIBSYQJA+SFEQLk/ABRrSQAAVMABADTzU0Gp9RNA+f17zKjAA1/WYQ5A+QLwfdPjM0D5RCAA0SFoZLhkaGT4IQAEi2FoIvjn//8XYQpA+YB+e9OUBgARIQAAi+ADFaqc/v+X6P//F6AAgFLr//8XAgxAqeQDAKrgAwLLYwACywAMQJIfAAPrCAEAVGMAAMt/AAHrowAAVEAAAIsBAAGLgQAA+cADX9YAAIDS/v//FwMAgNJEAAPLnxwA8WgBAFRD/EPT5ACAkmN8BJtCAAOLBAADyyEAA8sDAIDSXwAD68EAAFTAA1/WJGhj+ARoI/hjIACR8P//FyVoYziFaCM4YwQAkfb//xckHAASIRxAkuPDALIhfAObAwCA0kUAA8u/HADxSAEAVEH8Q9PjAICSIXwDmwMAgNJCAAGLAQABy18AA+uhAABUwANf1gFoI/hjIACR8v//FyRoIzhjBACR+P//FwYAAcvlAwCq5AMBqt8AAutDAABUzv//F4QAAovjAyKqAQACiwAAgJKCaGA4ImggOAAEANF/AADrgf//VOADBarAA1/WPzwA8WkIAFQq7HyS5U6ZUubJkFJlvbByAoWIUig2j1IKAAqL5AMAqukDBSoGOaxyAwCAUmKEpHLoxrNyhwBAuYRAAJHiCAkbh0BfuEJMghPlFAkbh4BfuEJ8CBulTIUT4wwJG4fAX7ilfAgbY0yDE+YYCRtjfAgbxkyGE8Z8CBufAArrwf3/VEJ8ghOlZIUTY1CDE0IABQvGOIYTYwAGC0IAAwsAAAGLQgABCyEMQJKkx5VS5WWdUgEAActEVrhyhfqkcgMAAct/DADxjAIAVCT2jFIlNo9SxMqicuXGs3I/AADrYwIAVEI8QkrgTplSYL2wcqHHlVJBVrhyQHwAGwA0QEoAfAEbAEBASsADX9Yi9oxSwsqicuP//xcjREC4YggEG0I8ghNCfAUb5v//FyMUQDhiCAQbQlSCE0J8BRvo//8XIhwAkeEDAUshCAASAgyCi0CAX/gAIMGawANf1gMAAct/PADxjQAAVEMAAMt/PADxzAAAVAMAgNIEAAOLXwAE66gAAFTAA1/WIATBPAAEgTzz//8XJGhjOARoIzhjBACR9v//F38ABOsiAwBUYgP4t0UcAJHnAwJL5wgAEiUMhYumgF/4xiDHmp8AA+sJAgBUBwCAUsX8ddPnBAAR/xAAcQV4ZXioFAASpXwIU2UUADjlAwgqxiDImoCQQ/pCAAXLqP7/VJ8AA+so/f9UYgAAtQAAgFLAA1/WYACAUsADX9b9e7+pBQACi+YDA6r9AwCR5wMEquIDBarJ//+XogAHi/17waihAAbL4AMFqsT//xc/AALrYwAAVAAAgNLAA1/WJgBAOcYMABLGFAARpgAAud8AA2so//9UJwCAUoXCiNIFAAWL5yDGGgMAgNKfAANrCAUAVCT+/zTlAwGqBgCAUoMAgFILALBSDACwEg1hhNKpAEC56gQAEWgIABJKEcBaY4AAEW4lyhrFBQBRKSXIGsgBDAtjAApLpQAJCgh5H1MKAQdLXwEFa4kDAFRjBABRyAQAEaZBJoulBABxBgQGi8UIAHmFAwBU5wQAUeYDCCr/AABxTAEAVGMcABFjfANTIAADi18AAOui+f9Uy///F794I3hjBACR1f//F98ABGvC+P9UZXwDUyUABYu/AALrA/v/VMH//xcFBQARpQAJCt8BBWto/P9UpQAIS+UABQvg//8XYAAAVOcABUvk//8XnwAIa6n2/1RlfANTJQAFi18ABesp9v9U5gMIKqUAQLloCAASYwgAEaUkyBqlBAASxgAFC78MAHHB+v9UnwAGa8n0/1RlfANTJQAFi78AAutj/v9Uof//FyUAgFKGwojSpSDEGgsABouoBABR6QMLqu0DCCoHAIBS/wADa2EFAFSpfANTBwCA0ikFRQsGAIBSKQ0AEewDByp/AAdraAcAVEh8etMpTCWLDAAIi+oDgFKLEoLSIwBAuQcEA4vnEECR5ihQec0EABHtKBB5xxDAWj8cADlHAQdLhwAHSycYADnGIMcaxgAFSyYIAHlfDABxQAEAVAYBA4uDAQOLxgALi2MQQJEGCAaLxgRAuSYAALljUFU5IxwAOSEgAJE/AQHrofz/VMADX9YmAcB5xgD4N8Y8ABLnBAARKQkAkSb9A3nO//8XBn19kwgFAFEnaCa4JgCAUvj//xfOfH3TLGguuMYACQumAQYK3wAIa6z//1RKBQARbnnneN8BCmvs/v9U5wQAkcT//xcKAIBS+v//Fx8AAeuCAQBUIvBfOCAAAMvhA4BSAAQA0UMQwFpfAABxIQADSyF8QJMgDACLABCf2sADX9YAAICS/v//FwAAAAAAAAAA/Xu+qf0DAJHzCwD5EwBA+RH4QKkQqEGpD5RCqQ4cQPkECAC0hAQAkWz4f9NLFACRjQEDi4QIBItSAASLHyAD1WIVANEfIAPVZP5108j/ddNH/XXTpvx10yR4ZHiJfAhTSQAAOXMixJokeGh4iHwIU0hoIzjeI8SaJHhneId8CFNHaCw4SiHEmiR4ZniGfAhTRmgtOEIEAJGlIMSaXwAL60H9/1RzAsDa3gPA2koBwNqlAMDacxLA2t4TwNpKEcDapRDA2jEOU8sQDl7L7w1Ky84NRctzCgAS3gsAEgYCQPlKCQASwgFA+aUIABLkAUD5QgBAsicCQPmEAECyxgBAsmsVAJHnAECyRSDFmoogypreIN6a8yDTmn8BEush+f9UE0QAqfMLQPkeQAGp/XvCqAo8AqkFOAOpwANf1gAAAAD9e7mp/QMAkfdjA6n3AwCqACABkfNTAan5awSp6LpAqeA3APnyDkD5+r5DqcABCMvOgQDRH3wA8fMuQLnOwYiaXwIO6+3mRClOko6aPwAC64IVAFRA8F84QBUANPgDAaqBCYLS7AMDKgMKhNL1WwKp9QIBiwEQwFr2AgOLQAAYy+MDgFJjAAFLAAQA0ftzBaljfECTYAwAi+FKULkEHACR4wMAS2MIABLiTmC5G0AhywAPhIvlUnC55gMhKntDIsvkAyIqAIBf+HtDJcvlAyUqACDDmgEgwZoL/EHTKiDCmiH8QdNK/UHT4CIBkWslxpopJMSaCwwLi0olxZqpDgmLyg4Kix8gA9WbD/i3ZR8AkeQDG0siHUA5hAgAEgUPhYtHHUA5/AMiKmEdQDlGAAcLIwFAuaWAX/jxAycqUAFAuSAABgtmAwbLpSDEmqIgwpql/EHTRPxB06Uk3JpjAAULhCTRmoQAEIsffABxiAkAVEAgx5plAUC5HPxB0+IDISrbACHLjAUAcZwnwpqcAwWLoAMAVGYZQDkCIMGaQRlAOUf8QdMlGUA58AMmKkIgxppmAybLQCDBmmsJQHlKCUB58QMhKikJQHn7AyUqxgAhywD8QdPhN0D5QvxB0wAk25oAAAmL5yTQmucAC4tCJNGaQgAKi9sAJcupDgCLyg4CiysMB4t/DABxqQUAVPMDGSr5Aw0qbQwAUeABGsufAwDryAYAVOACQPnjAw0qYQQA0QABAMsAAByLPwAA6+IFAFSUAByLwAEIy58CAOttBgBUQAIIy58CAOsIBQBU4gMcquEDGqrgAwiqSf7/l1oDHIsIARSLrPT/NegGAPnt5gQp8y4AufoeAPmbAwC19VtCqQAAgFL7c0WpGwAAFOYC+LfAHACR5QMGS6UIABIAD4CLAoBf+EAgxZqv//8XnwMA8eAHnxpjAABrgPr/VH8EAHEACQBUfwgAcUAJAFTgARrL8wMZKvkDDSqtBQBRnwMA66n5/1QfIAPV9VtCqftzRalgAIBS81NBqfdjQ6n5a0Sp/XvHqMADX9ZAA8A9BQKA0gABgD0EAAAUQGvlPABppTylQACRnwMF64j//1QAARyLvz0AcYgDAFQEAASL4QMNKr8dAHEoAgBU4wMNSwEAgNIDwCOLHyAD1WJoYTgCaCE4IQQAkT8gAPGB//9UonUeUwEAglIBhKxyACAAkSEkwhohDAASISAAEeEDAcsDAAAUAmhh+AKEAPifAADrqP//VK///xcDAAPLYADAPQBpvDxgBMA9AASAPZ+AAPEJ9f9UAQSA0h8gA9VgaOE8AGihPCFAAJGfAAHriP//VKD//xfgAw0q7QMZKvkDACqH//8X4AMNKu0DEyrzAxkq+QMAKoL//xf9e7Cp/QMAkfVbAqn1AwGqAWeJ0vYDA6pBAKDy81MBqfMDAKr0AwKq4AMEqvdjA6n5awSp+3MFqfn8/5fAWgC0lxJAOd8WAPFpEABUgQJAufoDAKoApZZS4KW/cj8AAGuhDwBUlw8YN+gWRdPXDSg2hBYAkecDFargBgASJQCAUqUgwBqlfAFThQAFi58ABevhDQBU4H4GU+AOADWoAAA0hQBAOb8AFethDQBUhEAoi5QCFoufABTr6AwAVGACFYv/gEDxQAsA+UAAoNLnkICagACA0gABwPKNqojSjkqI0kUDDYtHIwC5RwMOiykAgFLBrwEwgqoBcGqvAVCLrwEQU08AqUknALlAFwD5AACA0l8bAPnhQwD54UNA+QMAgNIIaGo4DGhhOOEDAyqfAQNr6AsAVAAEAJHnAASRpQABkR8MAPGh/v9UgQIEyz8IAPEtCABU4I8AuYAIQDn1AwSqgQRAOQA8EFMBIAEqoDZAOCEAACpAi0CpKHwBUycIQdMlfANTIQAAEuGLALlCAADL/wQAcQALAFT/DABxwAUAVOEDBSpDI0C5vwADa0gFAFThOwD5gQIVy+Y7QPnfAAHrqAQAVPkDBSoICgg3XwAZ6yMEAFTiAxmqJwkANIEMQDm1/P+XQgdA+UIAGYvgO0D5QgcA+aQCAIvgi0C5QAcANEALQPkfAALrYQIAVJQCBMv3An6SnwIX6+EBAFQAAIBSDgAAFIEWQDkgAIDShBoAkSJ8A1MhCECSQigAEQAgwpoH/EPT5wABm4z//xeAFEA44PH/NGAAgFLzU0Gp9VtCqfdjQ6n5a0Sp+3NFqf170KjAA1/WKACAUgkBgFIIIcAaKQEIS4EAQPkpcR1TBQCAkqUkyZqlAAGKHwQAcUHw/1SlAASRSACAUn///xcfBADxoAAAVA1oazi/AQFrCAEAVEEUQDjoeCO4oWgjOCEhwRpjBACRCAEBC5T//xcBAIBS+f//F4ACBMsfCADxbPP/VNn//xfhAwcqq///F+EDFapX/P+XuP//F+EDAypfQCPrISCCmrYCGYsAAAGLQA8A+d8CFeuJ+f9UgAxAOQIEABIBfAJTHAxC08AxCDafAwBxiHceU4AXnxoIGQARPwB/8gAIABFBAYBSCBGBGr8AAGuj9/9UhDBA+AEAgBIhIMgahPxE05IAIQqEJMiagQAhCn8AEmuD9v9UOQMAy+MDASo/QyHrA/b/VK8CAIvzAQOLXwgAcQEiAFT/ARPrQvX/VKBqYDj5BQCRYwQA0R/8AXGJAgBUD/gBUe99AVN/AA/rI/T/VIpCidIA/AFRQwMKiwEAgNIifAFTPwBA8iJrYjhEDAASQnwEU0IAhBpiaCE4IQQAkR8AAWvo/v9UPwAAFO8DACp/ACDr4/H/VCADD4vlAwOR4gMAquEDGaoEIIBSwwCAUuAzAPngAxqq2/z/l/gDAKqA8P+05MNAuYwKhtIDIIBSWwMMi2IAgFLhAxuq4AMaqjP9/5fgAxiqIQMPi379/5fjAwCqgHx/0+kDBCp/AADri+7/VOQDJCrhAwOqhBQAEuADGKqA/P+XAPxB02MACcuLQonS4QMDqgUkxJrgAxiqefz/lwj8QdNjAAnLSgMLiwglxJoEAIDSpXx902kDBYtga2W4QGkkOCUZQDkrGUA5vwAD6+0TAFSACAARhAQAEUQDBIsIfX3ThBBAkWFraLiBUCg5AAQAT+MDA5GJQonSRQMJiwgAgNIEAIBSIQCAUn8wALlgAACtYAiAPaJoaDhfLABx6Oj/VEocftMIBQCRIiDCGoQEQgtpaGq4KQUAEWloKrgfAAhrqP7/VKTn/zT/L0RrYef/VIkQwFoCBIBSSgAJSyEgyhohAARLJAQAUYQAAWph5v9UIRDAWkEAAUtCQyCLQhBAkUFQKDkhfH7TYmhhuEIEABFiaCG44cdAuQHl/zTiAwOqKVkAUSEAgFJIBEC5LAAJC+sDBCohBAARS0wAuAghzBqEAAgLXwEBawL//1QABAARSgUAEQgAgNIsAIBSjUqG0qFoaDgBDQA1CAUAkR8ACGuI//9ULwMPiyAAgFJANwC5iGKJ0lgDCIvgAxIqBEMyi1iTA6ngMwD5nBgANFIOABFAfgJT4DcA+WACD8tIfgJTHyQA8S3g/1RgAIBSCH2gm+AzQPkfAAjrg9//VPsDA5HrGQCR6gMbqvmDApEFAIDSvwwA8cALAFTkeWV4ZAEEi38CBOsj3v9U4QMEquADC6rz/P+XoN3/t+EDBKoreyX4pQQAkSCMX/gCEMDaAABAskIEABEAIMKaQAUAqUpBAJG/EADxAQkAVOAzQPniAxiqh0qG0qoAgFIIAAjLQAMHiwgDCIvgPwD5BQECy+MDG6oBAIDSvAjKGiR7YfhgBED5AAAE64QHAFQA/EPTnwMA65yTgJohBACRY0AAkT8QAPHB/v9U6E8A+bwGALTjN0D55AMcquE/QPngAxuq4ksA+dj8/5fiI0mphQsci6oAgFJCAAWL5f//F+EDA6rgAxiqy/v/l+sDKyohCUB5APxB04QEAJFjAAXLACTLmuUDCCogAAALn/gD8QDW/1ToAwAqTP//F0QBAUsrAAkLIRx+04QgCCqLIcsahDwAEmJoYbhuAQILbmghuKJFIosBAIDSQgMCi0R4IXghBACRfwEBa6j//1SJ//8XQDdAuaDx/zWa/v8X6wMEqqL//xfkAxOqpv//FxwAgNLH//8X7DdA+QsAgFJKAAzLYiNAqUMBDIshe3z4nAcAkeAzQPl7QwCRCAEBy0IAwNofAAzrCCEAkQSQjJpCEMDa4D9A+QjxfdMCAQLLBAMEi6r7/5drAQAq4DdA+YwBAIufEwDxYf3/VEvP/zXfAhPrCc//VOADE6oZFEA4P/8DcWENAFTAAgDLHwQA8S3O/1RgBkA5BOCPUnkKQDkAAAQLGSAZC2AOAJHfAgDrKc3/VA8AQDn/BUDywcz/VBgEAJFcIwGRGwCA0jMAgBKSAILS4UNA+WB+Gxt/BwDx5wMbKgAYABEoaHs44QefGiEUABHgJcAaAAQAEuHDALkfDABxQQwAVEAzQLlAyv80ewcAkZwDEot/DwDxwf3/VCAAgFJAMwC54wMZKuIDFqrhAxiq4AMaqq38/5cACQA0Rv7/F4ZKhtLhAxOq4AMPqkb8/5fjAxiq4gMAquEDD6pAAwaLZvv/l+sDACrA//8Xnw8AceADAFSfBwBx5xefGucEABHgj0C5IQAAEiEMABEYAAdLAOC/EhhzHVMYKNgagDBAuBgDAArgAwcqGCfBGr8AB2sDxf9UswIAi18EAHHAAQBUfwAYa2PE/1QgAwDL4QMYKh9AOOvjw/9U4wMTqnhAOItzAgGLQ+MDqaH//xfnAxwq5P//F38AGGvDwv9UPwMA64DC/1RTHwD5hWKJ0kMDBYviAxgqoWpgOOADA6ql+v+X4wMAqiEAgNLt//8XP/8BcekAAFTfAgDrycD/VGEGQDk5AwJRYAoAkTkgGSr58v813wIA6+G//1RBz0OpQAdA+UIPQPlzAgHLQgAAy38CAusIv/9U4gMTqnj6/5dAB0D5AgATi9n9/xcfBABx4QIAVN8CGOvpvf9UAANAOR8BAGuJvf9U53x604MSgtLhwCCLRwMHiyEAA4vgwCCLABBAkRgHAJFBCwGLAFBVOSEEQLmBAwC5nwsAeZ8bADmAHwA5nwMQuYr//xdgAwA1mwIAtH8HAPHBXQEwwFwBEAAAgZqhA4BSCBGBGoLCiNJCAwKLAQCA0h8BAWtoAQBU5MNAueMDCCriAwcq4QMcquADGqp/+/+XhAMQuXX//xeAWQEQ8v//FwNo4ThDeCF4IQQAkfH//xegXAFw5AMIKuEDGKrlAwORA2h7OOIDFqrgAxqq6GMAuftrALkL+/+X+AMAquhjQLnna0C5oPz/tbH9/xegAIBSsP3/FwEAQJMgBEBKwANf1gMYQPkhfHzTZAABi2JoYfiEBED5XwAE66IAAFRABACRYGgh+EAAQDnAA1/WIQCAUgGMALkAAIBS/P//F2IBALQEHED5CgOA0gMIQPkAAIDSiQhAuSEAA4s/AQBrqAAAVAAAgNICAAAUAABA+cADX9aHAED5BnwKm+gABosDBUD5fwAB64gBAFQICUD5JQADy78ACOsIAQBUYwAIi2MAAct/AALrgwAAVOBoZvgAAAWL7///FwAEAJHo//8X4gMAqiEBADQgBABRQWRAuT8AAGvoAABUIACAUkCMALkAAIBSwANf1gCwQLn4//8XQbBAuT8AAGto//9UAQQAEUGwALn4//8X/Xu9qT8cAHHoAIBS/QMAkfNTAakokIga5gMAqvUTAPnnAwEqCp0AEQIAgFIJgEC5CQMANdQAA5H/CABxgAMAVP8MAHHzl58ac3ofU3MGftNiAwA0XwQAceECAFSVanO4Ab0AEeADBqrHBACUAAAVC4Fqc7g/AABrSAAAVIBqM7jzU0Gp9RNA+f17w6jAA1/WRVwYU+EDCirgAwaqKQUAUZf//5eiAAAq4v//FzMAgFLn//8XQAgAUe7//xcAAIAS8P//FyMAQPl/AALrogMAVP17van9AwCR81MBqfQDAarzAwKq9RMA+UIAA8sVGED5oRJPqYQAActfAATr6QAAVCEAgFIBjAC581NBqfUTQPn9e8OowANf1gAAQPkAAAOLpPn/l4ECQPmgekD5YQIBywAAAYugegD5kwIA+fP//xfAA1/W/Xu+qf0DAJHzCwD58wMCqof5/5dgAAC1oQCAUmECALnzC0D5/XvCqMADX9b9e7mp/QMAkfsrAPkbAAGR81MBqfMDAKr0AwGq9VsCqUEBgFL3YwOpVwCA0vlrBKl4F0C5GmRAuQACgNL2AxgqeT9AuVoHAJHWCgGRGAOhm2AbQLla937TOQcAkQAEAJEA+H/THwAX68gLAFTgBgBRYEoBufWzAZHhAxqq4gMVquADFKr/bwC50///l2BOAPniAxWq4QMaquADFKrO//+XYFIA+eIDFarhAxqq4AMUqsn//5dgVgD51vZ+0+IDFarhAxaq4AMUqsP//5dgcgD54gMVquEDFqrgAxSqvv//l2B6APniAxWq4QMWquADFKq5//+XYIIA+eIDFarhAxaq4AMUqrT//5dglgD54gMVquEDFqrgAxSqr///l2CaAPniAxWq4QMYquADFKqq//+XYKoA+eIDFarhAxiq4AMUqqX//5dgrgD54gMVqiHvfNPgAxSqoP//l2CKAPniAxWqIfd+0+ADFKqb//+XYJIA+WAzQLkfBABxgQMAVGE7QLkhDACRIfxC0+IDFargAxSqkf//l2CyAPniAxWq4AMUqgEAhtKM//+XYGoA+eIDFarh9n7T4AMUqof//5dgogD54G9AufNTQan1W0Kp92NDqflrRKn7K0D5/XvHqMADX9b3+n/ToP//FwEAgNLn//8X/Xu5qf0DAJH1WwKpFQABkfNTAan3YwOp+WsEqftzBam2MkC5PwQAMeABAFTWAQA0+gMAqvQDASrfBgBxgQUAVAB4QLk/AABr4gAAVJ8GQPKhAABUIHwCU0GzQPkgaGA4YAQANPNTQan1W0Kp92NDqflrRKn7c0Wp/XvHqMADX9ZBm0D5IXhguD8AE2tLAABUMwQAEQAEAJFfAABrKP//VEEBgFLgAxqq3wMAlLn+/5cAfECTE0Azq0QBAFSgPkC5HwAT6+sAAFRi7nzToDpAuURANIvhAxQqnwAA6wkBAFQgAIBSQI8Aud///xdCO0G5AACA0hMAgFLo//8XQI9AuSD7/zWAEhMLQMMAueQDEyq5NkC53wYAcQEQAFRbA0D5OUA5iwAAgNKfAABrqAIAVAEAgFICAIBSQDtBuT8AAGuDAgBUFgCAUuADFip/Qjbr7AMAVHP2ftOUfgJTAACAUiEAgFJ/QiDr7ff/VESzQPmCAgALAAQAEYFoIjj6//8XQZNA+T94ILgABACR5///F0CbQPklfH7TAGhluJ8AAGvpAABURpNA+QB8ftPHaGC4ZwAANUIEABHCaCC4QJdA+SEEABECaGW43P//F0GTQPl1AIBSPHhguGEBgFLgAxqqb/7/lwEAgFLgbwC5JVwYU+ADGqqBAYBSaf7/l7UGAHGhAAAqQf//VOADGqqT/v+XoQGAUvgDACrgAxqqggMAlEGPQLnBBAA1AX9+02AAADRCU0D5QGghuEBTQPkXaGG49wYAUeADGqrBAYBSdgMAlKADADXgAxqqwQGAUnIDAJT1AwAqQI9AuWACADUhUzaL4m9AuWADAYtiayG4QU9A+SFYeLgB1AApFwwAuUAbQblCi0D5AQQAEQB8fNNBGwG5QQAAi1hoILjgf0CyNwQAuSAEAPnWBgARpP//FxcAgFLh//8XAAQAUTL+/5fhAxwqnwMAcSEEANEgwCDLARhA+osAAFRB60C5HwAB640AAFQgAIBSQI8Audv//xdBj0C5Ifv/NUFzQPk1eGC4IABAubUCAEvU//8XIcA5i+ADGqou/v+X5gMAqmAAALUgAIBSQI8AuQUAgFIqAIBS639AsucDBSp/QiXr7ej/VECPQLmg6P81xxAHi0hnQLkEAIBS4QMIKuIEQLk/AARrSAMAVB8BBGtpBABUQE9A+Yh8ftMAaGi4XwAAa8EDAFSBBAAR4AMaqjH+/5dAU0D54gxAuUEEABEBaCi4QRtBuUeLQPkgBAARIXx800AbAbngAAGL5GghuAIEALkLBAD5pQQAEdz//xcgAARLTE9A+YkEQAuABEALgHlguF8AAGtpAABUJAUAEd3//xfhAwkq2///F0qPALny//8X/Xuxqf0DAJHzUwGp8wMAqhQAgNL1WwKp9gMCKvWDAZH5awSp+gMBqvdjA6n7KwD5QAtAuR8AFGsoBwBUIACAUmA6AblglkD5YepAuQEAALkBAIASYJpA+QEAALlgjkC5oAYANUALQLkfFABxSQYAVAAAAQvhgwGRIHhguAAEAFEfBABxiAUAVEAbQLlABQA1Yq5A+eADE6qhAIBSbwMAlPUDACpgikD5fxoBuSIAgFJBC0D5YhoBuQEAAPnhf0CyAQQA+WCOQLmAAAA14QMWKuADE6rJ/v+X+IMBkRYAgNK3AIBSOQCAUkALQLn0AxYqHwAWa2kAAFRhjkC5AQIANPNTQan1W0Kp92NDqflrRKn7K0D5/XvPqMADX9bgAxOqAQGAUr4CAJSgejS4lAYAkcD//xcVAIBS2///Fx8UAHHJAABU3xIA8YkAAFSUBgARHwAUa5SClxobe3a4+wEANH8LAHEpAgBUYD5BuXsLAFF/AwBrYwEAVAAAgFJ5jgC5QQNA+Z8KAHGoAgBUlBIAEZR2HlMgaDS41gYAkdP//xcAABtL9///F0AbQLmgAAA04AMTqioFAJQA/v808f//F58WAHFBAgBU9QAANSAAgFJgjgC5AACAUkEDQPmUIgAR7P//F2GuQPnjAxsq4gMVKuADE6rYBACUYAAANSEAgFJhjgC5QQNA+fX//xdiqkD54QMUKuADE6oQAwCU4gMAKsD6/zRhqkD54wMbKuADE6rJBACU4f//F/17t6n9AwCR81MBqVR8ftP1WwKp9QMBqvdjA6n5awSp+gMCKvtzBakDDED5dgxA+dcCFIvCanS44QZAuV8AAWspAQBUgACAUvNTQan1W0Kp92NDqflrRKn7c0Wp/XvJqMADX9ZiBED5X0Ah68P+/1TzAwCqIQCAUlsCAJTZanS45AZAuSIAgFJhIkC5+AMAKuMDBCpCIMEaYAAZSx8AAmtDAQBUZQ5A+WYAAktgAAJLpQBA+aESADSgaGC4ZUpAub8AAGvgEQBUHwcAcSkSAFQACwBRH/3/lwB8QJMAfAKbAUAjiz9AOetrAABUP0Ak600RAFQgAIBSYI4AuUEAgFLgAxOqOAIAlOEDACrgAxOqQv3/l2EAgFL3AwAq4AMTqjECAJSBAIBS/AMAKuADE6otAgCUoQCAUvsDACrgAxOqKQIAlAP9/5dh3kC5IQAAC2HeALngAxOqwQCAUiICAJRhjkC5IQ4ANeJ+ftMAAQA0AAQAUff8/5djUkD5YdpAuSEEABEhAAALYWgiuGBSQPkGaGK4xgQAUWbaALnhAIBS4AMTqu78/5fnAwAq4QCAUuADE6rq/P+X5QMAKuEAgFLgAxOq5vz/l+gDACrhAIBS4AMTquL8/5fjAwAqYI5AuSDz/zUEDQBRn4AAccjy/1ShCkC5AgEDC2BCQLlCIAARIQQAUSEAAAvgAwBLIQAACmBSQLlCdB5THwABa0Px/1QAAAFLHwACa+Pw/1QiAAILogoAuVrzfdMfBwBxYkZAuRgAgBLAanS46A8PKegXnxoAAAJL9xsQKaICQPnoiwC5QGg6uKICQPlCABqLQQQAuakCQPmVdB5TtbIAESBJIbgiQSGLVUA1i+I7APlgTkD5AFh3uBcAgNJA8AApWwwAuUQcALlg3kC5QBgEKWAcCFMBIAUqIQAHKkEoALn/AgNrgwMAVMFqdLjgAxOq4gMZKt0BAJRgjkC5oAAANeIDGCrhwwGR4AMTqrj+/5dgjkC5HwAAceAHnxoAdB5TU///F+MDBipl//8XoGhgOGz//xcAAIDSc///F2GOQLkB7/81eQAAC3b//xcGAIBSm///F+EDFyrgAxOq428Aucn8/5f/DgDx429AuRgTgBqgeje49wYAkdr//xf/3ABxYAEAVIAAgFLAA1/WgACAUv17QKnzU0Gp9VtCqfdjQ6n5a0Sp/0MIkcADX9b/QwjRnwQAcf17AKn9AwCR81MBqfQHnxqfAgBx9VsCqYQYRHr3YwOp+WsEqaH9/1TzowKR9QMGqvoDAKr5AwGq+AMCqvcDA6r2AwWq4AMTqgItgNIBAIBSovb/l5R6H1PgC0H59MsAufRjAZH65wqp+N8LqfZXDakVAIDS4HMA+SAAgFLg5wG54AMTqgEAgFJzAQCUgHo1uLUGAJG/TgDxQf//VOEDFKrgowORggmA0nb2/5fg70C5RPz/l+DvALngH0G55QdBuewTQbk//P+X4B8BueE3QblB+P814etAuT8QAHEkGEh6wff/VOMbQbl/CABxaPf/VOErQbkhDABRPwQAcej2/1TiJ0G54Q9BueQDQbkhAAIq4v9AuUIABCohAAIqAgC+Ej8AAmuo9f9U4VtA+eJ7QLI/AALrKPX/VOSLXilCQCSLPwAC66P0/1SE9P80fwQAcUEBAFTkI0G54wMAKl9AIOvI8/9UPwAD64Pz/1QjAAPLf0Ak6yPz/1TjM0G5IwEANOAvQblfAADriPL/VD8AAOtD8v9UIQAAyz9AI+vj8f9U4AMFKgf8/5fiC0G5AXxAk+ADE6oV/P+X6wMAquADDCrrnwD5//v/l+IXQbkBfECT4AMTqkL0ftMM/P+X4LMA+cvv/7Sg7/+04Q9B+eADE6qU/P+XQO//NQEAgFIDAIBSAACAUgsAABTkn0D5hEhhOOQAADUfAAJrAu7/VOKjQPlDWCC4IwQAEQAEABEhBAAR5AtBueIPQbk/AARrY/7/VB8AAmuh7P9U4GNA+RYgQLng+0C5+AMWKtd+fdPhEgCRPwAA66jr/1TgV0D5FQCAUuL3QLnhYwC5AAACi+AvAPnfAhVrwQYAVOBjQPnh70C5AAxA+QB4eLgAAAFL4S9A+SBoN7jgY0D54jNBuQQMQPkHIEC5IgYANeLXXinhAxSq4OdBubUCAovgLwD54AMTqjH8/5fgL0D5vwIA6ygKAFTgG0G5HwQAcSEBAFT1I0G5FgCA0rUOABG1fgJTvwIWa2kAAFTgN0G5AAkANPUzQblVAQA04i9BueADE6rhAxSqVUA1ixz8/5fgL0D5vwIA60kAAFT1LwD54ltA+eADE6rhAxSqFPz/l+A3QbkfAABx4AefGgB0HlMh//8X4gMVKuEDFKrgAxOqQv7/l4Dj/zW1BgARw///Fwfj/zSBWGe4gwBAuT8AA2uD4v9U4B+A0gBAI8sBQCGLIfxI0yA8AJEA/ETTIAgAix9AIuth4f9U4FdA+QMAgFLiL0G5CQCAUgAAAosCAIBSP0Aj62n3/1SIAEC5RgQAEYYIBosIIQML5QMCKkIEABH/AAJriQAAVMpEQLgfAQprQv//VH8MQPJhAABU6QMFKgVEALiiAAlLYwQAEQIUADjiAwUq6///F/UvAPmv//8X4AdB+QBodjhgAQA04h9BueADE6rhAxSqQggWi1cQAJHT+/+X4C9A+f8CAOtJAABU9y8A+dYGAJGn//8XpoKP0uIDASpG6a/yAwCAUiY3z/LmxvPyZSAAEeQDAyq/AAFrqQEAVAAABIsEAIDSfwABa+MBAFShgo/SQAAEykHpr/IhN8/y4cbz8gB8AZsA/GDTwANf1gNoZPhCAAPK4wMFKkJ8BptCdELK6///FwUUQDhjBAARpCAEqu3//xchAAKK5QMAquQDAaogAGee5sMAssQAALUAWCAOALgxDgEAZp4ACAGLwANf1uEDBMshAASKIQQA0SEAAoohEEGLIcwAkiF8Bpsh/HjTYQABC6FEALiBBADRhAABiu7//xfmAwCqAExAuQcAgBJrBEARABDAWukDAyrMoED55yTAGs1IQbkuBADR6gMnKqABCQqFeWC4qAAHagACAFRlAAVKpQAKakECAFTEPEG5hAAIS58AAmvDAQBUxABA+YhAKIvkAwUqpSAAEV8ABWuCAABUXwAEa2gBAFTAA1/WD2lk+CRoZPj/AQTrwP7/VCkFABF/AQlrwfz/VAAAgJL3//8XBWlkOIQEAJHPaWQ4/wEFawD+/1T2//8XgQL4twVYQLkETEG5nwAFawICAFQFoED5IfR+04QEABEETAG5pGhhuAQBADUETEC5AACAEoQQwFoAJMQaYwAgCmIAAiqiaCG4IACAUsADX9YAAIBS/v//F+IDAKogfHzTAwCAUkEYQPkhAACLAACAUiYEQPkkAED5nwAG62IBAFSFBACRJQAA+YUAQDmkGAAShCDDGgAABCrlADg2YxwAEX+MAHGB/v9UIACAUkCMALkAAIBSwANf1v17u6kjAIBS5wMAqv0DAJHzUwGp7QMBKvMDAir1WwKpNgCA0gkAgFL3YwOpFwCAkvlrBKn5Axcq+sMAshQgQLkVVEC5QAQAUet4QPljINQaYwABSy8k1BpjAAAL7HkfEuqAQPngAR5TYyTUGm4ADEvOAQ8L6AEDC/giwJrWIsCa4XBA+R8BDGsJCgBUPwEVa6kCAFQgAIBSCQCAUuCMALngcED5E1gpuOB4QPnzU0GpawEAy+CAQPlr/UKT9VtCqUoBAMv3Y0OpSv1Ck/lrRKn9e8Wo6egAuev4ALnqCAG5wANf1uAgQLkgI8AavwEgaqEEAFTiDED5gH0BU0IUQPlSaGD4QuIAkp8BD2toAABUAgMCikIAFqrfPQBxiAAAVMB1HlPgIsCaQgAgiiFIKYvjAwKqwwIAtUH+Q9MjBQARIQRSquADC6o6//+X4wMJKusDAKpB/kLT4AMKqjX//5dCEEKL6gMAqkLMAJKMQQARzkEAUUJ8GptC/HjTKQECC8D//xcSAIDS3///FwQAgNJgAEGyAADA2gAQwNoAfAJTAAAMCwAg1BogaCS4YAQA0YQQAJFjAACKn0AA8aH+/1QhQACR3P//Fz8BFWtI9v9Uifb/NC0AALmy//8X/Xu3qT8cAHH9AwCR81MBqfMAgFIzkJMa+WsEqXlmABH6AwCqYGYAEfVbAql1RgARc0YAEeCHALkg73zTFACAEuA3APkgABQLc+580/YDAqr7cwWp/AMBKhsAgFLgiwC5QBKA0gAkwZoZAIBSAAAAEvdjA6kYAIBSFwCAUv9jALn/Cwep4I8AueCLQLkfBABxyAsAVEY7QbngAxgq+AMAKgAEABEfAAZrogAAVEGXQPkhWHi4PwAbayn//1SfCwBxQQoAVECbQPlBG0G5RotA+QBYeLgHBAARAAQAEf8AAWsA7HzTADCfmsgAAIsADUC5AAgANOA7QPkfAQDr4QefGiEEABHfAAjrIYQAEWAAgFLgA4AaRxtA+SEAAAsJBUC5Jhx80+oABovgaGb4SgVA+R8ACutiAABUCgDAOeoF+DbgAxqqIP//lwEAQJPoOwD5IARASgECgFIHAAkLIACAUgcFALkADQC5QItA+R8ACOuhAoEaSBtA+SZ8fNMJAQaLAGlm+CkFQPkfAAnrYgAAVAkAwDnpIfg24AMaqgr//5cfAABxgBtDesEiAFRB+0C5HwQAcWEhADXhIQBUIACAUkCPALkAAIBS81NBqfVbQqn3Y0Op+WtEqftzRan9e8mowANf1vQDByr7AwAqp///FwEAgFLE//8XAQQAkeFoJvgAAEA50f//F0EbQPngN0D5JgAAiyBoYPjGBED5HwAG62IAAFQGAMA5JgP4NuGHQLngAxqq5P7/l58HAHFBDQBUQZtA+UcbQblGi0D5IVh4uCgEABEhBAARHwEHayHsfNMhMJ+aR1dA+csAAYvIaGG46XhouOAKADVnCUC5JwH4N0DfQLkAwCeLNQAAFOI3QPkGBACRJmgi+AAAQDnn//8XqQYANErfQLkgNo9S4MazcocBgFJMa0D5ICkAGwB8FlMAfKebiAEAiwcFQLk/AQdrAQEAVIdpYLhfAQdroQAAVAcJQLlnCQC55wH4N+X//xdHb0C5XwEHa+IAAFQvBQBR7QAKSwcAgFL//A9xoJFHeugAAFSKaSC4BwCAEgmdAClnCQC5CQCAUhMAABRQX0D5TgEHCw56brjfAQ9rYAAAVOcEABHx//8XimkguAmdAClnCQC5QN9AuQBAJ4tIb0C5HwEA6wn+/1RIX0D5CXlguCkFABFAV0D5wWhhuAl4IbhBG0D5JgATiyBoc/jGBED5HwAG62IAAFQGAMA5hgv4NuEDFSrgAxqqh/7/lx8EAHFhCwBUQOtAuX8DAGsC8P9UQetAuT8AAGuj7/9UlgAAFAAEAFEHAECT4ARASgcAFAvB//8XnxcAcWEDAFQfBABxqQEAVAAIAFFnAIBSBwjHGuEEBwsAAAFrwAEAVOcDJyofBABx4QAZC+cAFAvnAIEaAwAAFEABAFQHAIASPwMHa0wAAFT5BAAR4QMVKk7//xfnBAAR5wAZC/n//xfnAxkq+f//FzwBADQBAECTIARASgcAFAufHwBxiP7/VOCPQLlA/v80w///Fx8EAHEJAQBUBwgAUQAAQJMHBEdK5wAUCz8DB2s5o4cauv//F0ADAFT7AgA0QXNA+WAHAFEGAIASIHhguEEjQLnGIMEaHwAmaiECAFRHD0D5ASTBGiZ8AVMhAB5T6BRA+QZpZjjBKMEaIQEINuYAQPlBF0D5wEAgiyAAP9aHAgAL5v//FwcAgFLk//8X5wMZKuL//xcGBACRJmgz+AAAQDml//8XQAIANUEbQPkmABOLIGhz+MYEQPkfAAbrYgAAVAYAwDnGAPg24QMVKuADGqof/v+XYAMAC5r//xcGBACRJmgz+AAAQDn7//8XPAIANUZ7QPlB+0C5yEg3iz8AF2upAABUCUVAuOoGABF/AwlrAgIAVAAIAFEhABdLHwABayLh/1QAABcLwHhguIX//xefBwBxgQAAVEaXQPlBO0G57v//F0aDQPlBC0G56///F/cDCirq//8XAQQAkQFpJvgAAEA58f7/F6EAAFRAe0D5IQQAUQB4Ybhy//8XYQcAUSAAAAtv//8XYPr/NZ8LAHGBAABUQJdA+QBYeLhp//8XQOtAuX8DAGvi3P9UQY9AueHc/zX0ABRLgX4fEzQEFEqBHgASxgYAkZ/+AXGIBABUwQIAOUhzQPkFWXu4AVlguCEABUtFI0C5ISTFGiUcABLWBACRP/wBccgDAFTFAAA5nxcAcUEBAFThM0D5RZdA+SF8ftPiY0C5QgQAEeJjALmgaCG4RZtA+adoIbhB60C5PwAAa8jZ/1TfBAA5wAgAkZ8XAHFhAABU4WNAuUE7Abnhe0C5AAABS77+/xchYBkylH4HU/YDBqrB8B841f//F6VgGTIhfAdT5gMWqsXyHzjb//8X/Xu9qfIDAir9AwCR81MBqfQDAarzAwCq4QMCKuADFKr1EwD59QMDKiz9/5fjAwAq4gMSKuEDFKrgAxOqX/3/l+AA+LYGAIBS81NBqeADBir1E0D5/XvDqMADX9bhAwCqZ05AuWCiQPkAeGG4AAEANL8KAHHAAABU5xDAWgYAgBLGJMcaxgAACvD//xdmPkG55wAGS18CB2to/f9U4gMGKuADE6pz/f+X4Pz/NGECQPnnABJLIUAmi/8cAHEoAgBUAACA0l8CAGtpAQBUgmpgOCJoIDgABACR+///F+IDACoAIAARg2pi+CNoIvgfABJrY///VFICBgtyPgG50///FwAAgFL6//8X/Xu+qfIDAKojAIBS/QMAkfNTAanlAwMqAQCAUhM8QbngAxMqRBpA+YIYSalfAAbrwgEAVEYEAJGGSAD5QgBAOUROQLmfAABraAEAVCAAgFJAjgC5EwCAUuADEyrzU0Gp/XvCqMADX9YCAIBSRY4AufT//xdEjkC55P7/NUQCQPkUBAARgkggOKMAADSBAAA0IAAAEgAAAirAAAA0X/wBceADFCrjh58aIYSBGt7//xdHAkD5iAITS+EDCCrnQDOL4AMHqsP8/5fiAwgq4wMAKuEDB6rgAxKq9vz/l+IDEyrhAwCq4AMSqiD9/5dA+/80VD4Budn//xcEAED5JXx8k4HQIYuEaGX4IwRA+WMABMt/QCLrgwEAVEIEAFEAAIBSIwBA+UIEAFFkBACRJAAA+WMAQDlgIAAqXwQAMSH//1QEAAAUIQCAUgGEALkAAIBSwANf1uIDAKoDAIBSAABA+QHQIYsAAIBSJgRA+SQAQPmfAAbrYgEAVIUEAJElAAD5hQBAOaQYABKEIMMaAAAEKuUAODZjHAARf4wAcYH+/1QgAIBSQIQAuQAAgFLAA1/WA0ghi2EAADUCAAC5wANf1iEEAFEEWGG4ZMQfuPr//xf9e7+p5wMAqv0DAJHe//+X4QMAKh8MAHEIAQBU4EghiwI0QLng0ACR7v//l/17wajgAwIqwANf1h8sAHHoAABU4jBAuUIMABFCAABL4jAAuWEAgFL0//8XAjAAUSEAQJPgFEC5IgRCSkIAAAv5//8XAQBAuQJkp1IDAKdSIgACCl8AA2uBAABUIVBMk+ADAUvAA1/WAkCnUiIAAgoDAKVSXwADa2EBAFQifB5TIHwfUz8AZvJCCAARAAgAESFUT5MAAIIa4QMBSyAgwBrx//8XIiQAEl/8D3FAAABUAYBfuD8AavIgVErTggGAUkIQnxoAIMIa4fz3N+ADAEvl//8XBxRAueUDAKoABED55AMBKuF8ftMCAED5QAABi0RoIbiBfBpTP5QAcaYUQLlACwBUgWgWEuLHulI/AAJrwAoAVOLLulI/AAJrwAwAVP17v6nif4BSAvC3cv0DAJHjf4BSggACCgMgsnJfAANrAQMAVMD//5cfAABxbAYAVGEAgFKgLEC5wgQAEaIUALlfAABroQAAVKAcQLlfAABrSAAAVCEAHTKgBED54nwBUwMUQPngAB5TISDAGmBoYjghAAAqYWgiOP17wajAA1/WAvyAUgP8gFICZKdyggACCgMAp3JfAANrQAMAVAJ8gFIDfIBSAlCncoIAAgoDEKVyXwADa2ACAFTiA4BSAiCycj8AAmvhAwBU3wQAcSkBAFQBgF+4hDBF0wJ8gFICILpyIUgJEoQAAio/AARrwPn/VCEAgFLQ//8XoIAEKc3//xeJ//+XHwAAcU0AAFSggAQpYQCAUiIBgFKDMAgSoCxAuQKAqnJ/AAJrYfj/VED4/zWEXEWThAAGC6SQBSm+//8XIQCAUvT//xehAIBSoCxAucIEABGiFAC5XwAAa6EAAFSgHEC5XwAAa0gAAFQhAB0yoARA+eJ8AVMDFED54AAeUyEgwBpgaGI4IQAAKmFoIjjAA1/WIQGAUu3//xf9e7Op/QMAkfNTAanzAwCq9VsCqfcbAPn3AwGqAQxAucE2ALUB04zS4AMCqiEAoPIx8f+X9AMAqkA2ALTgcwGRgg6A0gEAgFJR8f+XYAZA+Q4AgFLJPYJS6gOAUms7AFD3zwSpAPxC0+BbALnhAkCpPwAA62IAAFTgz0C5QAEANOuDRKkBIEC5QTIANAAMQPkMAEC5jH0CUwAEAE/tswGRWwAAFN8BCWuhAABUIACAUuDPALnOBQAR7f//F4cCgFLoIwGRggCAUgEAgFLHfaeb4AMIqtv+/5eGAgeLIgCAUgEAgFKAaie4BwCA0uADCKrU/v+XASTHGoEBADbCQEA5wQhAuUNwHVNDIcMaIQADKsEIALlBBAARwsAii8FAADnhaGs4QTAAOecEAJH/EADxIf7/VOADCKoiAIBSAQCAUsD+/5fARAA5wAA4NuIDByrgAwiqAQCAUrr+/5fABAC5wERAOQAYABIfbABxCPr/VNH//xdfAAxrowIAVOMrQPkEAIBS4GtAuWcgQLkFfH7T/wAAa2gGAFRkAAA09lcMKeBrALnhZ0C5oAEAraABAa2gAQKt4XsAuf8AAGvJBgBUYQxA+SxYYLiMfQJTYQFBqT8AAOtiAgBUIAQAkWAJAPkgAEA5H/wDcaEFAFTgIwGRggCAUkEAgFKS/v+XCQjAWuEDCSrgIwGRBP//l+YLSylfAAZroicAVODPQLnA+v80IACAUuDPALnGfH7T5yMBkWAGQPkfAAbrCCUAVODPQLkfAABx4AefGgB0HlPzU0Gp9VtCqfcbQPn9e82owANf1mkMQPkIBAARIWlluKUQAJEhfAJTXwABawP5/1Q1WWi44AMIKvYDASokAIBStX4CU8D//xcMAIASzf//Fx+0A3HpAABUIggAkWIJAPkhBEA5ICAACyGinRIAAAELHwAOawL7/1SBAoBSYwlA+QF8oZuCAgGLYABAuUQIQLkAAAQKREBAOWMABItjCQD5CTxI00M0QDlEOEA5KSHDGgNcUNNjIMQaRDBAOSkBAyoDHAASAHwYU2MgxBpEPEA5ACDEGmAAACopAQAqgGphuEFEQDkpAQAqPxhA8kD2/1QqGAAS7yMBkV9BAHHJAwBURkUAUUENAFHfIABxSAIAVOADD6pP/v+XQVkAUT8EAHFoAABUAQBAkyAEQEqhIgBQImhqOAEAgBIhIMIaAQAhCuAiAFAAaGo4ISDAGikBASqZ//8X4AMPqkIAgFIm/v+X3ygAcUH+/1QBNEjTIGQaM+///xcnfR5TXzUAcUEDAFThAwoq4AMPqjL+/5cfPABxaAEAVOFDA5EhSCCLIsBbuB88AHHhAYBSAZCBGuAzApE//v+XQCTHGt3//xcCQABRAQBAkyIEQkrhc0C5ISTHGkIAAQtCLAASQiDHGuJzALnw//8XXzEAcaECAFThAwoq4AMPqhf+/5cBAECTIgRASuBzQLkBAIDSACTHGkIAAAtCLAASQiDHGuJzALngCQGLAERAuR8AAmsg/P9UIQQAkT88APFB//9U3f//F19BAHHhAQBU4F9AueFnQLkABAARHwABa4IAAFThW0C5HwABa2MAAFQAAIBSsf//F+EDCSrgAw+qVv7/l/P//xdfNQBxaQAAVOBvQLmp//8XXyEAcckFAFRIBEC5AQE4N18tAHHgAw+q4RefGoIAgFIhKAAR0f3/l+gDACrgC0spAAACSx8EAHGIAABUIACAUuDPALnl//8XIyVF018lAHFBAABUKQEDKuErQPkAfQxTIQhA+SJIIotC/EzTAAACSwIAslIBfAJTAAQDUwAAAiohSBtTIQADKiEAACrgAw+qLP7/lwAtABIhAQMSyQDoNgGQoFI/AClq4RefGiJ9HlNBCAELACTBGnr//xchAgBUYgCAUiEBgFLgAw+qp/3/l+ErQPkiCED54V9AuUFIIYsh/EzTAAABSwF8AlMABANTAAAJKiFIG1MpAAAqt///F18VAHFhAABUwQCAUhoAABRfBQBxoQIAVEAEQLmhADg3YgCAUuADD6rhAwIqj/3/l+ErQPkiIEC5XwAAa+kAAFQhDED5IFhguAB8AlPhX0C5AAABS1P//xcgAIBS4M8AuQAAgFL6//8XXw0AcaEAAFShAIBS4AMPqrL9/5f0//8XXxEAcWEAAFTgY0C58P//F18ZAHEhAQBU4QCAUudnQLngAw+qiP3/lwEAQJMgBEBK4AAAS+b//xdfCQBxwQAAVIIAgFLgAw+q4QMCKmf9/5ff//8XAQGAUuADD6oiAIBSYv3/lwEQDVMAfAVTIHwAKikBACrF//8XDACAEnH+/xdBAIBS4AMHqiIAgFJX/f+XYQJA+SBoJjjGBACRz/7/F4AAgFLU/v8XoACAUtL+/xdhAUGpPwAA64jY/1TF/v8XYmFudGFtAAEBAQECAgMDBAYHCAkKCwwNDg8QAQEBAQICAwMEBAUHCAkKCwwNDg8QBAMCAgICAgICAgICAgEBAQICAgICAgICAgMCAQEBAQH/////AQEBAQEBAgICAQEBAQEBAQEBAQEBAQEB//////8BBAMCAgICAgIBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB/////////wABAyQgNRAAIAkICRAFAAoAGhoaGhMTDgAMDAwMDAwJAAwMDAwMCQkHBxAMAAAAAAAFBQUACgoKCgoKDAAKCgoKCgwMDw8FCg=="
};

// src/pack/bantam/loaders/former.ts
var FORMER = [];

// src/pack/bantam/loaders.ts
var LOADERS = {
  amd64: loaderOf(LOADER),
  arm64: loaderOf(LOADER2)
};
function loaderOf({ code }) {
  return { code: Buffer.from(code, "base64") };
}
var KNOWN = /* @__PURE__ */ new Set([
  ...FORMER,
  ...Object.values(LOADERS).map(({ code }) => digestOf(code))
]);
function isKnownLoader(code) {
  return KNOWN.has(digestOf(code));
}
function digestOf(code) {
  return createHash("sha256").update(code).digest("hex");
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

// src/binary/module-data.ts
var FUNCTION_INDEX = 19;
var TEXT = 22;
var SINCE_1_27 = { types: 37, descriptors: 38, endTypes: 39, functionData: 43, typeLinks: null };
var SINCE_1_26 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 45 };
var SINCE_1_20 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 44 };
var SINCE_1_18 = { types: 35, descriptors: null, endTypes: 36, functionData: 38, typeLinks: 42 };
function layoutOf(since, minor) {
  if (since === "1.18") return SINCE_1_18;
  if (minor >= 27) return SINCE_1_27;
  return minor >= 26 ? SINCE_1_26 : SINCE_1_20;
}
function readModuleData(elf, bytes, table, goVersion) {
  const minor = minorOf(goVersion);
  if (minor === null) return null;
  return orWhenOutOfBytes(
    () => {
      const found = find(elf, bytes, table);
      if (found === null) return null;
      const at = layoutOf(table.since, minor);
      const word2 = (index) => found.word(index * found.size);
      const listAt = (index, size) => rangeOfAddress(elf.segments, word2(index), found.offset((index + 1) * found.size) * size);
      return {
        text: word2(TEXT),
        types: word2(at.types),
        endTypes: word2(at.endTypes),
        descriptors: at.descriptors === null ? null : found.offset(at.descriptors * found.size),
        typeLinks: at.typeLinks === null ? null : listAt(at.typeLinks, 4),
        itabLinks: at.typeLinks === null ? null : listAt(at.typeLinks + 3, found.size),
        functionData: word2(at.functionData),
        functionIndex: word2(FUNCTION_INDEX)
      };
    },
    () => null
  );
}
function minorOf(goVersion) {
  const minor = /^go1\.(?<minor>\d+)/.exec(goVersion ?? "")?.groups?.["minor"];
  return minor === void 0 ? null : Number(minor);
}
function find(elf, bytes, table) {
  const address = addressOfPlace(elf.segments, table.table.byteOffset - bytes.byteOffset);
  if (address === null) return null;
  const start = new DataView(new ArrayBuffer(2 * table.pointerSize));
  const names = address + BigInt(table.names.byteOffset - table.table.byteOffset);
  [address, names].forEach((value, index) => {
    if (table.pointerSize === 8) start.setBigUint64(index * 8, value, elf.littleEndian);
    else start.setUint32(index * 4, Number(BigInt.asUintN(32, value)), elf.littleEndian);
  });
  const wanted = new Uint8Array(start.buffer);
  for (const { offset, fileSize } of elf.segments.filter(isWritable)) {
    const data = slice(bytes, offset, fileSize);
    const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const at = searched.indexOf(wanted);
    if (at !== -1 && at % table.pointerSize === 0)
      return words(data.subarray(at), table.pointerSize, elf.littleEndian);
  }
  return null;
}

// src/binary/pclntab.ts
var SECTIONS = [".gopclntab", ".data.rel.ro.gopclntab"];
var MAGIC_1_18 = 4294967280;
var MAGIC_1_20 = 4294967281;
var MAX_CANDIDATES = 1e3;
function findPclntab(elf, bytes) {
  const section = elf.sections.find(({ name }) => SECTIONS.includes(name));
  const table = section === void 0 ? null : sectionBytes(section, bytes);
  return (table === null ? null : readPclntab(elf, table)) ?? scan(elf, bytes);
}
function scan(elf, bytes) {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let candidates = 0;
  for (const magic of [MAGIC_1_20, MAGIC_1_18]) {
    const start = Buffer.alloc(6);
    if (elf.littleEndian) start.writeUInt32LE(magic);
    else start.writeUInt32BE(magic);
    for (let at = searched.indexOf(start); at !== -1; at = searched.indexOf(start, at + 1)) {
      if (++candidates > MAX_CANDIDATES) return null;
      const table = restOfSegment(elf.segments, bytes, at);
      const found = table === null ? null : readPclntab(elf, table);
      if (found !== null) return found;
    }
  }
  return null;
}
function readPclntab(elf, table) {
  return orWhenOutOfBytes(
    () => {
      const header2 = words(table, elf.bits === 64 ? 8 : 4, elf.littleEndian);
      const magic = header2.u32(0);
      const [quantum, pointerSize] = [header2.u8(6), header2.u8(7)];
      if (magic !== MAGIC_1_18 && magic !== MAGIC_1_20) return null;
      if (pointerSize !== header2.size || ![1, 2, 4].includes(quantum)) return null;
      const field = (index) => header2.offset(8 + index * header2.size);
      const part = (index) => slice(table, field(index), field(index + 1) - field(index));
      const functionCount = field(0);
      const functions = slice(table, field(7), table.byteLength - field(7));
      slice(functions, 0, functionCount * 8 + 4);
      return {
        since: magic === MAGIC_1_18 ? "1.18" : "1.20",
        quantum,
        pointerSize: header2.size,
        functionCount,
        fileCount: field(1),
        table,
        names: part(3),
        units: part(4),
        files: part(5),
        pcValues: part(6),
        functions
      };
    },
    () => null
  );
}

// src/pack/bantam/streams/byte-reader.ts
var BrokenStream = class extends Error {
  name = "BrokenStream";
};
var ByteReader = class {
  #bytes;
  #at = 0;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  get isAtEnd() {
    return this.#at === this.#bytes.length;
  }
  /** @throws BrokenStream at the end, as all of these */
  byte() {
    const value = this.#bytes[this.#at];
    if (value === void 0) throw new BrokenStream("a stream ends too early");
    this.#at++;
    return value;
  }
  bytes(count2) {
    if (count2 > this.#bytes.length - this.#at) throw new BrokenStream("a stream ends too early");
    this.#at += count2;
    return this.#bytes.subarray(this.#at - count2, this.#at);
  }
  u16be() {
    return this.byte() << 8 | this.byte();
  }
  u24be() {
    return this.byte() << 16 | this.u16be();
  }
  u32be() {
    return (this.u16be() << 16 | this.u16be()) >>> 0;
  }
  u32le() {
    return (this.byte() | this.byte() << 8 | this.byte() << 16 | this.byte() << 24) >>> 0;
  }
  /** From 0 to 2^32 - 1. */
  varint() {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte2 = this.byte();
      value |= (byte2 & 127) << shift;
      if (byte2 < 128) return value >>> 0;
    }
    throw new BrokenStream("a number has more than 32 bits");
  }
};

// src/pack/bantam/streams/frame.ts
import { constants, zstdCompress, zstdDecompressSync } from "node:zlib";
import { promisify } from "node:util";
var MAX_WINDOW_LOG = 27;
var MAX_STREAM = 2 ** MAX_WINDOW_LOG;
var LEVEL = 19;
var compress = promisify(zstdCompress);
async function compressStream(bytes, level = LEVEL) {
  const size = bytes.length;
  if (size === 0) return { stored: bytes, size };
  const windowLog = Math.min(MAX_WINDOW_LOG, Math.max(10, Math.ceil(Math.log2(size))));
  const stored = await compress(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_windowLog]: windowLog },
    pledgedSrcSize: size
  });
  if (stored.length >= size) return { stored: bytes, size };
  if (contentSize(stored) !== size)
    throw new Error("zstd wrote a frame that is not of the kind that a loader reads");
  return { stored, size };
}
function decompressStream({ stored, size }) {
  if (stored.length === size) return stored;
  if (contentSize(stored) !== size)
    throw new BrokenStream("it has a stream that is no zstd frame of its size");
  let bytes;
  try {
    bytes = zstdDecompressSync(stored, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new BrokenStream("it has a zstd frame that is damaged");
  }
  if (bytes.length !== size) throw new BrokenStream("it has a zstd frame that is cut short");
  return bytes;
}
var FRAME_MAGIC = 4247762216;
function contentSize(frame) {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 9 || view.getUint32(0, true) !== FRAME_MAGIC) return null;
  switch (view.getUint8(4)) {
    case 32:
      return view.getUint8(5);
    case 96:
      return view.getUint16(5, true) + 256;
    case 160:
      return view.getUint32(5, true);
    default:
      return null;
  }
}

// src/pack/bantam/file/check-payload.ts
var MAX_LINKED = 2 ** 31;
var MAX_ADDRESS = 2n ** 38n;
var PAGE = 4096;
var MAX_SEGMENTS2 = 64;
var MAX_ROWS = 1024;
function maxStreamBytes(linkedSize) {
  return 2 * linkedSize + 65536;
}
function isDecodable(size, streams) {
  return size <= MAX_STREAM && streams.reduce((sum, one) => sum + one, 0) <= maxStreamBytes(size);
}
function checkPayload(payload) {
  const { linkedSize, machine, programHeaders, scratch } = payload;
  if (machine !== EM_X86_64 && machine !== EM_AARCH64)
    throw new BrokenStream(`it is for the machine ${machine}`);
  if (linkedSize >= MAX_LINKED) throw new BrokenStream(`it unpacks to ${linkedSize} bytes, which is too much`);
  if (scratch >= 4 * MAX_LINKED)
    throw new BrokenStream(`it needs ${scratch} bytes of memory, which is too much`);
  if (payload.entry >= MAX_ADDRESS || programHeaders >= MAX_ADDRESS)
    throw new BrokenStream("it has an address out of bounds");
  checkSegments(payload);
  checkStreams(payload);
  checkParts(payload);
}
function checkCounts(segments, parts, streams) {
  if (segments === 0 || segments > MAX_SEGMENTS2) throw new BrokenStream(`it has ${segments} segments`);
  if (parts > MAX_ROWS) throw new BrokenStream(`it has ${parts} parts, which is too much`);
  if (streams > MAX_ROWS) throw new BrokenStream(`it has ${streams} streams, which is too much`);
}
function checkSegments({ segments, linkedSize }) {
  let free = 0n;
  for (const { address, fileSize, memorySize, offset, rights } of segments) {
    if (fileSize > linkedSize || offset > linkedSize - fileSize)
      throw new BrokenStream("it has a segment outside of its file");
    if (address < free) throw new BrokenStream("its segments overlap");
    if (fileSize > memorySize || memorySize >= Number(MAX_ADDRESS) || rights > 7)
      throw new BrokenStream("it has a segment that cannot be loaded");
    const end = address + BigInt(memorySize);
    if (end > MAX_ADDRESS) throw new BrokenStream("it has an address out of bounds");
    free = nextPage(end);
  }
  checkApart(segments.map(inFile), "its segments overlap in the file");
}
function inFile({ offset, fileSize }) {
  return { start: offset, end: offset + fileSize };
}
function checkApart(places, fault) {
  let end = 0;
  for (const place of places.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    if (place.start === place.end) continue;
    if (place.start < end) throw new BrokenStream(fault);
    end = place.end;
  }
}
function nextPage(end) {
  return end + BigInt(PAGE - 1) & -BigInt(PAGE);
}
function checkStreams({ streams, linkedSize }) {
  const total = streams.reduce((sum, { size }) => sum + size, 0);
  if (total > maxStreamBytes(linkedSize)) throw new BrokenStream("its streams are larger than their file");
  if (streams.some(({ stored, size }) => stored.length > size))
    throw new BrokenStream("it has a stream that is larger than what it holds");
  if (streams.some(({ size }) => size > MAX_STREAM))
    throw new BrokenStream("it has a stream that is larger than a frame can be");
}
var ORDER = {
  raw: 0,
  "x86 text": 1,
  "arm64 text": 1,
  pclntab: 2,
  file: 3
};
var TEXT_OF = { [EM_X86_64]: "x86 text", [EM_AARCH64]: "arm64 text" };
function checkParts(payload) {
  const { parts, machine, segments, streams, linkedSize } = payload;
  const orders = parts.map(({ kind }) => ORDER[kind]);
  if (orders.some((order, index) => index > 0 && order < (orders[index - 1] ?? 0)))
    throw new BrokenStream("its parts are not in their order");
  if ([1, 2].some((once) => orders.filter((order) => order === once).length > 1))
    throw new BrokenStream("it has two parts of a kind that a program has once");
  if (parts.some(({ kind }) => ORDER[kind] === 1 && kind !== TEXT_OF[machine]))
    throw new BrokenStream("it has text for another machine");
  const places = parts.map((part) => {
    if (part.firstStream + part.streamCount > streams.length)
      throw new BrokenStream("it has a part without a stream");
    if (ORDER[part.kind] % 3 === 0 && part.streamCount !== 1)
      throw new BrokenStream("it has a raw part with more or less than one stream");
    const start = placeOf(part, segments);
    if (start === null || part.size > linkedSize || start > linkedSize - part.size)
      throw new BrokenStream("it has a part outside of its file");
    return { start, end: start + part.size };
  });
  checkApart(places, "its parts overlap");
  const skipped = places.filter((_, index) => parts[index]?.kind === "file");
  checkApart([...segments.map(inFile), ...skipped], "it has a part that is in a segment and is not loaded");
  checkUse(payload);
}
function checkUse({ parts, streams }) {
  const left = streams.map(({ size }) => size);
  let [used, before] = [0, null];
  for (const { kind, firstStream, streamCount, size } of parts) {
    const isRaw = ORDER[kind] % 3 === 0;
    const isShared2 = isRaw && kind === before && firstStream === used - 1;
    if (!isShared2 && firstStream !== used)
      throw new BrokenStream("its streams are not in the order of its parts");
    if (!isShared2) used += streamCount;
    const own = streams.slice(firstStream, firstStream + streamCount).map((stream2) => stream2.size);
    if (!isRaw && !isDecodable(size, own)) throw new BrokenStream("it has a part that takes too much memory");
    if (isRaw) left[firstStream] = (left[firstStream] ?? 0) - size;
    else left.fill(0, firstStream, firstStream + streamCount);
    before = kind;
  }
  if (used !== streams.length) throw new BrokenStream("it has a stream that no part has");
  if (left.some((bytes) => bytes < 0)) throw new BrokenStream("it has a stream that is shorter than its parts");
  if (left.some((bytes) => bytes > 0)) throw new BrokenStream("it has a stream that is longer than its parts");
}
function placeOf({ kind, address, size }, segments) {
  if (kind === "file") return Number(address);
  const segment = segments.find(
    (one) => address >= one.address && address + BigInt(Math.trunc(size)) <= one.address + BigInt(one.fileSize)
  );
  return segment === void 0 ? null : segment.offset + Number(address - segment.address);
}

// src/pack/bantam/file/payload.ts
var PART_KINDS = { raw: 0, "x86 text": 1, "arm64 text": 2, pclntab: 3, file: 4 };

// src/pack/bantam/streams/xxh32.ts
var PRIME_1 = 2654435761;
var PRIME_2 = 2246822519;
var PRIME_3 = 3266489917;
var PRIME_4 = 668265263;
var PRIME_5 = 374761393;
function xxh32(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const rest = bytes.length - bytes.length % 16;
  let hash = (rest === 0 ? PRIME_5 : stripes(view, rest)) + bytes.length | 0;
  let at = rest;
  for (; at + 4 <= bytes.length; at += 4)
    hash = Math.imul(rotate(hash + Math.imul(view.getUint32(at, true), PRIME_3) | 0, 17), PRIME_4);
  for (; at < bytes.length; at++)
    hash = Math.imul(rotate(hash + Math.imul(view.getUint8(at), PRIME_5) | 0, 11), PRIME_1);
  hash = Math.imul(hash ^ hash >>> 15, PRIME_2);
  hash = Math.imul(hash ^ hash >>> 13, PRIME_3);
  return (hash ^ hash >>> 16) >>> 0;
}
function stripes(view, end) {
  let a = PRIME_1 + PRIME_2 | 0;
  let b = PRIME_2 | 0;
  let c = 0;
  let d = -PRIME_1 | 0;
  for (let at = 0; at < end; at += 16) {
    a = mixed(a, view.getInt32(at, true));
    b = mixed(b, view.getInt32(at + 4, true));
    c = mixed(c, view.getInt32(at + 8, true));
    d = mixed(d, view.getInt32(at + 12, true));
  }
  return rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18) | 0;
}
function mixed(lane, word2) {
  return Math.imul(rotate(lane + Math.imul(word2, PRIME_2) | 0, 13), PRIME_1);
}
function rotate(value, bits) {
  return value << bits | value >>> 32 - bits;
}

// src/pack/bantam/file/container.ts
var MAGIC2 = "bantam\0";
var FORMAT_VERSION = 1;
var HEADER = 80;
var SEGMENT = 40;
var PART = 32;
var STREAM = 8;
var CHECKED_FROM = 16;
var ALIGNMENT2 = 16;
function writeContainer(payload) {
  const { segments, parts, streams } = payload;
  const head = HEADER + segments.length * SEGMENT + parts.length * PART + streams.length * STREAM;
  const total = streams.reduce((sum, { stored }) => sum + stored.length, head);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC2));
  view.setUint8(7, FORMAT_VERSION);
  view.setUint32(8, head, true);
  view.setBigUint64(16, BigInt(total), true);
  view.setBigUint64(24, payload.entry, true);
  view.setBigUint64(32, payload.programHeaders, true);
  view.setUint32(40, payload.programHeaderCount, true);
  view.setUint32(44, payload.machine, true);
  view.setBigUint64(48, BigInt(payload.linkedSize), true);
  view.setBigUint64(56, BigInt(payload.scratch), true);
  view.setUint32(64, segments.length, true);
  view.setUint32(68, parts.length, true);
  view.setUint32(72, streams.length, true);
  let at = HEADER;
  for (const segment of segments) {
    writeSegment(view, at, segment);
    at += SEGMENT;
  }
  for (const part of parts) {
    writePart(view, at, part);
    at += PART;
  }
  for (const { stored, size } of streams) {
    view.setUint32(at, stored.length, true);
    view.setUint32(at + 4, size, true);
    at += STREAM;
  }
  for (const { stored } of streams) {
    bytes.set(stored, at);
    at += stored.length;
  }
  view.setUint32(12, xxh32(bytes.subarray(CHECKED_FROM)), true);
  return bytes;
}
function writeSegment(view, at, segment) {
  view.setBigUint64(at, segment.address, true);
  view.setBigUint64(at + 8, BigInt(segment.fileSize), true);
  view.setBigUint64(at + 16, BigInt(segment.memorySize), true);
  view.setBigUint64(at + 24, BigInt(segment.offset), true);
  view.setUint32(at + 32, segment.rights, true);
}
function writePart(view, at, part) {
  view.setUint16(at, PART_KINDS[part.kind], true);
  view.setUint16(at + 2, part.streamCount, true);
  view.setUint32(at + 4, part.firstStream, true);
  view.setBigUint64(at + 8, part.address, true);
  view.setBigUint64(at + 16, BigInt(part.size), true);
  view.setBigUint64(at + 24, part.parameter, true);
}
function payloadVersion(bytes) {
  const isOne = Buffer.from(MAGIC2).every((letter, at) => bytes[at] === letter);
  return isOne ? bytes[MAGIC2.length] ?? null : null;
}
function payloadSize(bytes) {
  return numberAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 16);
}
function readContainer(bytes) {
  const version = payloadVersion(bytes);
  if (version === null) throw new BrokenStream("it does not begin as one does");
  if (version !== FORMAT_VERSION) throw new BrokenStream(`it has version ${version} of the format`);
  if (bytes.length < HEADER) throw cutShort();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [head, total] = [view.getUint32(8, true), numberAt(view, 16)];
  const [segmentCount, partCount, streamCount] = [64, 68, 72].map((at) => view.getUint32(at, true));
  if (head !== HEADER + segmentCount * SEGMENT + partCount * PART + streamCount * STREAM)
    throw new BrokenStream("its tables do not fit its head");
  checkCounts(segmentCount, partCount, streamCount);
  if (head > total || total > bytes.length) throw cutShort();
  if (xxh32(bytes.subarray(CHECKED_FROM, total)) !== view.getUint32(12, true))
    throw new BrokenStream("its check does not match");
  const partsAt = HEADER + segmentCount * SEGMENT;
  const streamsAt = partsAt + partCount * PART;
  const payload = {
    entry: view.getBigUint64(24, true),
    programHeaders: view.getBigUint64(32, true),
    programHeaderCount: view.getUint32(40, true),
    machine: view.getUint32(44, true),
    linkedSize: numberAt(view, 48),
    scratch: numberAt(view, 56),
    segments: list(segmentCount, (index) => readSegment(view, HEADER + index * SEGMENT)),
    parts: list(partCount, (index) => readPart(view, partsAt + index * PART)),
    streams: readStreams(bytes.subarray(0, total), view, streamsAt, streamCount)
  };
  checkPayload(payload);
  return payload;
}
function readSegment(view, at) {
  return {
    address: view.getBigUint64(at, true),
    fileSize: numberAt(view, at + 8),
    memorySize: numberAt(view, at + 16),
    offset: numberAt(view, at + 24),
    rights: view.getUint32(at + 32, true)
  };
}
function readPart(view, at) {
  return {
    kind: kindOf(view.getUint16(at, true)),
    streamCount: view.getUint16(at + 2, true),
    firstStream: view.getUint32(at + 4, true),
    address: view.getBigUint64(at + 8, true),
    size: numberAt(view, at + 16),
    parameter: view.getBigUint64(at + 24, true)
  };
}
function kindOf(number2) {
  for (const [kind, known] of Object.entries(PART_KINDS)) if (known === number2) return kind;
  throw new BrokenStream(`it has a part of the unknown kind ${number2}`);
}
function readStreams(bytes, view, table, count2) {
  let at = table + count2 * STREAM;
  const streams = list(count2, (index) => {
    const [stored, size] = [
      view.getUint32(table + index * STREAM, true),
      view.getUint32(table + index * STREAM + 4, true)
    ];
    if (stored > bytes.length - at) throw cutShort();
    at += stored;
    return { stored: bytes.subarray(at - stored, at), size };
  });
  if (at !== bytes.length) throw new BrokenStream("it has bytes behind its streams");
  return streams;
}
function list(count2, item) {
  return Array.from({ length: count2 }, (_, index) => item(index));
}
function numberAt(view, at) {
  return Number(view.getBigUint64(at, true));
}
function cutShort() {
  return new BrokenStream("it is cut short");
}

// src/pack/bantam/file/inner-fault.ts
var MACHINES = {
  [EM_X86_64]: "amd64",
  [EM_AARCH64]: "arm64"
};
function innerFault(elf) {
  return kindFault(elf) ?? segmentsFault(elf);
}
function kindFault({
  bits,
  littleEndian,
  machine,
  architecture,
  type,
  interpreter,
  segments
}) {
  if (!littleEndian) return "it is for a big-endian machine, and Bantam packs for amd64 and arm64";
  if (bits !== 64) return "it is a program of 32 bits, and Bantam packs for amd64 and arm64";
  if (MACHINES[machine] === void 0)
    return `it is for ${architecture ?? `the machine ${machine}`}, and Bantam packs for amd64 and arm64`;
  if (interpreter !== null) return `it needs the dynamic loader ${interpreter}`;
  if (type === ET_DYN) return "it is position-independent (-buildmode=pie), which Bantam cannot pack";
  if (type !== ET_EXEC) return "it is an ELF file, but not a program";
  if (segments.some((segment) => segment.type === PT_DYNAMIC)) return "it is linked dynamically";
  return null;
}
function segmentsFault({ segments, entry }) {
  const loaded = loadedOf(segments);
  if (segments.some((one) => one.type === PT_LOAD && BigInt(one.fileSize) > one.memorySize))
    return "it has a segment that is larger in the file than in memory";
  if (loaded.length === 0) return "it has no segment to load";
  if (loaded.length > MAX_SEGMENTS2) return `it has ${loaded.length} segments, which no linker writes`;
  const first = loaded[0]?.address ?? 0n;
  if (first < BigInt(PAGE)) return "it is loaded at the address 0, which the system does not allow";
  for (const [index, segment] of loaded.entries()) {
    const before = loaded[index - 1];
    if (before !== void 0 && segment.address < before.address)
      return "its segments are not in the order of their addresses";
    if (before !== void 0 && segment.address < endOf(before)) return "its segments overlap";
    if (before !== void 0 && segment.address < nextPage(endOf(before)))
      return "two of its segments share a page";
    const fault = segmentFault(segment);
    if (fault !== null) return fault;
  }
  if (overlapInFile(loaded)) return "its segments overlap in the file";
  const start = loaded.find((one) => entry >= one.address && entry < one.address + BigInt(one.fileSize));
  if (start === void 0 || (start.flags & PF_X) === 0) return "it does not begin in its code";
  return null;
}
function segmentFault({ address, offset, fileSize, memorySize, flags }) {
  if (address + memorySize > MAX_ADDRESS) return "it has a segment at an address that not every system has";
  if (fileSize > 0 && (address - BigInt(offset)) % BigInt(PAGE) !== 0n)
    return "it has a segment whose offset and address do not fit together";
  if ((flags & PF_W) !== 0 && (flags & PF_X) !== 0)
    return "it has memory that can be both written and executed";
  if (BigInt(fileSize) < memorySize && (flags & PF_W) === 0)
    return "it has memory that is not in the file and cannot be written to";
  return null;
}
function endOf({ address, memorySize }) {
  return address + memorySize;
}
function overlapInFile(loaded) {
  const inFile2 = loaded.filter(({ fileSize }) => fileSize > 0).toSorted((a, b) => a.offset - b.offset);
  return inFile2.some(
    ({ offset, fileSize }, index) => offset + fileSize > (inFile2[index + 1]?.offset ?? Infinity)
  );
}
function loadedOf(segments) {
  return segments.filter(({ type, memorySize }) => type === PT_LOAD && memorySize > 0n);
}

// src/pack/bantam/arm64/format.ts
var STREAM2 = {
  patterns: 0,
  opcodes: 1,
  words: 2,
  calls: 3,
  farCalls: 4,
  jumps: 5,
  branches: 6,
  entryBranches: 7,
  testedBits: 8,
  pages: 9,
  addresses: 10,
  accesses: 11,
  storedSlots: 12,
  loadedSlots: 13,
  /** The first of those that hold numbers, one for each row of `NUMBER_FIELDS`. */
  numbers: 14
};
var OPERAND = {
  /** Nothing. */
  none: 0,
  /** BL to a function: its number. */
  call: 1,
  /** BL to anywhere else. */
  farCall: 2,
  /** B to anywhere but the start of its function. */
  jump: 3,
  /** B to the start of its function, as behind a call of `runtime.morestack`. */
  restart: 4,
  /** B.cond, CBZ and CBNZ. */
  branch: 5,
  /** The first B.LS of a function, which goes to the call of `runtime.morestack` near the function's end. */
  entryBranch: 6,
  /** TBZ and TBNZ. */
  testBranch: 7,
  /** ADRP without what follows it. */
  page: 8,
  /** ADRP xN and ADD xN, xN. */
  sameAddress: 9,
  /** ADRP xN and ADD xM, xN. */
  address: 10,
  /** ADRP xN and a load or store at [xN]. */
  access: 11,
  /** A store at [sp]. */
  storedSlot: 12,
  /** A load at [sp]. */
  loadedSlot: 13,
  /** ADD sp, sp with the number by which the stack grew before. */
  leave: 14,
  /** A load at [sp], #n, with the number by which the stack grew before. */
  pop: 15,
  /** The same word up to the end of the function. */
  padding: 16,
  /** A number, and more of them, one for each row of `NUMBER_FIELDS`. */
  number: 17
};
var KNOWN2 = 128;
var NUMBER = {
  addToStackPointer: 0,
  compare: 1,
  add: 2,
  load: 3,
  store: 4,
  stackUnscaled: 5,
  unscaled: 6,
  stackPair: 7,
  pair: 8,
  move: 9,
  bits: 10
};
var NUMBER_FIELDS = [
  { shift: 10, bits: 12, form: "varint" },
  { shift: 10, bits: 12, form: "varint" },
  { shift: 10, bits: 12, form: "varint" },
  { shift: 10, bits: 12, form: "varint" },
  { shift: 10, bits: 12, form: "varint" },
  { shift: 12, bits: 9, form: "zigzag" },
  { shift: 12, bits: 9, form: "zigzag" },
  { shift: 15, bits: 7, form: "varint" },
  { shift: 15, bits: 7, form: "varint" },
  { shift: 5, bits: 16, form: "two bytes" },
  { shift: 10, bits: 12, form: "two sixes" }
];
var STREAMS = STREAM2.numbers + NUMBER_FIELDS.length;
var REGISTER_SHIFTS = [16, 5, 0, 10];
var SHORT_OPCODES = 238;
var ESCAPE2 = 255;
var MOST_PATTERNS = SHORT_OPCODES + (ESCAPE2 - SHORT_OPCODES) * 256;

// src/pack/bantam/arm64/fields.ts
var RM = 1;
var RN = 2;
var RD = 4;
var RT2 = 8;
var IMM12 = 4193280;
var ZERO_REGISTER = 31;
function fields(registers, operand, operandBits2) {
  const registerBits = (registers & RM ? 31 << 16 : 0) | (registers & RN ? 31 << 5 : 0) | (registers & RD ? 31 : 0) | (registers & RT2 ? 31 << 10 : 0);
  return { registers, operand, registerBits, operandBits: operandBits2 };
}
var number = (registers, kind, operandBits2) => fields(registers, OPERAND.number + kind, operandBits2);
var NOTHING = fields(0, OPERAND.none, 0);
var THREE = fields(RM | RN | RD, OPERAND.none, 0);
var COMPARE_REGISTERS = fields(RM | RN, OPERAND.none, 0);
var MOVE_REGISTER = fields(RM | RD, OPERAND.none, 0);
var FAR_CALL = fields(0, OPERAND.farCall, 67108863);
var JUMP = fields(0, OPERAND.jump, 67108863);
var BRANCH = fields(0, OPERAND.branch, 16777184);
var ZERO_BRANCH = fields(RD, OPERAND.branch, 16777184);
var TEST_BRANCH = fields(RD, OPERAND.testBranch, 2164260832 & ~(1 << 24));
var PAGE2 = fields(RD, OPERAND.page, 1627389920);
var ADD_TO_STACK_POINTER = number(RD, NUMBER.addToStackPointer, IMM12);
var COMPARE = number(RN, NUMBER.compare, IMM12);
var ADD = number(RN | RD, NUMBER.add, IMM12);
var STORED_SLOT = fields(RD, OPERAND.storedSlot, IMM12);
var LOADED_SLOT = fields(RD, OPERAND.loadedSlot, IMM12);
var STORE = number(RN | RD, NUMBER.store, IMM12);
var LOAD = number(RN | RD, NUMBER.load, IMM12);
var STACK_UNSCALED = number(RD, NUMBER.stackUnscaled, 2093056);
var UNSCALED = number(RN | RD, NUMBER.unscaled, 2093056);
var STACK_PAIR = number(RD | RT2, NUMBER.stackPair, 4161536);
var PAIR = number(RN | RD | RT2, NUMBER.pair, 4161536);
var MOVE = number(RD, NUMBER.move, 2097120);
var BITS = number(RN | RD, NUMBER.bits, IMM12);
var SAME_ADDRESS = {
  ...fields(RN, OPERAND.sameAddress, IMM12),
  registerBits: 31 << 5 | 31
};
var ADDRESS = fields(RN | RD, OPERAND.address, IMM12);
var ACCESS = fields(RN | RD, OPERAND.access, IMM12);
var RET = 3596551104 | 0;
var NOP = 3573751839 | 0;
function fieldsOf(word2) {
  const rd = word2 & 31;
  const onStack = (word2 >>> 5 & 31) === ZERO_REGISTER;
  if ((word2 >>> 26 & 31) === 5) return word2 < 0 ? FAR_CALL : JUMP;
  if ((word2 & 4278190096) === 1409286144) return BRANCH;
  if ((word2 & 2113929216) === 872415232) return ZERO_BRANCH;
  if ((word2 & 2113929216) === 905969664) return TEST_BRANCH;
  if ((word2 & 2667577344) === (2415919104 | 0)) return PAGE2;
  if ((word2 & 528482304) === 285212672) {
    if (onStack) return ADD_TO_STACK_POINTER;
    return rd === ZERO_REGISTER ? COMPARE : ADD;
  }
  if ((word2 & 989855744) === 956301312) {
    if (word2 & 1 << 22) return onStack ? LOADED_SLOT : LOAD;
    return onStack ? STORED_SLOT : STORE;
  }
  if ((word2 & 991952896) === 939524096) return onStack ? STACK_UNSCALED : UNSCALED;
  if ((word2 & 973078528) === 671088640) return onStack ? STACK_PAIR : PAIR;
  if ((word2 & 528482304) === 310378496) return MOVE;
  if ((word2 & 511705088) === 301989888) return BITS;
  if ((word2 & 2145452e3) === 704644064) return MOVE_REGISTER;
  if ((word2 & 503316511) === 167772191) return COMPARE_REGISTERS;
  return word2 === RET || word2 === NOP || word2 === 0 ? NOTHING : THREE;
}
function pairOf(first, second) {
  if ((first & 2667577344) !== (2415919104 | 0)) return null;
  const base = first & 31;
  if (base === ZERO_REGISTER || (second >>> 5 & 31) !== base) return null;
  if ((second & 4290772992) === (2432696320 | 0)) return (second & 31) === base ? SAME_ADDRESS : ADDRESS;
  if ((second & 989855744) !== 956301312) return null;
  return (second >>> 10 & 4095) << accessScale(second) < 4096 ? ACCESS : null;
}
function accessScale(word2) {
  if (!(word2 & 1 << 29)) return 0;
  return (word2 >>> 30) + ((word2 & 75497472) === 75497472 ? 4 : 0);
}

// src/pack/bantam/text-view.ts
var MARK = {
  /** An instruction begins here. */
  instruction: 1,
  /** The instruction that begins here changes the stack pointer by a number that it shows. */
  stack: 2,
  /** The instruction that begins here is a call. */
  call: 4,
  /** The instruction that begins here returns, or the code that asks for more stack follows. */
  ret: 8
};

// src/pack/bantam/arm64/marks.ts
function wordAt(bytes, at) {
  return (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16 | (bytes[at + 3] ?? 0) << 24;
}
function marksAt(bytes, at) {
  const word2 = wordAt(bytes, at);
  if (word2 >>> 26 === 37 || (word2 & 4294966303) === (3594452992 | 0)) return MARK.instruction | MARK.call;
  if ((word2 & 4294966303) === (3596550144 | 0)) return MARK.instruction | MARK.ret;
  return movesStack(bytes, at, word2) ? MARK.instruction | MARK.stack : MARK.instruction;
}
function movesStack(bytes, at, word2) {
  if ((word2 & 3212837887) === (2432697343 | 0)) return true;
  if ((word2 & 991954912) === 939526112) return true;
  if ((word2 & 981468128) === 679478240) return true;
  if ((word2 & 4294966303) !== (2432696351 | 0) || at < 8) return false;
  return (wordAt(bytes, at - 8) & 4286579711) === (3506439136 | 0 | word2 >>> 5 & 31);
}
function arm64StackEffect(bytes, at) {
  let word2 = wordAt(bytes, at);
  if ((word2 & 991952896) === 939524096) return 0 - (word2 << 11 >> 23);
  if ((word2 & 973078528) === 671088640) {
    const scale = 2 + (word2 & 1 << 26 ? word2 >>> 30 : word2 >>> 31);
    return 0 - (word2 << 10 >> 25) * (1 << scale);
  }
  if ((word2 & 1023) !== 1023) word2 = wordAt(bytes, at - 8);
  const number2 = (word2 >>> 10 & 4095) << (word2 & 1 << 22 ? 12 : 0);
  return word2 & 1 << 30 ? number2 : 0 - number2;
}

// src/pack/bantam/arm64/function.ts
var SLOTS = 16;
var TARGETS = 4;
var COLD = 8;
function outsideOfFunctions() {
  const targets = new Uint32Array(TARGETS);
  const slots = new Uint32Array(SLOTS);
  return { begin: 0, end: 0, next: 0, frame: 0, lastSlot: 0, entryTarget: 0, cold: 0, targets, slots };
}
function enterFunctions(state, starts, word2) {
  const entered = state.next;
  while (state.next + 1 < starts.length && (starts[state.next] ?? 0) >>> 2 <= word2) {
    state.begin = (starts[state.next++] ?? 0) >>> 2;
    state.end = (starts[state.next] ?? 0) >>> 2;
  }
  if (state.next === entered) return;
  state.frame = state.lastSlot = state.entryTarget = 0;
  state.cold = state.end;
  state.targets.fill(0);
  state.slots.fill(0);
}
var isEntryBranch = (word2) => (word2 & 4278190111) === 1409286153;
var branchTarget = (at, word2) => at + (word2 << 8 >> 13);
function noteInstruction(state, bytes, at) {
  const marks = marksAt(bytes, 4 * at);
  if (marks & MARK.stack) {
    const effect = arm64StackEffect(bytes, 4 * at);
    if (effect > 0) state.frame = state.lastSlot = effect;
  }
  const word2 = wordAt(bytes, 4 * at);
  if (isEntryBranch(word2) && state.entryTarget === 0) {
    state.entryTarget = state.cold = branchTarget(at, word2) >>> 0;
  }
  const isLast = at + 1 === state.entryTarget && at + 1 <= state.end;
  return isLast ? marks | MARK.ret : marks;
}
function toFront(list2, index, value) {
  const from = index < 0 ? list2.length - 1 : index;
  list2.copyWithin(1, 0, from);
  list2[0] = value;
}

// src/pack/bantam/streams/byte-writer.ts
var ByteWriter = class {
  #bytes = new Uint8Array(1024);
  #length = 0;
  get length() {
    return this.#length;
  }
  byte(value) {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }
  bytes(values) {
    this.#grow(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }
  /** Big-endian: the byte that changes least comes first, which compresses better. */
  u16be(value) {
    this.byte(value >>> 8);
    this.byte(value);
  }
  u24be(value) {
    this.byte(value >>> 16);
    this.u16be(value);
  }
  u32be(value) {
    this.u16be(value >>> 16);
    this.u16be(value);
  }
  u32le(value) {
    for (let shift = 0; shift < 32; shift += 8) this.byte(value >>> shift);
  }
  /** Seven bits a byte, the low ones first, as Go's `binary.PutUvarint` does. @param value from 0 to 2^32 - 1 */
  varint(value) {
    let rest = value >>> 0;
    while (rest >= 128) {
      this.byte(rest & 127 | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }
  /** What was written. The stream must not be written to afterwards. */
  end() {
    return this.#bytes.subarray(0, this.#length);
  }
  #grow(more) {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
};
function zigzag(value) {
  return (value << 1 ^ value >> 31) >>> 0;
}
function unzigzag(value) {
  return value >>> 1 ^ -(value & 1);
}

// src/pack/bantam/arm64/decode.ts
function decodeArm64(streams, size, address, starts) {
  if (streams.length !== STREAMS) throw new BrokenStream("arm64 text has other streams");
  const text2 = { bytes: new Uint8Array(size), address, starts, marks: new Uint8Array(size + 1) };
  const readers = streams.map((stream2) => new ByteReader(stream2));
  const decoding = {
    text: text2,
    streams: readers,
    patterns: readPatterns(stream(readers, STREAM2.patterns)),
    state: outsideOfFunctions(),
    address: Number(address & 0xffffffffffn),
    word: 0
  };
  while (decoding.word < size >>> 2) decodeUnit(decoding);
  const words2 = stream(readers, STREAM2.words);
  for (let at = (size >>> 2) * 4; at < size; at++) text2.bytes[at] = words2.byte();
  return text2;
}
function stream(streams, number2) {
  const found = streams[number2];
  if (found === void 0) throw new BrokenStream("arm64 text has other streams");
  return found;
}
function readPatterns(from) {
  const patterns = [];
  while (!from.isAtEnd) {
    const word2 = from.u32be();
    const registers = from.byte() & 15;
    const operand = from.byte();
    const value = operand & KNOWN2 ? from.u32be() : 0;
    const known = (operand & ~KNOWN2) < OPERAND.number + NUMBER_FIELDS.length;
    if (!known || patterns.length === MOST_PATTERNS) throw new BrokenStream("a pattern of arm64 is broken");
    patterns.push({ word: word2, registers, operand, value });
  }
  return patterns;
}
function decodeUnit(decoding) {
  const { state, text: text2, streams, patterns } = decoding;
  enterFunctions(state, text2.starts, decoding.word);
  const opcodes = stream(streams, STREAM2.opcodes);
  const opcode = opcodes.byte();
  if (opcode === ESCAPE2) return writeWord(decoding, stream(streams, STREAM2.words).u32le());
  const number2 = opcode < SHORT_OPCODES ? opcode : SHORT_OPCODES + (opcode - SHORT_OPCODES) * 256 + opcodes.byte();
  const pattern = patterns[number2];
  if (pattern === void 0) throw new BrokenStream("an opcode of arm64 has no pattern");
  let { word: word2 } = pattern;
  REGISTER_SHIFTS.forEach((shift, index) => {
    if (pattern.registers >>> index & 1) word2 |= (opcodes.byte() & 31) << shift;
  });
  writeWord(decoding, word2 | operandBits(decoding, pattern, word2));
}
function writeWord(decoding, word2) {
  const { bytes, marks } = decoding.text;
  const at = decoding.word++;
  for (let index = 0; index < 4; index++) bytes[4 * at + index] = word2 >>> 8 * index;
  marks[4 * at] = noteInstruction(decoding.state, bytes, at);
}
function operandBits(decoding, pattern, word2) {
  const { state, streams } = decoding;
  const read = (number2) => stream(streams, number2);
  const kind = pattern.operand & ~KNOWN2;
  switch (kind) {
    case OPERAND.none:
      return 0;
    case OPERAND.call:
      return distance26(decoding, functionStart(decoding, pattern));
    case OPERAND.farCall:
      return distance26(decoding, read(STREAM2.farCalls).u32be());
    case OPERAND.jump:
      return distance26(decoding, target(decoding, STREAM2.jumps));
    case OPERAND.restart:
      return distance26(decoding, state.begin);
    case OPERAND.branch:
      return distance19(decoding, target(decoding, STREAM2.branches));
    case OPERAND.entryBranch:
      return distance19(decoding, state.end - unzigzag(read(STREAM2.entryBranches).varint()));
    case OPERAND.testBranch: {
      const bit = read(STREAM2.testedBits).byte();
      const distance = target(decoding, STREAM2.branches) - decoding.word;
      return (bit & 31) << 19 | (bit >> 5 & 1) << 31 | (distance & 16383) << 5;
    }
    case OPERAND.page:
      return pageBits(decoding, read(STREAM2.pages).u24be());
    case OPERAND.sameAddress:
    case OPERAND.address:
    case OPERAND.access:
      return addressBits(decoding, pattern, kind, word2);
    case OPERAND.storedSlot:
      return slotBits(storedSlot(decoding, word2 >>> 30), word2 >>> 30);
    case OPERAND.loadedSlot:
      return slotBits(loadedSlot(decoding, word2 >>> 30), word2 >>> 30);
    case OPERAND.leave:
      return (state.frame & 4095) << 10;
    case OPERAND.pop:
      return (state.frame & 511) << 12;
    case OPERAND.padding: {
      const end = Math.min(state.end, decoding.text.bytes.length >>> 2);
      while (decoding.word + 1 < end) writeWord(decoding, word2);
      return 0;
    }
    default:
      return numberBits(decoding, kind - OPERAND.number);
  }
}
var distance26 = ({ word: word2 }, to) => to - word2 & 67108863;
var distance19 = ({ word: word2 }, to) => (to - word2 & 524287) << 5;
var slotBits = (slot, scale) => (slot >>> scale & 4095) << 10;
function functionStart({ text: text2, streams }, { operand, value }) {
  const number2 = operand & KNOWN2 ? value : stream(streams, STREAM2.calls).u24be();
  const start = number2 + 1 < text2.starts.length ? text2.starts[number2] : void 0;
  if (start === void 0) throw new BrokenStream("a call of arm64 goes to a function that there is not");
  return start >>> 2;
}
function target({ streams, state, word: word2 }, number2) {
  const value = stream(streams, number2).varint();
  const known = state.targets[value];
  const to = known ?? newTarget(state, word2, value - TARGETS);
  toFront(state.targets, known === void 0 ? -1 : value, to);
  return to;
}
function newTarget(state, word2, value) {
  if (value >= COLD) return word2 + unzigzag(value - COLD) >>> 0;
  state.cold = state.cold - 1 - value >>> 0;
  return state.cold;
}
function pageBits({ address, word: word2 }, page) {
  const distance = page - Math.floor((address + 4 * word2) / 4096);
  return (distance & 3) << 29 | (distance >> 2 & 524287) << 5;
}
function addressBits(decoding, pattern, kind, word2) {
  const from = stream(decoding.streams, kind === OPERAND.access ? STREAM2.accesses : STREAM2.addresses);
  const address = pattern.operand & KNOWN2 ? pattern.value : from.u32be();
  if (decoding.word + 1 >= decoding.text.bytes.length >>> 2)
    throw new BrokenStream("arm64 text ends in a pair");
  const base = word2 >>> 5 & 31;
  writeWord(decoding, 2415919104 | base | pageBits(decoding, address >>> 12));
  const number2 = (address & 4095) >>> accessScale(word2);
  return number2 << 10 | (kind === OPERAND.sameAddress ? base : 0);
}
function newSlot(state, scale, distance) {
  const field = (state.lastSlot >>> scale) + unzigzag(distance) & 4095;
  state.lastSlot = field << scale;
  return state.lastSlot;
}
function storedSlot({ state, streams }, scale) {
  const slot = newSlot(state, scale, stream(streams, STREAM2.storedSlots).varint());
  toFront(state.slots, state.slots.indexOf(slot), slot);
  return slot;
}
function loadedSlot({ state, streams }, scale) {
  const value = stream(streams, STREAM2.loadedSlots).varint();
  const known = state.slots[value];
  const slot = known ?? newSlot(state, scale, value - state.slots.length);
  toFront(state.slots, known === void 0 ? -1 : value, slot);
  return slot;
}
function numberBits({ streams }, index) {
  const field = NUMBER_FIELDS[index];
  if (field === void 0) throw new BrokenStream("a pattern of arm64 is broken");
  const from = stream(streams, STREAM2.numbers + index);
  const value = readNumber(from, field.form);
  return (value & (1 << field.bits) - 1) << field.shift;
}
function readNumber(from, form) {
  switch (form) {
    case "varint":
      return from.varint();
    case "zigzag":
      return unzigzag(from.varint());
    case "two bytes":
      return from.u16be();
    case "two sixes":
      return (from.byte() & 63) << 6 | from.byte() & 63;
  }
}

// src/pack/bantam/arm64/units.ts
var isPair = (operand) => operand >= OPERAND.sameAddress && operand <= OPERAND.access;
function walkUnits(text2, visit) {
  const { bytes, marks } = text2;
  const state = outsideOfFunctions();
  const unit = { first: 0, words: 1, word: 0, fields: fieldsOf(0), operand: 0, value: 0 };
  let padding = text2.words;
  for (let word2 = 0; word2 < text2.words; ) {
    const { next } = state;
    enterFunctions(state, text2.starts, word2);
    if (state.next !== next) padding = paddingOf(text2, state);
    readUnit(text2, unit, word2);
    if (word2 >= padding && word2 < state.end) readPadding(unit, state);
    else if (unit.words === 1) settleOperand(text2, unit, state);
    visit(unit, state);
    for (const end = word2 + unit.words; word2 < end; word2++) {
      marks[4 * word2] = noteInstruction(state, bytes, word2);
    }
  }
}
function readUnit(text2, unit, word2) {
  unit.first = word2;
  unit.word = wordAt(text2.bytes, 4 * word2);
  if (word2 + 1 < text2.words) {
    const second = wordAt(text2.bytes, 4 * word2 + 4);
    const fields2 = pairOf(unit.word, second);
    const page = fields2 === null ? 0 : targetPage(text2, unit);
    if (fields2 !== null && page < 1 << 20) {
      unit.word = second;
      unit.fields = fields2;
      unit.operand = fields2.operand;
      unit.value = page * 4096 + ((second >>> 10 & 4095) << accessScale(second));
      unit.words = 2;
      return;
    }
  }
  unit.fields = fieldsOf(unit.word);
  unit.operand = unit.fields.operand;
  unit.value = 0;
  unit.words = 1;
}
function targetPage({ address }, { first, word: word2 }) {
  const distance = (word2 >>> 5 & 524287) << 2 | word2 >>> 29 & 3;
  return Math.floor((address + 4 * first) / 4096) + distance & 2097151;
}
function paddingOf({ bytes, words: words2 }, { begin, end }) {
  if (end > words2) return words2;
  let padding = end;
  while (padding > begin && wordAt(bytes, 4 * padding - 4) === 0) padding--;
  return padding === end ? words2 : padding;
}
function readPadding(unit, { end }) {
  unit.operand = OPERAND.padding;
  unit.words = end - unit.first;
}
function settleOperand(text2, unit, state) {
  const { first, word: word2 } = unit;
  switch (unit.operand) {
    case OPERAND.farCall: {
      unit.value = first + (word2 << 6 >> 6);
      const called = text2.functions.get(unit.value);
      if (called === void 0) return;
      unit.operand = OPERAND.call;
      unit.value = called;
      return;
    }
    case OPERAND.jump:
      unit.value = first + (word2 << 6 >> 6);
      if (state.next > 0 && unit.value === state.begin) unit.operand = OPERAND.restart;
      return;
    case OPERAND.branch:
      unit.value = branchTarget(first, word2);
      if (isEntryBranch(word2) && state.entryTarget === 0) unit.operand = OPERAND.entryBranch;
      return;
    case OPERAND.testBranch:
      unit.value = first + (word2 << 13 >> 18);
      return;
    case OPERAND.page:
      unit.value = targetPage(text2, unit);
      return;
  }
  if (state.frame === 0) return;
  if ((word2 & 4290774015) === (2432697343 | 0) && (word2 >>> 10 & 4095) === (state.frame & 4095)) {
    unit.operand = OPERAND.leave;
  } else if ((word2 & 4292874208) === (4164945888 | 0) && (word2 >>> 12 & 511) === (state.frame & 511)) {
    unit.operand = OPERAND.pop;
  }
}

// src/pack/bantam/arm64/patterns.ts
var OFTEN = {
  /** A whole instruction; and it is at least this share of those with its registers. */
  instruction: 50,
  share: 0.5,
  /** An instruction with all of its registers. */
  registers: 1e3,
  /** A call of one function. */
  call: 12,
  /** An address. */
  address: 20,
  /** Any pattern: it takes 6 bytes, and a word without a pattern 5. */
  pattern: 3
};
function choosePatterns(text2) {
  const candidates = newCandidates();
  const chosen = chooseCandidates(candidates, countCandidates(text2, candidates));
  const counts = new Uint32Array(candidates.patterns.length);
  for (const candidate of chosen) counts[candidate] = (counts[candidate] ?? 0) + 1;
  const countOf2 = (candidate) => counts[candidate] ?? 0;
  const kept = [...counts.keys()].filter((candidate) => countOf2(candidate) >= OFTEN.pattern).sort((left, right) => countOf2(right) - countOf2(left) || left - right).slice(0, MOST_PATTERNS);
  const numbers = new Int32Array(candidates.patterns.length).fill(-1);
  kept.forEach((candidate, number2) => numbers[candidate] = number2);
  return {
    patterns: kept.map((candidate) => candidates.patterns[candidate]),
    ofUnit: chosen.map((candidate) => numbers[candidate] ?? -1)
  };
}
var newCandidates = () => ({ patterns: [], counts: [], byKey: /* @__PURE__ */ new Map(), bases: /* @__PURE__ */ new Map() });
function countCandidates(text2, candidates) {
  const none = () => new Int32Array(text2.words).fill(-1);
  const [known, whole, withRegisters, general] = [none(), none(), none(), none()];
  let units = 0;
  walkUnits(text2, (unit) => {
    const { word: word2, fields: fields2, operand, value } = unit;
    const fixed = word2 & ~fields2.operandBits & ~(operand === OPERAND.sameAddress ? 31 : 0);
    if (operand === OPERAND.call || isPair(operand))
      known[units] = countKnown(candidates, fixed, operand, value);
    if (mayBeWhole(operand)) whole[units] = count(candidates, word2, 0, OPERAND.none);
    if (fields2.registers !== 0) withRegisters[units] = count(candidates, fixed, 0, operand);
    general[units++] = count(
      candidates,
      word2 & ~fields2.operandBits & ~fields2.registerBits,
      fields2.registers,
      operand
    );
  });
  return { units, known, whole, withRegisters, general };
}
var mayBeWhole = (operand) => operand >= OPERAND.number || operand === OPERAND.storedSlot || operand === OPERAND.loadedSlot;
function chooseCandidates({ counts, patterns }, of) {
  const at = (list2, unit) => list2[unit] ?? -1;
  const times = (candidate) => candidate < 0 ? 0 : counts[candidate] ?? 0;
  const often = (known) => known?.operand === (OPERAND.call | KNOWN2) ? OFTEN.call : OFTEN.address;
  return new Int32Array(of.units).map((_, unit) => {
    const known = at(of.known, unit);
    if (known >= 0 && times(known) >= often(patterns[known])) return known;
    const withRegisters = at(of.withRegisters, unit);
    const whole = at(of.whole, unit);
    if (times(whole) >= OFTEN.instruction && times(whole) >= OFTEN.share * times(withRegisters)) return whole;
    return times(withRegisters) >= OFTEN.registers ? withRegisters : at(of.general, unit);
  });
}
var HIGH = 2 ** 32;
var KNOWN_KEYS = 2 ** 52;
var MOST_BASES = 2 ** 19;
var keyOf = (word2, registers, operand) => (word2 >>> 0) + (operand * 16 + registers) * HIGH;
function count(candidates, word2, registers, operand) {
  const key = keyOf(word2, registers, operand);
  const found = again(candidates, key);
  return found ?? newCandidate(candidates, key, { word: word2, registers, operand, value: 0 });
}
function countKnown(candidates, word2, operand, value) {
  const { bases } = candidates;
  const base = keyOf(word2, 0, operand);
  let number2 = bases.get(base);
  if (number2 === void 0) {
    if (bases.size === MOST_BASES) return -1;
    bases.set(base, number2 = bases.size);
  }
  const key = KNOWN_KEYS + number2 * HIGH + value;
  const found = again(candidates, key);
  return found ?? newCandidate(candidates, key, { word: word2, registers: 0, operand: operand | KNOWN2, value });
}
function newCandidate({ patterns, counts, byKey }, key, pattern) {
  byKey.set(key, patterns.length);
  counts.push(1);
  return patterns.push(pattern) - 1;
}
function again({ counts, byKey }, key) {
  const candidate = byKey.get(key);
  if (candidate !== void 0) counts[candidate] = (counts[candidate] ?? 0) + 1;
  return candidate;
}

// src/pack/bantam/arm64/encode.ts
function encodeArm64(bytes, address, starts) {
  const text2 = textToWalk(bytes, address, starts);
  const writers = Array.from({ length: STREAMS }, () => new ByteWriter());
  const stream2 = (number2) => writers[number2];
  const { patterns, ofUnit } = choosePatterns(text2);
  for (const pattern of patterns) writePattern(stream2(STREAM2.patterns), pattern);
  let units = 0;
  walkUnits(text2, (unit, state) => {
    const number2 = ofUnit[units++] ?? -1;
    const pattern = patterns[number2];
    if (pattern === void 0) return writeWords(stream2, text2, unit);
    writeOpcode(stream2(STREAM2.opcodes), number2);
    writeRegisters(stream2(STREAM2.opcodes), pattern, unit.word);
    if (!(pattern.operand & KNOWN2)) writeOperand(stream2, pattern.operand, unit, state);
  });
  stream2(STREAM2.words).bytes(bytes.subarray(4 * text2.words));
  return { streams: writers.map((writer) => writer.end()), marks: text2.marks };
}
function textToWalk(bytes, address, starts) {
  const words2 = bytes.length >>> 2;
  const marks = new Uint8Array(bytes.length + 1);
  const functions = /* @__PURE__ */ new Map();
  for (let number2 = Math.min(starts.length - 1, 1 << 24) - 1; number2 >= 0; number2--) {
    functions.set((starts[number2] ?? 0) >>> 2, number2);
  }
  return { bytes, words: words2, address: Number(address & 0xffffffffffn), starts, marks, functions };
}
function writePattern(to, { word: word2, registers, operand, value }) {
  to.u32be(word2);
  to.byte(registers);
  to.byte(operand);
  if (operand & KNOWN2) to.u32be(value);
}
function writeOpcode(to, number2) {
  if (number2 < SHORT_OPCODES) return to.byte(number2);
  to.byte(SHORT_OPCODES + (number2 - SHORT_OPCODES >>> 8));
  to.byte(number2 - SHORT_OPCODES);
}
function writeRegisters(to, { registers }, word2) {
  REGISTER_SHIFTS.forEach((shift, index) => {
    if (registers >>> index & 1) to.byte(word2 >>> shift & 31);
  });
}
function writeWords(stream2, { bytes }, { first, words: words2 }) {
  for (let word2 = first; word2 < first + words2; word2++) {
    stream2(STREAM2.opcodes).byte(ESCAPE2);
    stream2(STREAM2.words).u32le(wordAt(bytes, 4 * word2));
  }
}
function writeOperand(stream2, operand, unit, state) {
  const { word: word2, value } = unit;
  switch (operand) {
    case OPERAND.none:
    case OPERAND.restart:
    case OPERAND.leave:
    case OPERAND.pop:
    case OPERAND.padding:
      return;
    case OPERAND.call:
      return stream2(STREAM2.calls).u24be(value);
    case OPERAND.farCall:
      return stream2(STREAM2.farCalls).u32be(value);
    case OPERAND.jump:
      return writeTarget(stream2(STREAM2.jumps), state, unit);
    case OPERAND.branch:
      return writeTarget(stream2(STREAM2.branches), state, unit);
    case OPERAND.entryBranch:
      return stream2(STREAM2.entryBranches).varint(zigzag(state.end - value));
    case OPERAND.testBranch:
      stream2(STREAM2.testedBits).byte(word2 >>> 19 & 31 | word2 >>> 31 << 5);
      return writeTarget(stream2(STREAM2.branches), state, unit);
    case OPERAND.page:
      return stream2(STREAM2.pages).u24be(value);
    case OPERAND.sameAddress:
    case OPERAND.address:
      return stream2(STREAM2.addresses).u32be(value);
    case OPERAND.access:
      return stream2(STREAM2.accesses).u32be(value);
    case OPERAND.storedSlot:
      return writeStoredSlot(stream2(STREAM2.storedSlots), state, word2);
    case OPERAND.loadedSlot:
      return writeLoadedSlot(stream2(STREAM2.loadedSlots), state, word2);
    default:
      return writeNumber(stream2, operand - OPERAND.number, word2);
  }
}
function writeTarget(to, state, { first, value }) {
  const target2 = value >>> 0;
  const index = state.targets.indexOf(target2);
  const beforeCold = state.cold - target2;
  if (index >= 0) to.varint(index);
  else if (beforeCold >= 1 && beforeCold <= COLD) {
    to.varint(TARGETS + beforeCold - 1);
    state.cold = target2;
  } else to.varint(TARGETS + COLD + zigzag(value - first));
  toFront(state.targets, index, target2);
}
function slotDistance(state, slot, scale) {
  const distance = zigzag((slot >>> scale) - (state.lastSlot >>> scale));
  state.lastSlot = slot;
  return distance;
}
function writeStoredSlot(to, state, word2) {
  const scale = word2 >>> 30;
  const slot = (word2 >>> 10 & 4095) << scale;
  to.varint(slotDistance(state, slot, scale));
  toFront(state.slots, state.slots.indexOf(slot), slot);
}
function writeLoadedSlot(to, state, word2) {
  const scale = word2 >>> 30;
  const slot = (word2 >>> 10 & 4095) << scale;
  const index = state.slots.indexOf(slot);
  to.varint(index < 0 ? slotDistance(state, slot, scale) + state.slots.length : index);
  toFront(state.slots, index, slot);
}
function writeNumber(stream2, index, word2) {
  const { shift, bits, form } = NUMBER_FIELDS[index];
  const to = stream2(STREAM2.numbers + index);
  const value = word2 >>> shift & (1 << bits) - 1;
  switch (form) {
    case "varint":
      return to.varint(value);
    case "zigzag":
      return to.varint(zigzag(value << 32 - bits >> 32 - bits));
    case "two bytes":
      return to.u16be(value);
    case "two sixes":
      to.byte(value >>> 6);
      return to.byte(value & 63);
  }
}

// src/pack/bantam/arm64/text.ts
var ARM64_TEXT = {
  quantum: 4,
  streams: STREAMS,
  encode: encodeArm64,
  decode: decodeArm64,
  stackEffect: arm64StackEffect
};
var PATTERN_BYTES = 20;
function arm64Scratch(_size, _starts) {
  return MOST_PATTERNS * PATTERN_BYTES + 16;
}

// src/pack/bantam/streams/ranked-values.ts
var LONGEST_LIST = 192;
function rankValues(values) {
  if (values.length === 0) return { values: new Uint8Array(0), list: new Uint8Array(0) };
  const { least, most, byFrequency } = countValues(values);
  const choices = [1, 2, 3].flatMap((width) => {
    const room = 255 - Math.floor((most - least) / 256 ** width);
    if (room < 0) return [];
    const listed = byFrequency.slice(0, Math.min(room, LONGEST_LIST));
    const inList = listed.reduce((sum, [, uses]) => sum + uses, 0);
    return [{ width, listed, bytes: inList + (values.length - inList) * (1 + width) + 4 * listed.length }];
  });
  const best = choices.reduce((least2, choice) => choice.bytes < least2.bytes ? choice : least2);
  return writeRanked(values, least, best.width, Uint32Array.from(best.listed, ([value]) => value).sort());
}
function countValues(values) {
  const uses = /* @__PURE__ */ new Map();
  let least = 4294967295;
  let most = 0;
  for (const value of values) {
    uses.set(value, (uses.get(value) ?? 0) + 1);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const repeated = [...uses].filter(([, count2]) => count2 > 1);
  return { least, most, byFrequency: repeated.sort((a, b) => b[1] - a[1] || a[0] - b[0]) };
}
function writeRanked(values, least, width, listed) {
  const list2 = new ByteWriter();
  list2.byte(width);
  list2.u32be(least);
  for (const value of listed) list2.u32be(value);
  const ranks = new Map(Array.from(listed, (value, rank) => [value, rank]));
  const out = new ByteWriter();
  for (const value of values) {
    const rank = ranks.get(value);
    const rest = value - least;
    if (rank === void 0) {
      out.byte(listed.length + Math.floor(rest / 256 ** width));
      for (let shift = 8 * (width - 1); shift >= 0; shift -= 8) out.byte(rest >>> shift);
    } else out.byte(rank);
  }
  return { values: out.end(), list: list2.end() };
}
var RankedWriter = class {
  #values = new Uint32Array(64);
  #length = 0;
  add(value) {
    if (this.#length === this.#values.length) {
      const twice = new Uint32Array(2 * this.#length);
      twice.set(this.#values);
      this.#values = twice;
    }
    this.#values[this.#length++] = value;
  }
  end() {
    return rankValues(this.#values.subarray(0, this.#length));
  }
};
function rankedReader({ values, list: list2 }) {
  const reader = new ByteReader(values);
  const { width, least, listed } = readList(list2);
  const next = () => {
    const first = reader.byte();
    const frequent = listed[first];
    if (frequent !== void 0) return frequent;
    let rest = first - listed.length;
    for (let count2 = 0; count2 < width; count2++) rest = rest << 8 | reader.byte();
    return least + rest >>> 0;
  };
  return {
    next,
    get isAtEnd() {
      return reader.isAtEnd;
    }
  };
}
function readList(list2) {
  if (list2.length === 0) return { width: 1, least: 0, listed: [] };
  const reader = new ByteReader(list2);
  const width = reader.byte();
  const least = reader.u32be();
  const listed = [];
  while (!reader.isAtEnd) listed.push(reader.u32be());
  if (width < 1 || width > 3 || listed.length > 255)
    throw new BrokenStream("a list of frequent values is too long");
  return { width, least, listed };
}

// src/pack/bantam/streams/small-numbers.ts
var NUMBER2 = {
  two: 128,
  large: 191,
  firstOfTwo: 128,
  endOfTwo: 128 + 63 * 256,
  least: -64
};
function writeNumber2(head, low, large, value) {
  if (value >= NUMBER2.least && value < NUMBER2.firstOfTwo) head.byte(value);
  else if (value >= NUMBER2.firstOfTwo && value < NUMBER2.endOfTwo) {
    const rest = value - NUMBER2.firstOfTwo;
    head.byte(NUMBER2.two | rest >> 8);
    low.byte(rest);
  } else {
    head.byte(NUMBER2.large);
    large.u32be(value);
  }
}
function readNumber2(head, low, large) {
  const first = head.byte();
  if ((first & 192) !== NUMBER2.two) return first << 24 >> 24;
  if (first === NUMBER2.large) return large.u32be() | 0;
  return NUMBER2.firstOfTwo + ((first & 63) << 8 | low.byte());
}

// src/pack/bantam/x86/instruction.ts
var DISPLACEMENT = {
  none: 0,
  /** One byte, from a register. */
  byte: 1,
  /** One byte, from the stack pointer. */
  stackByte: 2,
  /** Four bytes, from a register or from nothing. */
  word: 3,
  /** Four bytes, from the stack pointer. */
  stackWord: 4,
  /** Four bytes, from the next instruction. */
  next: 5
};
var VALUE = {
  none: 0,
  /** One byte: how far a jump goes. */
  nearJump: 1,
  /** Four bytes: how far a jump goes. */
  farJump: 2,
  word: 3,
  /** One or four bytes: an operation of group 1, whose opcode says how many. */
  either: 4,
  byte: 5,
  /** Four bytes: how far a call goes. */
  call: 6,
  half: 7,
  long: 8
};
var MODRM = 1;
var byte = VALUE.byte << 1;
var word = VALUE.word << 1;
var near = VALUE.nearJump << 1;
var far = VALUE.farJump << 1;
var half = VALUE.half << 1;
var either = VALUE.either << 1;
var STACK = 16;
var CALLS = 32;
var WIDE = 64;
var MORE = 128;
var PREFIXES = [38, 46, 54, 62, 100, 101, 102, 103, 240, 242, 243];
var MOST_PREFIXES = 8;
var LONGEST = 15;
var ONE_BYTE = [
  [64, 0],
  [80, STACK],
  [96, 0],
  [98, MORE],
  [99, MODRM],
  [100, MORE],
  [104, word],
  [105, MODRM | word],
  [106, byte],
  [107, MODRM | byte],
  [108, 0],
  [112, near],
  [128, MODRM | byte],
  [129, MODRM | word],
  [130, MODRM | byte],
  [131, MODRM | either],
  [132, MODRM],
  [144, 0],
  [156, STACK],
  [158, 0],
  [168, byte],
  [169, word],
  [170, 0],
  [176, byte],
  [184, WIDE | word],
  [192, MODRM | byte],
  [194, half],
  [195, 0],
  [196, MORE],
  [198, MODRM | byte],
  [199, MODRM | word],
  [200, 0],
  [202, half],
  [203, 0],
  [204, MORE],
  [205, byte],
  [206, MORE],
  [207, 0],
  [208, MODRM],
  [212, 0],
  [216, MODRM],
  [224, near],
  [228, byte],
  [232, VALUE.call << 1],
  [233, far],
  [234, 0],
  [235, near],
  [236, 0],
  [240, MORE],
  [241, 0],
  [242, MORE],
  [244, 0],
  [246, MORE],
  [248, 0],
  [254, MODRM],
  [255, MODRM | CALLS]
];
var TWO_BYTES = [
  [0, MODRM],
  [5, 0],
  [10, MODRM],
  [11, 0],
  [12, MODRM],
  [48, 0],
  [54, MODRM],
  [55, 0],
  [56, MODRM],
  [112, MODRM | byte],
  [116, MODRM],
  [119, 0],
  [120, MODRM],
  [128, far],
  [144, MODRM],
  [160, 0],
  [163, MODRM],
  [164, MODRM | byte],
  [165, MODRM],
  [168, 0],
  [171, MODRM],
  [172, MODRM | byte],
  [173, MODRM],
  [186, MODRM | byte],
  [187, MODRM],
  [194, MODRM | byte],
  [195, MODRM],
  [196, MODRM | byte],
  [199, MODRM],
  [200, 0],
  [208, MODRM],
  [255, 0]
];
var kindsOfOneByte = spread(ONE_BYTE);
for (let opcode = 0; opcode < 64; opcode++) {
  kindsOfOneByte[opcode] = [MODRM, MODRM, MODRM, MODRM, byte, word, 0, 0][opcode & 7] ?? 0;
}
for (const opcode of [15, ...PREFIXES]) kindsOfOneByte[opcode] = MORE;
var kindsOfTwoBytes = spread(TWO_BYTES);
var prefixes = new Uint8Array(256);
for (const prefix of PREFIXES) prefixes[prefix] = 1;
function spread(pairs) {
  const kinds = new Uint8Array(256);
  for (const [from, kind] of pairs) kinds.fill(kind, from);
  return kinds;
}
var ofModRM = Uint8Array.from({ length: 256 }, (_, modRM) => {
  const mode = modRM >> 6;
  const base = modRM & 7;
  if (mode === 3) return 0;
  const sib = base === 4 ? 8 : 0;
  if (mode === 0) return base === 5 ? DISPLACEMENT.next : sib && sib | 16;
  return sib | (mode === 1 ? DISPLACEMENT.byte : DISPLACEMENT.word);
});
var BYTES_OF_DISPLACEMENT = 4473104;
var BYTES_OF_VALUE = [0, 1, 4, 4, 1, 1, 4, 2, 8];
var codeBytes = (shape) => shape & 15;
var displacementOf = (shape) => shape >> 4 & 7;
var valueOf = (shape) => shape >> 7 & 15;
var modRMAt = (shape) => shape >> 11 & 15;
var marksOf = (shape) => shape >> 15;
var displacementBytes = (displacement) => BYTES_OF_DISPLACEMENT >> 4 * displacement & 15;
var valueBytes = (value) => BYTES_OF_VALUE[value] ?? 0;
function shapeAt(bytes, start) {
  let at = start;
  let isNarrow = false;
  while (at < start + MOST_PREFIXES && prefixes[byteAt(bytes, at)] === 1) {
    if (bytes[at] === 102) isNarrow = true;
    at++;
  }
  const hasPrefix = at > start;
  let isWide = false;
  if ((byteAt(bytes, at) & 240) === 64) isWide = (byteAt(bytes, at++) & 8) !== 0;
  const opcode = byteAt(bytes, at++);
  let kind = byteAt(kindsOfOneByte, opcode);
  if (hasPrefix) kind &= ~STACK;
  if ((kind & MORE) !== 0) {
    kind = 0;
    if (opcode === 15) {
      const second = byteAt(bytes, at++);
      if (second === 56 || second === 58) at++;
      kind = second === 58 ? MODRM | byte : byteAt(kindsOfTwoBytes, second);
    } else if (opcode === 196 || opcode === 197 || opcode === 98) {
      const map = opcode === 197 ? 1 : byteAt(bytes, at) & (opcode === 196 ? 31 : 7);
      at += opcode === 197 ? 1 : opcode === 196 ? 2 : 3;
      kind = kindOfVector(map, byteAt(bytes, at++));
    } else if (opcode === 246 || opcode === 247) {
      kind = MODRM;
      if ((byteAt(bytes, at) & 56) <= 8) kind |= opcode === 246 ? byte : word;
    }
  }
  let value = kind >> 1 & 7;
  if (value === VALUE.word && isWide && (kind & WIDE) !== 0) value = VALUE.long;
  else if (value === VALUE.word && isNarrow) value = VALUE.half;
  else if (value === VALUE.either && isNarrow) value = VALUE.byte;
  let marks = MARK.instruction;
  if ((kind & STACK) !== 0 || movesStack2(bytes, start)) marks |= MARK.stack;
  if (value === VALUE.call) marks |= MARK.call;
  if (opcode === 195) marks |= MARK.ret;
  let displacement = DISPLACEMENT.none;
  const modRMStart = at - start;
  if ((kind & MODRM) !== 0) {
    const modRM = byteAt(bytes, at++);
    if ((kind & CALLS) !== 0 && (modRM & 56) === 16) marks |= MARK.call;
    const follows = byteAt(ofModRM, modRM);
    displacement = follows & 7;
    if ((follows & 8) !== 0) {
      const base = byteAt(bytes, at++) & 7;
      if (displacement !== 0) displacement += base === 4 ? 1 : 0;
      else if (base === 5) displacement = DISPLACEMENT.word;
    }
  }
  const code = at - start;
  if (code + displacementBytes(displacement) + valueBytes(value) > LONGEST) return 0;
  return code | displacement << 4 | value << 7 | modRMStart << 11 | marks << 15;
}
function kindOfVector(map, opcode) {
  if (map === 3) return MODRM | byte;
  if (map !== 1) return MODRM;
  if (opcode === 119) return 0;
  return kindsOfTwoBytes[opcode] === (MODRM | byte) ? MODRM | byte : MODRM;
}
function movesStack2(bytes, at) {
  if (bytes[at] !== 72) return false;
  const modRM = byteAt(bytes, at + 2);
  if ((byteAt(bytes, at + 1) & 253) === 129) return (modRM & 215) === 196;
  return bytes[at + 1] === 141 && (modRM & 63) === 36 && bytes[at + 3] === 36;
}
function stackEffectOf(bytes, start) {
  const at = (byteAt(bytes, start) & 240) === 64 ? start + 1 : start;
  const opcode = byteAt(bytes, at);
  const modRM = byteAt(bytes, at + 1);
  if (opcode < 96) return opcode < 88 ? 8 : -8;
  if (opcode === 156 || opcode === 157) return opcode === 156 ? 8 : -8;
  if (opcode === 141) {
    if (modRM === 100) return 0 - signedByte(bytes, at + 3);
    return modRM === 164 ? 0 - signedWord(bytes, at + 3) | 0 : 0;
  }
  const size = opcode === 131 ? signedByte(bytes, at + 2) : signedWord(bytes, at + 2);
  if (modRM === 236) return size;
  return modRM === 196 ? 0 - size | 0 : 0;
}
function byteAt(bytes, at) {
  return bytes[at] ?? 0;
}
function signedByte(bytes, at) {
  return byteAt(bytes, at) << 24 >> 24;
}
function signedWord(bytes, at) {
  return byteAt(bytes, at) | byteAt(bytes, at + 1) << 8 | byteAt(bytes, at + 2) << 16 | byteAt(bytes, at + 3) << 24;
}

// src/pack/bantam/x86/jumps.ts
function writeJumps(bytes, offsets, jumps) {
  for (const { from, to, isFar } of jumps) {
    const end = offsets[from + 1] ?? 0;
    const target2 = offsets[to];
    if (target2 === void 0) throw new BrokenStream("a jump leaves its function");
    if (isFar) putWord(bytes, end - 4, target2 - end);
    else bytes[end - 1] = target2 - end;
  }
}
function putWord(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >> 8;
  bytes[at + 2] = value >> 16;
  bytes[at + 3] = value >> 24;
}

// src/pack/bantam/x86/streams.ts
var STREAM3 = {
  words: 0,
  code: 1,
  /** Numbers: each of these streams is followed by the one of its low bytes. */
  displacements: 2,
  stackDisplacements: 4,
  imm32: 6,
  group1: 8,
  farJumps: 10,
  /** Four bytes each: numbers of the streams above that are too large, and targets of calls to no function. */
  large: 12,
  /** The same of `farJumps`. */
  largeJumps: 13,
  nearJumps: 14,
  imm8: 15,
  imm16: 16,
  imm64: 17,
  /** Ranked values: each of these streams is followed by its list. */
  calls: 18,
  addresses: 20
};
var STREAMS2 = 22;
var STREAM_OF_DISPLACEMENT = {
  [DISPLACEMENT.byte]: STREAM3.displacements,
  [DISPLACEMENT.word]: STREAM3.displacements,
  [DISPLACEMENT.stackByte]: STREAM3.stackDisplacements,
  [DISPLACEMENT.stackWord]: STREAM3.stackDisplacements
};
var FILL = 204;
var RAW = 206;
var JUMP2 = {
  /** The distance in bytes follows: in the same stream where the jump has one byte, else in `largeJumps`. */
  raw: 0,
  /** To where the function begins. */
  toStart: -1
};
var LONGEST_FUNCTION = 65536;
var MOST_WORDS = 247 + 8 * 256;
var LONGEST_WORD = 8;
function functionEnds(starts, size) {
  if (starts.length < 2) return Uint32Array.of(size);
  const ends = new Uint32Array(starts.length + 1);
  ends.set(starts);
  ends[starts.length] = size;
  return ends;
}
function isSignedByte(number2) {
  return number2 >= -128 && number2 < 128;
}

// src/pack/bantam/x86/words.ts
var SPELLED = 255;
function shortNumbers(words2) {
  return 255 - Math.max(0, Math.ceil((words2 - 255) / 255));
}
var LEAST_USES = 8;
var Words = class {
  /** The words that differ, one behind the other, and where each begins. */
  #bytes = new Uint8Array(1 << 8);
  #begins = new Uint32Array(1 << 6);
  #uses = new Uint32Array(1 << 6);
  #differing = 0;
  /** By hash: the word's number and 1. */
  #slots = new Uint32Array(1 << 7);
  #sequence = new Uint32Array(1 << 8);
  #length = 0;
  /** The word is `length` bytes from `start` on, 15 at most. */
  add(bytes, start, length) {
    if (this.#length === this.#sequence.length) this.#sequence = doubled(this.#sequence);
    const number2 = this.#numberOf(bytes, start, length);
    this.#sequence[this.#length++] = number2;
    this.#uses[number2] = (this.#uses[number2] ?? 0) + 1;
  }
  /** The stream of words and the one of code. */
  end() {
    const chosen = this.#choose();
    const short = shortNumbers(chosen.length);
    const words2 = new ByteWriter();
    for (const word2 of chosen) words2.bytes(this.#word(word2));
    const numbers = new Int32Array(this.#differing).fill(-1);
    for (const [number2, word2] of chosen.entries()) numbers[word2] = number2;
    const code = new ByteWriter();
    for (let at = 0; at < this.#length; at++) {
      const word2 = this.#sequence[at] ?? 0;
      const number2 = numbers[word2] ?? -1;
      if (number2 < 0) {
        code.byte(SPELLED);
        const end = this.#begins[word2 + 1] ?? 0;
        for (let from = this.#begins[word2] ?? 0; from < end; from++) code.byte(byteAt(this.#bytes, from));
      } else if (number2 < short) code.byte(number2);
      else {
        code.byte(short + (number2 - short >> 8));
        code.byte(number2 - short);
      }
    }
    return { words: words2.end(), code: code.end() };
  }
  /** The most frequent ones have one byte. Within both lengths they are sorted, since neighbors are alike then. */
  #choose() {
    const often = [];
    for (let word2 = 0; word2 < this.#differing; word2++) {
      if ((this.#uses[word2] ?? 0) < LEAST_USES) continue;
      const bytes = this.#word(word2);
      if (bytes.length <= LONGEST_WORD && bytes[0] !== RAW) often.push(word2);
    }
    const compare = (a, b) => Buffer.compare(this.#word(a), this.#word(b));
    often.sort((a, b) => (this.#uses[b] ?? 0) - (this.#uses[a] ?? 0) || compare(a, b));
    const chosen = often.slice(0, MOST_WORDS);
    const short = shortNumbers(chosen.length);
    return [...chosen.slice(0, short).sort(compare), ...chosen.slice(short).sort(compare)];
  }
  #word(word2) {
    return this.#bytes.subarray(this.#begins[word2], this.#begins[word2 + 1]);
  }
  #numberOf(bytes, start, length) {
    const mask = this.#slots.length - 1;
    let slot = hashOf(bytes, start, length) & mask;
    for (; ; ) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0) break;
      if (this.#isWord(found - 1, bytes, start, length)) return found - 1;
      slot = slot + 1 & mask;
    }
    const number2 = this.#differing++;
    this.#slots[slot] = number2 + 1;
    if (number2 + 2 > this.#begins.length) {
      this.#begins = doubled(this.#begins);
      this.#uses = doubled(this.#uses);
    }
    const begin = this.#begins[number2] ?? 0;
    if (begin + length > this.#bytes.length) this.#bytes = doubled(this.#bytes);
    for (let at = 0; at < length; at++) this.#bytes[begin + at] = byteAt(bytes, start + at);
    this.#begins[number2 + 1] = begin + length;
    if (2 * this.#differing > this.#slots.length) this.#rehash();
    return number2;
  }
  #isWord(number2, bytes, start, length) {
    const begin = this.#begins[number2] ?? 0;
    if ((this.#begins[number2 + 1] ?? 0) - begin !== length) return false;
    for (let at = 0; at < length; at++) if (this.#bytes[begin + at] !== bytes[start + at]) return false;
    return true;
  }
  #rehash() {
    this.#slots = new Uint32Array(4 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let number2 = 0; number2 < this.#differing; number2++) {
      const begin = this.#begins[number2] ?? 0;
      let slot = hashOf(this.#bytes, begin, (this.#begins[number2 + 1] ?? 0) - begin) & mask;
      while (this.#slots[slot] !== 0) slot = slot + 1 & mask;
      this.#slots[slot] = number2 + 1;
    }
  }
};
function hashOf(bytes, start, length) {
  let hash = length;
  for (let at = start; at < start + length; at++) hash = Math.imul(hash, 16777619) ^ byteAt(bytes, at);
  const mixed2 = Math.imul(hash ^ hash >>> 15, 739982445);
  return mixed2 ^ mixed2 >>> 13;
}
function doubled(items) {
  const twice = new items.constructor(2 * items.length);
  twice.set(items);
  return twice;
}
function readWords(bytes) {
  const words2 = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] === FILL ? 1 : codeBytes(shapeAt(bytes, at));
    if (bytes[at] === RAW || length === 0 || length > LONGEST_WORD || length > bytes.length - at) {
      throw new BrokenStream("the list of words is damaged");
    }
    if (words2.length === MOST_WORDS) throw new BrokenStream("there are too many words");
    words2.push(bytes.subarray(at, at + length));
    at += length;
  }
  return words2;
}

// src/pack/bantam/x86/decode.ts
function decodeX86(streams, size, address, starts) {
  if (streams.length !== STREAMS2) throw new BrokenStream(`x86-64 text has ${STREAMS2} streams`);
  const decoder = new Decoder(streams, size, Number(BigInt.asUintN(32, address)), starts);
  for (const end of functionEnds(starts, size)) decoder.decodeTo(end);
  if (!decoder.isAtEnd) throw new BrokenStream("a stream of x86-64 text goes on behind its end");
  return { bytes: decoder.bytes, address, starts, marks: decoder.marks };
}
var LONGEST_INSTRUCTION = 15;
var Decoder = class {
  bytes;
  marks;
  #streams;
  #code;
  #words;
  #shapes;
  #shortNumbers;
  #calls;
  #addresses;
  #address;
  #starts;
  /** Of the function's instructions, and its end. */
  #offsets;
  #jumps = [];
  #codeAt = 0;
  #at = 0;
  constructor(streams, size, address, starts) {
    const ranked = (stream2) => rankedReader({ values: streams[stream2], list: streams[stream2 + 1] });
    this.#streams = streams.map((bytes) => new ByteReader(bytes));
    this.#code = streams[STREAM3.code];
    this.#words = readWords(streams[STREAM3.words]);
    this.#shapes = this.#words.map((word2) => shapeAt(word2, 0));
    this.#shortNumbers = shortNumbers(this.#words.length);
    this.#calls = ranked(STREAM3.calls);
    this.#addresses = ranked(STREAM3.addresses);
    this.#address = address;
    this.#starts = starts;
    this.bytes = new Uint8Array(size);
    this.marks = new Uint8Array(size + 1);
    this.#offsets = new Uint32Array(Math.min(size, LONGEST_FUNCTION) + 2);
  }
  get isAtEnd() {
    const others = [...this.#streams.slice(STREAM3.displacements, STREAM3.calls), this.#calls, this.#addresses];
    return this.#codeAt === this.#code.length && others.every((stream2) => stream2.isAtEnd);
  }
  decodeTo(end) {
    while (this.#at < end) this.#function(end);
  }
  #function(end) {
    const cut = Math.min(end, this.#at + LONGEST_FUNCTION);
    this.#jumps = [];
    let count2 = 0;
    while (this.#at < cut) {
      this.#offsets[count2] = this.#at;
      this.#next(count2, end);
      count2++;
    }
    this.#offsets[count2] = this.#at;
    writeJumps(this.bytes, this.#offsets.subarray(0, count2 + 1), this.#jumps);
  }
  #next(count2, end) {
    const first = this.#codeByte();
    if (first === SPELLED) this.#spelled(count2, end);
    else {
      const short = this.#shortNumbers;
      const number2 = first < short ? first : short + (first - short << 8 | this.#codeByte());
      const word2 = this.#words[number2];
      if (word2 === void 0) throw new BrokenStream("a word has no such number");
      if (word2[0] === FILL) this.#fill(end);
      else this.#instruction(word2, 0, this.#shapes[number2] ?? 0, count2, end);
    }
  }
  #spelled(count2, end) {
    const first = this.#code[this.#codeAt];
    if (first === FILL || first === RAW) {
      this.#codeAt++;
      if (first === FILL) this.#fill(end);
      else {
        this.marks[this.#at] = MARK.instruction;
        this.bytes[this.#at++] = this.#codeByte();
      }
      return;
    }
    const shape = shapeAt(this.#code, this.#codeAt);
    const length = codeBytes(shape);
    if (length > this.#code.length - this.#codeAt) throw new BrokenStream("the code ends too early");
    this.#instruction(this.#code, this.#codeAt, shape, count2, end);
    this.#codeAt += length;
  }
  #fill(end) {
    this.marks[this.#at] = MARK.instruction;
    this.bytes.fill(FILL, this.#at, end);
    this.#at = end;
  }
  #instruction(word2, from, shape, number2, end) {
    if (shape === 0) throw new BrokenStream("an instruction is too long");
    const start = this.#at;
    const length = codeBytes(shape);
    const value = valueOf(shape);
    this.marks[start] = marksOf(shape);
    for (let at = 0; at < length; at++) this.bytes[start + at] = byteAt(word2, from + at);
    this.#at += length;
    this.#displacement(displacementOf(shape), start + modRMAt(shape), valueBytes(value));
    this.#value(value, start + modRMAt(shape) - 1, number2);
    if (this.#at > end || this.#at - start > LONGEST_INSTRUCTION) {
      throw new BrokenStream("an instruction is too long");
    }
  }
  #displacement(displacement, modRM, valueSize) {
    if (displacement === DISPLACEMENT.none) return;
    if (displacement === DISPLACEMENT.next) {
      this.#word(this.#addresses.next() - this.#address - (this.#at + 4 + valueSize));
      return;
    }
    const number2 = this.#number(STREAM_OF_DISPLACEMENT[displacement] ?? 0);
    if (displacementBytes(displacement) === 4) this.#word(number2);
    else if (isSignedByte(number2)) this.bytes[this.#at++] = number2;
    else {
      this.bytes[modRM] = byteAt(this.bytes, modRM) ^ 192;
      this.#word(number2);
    }
  }
  #value(value, opcode, count2) {
    switch (value) {
      case VALUE.byte:
        this.bytes[this.#at++] = this.#stream(STREAM3.imm8).byte();
        break;
      case VALUE.half: {
        const half2 = this.#stream(STREAM3.imm16).u16be();
        this.bytes[this.#at++] = half2;
        this.bytes[this.#at++] = half2 >> 8;
        break;
      }
      case VALUE.word:
        this.#word(this.#number(STREAM3.imm32));
        break;
      case VALUE.either: {
        const number2 = this.#number(STREAM3.group1);
        if (isSignedByte(number2)) this.bytes[this.#at++] = number2;
        else {
          this.bytes[opcode] = 129;
          this.#word(number2);
        }
        break;
      }
      case VALUE.long: {
        const high = this.#stream(STREAM3.imm64).u32be();
        this.#word(this.#stream(STREAM3.imm64).u32be());
        this.#word(high);
        break;
      }
      case VALUE.farJump:
        this.#farJump(count2);
        break;
      case VALUE.nearJump:
        this.#nearJump(count2);
        break;
      case VALUE.call:
        this.#word(this.#callTarget() - this.#at - 4);
        break;
    }
  }
  /** An offset in the text. */
  #callTarget() {
    const called = this.#calls.next();
    if (called === 0) return this.#stream(STREAM3.large).u32be();
    const start = called < this.#starts.length ? this.#starts[called - 1] : void 0;
    if (start === void 0) throw new BrokenStream("a call goes to no function");
    return start;
  }
  #nearJump(from) {
    const distance = this.#stream(STREAM3.nearJumps).byte() << 24 >> 24;
    if (distance === JUMP2.raw) this.bytes[this.#at++] = this.#stream(STREAM3.nearJumps).byte();
    else {
      this.#jumps.push({ from, to: distance === JUMP2.toStart ? 0 : from + 1 + distance, isFar: false });
      this.#at++;
    }
  }
  #farJump(from) {
    const distance = this.#number(STREAM3.farJumps, STREAM3.largeJumps);
    if (distance === JUMP2.raw) this.#word(this.#stream(STREAM3.largeJumps).u32be());
    else {
      this.#jumps.push({ from, to: distance === JUMP2.toStart ? 0 : from + 1 + distance, isFar: true });
      this.#at += 4;
    }
  }
  #word(value) {
    putWord(this.bytes, this.#at, value);
    this.#at += 4;
  }
  #codeByte() {
    const byte2 = this.#code[this.#codeAt++];
    if (byte2 === void 0) throw new BrokenStream("the code ends too early");
    return byte2;
  }
  #number(stream2, large = STREAM3.large) {
    return readNumber2(this.#stream(stream2), this.#stream(stream2 + 1), this.#stream(large));
  }
  #stream(number2) {
    return this.#streams[number2];
  }
};

// src/pack/bantam/x86/encode.ts
function encodeX86(bytes, address, starts) {
  const encoder = new Encoder(bytes, Number(BigInt.asUintN(32, address)), starts);
  for (const end of functionEnds(starts, bytes.length)) encoder.encodeTo(end);
  return { streams: encoder.end(), marks: encoder.marks };
}
var Encoder = class {
  marks;
  #bytes;
  #address;
  #starts;
  #streams = Array.from({ length: STREAMS2 }, () => new ByteWriter());
  #words = new Words();
  #calls = new RankedWriter();
  #addresses = new RankedWriter();
  #word = new Uint8Array(16);
  /** Of the function's instructions, and its end. */
  #offsets;
  /** By offset in the function: which instruction begins there, if one does. */
  #numbers;
  /** Twice the number of the instruction, and 1 for a far jump. */
  #jumps;
  #at = 0;
  #noFillBefore = 0;
  constructor(bytes, address, starts) {
    this.#bytes = bytes;
    this.#address = address;
    this.#starts = starts;
    this.marks = new Uint8Array(bytes.length + 1);
    const longest = Math.min(bytes.length, LONGEST_FUNCTION);
    this.#offsets = new Uint32Array(longest + 2);
    this.#numbers = new Uint32Array(longest + 16);
    this.#jumps = new Uint32Array(longest);
  }
  encodeTo(end) {
    while (this.#at < end) this.#function(end);
  }
  end() {
    const streams = this.#streams.map((stream2) => stream2.end());
    const { words: words2, code } = this.#words.end();
    streams[STREAM3.words] = words2;
    streams[STREAM3.code] = code;
    for (const [stream2, values] of [
      [STREAM3.calls, this.#calls],
      [STREAM3.addresses, this.#addresses]
    ]) {
      const ranked = values.end();
      streams[stream2] = ranked.values;
      streams[stream2 + 1] = ranked.list;
    }
    return streams;
  }
  #function(end) {
    const bytes = this.#bytes;
    const begin = this.#at;
    const cut = Math.min(end, begin + LONGEST_FUNCTION);
    let at = begin;
    let count2 = 0;
    let jumps = 0;
    while (at < cut) {
      this.#numbers[at - begin] = count2;
      this.#offsets[count2] = at;
      const first = byteAt(bytes, at);
      const shape = first === FILL || first === RAW ? 0 : shapeAt(bytes, at);
      const length = lengthOf(shape);
      if (shape !== 0 && length <= end - at) {
        this.marks[at] = marksOf(shape);
        this.#instruction(at, shape, at + length);
        const value = valueOf(shape);
        if (value === VALUE.nearJump) this.#jumps[jumps++] = 2 * count2;
        else if (value === VALUE.farJump) this.#jumps[jumps++] = 2 * count2 + 1;
        at += length;
      } else {
        this.marks[at] = MARK.instruction;
        at = first === FILL && this.#isFilled(at, end) ? this.#fill(end) : this.#raw(at);
      }
      count2++;
    }
    this.#offsets[count2] = at;
    for (let index = 0; index < jumps; index++) {
      const jump = this.#jumps[index] ?? 0;
      this.#jump(jump >> 1, (jump & 1) === 1, begin, at);
    }
    this.#at = at;
  }
  #fill(end) {
    this.#word[0] = FILL;
    this.#words.add(this.#word, 0, 1);
    return end;
  }
  #raw(at) {
    this.#word[0] = RAW;
    this.#word[1] = byteAt(this.#bytes, at);
    this.#words.add(this.#word, 0, 2);
    return at + 1;
  }
  /** All of it but the distance of a jump, which is known when all instructions of the function are. */
  #instruction(start, shape, end) {
    const length = codeBytes(shape);
    const value = valueOf(shape);
    const displacement = displacementOf(shape);
    const modRM = start + modRMAt(shape);
    const isShorter = this.#displacement(displacement, start + length, modRM, end);
    const opcode = displacement === DISPLACEMENT.next ? -1 : modRM - 1;
    const isGroup1 = this.#value(value, end - valueBytes(value), opcode, end);
    if (!isShorter && !isGroup1) {
      this.#words.add(this.#bytes, start, length);
      return;
    }
    for (let at = 0; at < length; at++) this.#word[at] = byteAt(this.#bytes, start + at);
    if (isShorter) this.#word[modRM - start] = byteAt(this.#bytes, modRM) ^ 192;
    if (isGroup1) this.#word[opcode - start] = 131;
    this.#words.add(this.#word, 0, length);
  }
  /** @returns whether the word has mod 1 where the text has mod 2: the number says that it needs four bytes */
  #displacement(displacement, at, modRM, end) {
    if (displacement === DISPLACEMENT.none) return false;
    if (displacement === DISPLACEMENT.next) {
      this.#addresses.add(this.#address + end + signedWord(this.#bytes, at));
      return false;
    }
    const isByte = displacementBytes(displacement) === 1;
    const number2 = isByte ? signedByte(this.#bytes, at) : signedWord(this.#bytes, at);
    this.#number(STREAM_OF_DISPLACEMENT[displacement] ?? 0, number2);
    return !isByte && byteAt(this.#bytes, modRM) >> 6 === 2 && !isSignedByte(number2);
  }
  /** @returns whether the word has the opcode 83 where the text has 81: the number says that it needs four bytes */
  #value(value, at, opcode, end) {
    const bytes = this.#bytes;
    switch (value) {
      case VALUE.byte:
        this.#stream(STREAM3.imm8).byte(byteAt(bytes, at));
        return false;
      case VALUE.half:
        this.#stream(STREAM3.imm16).byte(byteAt(bytes, at + 1));
        this.#stream(STREAM3.imm16).byte(byteAt(bytes, at));
        return false;
      case VALUE.either:
        this.#number(STREAM3.group1, signedByte(bytes, at));
        return false;
      case VALUE.word: {
        const number2 = signedWord(bytes, at);
        const isGroup1 = bytes[opcode] === 129 && !isSignedByte(number2);
        this.#number(isGroup1 ? STREAM3.group1 : STREAM3.imm32, number2);
        return isGroup1;
      }
      case VALUE.long:
        this.#stream(STREAM3.imm64).u32be(signedWord(bytes, at + 4));
        this.#stream(STREAM3.imm64).u32be(signedWord(bytes, at));
        return false;
      case VALUE.call:
        this.#call(end + signedWord(bytes, at) >>> 0);
        return false;
      default:
        return false;
    }
  }
  #call(target2) {
    const called = indexOf(this.#starts, target2) + 1;
    this.#calls.add(called);
    if (called === 0) this.#stream(STREAM3.large).u32be(target2);
  }
  #jump(number2, isFar, begin, functionEnd) {
    const end = this.#offsets[number2 + 1] ?? 0;
    const bytes = isFar ? signedWord(this.#bytes, end - 4) : signedByte(this.#bytes, end - 1);
    const target2 = end + bytes;
    const isInside = target2 >= begin && target2 < functionEnd && this.marks[target2] !== 0;
    const instructions = isInside ? (this.#numbers[target2 - begin] ?? 0) - number2 - 1 : 0;
    const hasNumber = isInside && (isFar || isSignedByte(instructions));
    const distance = target2 === begin ? JUMP2.toStart : hasNumber && instructions !== JUMP2.toStart ? instructions : JUMP2.raw;
    if (isFar) {
      this.#number(STREAM3.farJumps, distance, STREAM3.largeJumps);
      if (distance === JUMP2.raw) this.#stream(STREAM3.largeJumps).u32be(bytes);
    } else {
      this.#stream(STREAM3.nearJumps).byte(distance);
      if (distance === JUMP2.raw) this.#stream(STREAM3.nearJumps).byte(bytes);
    }
  }
  #number(stream2, value, large = STREAM3.large) {
    writeNumber2(this.#stream(stream2), this.#stream(stream2 + 1), this.#stream(large), value);
  }
  #isFilled(at, end) {
    if (at < this.#noFillBefore) return false;
    let filled = at;
    while (filled < end && this.#bytes[filled] === FILL) filled++;
    this.#noFillBefore = filled;
    return filled === end;
  }
  #stream(number2) {
    return this.#streams[number2];
  }
};
function lengthOf(shape) {
  return codeBytes(shape) + displacementBytes(displacementOf(shape)) + valueBytes(valueOf(shape));
}
function indexOf(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low < starts.length - 1 && starts[low] === offset ? low : -1;
}

// src/pack/bantam/x86/text.ts
var X86_TEXT = {
  quantum: 1,
  streams: STREAMS2,
  encode: encodeX86,
  decode: decodeX86,
  stackEffect: stackEffectOf
};
var WORK = 2 * 256 + 16 * MOST_WORDS + 2 * (4 * 256 + 12) + 64;
function x86Scratch(size, _starts) {
  const longest = Math.min(size, LONGEST_FUNCTION);
  const roundings = 3 * 16;
  return WORK + 4 * (longest + 2) + 8 * (Math.ceil(longest / 2) + 2) + roundings;
}

// src/pack/bantam/text-codecs.ts
var TEXT_CODECS = { "x86 text": X86_TEXT, "arm64 text": ARM64_TEXT };
var TEXT_KINDS = {
  amd64: "x86 text",
  arm64: "arm64 text"
};

// src/pack/bantam/streams/starts.ts
function writeStarts(starts) {
  const writer = new ByteWriter();
  let before = 0;
  for (const start of starts) {
    writer.varint(start - before);
    before = start;
  }
  return writer.end();
}
function readStarts(stream2, size) {
  const starts = new Uint32Array(countOf(stream2));
  const reader = new ByteReader(stream2);
  let before = 0;
  for (let index = 0; !reader.isAtEnd; index++) {
    before += reader.varint();
    if (before > size) throw new BrokenStream("a function lies outside of its text");
    starts[index] = before;
  }
  return starts;
}
function countOf(stream2) {
  let count2 = 0;
  for (const byte2 of stream2) if (byte2 < 128) count2++;
  return count2;
}

// src/pack/bantam/pclntab/columns.ts
var TABLE_KINDS = 8;
var DATA_KINDS = 8;
var LINE_CLASSES = 6;
var SINGLE = [
  "layout",
  "shapes",
  "names",
  "args",
  "deferReturns",
  "units",
  "lines",
  "flags",
  "references",
  "raw",
  "nodeCounts",
  "nodeIds",
  "nodeNames",
  "nodeLines",
  "nodePcs",
  "rest",
  "inlinedLinePcs"
];
var COLUMN_COUNT = SINGLE.length + 2 * TABLE_KINDS + LINE_CLASSES + 2 * DATA_KINDS;
function makeColumns(make) {
  const all = Array.from({ length: COLUMN_COUNT }, (_, index) => make(index));
  const single = Object.fromEntries(SINGLE.map((name, index) => [name, all[index]]));
  const pcs = SINGLE.length;
  const values = pcs + TABLE_KINDS;
  const lineValues = values + TABLE_KINDS;
  const data = lineValues + LINE_CLASSES;
  const steps = data + DATA_KINDS;
  return {
    ...single,
    pcs: all.slice(pcs, values),
    values: all.slice(values, lineValues),
    lineValues: all.slice(lineValues, data),
    data: all.slice(data, steps),
    steps: all.slice(steps)
  };
}
function inOrder(columns) {
  const { pcs, values, lineValues, data, steps } = columns;
  return [...SINGLE.map((name) => columns[name]), ...pcs, ...values, ...lineValues, ...data, ...steps];
}
function columnOf(columns, kind) {
  const column = columns[Math.min(kind, columns.length - 1)];
  if (column === void 0) throw new RangeError(`no column for kind ${kind}`);
  return column;
}

// src/pack/bantam/pclntab/known-tables.ts
function knownTables() {
  const offsets = /* @__PURE__ */ new Map();
  let count2 = 0;
  const key = (table) => Buffer.from(table.buffer, table.byteOffset, table.byteLength).toString("latin1");
  return {
    find: (table) => offsets.get(key(table)) ?? 0,
    add: (table, offset) => {
      count2++;
      if (!offsets.has(key(table))) offsets.set(key(table), offset);
    },
    count: () => count2
  };
}
var REFERENCE = {
  none: 0,
  /** The table is in the streams. It is the one of these bytes that is known, or else new and the next. */
  coded: 1,
  /** The same, but it is new although there is one. */
  again: 2,
  back: 3
};
var SHAPE = {
  /** By the instructions; the function ends before the padding. */
  usual: 0,
  /** As they are. */
  raw: 1,
  end: 2
};

// src/pack/bantam/pclntab/pc-values.ts
function pcValuesBuffer() {
  return { ends: [], values: [] };
}
function readPcValues(bytes, place, end, into) {
  into.ends.length = 0;
  into.values.length = 0;
  let at = place;
  let isBroken = false;
  const varint = () => {
    let value2 = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte2 = at < end ? bytes[at++] ?? 0 : 128;
      value2 |= (byte2 & 127) << shift;
      if (byte2 < 128) {
        if (byte2 === 0 && shift > 0 || shift === 28 && byte2 > 15) isBroken = true;
        return value2 >>> 0;
      }
    }
    isBroken = true;
    return 0;
  };
  let value = -1;
  let pc = 0;
  while (true) {
    const delta = varint();
    if (isBroken) return -1;
    if (delta === 0 && into.ends.length > 0) return at;
    value = value + (delta >>> 1 ^ -(delta & 1)) | 0;
    pc += varint();
    if (isBroken || pc > 4294967295) return -1;
    into.ends.push(pc);
    into.values.push(value);
  }
}
function countInstructions(table, text2, quantum) {
  const { at, count: count2 } = text2;
  const start = at[0] ?? 0;
  let instruction = 0;
  for (let index = 0; index < table.ends.length; index++) {
    const place = start + (table.ends[index] ?? 0) * quantum;
    const before = instruction;
    while (instruction < count2 && (at[instruction] ?? 0) < place) instruction++;
    if (at[instruction] !== place || instruction === before) return false;
    table.ends[index] = instruction;
  }
  return instruction === count2;
}
function rawEnd(bytes, place, end) {
  let at = place;
  for (let number2 = 0; at < end; number2++) {
    if (number2 > 0 && number2 % 2 === 0 && bytes[at] === 0) return at + 1;
    while (at < end && (bytes[at] ?? 0) >= 128) at++;
    at++;
  }
  return -1;
}
function pcValuesBytes(table, text2, quantum) {
  const out = new ByteWriter();
  let before = -1;
  let place = text2.at[0] ?? 0;
  for (let index = 0; index < table.ends.length; index++) {
    const value = table.values[index] ?? 0;
    const end = text2.at[table.ends[index] ?? 0] ?? 0;
    out.varint(zigzag(value - before | 0));
    out.varint((end - place) / quantum);
    before = value;
    place = end;
  }
  out.byte(0);
  return out.end();
}

// src/pack/bantam/pclntab/table-kinds.ts
var TABLE = {
  /** pcsp: bytes of stack. */
  stack: 0,
  /** pcfile: number of the file in the unit. */
  file: 1,
  /** pcln. */
  line: 2,
  /** PCDATA_UnsafePoint. */
  unsafe: 3,
  /** PCDATA_StackMapIndex. */
  stackMap: 4,
  /** PCDATA_InlTreeIndex, here `inlined`. */
  inlined: 5,
  /** PCDATA_ArgLiveIndex. */
  argLive: 6,
  /** PCDATA_PanicBounds. */
  panicBounds: 7
};
var FIXED_TABLES = 3;
var INLINE_TREE = 3;
function tableOrder(count2) {
  const all = Array.from({ length: count2 }, (_, slot) => slot);
  return count2 > TABLE.inlined ? [...all.filter((slot) => slot !== TABLE.inlined), TABLE.inlined] : all;
}

// src/pack/bantam/pclntab/function-state.ts
function contextOf(name, line) {
  return { name, line, file: -1, isSeen: false };
}
function notInlined({ count: count2 }) {
  return { ends: [count2], values: [-1] };
}
function startWalk() {
  return { from: 0, value: -1, highest: 0, candidate: 0, range: 0, context: null };
}
function reachRange(walk, { inlined }) {
  while (walk.range < inlined.ends.length - 1 && (inlined.ends[walk.range] ?? 0) <= walk.from) walk.range++;
}
function currentContext(walk, { inlined, contexts }) {
  const context = contexts[(inlined.values[walk.range] ?? -1) + 1] ?? contexts[0];
  if (context === void 0) throw new RangeError("a function has a context");
  return context;
}
function isOwn(walk, state) {
  return currentContext(walk, state) === state.contexts[0];
}
function lineClass(walk, state) {
  const context = currentContext(walk, state);
  const visit = !context.isSeen ? 0 : context === walk.context ? 1 : 2;
  return context === state.contexts[0] ? visit : visit + 3;
}

// src/pack/bantam/pclntab/table-pcs.ts
function candidatesOf(kind, { text: text2, inlined }) {
  switch (kind) {
    case TABLE.stack:
      return { at: text2.afterStack, count: text2.afterStackCount };
    case TABLE.file:
      return { at: inlined.ends, count: inlined.ends.length };
    case TABLE.stackMap:
    case TABLE.panicBounds:
      return { at: text2.calls, count: text2.callCount };
    default:
      return null;
  }
}
var CODE = { other: 0, end: 1, candidate: 2 };
function pcCoder(kind, state) {
  const { count: count2 } = state.text;
  const candidates = candidatesOf(kind, state);
  if (candidates !== null) return candidateCoder(candidates, count2);
  if (kind === TABLE.unsafe) return unsafeCoder(state);
  const usual = kind === TABLE.line ? (walk) => state.inlined.ends[walk.range] ?? count2 : () => count2;
  return {
    write: (walk, to, out) => out.varint(to === usual(walk) ? 0 : to - walk.from),
    read: (walk, from) => {
      const code = from.varint();
      return checked(walk, code === 0 ? usual(walk) : walk.from + code, count2);
    }
  };
}
function unsafeCoder({ text: text2 }) {
  const { count: count2, afterStack, afterStackCount } = text2;
  const last = afterStack[afterStackCount - 1] ?? 0;
  return {
    write: (walk, to, out) => {
      const isLast = to === last && last > walk.from;
      out.varint(to === count2 ? 0 : isLast ? 1 : 1 + to - walk.from);
    },
    read: (walk, from) => {
      const code = from.varint();
      return checked(walk, code === 0 ? count2 : code === 1 ? last : walk.from + code - 1, count2);
    }
  };
}
function candidateCoder({ at, count: candidateCount }, count2) {
  const reach = (walk) => {
    while (walk.candidate < candidateCount && (at[walk.candidate] ?? 0) <= walk.from) walk.candidate++;
  };
  return {
    write: (walk, to, out) => {
      if (to === count2) return out.varint(CODE.end);
      reach(walk);
      let candidate = walk.candidate;
      while (candidate < candidateCount && (at[candidate] ?? 0) < to) candidate++;
      if (candidate < candidateCount && at[candidate] === to) {
        return out.varint(CODE.candidate + candidate - walk.candidate);
      }
      out.varint(CODE.other);
      out.varint(to - walk.from);
    },
    read: (walk, from) => {
      const code = from.varint();
      if (code === CODE.end) return checked(walk, count2, count2);
      if (code === CODE.other) return checked(walk, walk.from + from.varint(), count2);
      reach(walk);
      const candidate = walk.candidate + code - CODE.candidate;
      return checked(walk, candidate < candidateCount ? at[candidate] ?? 0 : 0, count2);
    }
  };
}
function checked(walk, to, count2) {
  if (to <= walk.from || to > count2) throw new BrokenStream("a table goes beyond its function");
  return to;
}

// src/pack/bantam/pclntab/table-values.ts
function valueCoder(kind, state, knowledge) {
  switch (kind) {
    case TABLE.stack:
      return stackCoder(state, knowledge);
    case TABLE.file:
      return fileCoder(state, knowledge);
    case TABLE.line:
      return lineCoder(state);
    case TABLE.inlined:
      return INLINED_CODER;
    default:
      return {
        write: (walk, value, out) => out.varint(zigzag(value - walk.value | 0)),
        read: (walk, from) => walk.value + unzigzag(from.varint()) | 0
      };
  }
}
function lineCoder(state) {
  const saw = (walk, line) => {
    const context = currentContext(walk, state);
    context.line = line;
    context.isSeen = true;
    walk.context = context;
    return line;
  };
  return {
    write: (walk, value, out) => {
      out.varint(zigzag(value - currentContext(walk, state).line | 0));
      saw(walk, value);
    },
    read: (walk, from) => saw(walk, currentContext(walk, state).line + unzigzag(from.varint()) | 0)
  };
}
var INLINED_CODE = { own: 0, next: 1, other: 2 };
var INLINED_CODER = {
  write: (walk, value, out) => {
    const highest = walk.highest - 1;
    const code = value === -1 ? INLINED_CODE.own : value === highest + 1 ? INLINED_CODE.next : value > highest ? INLINED_CODE.other + 3 * (value - highest - 2) : value < walk.value ? INLINED_CODE.other + 1 + 3 * (walk.value - value - 1) : INLINED_CODE.other + 2 + 3 * (highest - value);
    out.varint(code);
    walk.highest = Math.max(walk.highest, value + 1);
  },
  read: (walk, from) => {
    const highest = walk.highest - 1;
    const code = from.varint();
    const distance = Math.floor((code - INLINED_CODE.other) / 3);
    const value = code === INLINED_CODE.own ? -1 : code === INLINED_CODE.next ? highest + 1 : [highest + 2 + distance, walk.value - 1 - distance, highest - distance][(code - 2) % 3];
    const found = (value ?? 0) | 0;
    walk.highest = Math.max(walk.highest, found + 1);
    return found;
  }
};
function fileCoder(state, { names, files }) {
  const predicted = (walk) => {
    const { file, name } = currentContext(walk, state);
    const place = names.files[name] ?? 0;
    return file >= 0 || place === 0 ? file : files.find(state.unit, place);
  };
  const saw = (walk, file) => {
    const context = currentContext(walk, state);
    context.file = file;
    names.files[context.name] = files.placeOf(state.unit, file);
  };
  return {
    write: (walk, value, out) => {
      out.varint(value === predicted(walk) ? 0 : 1 + zigzag(value - walk.value | 0));
      saw(walk, value);
    },
    read: (walk, from) => {
      const code = from.varint();
      const value = code === 0 ? predicted(walk) : walk.value + unzigzag(code - 1) | 0;
      saw(walk, value);
      return value;
    }
  };
}
var STACK_CODE = { predicted: 0, highest: 1, other: 2 };
function stackCoder({ text: text2 }, knowledge) {
  const predicted = ({ from, value, highest }) => {
    if (from === 0) return 0;
    const effect = knowledge.stackEffect(text2.at[from - 1] ?? 0);
    return effect === null ? highest : value + effect | 0;
  };
  const saw = (walk, value) => {
    walk.highest = Math.max(walk.highest, value);
  };
  return {
    write: (walk, value, out) => {
      if (value === predicted(walk)) out.varint(STACK_CODE.predicted);
      else if (value === walk.highest) out.varint(STACK_CODE.highest);
      else out.varint(STACK_CODE.other + zigzag(value - walk.value | 0));
      saw(walk, value);
    },
    read: (walk, from) => {
      const code = from.varint();
      const value = code === STACK_CODE.predicted ? predicted(walk) : code === STACK_CODE.highest ? walk.highest : walk.value + unzigzag(code - STACK_CODE.other) | 0;
      saw(walk, value);
      return value;
    }
  };
}

// src/pack/bantam/pclntab/tables.ts
var MOST = 2 ** 29;
function canWriteTable({ values }) {
  return values.every((value) => value > -MOST && value < MOST);
}
function columnsOf(kind, walk, state, columns) {
  return kind === TABLE.line ? {
    value: columnOf(columns.lineValues, lineClass(walk, state)),
    pc: isOwn(walk, state) ? columnOf(columns.pcs, kind) : columns.inlinedLinePcs
  } : { value: columnOf(columns.values, kind), pc: columnOf(columns.pcs, kind) };
}
function writeTable(kind, table, state, knowledge, columns) {
  const [pcs, values] = [pcCoder(kind, state), valueCoder(kind, state, knowledge)];
  const walk = startWalk();
  for (let index = 0; index < table.ends.length; index++) {
    const [to, value] = [table.ends[index] ?? 0, table.values[index] ?? 0];
    reachRange(walk, state);
    const column = columnsOf(kind, walk, state, columns);
    values.write(walk, value, column.value);
    pcs.write(walk, to, column.pc);
    walk.from = to;
    walk.value = value;
  }
}
function readTable(kind, into, state, knowledge, columns) {
  const [pcs, values] = [pcCoder(kind, state), valueCoder(kind, state, knowledge)];
  const walk = startWalk();
  into.ends.length = 0;
  into.values.length = 0;
  do {
    reachRange(walk, state);
    const column = columnsOf(kind, walk, state, columns);
    const value = values.read(walk, column.value);
    const to = pcs.read(walk, column.pc);
    into.ends.push(to);
    into.values.push(value);
    walk.from = to;
    walk.value = value;
  } while (walk.from < state.text.count);
}

// src/pack/bantam/pclntab/decode-tables.ts
function readTables(isRaw, count2, alone, state, pctab, columns, into) {
  const slots = tableOrder(count2).map((slot) => ({ slot, reference: columns.references.varint() }));
  const isCoded = (reference) => !isRaw && (reference === REFERENCE.coded || reference === REFERENCE.again);
  const inlined = pcValuesBuffer();
  const hasInlined = slots.some(({ slot, reference }) => slot === TABLE.inlined && isCoded(reference));
  if (hasInlined) readTable(TABLE.inlined, inlined, alone, state, columns);
  const known = hasInlined ? inlined : alone.inlined;
  const whole = { ...alone, inlined: known, contexts: into.contexts(known) };
  const table = pcValuesBuffer();
  for (const { slot, reference } of slots) {
    if (reference === REFERENCE.none) continue;
    if (reference >= REFERENCE.back) {
      const offset = pctab.at - 1 - (reference - REFERENCE.back);
      if (offset <= 0) throw new BrokenStream("a table is before the first");
      into.place(slot, offset);
    } else if (isRaw) {
      const start = pctab.at;
      copyRaw(columns.raw, pctab);
      pctab.known.add(pctab.bytes.subarray(start, pctab.at), start);
      into.place(slot, start);
    } else {
      if (slot !== TABLE.inlined) readTable(slot, table, whole, state, columns);
      const bytes = pcValuesBytes(slot === TABLE.inlined ? inlined : table, alone.text, state.quantum);
      into.place(slot, settle(bytes, reference, pctab));
    }
  }
}
function settle(table, reference, pctab) {
  const before = pctab.known.find(table);
  if (before !== 0 && reference !== REFERENCE.again) return before;
  const start = pctab.at;
  if (table.length > pctab.end - start) throw new BrokenStream("more tables than pctab has room for");
  pctab.bytes.set(table, start);
  pctab.known.add(table, start);
  pctab.at += table.length;
  return start;
}
function copyRaw(from, out) {
  for (let number2 = 0; out.at < out.end; number2++) {
    let byte2 = from.byte();
    out.bytes[out.at++] = byte2;
    if (number2 > 0 && number2 % 2 === 0 && byte2 === 0) return;
    while (byte2 >= 128 && out.at < out.end) {
      byte2 = from.byte();
      out.bytes[out.at++] = byte2;
    }
  }
  throw new BrokenStream("a table does not end");
}

// src/pack/bantam/pclntab/data-offsets.ts
var NO_DATA = 4294967295;
var GROUPS = [0, 0, 1, 0, 2, 2, 2, 2];
var CODE2 = { none: 0, step: 1, offset: 2 };
var LONGEST_STEP = 4095;
function dataOffsets() {
  const last = GROUPS.map(() => 0);
  const groupOf = (kind) => GROUPS[kind] ?? GROUPS.length - 1;
  return {
    write: (offset, kind, width, columns) => {
      const column = columnOf(columns.data, kind);
      const put = (code) => width === 3 ? column.u24be(code) : column.u32be(code >>> 0);
      const group = groupOf(kind);
      const step = offset - (last[group] ?? 0);
      if (offset === NO_DATA) put(CODE2.none);
      else if (step < 0 || step > LONGEST_STEP) put(CODE2.offset + offset);
      else {
        put(CODE2.step);
        columnOf(columns.steps, kind).varint(step);
      }
      if (offset !== NO_DATA && step >= 0) last[group] = offset;
    },
    read: (kind, width, columns) => {
      const column = columnOf(columns.data, kind);
      const code = width === 3 ? column.u24be() : column.u32be();
      if (code === CODE2.none) return NO_DATA;
      const group = groupOf(kind);
      const before = last[group] ?? 0;
      const offset = code === CODE2.step ? before + columnOf(columns.steps, kind).varint() >>> 0 : code - CODE2.offset;
      if (offset >= before) last[group] = offset;
      return offset;
    },
    endTree: (end) => {
      last[groupOf(INLINE_TREE)] = end;
    }
  };
}

// src/pack/bantam/pclntab/function-index.ts
var BUCKET = 4096;
var PARTS = 16;
var PART2 = BUCKET / PARTS;
function functionIndex(starts) {
  const count2 = starts.length - 1;
  if (count2 < 1) return null;
  const first = starts[0] ?? 0;
  const parts = Math.ceil(((starts[count2] ?? 0) - first) / PART2);
  const buckets = Math.ceil(parts / PARTS);
  const index = new Uint8Array(buckets * 4 + parts);
  let current = 0;
  let base = 0;
  for (let part = 0; part < parts; part++) {
    const begin = first + part * PART2;
    while (current + 1 < count2 && (starts[current + 1] ?? 0) <= begin) current++;
    const at = (part >> 4) * (4 + PARTS);
    if (part % PARTS === 0) {
      base = current;
      for (let byte2 = 0; byte2 < 4; byte2++) index[at + byte2] = base >>> 8 * byte2;
    }
    if (current - base > 255) return null;
    index[at + 4 + part % PARTS] = current - base;
  }
  return index;
}

// src/pack/bantam/pclntab/names.ts
function readNames(table) {
  const offsets = [];
  for (let at = 0; at < table.length; at = table.indexOf(0, at) + 1) {
    offsets.push(at);
    if (table.indexOf(0, at) === -1) break;
  }
  if (table.length > 0 && table.at(-1) !== 0) offsets.pop();
  const numbers = new Int32Array(table.length).fill(-1);
  offsets.forEach((offset, index) => {
    numbers[offset] = index;
  });
  return {
    offsets: Uint32Array.from(offsets),
    numberAt: (offset) => numbers[offset] ?? -1,
    newest: -1,
    lines: new Int32Array(offsets.length),
    files: new Uint32Array(offsets.length)
  };
}
function codeOfName(names, name) {
  if (name === names.newest + 1) {
    names.newest++;
    return 0;
  }
  names.newest = Math.max(names.newest, name);
  return name + 1;
}
function nameOfCode(names, code) {
  const name = code === 0 ? names.newest + 1 : code - 1;
  if (name >= names.offsets.length) throw new BrokenStream("there is no such name");
  names.newest = Math.max(names.newest, name);
  return name;
}
function knowsLine(names, name, line) {
  const known = line + 1 | 0;
  if (names.lines[name] === known) return true;
  names.lines[name] = known;
  return false;
}
function knownLine(names, name) {
  return (names.lines[name] ?? 0) - 1 | 0;
}
function writeLine(names, name, line, before, out) {
  out.varint(knowsLine(names, name, line) ? 0 : 1 + zigzag(line - before | 0));
}
function readLine(names, name, before, from) {
  const code = from.varint();
  if (code === 0) return knownLine(names, name);
  const line = before + unzigzag(code - 1) | 0;
  knowsLine(names, name, line);
  return line;
}

// src/pack/bantam/pclntab/inline-tree.ts
var NODE_SIZE = 16;
function nodesOf(inlined) {
  return inlined.values.reduce((most, value) => Math.max(most, value + 1), 0);
}
function firstInstructions(inlined, count2) {
  const firsts = new Int32Array(count2).fill(-1);
  let from = 0;
  inlined.values.forEach((node, index) => {
    if (node >= 0 && node < count2 && firsts[node] === -1) firsts[node] = from;
    from = inlined.ends[index] ?? 0;
  });
  return firsts;
}
function isNode(nodes, at, names) {
  return (nodes.getUint32(at, true) & 4294967040) === 0 && names.numberAt(nodes.getUint32(at + 4, true)) !== -1;
}
function writeTree(nodes, place, columns) {
  const { names, text: text2 } = place;
  const count2 = nodes.byteLength / NODE_SIZE;
  const firsts = firstInstructions(place.inlined, count2);
  return Array.from({ length: count2 }, (_, index) => {
    const at = index * NODE_SIZE;
    const name = names.numberAt(nodes.getUint32(at + 4, true));
    const line = nodes.getInt32(at + 12, true);
    columns.nodeIds.byte(nodes.getUint8(at));
    columns.nodeNames.u24be(codeOfName(names, name));
    columns.nodeLines.varint(knowsLine(names, name, line) ? 0 : line + 1 >>> 0);
    writePc(nodes.getUint32(at + 8, true), firsts[index] ?? -1, text2, columns.nodePcs);
    return contextOf(name, line);
  });
}
function readTree(nodes, place, columns) {
  const { names, text: text2 } = place;
  const count2 = nodes.byteLength / NODE_SIZE;
  const firsts = firstInstructions(place.inlined, count2);
  return Array.from({ length: count2 }, (_, index) => {
    const at = index * NODE_SIZE;
    nodes.setUint32(at, columns.nodeIds.byte(), true);
    const name = nameOfCode(names, columns.nodeNames.u24be());
    const line = readNodeLine(names, name, columns.nodeLines.varint());
    nodes.setUint32(at + 4, names.offsets[name] ?? 0, true);
    nodes.setUint32(at + 8, readPc(firsts[index] ?? -1, text2, columns.nodePcs), true);
    nodes.setInt32(at + 12, line, true);
    return contextOf(name, line);
  });
}
function readNodeLine(names, name, code) {
  if (code === 0) return knownLine(names, name);
  knowsLine(names, name, code - 1 | 0);
  return code - 1 | 0;
}
function knownTree(nodes, names) {
  return Array.from({ length: nodes.byteLength / NODE_SIZE }, (_, index) => {
    const at = index * NODE_SIZE;
    const name = names.numberAt(nodes.getUint32(at + 4, true));
    if (name === -1) throw new BrokenStream("an inlined function has no name");
    const line = nodes.getInt32(at + 12, true);
    codeOfName(names, name);
    knowsLine(names, name, line);
    return contextOf(name, line);
  });
}
function writePc(pc, first, { at, count: count2 }, out) {
  const instruction = first === -1 ? -1 : instructionAt((at[0] ?? 0) + pc, at, count2);
  if (instruction === -1) {
    out.varint(0);
    out.varint(pc);
  } else {
    out.varint(1 + zigzag(first - instruction));
  }
}
function readPc(first, { at, count: count2 }, from) {
  const code = from.varint();
  if (code === 0) return from.varint();
  const instruction = first - unzigzag(code - 1);
  if (first === -1 || instruction < 0 || instruction > count2) {
    throw new BrokenStream("a call is not in its function");
  }
  return (at[instruction] ?? 0) - (at[0] ?? 0);
}
function instructionAt(place, at, count2) {
  let [low, high] = [0, count2];
  while (low <= high) {
    const middle = low + high >> 1;
    const found = at[middle] ?? 0;
    if (found === place) return middle;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

// src/pack/bantam/pclntab/layout.ts
var FUNCTION_DATA = { unknown: 0, inPart: 1, inMemory: 2 };
function writeLayout(layout, out) {
  const { names, units, functionData, functionIndex: functionIndex2 } = layout;
  out.varint(layout.pointerSize);
  out.varint(zigzag(layout.base));
  out.varint(layout.padding);
  out.varint(layout.pcValues);
  out.varint(layout.records);
  out.varint(layout.instructions);
  out.varint(layout.tables);
  out.varint(zigzag(names.distance));
  out.varint(names.size);
  out.varint(names.count);
  out.varint(zigzag(units.distance));
  out.varint(units.count);
  out.varint(functionData.where);
  out.varint(zigzag(functionData.distance));
  out.varint(functionData.size);
  out.varint(functionData.nodes);
  out.varint(functionData.width);
  out.varint(functionIndex2.distance);
  out.varint(functionIndex2.size);
}
function readLayout(stream2, size) {
  const from = new ByteReader(stream2);
  const signed = () => unzigzag(from.varint());
  const layout = {
    pointerSize: from.varint(),
    base: signed(),
    padding: from.varint(),
    pcValues: from.varint(),
    records: from.varint(),
    instructions: from.varint(),
    tables: from.varint(),
    names: { distance: signed(), size: from.varint(), count: from.varint() },
    units: { distance: signed(), count: from.varint() },
    functionData: {
      where: readWhere(from),
      distance: signed(),
      size: from.varint(),
      nodes: from.varint(),
      width: from.varint()
    },
    functionIndex: { distance: from.varint(), size: from.varint() }
  };
  const { pcValues, records, functionData, functionIndex: functionIndex2 } = layout;
  const end = pcValues + records;
  const inPart = functionData.where === FUNCTION_DATA.inPart;
  if (layout.pointerSize !== 4 && layout.pointerSize !== 8 || functionData.width !== 3 && functionData.width !== 4 || end > size || inPart && (functionData.distance < end || functionData.distance + functionData.size > size) || functionIndex2.size > 0 && (functionIndex2.distance < end || functionIndex2.distance + functionIndex2.size > size)) {
    throw new BrokenStream("the tables of functions are not where they can be");
  }
  return layout;
}
function readWhere(from) {
  const where = from.varint();
  if (where !== 0 && where !== 1 && where !== 2) throw new BrokenStream("funcdata is in an unknown place");
  return where;
}
function pclntabScratch(streams, size) {
  const { names, instructions, tables, functionData } = readLayout(streams[0] ?? new Uint8Array(), size);
  const arrays = [
    // Of each name: its place, its line and its file.
    ...[1, 2, 3].map(() => 4 * (names.count + 1)),
    // Of the function: instructions, those that move the stack, calls; ends and values of what is inlined; marks.
    ...[4, 4, 4, 4, 4, 1].map((bytes) => bytes * (instructions + INSTRUCTION_SLACK)),
    // The bytes of a table: a value and an end for each instruction, at most.
    ...[1, 2].map(() => 10 * instructions + TABLE_SLACK),
    // Of each node of its inline tree, and of itself: name, line, file, whether it was seen; first instruction.
    ...[16, 4].map((bytes) => bytes * (functionData.nodes + 1)),
    functionData.where === FUNCTION_DATA.inPart ? Math.ceil(functionData.size / 4) : 0,
    FILE_CACHE_BYTES,
    4 * knownSlots(tables)
  ];
  return arrays.reduce((sum, bytes) => sum + Math.ceil(bytes / 16) * 16, 0);
}
var INSTRUCTION_SLACK = 66;
var FILE_CACHE_BYTES = 1024 * 12;
var TABLE_SLACK = 16;
function knownSlots(tables) {
  let slots = 2;
  while (slots < 2 * (tables + 1)) slots *= 2;
  return slots;
}

// src/pack/bantam/pclntab/files.ts
var SEARCHED = 1024;
function readFiles(table) {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const places = Uint32Array.from(
    { length: table.byteLength >> 2 },
    (_, index) => view.getUint32(index * 4, true)
  );
  let current = -1;
  const found = /* @__PURE__ */ new Map();
  return {
    placeOf: (unit, file) => {
      const place = file >= 0 ? places[unit + file] : void 0;
      return place === void 0 ? 0 : place + 1 >>> 0;
    },
    find: (unit, place) => {
      if (unit !== current) {
        current = unit;
        found.clear();
      }
      const before = found.get(place);
      if (before !== void 0) return before;
      const at = places.subarray(unit, unit + SEARCHED).indexOf(place - 1 >>> 0);
      found.set(place, at);
      return at;
    }
  };
}

// src/pack/bantam/pclntab/function-text.ts
function functionTexts(text2, padding, quantum) {
  const { bytes, marks, starts } = text2;
  const most = Math.floor(longestFunction(starts) / quantum) + 2;
  const found = {
    at: new Uint32Array(most),
    count: 0,
    afterStack: new Uint32Array(most),
    afterStackCount: 0,
    calls: new Uint32Array(most),
    callCount: 0
  };
  const isPadding = quantum === 1 ? (at) => bytes[at] === padding : (at) => ((bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16 | (bytes[at + 3] ?? 0) << 24) >>> 0 === padding;
  return {
    probableEnd: (index) => {
      const start = starts[index] ?? 0;
      let end = starts[index + 1] ?? 0;
      while (end - quantum >= start && isPadding(end - quantum)) end -= quantum;
      return end;
    },
    read: (index, end) => {
      const start = starts[index] ?? 0;
      const { at, afterStack, calls } = found;
      let [count2, stackCount, callCount] = [0, 0, 0];
      for (let place = start; place < end; place += quantum) {
        const mark = marks[place] ?? 0;
        if ((mark & MARK.instruction) === 0 && place !== start) continue;
        at[count2++] = place;
        if ((mark & (MARK.stack | MARK.ret)) !== 0) afterStack[stackCount++] = count2;
        if ((mark & MARK.call) !== 0) calls[callCount++] = count2 - 1;
      }
      at[count2] = end;
      found.count = count2;
      found.afterStackCount = stackCount;
      found.callCount = callCount;
      return found;
    }
  };
}
function longestFunction(starts) {
  let longest = 0;
  for (let index = 1; index < starts.length; index++) {
    longest = Math.max(longest, (starts[index] ?? 0) - (starts[index - 1] ?? 0));
  }
  return longest;
}

// src/pack/bantam/pclntab/record.ts
var RECORD_SIZE = 44;
var MOST_TABLES = 35;
var AT = {
  entry: 0,
  name: 4,
  args: 8,
  deferReturn: 12,
  pcdata: 28,
  unit: 32,
  line: 36,
  id: 40,
  flag: 41,
  data: 43
};
function recordBytes({ tables, data }) {
  return RECORD_SIZE + 4 * (tables - FIXED_TABLES + data);
}
function tableField(slot) {
  return slot < FIXED_TABLES ? 16 + 4 * slot : RECORD_SIZE + 4 * (slot - FIXED_TABLES);
}
function dataField(record, kind) {
  return RECORD_SIZE + 4 * (record.tables - FIXED_TABLES + kind);
}
function readRecord(view, at, names) {
  const pcdata = view.getUint32(at + AT.pcdata, true);
  const name = names.numberAt(view.getUint32(at + AT.name, true));
  if (pcdata > MOST_TABLES - FIXED_TABLES || name === -1) return null;
  return {
    name,
    args: view.getUint32(at + AT.args, true),
    deferReturn: view.getUint32(at + AT.deferReturn, true),
    unit: view.getUint32(at + AT.unit, true),
    line: view.getInt32(at + AT.line, true),
    id: view.getUint8(at + AT.id),
    flag: view.getUint8(at + AT.flag),
    tables: FIXED_TABLES + pcdata,
    data: view.getUint8(at + AT.data)
  };
}
function placeRecord(view, at, entry, record, names) {
  view.setUint32(at + AT.entry, entry, true);
  view.setUint32(at + AT.name, names.offsets[record.name] ?? 0, true);
  view.setUint32(at + AT.args, record.args, true);
  view.setUint32(at + AT.deferReturn, record.deferReturn, true);
  view.setUint32(at + AT.pcdata, record.tables - FIXED_TABLES, true);
  view.setUint32(at + AT.unit, record.unit, true);
  view.setInt32(at + AT.line, record.line, true);
  view.setUint8(at + AT.id, record.id);
  view.setUint8(at + AT.flag, record.flag);
  view.setUint8(at + AT.data, record.data);
}
var FIRST_RECORD = { unit: 0, line: 0 };
function writeRecord(record, before, names, columns) {
  columns.names.varint(codeOfName(names, record.name));
  columns.args.varint(record.args);
  columns.deferReturns.varint(record.deferReturn);
  columns.units.varint(zigzag(record.unit - before.unit | 0));
  writeLine(names, record.name, record.line, before.line, columns.lines);
  columns.flags.byte(record.id);
  columns.flags.byte(record.flag);
  columns.flags.byte(record.tables);
  columns.flags.byte(record.data);
}
function decodeRecord(before, names, columns) {
  const name = nameOfCode(names, columns.names.varint());
  const record = {
    name,
    args: columns.args.varint(),
    deferReturn: columns.deferReturns.varint(),
    unit: before.unit + unzigzag(columns.units.varint()) >>> 0,
    line: readLine(names, name, before.line, columns.lines),
    id: columns.flags.byte(),
    flag: columns.flags.byte(),
    tables: columns.flags.byte(),
    data: columns.flags.byte()
  };
  if (record.tables < FIXED_TABLES || record.tables > MOST_TABLES) {
    throw new BrokenStream("a record has too many tables");
  }
  return record;
}
var PAIR2 = 8;

// src/pack/bantam/pclntab/part.ts
function partState(layout, around) {
  const { text: text2, codec } = around;
  const bytesAt = (distance, size2) => size2 === 0 ? new Uint8Array() : around.memory(around.address + BigInt(distance), size2);
  const { where, size } = layout.functionData;
  return {
    quantum: codec.quantum,
    starts: text2.starts,
    names: readNames(bytesAt(layout.names.distance, layout.names.size)),
    files: readFiles(bytesAt(layout.units.distance, layout.units.count * 4)),
    stackEffect: (at) => ((text2.marks[at] ?? 0) & MARK.stack) === 0 ? null : codec.stackEffect(text2.bytes, at),
    texts: functionTexts(text2, layout.padding, codec.quantum),
    covered: new Uint8Array(where === FUNCTION_DATA.inPart ? Math.ceil(size / 4) : 0)
  };
}
function recordPlaces(functions, pointerSize) {
  let end = functions * PAIR2 + 4;
  const next = () => Math.ceil(end / pointerSize) * pointerSize;
  return {
    /** Where functab has the entry of a function, and then the place of its record. From the start of functab, as all. */
    pair: (index) => index * PAIR2,
    /** Where the next record begins. */
    next,
    take: (bytes) => {
      end = next() + bytes;
    },
    /** Where the last record ends. */
    end: () => end
  };
}
function isCovered(covered, offset) {
  return offset % 4 !== 0 || covered[offset / 4] === 1;
}
function cover(covered, offset, bytes) {
  covered.fill(1, offset / 4, (offset + bytes) / 4);
}
function restRanges({ pcValues, records, functionData, functionIndex: functionIndex2 }, tablesEnd, size, covered) {
  const ranges = [];
  let start = tablesEnd;
  const skip = (from, to) => {
    if (from > start) ranges.push([start, from]);
    start = Math.max(start, to);
  };
  skip(pcValues, pcValues + records);
  for (let unit = 0; unit < covered.length; unit++) {
    if (covered[unit] !== 1) continue;
    const at = functionData.distance + unit * 4;
    skip(at, at + 4);
  }
  if (functionIndex2.size > 0) skip(functionIndex2.distance, functionIndex2.distance + functionIndex2.size);
  skip(size, size);
  return ranges;
}

// src/pack/bantam/pclntab/decode.ts
function decodePclntab(streams, target2) {
  if (streams.length !== COLUMN_COUNT) throw new BrokenStream("the function table has other streams");
  const layout = readLayout(streams[0] ?? new Uint8Array(), target2.size);
  const columns = makeColumns((index) => new ByteReader(streams[index] ?? new Uint8Array()));
  const part = new Uint8Array(target2.size);
  const state = partState(layout, target2);
  const tablesEnd = readFunctions(part, layout, target2, state, columns);
  placeIndex(part, layout, target2);
  for (const [start, end] of restRanges(layout, tablesEnd, target2.size, state.covered)) {
    part.set(columns.rest.bytes(end - start), start);
  }
  return part;
}
function placeIndex(part, { functionIndex: { distance, size } }, { text: text2 }) {
  if (size === 0) return;
  const index = functionIndex(text2.starts);
  if (index?.length !== size) throw new BrokenStream("findfunctab is not as long as it says");
  part.set(index, distance);
}
function readFunctions(part, layout, target2, state, columns) {
  const { starts } = target2.text;
  const count2 = starts.length - 1;
  if (count2 < 0) throw new BrokenStream("a function table without functions");
  const places = recordPlaces(count2, layout.pointerSize);
  if (places.end() > layout.records) throw new BrokenStream("more functions than their table has room for");
  const functab = new DataView(part.buffer, layout.pcValues, layout.records);
  const pctab = { bytes: part, at: 1, end: layout.pcValues, known: knownTables() };
  const entry = (index) => (starts[index] ?? 0) - layout.base >>> 0;
  const offsets = dataOffsets();
  const trees = treeReader(part, layout, target2, state, columns, offsets);
  let before = FIRST_RECORD;
  for (let index = 0; index < count2; index++) {
    const shape = columns.shapes.varint();
    const record = decodeRecord(before, state.names, columns);
    before = record;
    const at = places.next();
    places.take(recordBytes(record));
    if (places.end() > layout.records) throw new BrokenStream("more records than there is room for");
    functab.setUint32(places.pair(index), entry(index), true);
    functab.setUint32(places.pair(index) + 4, at, true);
    placeRecord(functab, at, entry(index), record, state.names);
    const data = readData(functab, at, record, layout, columns, offsets);
    const text2 = state.texts.read(index, endOf2(index, shape, state));
    if (text2.count > layout.instructions) throw new BrokenStream("a function has too many instructions");
    const own = contextOf(record.name, record.line);
    const alone = { text: text2, unit: record.unit, inlined: notInlined(text2), contexts: [own] };
    readTables(shape === SHAPE.raw, record.tables, alone, state, pctab, columns, {
      contexts: (inlined) => [own, ...trees(data, { ...alone, inlined })],
      place: (slot, offset) => functab.setUint32(at + tableField(slot), offset, true)
    });
  }
  functab.setUint32(places.pair(count2), entry(count2), true);
  if (pctab.known.count() > layout.tables) throw new BrokenStream("pctab has more tables than it says");
  return pctab.at;
}
function endOf2(index, shape, { texts, starts, quantum }) {
  const probable = texts.probableEnd(index);
  const end = shape < SHAPE.end ? probable : probable + unzigzag(shape - SHAPE.end) * quantum;
  if (end < (starts[index] ?? 0) || end > (starts[index + 1] ?? 0)) {
    throw new BrokenStream("a function ends in another");
  }
  return end;
}
function readData(functab, at, record, { functionData }, columns, offsets) {
  let tree = NO_DATA;
  for (let kind = 0; kind < record.data; kind++) {
    const offset = offsets.read(kind, functionData.width, columns);
    functab.setUint32(at + dataField(record, kind), offset, true);
    if (kind === INLINE_TREE) tree = offset;
  }
  return tree;
}
function treeReader(part, { functionData }, { address, memory }, { names, covered }, columns, offsets) {
  const { where, distance, size } = functionData;
  const inPart = where === FUNCTION_DATA.inPart;
  return (offset, { text: text2, inlined }) => {
    if (offset === NO_DATA || where === FUNCTION_DATA.unknown) return [];
    if (inPart && (offset >= size || isCovered(covered, offset))) return [];
    const count2 = nodesOf(inlined) + unzigzag(columns.nodeCounts.varint());
    const bytes = count2 * NODE_SIZE;
    if (count2 < 0 || count2 > functionData.nodes || offset + bytes > size) {
      throw new BrokenStream("an inline tree goes beyond the funcdata");
    }
    offsets.endTree(offset + bytes);
    if (inPart) {
      cover(covered, offset, bytes);
      return readTree(new DataView(part.buffer, distance + offset, bytes), { text: text2, inlined, names }, columns);
    }
    const known = memory(address + BigInt(distance + offset), bytes);
    return knownTree(new DataView(known.buffer, known.byteOffset, bytes), names);
  };
}

// src/pack/bantam/decode-parts.ts
function decodeParts({ linkedSize, segments, parts, streams }, codecs = TEXT_CODECS) {
  const linked = new Uint8Array(linkedSize);
  const readers = streams.map((stream2) => new ByteReader(stream2));
  let text2 = null;
  for (const part of parts) {
    const place = placeOf(part, segments);
    if (place === null) throw new BrokenStream("it has a part outside of its file");
    const own = streams.slice(part.firstStream, part.firstStream + part.streamCount);
    switch (part.kind) {
      case "raw":
      case "file":
        linked.set(nextOf(readers[part.firstStream], part.size), place);
        break;
      case "x86 text":
      case "arm64 text":
        text2 = decodeText(part, codecs[part.kind], own);
        linked.set(text2.view.bytes, place);
        break;
      case "pclntab":
        linked.set(decodeTable(part, text2, own, memoryOf(linked, segments, part)), place);
        break;
    }
  }
  if (parts.some(({ kind, firstStream }) => isShared(kind) && readers[firstStream]?.isAtEnd !== true))
    throw new BrokenStream("it has a stream that is longer than its parts");
  return linked;
}
function isShared(kind) {
  return kind === "raw" || kind === "file";
}
function nextOf(reader, size) {
  if (reader === void 0) throw new BrokenStream("it has a part without a stream");
  return reader.bytes(size);
}
function decodeText({ address, size }, codec, [starts, ...streams]) {
  if (codec === void 0 || starts === void 0 || streams.length !== codec.streams)
    throw new BrokenStream("it has text that is not encoded as this version does it");
  const view = codec.decode(streams, size, address, readStarts(starts, size));
  if (view.bytes.length !== size) throw new BrokenStream("it has text of another size");
  return { view, codec };
}
function decodeTable({ address, size }, text2, streams, memory) {
  if (text2 === null) throw new BrokenStream("it has a function table without functions");
  return decodePclntab(streams, { address, size, text: text2.view, codec: text2.codec, memory });
}
function memoryOf(linked, segments, table) {
  return (address, size) => {
    const place = placeOf({ kind: "raw", address, size }, segments);
    const isBeside = address + BigInt(size) <= table.address || address >= table.address + BigInt(table.size);
    if (place === null || size > 0 && !isBeside)
      throw new BrokenStream("a function table looks for something that is not loaded");
    return linked.subarray(place, place + size);
  };
}

// src/pack/upx-header.ts
var MAGIC3 = Buffer.from("UPX!", "latin1");
var PACK_HEADER = 32;
var TAIL = 64;
function readUpxHeader(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 128 || !isElf(file)) return null;
  const from = file.length - TAIL;
  const at = file.subarray(from).lastIndexOf(MAGIC3);
  if (at < 0) return null;
  const header2 = file.subarray(from + at, from + at + PACK_HEADER);
  if (header2.length < PACK_HEADER) return null;
  const little = file[EI_DATA] === ELFDATA2LSB;
  return {
    version: header2.readUInt8(4),
    originalSize: little ? header2.readUInt32LE(24) : header2.readUInt32BE(24)
  };
}
function hasUpxLoader(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 128 || !isElf(file)) return false;
  const wide = file[EI_CLASS] === ELFCLASS64;
  const u16 = (at) => file[EI_DATA] === ELFDATA2LSB ? file.readUInt16LE(at) : file.readUInt16BE(at);
  const headers = (wide ? 64 : 52) + u16(wide ? 54 : 42) * u16(wide ? 56 : 44);
  return headers + 8 <= file.length && file.subarray(headers + 4, headers + 8).equals(MAGIC3);
}

// src/pack/bantam/pclntab/place.ts
function memoryOf2(elf, file) {
  return (address, size) => {
    const range = rangeOfAddress(elf.segments, address, size);
    if (range === null) throw new BrokenStream(`nothing is loaded at ${address}`);
    return file.subarray(range.start, range.end);
  };
}
var SECTION = ".gopclntab";
function locatePclntab(elf, file) {
  const section = elf.sections.find(({ name }) => name === SECTION);
  const table = elf.littleEndian && section !== void 0 ? findPclntab(elf, file) : null;
  if (section === void 0 || table === null || table.since !== "1.20") return null;
  const offset = table.pcValues.byteOffset - file.byteOffset;
  const size = section.offset + section.size - offset;
  const address = addressOfPlace(elf.segments, offset);
  const goVersion = readBuildInfo(elf, file)?.goVersion ?? null;
  const moduleData = readModuleData(elf, file, table, goVersion);
  if (address === null || size <= 0 || size > 2147483647 || moduleData === null) return null;
  const distance = (bytes) => bytes.byteOffset - table.pcValues.byteOffset;
  const inPart = (place) => place >= address && place < address + BigInt(size);
  return {
    offset,
    size,
    address,
    textStart: moduleData.text,
    pointerSize: table.pointerSize,
    functionCount: table.functionCount,
    pcValues: table.pcValues.byteLength,
    names: { distance: distance(table.names), size: table.names.byteLength },
    units: { distance: distance(table.units), size: table.units.byteLength },
    functionData: {
      where: inPart(moduleData.functionData) ? FUNCTION_DATA.inPart : FUNCTION_DATA.inMemory,
      distance: Number(moduleData.functionData - address)
    },
    functionIndex: inPart(moduleData.functionIndex) ? { distance: Number(moduleData.functionIndex - address) } : null
  };
}
function functionStarts(place, file, text2) {
  return orWhenOutOfBytes(
    () => {
      const table = words(file.subarray(place.offset, place.offset + place.size), 8, true);
      const base = Number(place.textStart - text2.address);
      const starts = new Uint32Array(place.functionCount + 1);
      let before = 0;
      for (let index = 0; index < starts.length; index++) {
        const start = table.u32(place.pcValues + 8 * index) + base;
        if (start < before || start > text2.size) return null;
        starts[index] = start;
        before = start;
      }
      return starts;
    },
    () => null
  );
}
function computedIndexSize(place, part, starts) {
  const computed = place.functionIndex === null ? null : functionIndex(starts);
  if (computed === null || place.functionIndex === null) return 0;
  const { distance } = place.functionIndex;
  const found = part.subarray(distance, distance + computed.length);
  return Buffer.compare(found, computed) === 0 ? computed.length : 0;
}

// src/pack/bantam/file/packed-elf.ts
var LARGEST_PAGE = 65536;
var HEADER2 = 64;
var PROGRAM_HEADER = 56;
var PROGRAM_HEADERS = 3;
var SECTION_HEADER = 64;
var BUILD_INFO = ".go.buildinfo";
var SECTION_NAMES = ".shstrtab";
var SLACK = 64;
var PLACE = 16;
var MAX_LOADER = 1 << 20;
var LOADER_OFFSET = roundUp2(HEADER2 + PROGRAM_HEADERS * PROGRAM_HEADER, ALIGNMENT2);
function writePackedElf(packed) {
  const { loader, buildInfo, payload } = packed;
  const loaderEnd = LOADER_OFFSET + loader.code.length;
  const dataAt = roundUp2(loaderEnd, ALIGNMENT2);
  const payloadAt = roundUp2(dataAt + buildInfo.length, ALIGNMENT2);
  const namesAt = payloadAt + payload.length;
  const data = roundUpBig(packed.address + BigInt(loaderEnd), LARGEST_PAGE) + BigInt(dataAt % LARGEST_PAGE);
  const payloadAddress = data + BigInt(payloadAt - dataAt);
  const sections = sectionsOf(buildInfo.length, dataAt, data, namesAt);
  const table = roundUp2(namesAt + sections.names.length, 8);
  const end = Math.max(table + sections.headers.length * SECTION_HEADER, namesAt + SLACK);
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  writeHeader(view, packed, { table, count: sections.headers.length });
  const segments = [
    { rights: PF_R | PF_X, offset: 0, address: packed.address, size: loaderEnd },
    { rights: PF_R, offset: dataAt, address: data, size: end - dataAt }
  ];
  segments.forEach((segment, index) => writeLoad(view, HEADER2 + index * PROGRAM_HEADER, segment));
  view.setUint32(HEADER2 + 2 * PROGRAM_HEADER, PT_GNU_STACK, true);
  view.setUint32(HEADER2 + 2 * PROGRAM_HEADER + 4, packed.stackRights, true);
  view.setBigUint64(HEADER2 + 2 * PROGRAM_HEADER + 48, 16n, true);
  bytes.set(loader.code, LOADER_OFFSET);
  view.setBigUint64(LOADER_OFFSET, payloadAddress - packed.address - BigInt(LOADER_OFFSET), true);
  view.setBigUint64(LOADER_OFFSET + 8, BigInt(payload.length), true);
  bytes.set(buildInfo, dataAt);
  bytes.set(payload, payloadAt);
  bytes.set(sections.names, namesAt);
  sections.headers.forEach((header2, index) => writeSection(view, table + index * SECTION_HEADER, header2));
  return bytes;
}
function writeHeader(view, { machine, flags, abi, address }, sections) {
  ELFMAG.forEach((byte2, at) => view.setUint8(at, byte2));
  view.setUint8(EI_CLASS, ELFCLASS64);
  view.setUint8(EI_DATA, ELFDATA2LSB);
  view.setUint8(6, EV_CURRENT);
  view.setUint8(EI_OSABI, abi);
  view.setUint16(16, ET_EXEC, true);
  view.setUint16(18, machine, true);
  view.setUint32(20, EV_CURRENT, true);
  view.setBigUint64(24, address + BigInt(LOADER_OFFSET + PLACE), true);
  view.setBigUint64(32, BigInt(HEADER2), true);
  view.setBigUint64(40, sections.count === 0 ? 0n : BigInt(sections.table), true);
  view.setUint32(48, flags, true);
  view.setUint16(52, HEADER2, true);
  view.setUint16(54, PROGRAM_HEADER, true);
  view.setUint16(56, PROGRAM_HEADERS, true);
  view.setUint16(58, SECTION_HEADER, true);
  view.setUint16(60, sections.count, true);
  view.setUint16(62, Math.max(0, sections.count - 1), true);
}
function writeLoad(view, at, { rights, offset, address, size }) {
  view.setUint32(at, PT_LOAD, true);
  view.setUint32(at + 4, rights, true);
  view.setBigUint64(at + 8, BigInt(offset), true);
  view.setBigUint64(at + 16, address, true);
  view.setBigUint64(at + 24, address, true);
  view.setBigUint64(at + 32, BigInt(size), true);
  view.setBigUint64(at + 40, BigInt(size), true);
  view.setBigUint64(at + 48, BigInt(LARGEST_PAGE), true);
}
function sectionsOf(size, offset, address, namesAt) {
  if (size === 0) return { names: new Uint8Array(), headers: [] };
  const names = new TextEncoder().encode(`\0${BUILD_INFO}\0${SECTION_NAMES}\0`);
  const none = { name: 0, type: 0, flags: 0n, address: 0n, offset: 0, size: 0, alignment: 0 };
  const buildInfo = { type: SHT_PROGBITS, flags: SHF_ALLOC, address, offset, size, alignment: ALIGNMENT2 };
  const strings = { type: SHT_STRTAB, offset: namesAt, size: names.length, alignment: 1 };
  return {
    names,
    headers: [none, { ...buildInfo, name: 1 }, { ...none, ...strings, name: 1 + BUILD_INFO.length + 1 }]
  };
}
function writeSection(view, at, header2) {
  view.setUint32(at, header2.name, true);
  view.setUint32(at + 4, header2.type, true);
  view.setBigUint64(at + 8, header2.flags, true);
  view.setBigUint64(at + 16, header2.address, true);
  view.setBigUint64(at + 24, BigInt(header2.offset), true);
  view.setBigUint64(at + 32, BigInt(header2.size), true);
  view.setBigUint64(at + 48, BigInt(header2.alignment), true);
}
function findPayload(file) {
  if (!isElf(file) || file.length < LOADER_OFFSET) return null;
  if (file[EI_CLASS] !== ELFCLASS64 || file[EI_DATA] !== ELFDATA2LSB) return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getBigUint64(32, true) !== BigInt(HEADER2) || view.getUint16(56, true) !== PROGRAM_HEADERS)
    return null;
  const [code, data, stack] = Array.from(
    { length: PROGRAM_HEADERS },
    (_, index) => [0, 4].map((at) => view.getUint32(HEADER2 + index * PROGRAM_HEADER + at, true)).join(" ")
  );
  if (code !== `${PT_LOAD} ${PF_R | PF_X}` || data !== `${PT_LOAD} ${PF_R}`) return null;
  if (stack?.startsWith(`${PT_GNU_STACK} `) !== true) return null;
  const start = Number(view.getBigUint64(HEADER2 + PROGRAM_HEADER + 8, true));
  const end = start + Number(view.getBigUint64(HEADER2 + PROGRAM_HEADER + 32, true));
  const searched = Buffer.from(file.buffer, file.byteOffset, Math.min(end, file.byteLength));
  for (let at = searched.indexOf(MAGIC2, start, "latin1"); at !== -1; at = searched.indexOf(MAGIC2, at + 1, "latin1"))
    if (at % ALIGNMENT2 === 0) return file.subarray(at, searched.length);
  return null;
}
function findLoader(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const size = Number(view.getBigUint64(HEADER2 + 32, true));
  const code = Uint8Array.from(file.subarray(LOADER_OFFSET, Math.min(size, MAX_LOADER)));
  return code.fill(0, 0, PLACE);
}
var GAP = 16n * 1024n * 1024n;
function loaderAddress(end) {
  return roundUpBig(end + GAP, LARGEST_PAGE);
}
function roundUp2(value, step) {
  return Math.ceil(value / step) * step;
}
function roundUpBig(value, step) {
  return (value + BigInt(step) - 1n) / BigInt(step) * BigInt(step);
}
var USUAL_STACK = PF_R | PF_W;

// src/pack/bantam/file/inner.ts
function splitInner(bytes) {
  if (bytes.length >= MAX_LINKED)
    return { why: `it has ${bytes.length} bytes, and the limit is ${MAX_LINKED - 1}` };
  if (findPayload(bytes) !== null) return { why: "it is packed already" };
  if (hasUpxLoader(bytes)) return { why: "it is packed already, by UPX" };
  const elf = elfOf(bytes);
  if ("why" in elf) return elf;
  const fault = innerFault(elf);
  if (fault !== null) return { why: fault };
  const last = layOut(elf, bytes).at(-1);
  if (last?.name === "appended")
    return {
      why: `it has ${last.end - last.start} bytes behind its last section, which it may read from its own file`
    };
  return split(elf, bytes);
}
function elfOf(bytes) {
  try {
    return readElf(bytes, "it");
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { why: notElf(bytes) };
  }
}
function notElf(bytes) {
  return bytes[0] === 127 && bytes[1] === 69 ? "it is an ELF file that is damaged or cut short" : "it is not an ELF file";
}
function split(elf, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const loaded = loadedOf(elf.segments);
  const segments = loaded.map(({ address, fileSize, memorySize, offset, flags }) => ({
    address,
    fileSize,
    memorySize: Number(memorySize),
    offset,
    rights: flags & 7
  }));
  const table = Number(view.getBigUint64(32, true));
  const withTable = segments.find(
    (one) => table >= one.offset && table + elf.segments.length * 56 <= one.offset + one.fileSize
  );
  const pclntab = locatePclntab(elf, bytes);
  return {
    elf,
    bytes,
    pclntab,
    flags: view.getUint32(48, true),
    abi: bytes[EI_OSABI] ?? 0,
    stackRights: elf.segments.find(({ type }) => type === PT_GNU_STACK)?.flags ?? USUAL_STACK,
    programHeaders: withTable === void 0 ? 0n : withTable.address + BigInt(table - withTable.offset),
    programHeaderCount: elf.segments.length,
    segments,
    pieces: piecesOf(elf, bytes, segments, pclntab),
    buildInfo: buildInfoOf(elf, bytes)
  };
}
function piecesOf(elf, bytes, segments, pclntab) {
  const inFile2 = segments.filter(({ fileSize }) => fileSize > 0).toSorted((a, b) => a.offset - b.offset);
  const taken = [
    ...inFile2.flatMap((segment) => textIn(segment, elf, bytes)).slice(0, 1),
    ...pclntab === null ? [] : [tableAt(pclntab)]
  ];
  const pieces = [];
  let end = 0;
  const fileUpTo = (start) => {
    if (!isZero2(bytes.subarray(end, start)))
      pieces.push({ kind: "file", start: end, end: start, address: 0n });
  };
  for (const segment of inFile2) {
    fileUpTo(segment.offset);
    pieces.push(...inSegment(segment, taken));
    end = segment.offset + segment.fileSize;
  }
  fileUpTo(bytes.length);
  return pieces;
}
function textIn(segment, elf, bytes) {
  const kind = "text";
  const end = segment.offset + segment.fileSize;
  if (elf.sections.length === 0 && (segment.rights & PF_X) !== 0)
    return [{ kind, start: segment.offset, end, address: segment.address }];
  return elf.sections.filter((section) => isText(section) && section.size > 0 && sectionBytes(section, bytes) !== null).filter(({ offset, size }) => offset >= segment.offset && offset + size <= end).map(({ offset, size }) => ({
    kind,
    start: offset,
    end: offset + size,
    address: segment.address + BigInt(offset - segment.offset)
  }));
}
function isText({ name, flags }) {
  return name === ".text" && (flags & SHF_EXECINSTR) !== 0n;
}
function tableAt({ offset, size, address }) {
  return { kind: "pclntab", start: offset, end: offset + size, address };
}
function inSegment(segment, taken) {
  const end = segment.offset + segment.fileSize;
  const inside = taken.filter((piece) => piece.start >= segment.offset && piece.end <= end).toSorted((one, other) => one.start - other.start);
  const pieces = [];
  let at = segment.offset;
  const dataUpTo = (next) => {
    const address = segment.address + BigInt(at - segment.offset);
    if (next > at) pieces.push({ kind: "data", start: at, end: next, address });
  };
  for (const piece of inside) {
    if (piece.start < at) continue;
    dataUpTo(piece.start);
    pieces.push(piece);
    at = piece.end;
  }
  dataUpTo(end);
  return pieces;
}
function isZero2(bytes) {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}
var INLINE = 2;
function buildInfoOf(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const found = section === void 0 ? null : sectionBytes(section, bytes);
  return found !== null && ((found[15] ?? 0) & INLINE) !== 0 ? found : new Uint8Array();
}

// src/pack/bantam/wrap.ts
function wrap(inner, loader, payload) {
  const { elf, segments, flags, abi, stackRights, buildInfo } = inner;
  const end = segments.map(({ address: address2, memorySize }) => address2 + BigInt(memorySize)).at(-1) ?? 0n;
  const address = loaderAddress(end);
  return writePackedElf({
    machine: elf.machine,
    flags,
    abi,
    stackRights,
    loader,
    address,
    buildInfo,
    payload
  });
}

export {
  OutOfBytes,
  words,
  slice,
  orWhenOutOfBytes,
  text,
  utf8,
  placeOfAddress,
  rangeOfAddress,
  addressOfPlace,
  isWritable,
  readBuildInfo,
  fileKind,
  readElf,
  layOut,
  loadHeadersOf,
  readModuleData,
  minorOf,
  findPclntab,
  BrokenStream,
  MAX_STREAM,
  compressStream,
  decompressStream,
  maxStreamBytes,
  isDecodable,
  FORMAT_VERSION,
  writeContainer,
  payloadVersion,
  payloadSize,
  readContainer,
  MACHINES,
  innerFault,
  LOADERS,
  isKnownLoader,
  findPayload,
  findLoader,
  ByteWriter,
  zigzag,
  writeStarts,
  readStarts,
  arm64Scratch,
  x86Scratch,
  TEXT_CODECS,
  TEXT_KINDS,
  makeColumns,
  inOrder,
  knownTables,
  REFERENCE,
  SHAPE,
  pcValuesBuffer,
  readPcValues,
  countInstructions,
  rawEnd,
  TABLE,
  INLINE_TREE,
  tableOrder,
  contextOf,
  notInlined,
  canWriteTable,
  writeTable,
  NO_DATA,
  dataOffsets,
  readNames,
  NODE_SIZE,
  nodesOf,
  isNode,
  writeTree,
  knownTree,
  FUNCTION_DATA,
  writeLayout,
  pclntabScratch,
  recordBytes,
  tableField,
  dataField,
  readRecord,
  FIRST_RECORD,
  writeRecord,
  partState,
  recordPlaces,
  isCovered,
  cover,
  restRanges,
  decodePclntab,
  decodeParts,
  readUpxHeader,
  hasUpxLoader,
  memoryOf2 as memoryOf,
  functionStarts,
  computedIndexSize,
  splitInner,
  wrap
};
