import type { Executable } from '../binary/executable.ts'
import type { Platform } from '../declare/platform.ts'
import type { Packer } from './packer.ts'

/** A binary to pack. */
export interface PackRequest {
  /** The binary's name in the image. */
  readonly name: string
  /** The linked binary: absolute path, its bytes, and what is in it. */
  readonly linked: string
  readonly linkedBytes: Uint8Array
  readonly executable: Executable
  readonly platform: Platform
  readonly mode: 'auto' | 'require' | 'off'
  /** `null`: nothing will be packed. */
  readonly packer: Packer | null
  /**
   * Whether the finished image will be run before it is published, on this machine. This shows that a binary starts
   * where no proof can. `null`: the smoke test does not start this program.
   */
  readonly smokeTested: boolean | null
  /** Whether the code may be written by a person who may not push it. */
  readonly othersCode: boolean
  /** Work that blocks this thread for a while and is needed anyway. It is called while the packer runs. */
  readonly meanwhile?: () => void
}
