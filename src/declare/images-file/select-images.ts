import { firstOf } from '../first-of.ts'
import { unique } from '../list.ts'
import { didYouMean } from '../nearest.ts'
import { type Problem, wrongValue } from '../problem.ts'
import { readerOf } from '../reader.ts'
import type { Given } from '../given.ts'
import type { ImageEntry } from './images-file.ts'

export interface Selected {
  readonly images: readonly ImageEntry[]
  readonly problems: readonly Problem[]
}

const MOST_SHOWN = 10

/** The images that `only` names, in the order of the file; all where it names none. */
export function selectImages(given: Given, images: readonly ImageEntry[], file: string): Selected {
  const { only } = given.values
  if (only === undefined) return { images, problems: [] }
  const reader = readerOf({ ...given, problems: [] })
  const names = unique(reader.items('only'))
  const keys = images.map(({ key }) => key)
  const unknown = names
    .filter(name => !keys.includes(name))
    .map(name =>
      wrongValue('only', name, `is not an image of ${file}${didYouMean(name, keys) || `; ${has(keys)}`}`),
    )
  const none = names.length === 0 ? [wrongValue('only', only, `names no image; ${has(keys)}`)] : []
  return {
    images: images.filter(({ key }) => names.includes(key)),
    problems: [...reader.problems(), ...unknown, ...none],
  }
}

function has(keys: readonly string[]): string {
  return `it has ${firstOf(keys, MOST_SHOWN)}`
}
