import { INPUTS } from '../declare/inputs.ts'
import { printable, shorten } from '../report/printable.ts'
import { VERSION } from '../version.ts'
import type { Service } from './draft.ts'
import type { Note } from './facts.ts'
import { yamlText } from './yaml-text.ts'

/** Where the workflow goes, in the checkout. */
export const WORKFLOW_PATH = '.github/workflows/bantam.yml'

export interface WorkflowPlan {
  readonly services: readonly (Service & { readonly image: string; readonly budget: readonly string[] })[]
  readonly branches: readonly string[]
  /** Patterns of tags that are published; none: only branches are. */
  readonly tags: readonly string[]
  readonly notes: readonly Note[]
}

/** More would hide the workflow. */
const MOST_NOTES = 50

/** Longer lines of a comment are shortened in their middle. */
const LONGEST_NOTE = 300

/** A build that fails may quote what the compiler says. */
const LONGEST_REASON = 1000

/** The workflow, as README.md shows one. Several images are several steps, so that Go's caches serve all. */
export function workflowText({ services, branches, tags, notes }: WorkflowPlan): string {
  const isAlone = services.length === 1
  return [
    `# Written by bantam init ${VERSION}. It is yours to change; the inputs are in docs/reference.md of Bantam.`,
    ...noteLines(notes),
    'name: image',
    'on:',
    '  push:',
    `    branches: [${branches.map(scalar).join(', ')}]`,
    ...(tags.length === 0 ? [] : [`    tags: [${tags.map(scalar).join(', ')}]`]),
    '  pull_request:',
    '',
    'permissions:',
    '  contents: read',
    '  packages: write # publishes to ghcr.io',
    '  pull-requests: write # writes the comment',
    '',
    'jobs:',
    '  image:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v7',
    ...services.flatMap((service, at) => step(service, isAlone, at)),
    '',
  ].join('\n')
}

function noteLines(notes: readonly Note[]): readonly string[] {
  if (notes.length === 0) return []
  const more = notes.length - MOST_NOTES
  return [
    '#',
    '# Not carried over:',
    ...notes.slice(0, MOST_NOTES).map(note => `# - ${noteText(note)}`),
    ...(more > 0 ? [`# - and ${more} more, which bantam init prints`] : []),
  ]
}

/** A note on one line, with nothing in it that could end it. */
export function noteText({ where, what, why }: Note): string {
  const place = where === '' ? '' : `${shorten(printable(where), 120)}: `
  return `${place}${shorten(printable(what).trim(), LONGEST_NOTE)}: ${shorten(printable(why), LONGEST_REASON)}`
}

type Planned = WorkflowPlan['services'][number]

function step({ name, inputs, image, budget }: Planned, isAlone: boolean, at: number): readonly string[] {
  const uses = `uses: OWNER/bantam@v${VERSION} # where Bantam's repository lives`
  const values = INPUTS.flatMap(input => {
    const value = inputs[input.name]
    return value === undefined ? [] : inputLines(input.name, value.split('\n'))
  })
  return [
    ...(isAlone ? [`      - ${uses}`] : [`      - name: ${scalar(name)}`]),
    // One image that fails hides no other's result.
    ...(at === 0 ? [] : ['        if: ${{ !cancelled() }}']),
    ...(isAlone ? [] : [`        ${uses}`]),
    '        with:',
    ...values,
    `          image: ${imageText(image)}`,
    ...inputLines('budget', budget),
  ]
}

function inputLines(name: string, lines: readonly string[]): readonly string[] {
  const [only, ...others] = lines
  if (only !== undefined && others.length === 0) return [`          ${name}: ${scalar(only)}`]
  return [`          ${name}: |`, ...lines.map(line => `            ${guarded(line)}`)]
}

function scalar(text: string): string {
  return yamlText(guarded(text))
}

/** With that of `if`, the only expression in the file that GitHub evaluates. */
const REPOSITORY = '${{ github.repository }}'

function imageText(image: string): string {
  const parts = image.split(REPOSITORY)
  if (parts.every(part => /^[a-z0-9._/:-]*$/.test(part))) return image
  throw new Error(`this is no name of an image: ${image}`)
}

/**
 * What comes from the checkout was looked at where it was read. A reader that forgets that ends here, and not in the
 * workflow of somebody who trusts the file.
 */
function guarded(text: string): string {
  if (!/\$\{\{|[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return text
  throw new Error(`this would not be plain text in a workflow: ${JSON.stringify(text)}`)
}
