import { formatBytes } from '../declare/bytes.ts'
import { formatSubject } from '../declare/limit.ts'
import { actualsOf } from '../size/actuals.ts'
import type { Gate } from './gate.ts'
import type { Growth } from '../weigh-in/growth.ts'
import type { LimitVerdict, Verdict } from '../weigh-in/verdict.ts'
import type { BaselineReport, ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { describeBaseline } from './baseline-words.ts'
import { describeMetricChange, filesThatMatter } from './change-words.ts'
import { COMMENT_LIMIT, type Section, document, paragraph } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import { baselineLine, causesSection, changesTable, metricsTable } from './growth-table.ts'
import { besideBaseline, describeLimit, usedOf } from './limit-words.ts'
import { limitsTable } from './limits-table.ts'
import { goesWithoutSaying, verdictOf } from './markdown.ts'
import { markerOf } from './marker.ts'
import { layersTable, row } from './tables.ts'

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
  const sections = unchanged ? [unchangedLine(images)] : reportSections(images, gate)
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
export function isUnchanged({ images }: WeighIn, { pass }: Pick<Gate, 'pass'>): boolean {
  return (
    pass &&
    images.every(
      ({ budget, platforms }) => passesPlainly(budget) && platforms.every(({ growth }) => isNoise(growth)),
    )
  )
}

function passesPlainly({ status, limits, dropped }: Verdict): boolean {
  const plain = limits.every(({ raisedFrom, reason }) => raisedFrom === null && reason === null)
  return (status === 'within' || status === 'none') && plain && dropped.length === 0
}

function isNoise(growth: Growth | null): boolean {
  if (growth === null || growth.causes.length > 0) return false
  const changed = growth.metrics.some(({ change }) => change !== null && change !== 'unchanged')
  return !changed && whyTables(growth).length === 0
}

/** Failed images come first. */
function urgencyOf({ status, waived }: Verdict): number {
  switch (status) {
    case 'unmeasured':
      return 0
    case 'over':
      return waived ? 2 : 1
    case 'none':
    case 'within':
      return 3
  }
}

function unchangedLine(images: readonly ImageWeight[]): Section {
  const [first] = images
  if (first === undefined) return paragraph('Nothing was weighed')
  const { baseline } = first
  const since = baseline === null ? '' : ` since ${escape(describeBaseline(baseline))}`
  return paragraph(`${headline(images)}. Nothing changed beyond noise${since}`)
}

function reportSections(images: readonly ImageWeight[], { pass, sentence }: Said): readonly Section[] {
  const plain = pass && images.every(({ budget }) => passesPlainly(budget) || goesWithoutSaying(budget))
  return [
    paragraph(`### ${headline(images)}`),
    ...(plain ? [] : [paragraph(escape(sentence, LONGEST_SENTENCE))]),
    platformsTable(images),
    ...images.flatMap(image => whySections(image, images.length > 1)),
    ...images.flatMap(detailsOf),
  ]
}

/** Shows the image with the most urgent verdict, and sums up the others. */
function headline([worst, ...others]: readonly ImageWeight[]): string {
  if (worst === undefined) return 'Nothing was weighed'
  const verdict = `${code(worst.name)}: ${verdictOf(worst)}`
  if (others.length === 0) return verdict
  const failing = others.filter(({ budget }) => urgencyOf(budget) < 2).length
  const rest = failing === 0 ? 'passing' : `of which ${failing} ${failing === 1 ? 'fails' : 'fail'}`
  return `${verdict}; ${others.length} more ${others.length === 1 ? 'image' : 'images'}, ${rest}`
}

function platformsTable(images: readonly ImageWeight[]): Section {
  const several = images.length > 1
  const rows = images.flatMap(image =>
    image.platforms.map(weight => platformRow(weight, image, several ? [code(image.name)] : [])),
  )
  const [title, rule] = several ? ['| image ', '|---'] : ['', '']
  return {
    head: [
      `${title}| platform | image | growth | to pull | before packing | limit | used |`,
      `${rule}|---|--:|--:|--:|--:|---|---|`,
    ],
    rows,
    foot: [],
  }
}

function platformRow(
  weight: PlatformWeight,
  { budget, baseline }: ImageWeight,
  before: readonly string[],
): string {
  const { platform, sizes, growth } = weight
  const grown = growth?.metrics.find(({ metric }) => metric === 'image')
  return row([
    ...before,
    escape(platform),
    `**${formatBytes(sizes.imageSize)}**`,
    grown === undefined ? '' : describeMetricChange(grown),
    sizeText(sizes.downloadSize),
    sizeText(actualsOf(weight).binary),
    ...limitCells(
      budget.limits.filter(limit => limit.platform === platform),
      budget.waived,
      baseline,
    ),
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
  const weight = (limit: LimitVerdict) =>
    limit.status === 'unmeasured' ? 2e9 : (usedOf(limit) ?? 0) + (limit.status === 'over' ? 1e9 : 0)
  const [worst] = limits.toSorted((one, other) => weight(other) - weight(one))
  if (worst === undefined) return ['none', '']
  const described = describeLimit(worst, waived)
  const { limit, used, status } = described
  const { verdict } = besideBaseline(described, baseline)
  const failing = limits.filter(one => one !== worst && one.status !== 'within').length
  const more = failing === 0 ? '' : `; ${failing} more ${failing === 1 ? 'fails' : 'fail'}`
  const words = status === 'within' ? used : [used, verdict].filter(text => text !== '').join(', ')
  return [escape(`${formatSubject(worst.subject)} ${limit}`), escape(`${words}${more}`, LONGEST_SENTENCE)]
}

/** Explains the platform that grew most. The others grew by the same amount, or are folded. */
function whySections({ name, platforms, baseline }: ImageWeight, several: boolean): readonly Section[] {
  const most = mostGrown(platforms)
  const growth = most?.growth ?? null
  if (most === undefined || growth === null)
    return baseline === null ? [] : [paragraph(baselineLine(baseline))]
  const tables = whyTables(growth)
  const what =
    tables.length === 0 && growth.causes.length === 0 ? 'Nothing changed beyond noise' : 'What changed'
  const image = several ? ` in ${code(name)}` : ''
  const platform = platforms.length > 1 ? ` for ${escape(most.platform)}` : ''
  const over = baseline === null ? '' : `, compared with ${escape(describeBaseline(baseline))}`
  return [
    paragraph(`#### ${what}${image}${platform}${over}`),
    ...(growth.causes.length === 0 ? [] : [causesSection(growth.causes)]),
    ...tables,
  ]
}

function mostGrown(platforms: readonly PlatformWeight[]): PlatformWeight | undefined {
  return platforms.toSorted((one, other) => Math.abs(grownBy(other)) - Math.abs(grownBy(one)))[0]
}

/** Shows the ten largest changes of the linked binaries, and of the files if a file matters. */
function whyTables({ nodes, files }: Growth): readonly Section[] {
  return [...changesTable('before packing', nodes), ...changesTable('in the image', filesThatMatter(files))]
}

/** Returns the number of bytes that its binaries grew by. */
function grownBy({ growth }: PlatformWeight): number {
  return growth?.metrics.find(({ metric }) => metric === 'binary')?.delta ?? 0
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

function folded(title: string, { head, rows, foot }: Section): Section {
  return {
    head: [`<details><summary>${title}</summary>`, '', ...head],
    rows,
    foot: [...foot, '', '</details>'],
  }
}

/** Placed early, so that a short limit never cuts it. */
function originLine(commit: string): string {
  return `<sub>These figures come from the pull request's own run for commit ${escape(commit.slice(0, 7))}. They were not measured again here.</sub>`
}

function footerOf({ bantam, revision, images }: WeighIn): string {
  const settings = images[0]?.platforms[0]?.settings
  const parts = [
    `Bantam ${bantam}`,
    ...(revision === null ? [] : [`commit ${revision.slice(0, 7)}`]),
    ...[settings?.go, settings?.packer].flatMap(part => part ?? []),
  ]
  return `<sub>${escape(parts.join(', '))}</sub>`
}
