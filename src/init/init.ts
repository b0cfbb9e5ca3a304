import { unique } from '../declare/list.ts'
import { parseRepository } from '../declare/reference.ts'
import { type BuildScript, readBuildScript } from './build-script.ts'
import { checkedInputs } from './checked-inputs.ts'
import type { WrittenService } from './draft.ts'
import { draftsOf, MOST_SERVICES } from './drafts.ts'
import { platformsIn, readWorkflow } from './existing-workflow.ts'
import type { Facts, Note } from './facts.ts'
import { fitForFile } from './fit-for-file.ts'
import { readGoreleaser } from './goreleaser.ts'
import { readKo } from './ko.ts'
import { plannedServices } from './services.ts'
import { soundFacts } from './sound-facts.ts'
import { kindOf } from './source-kind.ts'
import { unnamed } from './unnamed.ts'

/** What the files will have that are written, except for budgets. */
export interface InitPlan {
  /** Empty where the checkout has no program. */
  readonly services: readonly Omit<WrittenService, 'budget'>[]
  readonly branches: readonly string[]
  readonly tags: readonly string[]
  readonly notes: readonly Note[]
}

/** The image of a repository at ghcr.io, which needs no login but the workflow's own. */
const USUAL_IMAGE = 'ghcr.io/${{ github.repository }}'

/** Plans the workflow of a checkout from what its files say, and with several services bantam.yaml. */
export function planInit(found: Facts): InitPlan {
  const { facts, notes: unsound } = soundFacts(found)
  const of = (kind: ReturnType<typeof kindOf>) => facts.sources.filter(({ path }) => kindOf(path) === kind)
  const scripts = of('script').map(readBuildScript)
  const goreleaser = of('goreleaser').map(source => readGoreleaser(source, facts))
  const ko = of('ko').map(source => readKo(source, facts))
  const { drafts, notes } = draftsOf({ dockerfiles: of('dockerfile'), ko, goreleaser, scripts }, facts)
  const existing = of('workflow').flatMap(source => readWorkflow(source) ?? [])
  const platforms = [
    ...existing.flatMap(workflow => workflow.platforms),
    ...scripts.flatMap(platformsOf),
    ...of('script').flatMap(({ text }) => platformsIn(text)),
  ]
  const planned = plannedServices(drafts.slice(0, MOST_SERVICES), platforms, facts)
  const checked = planned.map(({ name, inputs: asked, notes: lost }) => {
    if (asked === null) return { name, inputs: null, notes: [...lost, unnamed(name)] }
    const { inputs, notes: refused } = checkedInputs(asked, name)
    return { name, inputs, notes: [...lost, ...refused, ...(inputs === null ? [unnamed(name)] : [])] }
  })
  const possible = checked.flatMap(({ name, inputs }) => (inputs === null ? [] : [{ name, inputs }]))
  const isFile = possible.length > 1
  const fitted = possible.map(service => ({
    name: service.name,
    ...(isFile ? fitForFile(service) : { inputs: service.inputs, notes: [] }),
  }))
  const services = fitted.flatMap(({ name, inputs }) => (inputs === null ? [] : [{ name, inputs }]))
  const { usual, elsewhere } = imagesOf([...existing, ...goreleaser].flatMap(({ images }) => images))
  const isAlone = services.length === 1
  const repository = isAlone ? null : imageOfRepository(facts)
  const branches = unique(existing.flatMap(workflow => workflow.branches))
  return {
    services: services.map(({ name, inputs }) => ({
      name,
      inputs,
      image: isAlone ? usual : repository === null ? null : `${repository}/${name}`,
    })),
    branches: branches.length > 0 ? branches : [facts.branch],
    tags: unique(existing.flatMap(workflow => workflow.tags)),
    notes: uniqueNotes([
      ...unsound,
      ...facts.notes,
      ...notes,
      ...drafts.slice(MOST_SERVICES).map(({ from, programs: [{ program }] }) => ({
        where: from,
        what: `./${program.directory}`,
        why: `the first ${MOST_SERVICES} images are written; add it to them`,
      })),
      ...checked.flatMap(service => service.notes),
      ...fitted.flatMap(service => service.notes),
      ...(services.length > 1 && repository === null ? [UNPUBLISHED] : []),
      ...existing.flatMap(workflow => workflow.notes),
      ...elsewhere,
      ...[...goreleaser, ...ko].filter(({ isReadable }) => !isReadable).map(unreadable),
      ...goreleaser.filter(({ isReadable, drafts: own }) => isReadable && own.length === 0).map(unbuildable),
    ]),
  }
}

/** No expression of GitHub fills the file in, so the name must stand there. */
function imageOfRepository({ repository }: Facts): string | null {
  const image = `ghcr.io/${repository?.toLowerCase() ?? ''}`
  return repository !== null && parseRepository(image).ok ? image : null
}

const UNPUBLISHED: Note = {
  where: '',
  what: 'publishing',
  why: 'git has no remote origin at github.com, so the images have no names to be published under; write image for each',
}

/** Makefiles keep the list in a variable, such as `PLATFORMS ?= linux/amd64,linux/arm64`. */
function platformsOf({ definitions }: BuildScript): readonly string[] {
  return [...definitions]
    .filter(([name]) => /platforms?$/i.test(name))
    .flatMap(([, value]) => value.replace(/["']/g, '').split(/[\s,]+/))
    .filter(word => /^linux\/[a-z0-9/]+$/.test(word))
}

function imagesOf(published: readonly string[]): {
  readonly usual: string
  readonly elsewhere: readonly Note[]
} {
  const names = unique(published).filter(name => !/[{}$]/.test(name) && parseRepository(name).ok)
  const own = names.find(name => /^ghcr\.io\/[a-z0-9._-]+\/[a-z0-9._/-]+$/.test(name))
  const why = 'it needs a login; add it to image, and log in with docker/login-action in a step before'
  const others = names.filter(name => !name.startsWith('ghcr.io/'))
  return {
    usual: own ?? USUAL_IMAGE,
    elsewhere: others.map(name => ({ where: 'publishing', what: name, why })),
  }
}

/** What such a file describes may be missing from the workflow, so the user should look at it. */
function unreadable({ path: where }: { readonly path: string }): Note {
  return { where, what: 'this file', why: 'it is empty, or it is not YAML' }
}

function unbuildable({ path: where }: { readonly path: string }): Note {
  return { where, what: 'its builds', why: 'none of them is a main package here for Linux' }
}

function uniqueNotes(notes: readonly Note[]): readonly Note[] {
  return [...new Map(notes.map(note => [JSON.stringify(note), note])).values()]
}
