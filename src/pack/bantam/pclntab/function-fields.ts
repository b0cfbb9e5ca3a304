import type { FunctionRecord } from './record.ts'

/** What the part has of one function. */
export interface FunctionFields {
  readonly record: FunctionRecord
  /** In the order of pctab. */
  readonly tables: readonly (readonly [slot: number, offset: number])[]
  readonly data: readonly number[]
}
