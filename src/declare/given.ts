import type { InputName, Surface } from './inputs.ts'
import type { Problem } from './problem.ts'

/** What the user wrote, not yet looked at: only the inputs that were given. */
export interface Given {
  readonly surface: Surface
  readonly values: Readonly<Partial<Record<InputName, string>>>
  /** Names that are no input, and the like; reported together with what is wrong in the values. */
  readonly problems: readonly Problem[]
}
