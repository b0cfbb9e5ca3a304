import { BrokenStream, type ByteReader } from '../streams/byte-reader.ts'
import { unzigzag } from '../streams/byte-writer.ts'
import { type ByteWriter, zigzag } from '../streams/byte-writer.ts'
import type { Columns } from './columns.ts'
import { type Context, contextOf } from './function-state.ts'
import type { FunctionText } from './function-text.ts'
import { codeOfName, knownLine, knowsLine, nameOfCode, type Names } from './names.ts'
import type { PcValues } from './pc-values.ts'

/**
 * A node of an inline tree: a call that was inlined. 16 bytes: the kind of function, three zeros, the place of its
 * name, the pc of the call, the line where the function starts. https://go.dev/src/runtime/symtabinl.go (inlinedCall)
 */
export const NODE_SIZE = 16

/** What both directions know of the function when they come to its tree. */
export interface TreePlace {
  readonly text: FunctionText
  readonly inlined: PcValues
  readonly names: Names
}

/** How many nodes the function's instructions tell of. */
export function nodesOf(inlined: PcValues): number {
  return inlined.values.reduce((most, value) => Math.max(most, value + 1), 0)
}

/** The first instruction of each node; -1 where it has none. */
function firstInstructions(inlined: PcValues, count: number): Int32Array {
  const firsts = new Int32Array(count).fill(-1)
  let from = 0
  inlined.values.forEach((node, index) => {
    if (node >= 0 && node < count && firsts[node] === -1) firsts[node] = from
    from = inlined.ends[index] ?? 0
  })
  return firsts
}

/** Whether the bytes of a node are as they can be written. */
export function isNode(nodes: DataView, at: number, names: Names): boolean {
  return (
    (nodes.getUint32(at, true) & 0xffffff00) === 0 && names.numberAt(nodes.getUint32(at + 4, true)) !== -1
  )
}

/** Writes the nodes, which are right. @returns their contexts */
export function writeTree(
  nodes: DataView,
  place: TreePlace,
  columns: Columns<ByteWriter>,
): readonly Context[] {
  const { names, text } = place
  const count = nodes.byteLength / NODE_SIZE
  const firsts = firstInstructions(place.inlined, count)
  return Array.from({ length: count }, (_, index) => {
    const at = index * NODE_SIZE
    const name = names.numberAt(nodes.getUint32(at + 4, true))
    const line = nodes.getInt32(at + 12, true)
    columns.nodeIds.byte(nodes.getUint8(at))
    columns.nodeNames.u24be(codeOfName(names, name))
    columns.nodeLines.varint(knowsLine(names, name, line) ? 0 : (line + 1) >>> 0)
    writePc(nodes.getUint32(at + 8, true), firsts[index] ?? -1, text, columns.nodePcs)
    return contextOf(name, line)
  })
}

/** Reads nodes into their place, all of `nodes`. @throws BrokenStream where the streams have none */
export function readTree(
  nodes: DataView,
  place: TreePlace,
  columns: Columns<ByteReader>,
): readonly Context[] {
  const { names, text } = place
  const count = nodes.byteLength / NODE_SIZE
  const firsts = firstInstructions(place.inlined, count)
  return Array.from({ length: count }, (_, index) => {
    const at = index * NODE_SIZE
    nodes.setUint32(at, columns.nodeIds.byte(), true)
    const name = nameOfCode(names, columns.nodeNames.u24be())
    const line = readNodeLine(names, name, columns.nodeLines.varint())
    nodes.setUint32(at + 4, names.offsets[name] ?? 0, true)
    nodes.setUint32(at + 8, readPc(firsts[index] ?? -1, text, columns.nodePcs), true)
    nodes.setInt32(at + 12, line, true)
    return contextOf(name, line)
  })
}

/** 0 for the line that is known of the name, else the line plus 1. */
function readNodeLine(names: Names, name: number, code: number): number {
  if (code === 0) return knownLine(names, name)
  knowsLine(names, name, (code - 1) | 0)
  return (code - 1) | 0
}

/** The contexts of nodes that are in memory already, as they are before Go 1.26. */
export function knownTree(nodes: DataView, names: Names): readonly Context[] {
  return Array.from({ length: nodes.byteLength / NODE_SIZE }, (_, index) => {
    const at = index * NODE_SIZE
    const name = names.numberAt(nodes.getUint32(at + 4, true))
    if (name === -1) throw new BrokenStream('an inlined function has no name')
    const line = nodes.getInt32(at + 12, true)
    codeOfName(names, name)
    knowsLine(names, name, line)
    return contextOf(name, line)
  })
}

/** The pc of the call: how many instructions before the first of its node, or else as it is. */
function writePc(pc: number, first: number, { at, count }: FunctionText, out: ByteWriter): void {
  const instruction = first === -1 ? -1 : instructionAt((at[0] ?? 0) + pc, at, count)
  if (instruction === -1) {
    out.varint(0)
    out.varint(pc)
  } else {
    out.varint(1 + zigzag(first - instruction))
  }
}

function readPc(first: number, { at, count }: FunctionText, from: ByteReader): number {
  const code = from.varint()
  if (code === 0) return from.varint()
  const instruction = first - unzigzag(code - 1)
  if (first === -1 || instruction < 0 || instruction > count) {
    throw new BrokenStream('a call is not in its function')
  }
  return (at[instruction] ?? 0) - (at[0] ?? 0)
}

/** The number of the instruction there; -1 if none begins there. */
function instructionAt(place: number, at: Uint32Array, count: number): number {
  let [low, high] = [0, count]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = at[middle] ?? 0
    if (found === place) return middle
    if (found < place) low = middle + 1
    else high = middle - 1
  }
  return -1
}
