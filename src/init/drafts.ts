import { posix } from 'node:path'
import { type BuildScript, linkerTexts } from './build-script.ts'
import { buildSettings } from './build-settings.ts'
import { dockerImage } from './docker-image.ts'
import { type BuildSettings, type Draft, NO_SETTINGS } from './draft.ts'
import type { Facts, Note, SourceText } from './facts.ts'
import type { Goreleaser } from './goreleaser.ts'
import type { Ko } from './ko.ts'
import { isHelping, moduleOf, programAt, servicesOf } from './program-at.ts'
import type { Definitions } from './template-of.ts'

/** More images of one job would take longer than a job may; further ones are only named. */
export const MOST_SERVICES = 30

/** The files that describe an image, by what they are. */
export interface Sources {
  readonly dockerfiles: readonly SourceText[]
  readonly ko: readonly Ko[]
  readonly goreleaser: readonly Goreleaser[]
  readonly scripts: readonly BuildScript[]
}

export interface Drafts {
  readonly drafts: readonly Draft[]
  readonly notes: readonly Note[]
}

/** The images of a checkout: those of its Dockerfiles, else of ko, else of goreleaser, else one for each main package. */
export function draftsOf(sources: Sources, facts: Facts): Drafts {
  const { scripts } = sources
  const definitions = definitionsOf(scripts)
  const { drafts: docker, notes } = dockerDrafts(sources, facts, definitions)
  const ko = sources.ko.flatMap(source => source.drafts)
  const goreleaser = sources.goreleaser.flatMap(source => source.drafts)
  const bare = servicesOf(facts).map((program): Draft => ({
    from: '',
    programs: [{ program, place: null }],
    settings: NO_SETTINGS,
    inputs: {},
    platforms: [],
    compiledFor: [],
    notes: [],
  }))
  const chosen = [docker, ko, withoutRepeats(goreleaser), bare].find(drafts => drafts.length > 0) ?? []
  const others = [...ko, ...goreleaser]
  const drafts = chosen.map((draft, at) =>
    at < MOST_SERVICES ? completed(draft, others, scripts, facts, definitions) : draft,
  )
  return { drafts, notes: [...notes, ...leftOut(drafts, facts)] }
}

/** The first that sets a variable counts. */
function definitionsOf(scripts: readonly BuildScript[]): Definitions {
  return new Map(scripts.toReversed().flatMap(({ definitions }) => [...definitions]))
}

function dockerDrafts({ dockerfiles }: Sources, facts: Facts, definitions: Definitions): Drafts {
  const drafts: Draft[] = []
  const notes: Note[] = []
  const named = dockerfiles.filter(({ path }) => !isHelping(path))
  for (const source of named.length > 0 ? named : dockerfiles) {
    const draft = dockerImage(source, facts, definitions)
    const before = draft === null ? undefined : drafts.find(other => keyOf(other) === keyOf(draft))
    if (draft === null)
      notes.push({
        where: source.path,
        what: 'its image',
        why: 'it copies no program that is known to be a main package here',
      })
    else if (before === undefined) drafts.push(draft)
    else
      notes.push({
        where: source.path,
        what: 'its image',
        why: `${before.from} makes one of the same program, and that one is carried over`,
      })
  }
  return { drafts, notes }
}

function keyOf({ programs }: Draft): string {
  return programs
    .map(({ program }) => program.directory)
    .toSorted()
    .join('\n')
}

/** goreleaser has a build for each flavor of a program. */
function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  return [...new Map(drafts.toReversed().map(draft => [keyOf(draft), draft])).values()].reverse()
}

/** Adds from other files what the one that describes the image does not say. */
function completed(
  draft: Draft,
  others: readonly Draft[],
  scripts: readonly BuildScript[],
  facts: Facts,
  definitions: Definitions,
): Draft {
  const [first] = draft.programs
  const same = others.filter(
    other => other !== draft && other.programs.some(({ program }) => program === first.program),
  )
  const near = scripts.filter(({ path }) =>
    ['.', first.program.module || '.', 'scripts', 'hack'].includes(posix.dirname(path)),
  )
  const fromScripts = near.map(script => settingsOfScript(script, draft, facts, definitions))
  const candidates = [...same, ...fromScripts]
  const flagged = candidates.find(({ settings }) => settings.ldflags.size > 0)
  const tagged = candidates.find(({ settings }) => settings.tags.length > 0)
  const own = draft.settings
  const platformed = [draft, ...same].find(({ platforms }) => platforms.length > 0)
  const compiled = [draft, ...same].find(one => one.compiledFor.length > 0)
  return {
    ...draft,
    settings: {
      ...own,
      ldflags: own.ldflags.size > 0 ? own.ldflags : (flagged?.settings.ldflags ?? new Map()),
      tags: own.tags.length > 0 ? own.tags : (tagged?.settings.tags ?? []),
    },
    platforms: platformed?.platforms ?? [],
    compiledFor: compiled?.compiledFor ?? [],
    notes: [...draft.notes, ...(own.ldflags.size > 0 ? [] : (flagged?.notes ?? []))],
  }
}

function settingsOfScript(
  script: BuildScript,
  { programs }: Draft,
  facts: Facts,
  definitions: Definitions,
): { readonly settings: BuildSettings; readonly notes: readonly Note[] } {
  const [{ program }] = programs
  const module = moduleOf(facts, program)
  const at = posix.dirname(script.path)
  const own = script.builds.filter(({ directory, packages }) =>
    packages.some(name => {
      const place = posix.join(at === 'scripts' || at === 'hack' ? '.' : at, directory, name)
      return programAt(facts, place) === program
    }),
  )
  const builds = own.length > 0 ? own : script.builds
  const meaning = { definitions: new Map([...definitions, ...script.definitions]), module }
  const found = buildSettings(builds, meaning, script.path)
  if (found.settings.ldflags.size > 0) return found
  return buildSettings([{ ldflags: linkerTexts(script), tags: [], flags: [], env: {} }], meaning, script.path)
}

function leftOut(drafts: readonly Draft[], { programs }: Facts): readonly Note[] {
  const used = drafts.flatMap(draft => draft.programs.map(({ program }) => program))
  const missing = programs.filter(program => !used.includes(program))
  return missing.map(({ directory }) => ({
    where: directory === '' ? '.' : `./${directory}`,
    what: 'a main package',
    why: isHelping(directory)
      ? 'its directory is not one for services; add an image for it if it is a service'
      : 'no file of the project makes an image of it; if it needs one, add an image, or a line to main',
  }))
}
