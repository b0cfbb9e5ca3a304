import { stat } from 'node:fs/promises'
import path from 'node:path'
import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'
import { findCheckout } from '../host/find-checkout.ts'
import type { Host } from '../host/host.ts'
import { realPlace } from '../host/workspace.ts'
import type { Facts, Note } from '../init/facts.ts'
import { planInit } from '../init/init.ts'
import { noteText } from '../init/note-lines.ts'
import { type WrittenFile, writtenFiles } from '../init/written-files.ts'
import type { BuildSurface } from './build.ts'
import { GROWTH, measure } from './steps/init/measure.ts'
import { readFacts } from './steps/init/read-facts.ts'

export interface InitSpec {
  /** The directory of the project; `null`: the current one. */
  readonly directory: string | null
  /** Whether each image is built once, for its budget. */
  readonly build: boolean
}

export interface Initiated {
  /** The real path of the top of the checkout, where the files belong. */
  readonly top: string
  /** Not written yet. */
  readonly files: readonly WrittenFile[]
  /** The names of the images. */
  readonly services: readonly string[]
  readonly notes: readonly Note[]
  /** Images that could not be built, each with the reason. */
  readonly unbuilt: readonly Note[]
}

/**
 * Makes a workflow from what a project's files say, for several services with bantam.yaml, and with budgets from one build
 * of each image. It writes nothing into the checkout.
 *
 * @throws Failure `bad-input` where there is no such directory, or no main package in it
 */
export async function init(
  host: Host,
  { directory, build }: InitSpec,
  surface: BuildSurface,
): Promise<Initiated> {
  const start = await realDirectory(path.resolve(host.cwd, directory ?? '.'))
  const top = findCheckout(host, start) ?? start
  const facts = await readFacts(host, top, start)
  const plan = planInit(facts)
  if (plan.services.length === 0)
    throw facts.programs.length === 0 ? nothingToBuild(start, facts) : nothingToWrite(start, plan.notes)
  const unbuilt: Note[] = []
  const services = []
  for (const service of plan.services) {
    if (build) host.log.info(plan.services.length === 1 ? '' : `\n${service.name}`)
    const measured = build ? await measure(host, top, service, surface) : { budget: [GROWTH] }
    if ('why' in measured) unbuilt.push({ where: service.name, what: 'a budget in bytes', why: measured.why })
    services.push({ ...service, budget: 'why' in measured ? [GROWTH] : measured.budget })
  }
  return {
    top,
    files: writtenFiles({ ...plan, services, notes: [...plan.notes, ...unbuilt] }),
    services: services.map(({ name }) => name),
    notes: plan.notes,
    unbuilt,
  }
}

async function realDirectory(directory: string): Promise<string> {
  const status = await stat(directory).catch(() => null)
  if (status?.isDirectory() === true) return realPlace(directory)
  throw new Failure(
    'bad-input',
    {
      what: clause`${directory} ${status === null ? 'is not there' : 'is no directory'}`,
      fix: clause`write bantam init DIRECTORY, where DIRECTORY is that of a Go project`,
    },
    { fields: { directory } },
  )
}

function nothingToWrite(directory: string, notes: readonly Note[]): Failure {
  const [first] = notes
  return new Failure(
    'bad-input',
    {
      what: clause`no program in ${directory} can be named in a workflow`,
      ...(first === undefined ? {} : { why: clause`${noteText(first)}` }),
      fix: clause`write the workflow yourself, as the documentation of Bantam shows one`,
    },
    { fields: { directory } },
  )
}

function nothingToBuild(directory: string, { modules, paths }: Facts): Failure {
  const hasGo = modules.length > 0 || [...paths].some(file => file.endsWith('.go'))
  const why = !hasGo
    ? clause`it has no go.mod and no Go files`
    : modules.length === 0
      ? clause`it has Go files and no go.mod that names a module`
      : clause`it has Go packages and no package main, and only a package main becomes a program`
  return new Failure(
    'bad-input',
    {
      what: clause`there is nothing to build in ${directory}`,
      why,
      fix: clause`run bantam init in the directory of a Go service`,
    },
    { fields: { directory } },
  )
}
