/**
 * A segment (program header) of an ELF file: bytes that are loaded, or that tell the loader what to do.
 * https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html
 */
export interface Segment {
  readonly type: number
  readonly flags: number
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly address: bigint
  readonly fileSize: number
  readonly memorySize: bigint
}

/**
 * A section of an ELF file: bytes by their purpose. https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.sheader.html
 */
export interface Section {
  readonly name: string
  readonly type: number
  readonly flags: bigint
  readonly address: bigint
  readonly offset: number
  /** Size in bytes. Sections such as `.bss` take no space in the file; see `type`. */
  readonly size: number
}
