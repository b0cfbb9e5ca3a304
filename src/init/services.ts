import { posix } from 'node:path'
import { binaryPath } from '../declare/binary-place.ts'
import { INPUTS } from '../declare/inputs.ts'
import { parseBinaryPlace } from '../declare/main-spec.ts'
import { DEFAULT_PLATFORM, formatPlatform, parsePlatform } from '../declare/platform.ts'
import { type Draft, type Inputs, inputOf, type Placed } from './draft.ts'
import type { Facts, Note } from './facts.ts'
import { withoutPrograms } from './lost-programs.ts'
import { unsafeReason } from './safe-value.ts'
import { IDENTITY } from './unnamed.ts'

/** A service before its inputs are checked, and what is lost on the way to it. */
export interface Planned {
  readonly name: string
  /** `null` where what says which program it is cannot be written: the rest would build another one under its name. */
  readonly inputs: Inputs | null
  readonly notes: readonly Note[]
}

/** Names the images and writes down their inputs. Sources of `files` start at the working directory then. */
export function plannedServices(
  drafts: readonly Draft[],
  platforms: readonly string[],
  facts: Facts,
): readonly Planned[] {
  const names = new Set<string>()
  return drafts.map((draft): Planned => {
    const planned = plannedService(draft, wantedPlatforms(draft, platforms), facts)
    const module = posix.basename(draft.programs[0].program.module)
    const candidates = [
      planned.name,
      ...plainNames(`${module}-${planned.name}`),
      ...numbered(planned.name, drafts.length),
    ]
    const name = candidates.find(one => !names.has(one)) ?? planned.name
    names.add(name)
    return { ...planned, name }
  })
}

/** What a registry takes for a part of an image's name. A directory can have any name, and this one becomes part of the workflow. */
const PLAIN_NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/

/** A key of bantam.yaml has at most 64 characters, and a number may be added to a name. */
const LONGEST_NAME = 60

