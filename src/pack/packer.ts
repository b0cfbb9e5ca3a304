import type { Executable } from '../binary/executable.ts'
import type { Platform } from '../declare/platform.ts'

/** What is to be packed, as a packer must know it to say whether it can. */
export interface ToPack {
  readonly executable: Executable
  readonly platform: Platform
}

/** Why a file could not be packed. */
export interface PackFault {
  /** A clause that stands by itself. */
  readonly why: string
  /** What the packer printed. */
  readonly output: string
}

/** `linked` is what was packed, byte for byte; `why` it cannot be had, as a clause about the packed binary. */
export type Unpacked = { readonly linked: Uint8Array } | { readonly why: string }

/** Knows the files of one packer again, and gives back what was packed. */
export interface Unpacker {
  /** The packer's name in the report of a file that it packed, whichever version it was: `upx`. */
  readonly name: string
  /** Whether the file was packed by it, even one that cannot be unpacked. */
  recognizes(file: Uint8Array): boolean
  /**
   * The file may be anybody's: what is unpacked is never run.
   *
   * @throws Failure where this machine, and not the file, is the reason: the disk is full, or the packer was stopped
   */
  unpack(packed: Uint8Array): Promise<Unpacked>
}

/** Something that makes an executable smaller and leaves it an executable. UPX is the first. */
export interface Packer extends Unpacker {
  /** For people: `upx 4.2.4 --best --lzma`. */
  readonly title: string
  /** Everything its output depends on but the input: of its executable and arguments, hex. Part of the key of what is kept. */
  readonly identity: string
  /** Why it cannot or must not pack this, as a clause, or `null`. A table and no trial, so that machines agree. */
  refuses(linked: ToPack): string | null
  /**
   * Packs `linked`, a binary for `platform`, into `packed`, a path that does not exist. `null`: it did.
   *
   * @throws Interrupted where its end says nothing about the file: it was stopped or killed, or memory or the disk ran out.
   */
  pack(linked: string, packed: string, platform: Platform): Promise<PackFault | null>
}
