import { isInputName, INPUTS } from '../inputs.ts'
import { nearest } from '../nearest.ts'
import type { FileFault, ImageEntry, ImagesFile, Position, Setting } from './images-file.ts'
import { readsEnvironment } from './reads-environment.ts'
import { settingText } from './setting-text.ts'
import { shown } from './shown.ts'
import { REFUSED_SETTINGS, SETTINGS } from './settings.ts'
import { type Tree, treeWord } from './tree.ts'

export const MOST_IMAGES = 200
/** No more faults are shown, and looking for what was meant takes long. */
const MOST_HINTS = 100
const TOP = ['defaults', 'images']

/** Characters. Each image has the defaults too, so that a small file can ask for very much. */
const MOST_TEXT = 2_000_000
/** Characters. Longer than any list that a person writes, and short enough to compare each item with every other. */
const MOST_OF_SETTING = 32_000

/** A key stands in file names, in `only` and in reports. */
export const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

export interface ReadImages {
  readonly file: ImagesFile
  readonly faults: readonly FileFault[]
}

/** Reads the images and their settings, or says of each place what is wrong there. */
export function imagesOf(tree: Tree): ReadImages {
  const faults: FileFault[] = []
  const add = (at: Position, because: string) => void faults.push({ at, because })
  const entriesOf = (value: Tree, name: string) => {
    if (value.kind === 'map') return value.entries
    if (value.kind !== 'nothing') add(value.at, `${name} must be a map, but is ${treeWord(value)}`)
    return []
  }
  const settingsOf = (value: Tree, name: string): readonly Setting[] =>
    entriesOf(value, name).flatMap(({ key, at, value: given }) => {
      const row = SETTINGS.find(setting => setting.name === key)
      if (row === undefined) {
        add(at, unknownSetting(key, faults.length < MOST_HINTS))
        return []
      }
      const written = settingText(row, given)
      if (!written.ok) add(given.kind === 'nothing' ? at : given.at, `${key} ${written.problem}`)
      if (!written.ok) return []
      if (written.value.text.length > MOST_OF_SETTING) {
        const { length } = written.value.text
        add(given.at, `${key} has ${length} characters, but at most ${MOST_OF_SETTING} are read; write less`)
        return []
      }
      if (hasVariable(given)) {
        add(
          given.at,
          `${key} has {{.Env.…}}, which a pull request could use to read the environment of the job; write that input in the step or on the command line`,
        )
        return []
      }
      return [{ name: row.name, at: given.at, ...written.value }]
    })

  if (tree.kind !== 'map')
    add(tree.at, `the file must be a map with the keys defaults and images, but is ${treeWord(tree)}`)
  const top = tree.kind === 'map' ? tree.entries : []
  for (const { key, at } of top.filter(entry => !TOP.includes(entry.key)))
    add(at, unknownTop(key, faults.length < MOST_HINTS))
  const part = (name: string) => top.find(({ key }) => key === name)
  const defaults = part('defaults')
  const images = part('images')
  const entries = images === undefined ? [] : entriesOf(images.value, 'images')
  const isMap = images === undefined || images.value.kind === 'map' || images.value.kind === 'nothing'
  if (tree.kind === 'map' && entries.length === 0 && isMap)
    add(images?.at ?? tree.at, 'there are no images; write images, and below it the name of each image')
  const extra = entries[MOST_IMAGES]
  if (extra !== undefined)
    add(extra.at, `a file has at most ${MOST_IMAGES} images, but this one has ${entries.length}`)
  const read = entries.slice(0, MOST_IMAGES).flatMap(({ key, at, value }): readonly ImageEntry[] => {
    if (!KEY.test(key))
      add(at, `${shown(key)} cannot name an image; use letters, digits, ".", "_" and "-", at most 64 of them`)
    return [{ key, at, settings: settingsOf(value, `the image ${shown(key)}`) }]
  })
  const shared = defaults === undefined ? [] : settingsOf(defaults.value, 'defaults')
  const all = lengthOf(shared) * read.length + read.reduce((sum, { settings }) => sum + lengthOf(settings), 0)
  if (all > MOST_TEXT)
    add(
      defaults?.at ?? tree.at,
      `with the defaults, the settings of all images together have ${all} characters, but at most ${MOST_TEXT} are read; write less`,
    )
  const file = all > MOST_TEXT ? { defaults: [], images: read.map(bare) } : { defaults: shared, images: read }
  return { file, faults: faults.toSorted(byPlace) }
}

export function byPlace({ at: one }: FileFault, { at: other }: FileFault): number {
  return one.line - other.line || one.column - other.column
}

function unknownSetting(key: string, hints: boolean): string {
  const refused = isInputName(key) ? REFUSED_SETTINGS[key] : undefined
  if (refused !== undefined) return `${key} ${refused}`
  if (INPUTS.some(({ name }) => name === key)) return `${key} is not an input of a build; leave it out`
  const names = SETTINGS.map(({ name }) => name)
  const meant = hints ? nearest(key, names) : null
  return `${shown(key)} is not a setting${meant === null ? '; docs/reference.md lists the inputs' : `; did you mean "${meant}"?`}`
}

function unknownTop(key: string, hints: boolean): string {
  if (isInputName(key) && REFUSED_SETTINGS[key] === undefined)
    return `${key} must stand below defaults, or below an image`
  const meant = hints ? nearest(key, TOP) : null
  return `${shown(key)} is not a key of the file${meant === null ? ', which has defaults and images' : `; did you mean "${meant}"?`}`
}

/** Nothing more is done with what is too long. */
function bare(image: ImageEntry): ImageEntry {
  return { ...image, settings: [] }
}

function lengthOf(settings: readonly Setting[]): number {
  return settings.reduce((sum, { text }) => sum + text.length, 0)
}

function hasVariable(value: Tree): boolean {
  switch (value.kind) {
    case 'nothing':
      return false
    case 'text':
      return readsEnvironment(value.text)
    case 'list':
      return value.items.some(hasVariable)
    case 'map':
      return value.entries.some(entry => hasVariable(entry.value))
  }
}
