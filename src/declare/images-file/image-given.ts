import path from 'node:path'
import type { Given } from '../given.ts'
import { type InputName, isInputName, rowOf } from '../inputs.ts'
import { type Problem, wrongInput } from '../problem.ts'
import type { ImageEntry, ImagesFile, Setting } from './images-file.ts'
import { displacedBy, OWN_SETTINGS } from './settings.ts'

/** What is asked of one image of the file. */
export interface ImageGiven {
  readonly entry: ImageEntry
  readonly given: Given
  /** The settings of the file that count for this image. */
  readonly fromFile: ReadonlyMap<InputName, Setting>
}

type Values = Readonly<Partial<Record<InputName, string>>>

/**
 * Joins what the run was given with the file: the step or the command line comes first, then the image, then the defaults.
 *
 * @param directory absolute; that of the file, where the working directories of the images start
 */
export function imageGiven(
  given: Given,
  { defaults }: ImagesFile,
  entry: ImageEntry,
  { directory, cwd }: { readonly directory: string; readonly cwd: string },
): ImageGiven {
  const values = new Map<InputName, string>(entriesOf(given.values))
  const fromFile = new Map<InputName, Setting>()
  for (const layer of [defaults, entry.settings]) {
    for (const name of layer.flatMap(({ name, text }) => displacedBy(name, text))) {
      values.delete(name)
      fromFile.delete(name)
    }
    for (const setting of layer) {
      values.set(setting.name, setting.text)
      fromFile.set(setting.name, setting)
    }
  }
  for (const [name, text] of askedOf(given)) {
    for (const displaced of displacedBy(name, text)) if (fromFile.delete(displaced)) values.delete(displaced)
    values.set(name, text)
    fromFile.delete(name)
  }
  const own = fromFile.get('working-directory')?.text ?? '.'
  values.set('working-directory', path.relative(cwd, path.resolve(directory, own)) || '.')
  const ofCheckout = new Set(fromFile.keys())
  return { entry, given: { ...given, values: Object.fromEntries(values), ofCheckout }, fromFile }
}

/** What the step or the command line gives, without `working-directory`: that is where the file is looked for. */
function askedOf({ surface, values }: Pick<Given, 'surface' | 'values'>): readonly [InputName, string][] {
  // The runner passes the default of every input that a step leaves out.
  return entriesOf(values).filter(
    ([name, text]) => name !== 'working-directory' && !(surface === 'action' && text === rowOf(name).default),
  )
}

/** Refuses what several images cannot share. */
export function sharedByImages(given: Given, file: string): readonly Problem[] {
  return askedOf(given)
    .filter(([name]) => OWN_SETTINGS.includes(name))
    .map(([name]) =>
      wrongInput(
        name,
        `is given for several images, which each need their own; write it in ${file}, or choose one image by its name`,
      ),
    )
}

/**
 * In a job, a budget of the step is the workflow's, and what decides how it is applied must not come from the checkout:
 * a pull request could weaken the gate by a file that the workflow does not even know.
 */
export function gateOfStep(given: Given, { fromFile }: Pick<ImageGiven, 'fromFile'>): readonly Problem[] {
  const isOfStep = given.surface === 'action' && given.values.budget !== undefined
  return isOfStep
    ? (['on-over-budget', 'baseline'] as const)
        .filter(name => fromFile.has(name))
        .map(name => wrongInput(name, 'is set here and the budget in the step; write both in one place'))
    : []
}

function entriesOf(values: Values): [InputName, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    isInputName(name) && value !== undefined ? [[name, value] as [InputName, string]] : [],
  )
}
