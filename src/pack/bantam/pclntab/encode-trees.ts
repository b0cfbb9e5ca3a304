import type { ByteWriter } from '../streams/byte-writer.ts'
import { zigzag } from '../streams/byte-writer.ts'
import type { Columns } from './columns.ts'
import { type DataOffsets, NO_DATA } from './data-offsets.ts'
import type { PclntabInput } from './input.ts'
import type { FunctionFields } from './function-fields.ts'
import type { Context, FunctionState } from './function-state.ts'
import { isNode, knownTree, NODE_SIZE, nodesOf, writeTree } from './inline-tree.ts'
import { FUNCTION_DATA, type Layout } from './layout.ts'
import { cover, isCovered, type PartState } from './part.ts'

export interface TreeWriter {
  /** Writes the tree at this offset of the funcdata, if it has not been written. @returns the contexts of its nodes */
  write(offset: number, state: FunctionState): readonly Context[]
  /** What the layout says of all trees. */
  found(): Pick<Layout['functionData'], 'nodes' | 'size'>
}

export function treeWriter(
  { part, address, memory }: PclntabInput,
  { functionData }: Layout,
  { names, covered }: PartState,
  columns: Columns<ByteWriter>,
  functions: readonly FunctionFields[],
  offsets: DataOffsets,
): TreeWriter {
  const { where, distance } = functionData
  const inPart = where === FUNCTION_DATA.inPart
  const ends = inPart ? dataEnds(functionData.size, functions) : null
  const data = new DataView(part.buffer, part.byteOffset + (inPart ? distance : 0), functionData.size)
  let [nodes, size] = [0, functionData.size]
  /** How many nodes of a tree in the part can be written. */
  const countAt = (offset: number): number => {
    const most = Math.floor(((ends?.indexOf(1, offset + 1) ?? 0) - offset) / NODE_SIZE)
    let count = 0
    while (count < most && isNode(data, offset + count * NODE_SIZE, names)) count++
    return count
  }
  return {
    write: (offset, state) => {
      if (offset === NO_DATA || where === FUNCTION_DATA.unknown) return []
      if (inPart && (offset >= functionData.size || isCovered(covered, offset))) return []
      const expected = nodesOf(state.inlined)
      const count = inPart ? countAt(offset) : expected
      columns.nodeCounts.varint(zigzag(count - expected))
      nodes = Math.max(nodes, count)
      const bytes = count * NODE_SIZE
      const place = { ...state, names }
      offsets.endTree(offset + bytes)
      if (inPart) {
        cover(covered, offset, bytes)
        return writeTree(new DataView(data.buffer, data.byteOffset + offset, bytes), place, columns)
      }
      size = Math.max(size, offset + bytes)
      const known = memory(address + BigInt(distance + offset), bytes)
      return knownTree(new DataView(known.buffer, known.byteOffset, bytes), names)
    },
    found: () => ({ nodes, size }),
  }
}

/** Marks where some funcdata begins, and so the one before ends. */
function dataEnds(size: number, functions: readonly FunctionFields[]): Uint8Array {
  const ends = new Uint8Array(size + 1)
  ends[size] = 1
  for (const { data } of functions) {
    for (const offset of data) if (offset < size) ends[offset] = 1
  }
  return ends
}
