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
  sources: "05481c1c32826fc3c86b5b2f19693eff12a44babb5e9ec75404786255d767c3c",
  compiler: "x86_64-linux-gnu-gcc (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40",
  code: "AAAAAAAAAAAAAAAAAAAAAEiJ50iJ40iD5PDoJAAAAEiJ3EiJRCT4McAx2zHJMdIx9jH/RTHARTHJRTHSRTHb/2Qk+EFVQVRVU0iD7EhIiwdIjWzHEEiLRQBIg8UISIXAdfNIjXwkELkKAAAATI1kJBDzq0iJ6EiLEEiF0nQSSIP6BnUGSItACOsLSIPAEOvmuAAQAABMiedIiUQkOOijAAAAicOFwHVRTInn6K8DAACJw4XAdUNJieVMiedMie7ofAQAAInDhcB1L0yJ7kyJ5+h4DgAATInuTInnicPovwQAAIXbdRNMiefoPQYAAInDSItEJBCF23QYid/oSwEAAEiD+gV1IItIKEiJTQhIg8UQSItVAEiF0nQcSIP6A3XgSItQIOsKSIP6CXXhSItQGEiJVQjr10iLQBhIg8RIW11BXEFdw0FUTIsluv7//1VIjS2q/v//SAMto/7//1NIiS9Jg/xPdwq4AgAAAOnVAAAASIn7So10JfhBuggAAAAx0kUxwEUxybgOAAAASIPP/w8FSIP48nTPSLhiYW50YW0AAUg5RQB0CrgBAAAA6ZQAAABMO2UQdfBJjXQk8EiNfRDoog4AADtFDHWcSIsDg3gsPotwQItIRItQSHXLSGv2KEjB4QWLeAhMjUQOUEmNFNBIOdd1skg5eBByrEiNUFBIiVMISAHyMfZIiVMQSAHKSIlTGItICEgBwUiJSyCLeEgxyTn5cwxEiwTKSP/BTAHG6/CLUAhIi0AQSCnQSDnwD5XAD7bAW11BXMNTSI01bQAAAP/Phf9+ETHAihQGSP/AhNJ19kgBxuvpMdKAPBYAdAVI/8Lr9UUx0kUxwEUxybgBAAAAvwIAAAAPBbvnAAAAv38AAAAx0kUx0kUxwEUxyUiJ2EiJ1g8F6+tmLg8fhAAAAAAAZi4PH4QAAAAAAJBiYW50YW06IHRoaXMgcHJvZ3JhbSBpcyBkYW1hZ2VkIChoZWFkZXIpCgBiYW50YW06IHRoaXMgcHJvZ3JhbSBpcyBkYW1hZ2VkIChjaGVjaykKAGJhbnRhbTogdGhpcyBwcm9ncmFtIGlzIGRhbWFnZWQgKGZyYW1lKQoAYmFudGFtOiB0aGlzIHByb2dyYW0gaXMgZGFtYWdlZCAoc3RyZWFtKQoAYmFudGFtOiB0aGVyZSBpcyBub3QgZW5vdWdoIG1lbW9yeSB0byB1bnBhY2sgdGhpcyBwcm9ncmFtCgBiYW50YW06IHRoZSBtZW1vcnkgdGhhdCB0aGlzIHByb2dyYW0gbXVzdCBoYXZlIGlzIG5vdCBmcmVlCgBiYW50YW06IHRoZSBzeXN0ZW0gcmVmdXNlcyBleGVjdXRhYmxlIG1lbW9yeSwgd2hpY2ggdGhpcyBwcm9ncmFtIG5lZWRzCgAASInwSIn5SInWSIn6SPfaSI10Mf9FMdJFMcBIAcZIiddFMclIIcdIIda4HAAAALoXAAAASCn+DwXDQVUx0km9/////////w9BVEUx5FVIif1TSItFAEQ7YEAPg7IAAACF0g+FqgAAAESJ47oBAAAASGvbKEgDXQhIiwtJOc0PgoYAAABIi0MQSTnFcn1IO0MIcneLcyC6BwAAAIPmA4P+A3RnSIXAdQQx0uteSIt1KEiJz0G6IgAQAEUxyUmDyP9IifJIjXQx/0j32kgBxrgJAAAASCHXSCHWugMAAABIKf4PBboFAAAASIP49HQcugYAAABIOfh1EkiLUwhIi30oSIsz6Pn+///rnkH/xOlA////W4nQXUFcQV3DU0iLB0iJ87oBAAAASItwOEi4/////////w9IOfByPkiLRyhBuiIAAABJg8j/Mf9FMcm6AwAAAEgBxkj32EghxrgJAAAADwW6BQAAAEiFwHgMSIkDSAHwMdJIiUMIidBbw0iLD0iLRyhIifJFMdJIi3oIRTHARTHJMdJIi3E4SAHGSPfYSCHGuAsAAABIKfcPBcNBVEmJ/EiJ90iJ1kiD7BBIiVQkCOhNCgAASIXAdBxIi1QkCEmLfCQoSInGSIlEJAjoH/7//0iLRCQISIPEEEFcw0iJ+FNJichIifdIi0AoSInBSI1cEP9IAwZIiRdI99lIjXD/TIlHCDHASCHLSCHOSInXSInZSCnR86pIOd51BDHA6ylIKd5BujIAAABJg8j/RTHJuAkAAAC6AwAAAEiJ3w8FSDnDdNi4BQAAAFvDSInwMfZTSInTSIkySIsXSIn5Mf9Ei1JARDnXSItxKHMyTGvHKEwDQQhJifFJixBJ99lJidNNIctMOdhyEUiNVDL/SQNQEEwhykg50HI0SP/H68VIifdBuiIAEABJg8j/RTHJSPffugMAAABIIce4CQAAAA8FugYAAABIOcd1BUiJOzHSidBbw0iJ+EiJ90iF9nQWSItwKEUx0kUxwEUxybgLAAAAMdIPBcNBV0Ux/0FWSYn+QVVBVFUx7VNJiwZEO3hAD4NHAQAAhe0PhT8BAABEifhIa8AoSQNGCEiLcBBIhfZ1BzHt6fEAAACLUCBBidRBwewCQYPkAfbCAnQESYPMAoDiAXQESYPMBEmLTihIixBFMdJFMcBFMclIjWwO/0iJyEmJ1Uj32EgB1UyJ4kkhxUghxbgKAAAATCntTInvSInuDwVIhcB0mkH2xAR1Cr0HAAAA6YIAAABFMdJFMcBFMckx0rg/AQAASI09UUoAAL4JAAAADwVIicNIhcB5FLg/AQAAvgEAAAAPBUiJw0iFwHi8SInqTInuSIXSdEVFMdJFMcBFMcm4AQAAAEiJ3w8FSIXAfghIAcZIKcLr270FAAAAMdJFMdJFMcBFMcm4AwAAAEiJ30iJ1g8FQf/H6df+//9BuhIAAABJidhFMclMie+4CQAAAEiJ7kyJ4g8FMe1MOei4BwAAAA9F6Ou1W4noXUFcQV1BXkFfw0iLBzHJRItIQEQ5yXM0TGvBKEwDRwhIi0YISYsQSDnQchtJicJNi0AISSnSTTnQcgxMAcJIKcJIO1YQcwdI/8HrxzHAw1VJifuJ9VNIiz8x20iLF0mLQxA7WkRzSkiFwHVFid5IweYFSAN3EA+3BjnodTDoiP///0iFwHQmSItWEEmLS2BJi3NoSAHCSI10MRBIOfBzBUg50XIISYlDEEmJUxj/w+uqW13DSIsPSInQifZMi0cwSItRGEiNFPJJizTwSANxIItKBDkKdQhIiccxwPOkw0iD7BgPEEcgSYngDxEEJIt6BIsKSInySIn+SInH6J8RAABIg8QYw0FWQVVJif1Ig8cQQVRJidSJ8lWJ9VNIi0fwSItAGItc0ARMjXNATIn26HAGAABIicJIhcB1GEmLdQhJi30ATIny6PL7//9IicJIhcB0KkgB07kQAAAAMcBJiRQkSInfSYlcJAiJ7vOrTInvW11BXEFdQV7pNv///1u4BQAAAF1BXEFdQV7DQVdBVkmJ/kFVQVRJifRVSInVU1EPt3YCSIt/CEjB5gTo8wUAAEiJw0iFwHUHx0UABQAAAEmJ30Ux7UEPt0QkAkE5xXMlg30AAHUfQYt0JARMifpMifdJg8cQRAHuQf/F6BX///+JRQDr0FpIidhbXUFcQV1BXkFfw0FXQVZBVUFUVVNIg+xITIs3RIt+BEmLFotCSEQ5+A+CeAQAAEiJ9USJ+Q+3dgJIKchJifNIOfAPgl8EAACLRQBIiftmg/gDD4RhAwAAdxNmhcB0Jmb/yA+EDQEAAOk6BAAAQb0BAAAAZoP4BA+FMAQAAEUx7ekoBAAASInuTIn3SIkMJEG9AQAAAOh2/f//SYnESIXAD4QHBAAAZkH/yw+F/QMAAEiDe2AAD4XyAwAASYtGGEiLDCSLRMgESDlFEHUcSIPESEyJ4kSJ/kiJ31tdQVxBXUFeQV/p0f3//0Q7ezh0VsdDOP////9Ii3MID1fASItTUEiLS1gPEUMQ6Hf6//++AQAAAEiJ30GJxeg3/f//RYXtD4WGAwAASI1TQESJ/kiJ3+jW/f//QYnFhcAPhWwDAABEiXs4SItzQEiLQ0hBvQQAAABIi00QSCnwSDnID4JKAwAATInn86RIi0UQSAFDQOkI////SInuTIn36JD8//9JicdIhcAPhBsDAABmQYP7Fw+FEAMAAEyLZRC4/////0G9AQAAAEw54A+C/gIAAEiDe2AAD4XzAgAAMcnHQzj/////D1fASItzCEiJTCQwSItTUEiLS1gPEUMQ6KX5//9BicWFwA+FwgIAAEiLO00B/EiNVCQwSY10JA/o8/n//0GJxYXAD4WiAgAASI17YLkMAAAASIt1EEyLM0EPEAwkSItVCPOrTIl7YEyJ90iJc2hIiVNwSItVEEiLcwgPKQwkSNHqSP/C6Pj4//9Ii3sISImDiAAAAItVBEmLRhiLdNAESMHmAug/AwAASIO7iAAAAABJiccPhBwBAABIhcAPhBMBAABIi0MIvgMAAABIid8PEBAPKVQkEOi3+///MdJIie5Iid+JVCQsSI1UJCxJicXo2/z//4t8JCxIicaF/w+FkwAAADHARTHATItWCEw5FnNchf91RDHJMdJMiw5NOdFyCb8BAAAAMdLrJk2NWQFMiR5FihlFidlBg+F/QdPhRAnKRYTbeQqDwQeD+SN1y+vRSQHQTDlDaHMKx0QkLAQAAADrM4nC/8BFiQSX65uF/3Xog/gBTIl7eEiLUwhIjXtgg9D/SIPGEImDgAAAAOiBQQAAiUQkLE2F7XQOSItLEDHATInvTCnp86pEi2wkLA9XwA8RQxBFhe11IUiLcwhIi1QkEEyJ90iLTCQY6PL3//9BicXrBkG9BQAAAA8oHCRBDxEcJEiLdCQwSIs76Mf4///p9AAAAEiJ7kyJ90iJFCRBvQEAAADoQvr//0mJxEiFwA+E0wAAAEiDe2AAD4TIAAAASIsUJEiLewgxwIlEJCyLckBJifVIa/YY6KgBAAAxyUQ56XMsSIXAdCeJyv/BSGvyKEkDdghIa9IYSIs+SIt2CEgBwkiJOkiJeghIiXIQ689IiUQkMEmLBkiNVCQsSInuSInfi0BAiUQkOOg++///SIN8JDAAdQjHRCQsBQAAAESLbCQsRYXtdT9Ii1UISIt1EP9zCEiNS2BMjQ2gQgAAQbgBAAAASI18JDhXD7d9AldMiedQ6EEkAABIg8QgQYnF6wZBvQEAAABIg8RIRInoW11BXEFdQV5BX8NBVDHAuSAAAABVSIn1U0iJ+0iB7JAAAABIjXwkEEiJdCQIvgBgAgDzq0iLA0iJ70iJHCTHRCQ4/////0SLYEjopwAAAEiJ70SJ5kiJRCQgSMHmA+iTAAAASItUJCBIiUQkMEiFwHRzSIXSdG5IgcIAYAIAMcBIiVQkKLoBAAAASI14CEQ54nMcSIt0JDBIi0sY/8KLDAFIAwwGSIlMBghIifjr2w8QRQBFMeQxwEiJ5Q8RRCRQSIsTRDtiRHMhhcB1HUSJ5kiJ70H/xEjB5gVIA3MQ6HT6///r27gFAAAASIHEkAAAAFtdQVzDTIsHSItHCDHJTInCTCnASPfag+IPSDnQchJIKdBIOfByCkmNDBBIAc5IiTdIicjDSIn5SInyuLFnVhZIg/4PD4aOAAAASYnzRTHASIn+uChEIyRJwesEv0+GyGFBuXfK64VEaRZ3yuuFSIPGEEQB0ERpVvR3yuuFwcANacCxeTeeRQHRRGlW+HfK64VBwcENRWnJsXk3nkUB0ERpVvx3yuuFQcHADUVpwLF5N55EAdfBxw1p/7F5N55J/8t1pNHAQcHBB0HBwAxEAcjBzw5EAcAB+EiNNBEB0IPiD0iJ8Ugp0UiJ8kgpykiD+gN+F2kRPa6ywkiDwQQB0MHID2nAL+vUJ+vdSDnxcxkPthFI/8Fp0rFnVhYB0MHAC2nAsXk3nuviicLB6g8x0GnAd8rrhYnCweoNMcJp0j2ussKJ0MHoEDHQw0iNRgf33kjB+AOJ8UiLRDj4g+EHSNPgw0iJ+Egp8EiD+A9+HUiJ0Egp+EiD+A9+EQ8QBkiDxxBIg8YQDxFH8OvXMcBIjQwHSDnRcwuKDAaIDAdI/8Dr7MNmLg8fhAAAAAAAkEmJ+kmJ80iJ10iJyEw5wHNUSIX/eFdIjVcHiflIwfoD99lJi1QT+IPhB0jT4kw5wHMzMfYPH0AASInRSIPAAYPGAUjB6TVBD7cMSkmJyYho/0jT4kGD4T9MKc+D/gR3rEw5wHLTSIX/dQMxwMO4AwAAAMNMjQwXSYnKTInK6DP///9Mic5LjRQBTInPTCnW6SH///9IifBIOdYPgz4BAABJifpIideKEInOg+IPjUoFD7bRQYkROdYPgiABAABBuwEAAAAx0kHT40Q5wnMQZkHHhFIURgAAAABI/8Lr60WFwA+E9wAAAEFVSInGRTHJugQAAABBVFVTuwAAAICLLonRQYndg+EH0+1BjUsBD73Jg8Igg/EfQdPtKcpHjWQt/kGNdf9EieEh7kQp2TnOcwT/yusSQY10JAEh7kQ57nIGRCnmRAHe/85BjUkBZkOJtEoURgAAeQVB/8vrBXQIQSnzQYnJ60ZEOcFyBDHA62iJ1sHuA0gBxkg5/nPvQYnJidGLNoPCAoPhB9PuifGD4QNBAcmD+QN1FEU5wXPOidbB7gNIAcZIOf5y1eu/RYXbfhhFOcFztYnWwe4DSAHGSDn+D4I2////66KDwgfB6gNIAdBIOcdylFtdQVxBXcMxwMNBictBuQEAAABEicFBVkHT4UFVQYnSSInwQVRBjUn/MdJVic1TRDnacydmi7RXFEYAAGaF9nkNSGPx/8mJFPC+AQAAAGaJtFcUSAAASP/C69REic5EicrR7sHqA0SNbBYDMfYx0kGJ9EQ53nMpMdtED7+0dxRGAABBOd5+FEGJ1kaJJPBEAeoh6jnKf/f/w+veSP/G689FidMx9knB4wZKjSwfixzwSI2LCCQAAA+3VE8ERI1iAWZEiWRPBA+9yoPxH8ZE8AcAQo1MAeHT4ohM8AZEKcpmiVTwBEGD+gN0GkqNlBuUEAAAi1SXBIkU8IqUK1RFAACIVPAHSP/GRDnOcqFbXUFcQV1BXsNIg8r/SDn3cxUPtkb/hMB0DQ+9wEgp/kiYSI1U8PhIidDDZpBBV0mJy0yJwUmJ8UFWSYnXQVVBVFVTSIn7TItDCEiLcxBMi3MYSItTIEyLayhIi0MwSIl8JPhMi2M4SIs/SIXJD4QKAQAASI1MiQVLjRwbTAH5So0sG02NVwVIiUwk8JBNjXr7Dx9AAEiJ+UmDxwFIwek1QQ+3DElI0+cPts1BiE//SInxSMHpNUEPtwxJSNPmD7bNQ4hMH/9IidFIwek1QQ+3DElI0+IPts1BiEwf/0iJwUjB6TVBD7cMSUjT4A+2zUGITC//TTnXdZwxyUmDwgXzSA+8z4nPg+EHwe8DSSn4SYs4SIPPAUjT5zHJ80gPvM6JzoPhB8HuA0kp9kmLNkiDzgFI0+YxyfNID7zKicqD4QfB6gNJKdVJi1UASIPKAUjT4jHJ80gPvMiJyIPhB8HoA0kpxEmLBCRIg8gBSNPgSItMJPBJOcoPhRD///9Ii1wk+EiJO0yJQwhIiXMQTIlzGEiJUyBMiWsoSIlDMEyJYzhbXUFcQV1BXkFfw5BBV0iNR0hBVkFVQVRVU0iD7FhIi28ISItfGEiJRCRASI2HTBAAAEyLfzhIiUQkSEiNh1AgAABIiUQkUItHJIlMJASJBCSLRyhIiXQkEIlEJDCLRyxIiVwkOIlEJDRIi0dASIlEJCBIi0cQSInBSIPoIEgp6UiD+R9ID07FSDnDSA9Gw0iJRCQoSDnWD4PvAwAAD7ZC/4TAD4TjAwAASYn6SIt8JBAPvcBImEgp+kiNXND4QYuSSBAAAEiNQweJ2UjB+AP32Ugp00iLRAf4g+EHSIt8JEBI0+CJ0UiJxvfRSNHuSNPuidFBi5JMIAAASNPgTI0090iLfCRISInGidH30UjR7kjT7onRTI0k90GLslAwAABIKcuJ0UjT4EiLfCRQifFI0ehIKfP30UjT6EyNLMfpogAAAGYPH4QAAAAAAItEJDCJRCQ0iwQkiUQkMI1G/YkEJEiLRCQgTCn4TDnYD4IaAwAAiwwkSInoSSsCTAHYSI1R/0g5wg+DAQMAAEiLVCQoS40EGEgp6kg50A+O1AEAAEiLVCQ4TIlUJBhIiUQkCEgp6kg5wg+C0QIAAEyJ2kyJ/kiJ7+gm+v//SItEJAhMi1QkGEgBxYtEJARNAd+FwA+EOgIAAEiF2w+IngIAAEiLdCQQSI1DB4nZRQ+2TQdIwfgD99lBD7ZUJAdBD7Z+B0iLRAb4g+EHQIh8JAhI0+CJ0UiJxvfRSNHuSNPuidFBAzQkSNPgRInJSYnA99FJ0ehJ0+hBi00ASQHIQo0MCkiJykgpy0SJyQH6g/ofdiJIhdsPiCUCAABIi1QkEEiNQweJ2UjB+AP32UiLRAL4g+EHSNPg99dBixZJicOJ+UnR60nT60kB0w+2VCQISCnTg2wkBAFIidEPhIIAAABBD7ZWBkjT4EiJx4nRSNHvSCnT99FI0+9BD7dOBEgBz0iLTCRATI00+UEPtn0GidFI0+BIicKJ+ffRSNHqSNPqQQ+3TQRIAcpIi0wkUEyNLNFAD7bXiflIi3wkSEgp00EPtlQkBkjT4EjR6InRSCnT99FI0+hBD7dMJARIAchMjSTHg/4DD4cV/v//SYP7AYPW/4X2D4Qb/v//g/4BD4RVAQAAg/4CD4RkAQAAi0QkMIlEJDSLBCSJRCQwg+gB6e/9//8PH0QAAPNBD28XuhAAAAAPEVUASYP7EHYYDx9AAPNBD28EFw8RRBUASIPCEEw52nLsgzwkD0qNVB0AD4edAAAAizwkSQHQif6D/wd3OfffSGP/SI00OkiDwghIAddED7YOSIPGAUSITA7/SDn3de6LPCS+ABAgZI0MvQAAAADT7oPmD4PGCEj33usOZpBIiwwySIPCCEiJSvhMOcJy70gBxYtEJARNAd+FwA+Fxv3//4sEJE2JejhJiWoIQYlCJItEJDBBiUIoi0QkNEGJQixIhdt1STHA60oPH0QAAEiJ1kgpzvMPbx4PERrzD29mEA8RYhBJg/ggD4Zn/f//uSAAAAAPHwDzD28MDg8RDApIg8EQTDnBcu7pSP3//5C4AwAAAEiDxFhbXUFcQV1BXkFfww8fQACLfCQwiwQkiTwkiUQkMOmq/P//Dx9EAACLfCQ0iwQkiTwki3wkMIl8JDTr3kFXQVZJic5BVUmJ1UFUSYn0vjhLAgBVSIn9TInHU0iB7LgAAADo2vT//0iJw7gFAAAASIXbD4Q6CwAAQYpFBIhEJChJg/4FD4YxBgAAQYF9ACi1L/0PhSMGAACoCA+FGwYAAEQPtsBEicLB6gWD4gF0CUmNRQVMiebrLEGKfQW4AQAAAIn5g+cHwOkDg8EKSNPgSInBSY1FBkiJzkjB7gNID6/3SAHOikwkKL8BAAAAg+ED0+fR70gBx0g5+HQOSP/AgHj/AHTy6bEFAABBwegGdQmF0nRFD7YI6zJEicG6AQAAAEiDz//T4rkIAAAAKdHB4QNI0+9IiwhIIflB/8h1DEiBwQABAAC6AgAAAEw54Q+FZwUAAInSSAHQS418NQBIiXwkEEg5xw+CTwUAALoAAAIASIkrTI0FjjYAAEyNHbY2AABIiWsITAHlSDnWTI0lojYAAEgPR/IxyUiJaxAx0kiJSzBMa9P9SI0tjTYAAEG9AQAAAIlzIEi+BAAAAAgAAADHQyQBAAAASIlzKEiJ1kUPtgwTRA+2dBUAMf9IweYGSAHeRDn3czmJ+UiD+gF0E0UPtjwUMclEOf9yB0EPtghJ/8BFie9FiYyyVEIAAP/HSP/GQdPniI5TRQAARQH568JI/8JIg/oDdaJIi1QkEEgpwkiD+gIPjn8EAAAPtlABD7ZIAkiNeANMi0MISIl8JAjB4RDB4ggJyg+2CAnKSItLEEGJ0onWg+IBQdHqiVQkSMHuA0wpwUWJ0UGD4QNBg/kBdA5Bg/kDD4QtBAAAifLrBboBAAAAi3sgOfcPghkEAABIiVQkOEyLfCQISItUJBBMi1wkOEwp+kw52g+C+QMAAEGA4gKJ8nUrSDnRD4LoAwAARYXJdBCKQANMicdIidHzqumFCAAASIt0JAhMicfpcwgAAEGJ+Uk5yUwPR8lIi0wkCE0ByEgB0UyJQxhIiQwkSDlMJAgPg54DAACKUANBidFBidBBwOkCQYPgA0SJyYPhA4DiAohMJCAPhC8FAAAPttFBvAEAAAC5CgAAAIXSRA9F4kGDxAJBgOECdAeNDJUGAAAARDnmD4JMAwAAg8r/SItAA9Pi99JIwegEQYnTQSHDSNPoRIlcJDAhwkQ53w+CJAMAAEwp5kg51g+CGAMAAEiLRCQISQHESY0sFEGA+AIPhboCAABJOewPg/kCAABBD7YEJE2NdCQBSP/KSYnEhMB5GkSNYIJB0exMOeIPgtUCAACNUIExwOkyAQAASDnCD4LCAgAATY08BkyNTCRwTIn2SInfQbgAAQAAuQYAAABMifroYvP//0iJRCQYSIXAD4SSAgAARItEJHC6AwAAAEiJ37kAAQAATI2rVDAAAEyJ7uiA9P//SIt8JBhMif5FicHoe/X//0iJwkuNBAlIOcIPjFECAABIidZMKcroEfL//0SJwUiJ1kwpykjR6PfRRTHJSYnCQYnLSdPqQYPjP+ju8f//RInZSNHoSYnASdPoRYnST41U1QBBiwJCiIQLFEoAAEUPtloGSTnTfhlFicBBjUEBQY1RAkOLTMUAiIwDFEoAAOtgSIt8JBhIidZJ/8FMKdromfH//0SJ2ffRSNHoSNPoQQ+3SgRFicIByEmB+f4AAAAPhKwBAABBicDrkIiMAxRKAABI/8A50HMYicHR6UGKNA6J8cDpBKgBdOGD5g+J8evaMcBIjXwkcLkNAAAAMfbzq0UxwLgBAAAAD7aMMxRKAACD+QsPh1gBAACJz0j/xv9EvHCJx9PnifnR6UEByDnWctdFhcAPhDcBAABEicbB7gsPhSsBAABBD73wvyAAAACD9h9BiflBKfFEicnT4EQpwESNQP9BIcAPhQQBAAAPvcCD8B8px4nQQIi8AxRKAAD/RLxwg3wkdAAPhOMAAAC4AQAAAIPuFkiNfCRwRYnCjQwGRIsch0SJFIdI/8BB0+NFAdhBOcFz341CAUUxwEH/wUG7AQAAAEIPtrwDFEoAAIX/dRRJ/8BBOcBy68dDNAEAAABNAfTrSEWJykSJwo0MN0Ep+sHiCIn/QQnSRIna0+KJ0YtUvHBEjSwRSAHSRIlsvHBIAdox/2ZEiZR6VDIAAEj/xznPcvDrqoN7NAB0QotEJDBMjbsUSwAAgHwkIABMiXs4TY0EB0iJRCQYTIlDQA+EnwEAAItEJDCDwAPB6AJIiUQkIEiJ6Ewp4EiD+Al/CrgDAAAA6e0EAABMa1wkIANMOVwkGHLpTI10JHBJjXwkBkUxwE2J8kmD+AN0D0cPtyxESQH9TDntcwXrxEmJ7UyJ7ujT8v//SIXAeLRJi0X4Sol8xFBID73ISIPIAUn/wEmDwhBIg/E//8FI0+BJiULwSY1F+EmJQvhJg/gEdAVMie/ro0iLRCQYTYn9TCnYTAH4SIlEJECLRCRAvgUAAAAx0kyJ8UQp6Pf2MdJIjXQkUEmJxEiLQQhIKwTWeA1IwegDSTnETA9H4OsDRTHkSP/CSIPBEEiD+gR12UiNg1QyAABIiUQkME2F5HQhSItMJCBNieBMiepIjXwkcEiJxk+NJKToNvL//00B5euKTItUJCBFMclNKdVJD7wGSIt8JBhLjUwVAEw5VCQYSot05FBEiUwkTEmLVghJD0f6TIlUJEBJ/8RJg8YQSCnySJhNjQQ/SIt8JDBIjRTVQAAAAEgpwujH7v//RItMJExMi1QkQEEJwUiLRCQgSQHCSYP8BHWW6yNIie5MiedMifnoiPH//0iNu1QyAABMieZIicLoiu7//0GJwUWFyQ+EswAAAOlL/v//gHwkIANBugMAAAB0D0Ux0oB8JCABQQ+UwkH/wrkDAAAAuv///wBBg+EBRCnRweED0/pBjUkDI1ADifDT6kSJ0UQ51g+CAv7//0iLdCQIQf7ISI0sDnQcOdcPguz9//9BidBIKchMOcAPgt39//9Iie7rLDnXD4LQ/f//SDnID4TH/f//SIlrOEiNsxRLAACKRQCJ0UiJ90G4AQAAAPOqSI08FkiJczhMAcVIiXtASIsEJEg5xQ+DkP3//0QPtmUASI1FAUGB/P8AAAB1KUiLFCRIKcJI/8oPjm79//8PtkUCD7ZVAcHgCESNpAIAfwAASI1FA+tdQYP8f3YhSIs0JEg58A+DQv3//0GNVCSARA+2ZQFIjUUCweIIQQnURYXkdTFIOQQkD4Uf/f//SItzOEiLU0BIi0MISItLGEgp8kgpwUg50Q+CAP3//0iJx+mlAQAASIs0JEg58A+D6/z//0SKMEH2xgMPhd78//9BD7b2SP/ATI1zSDHtiXQkIEyNPUYuAABrzf6LVCQgRYocL4lsJBiDwQbT6jHJg+IDSIP9AQ+VwYPBBYlMJHCD+gN1D4N7MAAPhQYBAADpi/z//4P6AXVdSIs0JEg58A+Defz//w+2EEQ42g+Dbfz//0SLbCQYSP/AScHlBkqNjCqUEAAASQHdQoqUKlRFAACLTIsEZkHHRgQAAEHGRgYAQYhWBzHSQYkOQYmWABAAAOmfAAAARQ+264XSdURIjQ0oLQAASIXtdB9Ig/0BSI0VuCwAAEiNDfEsAABID0XKuh0AAABED0TqMdJEOepzPWYPvjQRZom0UxRGAABI/8Lr6UiNFU0tAABFiehIicZIid8PtgwqSIsUJEyNTCRw6H3s//9IhcAPhLL7//9Ei0QkcItUJBhEielMifZIid9IiUQkMOil7f//RYmGABAAAEiLRCQwSP/FSYHGBBAAAEiD/QMPhbD+///HQzABAAAARInhSInGSInfSIsUJOgb8P//hcAPhDb+///rSkiJ0fOkSItEJAhIi3QkOEgDUwhIAfCDfCRIAEiJUwgPhJ32//9IOVMQD4Uk+///SItUJBBIKcJIi0QkKIPgBEg5wg+FC/v//zHASIHEuAAAAFtdQVxBXUFeQV/DifjR74PgAffYMfjDifZIweYESAN3MEiLBkg7RghzC0iNUAFIiRYPtgDDx4eMAAAAAQAAADHAw0iF0nQRTItPOEgDdxBFMcBFi1kI6xdIiwfDSWv4GEkDOUiLTwhIOc5zCkn/wEU52HLo6x5IifBMi1cQSCnISTnCcudMAdFIKfFIOdFy3EgDB8MxwMONRv+F9nUGi4ewAAAAO0dkcg3Hh4wAAAABAAAAMcDDO4ewAAAAcgmNUAGJl7AAAADDVUGJ8VNRuQcAAABEi5eAAAAAOc4PRs4x0kSNWSdFhdJ0GMHiCESJ3kH/ykGJ0Ogc////RInCCcLr40iNt8AAAAC4AQAAAEGD+QJ0CzHAQYP5Aw+XwAHASI0choPI/4XSdBmNQv7/ynUMiyuNcS/oOBIAAAHoOwNyAokDWltdw0iJ0EiLFkmJ8Eg5wnNDTItXMEiJwUgp0UmLsvAAAABNi4r4AAAASSnxSTnJcwvHh4wAAAABAAAAw0gDF0iJ10iJwvOkSSsQSQGS8AAAAEmJAMNTSInT6Obn//9IhcB1BscDBQAAAFvDQVdBVkFVQVRVvQIAAABTSIn7SIPsKItHZESLd3xIiTQkTI08hQQAAACLR1RJ/8ZMjWhCSGvACkiDwBBIiUQkCItHWEj/wEgBwEg5xXMFSAHt6/aNRf9MjWQkHEiLPCRMif6Jg0gBAABMieIxwEnB5QKJRCQc6HD///9IizwkTIniTIn+SImDmAAAAOha////SIs8JEyJ4kyJ/kiJg6AAAADoRP///0iLPCRMieJMie5IiYOoAAAA6C7///9IizwkTIniTInuSImD4AAAAOgY////SIs8JEyJ4kyJ7kiJg/AAAADoAv///0iLPCRMieJMie5IiYMAAQAA6Oz+//9IizwkTIniTInuSImDKAEAAOjW/v//SIt0JAhIizwkTIniSImDMAEAAOi+/v//SIt0JAhIizwkTIniSImDUAEAAOim/v//SIs8JEyJ9kyJ4kiJg1gBAABIweYE6Iz+//9IizwkSo00tQAAAABMieJIiYMQAQAA6HH+//8x9oN7cAFIiYMgAQAAdQuLc3hIg8YDSMHuAkiLPCRMieLoS/7//0iLPCRMieK+ADAAAEiJg2ABAADoM/7//0iLPCRIjTStAAAAAEyJ4kiJg9AAAADoGP7//0iJg0ABAACLRCQcSIPEKFtdQVxBXUFeQV/DQVdBVkFVQVRVU0iD7CiLb3CF7Q+E1gMAAEGJ9IP+/w+EygMAAEmJ/4P9AXUpO3d4D4O5AwAAQPbGAw+FrwMAAEiLl2ABAACJ8MHoAoA8AgAPhZkDAABBi7c4AQAAMcAx2znwcxZJi5cwAQAAixSCOdp8A41aAUj/wOvmTIn/vgoAAADoUA8AAInH6OH7//9ImEgBw3ggQYtHfEg52HwXSYnYRIngQYt3eEnB4ARKjRQASDnWcxBBx4eMAAAAAQAAAOkpAwAAQYO/jAAAAAAPhRsDAACJ2kGLd3SJ38HiBEQB4v/NQYmXwAAAAA+FDgIAAEmLD0gB8EiJRCQQMcBIiUwkCDn4cxFJi5cgAQAAMcmJDIJI/8Dr6zHAMdJBO4c4AQAAczVJi7cwAQAAQYnAQos0hjn+cxRNi48gAQAASY00sYM+AHUE/8KJFkmLlygBAAD/wEKLFILrwjHAiUQkGItsJBhIOd0PjWoBAABJi4cgAQAAvgsAAABMif9FMcBBvQMAAACLBKiJRCQE6Ov6//+JRCQcvgwAAABMif9BweAI6Nb6//9BCcBB/81150SJxkUx9uhD+///vg0AAACJBCToEg4AAEGDv4wAAAAAdR+LFCSFwHQKSYu3oAAAAIkElkmLh6AAAABEizSQQf/Ovg4AAABMif/o3A0AAIXAdRK+DgAAAEyJ/+jLDQAAQYnF61GNeP/oVvr//4tUJARImEj/ykgpwoN8JAQAdBFIhdJ4DEGLh+gAAABIOcJ+DUHHh4wAAAABAAAA6xhBg7+MAAAAAHUOSYuH4AAAAESLLJBEKyhBg7+MAAAAAHVhSItEJBBIweUEixQkiwwkSAHFSItEJAhIAcWLRCQciUUASYuHmAAAAIsEkESJbQhEiXUMiUUEQYuHGAEAAI1QAUjB4ARJA4cQAQAAQYmXGAEAAIkIuf////9EiXAESIlICP9EJBjpif7//0jB4wJBwewCMcCJwkg52g+NAwEAAEmLt2ABAABBjRQE/8DGBBYB6+JIY/ZMicJMif9IAcbol/n//0mJwkiFwHULQceHjAAAAAEAAABFMdtFidlJOdkPjb0AAABBg7+MAAAAAA+FrwAAAEnB4QRBi39kRTHATQHRQYtxBIn6QTnQcyWJ0EmLr5gAAABEKcDR6EaNJABCOXSlAHMHRY1EJAHr20SJ4uvWQTn4c19Ji4eYAAAARInFOzSodVBBjXABTIn/uf/////oWfn//0GLUQxJi4egAAAAjXIBiTSoQYuHGAEAAI1wAUjB4ARJA4cQAQAAQYm3GAEAAESJAIlQBEiJSAhB/8PpRP///0HHh4wAAAABAAAA6+tIg8QoW11BXEFdQV5BX8NBV0FWQYnWQVVBVEUx5FVIifVTSIn7SIHsqAAAAEQ7ZQhMjWwkFHMXvggAAABIid/opQsAAEOJRKUASf/E695Ii4MoAQAAi5PoAAAAx4M4AQAAAQAAAIkQSIuDMAEAAMcA/////4tFCIO7jAAAAAAPlMGD+AUPl8JFMeSE0XQq/8iLRIQU/8iD+AF3HYN9GAB1F0iLk1gBAAC+BQAAAEiJ3+jJDQAAQYnEMcC//////4mDGAEAAEiLgxABAABIi1UQx4MYAQAAAQAAAEiJeAhIiRCDu4wAAAAAdQtEifZIid/oHPv//0Ux/4tFCEE5xw+DGQEAAIO7jAAAAAAPhQwBAABFjXcBQYP/BHYSg/gFdg1BOcZBvwUAAABFD0L+QYtNAIXJD4TYAAAAg/kCdiaLkzwBAACD6QKJ0CnIOdEPgp8AAADHg4wAAAABAAAAMcDpjgAAAIN9GAB0CkiJ3+gnFAAA63ZBg/8FdT1FheR1EseDjAAAAAEAAAAxwEiLTQDrdUiLs1gBAABEieJIid/oHBMAAIXAdQrHg4wAAAABAAAASItNAOtPSIuTUAEAAESJ/kiJ34lMJAzosQwAAItMJAyFwInCD4R4////SIuzUAEAAEiJ3+jVEgAAhcAPhGH///9Ii00AQYP/AncKQo0UvRAAAADrCEKNFL0gAAAAiQQRSYPFBEWJ9+nb/v//SIHEqAAAAFtdQVxBXUFeQV/DQVdBiddBVkFVQVRVU0iD7DhIi1cYSItCGE6NLLhBi0UEQTtFAHMKuAQAAADpxAIAAEg5Qghy8EmJ9L4BAAAASIn76HMJAABBi3UEi0sgugEAAABBicZBi0UA0+JBifCJRCQEi3wkBESJwCn4OdByI0yLSxhEiccp14n4SQMBhcl0BIsA6wMPtgA5Q0h1BUGJ+OvQMcBBg/4Bdg9BjX7+6K71//9ImEgPr8JEicKLTCQESAHCSDnKfAVIOfJ+DMeDjAAAAAEAAADrEIO7jAAAAAB1B0QBwIlEJAS+AgAAAEiJ3+jTCAAASInficbo7fX//74DAAAAicXovQgAAL4EAAAASInfiUQkCOisCAAAvgUAAABIid+JRCQM6JsIAAC+BgAAAInH6Cf1//8Bg9wAAABIid/ogQgAAEUxwIO7jAAAAAB1MInqhcB0HI14/0iLi6AAAADo+PT//4uz2AAAAI1EBgGJBJFIi4OgAAAARIsEkEH/yESJg9gAAABIid++BwAAAOjV9P//vgcAAABBicHoyPT//74HAAAAicHovPT//74HAAAAQYnC6K/0//+Du4wAAAAAicIPhWn+//9BjXL9g/4gD4dc/v//i3tAQYtEJAhEi1tQjUQH//ffIfhBjXwSCMHnAkE5ww+CN/7//0Epw0E5+w+CK/7//02LHCQBx0SJVCQYRTHSQYl8JAhBi30AK3tEiVQkHEOJPPtNixwkRIlEJCRDiUT7BEkDBCRB/86JOEiLu5gAAABBD5TCweEISIlEJBBFMfZBg8z/izyviXAcRIlUJCiJeASLfCQIiWwkII0stSwAAACJeAiLfCQMSAHFiXgMi7vcAAAARIlAJIl4IInXwecYCflECcmJSChEifZBOdZzIkiJ34lUJAjoaPT//0mD/gOLVCQIQolEtQBED0TgSf/G69aLVCQEQYt1AEiJ3+g1BwAAg7uMAAAAAHUQSI10JBBEieJIid/o+vr//zHAg7uMAAAAAA+VwMHgAkiDxDhbXUFcQV1BXkFfw0FXQVZBVUFUVVNIgezIAQAAg7wkCAIAADd0CrgEAAAA6bsEAABBg/gBSInzSYnSSYn7SInOD5XCQYP4BHQEhNJ12THASI18JFi5WgAAAA+20vOrAdJMiVwkWEiNbCRYSIuEJAACAABMiVQkaEyNZCQISIl0JHBIiYQkiAAAAEiLhCQQAgAAiVQkeEyJjCSAAAAASImEJJAAAADHhCSUAQAAAQAAAEiJXCRgMdsx9kiJ7+gABgAAQYkEnEj/w0iD+xN16UiJ2UiNvCSYAAAATInm86WLvCScAAAA6G/y//+LvCTMAAAAi4wktAAAAImEJJwAAABEi6wkwAAAAOhN8v//icKLhCSYAAAAiZQkzAAAAI1Y/IPj+wucJOQAAAAPhff+//+LvCTIAAAAg/8CD4fn/v//i4Qk2AAAAIPoA4P4AQ+H1P7//4uEJKwAAAALhCSwAAAAC4QkvAAAAAuEJNQAAAA9////Dw+Hrf7//0iLRCRgSD3///9/D4ec/v//RIuMJKQAAACLtCSoAAAATAHOSDnwD4KB/v//RYXJD4R4/v///891KIu8JNAAAABIOfIPgmT+//9IOdAPglv+//9JicBJKdBJOfgPgkz+//+LlCTgAAAAhdJ0JYu8JNwAAABIOfgPgjH+//9IOfcPgij+//9IKfhIOdAPghz+//+Jz+hI8f//i5QkuAAAAEiJ70hj8Oht8f//RInvSImEJOgAAABJicboI/H//4uUJMQAAABIie9IY/BIweIC6ETx//9IiYQkEAEAAE2F9g+Eyf3//0iFwA+EwP3//0iLtCQYAgAASInv6Ify//+FwA+FbQIAADHSMf8xwIu0JLwAAAA7lCS4AAAAcy9Mi4Qk6AAAAInRQYA8CAB1GjnwD4N5/f//SIuMJPAAAACJxv/AiTyxjXoB/8LrwTnwD4Vb/f//SItEJHBEi3Agi4QkqAAAAEqNFPUEAAAATYn3SDnQD4I3/f//i4QkpAAAAEgDRCRYiVQkEEUx7UiJRCQIRTnvdBtEiepMieZIie/o7fn//4XAD4XJAQAAQf/F6+BIi0QkcEiLVCQISItAGEKLBLArhCScAAAAQokE8kiLRCRwi5Qk4AAAAEiLcBhEi0AghdJ1PouEJJQBAACLlCSkAAAATInmSInvRIucJKgAAABIiUQkCEkB0+gQ8f//TDlcJAgPg6oAAABMiVwkCOmgAAAARYXAD4SD/P//RInAiwyGiwY5wQ+Cc/z//4nHuP8AAABIKfhIAchIwegISI1ID0jB6QRIjQyISDnRD4VN/P//i5Qk3AAAADHJRTHbSANUJFiJz0g5xw+DZ////0GJyo17AUHB4ghMjQy+RAMWid//w0Q5w3MKSYPBBEU7Ufxz7fbBD3UJiTpBiftIg8IEQYn5/8FI/8KJ+0Up2USISv/rsIO8JMgAAAABdVmLhCTQAAAAMdtEjVgDQcHrAkQ523NDg7wk5AAAAAB1OUiLhCS4AQAAgDwYAHQmi4QkzAAAAEyJ5kiJ70iNFJhMjWoE6Anw//9MOWwkCHMFTIlsJAhI/8PruESLnCTgAAAARYXbdCGLlCTcAAAATInmSInvSQHT6Nbv//9MOVwkCHMFTIlcJAhIi1QkYEyJ5kiJ7+i67///McCDvCTkAAAAAA+VwMHgAkiBxMgBAABbXUFcQV1BXkFfw0m5FXxKf7l5N56J8DHSRI1CCInRRDnGchdIMwQPSQ+vwUiJwkjB6h1IMdBEicLr3kgBzzHJOfJzEkQPtgdIweEI/8JI/8dMCcHr6ki6FXxKf7l5N55IMchID6/CSMHoIMNIifhIIdZIiddBichJuQ8PDw8PDw8PSInySInGSboBAQEBAQEBAUiF0nQ3SInRSIPGBEj32Ugh0Uj/yUgh+UiJyEjB6ARIAchMIchJD6/CSMHoOEQBwIlG/EiNQv9IIcLrxEiJ8MNBicgPvU9Mg8j/SYnyQVeJ1kWJwUFWQVVEi69IAQAAg/EfQVRMi6dAAQAAVdPoQY2oABAAAFNBicOJwUH300SJ60Qhy4nYRYs0hESJ8iHKdFNFMcZFId51P4uHPAEAACnQOfByM4nSSAMXRInwQYPGCEQ59nIaTYs8Akw5PAJ06usWRIo0Akj/wEU6dAL/dQg58HLuidjrDEH/wUQ5zXWeSIPI/1tdQVxBXUFeQV/DQYnQQYnJMdJIhfZ4PouHTAEAADtHWHMz/8CJh0wBAABIi4dAAQAASI0UsIM6AHUWD71PTIPI/4PxH9Po99BEIchECcCJAroBAAAAidDDifYxwDHJSMHmBEgDdzBMi04ISIsWTDnKcyFMjUIBTIkGRIoCRInCg+J/0+IJ0EWEwHkUg8EHg/kjddfHh4wAAAABAAAAMcDDQVdBifFJiftBifBBVkFVQVRVUzHbSIPsMItHIEyLr/AAAACJVCQUTIunAAEAAIlEJASLR1SKTCQEiUQkDInQugEAAADT4v/IQdPpKfBFic4B0EGD5v7T6EKNDI0AAAAAiUQkEIPhBEiDyP9I0+BIiUQkGLgBAAAASNPgSIlEJCCLRCQQRCnwRAHIiUQkCItEJBBEAchBOcYPg0IBAAA5XCQMD4I4AQAAQYtLIIPI/0Ux/9Pg99BEhcB1EUmLUxhEifDR6EiLUihMizwCSL0REREREREREUwh/UU58XINSItEJCBII2wkGEgJxYN8JAgPdxiLRCQIjQyFAAAAAEiDyP9I0+BI99BIIcVJi5PgAAAAidhJugAAAAAAAACASI08gkiJ6kiF0nQyMfZIidCKTCQETAnQSA+8wMHoAkQB8NPgiQQ3SI1C/0iDxgRIIcJIg/4QddZIg8cQ68lMif5MifiNSwFMie9IwegDSNHuSInqRIlEJCxICcZEiUwkKEGDxhDozvz//0yJ/onZSInqTInnSMHuAkmJxei3/P//g2wkCBBEi0QkLEi6Dw8PDw8PDw9JicRIiehEi0wkKEjB6ARIAehIIdBIugEBAQEBAQEBSA+vwkjB6DgBw+mu/v//SYuD4AAAADlcJAxzD0HHg4wAAAABAAAAMdvrB4XbdANEiQBJi4PgAAAAi3wkFInaiTyQTSur8AAAAE0rowABAABJwf0CQYmb6AAAAEnB/AJFiav4AAAARYmjCAEAAEiDxDBbXUFcQV1BXkFfw0FXuAcAAABJif9BVkmJ1kFVQVRVU4nzSIPsSDnGD0bGSIlUJCgxyTHSiVQkEEUx5EGDzf8x7Y14GYPAEYlUJAyJRCQIifhIweAEiXwkOEiJRCQwi0QkCIlMJBRIweAESIlEJCAxwEiJRCQYjUb/iUQkPIN8JDwBD4fpAAAAQYu3OAEAAItEJBCJRCQQ/8A58HMQi1QkEEmLjygBAAA7LJFz5oP7Ag+FuwAAAItEJBBJi5cwAQAARTHbSYuPEAEAAIsEgv/AQTuHGAEAAHMHQYnDScHjBEkByzHSQYN7DAB0D0iLRCQYMdJJOcMPlcL/wjHATDnZD5XAjQRAjUQCIUiJxkjB4ARJA0cwSIsQSDtQCHMFgDoAeQpMif/oS/z//+sKSI1KAUiJCA+2AkGJwtHovhAAAABBx0MMAQAAAEGD4gFMiVwkGEH32kExwkUDUwRFiVMETTmfEAEAAA9EdCQI6WkDAABIi1QkMEkDVzBIiwJIO0IIcwWAOAB5Dot0JDhMif/o4vv//+sKSI1IAUiJCg+2AIP7AQ+FPQEAAItUJBBJi48wAQAAizSRSYuPEAEAADHS/8ZBO7cYAQAAcwaJ8kjB4gRIAdFJi5eoAAAAizGLFLKFwA+FqgAAAESLUQhFhdIPibwAAACF0g+E2AAAAGnCsXk3nkGLt9wAAAAB8MHoFkhrwAxJA4fQAAAAO1AEdQo7MHUGRItQCOt9QYt/bDn+c0Yp90Ux0kSNWv9BOfpzOEGB+v8DAAB3L02Lh7gAAABGjQwWRzkciHQFQf/C69yJUAREidKJMESJUAhEiVEIQYuH3AAAAOtEiVAEQYPK/zHSiTDHQAj/////x0EI/////+tD/8hBicLR6EGD4gFB99pBMcJFAepEiVEIMdJFhdJ4JEGLh9wAAABJY9JBi3dsSAHQMdJIOfBzDEmLl7gAAACLFIL/wosJSYuHqAAAAIkUiOn5AAAAg/sFdU2D+AF2F4PoArkDAAAAMdL38UWNVAQBhdJ0GOsIdCNBg8r/6w730P/KRo0UIHUERo0UKIt0JAhFOdQPj7ABAADrA0WJ4kWNYgHpngEAAIXbdC9BicLR6EGD4gFB99pBMcJFAeqD+wcPh38BAAC4kgAAAInZSNPoqAEPhG0BAADrdIP4AXYOjVD+g+AB99jR6jHQ61VFieJ0VUUx0oXtdE5Ji5fgAAAAjUX/QYtPIEWJ4os8goPI/9Pg99CF+HUvifjT6InBSYtHGInKweECSItwKNHqg+EED7YUFtP6gOICdAxIAzhB/1coRY1UBQBFOdRFD0ziSItUJCBJA1cwSIsCSDtCCHMFgDgAeQ6LdCQITIn/6HT5///rCkiNSAFIiQoPtgCD+AF1DEGLh+gAAADpRQEAAIXAdTdIi1QkIEkDVzBIiwJIO0IIcwWAOAB5EYt0JAhMif/oMPn//+nzAAAASI1IAUiJCg+2AOnkAAAAhdt1EEmLj/AAAABBi5f4AAAA6yOD+wF1EEmLjygBAABBi5c4AQAA6w5Ji48AAQAAQYuXCAEAAIt0JAxIjTSxOVQkDHMaiz5Ei0QkDEiDxgRFjUgBOf1yB0SJTCQM6+CLfCQMg+gCKfo50A+DpwAAAAH4icCLBIHpjgAAAIt0JAiJ8EjB4ARJA0cwSIsQSDtQCHMFgDoAeQpMif/ofPj//+sKSI1KAUiJCA+2AoXAdDiD+wN1K0GLl/gAAACF0nUHg/gBdRXrUIP4AXUOSYuH8AAAAP/KiwSQ6zCNRAX/6yqFwHQEAejrIoP7AnUQi0QkEEmLlygBAACLBILrDUGLh+gAAAA5xXIc6w05xXMJQTmH6AAAAHMNQceHjAAAAAEAAADrCkGDv4wAAAAAdAcxwOmuAAAARInRRCnpjRQJwfkfMcpJjXYBg/p/dhCJ0UmJ9sHqB4PJgIhO/+vnQYgWSYuP4AAAAInCixSRKxSpQYtPINPqTI12AYP6f3YRidFMifbB6geDyYBBiE7/6+aIFoP7BXUdi1QkFEmLjygBAAD/RCQUiQSRSYuPMAEAAESJFJFBO4foAAAAcwpFidWJxele+v//xkYBAEiNRgKD+wV1C4tcJBRBiZ84AQAAi1wkKCnYSIPESFtdQVxBXUFeQV/DQVZBic5BVUFUSYn0idZVSIn9TInnU4nT6En1//+J2kyJ5kiJ74nBQYnF6P71//9IhcB5CEUx0umSAAAASInGSIuFQAEAAItNTIsEsIXAdBhBg/4CdBIPvclBg8r/g/EfQdPqQSHC62ZEi5U8AQAARCnRQYnLOdlyu0SJ6USJ0kiJ7+hV9v//hcB0qUSJ2USJ0jHASANVACnZg/kHdiAxwDnYcw+JwYPACEmLNAxIiTQK6+1EAdOJnTwBAADrEDnYc/FBigwEiAwCSP/A6/BbRInQXUFcQV1BXsNBVb4BAAAAMdJBVFVTi688AQAASIn7iehIi3swSIuPkAAAAEg7j5gAAABzEEyNQQFMiYeQAAAAD7YJ6wzHg4wAAAABAAAAMck7Q0xyDseDjAAAAAEAAAAx7etxg7uMAAAAAHXzSIs7RI1oAYgMB4XSdA2F9nQJidCD4AEJyHQQMfaD+X9EiehAD5bGAfLriUSJ7kGJ6kwDEynuTInX6Orz//+J8kiJ30yJ1onBQYnE6J/0//9EieGJ6kiJxuhB9f//hcB0kkSJqzwBAABbiehdQVxBXcNTD7YOSYn5uAIAAABFMdtBuAABAAA50HMFRA+2BAaJz0GJykwBz0U5wnMPilwG/0H/wkj/x4hf/+vsRInHKc9BOchBD0L7SIPAAgH5jXj+OddyvFvDQVRJifBJiflJidJVMcBTix4x9kEPtgwAQYA8CYFIicp1GYD6Zg+Uwkj/wA+20gnWSIP4CHXduAgAAACJwkUx5IXAQYoUEEEPlcQx7UHB5ASJ0YPh8ID5QHUHidX/wIPlCInCQffUjXgBRQ+2HBBEidpEidlBD7YUEUQh4vbCgA+E5gAAAEGD+w91M0EPthQ4jXgDidGA+joPhDcBAACD4f2J0kEPtpQRAAEAAID5OA+UwQ+2yY18CALprQAAAIPh/oD5xHQWQYP7YnV9ifi5AwAAAEGKNACD5gfrJEGB+8UAAAB1DY14A4PAAkEPtgQA6zCJ+LkCAAAAQYo0AIPmHwH5jXkBg/4DD4THAAAAMcD/zroBAAAAD4XCAAAAQQ+2BAiJwrkLAAAAQYC8EQABAAALugEAAAAPRNGD+HcPhIUAAACJ0NHo63KA+fZ1eon4QYoEAIPgODwId3G6BwAAAEGB+/YAAAB1HOtqidDR6IPgB4P4A3Ubhe10CrgIAAAA9sJAdTaD/gEZwIPg/IPAB+spidGD4RCD+AR1H0CA5gF0GYXJdXKJ2CX//dcAPUiBxAC4BQAAAHU862JBuQMAAAD2whB1R+sXMdLrBboBAAAAMcDrCroLAAAAuAUAAACJ2UG5AwAAAIHh//3XAIH5SIHEAHQYgeP//z//RTHJgftIjSQkQQ+UwUeNTAkBg/gGdRFBg8kE6wu4BQAAAEG5AwAAAEGB+8MAAAB1BEGDyQiJ1kGIegmJ+YPmAQ+EtgAAAIn+jU8BQQ+2HDBBidvB6waA4iB0D0SJ2oPiOID6EHUEQYPJBDH2g/sDD4SHAAAARIneQYPjB4PmB4P7AXUVRInaQID+BHVaQYoUCI1PAoPiB+tOg/sCdRVEidpAgP4EdTtBihQIjU8Cg+IH6y9AgP4EdRhBihQIMfaNTwKD4geA+gVAD5TGjTR26ytAgP4FQA+UxkAPtvaNNLbrGrsDAAAAQYP7BEAPlMcx9oP6BEAPlMYh/gHeQYhyCkiNFVoLAACJ9luKFDJIjTVECwAAXUGIQgxAijQGQVxBiEoIjQQKRYhKDgHwQYhSCzwQQYhCD7gAAAAAD0PIQYhyDYnIw8eHBAQAAAEAAABIiflIiz5IifBIi1YISDnXdQQx/+tqD7Y3SCn6vwQAAABIg+oFibEEBAAATIsARYtAAUEPyESJgQgEAABIgfr8AwAAdzuA4gN1Nv/Og/4Cdy9IizBIjVYFSIkQSDtQCHOxi7EABAAAjX4BibkABAAAixIPyokUsUiLOEiNVwTr2In4w0iJ8kiLNkSLlwAEAABFMckPtg5IiciLDI9EOdByNESLjwQEAABEKdBEi0YBQo0MzQAAAABBD8jT4LkEAAAARCnJweEDQdPoRAnAA4cIBAAAicFBjUEBSAHGSItCCEiJMkg58HMGSP/ASIkCicjDSIn6SIs/uQQAAAAp8Yn2iwfB4QNIAfdIiToPyNPoSItKCEg5+XMGSP/BSIkKw0FXQVZBVUFUVUiJ/VOJ80iD7HhIi4eYmQAATIunkJkAAIlUJCBIiUQkGEiLAIlUJDRNi1wkEEiJRCRISItEJBhIi0AoSIlEJDhJi0QkGEiJRCRQidAp8D0AAAEAdgqNhgAAAQCJRCQ0i4WImQAAMcmJTCQUiUQkXIuFjJkAAIlMJBCJRCQwSIuFoJkAAEiJRCRAi0QkNDnDD4PjBAAASItEJFBJOcNyBzHb6T4FAACLRCQQSIt0JEAx0okchkiLdCRIidhBD7YLTI08Bot0JDCJyDnxD5PCchIp8EEPtnMBweAICfCLdCQwAfCLdCRc/8JJAdM58HMRSMHgBEyNrAUAAgAATYnu63KB+f8AAAB1l0WKa/9NjXP/QYD9znUuidhIi3QkOLoBAAAASf/DjQydAAAAANHo/8OD4QTT4ggUBkGKQ/9BiAfpKwQAAEiNVCRgTIn2SInv6Dr6//+FwA+EQ////0GA/cx1BcZEJGwJicBMjWwkYE2NHAaLRCQgKdiJRCQkQQ+2RQ85RCQkD4IU////QQ8QBkiLdCQ4idiNDJ0AAAAA0eiD4QRBDxEHQQ+2VQ7T4ggUBkEPtkUIQQ+2VQqIRCQoiUQkDInQhdIPhA8BAABFD7Z1C4P6BXU2SItEJBhJjbQkQAEAAEiNvXyVAACLUBBBD7ZFDwHaAdCJRCRY6Fz9//+LTCRYKciJwenBAAAAg+ABPAFIGcCD4CBNjUQEIEmLAEiNUAFJiRAPtjBJi1AQjUaARA++zoP4PkQPthJAD5bHD5bBweAIQA+2/0QJ0A+2yUgB+kmLeBiD6IBJiVAQSDnXcwdI/8dJiXgQgf6/AAAAdRZJjbwkwAAAAL4EAAAA6Eb9//+JwesKRDHI99khwUQxyUmLAEk5QAgPggH+//8xwEGD/gF1EY2BgAAAAD3/AAAAD5fAD7bAicJBD7Z1CY0EQPfaQQHGg+LAQTAUNw+2RCQoRAF0JAxBiQwHRQ+2TQxFhckPhGoCAABEichIjT3eBgAARQ+2dQ1ED7YEB0nB4ARNAeBBg/kGdVdMicZIjb1wkQAA6EL8//9Ii3QkGDlGIA+CeP3//4XAdAyNUP9Ii0YYiwSQ6xJJjbwkwAAAAL4EAAAA6ID8//+LTCQMQbr8////QSnaQSnKQQHC6eUBAABBg/kFD4daAQAASYsAQY1J/kiNUAGD+QIPh4YAAABJiRBBg/kCD7Ywv9AAAAC5wAAAAEgPRM9Ji3gQjVaARA++1oP6Pg+2Pw+WwEiJTCQoD5bBweIID7bASQNAEA+2yQn6SYt4GEmJQBCD6oBIOcdzCEiNRwFJiUAQgf6/AAAAdRdIi3wkKL4EAAAATAHn6NX7//9BicLrFUQx0vfZIcpBMdLrCUmJEEQPvhDrNEGD+QR1LkGNkoAAAABBD7ZNCYH6/wAAAA+XwAHAQTBED/+B+gABAAAZwPfQg+ADQQHG63FBg/kCd2tIi5WomQAAi0QkFIt0JBCNSAFIjQTCD5TCD7bSAfYJ8okQQYP6/3UHMdKJUATrOIt8JBBCjVQXAYlQBEWF0nUnQYP5AnUPSY28JNAAAAC+BAAAAOsIvgEAAABMicfoH/v//0GJwusEiUwkFEmLAEk5QAgPg4YAAADp2vv//0GD+Ql1K0yJ+onYi0wkIDnIcwrGAsz/wEj/wuvuMcA52Q9DRCQk/0QkEAHD6YIAAABBg/4CdRK+AgAAAEyJx+jA+v//QYnC6zi+BAAAAEyJx+iu+v//QYnCQYP+CHUivgQAAABMicdBvgQAAADokvr//4nCi0QkDINEJAwEQYkUB4tEJAxEAXQkDEWJFAe4DwAAAIt0JAw5RCQkD0ZEJCQ58A+CMvv//wHz/0QkEOkR+///i0QkEEiLTCRAMdKJHIFNiVwkEEiLhZiZAABIizCLRCQUOcJzR0iLhaiZAABIjQTQiziLSAQ5TCQQD4Lo+v//ifhMi4WgmQAA0ej/wEGLDIhBiwSAKcFAgOcBdAaJTAb86wX/yIgMBkj/wuuxSIPEeInYW11BXEFdQV5BX8NBV0FWQVVBVFVTSIPsGEiLbwhIgf3///9/D4cSAgAAuAAAAQCJbCQISYn9SYn0OcVIide+sJkAAEmJ1w9H6OiRwP//TIn/jXUC/8VIicNIweYC0e3oe8D//411AkyJ/0jB5gNJicboacD//0iF2w+UwU2F9kAPlMZACPEPhbcBAABIhcAPhK4BAABIiYOomQAAunAAAABIid9IjTW8AwAATImjkJkAAEyJq5iZAABMibOgmQAA6Ir0//9IjbsAAQAAukAAAABIjTVPAwAA6HL0//8xwEiNDSEDAABIicKD4geKFBGIFANI/8BIg/hAdevGQyaBTIu7kJkAAEyNswACAAAx7cZDLoHGQzaBxkM+gcZDD4BJizdJO3cIc1CB/fcIAAAPhAgBAACAPs4PhP8AAABMifJIid//xeha9P//jUj/g/kHD4fmAAAASYsPgDnMdQVBxkYMCUmLD4nASYPGEEiLCUmJTvBJAQfrp4mriJkAALn/AAAAgf3/AAAAdgmNRf8x0vfxKcGJi4yZAABJi0cISTkHD4WVAAAASY20JDABAABIjbtwkQAA6Cn3//+FwHV9SY20JFABAABIjbt8lQAA6BH3//+JxYXAdWNFi3UgQYP+AUGD3v9FMf8x9otUJAhFOfdzIkmLVRhEifiLFILrFkiJ34lUJAzoAvj//4tUJAyFwInGdCc51nLmQf/HRTn+c8kxwEmLTAQISTkMBHUOSIPAEEg9YAEAAHXp6wy9BAAAAOsFvQUAAABIg8QYiehbXUFcQV1BXkFfw4oHg+DwPEB1A0j/xw+2F4nQgPpfdwyD+lgZwIPgEIPoCMOD4P48nHUUgfqcAAAAuPj///+6CAAAAA9EwsOB+o0AAAAPtk8BD5TAQA+Uxg+2wEiNRAcCgfqDAAAAdAWD+WR1BQ++AOsCiwCB+o0AAAB0CIH57AAAAHQXgfnEAAAAdAqD+SR0CECE9nQD99jDMcDDYmFudGFtAGYuDx+EAAAAAABmLg8fhAAAAAAAkAEEAwICAgICAgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/////////AAAAAAAAAAAAAAABAQEBAQECAgIBAQEBAQEBAQEBAQEBAQH//////wAAAAQDAgICAgICAgICAgIBAQECAgICAgICAgIDAgEBAQEB/////wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAQEBAgIDAwQGBwgJCgsMDQ4PEAEBAQECAgMDBAQFBwgJCgsMDQ4PEAkICRAAIAABAyQgNWYuDx+EAAAAAACQAA4KBggPEhARAAAAAAAAAAABBAQBAQQCCAABAQQEBAABAQEBCgYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABBQAKAQsADAEwADYBNwA4AXALdAF3AHgBgASQAaAAowGkC6UBqACrAawLrQG6C7sBwgvDAcQLxwHIANAB/wBAAFAQYABigGMBZIFoBmkHagprC2wAcAKAC4EHgguDCYQBkACcEJ4AqAqpBqoAsAq4RsALwg7DAMSAxgvHB8gAyg7LAMyAzQrOgM8A0AHUANgB4ALkCugM6QTqAOsC7ADwgfEA8oH0APaA+AD+Af8h"
};

