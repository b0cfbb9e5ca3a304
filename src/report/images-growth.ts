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
/** A first run has a reason for each image, because each would be in a repository of its own. */
const MOST_REASONS = 3

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
  const alike = [...Map.groupBy(alone, ({ baseline }) => baselineLine(baseline))]
  const isNew = ([, of]: readonly [string, typeof alone]) =>
    of.every(({ baseline }) => baseline.kind === 'none')
  const first = alike.filter(isNew)
  const folded = first.length > MOST_REASONS ? first.slice(1) : []
  const said = alike.filter(one => !folded.includes(one))
  const others = folded.flatMap(([, of]) => of)
  return [
    ...said.map(([line, of]) => paragraph(of.length === images.length ? line : `${line} (${listed(of)})`)),
    ...(others.length === 0 ? [] : [paragraph(`No baseline either: ${listed(others)}`)]),
  ]
}

function listed(images: readonly Pick<ImageWeight, 'name'>[]): string {
  const names = images.slice(0, MOST_NAMED).map(({ name }) => code(name))
  const more = images.length > names.length ? [`${images.length - names.length} more`] : []
  return [...names, ...more].join(', ')
}
