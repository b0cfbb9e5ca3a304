import { limitsFor } from '../../weigh-in/verdict.ts'
import { baseWords } from '../base-words.ts'
import { formatBytes } from '../../declare/bytes.ts'
import type { BinaryWeight, ImageWeight, PlatformWeight, WeighIn } from '../../weigh-in/weigh-in.ts'
import { describeBaseline } from '../baseline-words.ts'
import { formatChange } from '../figures.ts'
import { lacks } from '../lacks.ts'
import { packedWith } from '../packed-with.ts'
import { printable } from '../printable.ts'
import { describePrice } from '../stages.ts'
import { sizeCells } from './cells.ts'
import { growthSection } from './growth-section.ts'
import { imagesTable, MARKS } from './images-table.ts'
import { type Markup, html } from './markup.ts'
import { budgetNotes, headlineOf } from './verdict.ts'
import { isOfSeveral } from '../urgency.ts'
import { otherProgramWords } from '../other-programs.ts'

/** With more images than this, each is folded, and those within budget start closed. */
const MOST_OPEN = 2

/**
 * The part of the page that needs no script: the verdict, sizes and limits, the changes, and the results of proof and
 * packing.
 */
export function overview(weighIn: WeighIn): Markup {
  const { images } = weighIn
  const several = isOfSeveral(weighIn)
  const table = several ? imagesTable(weighIn) : html``
  return html`${table}${images.map((image, at) =>
    images.length > MOST_OPEN ? folded(image, at) : open(image, at, several),
  )}`
}

function open(image: ImageWeight, at: number, named: boolean): Markup {
  if (!named) return html`<section class="image">${verdict(image)}${body(image)}</section>`
  const title = html`<h2><bdi>${printable(image.name)}</bdi></h2>`
  return html`<section class="image" id="image-${at + 1}">${title}${verdict(image)}${body(image)}</section>`
}

function folded(image: ImageWeight, at: number): Markup {
  const attribute =
    image.budget.status === 'over' || image.budget.status === 'unmeasured' ? html` open` : html``
  return html`<details class="image" id="image-${at + 1}" ${attribute}>
    <summary>
      <h2><bdi>${printable(image.name)}</bdi></h2>
      ${verdict(image)}
    </summary>
    ${body(image)}
  </details>`
}

function verdict(image: ImageWeight): Markup {
  const { mark, words, because } = headlineOf(image)
  const reasons = because.length === 0 ? html`` : html`: <span class="because">${because.join('; ')}</span>`
  return html`<p class="verdict ${mark}">
    <span class="mark" aria-hidden="true">${MARKS[mark]}</span> <strong>${words}</strong>${reasons}
  </p>`
}

function body(image: ImageWeight): Markup {
  return html`${budgetNotes(image).map(note => html`<p class="note">${note}</p>`)}
    ${image.platforms.map(weight => platform(weight, image))}
    <p class="published">${publishedAs(image)}</p>`
}

function platform(weight: PlatformWeight, image: ImageWeight): Markup {
  const limits = limitsFor(image.budget, weight.platform)
  const baseline = image.baseline === null ? 'the baseline' : printable(describeBaseline(image.baseline))
  return html`<section class="platform">
    <p class="built">${printable(weight.platform)}${builtWith(weight)}</p>
    ${sizeCells(weight, limits)} ${weight.growth === null ? html`` : growthSection(weight.growth, baseline)}
    <ul class="proofs">
      ${weight.binaries.map(binary => binaryLine(binary, weight.settings.base))}${otherLines(weight)}${smokeLine(weight)}
    </ul>
  </section>`
}

function builtWith(weight: PlatformWeight): string {
  const { go, base } = weight.settings
  const packer = packedWith(weight)
  return [
    go ?? 'a prebuilt binary',
    ...(packer === null ? [] : [packer]),
    ...(base === undefined ? [] : [`on ${baseWords(base)}`]),
  ]
    .map(part => ` · ${printable(part)}`)
    .join('')
}

function binaryLine(binary: BinaryWeight, base: PlatformWeight['settings']['base']): Markup {
  const { path, linkedSize, shippedSize, pack, proof, price, needs } = binary
  const lacked = lacks(needs, base)
  const packing =
    pack.status === 'packed'
      ? `packed from ${formatBytes(linkedSize)} to ${formatBytes(shippedSize)} (${formatChange(linkedSize, shippedSize)})`
      : `ships unpacked: ${printable(pack.reason)}`
  const costs = price === null ? '' : `; ${describePrice(price)}`
  return html`<li>
    <code>${printable(path)}</code> ${packing};
    ${proofWords(proof)}${costs}${lacked === null ? '' : `; ${lacked}`}
  </li>`
}

function otherLines({ otherPrograms = [] }: PlatformWeight): readonly Markup[] {
  const { read, unread, more } = otherProgramWords(otherPrograms)
  return [read, ...unread, more].flatMap(line => (line === null ? [] : [html`<li>${printable(line)}</li>`]))
}

function proofWords({ status, reason }: BinaryWeight['proof']): string {
  const why = reason === null ? '' : ` (${printable(reason)})`
  switch (status) {
    case 'proven':
      return `proven to start${why}`
    case 'failed':
      return `failed its proof${why}`
    case 'not run':
      return `not proven${why}`
  }
}

function smokeLine({ smokeTest: { status, seen } }: PlatformWeight): Markup {
  switch (status) {
    case 'passed':
    case 'not run':
      return html`<li>smoke test ${status}: ${printable(seen.join(', '))}</li>`
    case 'not asked':
      return html``
  }
}

function publishedAs({ published, references, missing = [], digest }: ImageWeight): Markup {
  const as = references.map(reference => html`<code>${printable(reference)}</code> `)
  const not = missing.map(
    ({ reference, reason }) =>
      html`<br />Not published as <code>${printable(reference)}</code>: ${printable(reason)}`,
  )
  if (published && references.length === 0)
    return html`Written, but not pushed to a registry. Digest <code>${digest}</code>${not}`
  return published
    ? html`Published as ${as}<code>${digest}</code>${not}`
    : html`Nothing was published. Digest <code>${digest}</code>${not}`
}
