import type { Given } from '../../declare/given.ts'

/** What every command of the command line is given. */
export interface Asked {
  readonly given: Given
  readonly json: boolean
  readonly verbose: boolean
}
