import { baseWords } from './base-words.ts'
import { formatBytes } from '../declare/bytes.ts'
import { formatSubject } from '../declare/limit.ts'
import { isOfGrowth } from '../weigh-in/limit.ts'
import type { BinaryWeight, ImageWeight, PlatformWeight, Settings, WeighIn } from '../weigh-in/weigh-in.ts'
import type { Verdict } from '../weigh-in/verdict.ts'
import { type Section, SUMMARY_LIMIT, document, paragraph } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import { formatChange } from './figures.ts'
import { growthSections } from './growth-table.ts'
import { lacks } from './lacks.ts'
import { describeLimit, usedOf } from './limit-words.ts'
import { limitsTable } from './limits-table.ts'
import { otherProgramWords } from './other-programs.ts'
import { describePrice } from './stages.ts'
import { filesTable, layersTable, timesSection } from './tables.ts'
import { treeSection } from './tree-section.ts'

/**
 * Builds the job summary, with the verdict in its first line.
 *
 * @param sentence the result of the gate
 * @param limit in bytes; rows that do not fit are left out
 */
export function markdownReport(weighIn: WeighIn, sentence: string, limit = SUMMARY_LIMIT): string {
  const sections = [
    ...weighIn.images.flatMap(image => imageSections(image, sentence)),
    ...(weighIn.stages.length > 0 ? [timesSection(weighIn.stages)] : []),
    ...weighIn.images.flatMap(({ platforms }) => platforms.flatMap(treeSections)),
    paragraph(`<sub>Bantam ${escape(weighIn.bantam)}</sub>`),
  ]
  return document(sections, limit)
}

function imageSections(image: ImageWeight, sentence: string): readonly Section[] {
  return [
    paragraph(`### ${code(image.name)}: ${verdictOf(image)}`),
    ...(goesWithoutSaying(image.budget) ? [] : [paragraph(escape(sentence, LONGEST_SENTENCE))]),
    ...image.platforms.flatMap(platform => platformSections(platform, image)),
    paragraph(publishedAs(image)),
  ]
}

/**
 * Returns the verdict with the limit of the highest use: `within budget, image 2.20 MB of 3 MB (73 %)`. Of several platforms
 * it names the one.
 */
export function verdictOf({ budget, platforms }: ImageWeight): string {
  const isAlone = platforms.length === 1
  switch (budget.status) {
    case 'none':
      return `no budget, ${largestImage(platforms)}`
    case 'unmeasured': {
      const unknown = budget.limits
        .filter(({ status }) => status === 'unmeasured')
        .map(
          ({ subject, reason }) =>
            `${formatSubject(subject)} ${reason === null ? 'was not measured' : `(${reason})`}`,
        )
      return escape(`budget could not be checked, ${unknown.join(' and ')}`)
    }
    case 'within':
      return `within budget${tightest(budget, isAlone)}`
    case 'over':
      return `${budget.waived ? 'over budget, allowed' : 'over budget'}${tightest(budget, isAlone)}`
  }
}

/** `image 2.20 MB`, or `image 6.01 MB on linux/arm64` of several platforms. */
function largestImage(platforms: readonly PlatformWeight[]): string {
  const [largest, ...others] = platforms.toSorted((one, other) => other.sizes.imageSize - one.sizes.imageSize)
  const on = largest === undefined || others.length === 0 ? '' : ` on ${escape(largest.platform)}`
  return `image ${formatBytes(largest?.sizes.imageSize ?? 0)}${on}`
}

/** Describes the limit with the highest use: `, image 2.20 MB of 3 MB (73 %)`. */
function tightest({ limits, waived }: Verdict, isAlone: boolean): string {
  const used = limits.flatMap(limit => {
    const share = usedOf(limit)
    return share === null ? [] : [{ limit, share: limit.status === 'over' ? share + 1e6 : share }]
  })
  const [worst] = used.sort((one, other) => other.share - one.share)
  if (worst === undefined) return ''
  const { actual, limit, used: full } = describeLimit(worst.limit, waived)
  const grew = isOfGrowth(worst.limit) ? ' growth' : ''
  const others = limits.filter(({ status }) => status === 'over').length - 1
  const more = others > 0 ? `, and ${others} more` : ''
  const on = isAlone ? '' : ` on ${worst.limit.platform}`
  return escape(
    `, ${formatSubject(worst.limit.subject)}${grew} ${actual} of ${limit}${full === '' ? '' : ` (${full})`}${on}${more}`,
  )
}

