import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  addressOfPlace,
  findPclntab,
  layOut,
  orWhenOutOfBytes,
  rangeOfAddress,
  readBuildInfo,
  readElf,
  readModuleData,
  sectionBytes,
  words
} from "./chunks/chunk-ONZPCWQ4.js";
import {
  BrokenStream,
  ByteWriter,
  FIRST_RECORD,
  FUNCTION_DATA,
  INLINE_TREE,
  LOADERS,
  MACHINES,
  MAX_LINKED,
  MAX_STREAM,
  NODE_SIZE,
  NO_DATA,
  REFERENCE,
  SHAPE,
  TABLE,
  TEXT_CODECS,
  TEXT_KINDS,
  USUAL_STACK,
  arm64Scratch,
  canWriteTable,
  compressStream,
  contextOf,
  countInstructions,
  cover,
  dataField,
  dataOffsets,
  decodeParts,
  decodePclntab,
  findPayload,
  functionIndex,
  hasUpxLoader,
  inOrder,
  innerFault,
  isCovered,
  isNode,
  knownTables,
  knownTree,
  loadedOf,
  loaderAddress,
  makeColumns,
  maxStreamBytes,
  nodesOf,
  notInlined,
  partState,
  pcValuesBuffer,
  pclntabScratch,
  rawEnd,
  readNames,
  readPcValues,
  readRecord,
  readStarts,
  recordBytes,
  recordPlaces,
  restRanges,
  tableField,
  tableOrder,
  writeContainer,
  writeLayout,
  writePackedElf,
  writeRecord,
  writeStarts,
  writeTable,
  writeTree,
  x86Scratch,
  zigzag
} from "./chunks/chunk-2C23CN3I.js";
import {
  inParallel
} from "./chunks/chunk-SLNL43HE.js";
import {
  whyNotRead
} from "./chunks/chunk-VD2XKUYA.js";
import {
  EI_OSABI,
  PF_X,
  PT_GNU_STACK,
  SHF_EXECINSTR
} from "./chunks/chunk-UIFEWTII.js";
import {
  Failure
} from "./chunks/chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/pack-thread.ts
import { parentPort, workerData } from "node:worker_threads";

// src/pack/bantam/pack-file.ts
import { readFile, writeFile } from "node:fs/promises";

// src/pack/bantam/pclntab/encode-tables.ts
var UnknownTable = class extends Error {
  name = "UnknownTable";
};
function planTables(index, offsets, pctab, from, { texts, quantum, starts }) {
  const start = starts[index] ?? 0;
  let next = from;
  let end = -1;
  const found = [];
  for (const [slot, offset] of offsets) {
    const isNew = offset === next;
    if (offset > next) throw new UnknownTable("the tables of pctab are not one after another");
    const table = pcValuesBuffer();
    const isRead = offset !== 0 && readPcValues(pctab, offset, pctab.length, table) !== -1;
    const tableEnd = offset === 0 ? 0 : rawEnd(pctab, offset, pctab.length);
    if (tableEnd === -1) throw new UnknownTable("a table does not end");
    if (isRead && end === -1) end = start + (table.ends.at(-1) ?? 0) * quantum;
    if (isNew) next = tableEnd;
    found.push({ slot, offset, end: tableEnd, isNew, table: isRead ? table : null });
  }
  const probable = texts.probableEnd(index);
  const isInside = end > start && end <= (starts[index + 1] ?? 0);
  const text = texts.read(index, isInside ? end : probable);
  const slots = found.map((one) => ({ ...one, table: inInstructions(one.table, text, quantum) }));
  const isUsual = slots.every(({ isNew, table }) => !isNew || table !== null);
  const moved = isInside ? (end - probable) / quantum : 0;
  const shape = !isUsual ? SHAPE.raw : moved === 0 ? SHAPE.usual : SHAPE.end + zigzag(moved);
  return { shape, text: isUsual ? text : texts.read(index, probable), slots, next };
}
function inInstructions(table, text, quantum) {
  return table !== null && countInstructions(table, text, quantum) && canWriteTable(table) ? table : null;
}
function writeReferences({ shape, slots }, pctab, from, known, columns) {
  const coded = [];
  let next = from;
  for (const { slot, offset, end, isNew, table } of slots) {
    const bytes = pctab.subarray(offset, end);
    const before = offset === 0 ? 0 : known.find(bytes);
    const isCoded = isNew || before === offset && table !== null && shape !== SHAPE.raw;
    if (offset === 0) columns.references.varint(REFERENCE.none);
    else if (!isCoded) columns.references.varint(REFERENCE.back + next - 1 - offset);
    else columns.references.varint(isNew && before !== 0 ? REFERENCE.again : REFERENCE.coded);
    if (isNew) {
      known.add(bytes, offset);
      next = end;
      if (shape === SHAPE.raw) columns.raw.bytes(bytes);
    }
    if (isCoded && shape !== SHAPE.raw && table !== null) coded.push({ slot, table });
  }
  return coded;
}

