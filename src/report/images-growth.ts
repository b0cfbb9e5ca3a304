import type { ImageWeight } from '../weigh-in/weigh-in.ts'
import { type Section, paragraph } from './document.ts'
import { code } from './escape.ts'
import { baselineLine } from './growth-table.ts'
import { whyGrown } from './grown-sections.ts'
import { foldedWhole } from './images-table.ts'
import { hasGrowth } from './urgency.ts'

/** Why more images than this grew is folded. */
const MOST_OPEN = 3
const MOST_NAMED = 10

/** Returns why images grew, for each that did, and why others were not compared. */
export function growthOfImages(images: readonly ImageWeight[]): readonly Section[] {
  const grown = images.filter(hasGrowth).flatMap(image => {
    const why = whyGrown(image, true)
    return why === null ? [] : [{ ...why, of: image.name }]
  })
  const sections =
    grown.length > MOST_OPEN
      ? grown.map(({ title, sections: parts, of }) => foldedWhole(title, parts, of))
      : grown.flatMap(({ title, sections: parts, of }) =>
          [paragraph(`#### ${title}`), ...parts].map(section => ({ ...section, of })),
        )
  return [...sections, ...notCompared(images)]
}

/** States each reason once, with the images that it is true of. */
function notCompared(images: readonly ImageWeight[]): readonly Section[] {
  const alone = images.flatMap(({ name, platforms, baseline }) =>
    baseline !== null && platforms.every(({ growth }) => growth === null) ? [{ name, baseline }] : [],
  )
  const alike = Map.groupBy(alone, ({ baseline }) => baselineLine(baseline))
  return [...alike].map(([line, of]) => {
    const names = of.slice(0, MOST_NAMED).map(({ name }) => code(name))
    const more = of.length > names.length ? [`${of.length - names.length} more`] : []
    return paragraph(of.length === images.length ? line : `${line} (${[...names, ...more].join(', ')})`)
  })
}
