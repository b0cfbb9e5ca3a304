/** The parts of an ELF file that Bantam uses. https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html */
export interface Elf {
  readonly bits: 32 | 64
  readonly littleEndian: boolean
  /** `e_type`: 2 executable, 3 shared or position-independent. */
  readonly type: number
  /** `e_machine`. */
  readonly machine: number
  /** GOARCH for the machine, `null` where Go has none. */
  readonly architecture: string | null
  readonly entry: bigint
  readonly segments: readonly Segment[]
  /** Empty where the section headers were removed, as UPX does. */
  readonly sections: readonly Section[]
  /** PT_INTERP: the dynamic loader asked for, `null` for a static binary. */
  readonly interpreter: string | null
  /** DT_NEEDED: the libraries asked for. */
  readonly neededLibraries: readonly string[]
}

export interface Segment {
  readonly type: number
  readonly flags: number
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly address: bigint
  readonly fileSize: number
  readonly memorySize: bigint
}

export interface Section {
  readonly name: string
  readonly type: number
  readonly flags: bigint
  readonly address: bigint
  readonly offset: number
  /** Bytes; 0 in the file for `.bss` and its like, see `type`. */
  readonly size: number
}
