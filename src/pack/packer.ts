import type { Executable } from '../binary/executable.ts'
import type { Platform } from '../declare/platform.ts'

/** A binary to pack, with what a packer needs to know to say whether it can. */
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

/**
 * `linked`: what was packed, byte for byte. `why`: why it cannot be recovered, as a clause about the packed binary.
 * `fix`: what the user can do.
 */
export type Unpacked =
  { readonly linked: Uint8Array } | { readonly why: string; readonly fix?: string | undefined }

/** Recognizes the files of one packer, and recovers what was packed. */
export interface Unpacker {
  /** The packer's name, without a version, in the report of a file that it packed: `upx`. */
  readonly name: string
  /** Whether this packer packed the file, even if the file cannot be unpacked. */
  recognizes(file: Uint8Array): boolean
  /**
   * Unpacks a file, which may come from anywhere. What is unpacked is never run.
   *
   * @throws Failure where this machine is the reason, and not the file: the disk is full, or the packer was stopped
   */
  unpack(packed: Uint8Array): Promise<Unpacked>
}

/** A tool that makes an executable smaller and leaves it executable. UPX is the first. */
export interface Packer extends Unpacker {
  /** For people: `upx 4.2.4 --best --lzma`. */
  readonly title: string
  /**
   * Everything that its output depends on except the input: a hex digest of its executable and arguments. Part of the
   * key of kept binaries.
   */
  readonly identity: string
  /**
   * Why it cannot or must not pack this binary, as a clause, or `null`. It reads a table and tries nothing, so that all
   * machines agree.
   */
  refuses(linked: ToPack): string | null
  /**
   * Packs `linked`, a binary for `platform`, into `packed`, a path that does not exist. `null`: it succeeded. When
   * `stop` aborts, what it made would be of no use: it ends its programs and rejects.
   *
   * @throws Interrupted where the way it ended says nothing about the file: it was stopped or killed, or memory or
   *   the disk ran out.
   */
  pack(linked: string, packed: string, platform: Platform, stop?: AbortSignal): Promise<PackFault | null>
}
