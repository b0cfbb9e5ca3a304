import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  BrokenStream,
  ByteWriter,
  FIRST_RECORD,
  FUNCTION_DATA,
  INLINE_TREE,
  LOADERS,
  MACHINES,
  MAX_STREAM,
  NODE_SIZE,
  NO_DATA,
  REFERENCE,
  SHAPE,
  TABLE,
  TEXT_CODECS,
  TEXT_KINDS,
  arm64Scratch,
  canWriteTable,
  compressStream,
  computedIndexSize,
  contextOf,
  countInstructions,
  cover,
  dataField,
  dataOffsets,
  decodeParts,
  decodePclntab,
  functionStarts,
  inOrder,
  isCovered,
  isDecodable,
  isNode,
  knownTables,
  knownTree,
  makeColumns,
  maxStreamBytes,
  memoryOf,
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
  splitInner,
  tableField,
  tableOrder,
  wrap,
  writeContainer,
  writeLayout,
  writeRecord,
  writeStarts,
  writeTable,
  writeTree,
  x86Scratch,
  zigzag
} from "./chunks/chunk-C2OH2S3G.js";
import {
  inParallel
} from "./chunks/chunk-SLNL43HE.js";
import {
  whyNotRead
} from "./chunks/chunk-VD2XKUYA.js";
import "./chunks/chunk-UIFEWTII.js";
import "./chunks/chunk-IPQ6L4C3.js";
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
  const { functionData, functionIndex, names, units } = place;
  const dataEnd = functionIndex?.distance ?? part.length;
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
      distance: functionIndex?.distance ?? 0,
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
function isSmallEnough({ parts, streams, linkedSize }) {
  const sizes = streams.map(({ length }) => length);
  const encoded = parts.filter(({ kind }) => kind !== "raw" && kind !== "file");
  return sizes.every((size) => size <= MAX_STREAM) && sizes.reduce((sum, size) => sum + size, 0) <= maxStreamBytes(linkedSize) && encoded.every(
    ({ size, firstStream, streamCount }) => isDecodable(size, sizes.slice(firstStream, firstStream + streamCount))
  );
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
  const { elf, programHeaders, programHeaderCount } = inner;
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
  return wrap(inner, loader, payload);
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
