const WORD = 8
export const PCLNTAB_HEADER_SIZE = 8 + 8 * WORD

/** A function table of one's own making, 64 bits: as right, or as wrong, as the test wants it. */
export interface PclntabPlan {
  readonly magic?: number
  readonly quantum?: number
  readonly pointerSize?: number
  readonly functionCount?: bigint
  /** funcnametab, cutab, filetab, pctab, functab. */
  readonly offsets?: readonly bigint[]
  readonly littleEndian?: boolean
  /** `main.main` where left out. */
  readonly names?: Uint8Array
}

/** One name, and a functab for one function: right where the plan says nothing. */
export function makePclntab(plan: PclntabPlan = {}): Buffer {
  const { littleEndian = true, functionCount = 1n, names = Buffer.from('main.main\0') } = plan
  const end = BigInt(names.length)
  const offsets = plan.offsets ?? [0n, end, end, end, end].map(offset => BigInt(PCLNTAB_HEADER_SIZE) + offset)
  const header = new DataView(new ArrayBuffer(PCLNTAB_HEADER_SIZE))
  header.setUint32(0, plan.magic ?? 0xfffffff1, littleEndian)
  header.setUint8(6, plan.quantum ?? 1)
  header.setUint8(7, plan.pointerSize ?? WORD)
  const fields = [functionCount, 1n, 0n, ...offsets]
  fields.forEach((value, index) => header.setBigUint64(8 + index * WORD, value, littleEndian))
  return Buffer.concat([new Uint8Array(header.buffer), names, Buffer.alloc(12)])
}
