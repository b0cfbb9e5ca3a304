import { limitsFor } from '../weigh-in/verdict.ts'
import { formatBytes } from '../declare/bytes.ts'
import { formatSubject } from '../declare/limit.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { describeMetricChange } from './change-words.ts'
import { describeLimit } from './limit-words.ts'
import { hasGrowth, passesPlainly, urgencyOf } from './urgency.ts'
import { worstLimit } from './worst-limit.ts'

/** The columns of the table of all images, in their order. */
export const IMAGE_COLUMNS = ['image', 'platform', 'size', 'limit', 'used', 'growth', 'status'] as const

/** A row of the table of images: one platform, or an image that could not be weighed. The texts are not escaped. */
export interface ImageRow {
  readonly image: string
  /** Empty if it could not be weighed. */
  readonly platform: string
  readonly size: string
  /** The limit that failed, or else the one with the highest use: `image 5 MB`. */
  readonly limit: string
  readonly used: string
  readonly growth: string
  /** `within`, `over`, `failed: compile` */
  readonly status: string
  readonly mark: 'good' | 'bad' | 'doubtful' | 'none'
}

/** The rows of one image. */
export interface ImageRows {
  readonly name: string
  /** `false` if it passes, nothing of its budget changed, and it did not grow. */
  readonly matters: boolean
  /** Whether it could not be built or published. */
  readonly hasFailed: boolean
  /** Whether it fails the run. */
  readonly fails: boolean
  readonly hasBudget: boolean
  /** A smaller number comes first where the most urgent does. */
  readonly urgency: number
  readonly rows: readonly ImageRow[]
}

/** The table of all images, in the order in which the run was asked for them, those that failed among them. */
export function imageRows({ images, failed = [], asked }: WeighIn): readonly ImageRows[] {
  const rows = images.map(image =>
    rowsOf(image, failed.find(({ name }) => name === image.name)?.code ?? null),
  )
  const unweighed = failed.filter(({ name }) => images.every(image => image.name !== name))
  const all = [...rows, ...unweighed.map(({ name, code }) => failedRows(name, code))]
  const place = ({ name }: ImageRows) => {
    const at = asked?.images.indexOf(name) ?? -1
    return at < 0 ? all.length : at
  }
  return all.toSorted((one, other) => place(one) - place(other))
}

/** The same with what a reader must know first at the beginning. */
export function urgentFirst(images: readonly ImageRows[]): readonly ImageRows[] {
  return images.toSorted((one, other) => one.urgency - other.urgency)
}

function rowsOf(image: ImageWeight, failedWith: string | null): ImageRows {
  const { name, budget, platforms } = image
  const grew = hasGrowth(image)
  return {
    name,
    matters: failedWith !== null || !passesPlainly(budget) || grew,
    hasFailed: failedWith !== null,
    fails: failedWith !== null || urgencyOf(budget) < 2,
    hasBudget: budget.status !== 'none',
    urgency: failedWith === null ? urgencyOf(budget) - (grew ? 0.5 : 0) : -1,
    rows: platforms.map(weight => rowOf(weight, image, failedWith)),
  }
}

function rowOf(
  { platform, sizes, growth }: PlatformWeight,
  { name, budget }: ImageWeight,
  failedWith: string | null,
): ImageRow {
  const limits = limitsFor(budget, platform)
  const worst = worstLimit(limits)
  const words = worst === undefined ? null : describeLimit(worst, budget.waived)
  const grown = growth?.metrics.find(({ metric }) => metric === 'image')
  const failing = limits.filter(({ status }) => status !== 'within').length
  const status = statusOf(words?.status ?? 'none', failing)
  return {
    image: name,
    platform,
    size: formatBytes(sizes.imageSize),
    limit: worst === undefined || words === null ? 'none' : `${formatSubject(worst.subject)} ${words.limit}`,
    used: words?.used ?? '',
    growth: grown === undefined ? '' : describeMetricChange(grown),
    ...(failedWith === null ? status : { status: `failed: ${failedWith}`, mark: 'bad' }),
  }
}

function statusOf(
  status: ReturnType<typeof describeLimit>['status'] | 'none',
  failing: number,
): Pick<ImageRow, 'status' | 'mark'> {
  const several = failing > 1 ? `, ${failing} limits` : ''
  switch (status) {
    case 'none':
      return { status: 'no budget', mark: 'none' }
    case 'within':
      return { status: 'within', mark: 'good' }
    case 'unchecked':
      return { status: 'passes unchecked', mark: 'doubtful' }
    case 'allowed':
      return { status: `over, allowed${several}`, mark: 'doubtful' }
    case 'over':
      return { status: `over${several}`, mark: 'bad' }
    case 'unmeasured':
      return { status: `not checked${several}`, mark: 'bad' }
  }
}

function failedRows(name: string, code: string): ImageRows {
  const nothing = { platform: '', size: '', limit: '', used: '', growth: '' }
  return {
    name,
    matters: true,
    hasFailed: true,
    fails: true,
    hasBudget: true,
    urgency: -2,
    rows: [{ image: name, ...nothing, status: `failed: ${code}`, mark: 'bad' }],
  }
}
