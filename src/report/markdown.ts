import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { type Section, SUMMARY_LIMIT, document, paragraph } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import type { Gate } from './gate.ts'
import { severalSections } from './images-summary.ts'
import { platformSections, treeSections } from './platform-sections.ts'
import { publishedAs } from './published-as.ts'
import { timesSection } from './tables.ts'
import { isOfSeveral } from './urgency.ts'
import { goesWithoutSaying, verdictOf } from './verdict-words.ts'

export interface SummaryOptions {
  /** In bytes; rows that do not fit are left out. */
  readonly limit?: number
  /** What the tools of those of several images printed that failed. */
  readonly failures?: readonly Section[]
}

/**
 * Builds the job summary, with the verdict in its first line.
 *
 * @param gate what the gate said
 */
export function markdownReport(
  weighIn: WeighIn,
  gate: Pick<Gate, 'pass' | 'sentence'>,
  { limit = SUMMARY_LIMIT, failures = [] }: SummaryOptions = {},
): string {
  const sections = [
    ...(isOfSeveral(weighIn)
      ? severalSections(weighIn, gate, failures)
      : weighIn.images.flatMap(image => imageSections(image, gate.sentence))),
    ...(weighIn.stages.length > 0 ? [timesSection(weighIn.stages)] : []),
    ...weighIn.images.flatMap(({ name, platforms }) =>
      platforms.flatMap(treeSections).map(section => ({ ...section, of: name })),
    ),
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