// src/pack/bantam/loaders/arm64.ts
var LOADER2 = {
  sources: "8e63ca87e278f9eeb0e42eaf4cc95f34f076bf1fda71f3c1658b60c14f5b141e",
  compiler: "aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40",
  code: "AAAAAAAAAAAAAAAAAAAAAOADAJHzAwCRGQAAlH8CAJHwAwCqAACA0gEAgNICAIDSAwCA0gQAgNIFAIDSBgCA0gcAgNIIAIDSCQCA0goAgNILAIDSDACA0g0AgNIOAIDSDwCA0hEAgNISAIDSEwCA0h0AgNIeAIDSAAIf1v17uan9AwCR81MBqfVbAqkUAED5lAoAkRQMFIuAhkD44P//teADFKr/fwSp/38Fqf8zAPkBAED5YQAAtQAAgtIEAAAUPxgA8SEEAFQABED59QMBkeA3APngAxWqMgAAlPMDACoAAwA14AMVqhABAJTzAwAqgAIANfbDAJHgAxWq4QMWqmQBAJTzAwAqwAEANeEDFqrgAxWqTgQAlPMDACrhAxaq4AMVqnUBAJTTAAA14AMVqusBAJTzAwAq4CNA+VMBADTgAxMqbgAAlABAAJHZ//8XPwwA8WEBAFQBEED5gQYA+ZRCAJGBAkD5Qf//tfNTQakADED59VtCqf17x6jAA1/WPxQA8WEAAFQBKEC59P//Fz8kAPFh/v9UAQxA+fD//xf9e76p5/L/EP0DAJHpGECp81MBqTQBB4sUAAD53zwB8agAAFRAAIBS81NBqf17wqjAA1/WwSAA0fMDAKqBAgGL6BCA0gAAgJICAIDSAwGA0gQAgNIFAIDSAQAA1B84ALEg/v9U4Whp+EAsjNLAja7yIKzN8gAg4PI/AADrYAAAVCAAgFLp//8XgApA+d8AAOuB//9UwUAA0YBCAJGCBACUgQ5AuR8AAWvh+/9UYQJA+SIsQLkjAEgpJEhAuV/cAnEB/v9UAgWAUgB8e9MGCoDSJQhAuWN8opvETCSLYgAAi0IABIu/AALrwfz/VCIIQPm/AALraPz/VCIABotiBgD5QgADi2IKAPlCAACLYg4A+QMAgNIgCEC5IAAAi2ASAPkAAIDSJEhAuZ8AAGvoAABUIAhA+SIIQLkAAALLHwAD6+AHnxq5//8XBfB90wAEAJFFaGW4YwAFi/T//xchAwAQAAQAUQIAgNIfAABxzAEAVCBoYjggAgA1CAiA0kAAgNIDAIDSBACA0gUAgNIBAADUyAuA0uAPgNIBAIDSAgCA0vj//xcjaGI4QgQAkcP//zUhAAKL6///F0IEAJHt//8XYmFudGFtOiB0aGlzIHByb2dyYW0gaXMgZGFtYWdlZCAoaGVhZGVyKQoAYmFudGFtOiB0aGlzIHByb2dyYW0gaXMgZGFtYWdlZCAoY2hlY2spCgBiYW50YW06IHRoaXMgcHJvZ3JhbSBpcyBkYW1hZ2VkIChmcmFtZSkKAGJhbnRhbTogdGhpcyBwcm9ncmFtIGlzIGRhbWFnZWQgKHN0cmVhbSkKAGJhbnRhbTogdGhlcmUgaXMgbm90IGVub3VnaCBtZW1vcnkgdG8gdW5wYWNrIHRoaXMgcHJvZ3JhbQoAYmFudGFtOiB0aGUgbWVtb3J5IHRoYXQgdGhpcyBwcm9ncmFtIG11c3QgaGF2ZSBpcyBub3QgZnJlZQoAYmFudGFtOiB0aGUgc3lzdGVtIHJlZnVzZXMgZXhlY3V0YWJsZSBtZW1vcnksIHdoaWNoIHRoaXMgcHJvZ3JhbSBuZWVkcwoAAAAA5AMCqkMEgNLIG4DSgwADqmIAgNIEAICSBQCA0gEAANTAA1/W5AMAy+MDAKpjBADRgAABiiEAAosoHYDSYwABi+ICgNJhAASKBQCA0iEAAMsDAIDSBACA0gEAANTAA1/W5gMAqgAAQPkAQEC5QAMANAkAgFIOBYBSDQD+kssEQPkqfa6bZwEKi2Fpavg/AA3riAYAVOIIQPlfAA3rKAYAVOAEQPlfAADrwwUAVOAQQPkABECSHwwA8YAFAFSiBQC1wABA+SkFABEAQEC5PwEAa2P9/1QAAIBSwANf1ssEQPkqfa6bZwEKi2Fpavg/AA3riAIAVOIIQPlfAA3rKAIAVOAEQPlfAADrwwEAVOAQQPkABECSHwwA8YABAFTiAgC1wABA+SkFABEAQEC5PwEAa2P9/1QAAIBS/XvBqMADX9YgAIBS/f//F+AAgFL7//8XoACAUvn//xfAAIBS9///FyAAgFLAA1/W4ACAUsADX9b9e7+p/QMAkcAUQPnjAwDLAAQA0SwAA4ohAAKLIQAAiwICoNIhAAOK4AMMqiEADMuY//+XHzAAsUD9/1QfAAzrQf3/VGFpavjiBED5wBRA+Zn//5fX//8X5gMBqgEAQPkiHED5AQD+kl8AAesoAgBU/Xu/qf0DAJEAFED5QgAAi+ADAMtBAACKAgCA0gAAgNKA//+XIAH4t8AAAPkAAAGLwAQA+QAAgFL9e8GowANf1iAAgFLAA1/WoACAUvv//xcCFED54wMBqgAAQPnoGoDSBACA0gUAgNIAHED5QAAAi+IDAssBAAKKAgCA0mAEQPkDAIDSAAABywEAANTAA1/W/Xu+qf0DAJHzUwGp9AMAqvMDAqrgAwGq4QMCqv8CAJTmAwCqoAAAtOEDAKriAxOqgBZA+WD//5fzU0Gp4AMGqv17wqjAA1/W/Xu+qeQDAKrgAwKq/QMAkfNTAalTBADRghRA+TQAQPnkAwLLcwICiyAMAKmUAgKLcwIEipQGANGUAgSKYgIAywEAgFIJAwCUnwIT66EAAFQAAIBS81NBqf17wqjAA1/WgQITy+ADE6oCAoDSN///lx8AE+vg/v9UoACAUvb//xdfAAD55QMBqucDAqoJBYDSAQBA+QIAgNIoQEC5ARRA+R8BAmuIAQBU/Xu/qeYDAcvGAAWK/QMAkeADBqoCAqDSIv//lx8ABuuAAgBUwACAUhQAABQEBED5Q3wJm+YDAcuKAAOLg2hj+GQABoq/AATrAwEAVEQJQPljAASLJAQA0WMABItjAAaKvwAD6+MAAFRCBACR4v//F+AAAPkAAIBS/XvBqMADX9YAAIBSwANf1uIDAKrgAwGqAQEAtEEUQPnoGoDSAwCA0gQAgNIFAIDSAgCA0gEAANTAA1/W6wMAqgoAgFIMAIBSDwWAUk1iAhDuAIBSYAFA+QBAQLkfAApriQEAVGwBADVjBUD5Qn2vm2AAAosBCED5AQEAtWABQPlKBQARAEBAuV8BAGvj/v9U4AMMKsADX9YAIEC5BwhC00AACDbnAH+yQAAANucAfrJjaGL45gB+kmAVQPkhAAOL4gMAywAEANEhAACLaQACiiEAAoowAAnL5wAQNiAAO9UgAuA2nzsD1SAD6DafOwPV3z8D1eADCarhAxCq4gMHqkgcgNIDAIDSBACA0gUAgNIBAADUQPv/tOYCALXsAIBS3P//FwJMEFODAIDSYyDCmuIDA8tCAAmKPwAC60n9/1QiewvVQgADi/z//xcADAASggCA0kIgwJrgAwLLAAAJij8AAOtJ/P9UIHUL1QAAAov8//8X4AMNqugigNIhAYDSAgCA0gEAANTmAwCqwAD4tuADDaohAIDSAQAA1OYDAKrg+/+34gMQquEDCaqCAQC14AMJquEDEKriAweq5AMGqsgbgNJDAoDSBQCA0gEAANQ/AQDr7AOOGg0AABTgAwaqCAiA0gMAgNIEAIDSBQCA0gEAANQfAADxjQAAVCEAAItCAADL6v//F6wAgFLgAwaqKAeA0gEAgNICAIDSAwCA0gQAgNIFAIDSAQAA1EoFABGJ//8XAgBA+QQAgNIHBYDSRkBAud8ABGtoAABUAACA0hIAABQFBED5g3wHmyIEQPmoAAOLo2hj+F8AA+uDAQBUBQVA+UgAA8u/AAjrAwEAVGMABYslCED5YwACy78AA+toAABU4AMCqsADX9aEBACR6f//FwsAQPnpAwCq7AMBKgoAgFJhAUD5IAlA+SFEQLk/AApr6QQAVMADALTAA1/WYglA+UB9e9NBAACLQGhgeB8ADGvBAQBU4AMLqtL//5dgAQC0JAlGqSMIQPkDAAOLQkAAkYIAAosfAALrYgAAVJ8AA+tDAABUIA0BqUoFABFhAUD5IAlA+SFEQLk/AAprSQAAVOD8/7T9e8GowANf1mIJQPlAfXvTQQAAi0BoYHgfAAxrgAAAVEoFABHW//8XwANf1v17v6n9AwCR3///F+QDAKr9e76p4AMCqv0DAJGCAED5I3x904cYQPlFhEGp4mhj+KYAA4shAAKLomhjuMcEQLlfAAdrwQAAVOIDAirQAQCUAACAUv17wqjAA1/WiCRCqegnAaniAwGqo2hjuORDAJHBBEC5nwQAlPf//xf9e7yp/QMAkfNTAan0AwCq9VsCqfUDASr2AwKq9xsA+QEEQfghDED5IUw1izMEQLl3AgGR4QMXqqYBAJSgAAC1gAZAqeIDF6qc/v+XwAEAtAAEAE8DABOLwA4AqeIDAKrhAxUq4AMUqmAAAK1gAAGt81NBqfVbQqn3G0D5/XvEqMT//xfzU0GpoACAUvVbQqn3G0D5/XvEqMADX9b9e7yp/QMAkfNTAan0AwKq9VsCqfYDAar3GwD59wMAqgAEQPkhBEB5Iex804IBAJTzAwCqYAAAtaAAgFKAAgC5FQCA0sAGQHnhAxUqHwAVa2kAAFSAAkC54AAANPVbQqngAxOq81NBqfcbQPn9e8SowANf1sAGQLliEhWLtQYAkSEAAAvgAxeqt///l4ACALnt//8X/4MC0f17Aan9QwCR81MCqfQDAKr1WwOp92MEqfpvBan8MwD5FgBA+TcEQLnKAkD5QElAuR8AF2sDAgBU4AMAKiIEQHkAQDfLMwRAefUDAarpAxcqXwAA6wgBAFQgAEB5HwwAcYAaAFTIAABUIAIANB8IAHFACQBUMwCAUgQAABQfEABxof//VBMAgFL9e0Gp4AMTKvNTQqn1W0Op92NEqfpvRan8M0D5/4MCkcADX9bgAxaqHP//l/gDAKrg/f+0fwYAcaH9/1SAMkD5AP7/tcAOQPkhCED5CQwJiyAFQLk/AADrgQEAVP17QaniAxiq9VtDqeEDFyr3Y0Sp4AMUqvNTQqn6b0Wp/DNA+f+DApFU//8XgDpAuf8CAGuAAgBUgg5FqQAAgBKBBkD5n34BqYA6ALngAxaqJv7/l/MDACpBAIBS4AMUqhP//5cT+v81ggIBkeEDFyrgAxSqXf//l/MDACpA+f81lzoAuYECRKmiCkD5AAABy18AAOvIGABU4AMYqhcBAJShCkD5gCJA+QAAAYuAIgD5vP//F+ADFqrh/v+X+AMAqoD2/7R/agBxQfb/VDoIQPngf0CyXwMA68j1/1SAMkD5gPX/tYIORakAAIASgQZA+Z9+AamAOgC54AMWqv9LAPn6/f+X8wMAKuD0/zWAAkD5GgMai+JDApFBPwCRE/7/l/MDACoA9P818wMUqlZfQKl7Bkb4oIZAqX9+Aal/fgKpmDIA+WGCAKngAxuqogpA+YEGQPlC/EPTQgQAkdH9/5dgFgD5YQ9A+aAGQLkgDACLAQRAuYAGQPkh9H7TzwAAlPgDAKpgFkD54AkAtNgJALSABkD5AARAqeAHB6ngAxSqYQCAUsL+/5fiMwKR/AMAquEDFargAxSq/48AuTL//5fij0C5QgQANQEAgFIEAIDSDgAAFOkEAJEJAAD56QBAOScZABLnIMYapQAHKkkCODbGHAAR34wAcUEBAFQMAAAUBFshuCEEABEFIECpvwAI60IEAFSCAQA1BgCAUgUAgFIHAED5HwEH62j9/1QiAIBSBQCAUoRAJYtlBkD5nwAF6wn+/1SAAIBS4I8AudwAALSCCkD54AMcqgEAgFJCABzLvAAAlPOPQLmffgGp0wAANeIPR6ngAxuqgQZA+Zv9/5fzAwAqVl8AqYACQPnhS0D54v3/l0T//xdi/f81PwAAcXgOAPniB58aIQACS2EiALkBQACR4AMTqoIGQPkyDwCU4v//F7MAgFLv//8X4AMWqlv+/5f3AwCqwOX/tIAyQPmA5f+0U0FAuRgDgFKABkD5/48AuWF+uJtwAACUAQCAUgYFgFIfAADxYBJBeqgDAFTgSwD54jMCkeEDFarAAkD5AEBAueCbALngAxSq1v7/l+YDAKrgS0D5YAAAtaAAgFLgjwC5849AufPi/zWABkD54AcA+eBDApHgAwD5g4IBkeADF6qihkCpJc0BEKcGQHmEAIBSowkAlPMDACoK//8XxQZA+SN8ppskfLibIQQAEacAA4sCAASLo2hj+OUEQPkDaCT4Q5QAqdf//xeTAIBS/f7/F/17tKkCEIDS/QMAkfNTAanzAwCq9AMBquADAZEBAIBS9RMA+V4AAJQAAIAS4GsAuWACQPkBAIzSQQCg8vNTA6kVSEC54AMUqi8AAJTgKwD54AMUqqF+fdMrAACU4StA+eAzAPnBBAC0oAQAtCGYQJEAAIDS4S8A+QAEAJG/AgBr6AEAVIAGQKn1wwCRFACAUuAHCKkAAIBSYQJA+SFEQLk/ABRrSQAAVMABADTzU0Gp9RNA+f17zKjAA1/WYQ5A+QLwfdPjM0D5RCAA0SFoZLhkaGT4IQAEi2FoIvjn//8XYQpA+YB+e9OUBgARIQAAi+ADFaqc/v+X6P//F6AAgFLr//8XAgxAqeQDAKrgAwLLYwACywAMQJIfAAPrCAEAVGMAAMt/AAHrowAAVEAAAIsBAAGLgQAA+cADX9YAAIDS/v//FwMAgNJEAAPLnxwA8WgBAFRD/EPT5ACAkmN8BJtCAAOLBAADyyEAA8sDAIDSXwAD68EAAFTAA1/WJGhj+ARoI/hjIACR8P//FyVoYziFaCM4YwQAkfb//xckHAASIRxAkuPDALIhfAObAwCA0kUAA8u/HADxSAEAVEH8Q9PjAICSIXwDmwMAgNJCAAGLAQABy18AA+uhAABUwANf1gFoI/hjIACR8v//FyRoIzhjBACR+P//Fz88APFpCABUKux8kuVOmVLmyZBSZb2wcgKFiFIoNo9SCgAKi+QDAKrpAwUqBjmscgMAgFJihKRy6MazcocAQLmEQACR4ggJG4dAX7hCTIIT5RQJG4eAX7hCfAgbpUyFE+MMCRuHwF+4pXwIG2NMgxPmGAkbY3wIG8ZMhhPGfAgbnwAK68H9/1RCfIITpWSFE2NQgxNCAAULxjiGE2MABgtCAAMLAAABi0IAAQshDECSpMeVUuVlnVIBAAHLRFa4coX6pHIDAAHLfwwA8YwCAFQk9oxSJTaPUsTKonLlxrNyPwAA62MCAFRCPEJK4E6ZUmC9sHKhx5VSQVa4ckB8ABsANEBKAHwBGwBAQErAA1/WIvaMUsLKonLj//8XI0RAuGIIBBtCPIITQnwFG+b//xcjFEA4YggEG0JUghNCfAUb6P//FyIcAJHhAwFLIQgAEgIMgotAgF/4ACDBmsADX9YDAAHLfzwA8Y0AAFRDAADLfzwA8cwAAFQDAIDSBAADi18ABOuoAABUwANf1iAEwTwABIE88///FyRoYzgEaCM4YwQAkfb//xcAAAAAfwAE6yIDAFRiA/i3RRwAkecDAkvnCAASJQyFi6aAX/jGIMeanwAD6wkCAFQHAIBSxfx10+cEABH/EABxBXhleKgUABKlfAhTZRQAOOUDCCrGIMiagJBD+kIABcuo/v9UnwAD6yj9/1RiAAC1AACAUsADX9ZgAIBSwANf1v17v6kFAAKL5gMDqv0DAJHnAwSq4gMFqsj//5eiAAeL/XvBqKEABsvgAwWqw///Fz8AAutjAABUAACA0sADX9YmAEA5xgwAEsYUABGmAAC53wADayj//1QnAIBShcKI0gUABYvnIMYaAwCA0p8AA2sIBQBUJP7/NOUDAaoGAIBSgwCAUgsAsFIMALASDWGE0qkAQLnqBAARaAgAEkoRwFpjgAARbiXKGsUFAFEpJcgayAEMC2MACkulAAkKCHkfUwoBB0tfAQVriQMAVGMEAFHIBAARpkEmi6UEAHEGBAaLxQgAeYUDAFTnBABR5gMIKv8AAHFMAQBUYxwAEWN8A1MgAAOLXwAA66L5/1TL//8Xv3gjeGMEAJHV//8X3wAEa8L4/1RlfANTJQAFi78AAusD+/9Uwf//FwUFABGlAAkK3wEFa2j8/1SlAAhL5QAFC+D//xdgAABU5wAFS+T//xefAAhrqfb/VGV8A1MlAAWLXwAF6yn2/1TmAwgqpQBAuWgIABJjCAARpSTIGqUEABLGAAULvwwAccH6/1SfAAZryfT/VGV8A1MlAAWLvwAC62P+/1Sh//8XJQCAUobCiNKlIMQaCwAGi6gEAFHpAwuq7QMIKgcAgFL/AANrYQUAVKl8A1MHAIDSKQVFCwYAgFIpDQAR7AMHKn8AB2toBwBUSHx60ylMJYsMAAiL6gOAUosSgtIjAEC5BwQDi+cQQJHmKFB5zQQAEe0oEHnHEMBaPxwAOUcBB0uHAAdLJxgAOcYgxxrGAAVLJggAeV8MAHFAAQBUBgEDi4MBA4vGAAuLYxBAkQYIBovGBEC5JgAAuWNQVTkjHAA5ISAAkT8BAeuh/P9UwANf1iYBwHnGAPg3xjwAEucEABEpCQCRJv0Dec7//xcGfX2TCAUAUSdoJrgmAIBS+P//F858fdMsaC64xgAJC6YBBgrfAAhrrP//VEoFABFueed43wEKa+z+/1TnBACRxP//FwoAgFL6//8XHwAB64IBAFQi8F84IAAAy+EDgFIABADRQxDAWl8AAHEhAANLIXxAkyAMAIsAEJ/awANf1gAAgJL+//8XAAAAAAAAAAD9e76p/QMAkfMLAPkTAED5EfhAqRCoQakPlEKpDhxA+QQIALSEBACRbPh/00sUAJGNAQOLhAgEi1IABIsfIAPVYhUA0R8gA9Vk/nXTyP9100f9ddOm/HXTJHhkeIl8CFNJAAA5cyLEmiR4aHiIfAhTSGgjON4jxJokeGd4h3wIU0doLDhKIcSaJHhmeIZ8CFNGaC04QgQAkaUgxJpfAAvrQf3/VHMCwNreA8DaSgHA2qUAwNpzEsDa3hPA2koRwNqlEMDaMQ5TyxAOXsvvDUrLzg1Fy3MKABLeCwASBgJA+UoJABLCAUD5pQgAEuQBQPlCAECyJwJA+YQAQLLGAECyaxUAkecAQLJFIMWaiiDKmt4g3przINOafwES6yH5/1QTRACp8wtA+R5AAan9e8KoCjwCqQU4A6nAA1/WAAAAAP17uan9AwCR92MDqfcDAKoAIAGR81MBqflrBKnoukCp4DcA+fIOQPn6vkOpwAEIy86BANEffADx8y5Auc7BiJpfAg7r7eZEKU6Sjpo/AALrghUAVEDwXzhAFQA0+AMBqoEJgtLsAwMqAwqE0vVbAqn1AgGLARDAWvYCA4tAABjL4wOAUmMAAUsABADR+3MFqWN8QJNgDACL4UpQuQQcAJHjAwBLYwgAEuJOYLkbQCHLAA+Ei+VScLnmAyEqe0Miy+QDIioAgF/4e0Mly+UDJSoAIMOaASDBmgv8QdMqIMKaIfxB00r9QdPgIgGRayXGmikkxJoLDAuLSiXFmqkOCYvKDgqLHyAD1ZsP+LdlHwCR5AMbSyIdQDmECAASBQ+Fi0cdQDn8AyIqYR1AOUYABwsjAUC5pYBf+PEDJypQAUC5IAAGC2YDBsulIMSaoiDCmqX8QdNE/EHTpSTcmmMABQuEJNGahAAQix98AHGICQBUQCDHmmUBQLkc/EHT4gMhKtsAIcuMBQBxnCfCmpwDBYugAwBUZhlAOQIgwZpBGUA5R/xB0yUZQDnwAyYqQiDGmmYDJstAIMGaawlAeUoJQHnxAyEqKQlAefsDJSrGACHLAPxB0+E3QPlC/EHTACTbmgAACYvnJNCa5wALi0Ik0ZpCAAqL2wAly6kOAIvKDgKLKwwHi38MAHGpBQBU8wMZKvkDDSptDABR4AEay58DAOvIBgBU4AJA+eMDDSphBADRAAEAywAAHIs/AADr4gUAVJQAHIvAAQjLnwIA620GAFRAAgjLnwIA6wgFAFTiAxyq4QMaquADCKpJ/v+XWgMciwgBFIus9P816AYA+e3mBCnzLgC5+h4A+ZsDALX1W0KpAACAUvtzRakbAAAU5gL4t8AcAJHlAwZLpQgAEgAPgIsCgF/4QCDFmq///xefAwDx4AefGmMAAGuA+v9UfwQAcQAJAFR/CABxQAkAVOABGsvzAxkq+QMNKq0FAFGfAwDrqfn/VB8gA9X1W0Kp+3NFqWAAgFLzU0Gp92NDqflrRKn9e8eowANf1kADwD0FAoDSAAGAPQQAABRAa+U8AGmlPKVAAJGfAwXriP//VAABHIu/PQBxiAMAVAQABIvhAw0qvx0AcSgCAFTjAw1LAQCA0gPAI4sfIAPVYmhhOAJoITghBACRPyAA8YH//1SidR5TAQCCUgGErHIAIACRISTCGiEMABIhIAAR4QMBywMAABQCaGH4AoQA+J8AAOuo//9Ur///FwMAA8tgAMA9AGm8PGAEwD0ABIA9n4AA8Qn1/1QBBIDSHyAD1WBo4TwAaKE8IUAAkZ8AAeuI//9UoP//F+ADDSrtAxkq+QMAKof//xfgAw0q7QMTKvMDGSr5AwAqgv//F/17sKn9AwCR9VsCqfUDAaoBZ4nS9gMDqkEAoPLzUwGp8wMAqvQDAqrgAwSq92MDqflrBKn7cwWpCf3/l8BaALSXEkA53xYA8WkQAFSBAkC5+gMAqgClllLgpb9yPwAAa6EPAFSXDxg36BZF09cNKDaEFgCR5wMVquAGABIlAIBSpSDAGqV8AVOFAAWLnwAF6+ENAFTgfgZT4A4ANagAADSFAEA5vwAV62ENAFSEQCiLlAIWi58AFOvoDABUYAIVi/+AQPFACwD5QACg0ueQgJqAAIDSAAHA8o2qiNKOSojSRQMNi0cjALlHAw6LKQCAUsGvATCCqgFwaq8BUIuvARBTTwCpSScAuUAXAPkAAIDSXxsA+eFDAPnhQ0D5AwCA0ghoajgMaGE44QMDKp8BA2voCwBUAAQAkecABJGlAAGRHwwA8aH+/1SBAgTLPwgA8S0IAFTgjwC5gAhAOfUDBKqBBEA5ADwQUwEgASqgNkA4IQAAKkCLQKkofAFTJwhB0yV8A1MhAAAS4YsAuUIAAMv/BABxAAsAVP8MAHHABQBU4QMFKkMjQLm/AANrSAUAVOE7APmBAhXL5jtA+d8AAeuoBABU+QMFKggKCDdfABnrIwQAVOIDGaonCQA0gQxAOcX8/5dCB0D5QgAZi+A7QPlCBwD5pAIAi+CLQLlABwA0QAtA+R8AAuthAgBUlAIEy/cCfpKfAhfr4QEAVAAAgFIOAAAUgRZAOSAAgNKEGgCRInwDUyEIQJJCKAARACDCmgf8Q9PnAAGbjP//F4AUQDjg8f80YACAUvNTQan1W0Kp92NDqflrRKn7c0Wp/XvQqMADX9YoAIBSCQGAUgghwBopAQhLgQBA+SlxHVMFAICSpSTJmqUAAYofBABxQfD/VKUABJFIAIBSf///Fx8EAPGgAABUDWhrOL8BAWsIAQBUQRRAOOh4I7ihaCM4ISHBGmMEAJEIAQELlP//FwEAgFL5//8XgAIEyx8IAPFs8/9U2f//F+EDByqr//8X4QMVqmf8/5e4//8X4QMDKl9AI+shIIKatgIZiwAAAYtADwD53wIV64n5/1SADEA5AgQAEgF8AlMcDELTwDEINp8DAHGIdx5TgBefGggZABE/AH/yAAgAEUEBgFIIEYEavwAAa6P3/1SEMED4AQCAEiEgyBqE/ETTkgAhCoQkyJqBACEKfwASa4P2/1Q5AwDL4wMBKj9DIesD9v9UrwIAi/MBA4tfCABxASIAVP8BE+tC9f9UoGpgOPkFAJFjBADRH/wBcYkCAFQP+AFR730BU38AD+sj9P9UikKJ0gD8AVFDAwqLAQCA0iJ8AVM/AEDyImtiOEQMABJCfARTQgCEGmJoITghBACRHwABa+j+/1Q/AAAU7wMAKn8AIOvj8f9UIAMPi+UDA5HiAwCq4QMZqgQggFLDAIBS4DMA+eADGqrb/P+X+AMAqoDw/7Tkw0C5jAqG0gMggFJbAwyLYgCAUuEDG6rgAxqqM/3/l+ADGKohAw+Lfv3/l+MDAKqAfH/T6QMEKn8AAOuL7v9U5AMkKuEDA6qEFAAS4AMYqn/8/5cA/EHTYwAJy4tCidLhAwOqBSTEmuADGKp4/P+XCPxB02MACctKAwuLCCXEmgQAgNKlfH3TaQMFi2BrZbhAaSQ4JRlAOSsZQDm/AAPr7RMAVIAIABGEBAARRAMEiwh9fdOEEECRYWtouIFQKDkABABP4wMDkYlCidJFAwmLCACA0gQAgFIhAIBSfzAAuWAAAK1gCIA9omhoOF8sAHHo6P9UShx+0wgFAJEiIMIahARCC2loargpBQARaWgquB8ACGuo/v9UpOf/NP8vRGth5/9UiRDAWgIEgFJKAAlLISDKGiEABEskBABRhAABamHm/1QhEMBaQQABS0JDIItCEECRQVAoOSF8ftNiaGG4QgQAEWJoIbjhx0C5AeX/NOIDA6opWQBRIQCAUkgEQLksAAkL6wMEKiEEABFLTAC4CCHMGoQACAtfAQFrAv//VAAEABFKBQARCACA0iwAgFKNSobSoWhoOAENADUIBQCRHwAIa4j//1QvAw+LIACAUkA3ALmIYonSWAMIi+ADEioEQzKLWJMDqeAzAPmcGAA0Ug4AEUB+AlPgNwD5YAIPy0h+AlMfJADxLeD/VGAAgFIIfaCb4DNA+R8ACOuD3/9U+wMDkesZAJHqAxuq+YMCkQUAgNK/DADxwAsAVOR5ZXhkAQSLfwIE6yPe/1ThAwSq4AMLqvP8/5eg3f+34QMEqit7JfilBACRIIxf+AIQwNoAAECyQgQAEQAgwppABQCpSkEAkb8QAPEBCQBU4DNA+eIDGKqHSobSqgCAUggACMtAAweLCAMIi+A/APkFAQLL4wMbqgEAgNK8CMoaJHth+GAEQPkAAATrhAcAVAD8Q9OfAwDrnJOAmiEEAJFjQACRPxAA8cH+/1ToTwD5vAYAtOM3QPnkAxyq4T9A+eADG6riSwD52Pz/l+IjSamFCxyLqgCAUkIABYvl//8X4QMDquADGKrK+/+X6wMrKiEJQHkA/EHThAQAkWMABcsAJMua5QMIKiAAAAuf+APxANb/VOgDACpM//8XRAEBSysACQshHH7ThCAIKoshyxqEPAASYmhhuG4BAgtuaCG4okUiiwEAgNJCAwKLRHgheCEEAJF/AQFrqP//VIn//xdAN0C5oPH/NZr+/xfrAwSqov//F+QDE6qm//8XHACA0sf//xfsN0D5CwCAUkoADMtiI0CpQwEMiyF7fPicBwCR4DNA+XtDAJEIAQHLQgDA2h8ADOsIIQCRBJCMmkIQwNrgP0D5CPF90wIBAssEAwSLqvv/l2sBACrgN0D5jAEAi58TAPFh/f9US8//Nd8CE+sJz/9U4AMTqhkUQDg//wNxYQ0AVMACAMsfBADxLc7/VGAGQDkE4I9SeQpAOQAABAsZIBkLYA4Akd8CAOspzf9UDwBAOf8FQPLBzP9UGAQAkVwjAZEbAIDSMwCAEpIAgtLhQ0D5YH4bG38HAPHnAxsqABgAEShoezjhB58aIRQAEeAlwBoABAAS4cMAuR8MAHFBDABUQDNAuUDK/zR7BwCRnAMSi38PAPHB/f9UIACAUkAzALnjAxkq4gMWquEDGKrgAxqqrfz/lwAJADRG/v8XhkqG0uEDE6rgAw+qRvz/l+MDGKriAwCq4QMPqkADBotm+/+X6wMAKsD//xefDwBx4AMAVJ8HAHHnF58a5wQAEeCPQLkhAAASIQwAERgAB0sA4L8SGHMdUxgo2BqAMEC4GAMACuADByoYJ8EavwAHawPF/1SzAgCLXwQAccABAFR/ABhrY8T/VCADAMvhAxgqH0A46+PD/1TjAxOqeEA4i3MCAYtD4wOpof//F+cDHCrk//8XfwAYa8PC/1Q/AwDrgML/VFMfAPmFYonSQwMFi+IDGCqhamA44AMDqrX6/5fjAwCqIQCA0u3//xc//wFx6QAAVN8CAOvJwP9UYQZAOTkDAlFgCgCROSAZKvny/zXfAgDr4b//VEHPQ6lAB0D5Qg9A+XMCActCAADLfwIC6wi//1TiAxOqiPr/l0AHQPkCABOL2f3/Fx8EAHHhAgBU3wIY6+m9/1QAA0A5HwEAa4m9/1TnfHrTgxKC0uHAIItHAweLIQADi+DAIIsAEECRGAcAkUELAYsAUFU5IQRAuYEDALmfCwB5nxsAOYAfADmfAxC5iv//F2ADADWbAgC0fwcA8cFdATDAXAEQAACBmqEDgFIIEYEagsKI0kIDAosBAIDSHwEBa2gBAFTkw0C54wMIKuIDByrhAxyq4AMaqn/7/5eEAxC5df//F4BZARDy//8XA2jhOEN4IXghBACR8f//F6BcAXDkAwgq4QMYquUDA5EDaHs44gMWquADGqroYwC5+2sAuQv7/5f4AwCq6GNAuedrQLmg/P+1sf3/F6AAgFKw/f8XAQBAkyAEQErAA1/WAxhA+SF8fNNkAAGLYmhh+IQEQPlfAATrogAAVEAEAJFgaCH4QABAOcADX9YhAIBSAYwAuQAAgFL8//8XYgEAtAQcQPkKA4DSAwhA+QAAgNKJCEC5IQADiz8BAGuoAABUAACA0gIAABQAAED5wANf1ocAQPkGfAqb6AAGiwMFQPl/AAHriAEAVAgJQPklAAPLvwAI6wgBAFRjAAiLYwABy38AAuuDAABU4Ghm+AAABYvv//8XAAQAkej//xfiAwCqIQEANCAEAFFBZEC5PwAAa+gAAFQgAIBSQIwAuQAAgFLAA1/WALBAufj//xdBsEC5PwAAa2j//1QBBAARQbAAufj//xf9e72pPxwAcegAgFL9AwCR81MBqSiQiBrmAwCq9RMA+ecDASoKnQARAgCAUgmAQLkJAwA11AADkf8IAHGAAwBU/wwAcfOXnxpzeh9TcwZ+02IDADRfBABx4QIAVJVqc7gBvQAR4AMGqscEAJQAABULgWpzuD8AAGtIAABUgGozuPNTQan1E0D5/XvDqMADX9ZFXBhT4QMKKuADBqopBQBRl///l6IAACri//8XMwCAUuf//xdACABR7v//FwAAgBLw//8XIwBA+X8AAuuiAwBU/Xu9qf0DAJHzUwGp9AMBqvMDAqr1EwD5QgADyxUYQPmhEk+phAABy18ABOvpAABUIQCAUgGMALnzU0Gp9RNA+f17w6jAA1/WAABA+QAAA4u0+f+XgQJA+aB6QPlhAgHLAAABi6B6APmTAgD58///F8ADX9b9e76p/QMAkfMLAPnzAwKql/n/l2AAALWhAIBSYQIAufMLQPn9e8KowANf1v17uan9AwCR+ysA+RsAAZHzUwGp8wMAqvQDAar1WwKpQQGAUvdjA6lXAIDS+WsEqXgXQLkaZEC5AAKA0vYDGCp5P0C5WgcAkdYKAZEYA6GbYBtAuVr3ftM5BwCRAAQAkQD4f9MfABfryAsAVOAGAFFgSgG59bMBkeEDGqriAxWq4AMUqv9vALnT//+XYE4A+eIDFarhAxqq4AMUqs7//5dgUgD54gMVquEDGqrgAxSqyf//l2BWAPnW9n7T4gMVquEDFqrgAxSqw///l2ByAPniAxWq4QMWquADFKq+//+XYHoA+eIDFarhAxaq4AMUqrn//5dgggD54gMVquEDFqrgAxSqtP//l2CWAPniAxWq4QMWquADFKqv//+XYJoA+eIDFarhAxiq4AMUqqr//5dgqgD54gMVquEDGKrgAxSqpf//l2CuAPniAxWqIe980+ADFKqg//+XYIoA+eIDFaoh937T4AMUqpv//5dgkgD5YDNAuR8EAHGBAwBUYTtAuSEMAJEh/ELT4gMVquADFKqR//+XYLIA+eIDFargAxSqAQCG0oz//5dgagD54gMVquH2ftPgAxSqh///l2CiAPngb0C581NBqfVbQqn3Y0Op+WtEqfsrQPn9e8eowANf1vf6f9Og//8XAQCA0uf//xf9e7mp/QMAkfVbAqkVAAGR81MBqfdjA6n5awSp+3MFqbYyQLk/BAAx4AEAVNYBADT6AwCq9AMBKt8GAHGBBQBUAHhAuT8AAGviAABUnwZA8qEAAFQgfAJTQbNA+SBoYDhgBAA081NBqfVbQqn3Y0Op+WtEqftzRan9e8eowANf1kGbQPkheGC4PwATa0sAAFQzBAARAAQAkV8AAGso//9UQQGAUuADGqrfAwCUuf7/lwB8QJMTQDOrRAEAVKA+QLkfABPr6wAAVGLufNOgOkC5REA0i+EDFCqfAADrCQEAVCAAgFJAjwC53///F0I7QbkAAIDSEwCAUuj//xdAj0C5IPv/NYASEwtAwwC55AMTKrk2QLnfBgBxARAAVFsDQPk5QDmLAACA0p8AAGuoAgBUAQCAUgIAgFJAO0G5PwAAa4MCAFQWAIBS4AMWKn9CNuvsAwBUc/Z+05R+AlMAAIBSIQCAUn9CIOvt9/9URLNA+YICAAsABAARgWgiOPr//xdBk0D5P3gguAAEAJHn//8XQJtA+SV8ftMAaGW4nwAAa+kAAFRGk0D5AHx+08doYLhnAAA1QgQAEcJoILhAl0D5IQQAEQJoZbjc//8XQZNA+XUAgFI8eGC4YQGAUuADGqpv/v+XAQCAUuBvALklXBhT4AMaqoEBgFJp/v+XtQYAcaEAACpB//9U4AMaqpP+/5ehAYBS+AMAKuADGqqCAwCUQY9AucEEADUBf37TYAAANEJTQPlAaCG4QFNA+RdoYbj3BgBR4AMaqsEBgFJ2AwCUoAMANeADGqrBAYBScgMAlPUDACpAj0C5YAIANSFTNovib0C5YAMBi2JrIbhBT0D5IVh4uAHUACkXDAC5QBtBuUKLQPkBBAARAHx800EbAblBAACLWGgguOB/QLI3BAC5IAQA+dYGABGk//8XFwCAUuH//xcABABRMv7/l+EDHCqfAwBxIQQA0SDAIMsBGED6iwAAVEHrQLkfAAHrjQAAVCAAgFJAjwC52///F0GPQLkh+/81QXNA+TV4YLggAEC5tQIAS9T//xchwDmL4AMaqi7+/5fmAwCqYAAAtSAAgFJAjwC5BQCAUioAgFLrf0Cy5wMFKn9CJevt6P9UQI9AuaDo/zXHEAeLSGdAuQQAgFLhAwgq4gRAuT8ABGtIAwBUHwEEa2kEAFRAT0D5iHx+0wBoaLhfAABrwQMAVIEEABHgAxqqMf7/l0BTQPniDEC5QQQAEQFoKLhBG0G5R4tA+SAEABEhfHzTQBsBueAAAYvkaCG4AgQAuQsEAPmlBAAR3P//FyAABEtMT0D5iQRAC4AEQAuAeWC4XwAAa2kAAFQkBQAR3f//F+EDCSrb//8XSo8AufL//xf9e7Gp/QMAkfNTAanzAwCqFACA0vVbAqn2AwIq9YMBkflrBKn6AwGq92MDqfsrAPlAC0C5HwAUaygHAFQgAIBSYDoBuWCWQPlh6kC5AQAAuQEAgBJgmkD5AQAAuWCOQLmgBgA1QAtAuR8UAHFJBgBUAAABC+GDAZEgeGC4AAQAUR8EAHGIBQBUQBtAuUAFADVirkD54AMTqqEAgFJvAwCU9QMAKmCKQPl/GgG5IgCAUkELQPliGgG5AQAA+eF/QLIBBAD5YI5AuYAAADXhAxYq4AMTqsn+/5f4gwGRFgCA0rcAgFI5AIBSQAtAufQDFiofABZraQAAVGGOQLkBAgA081NBqfVbQqn3Y0Op+WtEqfsrQPn9e8+owANf1uADE6oBAYBSvgIAlKB6NLiUBgCRwP//FxUAgFLb//8XHxQAcckAAFTfEgDxiQAAVJQGABEfABRrlIKXGht7drj7AQA0fwsAcSkCAFRgPkG5ewsAUX8DAGtjAQBUAACAUnmOALlBA0D5nwoAcagCAFSUEgARlHYeUyBoNLjWBgCR0///FwAAG0v3//8XQBtAuaAAADTgAxOqKgUAlAD+/zTx//8XnxYAcUECAFT1AAA1IACAUmCOALkAAIBSQQNA+ZQiABHs//8XYa5A+eMDGyriAxUq4AMTqtgEAJRgAAA1IQCAUmGOALlBA0D59f//F2KqQPnhAxQq4AMTqhADAJTiAwAqwPr/NGGqQPnjAxsq4AMTqskEAJTh//8X/Xu3qf0DAJHzUwGpVHx+0/VbAqn1AwGq92MDqflrBKn6AwIq+3MFqQMMQPl2DED51wIUi8JqdLjhBkC5XwABaykBAFSAAIBS81NBqfVbQqn3Y0Op+WtEqftzRan9e8mowANf1mIEQPlfQCHrw/7/VPMDAKohAIBSWwIAlNlqdLjkBkC5IgCAUmEiQLn4AwAq4wMEKkIgwRpgABlLHwACa0MBAFRlDkD5ZgACS2AAAkulAED5oRIANKBoYLhlSkC5vwAAa+ARAFQfBwBxKRIAVAALAFEf/f+XAHxAkwB8ApsBQCOLP0A562sAAFQ/QCTrTREAVCAAgFJgjgC5QQCAUuADE6o4AgCU4QMAKuADE6pC/f+XYQCAUvcDACrgAxOqMQIAlIEAgFL8AwAq4AMTqi0CAJShAIBS+wMAKuADE6opAgCUA/3/l2HeQLkhAAALYd4AueADE6rBAIBSIgIAlGGOQLkhDgA14n5+0wABADQABABR9/z/l2NSQPlh2kC5IQQAESEAAAthaCK4YFJA+QZoYrjGBABRZtoAueEAgFLgAxOq7vz/l+cDACrhAIBS4AMTqur8/5flAwAq4QCAUuADE6rm/P+X6AMAKuEAgFLgAxOq4vz/l+MDACpgjkC5IPP/NQQNAFGfgABxyPL/VKEKQLkCAQMLYEJAuUIgABEhBABRIQAAC+ADAEshAAAKYFJAuUJ0HlMfAAFrQ/H/VAAAAUsfAAJr4/D/VCIAAguiCgC5WvN90x8HAHFiRkC5GACAEsBqdLjoDw8p6BefGgAAAkv3GxApogJA+eiLALlAaDq4ogJA+UIAGotBBAC5qQJA+ZV0HlO1sgARIEkhuCJBIYtVQDWL4jsA+WBOQPkAWHe4FwCA0kDwAClbDAC5RBwAuWDeQLlAGAQpYBwIUwEgBSohAAcqQSgAuf8CA2uDAwBUwWp0uOADE6riAxkq3QEAlGCOQLmgAAA14gMYKuHDAZHgAxOquP7/l2COQLkfAABx4AefGgB0HlNT//8X4wMGKmX//xegaGA4bP//FwAAgNJz//8XYY5AuQHv/zV5AAALdv//FwYAgFKb//8X4QMXKuADE6rjbwC5yfz/l/8OAPHjb0C5GBOAGqB6N7j3BgCR2v//F//cAHFgAQBUgACAUsADX9aAAIBS/XtAqfNTQan1W0Kp92NDqflrRKn/QwiRwANf1v9DCNGfBABx/XsAqf0DAJHzUwGp9AefGp8CAHH1WwKphBhEevdjA6n5awSpof3/VPOjApH1Awaq+gMAqvkDAar4AwKq9wMDqvYDBargAxOqAi2A0gEAgFKy9v+XlHofU+ALQfn0ywC59GMBkfrnCqn43wup9lcNqRUAgNLgcwD5IACAUuDnAbngAxOqAQCAUnMBAJSAejW4tQYAkb9OAPFB//9U4QMUquCjA5GCCYDShvb/l+DvQLlE/P+X4O8AueAfQbnlB0G57BNBuT/8/5fgHwG54TdBuUH4/zXh60C5PxAAcSQYSHrB9/9U4xtBuX8IAHFo9/9U4StBuSEMAFE/BABx6Pb/VOInQbnhD0G55ANBuSEAAiri/0C5QgAEKiEAAioCAL4SPwACa6j1/1ThW0D54ntAsj8AAuso9f9U5IteKUJAJIs/AALro/T/VIT0/zR/BABxQQEAVOQjQbnjAwAqX0Ag68jz/1Q/AAPrg/P/VCMAA8t/QCTrI/P/VOMzQbkjAQA04C9BuV8AAOuI8v9UPwAA60Py/1QhAADLP0Aj6+Px/1TgAwUqB/z/l+ILQbkBfECT4AMTqhX8/5frAwCq4AMMKuufAPn/+/+X4hdBuQF8QJPgAxOqQvR+0wz8/5fgswD5y+//tKDv/7ThD0H54AMTqpT8/5dA7/81AQCAUgMAgFIAAIBSCwAAFOSfQPmESGE45AAANR8AAmsC7v9U4qNA+UNYILgjBAARAAQAESEEABHkC0G54g9BuT8ABGtj/v9UHwACa6Hs/1TgY0D5FiBAueD7QLn4AxYq13590+ESAJE/AADrqOv/VOBXQPkVAIBS4vdAueFjALkAAAKL4C8A+d8CFWvBBgBU4GNA+eHvQLkADED5AHh4uAAAAUvhL0D5IGg3uOBjQPniM0G5BAxA+QcgQLkiBgA14tdeKeEDFKrg50G5tQICi+AvAPngAxOqMfz/l+AvQPm/AgDrKAoAVOAbQbkfBABxIQEAVPUjQbkWAIDStQ4AEbV+AlO/AhZraQAAVOA3QbkACQA09TNBuVUBADTiL0G54AMTquEDFKpVQDWLHPz/l+AvQPm/AgDrSQAAVPUvAPniW0D54AMTquEDFKoU/P+X4DdBuR8AAHHgB58aAHQeUyH//xfiAxUq4QMUquADE6pC/v+XgOP/NbUGABHD//8XB+P/NIFYZ7iDAEC5PwADa4Pi/1TgH4DSAEAjywFAIYsh/EjTIDwAkQD8RNMgCACLH0Ai62Hh/1TgV0D5AwCAUuIvQbkJAIBSAAACiwIAgFI/QCPraff/VIgAQLlGBAARhggGiwghAwvlAwIqQgQAEf8AAmuJAABUykRAuB8BCmtC//9UfwxA8mEAAFTpAwUqBUQAuKIACUtjBAARAhQAOOIDBSrr//8X9S8A+a///xfgB0H5AGh2OGABADTiH0G54AMTquEDFKpCCBaLVxAAkdP7/5fgL0D5/wIA60kAAFT3LwD51gYAkaf//xemgo/S4gMBKkbpr/IDAIBSJjfP8ubG8/JlIAAR5AMDKr8AAWupAQBUAAAEiwQAgNJ/AAFr4wEAVKGCj9JAAATKQemv8iE3z/LhxvPyAHwBmwD8YNPAA1/WA2hk+EIAA8rjAwUqQnwGm0J0Qsrr//8XBRRAOGMEABGkIASq7f//FyEAAorlAwCq5AMBqiAAZ57mwwCyxAAAtQBYIA4AuDEOAQBmngAIAYvAA1/W4QMEyyEABIohBADRIQACiiEQQYshzACSIXwGmyH8eNNhAAELoUQAuIEEANGEAAGK7v//F+YDAKoATEC5BwCAEmsEQBEAEMBa6QMDKsygQPnnJMAazUhBuS4EANHqAycqoAEJCoV5YLioAAdqAAIAVGUABUqlAApqQQIAVMQ8QbmEAAhLnwACa8MBAFTEAED5iEAoi+QDBSqlIAARXwAFa4IAAFRfAARraAEAVMADX9YPaWT4JGhk+P8BBOvA/v9UKQUAEX8BCWvB/P9UAACAkvf//xcFaWQ4hAQAkc9pZDj/AQVrAP7/VPb//xeBAvi3BVhAuQRMQbmfAAVrAgIAVAWgQPkh9H7ThAQAEQRMAbmkaGG4BAEANQRMQLkAAIAShBDAWgAkxBpjACAKYgACKqJoIbggAIBSwANf1gAAgFL+//8X4gMAqiB8fNMDAIBSQRhA+SEAAIsAAIBSJgRA+SQAQPmfAAbrYgEAVIUEAJElAAD5hQBAOaQYABKEIMMaAAAEKuUAODZjHAARf4wAcYH+/1QgAIBSQIwAuQAAgFLAA1/W/Xu7qSMAgFLnAwCq/QMAkfNTAantAwEq8wMCKvVbAqk2AIDSCQCAUvdjA6kXAICS+WsEqfkDFyr6wwCyFCBAuRVUQLlABABR63hA+WMg1BpjAAFLLyTUGmMAAAvseR8S6oBA+eABHlNjJNQabgAMS84BDwvoAQML+CLAmtYiwJrhcED5HwEMawkKAFQ/ARVrqQIAVCAAgFIJAIBS4IwAueBwQPkTWCm44HhA+fNTQalrAQDL4IBA+Wv9QpP1W0KpSgEAy/djQ6lK/UKT+WtEqf17xajp6AC56/gAueoIAbnAA1/W4CBAuSAjwBq/ASBqoQQAVOIMQPmAfQFTQhRA+VJoYPhC4gCSnwEPa2gAAFQCAwKKQgAWqt89AHGIAABUwHUeU+AiwJpCACCKIUgpi+MDAqrDAgC1Qf5D0yMFABEhBFKq4AMLqjr//5fjAwkq6wMAqkH+QtPgAwqqNf//l0IQQovqAwCqQswAkoxBABHOQQBRQnwam0L8eNMpAQILwP//FxIAgNLf//8XBACA0mAAQbIAAMDaABDA2gB8AlMAAAwLACDUGiBoJLhgBADRhBAAkWMAAIqfQADxof7/VCFAAJHc//8XPwEVa0j2/1SJ9v80LQAAubL//xf9e7epPxwAcf0DAJHzUwGp8wCAUjOQkxr5awSpeWYAEfoDAKpgZgAR9VsCqXVGABFzRgAR4IcAuSDvfNMUAIAS4DcA+SAAFAtz7nzT9gMCqvtzBan8AwEqGwCAUuCLALlAEoDSACTBmhkAgFIAAAAS92MDqRgAgFIXAIBS/2MAuf8LB6ngjwC54ItAuR8EAHHICwBURjtBueADGCr4AwAqAAQAER8ABmuiAABUQZdA+SFYeLg/ABtrKf//VJ8LAHFBCgBUQJtA+UEbQblGi0D5AFh4uAcEABEABAAR/wABawDsfNMAMJ+ayAAAiwANQLkACAA04DtA+R8BAOvhB58aIQQAEd8ACOshhAARYACAUuADgBpHG0D5IQAACwkFQLkmHHzT6gAGi+BoZvhKBUD5HwAK62IAAFQKAMA56gX4NuADGqog//+XAQBAk+g7APkgBEBKAQKAUgcACQsgAIBSBwUAuQANALlAi0D5HwAI66ECgRpIG0D5Jnx80wkBBosAaWb4KQVA+R8ACetiAABUCQDAOekh+DbgAxqqCv//lx8AAHGAG0N6wSIAVEH7QLkfBABxYSEANeEhAFQgAIBSQI8AuQAAgFLzU0Gp9VtCqfdjQ6n5a0Sp+3NFqf17yajAA1/W9AMHKvsDACqn//8XAQCAUsT//xcBBACR4Wgm+AAAQDnR//8XQRtA+eA3QPkmAACLIGhg+MYEQPkfAAbrYgAAVAYAwDkmA/g24YdAueADGqrk/v+XnwcAcUENAFRBm0D5RxtBuUaLQPkhWHi4KAQAESEEABEfAQdrIex80yEwn5pHV0D5ywABi8hoYbjpeGi44AoANWcJQLknAfg3QN9AuQDAJ4s1AAAU4jdA+QYEAJEmaCL4AABAOef//xepBgA0St9AuSA2j1LgxrNyhwGAUkxrQPkgKQAbAHwWUwB8p5uIAQCLBwVAuT8BB2sBAQBUh2lguF8BB2uhAABUBwlAuWcJALnnAfg35f//F0dvQLlfAQdr4gAAVC8FAFHtAApLBwCAUv/8D3GgkUd66AAAVIppILgHAIASCZ0AKWcJALkJAIBSEwAAFFBfQPlOAQcLDnpuuN8BD2tgAABU5wQAEfH//xeKaSC4CZ0AKWcJALlA30C5AEAni0hvQLkfAQDrCf7/VEhfQPkJeWC4KQUAEUBXQPnBaGG4CXghuEEbQPkmABOLIGhz+MYEQPkfAAbrYgAAVAYAwDmGC/g24QMVKuADGqqH/v+XHwQAcWELAFRA60C5fwMAawLw/1RB60C5PwAAa6Pv/1SWAAAUAAQAUQcAQJPgBEBKBwAUC8H//xefFwBxYQMAVB8EAHGpAQBUAAgAUWcAgFIHCMca4QQHCwAAAWvAAQBU5wMnKh8EAHHhABkL5wAUC+cAgRoDAAAUQAEAVAcAgBI/AwdrTAAAVPkEABHhAxUqTv//F+cEABHnABkL+f//F+cDGSr5//8XPAEANAEAQJMgBEBKBwAUC58fAHGI/v9U4I9AuUD+/zTD//8XHwQAcQkBAFQHCABRAABAkwcER0rnABQLPwMHazmjhxq6//8XQAMAVPsCADRBc0D5YAcAUQYAgBIgeGC4QSNAucYgwRofACZqIQIAVEcPQPkBJMEaJnwBUyEAHlPoFED5BmlmOMEowRohAQg25gBA+UEXQPnAQCCLIAA/1ocCAAvm//8XBwCAUuT//xfnAxkq4v//FwYEAJEmaDP4AABAOaX//xdAAgA1QRtA+SYAE4sgaHP4xgRA+R8AButiAABUBgDAOcYA+DbhAxUq4AMaqh/+/5dgAwALmv//FwYEAJEmaDP4AABAOfv//xc8AgA1RntA+UH7QLnISDeLPwAXa6kAAFQJRUC46gYAEX8DCWsCAgBUAAgAUSEAF0sfAAFrIuH/VAAAFwvAeGC4hf//F58HAHGBAABURpdA+UE7Qbnu//8XRoNA+UELQbnr//8X9wMKKur//xcBBACRAWkm+AAAQDnx/v8XoQAAVEB7QPkhBABRAHhhuHL//xdhBwBRIAAAC2///xdg+v81nwsAcYEAAFRAl0D5AFh4uGn//xdA60C5fwMAa+Lc/1RBj0C54dz/NfQAFEuBfh8TNAQUSoEeABLGBgCRn/4BcYgEAFTBAgA5SHNA+QVZe7gBWWC4IQAFS0UjQLkhJMUaJRwAEtYEAJE//AFxyAMAVMUAADmfFwBxQQEAVOEzQPlFl0D5IXx+0+JjQLlCBAAR4mMAuaBoIbhFm0D5p2ghuEHrQLk/AABryNn/VN8EADnACACRnxcAcWEAAFThY0C5QTsBueF7QLkAAAFLvv7/FyFgGTKUfgdT9gMGqsHwHzjV//8XpWAZMiF8B1PmAxaqxfIfONv//xf9e72p8gMCKv0DAJHzUwGp9AMBqvMDAKrhAwIq4AMUqvUTAPn1AwMqLP3/l+MDACriAxIq4QMUquADE6pf/f+X4AD4tgYAgFLzU0Gp4AMGKvUTQPn9e8OowANf1uEDAKpnTkC5YKJA+QB4YbgAAQA0vwoAccAAAFTnEMBaBgCAEsYkxxrGAAAK8P//F2Y+QbnnAAZLXwIHa2j9/1TiAwYq4AMTqnP9/5fg/P80YQJA+ecAEkshQCaL/xwAcSgCAFQAAIDSXwIAa2kBAFSCamA4ImggOAAEAJH7//8X4gMAKgAgABGDamL4I2gi+B8AEmtj//9UUgIGC3I+AbnT//8XAACAUvr//xf9e76p8gMAqiMAgFL9AwCR81MBqeUDAyoBAIBSEzxBueADEypEGkD5ghhJqV8ABuvCAQBURgQAkYZIAPlCAEA5RE5AuZ8AAGtoAQBUIACAUkCOALkTAIBS4AMTKvNTQan9e8KowANf1gIAgFJFjgC59P//F0SOQLnk/v81RAJA+RQEABGCSCA4owAANIEAADQgAAASAAACKsAAADRf/AFx4AMUKuOHnxohhIEa3v//F0cCQPmIAhNL4QMIKudAM4vgAweqw/z/l+IDCCrjAwAq4QMHquADEqr2/P+X4gMTKuEDAKrgAxKqIP3/l0D7/zRUPgG52f//FwQAQPklfHyTgdAhi4RoZfgjBED5YwAEy39AIuuDAQBUQgQAUQAAgFIjAED5QgQAUWQEAJEkAAD5YwBAOWAgACpfBAAxIf//VAQAABQhAIBSAYQAuQAAgFLAA1/W4gMAqgMAgFIAAED5AdAhiwAAgFImBED5JABA+Z8AButiAQBUhQQAkSUAAPmFAEA5pBgAEoQgwxoAAAQq5QA4NmMcABF/jABxgf7/VCAAgFJAhAC5AACAUsADX9YDSCGLYQAANQIAALnAA1/WIQQAUQRYYbhkxB+4+v//F/17v6nnAwCq/QMAkd7//5fhAwAqHwwAcQgBAFTgSCGLAjRAueDQAJHu//+X/XvBqOADAirAA1/WHywAcegAAFTiMEC5QgwAEUIAAEviMAC5YQCAUvT//xcCMABRIQBAk+AUQLkiBEJKQgAAC/n//xcBAEC5AmSnUgMAp1IiAAIKXwADa4EAAFQhUEyT4AMBS8ADX9YCQKdSIgACCgMApVJfAANrYQEAVCJ8HlMgfB9TPwBm8kIIABEACAARIVRPkwAAghrhAwFLICDAGvH//xciJAASX/wPcUAAAFQBgF+4PwBq8iBUStOCAYBSQhCfGgAgwhrh/Pc34AMAS+X//xcHFEC55QMAqgAEQPnkAwEq4Xx+0wIAQPlAAAGLRGghuIF8GlM/lABxphRAuUALAFSBaBYS4se6Uj8AAmvACgBU4su6Uj8AAmvADABU/Xu/qeJ/gFIC8Ldy/QMAkeN/gFKCAAIKAyCycl8AA2sBAwBUwP//lx8AAHFsBgBUYQCAUqAsQLnCBAARohQAuV8AAGuhAABUoBxAuV8AAGtIAABUIQAdMqAEQPnifAFTAxRA+eAAHlMhIMAaYGhiOCEAACphaCI4/XvBqMADX9YC/IBSA/yAUgJkp3KCAAIKAwCncl8AA2tAAwBUAnyAUgN8gFICUKdyggACCgMQpXJfAANrYAIAVOIDgFICILJyPwACa+EDAFTfBABxKQEAVAGAX7iEMEXTAnyAUgIgunIhSAkShAACKj8ABGvA+f9UIQCAUtD//xeggAQpzf//F4n//5cfAABxTQAAVKCABClhAIBSIgGAUoMwCBKgLEC5AoCqcn8AAmth+P9UQPj/NYRcRZOEAAYLpJAFKb7//xchAIBS9P//F6EAgFKgLEC5wgQAEaIUALlfAABroQAAVKAcQLlfAABrSAAAVCEAHTKgBED54nwBUwMUQPngAB5TISDAGmBoYjghAAAqYWgiOMADX9YhAYBS7f//F/17s6n9AwCR81MBqfMDAKr1WwKp9xsA+fcDAaoBDEC5wTYAtQHTjNLgAwKqIQCg8kHx/5f0AwCqQDYAtOBzAZGCDoDSAQCAUmHx/5dgBkD5DgCAUsk9glLqA4BSazsAUPfPBKkA/ELT4FsAueECQKk/AADrYgAAVODPQLlAAQA064NEqQEgQLlBMgA0AAxA+QwAQLmMfQJTAAQAT+2zAZFbAAAU3wEJa6EAAFQgAIBS4M8Auc4FABHt//8XhwKAUugjAZGCAIBSAQCAUsd9p5vgAwiq2/7/l4YCB4siAIBSAQCAUoBqJ7gHAIDS4AMIqtT+/5cBJMcagQEANsJAQDnBCEC5Q3AdU0MhwxohAAMqwQgAuUEEABHCwCKLwUAAOeFoazhBMAA55wQAkf8QAPEh/v9U4AMIqiIAgFIBAIBSwP7/l8BEADnAADg24gMHKuADCKoBAIBSuv7/l8AEALnAREA5ABgAEh9sAHEI+v9U0f//F18ADGujAgBU4ytA+QQAgFLga0C5ZyBAuQV8ftP/AABraAYAVGQAADT2Vwwp4GsAueFnQLmgAQCtoAEBraABAq3hewC5/wAAa8kGAFRhDED5LFhguIx9AlNhAUGpPwAA62ICAFQgBACRYAkA+SAAQDkf/ANxoQUAVOAjAZGCAIBSQQCAUpL+/5cJCMBa4QMJKuAjAZEE//+X5gtLKV8ABmuiJwBU4M9AucD6/zQgAIBS4M8AucZ8ftPnIwGRYAZA+R8ABusIJQBU4M9AuR8AAHHgB58aAHQeU/NTQan1W0Kp9xtA+f17zajAA1/WaQxA+QgEABEhaWW4pRAAkSF8AlNfAAFrA/n/VDVZaLjgAwgq9gMBKiQAgFK1fgJTwP//FwwAgBLN//8XH7QDcekAAFQiCACRYgkA+SEEQDkgIAALIaKdEgAAAQsfAA5rAvv/VIECgFJjCUD5AXyhm4ICAYtgAEC5RAhAuQAABApEQEA5YwAEi2MJAPkJPEjTQzRAOUQ4QDkpIcMaA1xQ02MgxBpEMEA5KQEDKgMcABIAfBhTYyDEGkQ8QDkAIMQaYAAAKikBACqAamG4QURAOSkBACo/GEDyQPb/VCoYABLvIwGRX0EAcckDAFRGRQBRQQ0AUd8gAHFIAgBU4AMPqk/+/5dBWQBRPwQAcWgAAFQBAECTIARASqEiAFAiaGo4AQCAEiEgwhoBACEK4CIAUABoajghIMAaKQEBKpn//xfgAw+qQgCAUib+/5ffKABxQf7/VAE0SNMgZBoz7///Fyd9HlNfNQBxQQMAVOEDCirgAw+qMv7/lx88AHFoAQBU4UMDkSFIIIsiwFu4HzwAceEBgFIBkIEa4DMCkT/+/5dAJMca3f//FwJAAFEBAECTIgRCSuFzQLkhJMcaQgABC0IsABJCIMca4nMAufD//xdfMQBxoQIAVOEDCirgAw+qF/7/lwEAQJMiBEBK4HNAuQEAgNIAJMcaQgAAC0IsABJCIMca4nMAueAJAYsAREC5HwACayD8/1QhBACRPzwA8UH//1Td//8XX0EAceEBAFTgX0C54WdAuQAEABEfAAFrggAAVOFbQLkfAAFrYwAAVAAAgFKx//8X4QMJKuADD6pW/v+X8///F181AHFpAABU4G9Auan//xdfIQBxyQUAVEgEQLkBATg3Xy0AceADD6rhF58aggCAUiEoABHR/f+X6AMAKuALSykAAAJLHwQAcYgAAFQgAIBS4M8AueX//xcjJUXTXyUAcUEAAFQpAQMq4StA+QB9DFMhCED5Ikgii0L8TNMAAAJLAgCyUgF8AlMABANTAAACKiFIG1MhAAMqIQAAKuADD6os/v+XAC0AEiEBAxLJAOg2AZCgUj8AKWrhF58aIn0eU0EIAQsAJMEaev//FyECAFRiAIBSIQGAUuADD6qn/f+X4StA+SIIQPnhX0C5QUghiyH8TNMAAAFLAXwCUwAEA1MAAAkqIUgbUykAACq3//8XXxUAcWEAAFTBAIBSGgAAFF8FAHGhAgBUQARAuaEAODdiAIBS4AMPquEDAiqP/f+X4StA+SIgQLlfAABr6QAAVCEMQPkgWGC4AHwCU+FfQLkAAAFLU///FyAAgFLgzwC5AACAUvr//xdfDQBxoQAAVKEAgFLgAw+qsv3/l/T//xdfEQBxYQAAVOBjQLnw//8XXxkAcSEBAFThAIBS52dAueADD6qI/f+XAQBAkyAEQErgAABL5v//F18JAHHBAABUggCAUuADD6rhAwIqZ/3/l9///xcBAYBS4AMPqiIAgFJi/f+XARANUwB8BVMgfAAqKQEAKsX//xcMAIAScf7/F0EAgFLgAweqIgCAUlf9/5dhAkD5IGgmOMYEAJHP/v8XgACAUtT+/xegAIBS0v7/F2EBQak/AADriNj/VMX+/xdiYW50YW0AAQEBAQICAwMEBgcICQoLDA0ODxABAQEBAgIDAwQEBQcICQoLDA0ODxAEAwICAgICAgICAgICAQEBAgICAgICAgICAwIBAQEBAf////8BAQEBAQECAgIBAQEBAQEBAQEBAQEBAQH//////wEEAwICAgICAgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/////////AAEDJCA1EAAgCQgJEAUACgAaGhoaExMOAAwMDAwMDAkADAwMDAwJCQcHEAwAAAAAAAUFBQAKCgoKCgoMAAoKCgoKDAwPDwUK"
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
