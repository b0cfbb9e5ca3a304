import { posix } from 'node:path'
import { type Dockerfile, parseDockerfile } from './dockerfile.ts'
import { type StageBuild, stageBuilds } from './docker-builds.ts'
import { dockerConfig } from './docker-config.ts'
import { copiedFiles, type Copied, type Origin } from './docker-files.ts'
import { capabilitiesOf } from './docker-capabilities.ts'
import { healthcheckOf } from './docker-healthcheck.ts'
import { stageNamed, type StageView, viewStage } from './docker-stage.ts'
import { startInputs, startOf } from './docker-start.ts'
import { type BuildSettings, type Draft, inputOf, type Placed } from './draft.ts'
import type { Facts, Note, SourceText } from './facts.ts'
import { buildSettings } from './build-settings.ts'
import { moduleOf } from './program-at.ts'
import type { Definitions } from './template-of.ts'

/**
 * The image that a Dockerfile describes; `null` where none of its programs is a main package of the checkout.
 *
 * @param definitions what Makefiles and scripts set: a Dockerfile's ARG is often one of these
 */
export function dockerImage(source: SourceText, facts: Facts, definitions: Definitions): Draft | null {
  const dockerfile = parseDockerfile(source.text)
  const final = finalStage(dockerfile)
  if (final < 0) return null
  const own = posix.dirname(source.path) === '.' ? '' : posix.dirname(source.path)
  const isModule = facts.modules.some(({ directory }) => directory === own)
  const contexts = own === '' ? [''] : isModule ? [own, ''] : ['', own]
  for (const context of contexts) {
    const draft = draftOf(source.path, dockerfile, final, { facts, context, definitions })
    if (draft !== null) return draft
  }
  return null
}

/** The last stage, or before it one from scratch that no other needs: the image that is most like Bantam's. */
function finalStage({ stages }: Dockerfile): number {
  const starts = (at: number) =>
    stages[at]?.instructions.some(({ name }) => name === 'ENTRYPOINT' || name === 'CMD') === true
  const scratch = stages.findLastIndex(({ base }, at) => base === 'scratch' && starts(at))
  return scratch >= 0 ? scratch : stages.length - 1
}

interface About {
  readonly facts: Facts
  readonly context: string
  readonly definitions: Definitions
}

function draftOf(file: string, dockerfile: Dockerfile, final: number, about: About): Draft | null {
  const { facts, context } = about
  const { stages } = dockerfile
  const origins = originsOf(dockerfile, facts, context)
  const origin = origins[final]
  if (origin === undefined) return null
  const { view, builds: own } = origin
  const start = startOf(view, file)
  const originOf = (from: string) => origins[stageNamed(stages, from, stages.length)] ?? null
  const copied = copiedFiles(view.copies, {
    facts,
    file,
    context,
    originOf,
    runs: start.entrypoint[0] ?? null,
  })
  // In an image of one stage Go builds where the program stays, and the source is in the image, too.
  const isBuiltThere = copied.programs.length === 0 && own.length > 0
  const { programs, files, notes } = isBuiltThere ? builtThere(own) : copied
  const started = startInputs(start, unique(programs), view)
  const [first, ...others] = started.programs
  if (first === undefined) return null
  const allRuns = [...new Set(origins.flatMap(one => one.view.runs))]
  const config = dockerConfig(isBuiltThere ? { ...view, runs: [] } : view, allRuns, file)
  const known = { programs: started.programs, builds: origins.flatMap(({ builds }) => builds) }
  const healthcheck = healthcheckOf(view, known, file)
  const capabilities = capabilitiesOf(
    origins.map(one => one.view),
    known,
    file,
  )
  const settings = settingsOf(file, origins, [first, ...others], about)
  return {
    from: file,
    programs: [first, ...others],
    settings: { ...settings.settings, cgo: settings.settings.cgo || usesC(origins, settings.isWritten) },
    inputs: {
      ...config.inputs,
      ...started.inputs,
      ...healthcheck.inputs,
      ...capabilities.inputs,
      ...inputOf(
        'files',
        files.map(({ source, rest }) => `${source}:${rest}`),
      ),
    },
    platforms: [],
    compiledFor: [],
    notes: [
      ...config.notes,
      ...healthcheck.notes,
      ...capabilities.notes,
      ...notes,
      ...start.notes,
      ...settings.notes,
      ...unknownStart(started.unknown, view, file),
      ...otherFlavors(dockerfile, final, file),
    ],
  }
}

