import type { KnownUpx } from '../unpacker.ts'
import type { RestoreWeighIn } from './auto.ts'

/** What a baseline is found with. */
export interface Means {
  /** Unpacks what was packed; `null`: it is looked for when it is needed. */
  readonly upx: KnownUpx
  /** `undefined`: nothing is kept here. */
  readonly restoreWeighIn: RestoreWeighIn | undefined
}
