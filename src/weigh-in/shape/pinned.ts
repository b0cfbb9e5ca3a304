import type * as v from 'valibot'
import type { Breakdown, BreakdownKind } from '../breakdown.ts'
import type { Digest } from '../digest.ts'
import type { Growth, NodeGrowth } from '../growth.ts'
import type { Bound, Subject } from '../limit.ts'
import type { Needs } from '../needs.ts'
import type { PackReport } from '../pack-report.ts'
import type { Price } from '../price.ts'
import type { ProofReport } from '../proof-report.ts'
import type { LimitVerdict, Verdict } from '../verdict.ts'
import type {
  AskedImages,
  BaselineReport,
  BinaryWeight,
  FailedImage,
  ImageWeight,
  OtherProgram,
  PlatformWeight,
  Settings,
  Sizes,
  SmokeTestReport,
  StageTime,
  WeighIn,
} from '../weigh-in.ts'
import type { NEEDS, OTHER_PROGRAM, PACK, PROOF } from './binary.ts'
import type { NODE } from './breakdown.ts'
import type { SETTINGS, SIZES, SMOKE_TEST } from './platform.ts'
import type { DEFINITIONS, WEIGH_IN } from './weigh-in.ts'

/** The TypeScript type of each named schema. */
interface Types {
  readonly amount: number
  readonly digest: Digest
  readonly platform: string
  readonly image: ImageWeight
  readonly verdict: Verdict
  readonly limitVerdict: LimitVerdict
  readonly subject: Subject
  readonly bound: Bound
  readonly baseline: BaselineReport
  readonly platformWeight: PlatformWeight
  readonly binary: BinaryWeight
  readonly price: Price
  readonly breakdown: Breakdown
  readonly kind: BreakdownKind
  readonly asked: AskedImages
  readonly failed: FailedImage
  readonly growth: Growth
  readonly nodeGrowth: NodeGrowth
  readonly stage: StageTime
}

/**
 * A type with every field required and optional fields marked. Plain assignability would not notice a missing optional
 * field.
 */
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

type IsTrue<Value extends true> = Value

/**
 * Checks at compile time that the types of a weigh-in and its schemas have the same fields. Each schema is compared on
 * its own, because the compiler treats deeply nested objects as equal. A breakdown contains itself, so its schema
 * declares its type; the comparison leaves out the children.
 */
export type Pinned = [
  IsTrue<Same<v.InferOutput<typeof WEIGH_IN>, WeighIn>>,
  IsTrue<
    {
      [Name in keyof typeof DEFINITIONS]: Same<v.InferOutput<(typeof DEFINITIONS)[Name]>, Types[Name]>
    }[keyof typeof DEFINITIONS]
  >,
  IsTrue<Same<v.InferOutput<typeof NEEDS>, Needs>>,
  IsTrue<Same<v.InferOutput<typeof OTHER_PROGRAM>, OtherProgram>>,
  IsTrue<Same<v.InferOutput<typeof PACK>, PackReport>>,
  IsTrue<Same<v.InferOutput<typeof PROOF>, ProofReport>>,
  IsTrue<Same<v.InferOutput<typeof SETTINGS>, Settings>>,
  IsTrue<Same<v.InferOutput<typeof SIZES>, Sizes>>,
  IsTrue<Same<v.InferOutput<typeof SMOKE_TEST>, SmokeTestReport>>,
  IsTrue<Same<v.InferOutput<v.ObjectSchema<typeof NODE, undefined>>, Omit<Breakdown, 'children'>>>,
]
