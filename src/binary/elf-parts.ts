/** Bytes of an ELF file that are loaded, or that say how. https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html */
export interface Segment {
  readonly type: number
  readonly flags: number
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly address: bigint
  readonly fileSize: number
  readonly memorySize: bigint
}

/** Bytes of an ELF file by what they are for. https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.sheader.html */
export interface Section {
  readonly name: string
  readonly type: number
  readonly flags: bigint
  readonly address: bigint
  readonly offset: number
  /** Bytes; 0 in the file for `.bss` and its like, see `type`. */
  readonly size: number
}
