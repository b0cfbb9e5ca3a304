import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { type Section, paragraph } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import { type ImageRow, imageRows, urgentFirst } from './image-rows.ts'
import { row } from './tables.ts'

/** With more rows than this, images that there is nothing to say of are folded. */
const MOST_OPEN = 20

/**
 * Returns the table of all images and platforms, with what is most urgent first. If it is long, those that pass and did not
 * grow are in a fold of their own.
 */
export function imagesTable(weighIn: WeighIn): readonly Section[] {
  const images = urgentFirst(imageRows(weighIn))
  const rows = images.flatMap(image => image.rows)
  const quiet = images.filter(({ matters }) => !matters)
  if (rows.length <= MOST_OPEN || quiet.length === 0) return [tableOf(rows)]
  const loud = images.filter(({ matters }) => matters)
  const table = tableOf(quiet.flatMap(image => image.rows))
  const title = `${quiet.length} ${loud.length === 0 ? '' : 'more '}${quiet.length === 1 ? 'image passes' : 'images pass'}, with nothing to say of ${quiet.length === 1 ? 'it' : 'them'}`
  return [...(loud.length === 0 ? [] : [tableOf(loud.flatMap(image => image.rows))]), folded(title, table)]
}

/** Returns why images failed, a line each. */
export function failedList({ failed = [] }: WeighIn): readonly Section[] {
  if (failed.length === 0) return []
  const rows = failed.map(
    ({ name, code: kind, message }) =>
      `- ${code(name)} **failed** (${escape(kind)}): ${escape(message, LONGEST_SENTENCE)}`,
  )
  return [{ head: [], rows, foot: [] }]
}

/** Folds a section; a cut leaves no fold open. */
export function folded(title: string, { head, rows, foot }: Section, of?: string): Section {
  return {
    head: [`<details><summary>${title}</summary>`, '', ...head],
    rows,
    foot: [...foot, '', '</details>'],
    ...(of === undefined ? {} : { of }),
  }
}

/** Folds several sections as one, which a limit leaves out as a whole. */
export function foldedWhole(title: string, sections: readonly Section[], of: string): Section {
  const lines = sections.flatMap(({ head, rows, foot }) => [...head, ...rows, ...foot, ''])
  const { head, foot } = folded(title, paragraph(lines.join('\n')))
  return { head: [...head, ...foot], rows: [], foot: [], of }
}

function tableOf(rows: readonly ImageRow[]): Section {
  return {
    head: ['| image | platform | size | limit | used | growth | |', '|---|---|--:|---|--:|--:|---|'],
    rows: rows.map(({ image, platform, size, limit, used, growth, status, mark }) =>
      row([
        code(image),
        escape(platform),
        size === '' ? '' : `**${size}**`,
        escape(limit),
        escape(used),
        escape(growth),
        mark === 'bad' ? `**${escape(status)}**` : escape(status),
      ]),
    ),
    foot: [],
  }
}
