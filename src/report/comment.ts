import { formatBytes } from '../declare/bytes.ts'
import { formatSubject } from '../declare/limit.ts'
import { actualsOf } from '../size/actuals.ts'
import { limitsFor, type LimitVerdict } from '../weigh-in/verdict.ts'
import type { BaselineReport, ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { describeBaseline } from './baseline-words.ts'
import { describeMetricChange } from './change-words.ts'
import { COMMENT_LIMIT, type Section, document, paragraph } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import type { Gate } from './gate.ts'
import { metricsTable } from './growth-table.ts'
import { mostGrown, whySections, whyTables } from './grown-sections.ts'
import { growthOfImages } from './images-growth.ts'
import { imagesHeadline } from './images-headline.ts'
import { failedList, folded, imagesTable } from './images-table.ts'
import { besideBaseline, describeLimit } from './limit-words.ts'
import { limitsTable } from './limits-table.ts'
import { markerOf } from './marker.ts'
import { packedWith } from './packed-with.ts'
import { layersTable, row } from './tables.ts'
import { hasGrowth, isNoise, isOfSeveral, passesPlainly, urgencyOf } from './urgency.ts'
import { isPlain } from './verdict-words.ts'
import { worstLimit } from './worst-limit.ts'

type Said = Pick<Gate, 'pass' | 'sentence'>

export interface CommentOptions {
  /** In bytes; rows that do not fit are left out. */
  readonly limit?: number
  /**
   * The commit of a pull request whose own run wrote the weigh-in, so that its figures are not verified here. `null`:
   * this run measured them.
   */
  readonly saidBy?: string | null
}

/**
 * Builds the comment on a pull request, which should take ten seconds to read: the verdict, a row for each platform and
 * the reasons for growth. Everything else is folded.
 *
 * @param gate the result of the budget check
 * @param key distinguishes this comment from Bantam's other comments on the same pull request
 */
export function commentReport(
  weighIn: WeighIn,
  gate: Said,
  key: string,
  { limit = COMMENT_LIMIT, saidBy = null }: CommentOptions = {},
): string {
  const images = weighIn.images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget))
  const unchanged = isUnchanged(weighIn, gate)
  const title = imagesHeadline(weighIn)
  const sections = unchanged
    ? [unchangedLine(weighIn, title)]
    : isOfSeveral(weighIn)
      ? severalSections(weighIn, images, gate, title)
      : reportSections(images, gate, title)
  const footer = unchanged ? [] : [paragraph(footerOf(weighIn))]
  const [first = paragraph(''), ...rest] = sections
  // The marker must be at the very beginning.
  const marked = { ...first, head: [markerOf(key), ...first.head] }
  const origin = saidBy === null ? [] : [paragraph(originLine(saidBy))]
  return document(
    [marked, ...origin, ...rest, ...footer],
    limit,
    'The rest was left out, because a comment can have at most 65,536 characters. The job summary has all of it.',
  ).trimEnd()
}

/** Whether every image passes plainly and equals its baseline, except for noise. */
export function isUnchanged({ images, failed = [] }: WeighIn, { pass }: Pick<Gate, 'pass'>): boolean {
  return (
    pass &&
    failed.length === 0 &&
    images.every(
      ({ budget, platforms }) => passesPlainly(budget) && platforms.every(({ growth }) => isNoise(growth)),
    )
  )
}

function unchangedLine({ images }: WeighIn, title: string): Section {
  const since = new Set(images.map(({ baseline }) => (baseline === null ? '' : describeBaseline(baseline))))
  const [baseline = ''] = since.size === 1 ? since : []
  return paragraph(
    `${title}. Nothing changed beyond noise${baseline === '' ? '' : ` since ${escape(baseline)}`}`,
  )
}

function reportSections(images: readonly ImageWeight[], said: Said, title: string): readonly Section[] {
  return [
    paragraph(`### ${title}`),
    ...(isPlain(said, images) ? [] : [paragraph(escape(said.sentence, LONGEST_SENTENCE))]),
    platformsTable(images),
    ...images.flatMap(whySections),
    ...images.flatMap(detailsOf),
  ]
}

/** Of more images than this, only those have details that there is something to say of. */
const MOST_DETAILED = 4

