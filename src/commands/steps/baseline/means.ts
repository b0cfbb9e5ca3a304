import type { RunPacker } from '../unpacker.ts'
import type { RestoreWeighIn } from './auto.ts'

/** What a baseline is found with. */
export interface Means {
  /** Unpacks what was packed; `null`: a tool is looked for when it is needed. */
  readonly packer: RunPacker
  /** `undefined`: nothing is kept here. */
  readonly restoreWeighIn: RestoreWeighIn | undefined
}
