/** A small ELF file of one's own making: as right, or as wrong, as the test wants it. */
export interface ElfPlan {
  readonly bits?: 32 | 64
  readonly littleEndian?: boolean
  /** Of the system; Linux's where left out. */
  readonly abi?: number
  readonly type?: number
  readonly entry?: bigint
  readonly machine?: number
  readonly segments?: readonly {
    readonly type: number
    readonly flags?: number
    /** From the start of the file; behind the headers where left out. */
    readonly offset?: bigint
    readonly address?: bigint
    /** The content's length where left out. */
    readonly fileSize?: bigint
    readonly content?: Uint8Array
  }[]
  /** In place of what would be right. */
  readonly segmentCount?: number
  readonly sectionCount?: number
  readonly sectionTable?: bigint
}

/** Every address is the base plus the place in the file, unless a segment says otherwise. */
export const BASE = 0x400000n

export function makeElf(plan: ElfPlan = {}): Uint8Array {
  const { bits = 64, littleEndian = true, type = 2, machine = 62, segments = [] } = plan
  const wide = bits === 64
  const [headerSize, entrySize] = wide ? [64, 56] : [52, 32]
  const contents: Uint8Array[] = []
  let end = headerSize + entrySize * segments.length
  const placed = segments.map(segment => {
    const { content = new Uint8Array() } = segment
    const offset = segment.offset ?? BigInt(end)
    contents.push(content)
    end += content.length
    return {
      ...segment,
      offset,
      address: segment.address ?? BASE + offset,
      fileSize: segment.fileSize ?? BigInt(content.length),
    }
  })

  const view = new DataView(new ArrayBuffer(headerSize + entrySize * segments.length))
  const u16 = (at: number, value: number) => view.setUint16(at, value, littleEndian)
  const u32 = (at: number, value: number) => view.setUint32(at, value, littleEndian)
  const word = (at: number, value: bigint) =>
    wide
      ? view.setBigUint64(at, value, littleEndian)
      : view.setUint32(at, Number(BigInt.asUintN(32, value)), littleEndian)
  u32(0, 0)
  ;[0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, littleEndian ? 1 : 2, 1].forEach((byte, at) =>
    view.setUint8(at, byte),
  )
  view.setUint8(7, plan.abi ?? 0)
  u16(16, type)
  u16(18, machine)
  word(24, plan.entry ?? BASE)
  word(wide ? 32 : 28, BigInt(headerSize))
  word(wide ? 40 : 32, plan.sectionTable ?? 0n)
  u16(wide ? 54 : 42, entrySize)
  u16(wide ? 56 : 44, plan.segmentCount ?? segments.length)
  u16(wide ? 58 : 46, wide ? 64 : 40)
  u16(wide ? 60 : 48, plan.sectionCount ?? 0)
  placed.forEach((segment, index) => {
    const at = headerSize + entrySize * index
    u32(at, segment.type)
    u32(at + (wide ? 4 : 24), segment.flags ?? 4)
    word(at + (wide ? 8 : 4), segment.offset)
    word(at + (wide ? 16 : 8), segment.address)
    word(at + (wide ? 32 : 16), segment.fileSize)
    word(at + (wide ? 40 : 20), segment.fileSize)
  })
  return Buffer.concat([new Uint8Array(view.buffer), ...contents])
}