// src/pack/bantam/pclntab/encode-trees.ts
function treeWriter({ part, address, memory }, { functionData }, { names, covered }, columns, functions, offsets) {
  const { where, distance } = functionData;
  const inPart = where === FUNCTION_DATA.inPart;
  const ends = inPart ? dataEnds(functionData.size, functions) : null;
  const data = new DataView(part.buffer, part.byteOffset + (inPart ? distance : 0), functionData.size);
  let [nodes, size] = [0, functionData.size];
  const countAt = (offset) => {
    const most = Math.floor(((ends?.indexOf(1, offset + 1) ?? 0) - offset) / NODE_SIZE);
    let count = 0;
    while (count < most && isNode(data, offset + count * NODE_SIZE, names)) count++;
    return count;
  };
  return {
    write: (offset, state) => {
      if (offset === NO_DATA || where === FUNCTION_DATA.unknown) return [];
      if (inPart && (offset >= functionData.size || isCovered(covered, offset))) return [];
      const expected = nodesOf(state.inlined);
      const count = inPart ? countAt(offset) : expected;
      columns.nodeCounts.varint(zigzag(count - expected));
      nodes = Math.max(nodes, count);
      const bytes = count * NODE_SIZE;
      const place = { ...state, names };
      offsets.endTree(offset + bytes);
      if (inPart) {
        cover(covered, offset, bytes);
        return writeTree(new DataView(data.buffer, data.byteOffset + offset, bytes), place, columns);
      }
      size = Math.max(size, offset + bytes);
      const known = memory(address + BigInt(distance + offset), bytes);
      return knownTree(new DataView(known.buffer, known.byteOffset, bytes), names);
    },
    found: () => ({ nodes, size })
  };
}
function dataEnds(size, functions) {
  const ends = new Uint8Array(size + 1);
  ends[size] = 1;
  for (const { data } of functions) {
    for (const offset of data) if (offset < size) ends[offset] = 1;
  }
  return ends;
}

// src/pack/bantam/pclntab/padding.ts
var NO_PADDING = 4294967295;
function commonPadding({ bytes, starts }, quantum, ends) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const counts = /* @__PURE__ */ new Map();
  for (const [index, end] of ends) {
    const next = starts[index + 1] ?? 0;
    const unit = end === next ? NO_PADDING : quantum === 1 ? view.getUint8(next - 1) : view.getUint32(next - 4, true);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => one[1] > best[1] ? one : best, [NO_PADDING, 0])[0];
}

