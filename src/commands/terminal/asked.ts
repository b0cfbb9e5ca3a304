import type { Given } from '../../declare/given.ts'

/** What every command of the command line gets. */
export interface Asked {
  readonly given: Given
  readonly json: boolean
  readonly verbose: boolean
}
