import { VERSION } from '../version.ts'
import type { WrittenService } from './draft.ts'
import type { Note } from './facts.ts'
import { inputLines, scalar } from './input-lines.ts'
import { noteLines } from './note-lines.ts'

/** Where the workflow goes, in the checkout. */
export const WORKFLOW_PATH = '.github/workflows/bantam.yml'

export interface WorkflowPlan {
  /** The only image; `null`: the images are those of bantam.yaml. */
  readonly service: WrittenService | null
  readonly branches: readonly string[]
  /** Patterns of tags that are published; none: only branches are. */
  readonly tags: readonly string[]
  readonly notes: readonly Note[]
}

/** The workflow, as README.md shows one. Of several images bantam.yaml says the rest, so that one step builds all. */
export function workflowText({ service, branches, tags, notes }: WorkflowPlan): string {
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
    `      - uses: OWNER/bantam@v${VERSION} # where Bantam's repository lives`,
    ...(service === null ? [] : withLines(service)),
    '',
  ].join('\n')
}

const INDENT = ' '.repeat(10)

function withLines({ inputs, image, budget }: WrittenService): readonly string[] {
  return [
    '        with:',
    ...inputLines(inputs, INDENT),
    ...(image === null ? [] : [`${INDENT}image: ${imageText(image)}`]),
    ...inputLines({ budget: budget.join('\n') }, INDENT),
  ]
}

/** The only expression in the file that GitHub evaluates. */
const REPOSITORY = '${{ github.repository }}'

function imageText(image: string): string {
  const parts = image.split(REPOSITORY)
  if (parts.every(part => /^[a-z0-9._/:-]*$/.test(part))) return image
  throw new Error(`this is no name of an image: ${image}`)
}
