import * as v from 'valibot'
import { type Breakdown, BREAKDOWN_KINDS } from '../breakdown.ts'
import { AMOUNT } from './basic.ts'

export const KIND = v.picklist(BREAKDOWN_KINDS)

/** The fields of a node except its children. */
export const NODE = {
  name: v.string(),
  kind: KIND,
  bytes: AMOUNT,
  version: v.exactOptional(v.pipe(v.string(), v.description('Of a module.'))),
} as const

export const BREAKDOWN: v.GenericSchema<Breakdown> = v.pipe(
  v.object({ ...NODE, children: v.exactOptional(v.array(v.lazy(() => BREAKDOWN))) }),
  v.check(({ bytes, children }) => {
    return children === undefined || children.reduce((sum, child) => sum + child.bytes, 0) === bytes
  }),
  v.description("A node's bytes are the sum of its children's."),
)