/** Whether the sentence of the gate says no more than the headline: all limits pass, and none was changed. */
export function goesWithoutSaying({ status, limits, dropped }: Verdict): boolean {
  return status === 'within' && limits.every(({ raisedFrom }) => raisedFrom === null) && dropped.length === 0
}

function platformSections(weight: PlatformWeight, image: ImageWeight): readonly Section[] {
  return [
    paragraph(`${escape(weight.platform)}, ${builtWith(weight.settings)}`),
    limitsTable(weight, image),
    ...growthSections(weight.growth, image.baseline),
    {
      head: [],
      rows: [
        ...weight.binaries.flatMap(binary => binaryLines(binary, weight.settings.base)),
        ...otherLines(weight),
        ...smokeLines(weight),
      ],
      foot: [],
    },
    filesTable(weight),
    layersTable(weight),
  ]
}

/** Placed last because they are long. */
function treeSections({ platform, binaries }: PlatformWeight): readonly Section[] {
  return binaries.flatMap(binary => treeSection(binary, platform))
}

function builtWith({ go, goSource, packer, base }: Settings): string {
  const compiler = go === null ? 'a prebuilt binary' : `${go}${goSource === null ? '' : ` (${goSource})`}`
  const parts = [
    compiler,
    ...(packer === null ? [] : [packer]),
    ...(base === undefined ? [] : [`on ${baseWords(base)}`]),
  ]
  return escape(parts.join(', '))
}

function binaryLines(binary: BinaryWeight, base: Settings['base']): readonly string[] {
  const { path, linkedSize, shippedSize, pack, proof, price, needs, fromFiles = false } = binary
  const lacked = lacks(needs, base)
  const packing =
    pack.status === 'packed'
      ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})`
      : `ships unpacked, ${formatBytes(shippedSize)}: ${escape(pack.reason)}`
  const costs = price === null ? [] : [`- the price: ${describePrice(price)}`]
  const needed = lacked === null ? [] : [`- needs: ${escape(lacked)}`]
  if (fromFiles) return [`- ${code(path)} ${packing}`]
  return [`- ${code(path)} ${packing}`, `- proof: ${proofOf(proof)}`, ...costs, ...needed]
}

function otherLines({ otherPrograms = [] }: PlatformWeight): readonly string[] {
  const { read, unread, more } = otherProgramWords(otherPrograms)
  const lines = [read, ...unread, more].filter(line => line !== null)
  return lines.map(line => `- ${escape(line)}`)
}

/** A reason together with `proven` says what could not be checked. */
function proofOf({ status, reason, isolation, environments }: BinaryWeight['proof']): string {
  const why = reason === null ? '' : `, ${escape(reason)}`
  if (status !== 'proven') return `**${status}**${why}`
  const where =
    isolation === 'namespaces' ? 'in an empty root directory of its own' : 'in an ordinary process'
  const memory = reason === null ? 'has the same code in memory as the linked binary and ' : ''
  return `${memory}starts with ${environments.join(', ').replace(/, (?=\d+$)/, ' and ')} environment variables, ${where}${why}`
}

function smokeLines({ smokeTest: { status, seen } }: PlatformWeight): readonly string[] {
  switch (status) {
    case 'passed':
    case 'not run':
      return [`- smoke test: ${status}, ${escape(seen.join(', '))}`]
    case 'not asked':
      return []
  }
}

function publishedAs({ published, references, missing = [], digest }: ImageWeight): string {
  const not = missing.map(
    ({ reference, reason }) =>
      `\n\n**Not published** as ${code(reference)}: ${escape(reason, LONGEST_SENTENCE)}`,
  )
  return [publishedSentence(published, references, digest), ...not].join('')
}

function publishedSentence(published: boolean, references: readonly string[], digest: string): string {
  if (!published) return `Nothing was published. Digest ${code(digest)}`
  if (references.length === 0) return `Written, but not pushed to a registry. Digest ${code(digest)}`
  return `Published as ${references.map(code).join(', ')}, digest ${code(digest)}`
}