// src/pack/bantam/pclntab/encode-functions.ts
function writeFunctions(input, start) {
  const { part, text, codec } = input;
  const columns = makeColumns(() => new ByteWriter());
  const pctab = part.subarray(0, start.pcValues);
  const { names } = partState(start, input);
  const { functions, records } = readFunctions(part, start, text.starts.length - 1, names);
  const padding = commonPadding(text, codec.quantum, knownEnds(functions, pctab, text.starts, codec.quantum));
  const state = partState({ ...start, padding }, input);
  const width = functions.some(({ data }) => data.some((one) => one !== NO_DATA && one >= 16777214)) ? 4 : 3;
  const offsets = dataOffsets();
  const trees = treeWriter(input, start, state, columns, functions, offsets);
  const known = knownTables();
  let next = 1;
  let before = FIRST_RECORD;
  let instructions = 0;
  functions.forEach(({ record, tables, data }, index) => {
    const plan = planTables(index, tables, pctab, next, state);
    columns.shapes.varint(plan.shape);
    writeRecord(record, before, state.names, columns);
    before = record;
    data.forEach((offset, kind) => offsets.write(offset, kind, width, columns));
    const coded = writeReferences(plan, pctab, next, known, columns);
    next = plan.next;
    instructions = Math.max(instructions, plan.text.count);
    const own = contextOf(record.name, record.line);
    const alone = { text: plan.text, unit: record.unit, inlined: notInlined(plan.text), contexts: [own] };
    const inlined = coded.find(({ slot }) => slot === TABLE.inlined)?.table;
    if (inlined !== void 0) writeTable(TABLE.inlined, inlined, alone, state, columns);
    const found = { ...alone, inlined: inlined ?? alone.inlined };
    const nodes = trees.write(data[INLINE_TREE] ?? NO_DATA, found);
    const whole = { ...found, contexts: [own, ...nodes] };
    for (const { slot, table } of coded) {
      if (slot !== TABLE.inlined) writeTable(slot, table, whole, state, columns);
    }
  });
  const functionData = { ...start.functionData, ...trees.found(), width };
  const layout = { ...start, padding, records, instructions, tables: known.count(), functionData };
  return { layout, columns, covered: state.covered, tablesEnd: next };
}
function* knownEnds(functions, pctab, starts, quantum) {
  const table = pcValuesBuffer();
  for (const [index, { tables }] of functions.entries()) {
    const offset = tables.find(([, offset2]) => offset2 !== 0)?.[1] ?? 0;
    if (offset === 0 || readPcValues(pctab, offset, pctab.length, table) === -1) continue;
    const end = (starts[index] ?? 0) + (table.ends.at(-1) ?? 0) * quantum;
    if (end <= (starts[index + 1] ?? 0)) yield [index, end];
  }
}
function readFunctions(part, { pcValues, pointerSize }, count, names) {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const places = recordPlaces(count, pointerSize);
  const functions = [];
  for (let index = 0; index < count; index++) {
    const place = view.getUint32(pcValues + places.pair(index) + 4, true);
    const at = pcValues + place;
    const record = place === places.next() ? readRecord(view, at, names) : null;
    if (record === null) throw new UnknownTable(`the record of function ${index}`);
    places.take(recordBytes(record));
    functions.push({
      record,
      tables: tableOrder(record.tables).map((slot) => [slot, view.getUint32(at + tableField(slot), true)]),
      data: Array.from(
        { length: record.data },
        (_, kind) => view.getUint32(at + dataField(record, kind), true)
      )
    });
  }
  return { functions, records: places.end() };
}

