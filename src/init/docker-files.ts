import { posix } from 'node:path'
import { fitsName } from '../declare/glob.ts'
import { unique } from '../declare/list.ts'
import { checkoutPath } from './checkout-path.ts'
import type { Placed } from './draft.ts'
import type { Facts, Note, Program } from './facts.ts'
import { type Copy, contextPath, type StageView } from './docker-stage.ts'
import type { StageBuild } from './docker-builds.ts'

/** What the COPY instructions of the last stage put into the image. */
export interface Copied {
  readonly programs: readonly Placed[]
  /** Lines of `files`; their sources start at the top of the checkout. */
  readonly files: readonly { readonly source: string; readonly rest: string }[]
  readonly notes: readonly Note[]
}

/** What an earlier stage holds. */
export interface Origin {
  readonly view: StageView
  readonly builds: readonly StageBuild[]
}

export interface CopyFacts {
  readonly facts: Facts
  readonly file: string
  /** The directory of the checkout that COPY starts from. */
  readonly context: string
  /** The stage that `--from` names; `null` where it names an image. */
  readonly originOf: (from: string) => Origin | null
  /** The name of the program that the image runs, where it says so. */
  readonly runs: string | null
}

/** With the programs by their names, since there may be many of both. */
interface Known extends CopyFacts {
  readonly named: ReadonlyMap<string, readonly Program[]>
}

/** More patterns of one image were not written by a person, and each is looked for in the whole checkout. */
const MOST_PATTERNS = 20

/** Bantam brings these itself. */
const BROUGHT =
  /^\/(?:etc\/(?:ssl(?:\/|$)|ca-certificates|pki\/|nsswitch\.conf$|passwd$|group$|shadow$)|usr\/(?:share\/(?:zoneinfo|ca-certificates)|local\/go\/lib\/time)|tmp$)/