function severalSections(
  weighIn: WeighIn,
  images: readonly ImageWeight[],
  said: Said,
  title: string,
): readonly Section[] {
  const detailed =
    images.length <= MOST_DETAILED
      ? images
      : images.filter(image => !passesPlainly(image.budget) || hasGrowth(image))
  return [
    paragraph(`### ${title}`),
    ...(isPlain(said, images) ? [] : [paragraph(escape(said.sentence, LONGEST_SENTENCE))]),
    ...failedList(weighIn),
    ...imagesTable(weighIn),
    ...growthOfImages(images),
    ...detailed.flatMap(image => detailsOf(image).map(section => ({ ...section, of: image.name }))),
  ]
}

function platformsTable(images: readonly ImageWeight[]): Section {
  return {
    head: [
      '| platform | image | growth | to pull | before packing | limit | used |',
      '|---|--:|--:|--:|--:|---|---|',
    ],
    rows: images.flatMap(image => image.platforms.map(weight => platformRow(weight, image))),
    foot: [],
  }
}

function platformRow(weight: PlatformWeight, { budget, baseline }: ImageWeight): string {
  const { platform, sizes, growth } = weight
  const grown = growth?.metrics.find(({ metric }) => metric === 'image')
  return row([
    escape(platform),
    `**${formatBytes(sizes.imageSize)}**`,
    grown === undefined ? '' : describeMetricChange(grown),
    sizeText(sizes.downloadSize),
    sizeText(actualsOf(weight).binary),
    ...limitCells(limitsFor(budget, platform), budget.waived, baseline),
  ])
}

function sizeText(bytes: number | null): string {
  return bytes === null ? '' : formatBytes(bytes)
}

/**
 * Shows the most important limit: one that failed, otherwise the one with the highest use; and the number of others
 * that failed.
 */
function limitCells(
  limits: readonly LimitVerdict[],
  waived: boolean,
  baseline: BaselineReport | null,
): readonly string[] {
  const worst = worstLimit(limits)
  if (worst === undefined) return ['none', '']
  const described = describeLimit(worst, waived)
  const { limit, used, status } = described
  const { verdict } = besideBaseline(described, baseline)
  const failing = limits.filter(one => one !== worst && one.status !== 'within').length
  const more = failing === 0 ? '' : `; ${failing} more ${failing === 1 ? 'fails' : 'fail'}`
  const words = status === 'within' ? used : [used, verdict].filter(text => text !== '').join(', ')
  return [escape(`${formatSubject(worst.subject)} ${limit}`), escape(`${words}${more}`, LONGEST_SENTENCE)]
}

function detailsOf(image: ImageWeight): readonly Section[] {
  const most = mostGrown(image.platforms)
  return image.platforms.flatMap(weight => detailSections(weight, image, weight === most))
}

/** @param explained whether the changes are already shown above */
function detailSections(weight: PlatformWeight, image: ImageWeight, explained: boolean): readonly Section[] {
  const of = `${code(image.name)} for ${escape(weight.platform)}`
  const { growth, layers } = weight
  return [
    folded(`Limits: ${of}`, limitsTable(weight, image)),
    ...(growth === null ? [] : [folded(`Before and now: ${of}`, metricsTable(growth.metrics))]),
    ...(growth !== null && !explained
      ? whyTables(growth).map(table => folded(`What changed: ${of}`, table))
      : []),
    ...(layers.length === 0 ? [] : [folded(`Layers: ${of}`, layersTable(weight))]),
  ]
}

/** Placed early, so that a short limit never cuts it. */
function originLine(commit: string): string {
  return `<sub>These figures come from the pull request's own run for commit ${escape(commit.slice(0, 7))}. They were not measured again here.</sub>`
}

function footerOf({ bantam, revision, images }: WeighIn): string {
  const first = images[0]?.platforms[0]
  const packer = images.flatMap(({ platforms }) => platforms).flatMap(weight => packedWith(weight) ?? [])[0]
  const parts = [
    `Bantam ${bantam}`,
    ...(revision === null ? [] : [`commit ${revision.slice(0, 7)}`]),
    ...[first?.settings.go, packer].flatMap(part => part ?? []),
  ]
  return `<sub>${escape(parts.join(', '))}</sub>`
}