/** Each stage is read once, and one that starts from another takes over what was found there. */
function originsOf(dockerfile: Dockerfile, facts: Facts, context: string): readonly Origin[] {
  const origins: Origin[] = []
  const views: StageView[] = []
  for (const at of dockerfile.stages.keys()) {
    const view = viewStage(dockerfile, at, views)
    const before = origins[view.parent]
    const runs = view.runs.slice(before?.view.runs.length ?? 0)
    views.push(view)
    origins.push({ view, builds: [...(before?.builds ?? []), ...stageBuilds(view, facts, context, runs)] })
  }
  return origins
}

function builtThere(builds: readonly StageBuild[]): Copied {
  const programs = builds.flatMap(({ program, output }): readonly Placed[] =>
    program === null ? [] : [{ program, place: `/${posix.basename(output)}` }],
  )
  return { programs, files: [], notes: [] }
}

/** A program may be copied twice; the first place counts. */
function unique(programs: readonly Placed[]): readonly Placed[] {
  return [
    ...new Map(programs.toReversed().map(placed => [placed.program.directory, placed])).values(),
  ].reverse()
}

function settingsOf(
  file: string,
  origins: readonly Origin[],
  programs: Draft['programs'],
  { facts, definitions }: About,
): { readonly settings: BuildSettings; readonly notes: readonly Note[]; readonly isWritten: boolean } {
  const [first] = programs
  const module = moduleOf(facts, first.program)
  // A stage has the builds of the one that it starts from, too.
  const found = [...new Set(origins.flatMap(({ builds }) => builds))]
  const own = found.filter(({ program }) => programs.some(placed => placed.program === program))
  const all = own.length > 0 ? own : found
  const stages = new Set(all.map(({ variables }) => variables))
  const known = new Map([...definitions, ...[...stages].flatMap(variables => [...variables])])
  const read = buildSettings(
    all.map(({ build, variables }) => ({
      ...build,
      env: { CGO_ENABLED: variables.get('CGO_ENABLED') ?? '', ...build.env },
    })),
    { definitions: known, module },
    `${file}${all[0] === undefined ? '' : `:${all[0].line}`}`,
  )
  return { ...read, isWritten: all.length > 0 }
}

/** Where a Makefile builds, the stage's environment says whether C code is linked in. */
function usesC(origins: readonly Origin[], isWritten: boolean): boolean {
  return !isWritten && origins.some(({ view }) => view.variables.get('CGO_ENABLED') === '1')
}

function unknownStart(word: string | null, { settings }: StageView, file: string): readonly Note[] {
  if (word === null) return []
  const line = settings.findLast(({ name }) => name === 'ENTRYPOINT' || name === 'CMD')?.line ?? 1
  const why = 'it is none of the programs that Go builds here; the image starts the first of these'
  return [{ where: `${file}:${line}`, what: `the start of ${word}`, why }]
}

/** Stages that make another image of the same program. */
function otherFlavors({ stages }: Dockerfile, final: number, file: string): readonly Note[] {
  return stages.flatMap(({ name, base, line, instructions }, at) => {
    const starts = instructions.some(one => one.name === 'ENTRYPOINT' || one.name === 'CMD')
    const isUsed = stages.slice(at + 1).some(stage => stage.base === name)
    if (at === final || !starts || isUsed) return []
    const why = 'it is another image of the same program; only the one from scratch is carried over'
    return [{ where: `${file}:${line}`, what: `the stage ${name ?? base}`, why }]
  })
}
