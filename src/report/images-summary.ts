import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { type Section, paragraph } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import type { Gate } from './gate.ts'
import { imagesHeadline } from './images-headline.ts'
import { growthOfImages } from './images-growth.ts'
import { failedList, foldedWhole, imagesTable } from './images-table.ts'
import { platformSections } from './platform-sections.ts'
import { publishedAs } from './published-as.ts'
import { urgencyOf } from './urgency.ts'
import { isPlain, verdictOf } from './verdict-words.ts'

/**
 * The job summary of several images: the verdict, a table of all, what grew, and the rest of each image folded. Images that
 * fail come first, because a limit cuts the end.
 *
 * @param failures what the tools of failed images printed
 */
export function severalSections(
  weighIn: WeighIn,
  gate: Pick<Gate, 'pass' | 'sentence'>,
  failures: readonly Section[],
): readonly Section[] {
  const images = weighIn.images.toSorted((one, other) => urgencyOf(one.budget) - urgencyOf(other.budget))
  return [
    paragraph(`### ${imagesHeadline(weighIn)}`),
    ...(isPlain(gate, images) ? [] : [paragraph(escape(gate.sentence, LONGEST_SENTENCE))]),
    ...failedList(weighIn),
    ...failures,
    ...imagesTable(weighIn),
    ...growthOfImages(images),
    ...images.map(image =>
      foldedWhole(`${code(image.name)}: ${verdictOf(image)}`, detailsOf(image), image.name),
    ),
  ]
}

function detailsOf(image: ImageWeight): readonly Section[] {
  return [
    ...image.platforms.flatMap(platform => platformSections(platform, image)),
    paragraph(publishedAs(image)),
  ]
}
