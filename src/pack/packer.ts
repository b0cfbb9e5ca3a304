import type { Platform } from '../declare/platform.ts'

/** Something that makes an executable smaller and leaves it an executable. UPX is the first. */
export interface Packer {
  /** For people: `upx 4.2.4 --best --lzma`. */
  readonly title: string
  /** Everything its output depends on but the input: of its executable and arguments, hex. Part of the key of what is kept. */
  readonly identity: string
  /** Why it must not be used on this platform, or `null`: a table of what is known to be unsafe, so that machines agree. */
  refuses(platform: Platform): string | null
  /**
   * Packs `linked`, a binary for `platform`, into `packed`, a path that does not exist.
   *
   * @throws Failure `pack` where it cannot: it exited non-zero or wrote nothing.
   * @throws Interrupted where its end says nothing about the file: it was stopped or killed, or memory or the disk ran out.
   */
  pack(linked: string, packed: string, platform: Platform): Promise<void>
}
