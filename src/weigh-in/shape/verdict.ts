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
  v.description('What is limited: a metric, a module or a package.'),
)

const PERCENT = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_PERCENT), v.check(isPercent))

export const BOUND = v.pipe(
  v.variant('kind', [
    v.object({ kind: v.literal('size'), amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    v.object({ kind: v.literal('growth'), amount: AMOUNT }),
    v.object({ kind: v.literal('growth percent'), percent: PERCENT }),
  ]),
  v.description(
    'The limit: a size, or a growth over the baseline. Amounts are bytes, or a count for metrics that are counted.',
  ),
)

const BOUND_SUBJECT = { subject: SUBJECT, bound: BOUND } as const

export const LIMIT_VERDICT = v.object({
  ...BOUND_SUBJECT,
  platform: PLATFORM,
  limit: v.pipe(
    v.nullable(AMOUNT),
    v.description('Largest allowed value. null for a limit on growth without a value in the baseline.'),
  ),
  actual: v.pipe(v.nullable(AMOUNT), v.description('null if it could not be measured.')),
  before: v.pipe(v.nullable(AMOUNT), v.description('Value in the baseline. null without one.')),
  growth: v.pipe(
    v.nullable(CHANGE),
    v.description(
      'Actual minus before, without the padding between segments. A limit on growth is compared with it.',
    ),
  ),
  status: v.picklist(['within', 'over', 'unmeasured']),
  inherited: v.pipe(
    v.boolean(),
    v.description('The baseline was already over this limit, and the value has not grown since.'),
  ),
  raisedFrom: v.pipe(
    v.nullable(BOUND),
    v.description('The lower limit that the baseline had. null if the limit was not raised.'),
  ),
  reason: v.pipe(
    TEXT,
    v.description('Why the limit could not be checked, or why there was nothing to compare with.'),
  ),
})

export const VERDICT = v.object({
  status: v.pipe(
    v.picklist(['within', 'over', 'unmeasured', 'none']),
    v.description('unmeasured always fails the run.'),
  ),
  waived: v.pipe(v.boolean(), v.description('The image is over budget, and on-over-budget allows it.')),
  limits: v.array(LIMIT_VERDICT),
  dropped: v.pipe(
    v.array(v.object(BOUND_SUBJECT)),
    v.description('Limits that the baseline had and this budget does not have.'),
  ),
})
