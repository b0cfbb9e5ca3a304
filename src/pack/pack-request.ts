import type { Executable } from '../binary/executable.ts'
import type { Platform } from '../declare/platform.ts'
import type { Packer } from './packer.ts'

/** A binary that is to be packed. */
export interface PackRequest {
  /** The binary's name in the image. */
  readonly name: string
  /** The linked binary: absolute path, its bytes, and what is in it. */
  readonly linked: string
  readonly linkedBytes: Uint8Array
  readonly executable: Executable
  readonly platform: Platform
  readonly mode: 'auto' | 'require' | 'off'
  /** `null`: nothing is to be packed. */
  readonly packer: Packer | null
  /** Whether the finished image will be run before it is published: that tells of what no proof can see start. */
  readonly smokeTested: boolean
  /** Whether somebody may have written the code who may not push it. */
  readonly othersCode: boolean
  /** What holds this thread for a while and is wanted anyway: called while the packer is at work. */
  readonly meanwhile?: () => void
}