function plainNames(name: string): readonly string[] {
  const small = name.toLowerCase()
  return small.length <= LONGEST_NAME && PLAIN_NAME.test(small) ? [small] : []
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}-${at + 2}`)
}

function plannedService(draft: Draft, wanted: Wanted, facts: Facts): Planned {
  const [first] = draft.programs
  const isOfWorkspace = facts.workspace.includes(first.program.module)
  const directory = isOfWorkspace ? '' : first.program.module
  const isReached = ({ program }: Placed) => isTogether(program.module, first.program.module, facts)
  const reached = draft.programs.filter(isReached)
  const lost = draft.programs.filter(placed => !isReached(placed))
  const { settings } = draft
  const kept = withoutPrograms(draft.inputs, lost, draft.from)
  const inputs: Inputs = {
    ...mainOf(reached, directory, facts),
    ...(directory === '' ? {} : { 'working-directory': directory }),
    ...(wanted.platforms === DEFAULT ? {} : { platforms: wanted.platforms }),
    ...inputOf('ldflags', [...settings.ldflags.values()]),
    ...inputOf('build-tags', settings.tags),
    ...inputOf('build-flags', settings.flags),
    ...inputOf('build-env', settings.env),
    ...(settings.cgo ? { cgo: 'static' } : {}),
    ...kept.inputs,
    ...inputOf('files', filesFrom(draft.inputs.files, directory)),
  }
  const notes = [
    ...draft.notes,
    ...wanted.notes,
    ...lost.map(({ program }) => ({
      where: draft.from,
      what: `./${program.directory}`,
      why: 'it is in another module than the first program; add a go.work, or an image for it',
    })),
    ...kept.notes,
  ]
  return { name: nameOf(first), ...safe(inputs, draft.from, notes) }
}

const DEFAULT = formatPlatform(DEFAULT_PLATFORM)

/** Names that say nothing of a service. */
const VAGUE = ['main', 'cmd', 'server', 'service', 'app', 'src', '.', '']

function nameOf({ program, place }: Placed): string {
  const placed = place === null ? program.name : posix.basename(place)
  const name = VAGUE.includes(program.name) ? placed : program.name
  return plainNames(name)[0] ?? 'service'
}

interface Wanted {
  /** As `platforms` takes them. */
  readonly platforms: string
  readonly notes: readonly Note[]
}

/** The image's own platforms, else those that scripts and workflows name, else those that its program is compiled for. */
function wantedPlatforms({ platforms, compiledFor, from }: Draft, others: readonly string[]): Wanted {
  const isOwn = platforms.length > 0
  const written = [platforms, others, compiledFor].find(list => list.length > 0) ?? []
  const parsed = [...new Set(written)].map(text => ({
    text,
    platform: parsePlatform(text),
  }))
  const found = parsed.flatMap(({ platform }) => (platform.ok ? [formatPlatform(platform.value)] : []))
  const notes = parsed.flatMap(({ text, platform }): readonly Note[] =>
    platform.ok ? [] : [{ where: isOwn ? from : 'platforms', what: text, why: `it ${platform.problem}` }],
  )
  return { platforms: [...new Set(found)].join(',') || DEFAULT, notes }
}

/** Whether Go builds programs of two modules from one directory. */
function isTogether(one: string, other: string, { workspace }: Facts): boolean {
  return one === other || (workspace.includes(one) && workspace.includes(other))
}

/** Without `main`, Bantam takes the program of the working directory, or else the only one of the module. */
function mainOf(programs: readonly Placed[], directory: string, facts: Facts): Inputs {
  const [first, ...others] = programs
  if (first === undefined) return {}
  const together = facts.programs.filter(({ module }) => isTogether(module, first.program.module, facts))
  const isAlone = together.length === 1
  const isFound = others.length === 0 && (first.program.directory === directory || isAlone)
  const written = programs.map(placed => mainLine(placed, directory))
  return isFound && written.every(line => !line.includes('=')) ? {} : { main: written.join('\n') }
}

function mainLine({ program, place }: Placed, directory: string): string {
  const relative = posix.relative(directory, program.directory)
  const path = relative === '' ? '.' : `./${relative}`
  const parsed = place === null || unsafeReason('main', place) !== null ? null : parseBinaryPlace(place)
  // What cannot be a place here was one of Docker's, such as a directory below /tmp.
  if (parsed?.ok !== true) return path
  const { name, directory: around } = parsed.value
  if (around !== undefined) return `${path}=${binaryPath(parsed.value)}`
  return name === program.name ? path : `${path}=${name}`
}

function filesFrom(files: string | undefined, directory: string): readonly string[] {
  return (files?.split('\n') ?? []).map(line => {
    const [source = '', ...rest] = line.split(':')
    return [posix.relative(directory, source) || '.', ...rest].join(':')
  })
}

/** More lines of one input were not written by a person. */
const MOST_LINES = 100

/** Leaves out every line that cannot stand in a workflow as it is. */
function safe(inputs: Inputs, where: string, notes: readonly Note[]): Pick<Planned, 'inputs' | 'notes'> {
  const unsafe: Note[] = []
  let isKnown = true
  const kept = INPUTS.flatMap(({ name, kind }) => {
    const value = inputs[name]
    if (value === undefined) return []
    // Of one value a line alone would be another value.
    const written = kind === 'text' || kind === 'choice' ? [value] : value.split('\n')
    if (written.length > MOST_LINES)
      unsafe.push({
        where,
        what: name,
        why: `only the first ${MOST_LINES} of its lines are carried over`,
      })
    const good = written.slice(0, MOST_LINES).filter(line => {
      const why = unsafeReason(name, line)
      if (why !== null) unsafe.push({ where, what: `${name} ${line}`, why })
      if (why !== null && IDENTITY.includes(name)) isKnown = false
      return why === null
    })
    return good.length === 0 ? [] : [[name, good.join('\n')]]
  })
  return { inputs: isKnown ? (Object.fromEntries(kept) as Inputs) : null, notes: [...notes, ...unsafe] }
}
