import type * as v from 'valibot'
import type { Breakdown } from '../breakdown.ts'
import type { WeighIn } from '../weigh-in.ts'
import type { NODE } from './breakdown.ts'
import type { WEIGH_IN } from './weigh-in.ts'

/** A type with every field required, and those that may be left out marked: assignability alone overlooks that one is missing. */
type Marked<Value> = Value extends string | number | boolean | null
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Marked<Item>[]
    : { readonly [Key in keyof Value]-?: readonly [IsOptional<Value, Key>, Marked<Value[Key]>] }

type IsOptional<Value, Key extends keyof Value> = object extends Pick<Value, Key> ? 'optional' : 'required'

type Same<One, Other> = [Marked<One>] extends [Marked<Other>]
  ? [Marked<Other>] extends [Marked<One>]
    ? true
    : false
  : false

type NodeShape = { readonly [Key in keyof typeof NODE]: (typeof NODE)[Key] }

/**
 * The types of a weigh-in and the shapes that are read are the same: a field that one of them lacks does not compile. A
 * breakdown holds itself, so that its shape is given its type, and is held against it here without its children.
 */
export type Pinned = [
  IsTrue<Same<v.InferOutput<typeof WEIGH_IN>, WeighIn>>,
  IsTrue<Same<v.InferOutput<v.ObjectSchema<NodeShape, undefined>>, Omit<Breakdown, 'children'>>>,
]

type IsTrue<Value extends true> = Value
