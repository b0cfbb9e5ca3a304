import type { RunPacker } from '../unpacker.ts'
import type { RestoreWeighIn } from './auto.ts'

/** What is used to find a baseline. */
export interface Means {
  /** Unpacks packed binaries; `null`: a tool is looked for when it is needed. */
  readonly packer: RunPacker
  /** `undefined`: this run keeps no weigh-ins. */
  readonly restoreWeighIn: RestoreWeighIn | undefined
}
