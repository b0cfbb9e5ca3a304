import * as v from 'valibot'
import { isPercent, MOST_PERCENT, PART_PATH, PARTS } from '../limit.ts'
import { METRIC_NAMES } from '../metric.ts'
import { AMOUNT, CHANGE, PLATFORM, TEXT } from './basic.ts'

export const METRIC = v.picklist(METRIC_NAMES)

export const SUBJECT = v.pipe(
  v.variant('kind', [
    v.object({ kind: METRIC }),
    v.object({ kind: v.picklist(PARTS), path: v.pipe(v.string(), v.regex(PART_PATH)) }),
  ]),
  v.description('What is limited: a metric, or what comes from a module or a package.'),
)

const PERCENT = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_PERCENT), v.check(isPercent))

export const BOUND = v.pipe(
  v.variant('kind', [
    v.object({ kind: v.literal('size'), amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    v.object({ kind: v.literal('growth'), amount: AMOUNT }),
    v.object({ kind: v.literal('growth percent'), percent: PERCENT }),
  ]),
  v.description(
    'By how much: a size, or growth over the baseline. Amounts are bytes, or how many there are.',
  ),
)

const BOUND_SUBJECT = { subject: SUBJECT, bound: BOUND } as const

export const LIMIT_VERDICT = v.object({
  ...BOUND_SUBJECT,
  platform: PLATFORM,
  limit: v.pipe(
    v.nullable(AMOUNT),
    v.description('What follows from the bound; null for growth where nothing says what it grows from.'),
  ),
  actual: v.pipe(v.nullable(AMOUNT), v.description('null where it could not be measured.')),
  before: v.pipe(v.nullable(AMOUNT), v.description('Of the baseline; null without one.')),
  growth: v.pipe(
    v.nullable(CHANGE),
    v.description(
      'Actual minus before, without padding between segments: what a bound of growth is held against.',
    ),
  ),
  status: v.picklist(['within', 'over', 'unmeasured']),
  inherited: v.pipe(
    v.boolean(),
    v.description('Over its limit in the baseline already, and not grown since.'),
  ),
  raisedFrom: v.pipe(
    v.nullable(BOUND),
    v.description('The lower bound that the baseline was held against; null where it was not raised.'),
  ),
  reason: v.pipe(TEXT, v.description('Why it could not be checked, or was not held against anything.')),
})

export const VERDICT = v.object({
  status: v.pipe(
    v.picklist(['within', 'over', 'unmeasured', 'none']),
    v.description('unmeasured fails the run: never a silent pass.'),
  ),
  waived: v.pipe(v.boolean(), v.description('on-over-budget let a breach through.')),
  limits: v.array(LIMIT_VERDICT),
  dropped: v.pipe(
    v.array(v.object(BOUND_SUBJECT)),
    v.description('Limits that the baseline was held against and this one is not.'),
  ),
})
