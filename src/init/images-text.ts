import { OWN_SETTINGS } from '../declare/images-file/settings.ts'
import { INPUTS, type InputName } from '../declare/inputs.ts'
import { VERSION } from '../version.ts'
import type { Inputs, WrittenService } from './draft.ts'
import type { Note } from './facts.ts'
import { inputLines, scalar } from './input-lines.ts'
import { noteLines } from './note-lines.ts'

/** Where the images are described, in the checkout. */
export const IMAGES_PATH = 'bantam.yaml'

export interface ImagesPlan {
  readonly services: readonly WrittenService[]
  readonly notes: readonly Note[]
}

const SCHEMA = `https://raw.githubusercontent.com/OWNER/bantam/v${VERSION}/schema/bantam.schema.json`

/** bantam.yaml: what all services share once, below defaults, and the rest by their names. */
export function imagesText({ services, notes }: ImagesPlan): string {
  const shared = sharedInputs(services)
  const defaults = inputLines(shared, '  ')
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# Written by bantam init ${VERSION}. It is yours to change; the settings are the inputs in docs/reference.md of Bantam.`,
    ...noteLines(notes),
    ...(defaults.length === 0 ? [] : ['defaults:', ...defaults]),
    'images:',
    ...services.flatMap(service => imageLines(service, shared)),
    '',
  ].join('\n')
}

const INDENT = ' '.repeat(4)

/** One image of the file, without the settings that it shares. */
export function imageLines(service: WrittenService, shared: Inputs = {}): readonly string[] {
  const { name, image } = service
  const own = Object.entries(inputsOf(service)).filter(([input]) => !Object.hasOwn(shared, input))
  return [
    `  ${scalar(name)}:`,
    ...inputLines(
      { ...Object.fromEntries(own), ...(image === null ? {} : { image: plainImage(image) }) },
      INDENT,
    ),
    ...(image === null ? [`${INDENT}# image: ghcr.io/OWNER/REPOSITORY/${name}`] : []),
  ]
}

/** What stays with its image, although another has the same today. */
const OWN: readonly InputName[] = ['working-directory', ...OWN_SETTINGS]

function sharedInputs(services: readonly WrittenService[]): Inputs {
  const [first, ...others] = services
  if (first === undefined || others.length === 0) return {}
  const isShared = (name: InputName) => others.every(other => inputsOf(other)[name] === inputsOf(first)[name])
  const apart: readonly InputName[] = [
    ...OWN,
    // A measured limit is of one image. One of growth alone is a rule for all.
    ...(services.some(({ budget }) => budget.length > 1) ? (['budget'] as const) : []),
    // Their paths start in the working directory, so the same words mean other files.
    ...(isShared('working-directory') ? [] : (['files'] as const)),
  ]
  const names = INPUTS.map(({ name }) => name).filter(name => !apart.includes(name) && isShared(name))
  const given = inputsOf(first)
  return Object.fromEntries(names.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])))
}

function inputsOf({ inputs, budget }: WrittenService): Inputs {
  return { ...inputs, budget: budget.join('\n') }
}

function plainImage(image: string): string {
  if (/^[a-z0-9._/:-]+$/.test(image)) return image
  throw new Error(`this is no name of an image: ${image}`)
}