export function copiedFiles(copies: readonly Copy[], about: CopyFacts): Copied {
  const all = copies.flatMap(copy => copy.sources.map(source => ({ copy, source })))
  const patterns = all.filter(({ source }) => isPattern(source))
  const unsearched = new Set(patterns.slice(MOST_PATTERNS))
  const known = { ...about, named: Map.groupBy(about.facts.programs, ({ name }) => name) }
  const parts = all.map(one =>
    unsearched.has(one)
      ? left(one.copy, one.source, about, 'it is one pattern of very many; write it into files yourself')
      : copiedFile(one.copy, one.source, known),
  )
  return {
    programs: parts.flatMap(({ programs }) => programs),
    files: parts.flatMap(({ files }) => files),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

const NOTHING: Copied = { programs: [], files: [], notes: [] }

function left(copy: Copy, source: string, { file: where }: CopyFacts, why: string): Copied {
  const what = `COPY ${copy.from === null ? '' : `--from=${copy.from} `}${source}`
  return { ...NOTHING, notes: [{ where: `${where}:${copy.line}`, what, why }] }
}

function copiedFile(copy: Copy, source: string, about: Known): Copied {
  const note = (why: string): Copied => left(copy, source, about, why)
  const place = copy.into ? posix.join(copy.destination, posix.basename(source)) : copy.destination
  if (copy.from === null) {
    const program = programNamed(source, place, about)
    const inCheckout = posix.join(about.context, checkoutPath(source))
    if (about.facts.paths.has(inCheckout)) return file(copy, inCheckout, about, place)
    if (program !== null) return { ...NOTHING, programs: [{ program, place }] }
    if (inCheckout === '.')
      return note('it copies the whole checkout; write what the service reads into files')
    if (isPattern(source)) return matched(copy, source, inCheckout, about)
    return note('it is not in the checkout; make it in a step before, and write it into files')
  }
  const origin = about.originOf(copy.from)
  if (origin === null)
    return BROUGHT.test(source)
      ? NOTHING
      : note('it comes from another image; get it in a step before, and write it into files')
  const absolute = posix.resolve(origin.view.directory, source)
  const built = origin.builds.filter(({ output }) => isNamed(output, absolute))
  const found = built.flatMap(({ program, output }) => (program === null ? [] : [{ program, output }]))
  if (found.length > 0)
    return {
      ...NOTHING,
      programs: found.map(({ program, output }) => ({
        program,
        place: copy.into ? posix.join(copy.destination, posix.basename(output)) : copy.destination,
      })),
    }
  const within = contextPath(origin.view, absolute)
  // What a stage without the source and without Go has of that name is something else, such as a directory.
  const mayBuild = within !== null || /golang|\bgo\b/.test(origin.view.base)
  const program = mayBuild ? programNamed(absolute, place, about) : null
  if (program !== null) return { ...NOTHING, programs: [{ program, place }] }
  if (BROUGHT.test(absolute)) return NOTHING
  const inCheckout = within === null ? null : posix.join(about.context, within)
  if (inCheckout !== null && about.facts.paths.has(inCheckout)) return file(copy, inCheckout, about, place)
  if (inCheckout !== null && isPattern(source)) return matched(copy, source, inCheckout, about)
  return note('another stage makes it; make it in a step before, and write it into files')
}

/** Whether a path is the one that COPY names, or one that its pattern matches. */
function isNamed(output: string, written: string): boolean {
  if (!written.includes('*')) return output === written
  const parts = written.split('/')
  const names = output.split('/')
  return parts.length === names.length && parts.every((part, at) => matches(names[at] ?? '', part))
}

/** By parts, so that no pattern takes long. */
function matches(name: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*')
  if (others.length === 0) return name === pattern
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of others.entries()) {
    const found = index === others.length - 1 ? name.length - part.length : name.indexOf(part, at)
    if (found < at || !name.startsWith(part, found)) return false
    at = found + part.length
  }
  return true
}

function isPattern(source: string): boolean {
  return /[*?[]/.test(source)
}

/**
 * The line of a pattern. Bantam keeps the path from the first wildcard on, leaves out what a dot begins, and takes a directory
 * as such, where COPY takes what is in it: only where all of these are the same, the pattern is carried over.
 */
function matched(copy: Copy, source: string, pattern: string, about: CopyFacts): Copied {
  const { paths, directories } = about.facts
  const { dir, base } = posix.parse(pattern)
  if (isPattern(dir) || base.includes('[') || base.includes('**'))
    return left(
      copy,
      source,
      about,
      'files reads such a pattern in another way; write what it needs into files',
    )
  if (!copy.into)
    return left(copy, source, about, 'files needs a directory for a pattern, which ends in a slash')
  // The letter before both makes a dot at the start one character of many, as it is for COPY.
  const found = [...paths].filter(
    path =>
      posix.dirname(path) === (dir === '' ? '.' : dir) && fitsName(`x${base}`, `x${posix.basename(path)}`),
  )
  if (found.length === 0)
    return left(copy, source, about, 'it matches nothing in the checkout; write what it is into files')
  if (found.some(path => directories.has(path) || !fitsName(base, posix.basename(path))))
    return left(
      copy,
      source,
      about,
      'it also matches directories or hidden files; write what it needs into files',
    )
  const into = copy.destination === '/' ? '/' : `${copy.destination}/`
  return { programs: [], ...fileLine(copy, pattern, into, about.file) }
}

/** A program that something else built: it has the name of one, or the image runs it and there is only one. */
function programNamed(source: string, place: string, { facts, runs, named: byName }: Known): Program | null {
  const names = unique([posix.basename(source), posix.basename(place)])
  const [named, ...more] = names.flatMap(name => byName.get(name) ?? [])
  if (named !== undefined) return more.length === 0 ? named : null
  const [only] = facts.programs
  return only !== undefined &&
    facts.programs.length === 1 &&
    runs !== null &&
    names.includes(posix.basename(runs))
    ? only
    : null
}

function file(copy: Copy, source: string, { facts, file: where }: CopyFacts, place: string): Copied {
  // Of a directory, COPY takes what is in it.
  const isDirectory = facts.directories.has(source)
  const destination = isDirectory ? copy.destination : place
  return { programs: [], ...fileLine(copy, source, destination, where) }
}

/** A line of `files`, with the mode and the owner that COPY gives. */
function fileLine(
  copy: Copy,
  source: string,
  destination: string,
  where: string,
): Pick<Copied, 'files' | 'notes'> {
  const owner = /^(\d+)(?::(\d+))?$/.exec(copy.owner ?? '')
  const mode = /^[0-7]{3,4}$/.exec(copy.mode ?? '')?.[0] ?? null
  const whose = owner === null || mode === null ? '' : `:${owner[1]}:${owner[2] ?? owner[1]}`
  const notes: Note[] =
    copy.owner !== null && whose === ''
      ? [
          {
            where: `${where}:${copy.line}`,
            what: `--chown=${copy.owner}`,
            why: 'an owner needs numbers and a mode; write source:destination:mode:uid:gid',
          },
        ]
      : []
  return {
    files: [{ source, rest: `${destination}${mode === null ? '' : `:${mode}`}${whose}` }],
    notes,
  }
}
