import { formatBytes } from '../declare/bytes.ts'
import { sizesApart } from '../size/breach.ts'
import type { BinaryWeight, ImageWeight, PlatformWeight, Settings, WeighIn } from '../size/weigh-in.ts'
import { type Section, SUMMARY_LIMIT, document } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import { formatChange, formatUsed } from './figures.ts'
import { describePrice } from './stages.ts'
import { filesTable, layersTable, sizesTable, timesSection } from './tables.ts'

/**
 * The job summary, with the verdict in its first line.
 *
 * @param sentence what the gate says
 * @param limit bytes; rows that do not fit are left out
 */
export function markdownReport(weighIn: WeighIn, sentence: string, limit = SUMMARY_LIMIT): string {
  const sections = [
    ...weighIn.images.flatMap(image => imageSections(image, sentence)),
    ...(weighIn.stages.length > 0 ? [timesSection(weighIn.stages)] : []),
    paragraph(`<sub>Bantam ${escape(weighIn.bantam)}</sub>`),
  ]
  return document(sections, limit)
}

function imageSections(image: ImageWeight, sentence: string): readonly Section[] {
  return [
    paragraph(`### ${code(image.name)}: ${verdictOf(image)}`),
    ...(image.budget.status === 'within' ? [] : [paragraph(escape(sentence, LONGEST_SENTENCE))]),
    ...image.platforms.flatMap(platform => platformSections(platform, image)),
    paragraph(publishedAs(image)),
  ]
}

/** `within budget, image 2.20 MB of 3 MB (73 %)`: of the limit that is used most. */
function verdictOf({ budget, platforms }: ImageWeight): string {
  switch (budget.status) {
    case 'none':
      return `no budget, image ${formatBytes(platforms[0]?.sizes.imageSize ?? 0)}`
    case 'unmeasured': {
      const unknown = budget.limits
        .filter(({ status }) => status === 'unmeasured')
        .map(({ metric }) => metric)
      return `budget could not be checked, ${unknown.join(' and ')} was not measured`
    }
    case 'within':
      return `within budget${tightest(budget)}`
    case 'over':
      return `${budget.allowed ? 'over budget, let through' : 'over budget'}${tightest(budget)}`
  }
}

function tightest({ limits }: ImageWeight['budget']): string {
  const used = limits.flatMap(({ metric, actual, limit }) =>
    actual === null ? [] : [{ metric, actual, limit }],
  )
  const [worst] = used.sort((one, other) => other.actual / other.limit - one.actual / one.limit)
  if (worst === undefined) return ''
  const { actual, limit } = sizesApart(worst.actual, worst.limit)
  return `, ${worst.metric} ${actual} of ${limit} (${formatUsed(worst.actual, worst.limit)})`
}

function platformSections(weight: PlatformWeight, { budget }: ImageWeight): readonly Section[] {
  const limits = budget.limits.filter(({ platform }) => platform === weight.platform)
  return [
    paragraph(`${escape(weight.platform)}, ${builtWith(weight.settings)}`),
    sizesTable(weight, limits),
    { head: [], rows: [...weight.binaries.flatMap(binaryLines), ...smokeLines(weight)], foot: [] },
    filesTable(weight),
    layersTable(weight),
  ]
}

function builtWith({ go, goSource, packer }: Settings): string {
  const compiler = go === null ? 'a prebuilt binary' : `${go}${goSource === null ? '' : ` (${goSource})`}`
  return escape(packer === null ? compiler : `${compiler}, ${packer}`)
}

function binaryLines({ path, linkedSize, shippedSize, pack, proof, price }: BinaryWeight): readonly string[] {
  const packing =
    pack.status === 'packed'
      ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})`
      : `ships unpacked, ${formatBytes(shippedSize)}: ${escape(pack.reason)}`
  const costs = price === null ? [] : [`- the price: ${describePrice(price)}`]
  return [`- ${code(path)} ${packing}`, `- proof: ${proofOf(proof)}`, ...costs]
}

/** A reason beside `proven` says what could not be looked at. */
function proofOf({ status, reason, isolation, environments }: BinaryWeight['proof']): string {
  const why = reason === null ? '' : `, ${escape(reason)}`
  if (status !== 'proven') return `**${status}**${why}`
  const where = isolation === 'namespaces' ? 'in an empty root of its own' : 'in a plain process'
  const memory = reason === null ? 'holds the linked code in memory and ' : ''
  return `${memory}starts with ${environments.join(', ').replace(/, (?=\d+$)/, ' and ')} environment variables, ${where}${why}`
}

function smokeLines({ smokeTest }: PlatformWeight): readonly string[] {
  return smokeTest.status === 'passed' ? [`- smoke test: passed, ${escape(smokeTest.seen.join(', '))}`] : []
}

function publishedAs({ published, references, digest }: ImageWeight): string {
  if (!published) return `Nothing was published. Digest ${code(digest)}`
  return `Published as ${references.map(code).join(', ')}, digest ${code(digest)}`
}

function paragraph(text: string): Section {
  return { head: [text], rows: [], foot: [] }
}