// src/pack/bantam/pclntab/place.ts
function memoryOf(elf, file) {
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
function functionStarts(place, file, text) {
  return orWhenOutOfBytes(
    () => {
      const table = words(file.subarray(place.offset, place.offset + place.size), 8, true);
      const base = Number(place.textStart - text.address);
      const starts = new Uint32Array(place.functionCount + 1);
      let before = 0;
      for (let index = 0; index < starts.length; index++) {
        const start = table.u32(place.pcValues + 8 * index) + base;
        if (start < before || start > text.size) return null;
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

// src/pack/bantam/pclntab/encode.ts
function encodePclntab(input) {
  const { functionData } = input.place;
  for (const where of /* @__PURE__ */ new Set([functionData.where, FUNCTION_DATA.unknown])) {
    const place = { ...input.place, functionData: { ...functionData, where } };
    const streams = orNull(() => encode({ ...input, place }));
    if (streams !== null) return { streams };
  }
  return null;
}
function orNull(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof UnknownTable || error instanceof BrokenStream || error instanceof RangeError)
      return null;
    throw error;
  }
}
function encode(input) {
  const { part, text } = input;
  if (text.starts.length !== input.place.functionCount + 1 || part.length !== input.place.size) return null;
  const { layout, columns, covered, tablesEnd } = writeFunctions(input, layoutBefore(input));
  writeLayout(layout, columns.layout);
  for (const [start, end] of restRanges(layout, tablesEnd, part.length, covered)) {
    columns.rest.bytes(part.subarray(start, end));
  }
  const streams = inOrder(columns).map((column) => column.end());
  const decoded = decodePclntab(streams, { ...input, size: part.length });
  return Buffer.compare(decoded, part) === 0 ? streams : null;
}
function layoutBefore({ place, part, text, memory, address }) {
  const { functionData, functionIndex: functionIndex2, names, units } = place;
  const dataEnd = functionIndex2?.distance ?? part.length;
  const inPart = functionData.where === FUNCTION_DATA.inPart;
  return {
    pointerSize: place.pointerSize,
    base: Number(place.textStart - text.address),
    padding: NO_PADDING,
    pcValues: place.pcValues,
    records: 0,
    instructions: 0,
    tables: 0,
    names: {
      ...names,
      count: readNames(memory(address + BigInt(names.distance), names.size)).offsets.length
    },
    units: { distance: units.distance, count: units.size >> 2 },
    functionData: {
      ...functionData,
      size: inPart ? dataEnd - functionData.distance : 0,
      nodes: 0,
      width: 3
    },
    functionIndex: {
      distance: functionIndex2?.distance ?? 0,
      size: computedIndexSize(place, part, text.starts)
    }
  };
}

// src/pack/bantam/encode-parts.ts
function encodeParts(inner, filters, codecs = TEXT_CODECS) {
  const { pieces, bytes, segments } = inner;
  const text = filters.text ? encodeText(inner, codecs) : null;
  const table = filters.pclntab && text !== null ? encodeTable(inner, text) : null;
  const asData = pieces.filter(
    ({ kind }) => kind === "data" || kind === "text" && text === null || kind === "pclntab" && table === null
  );
  const encoded = [
    asTheyAre("raw", joined(asData), bytes),
    ...text === null ? [] : [text],
    ...table === null ? [] : [table],
    asTheyAre(
      "file",
      pieces.filter(({ kind }) => kind === "file"),
      bytes
    )
  ];
  return { linkedSize: bytes.length, segments, ...together(encoded) };
}
function together(all) {
  const streams = [];
  const parts = [];
  for (const encoded of all) {
    const first = streams.length;
    parts.push(...encoded.parts.map((part) => ({ ...part, firstStream: first + part.firstStream })));
    streams.push(...encoded.streams);
  }
  return { parts, streams };
}
function joined(pieces) {
  const all = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const follows = last !== void 0 && last.end === piece.start && last.address + BigInt(last.end - last.start) === piece.address;
    if (follows) all[all.length - 1] = { ...last, end: piece.end };
    else all.push(piece);
  }
  return all;
}
var LARGE = 4 * 1024 * 1024;
function asTheyAre(kind, pieces, bytes) {
  const parts = [];
  const streams = [];
  let room = 0;
  for (const piece of pieces) {
    const isLarge = piece.end - piece.start >= LARGE;
    if (isLarge) room = 0;
    for (let at = piece.start; at < piece.end; ) {
      if (room === 0) {
        streams.push([]);
        room = MAX_STREAM;
      }
      const size = Math.min(room, piece.end - at);
      streams.at(-1)?.push(bytes.subarray(at, at + size));
      const address = kind === "file" ? BigInt(at) : piece.address + BigInt(at - piece.start);
      parts.push({ kind, firstStream: streams.length - 1, streamCount: 1, address, size, parameter: 0n });
      at += size;
      room -= size;
    }
    if (isLarge) room = 0;
  }
  return { parts, streams: streams.map((chunks) => Buffer.concat(chunks)) };
}
function encodeText({ elf, bytes, pclntab, pieces }, codecs) {
  const piece = pieces.find(({ kind: kind2 }) => kind2 === "text");
  const machine = MACHINES[elf.machine];
  if (piece === void 0 || machine === void 0) return null;
  const kind = TEXT_KINDS[machine];
  const codec = codecs[kind];
  const { address } = piece;
  const size = piece.end - piece.start;
  if (codec === void 0 || size > MAX_STREAM) return null;
  const starts = (pclntab === null ? null : functionStarts(pclntab, bytes, { address, size })) ?? new Uint32Array();
  const text = bytes.subarray(piece.start, piece.end);
  const { streams, marks } = codec.encode(text, address, starts);
  return {
    parts: [{ kind, firstStream: 0, streamCount: streams.length + 1, address, size, parameter: 0n }],
    streams: [writeStarts(starts), ...streams],
    view: { bytes: text, address, starts, marks },
    codec
  };
}
function encodeTable({ elf, bytes, pclntab: place, pieces }, { view, codec }) {
  if (place === null || !pieces.some(({ kind }) => kind === "pclntab")) return null;
  const { address, offset, size } = place;
  const part = bytes.subarray(offset, offset + size);
  const encoded = encodePclntab({ place, part, address, text: view, codec, memory: memoryOf(elf, bytes) });
  if (encoded === null) return null;
  const { streams } = encoded;
  return {
    parts: [{ kind: "pclntab", firstStream: 0, streamCount: streams.length, address, size, parameter: 0n }],
    streams
  };
}

// src/pack/bantam/inner.ts
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
  const inFile = segments.filter(({ fileSize }) => fileSize > 0).toSorted((a, b) => a.offset - b.offset);
  const taken = [
    ...inFile.flatMap((segment) => textIn(segment, elf, bytes)).slice(0, 1),
    ...pclntab === null ? [] : [tableAt(pclntab)]
  ];
  const pieces = [];
  let end = 0;
  const fileUpTo = (start) => {
    if (!isZero(bytes.subarray(end, start)))
      pieces.push({ kind: "file", start: end, end: start, address: 0n });
  };
  for (const segment of inFile) {
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
function isZero(bytes) {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}
var INLINE = 2;
function buildInfoOf(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const found = section === void 0 ? null : sectionBytes(section, bytes);
  return found !== null && ((found[15] ?? 0) & INLINE) !== 0 ? found : new Uint8Array();
}

// src/pack/bantam/scratch.ts
var FRAME_TABLES = 152 * 1024;
var SLACK = 64 + 16;
var STREAM = 8 + 16;
function scratchOf({ parts, streams }) {
  const unpacked = streams.reduce((sum, { length }) => sum + length + SLACK + STREAM, 0);
  return parts.reduce((sum, part) => sum + ownScratch(part, streams) + SLACK, FRAME_TABLES + unpacked);
}
function ownScratch({ kind, size, firstStream, streamCount }, streams) {
  const own = streams.slice(firstStream, firstStream + streamCount);
  switch (kind) {
    case "raw":
    case "file":
      return 0;
    case "x86 text":
      return ofAnyText(size, own) + x86Scratch(size, startsIn(own, size));
    case "arm64 text":
      return ofAnyText(size, own) + arm64Scratch(size, startsIn(own, size));
    case "pclntab":
      return pclntabScratch(own, size);
  }
}
function startsIn([starts = new Uint8Array()], size) {
  return readStarts(starts, size);
}
function ofAnyText(size, [starts]) {
  return size + 1 + 4 * (starts?.length ?? 0) + 2 * SLACK;
}

// src/pack/bantam/pack.ts
async function packBytes(linked, packing) {
  const inner = splitInner(linked);
  if ("why" in inner) return inner;
  const machine = MACHINES[inner.elf.machine];
  const loader = machine === void 0 ? void 0 : packing.loaders[machine];
  if (loader === void 0) return { why: `this Bantam has no loader for ${machine ?? "its machine"}` };
  const encoded = encodeAndTry(inner, packing.codecs);
  const streams = await compressAll(encoded.streams, packing);
  return {
    bytes: writeAround(inner, loader, encoded, streams),
    parts: encoded.parts.map(({ kind, size }) => ({ kind, size }))
  };
}
var ATTEMPTS = [
  { text: true, pclntab: true },
  { text: true, pclntab: false }
];
function encodeAndTry(inner, codecs = TEXT_CODECS) {
  for (const filters of ATTEMPTS) {
    const encoded = encodeParts(inner, filters, codecs);
    if (isSmallEnough(encoded) && isUndone(encoded, inner.bytes, codecs)) return encoded;
  }
  return encodeParts(inner, { text: false, pclntab: false });
}
function isSmallEnough({ streams, linkedSize }) {
  return streams.reduce((sum, { length }) => sum + length, 0) <= maxStreamBytes(linkedSize);
}
function isUndone(encoded, linked, codecs) {
  try {
    return Buffer.compare(decodeParts(encoded, codecs), linked) === 0;
  } catch (error) {
    if (error instanceof BrokenStream) return false;
    throw error;
  }
}
async function compressAll(streams, { cores, level }) {
  const order = streams.map((stream, index) => ({ stream, index })).sort((a, b) => b.stream.length - a.stream.length);
  const compressed = [];
  await inParallel(cores, order, async ({ stream, index }) => {
    compressed[index] = await compressStream(stream, level);
  });
  return compressed;
}
function writeAround(inner, loader, encoded, streams) {
  const { parts, segments, linkedSize } = encoded;
  const { elf, programHeaders, programHeaderCount, flags, abi, stackRights, buildInfo } = inner;
  const payload = writeContainer({
    entry: elf.entry,
    programHeaders,
    programHeaderCount,
    machine: elf.machine,
    linkedSize,
    scratch: scratchOf(encoded),
    segments,
    parts,
    streams
  });
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

// src/pack/bantam/pack-file.ts
var OF_THE_MACHINE = [
  "ENOSPC",
  "EDQUOT",
  "ENOMEM",
  "EMFILE",
  "ENFILE",
  "EIO",
  "ERR_MEMORY_ALLOCATION_FAILED"
];
function isOfTheFile(error) {
  return error instanceof Error && "syscall" in error || errorCode(error) === "ERR_FS_FILE_TOO_LARGE";
}
async function packFile({ linked, packed, cores }) {
  try {
    const made = await packBytes(await readFile(linked), { loaders: LOADERS, cores });
    if ("why" in made) return { kind: "fault", why: made.why };
    await writeFile(packed, made.bytes, { mode: 493, flag: "wx" });
    return { kind: "packed" };
  } catch (error) {
    if (OF_THE_MACHINE.includes(errorCode(error))) return { kind: "interrupted", why: errorMessage(error) };
    if (!isOfTheFile(error)) throw error;
    return { kind: "fault", why: whyNotRead(error) };
  }
}

// src/pack-thread.ts
parentPort?.postMessage(await packFile(workerData));
