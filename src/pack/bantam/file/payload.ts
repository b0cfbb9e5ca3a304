/** What a packed file holds of a linked one. `container.ts` writes it as bytes and reads it. */
export interface Payload {
  /** `e_entry` of the linked file. */
  readonly entry: bigint
  /** Where the linked file's program headers are in memory, for AT_PHDR; 0 where no segment loads them. */
  readonly programHeaders: bigint
  readonly programHeaderCount: number
  /** `e_machine`. */
  readonly machine: number
  /** Bytes of the linked file. */
  readonly linkedSize: number
  /** Bytes that the loader needs besides, until the program starts. */
  readonly scratch: number
  /** In ascending order of their addresses. */
  readonly segments: readonly LoadedSegment[]
  /** In the order in which they are unpacked. */
  readonly parts: readonly Part[]
  readonly streams: readonly StreamBytes[]
}

/** A segment of the linked file that is loaded. */
export interface LoadedSegment {
  readonly address: bigint
  readonly fileSize: number
  /** The bytes behind `fileSize` are zeros. */
  readonly memorySize: number
  /** In the linked file. */
  readonly offset: number
  /** Bits of PF_X, PF_W and PF_R. */
  readonly rights: number
}

/** How the bytes of a part are made from its streams, and the number of each kind in the format. */
export const PART_KINDS = { raw: 0, 'x86 text': 1, 'arm64 text': 2, pclntab: 3, file: 4 } as const

export type PartKind = keyof typeof PART_KINDS

/** Bytes of the linked file that are encoded in one way. */
export interface Part {
  readonly kind: PartKind
  readonly firstStream: number
  /** A raw part has one, which it may share with other raw parts: each takes what follows. */
  readonly streamCount: number
  /** In memory; of kind `file`, the offset in the linked file. */
  readonly address: bigint
  readonly size: number
  /** What else the decoder of the part needs. */
  readonly parameter: bigint
}

/** A stream as it is stored: a zstd frame, or the bytes as they are where both sizes are equal. */
export interface StreamBytes {
  readonly stored: Uint8Array
  readonly size: number
}
