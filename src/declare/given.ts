import type { Surface } from '../clause.ts'
import type { InputName } from './inputs.ts'
import type { Problem } from './problem.ts'

/** The inputs that the user gave, not yet checked. */
export interface Given {
  readonly surface: Surface
  readonly values: Readonly<Partial<Record<InputName, string>>>
  /** The values of a flag that was given more than once, where one of them is written as a list; `values` has them joined by line breaks. */
  readonly repeated?: Readonly<Partial<Record<InputName, readonly string[]>>>
  /**
   * Inputs whose value is a file's of the checkout, which the author of a pull request writes: their templates must not read the environment
   * of the job.
   */
  readonly ofCheckout?: ReadonlySet<InputName>
  /** Names that are no input, and the like; reported together with what is wrong in the values. */
  readonly problems: readonly Problem[]
}
