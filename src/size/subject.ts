import { isPart, type Limit, type Part, type PartSubject, type Subject } from '../weigh-in/limit.ts'
import type { Breakdown, BreakdownKind } from '../weigh-in/breakdown.ts'
import { editDistance } from '../declare/nearest.ts'
import { formatLimit } from '../declare/limit.ts'
import { type Problem, wrongValue } from '../declare/problem.ts'
import { actualsOf } from './actuals.ts'
import type { BinaryWeight } from '../weigh-in/weigh-in.ts'
import type { Sized } from './weighed.ts'

/**
 * Returns the bytes of a limit's subject; for a module or package, those of all binaries together. `null` if it was not
 * measured. 0 if no binary has it; `unknownSubjects` finds out whether such a subject exists.
 */
export function sizeOf(subject: Subject, weight: Sized): number | null {
  if (!isPart(subject)) return actualsOf(weight)[subject.kind]
  const trees = unreadProgram(weight) === null ? treesOf(weight.binaries) : null
  if (trees === null) return null
  return trees
    .flatMap(tree => nodesOf(tree, subject.kind))
    .filter(({ name }) => name === subject.path)
    .reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Sources that may know a module or package, besides the binaries. */
export interface Knowledge {
  /** The baseline's binaries; empty where there is none. */
  readonly before: readonly NamedBinary[]
  /** Packages that Go compiled, as `go list` reports them. */
  readonly packages: readonly string[]
}

/** No other source. */
const NOTHING: Knowledge = { before: [], packages: [] }

/**
 * Whether the binaries were read and no source knows the subject: neither the binaries, nor their build info, nor
 * `knowledge`. A module in the build info can have no bytes left because all of it was inlined.
 */
export function isAbsent(
  subject: Subject,
  binaries: readonly NamedBinary[],
  { before, packages }: Knowledge = NOTHING,
): boolean {
  if (treesOf(binaries) === null || !isPart(subject)) return false
  if (subject.kind === 'package' && packages.includes(subject.path)) return false
  return ![...binaries, ...before].some(binary => has(binary, subject))
}

function has({ breakdown, modules = [] }: NamedBinary, { kind, path }: PartSubject): boolean {
  // The package at a module's root has the path of the module.
  if (modules.includes(path)) return true
  return breakdown !== null && nodesOf(breakdown, kind).some(({ name }) => name === path)
}

export type NamedBinary = Pick<BinaryWeight, 'name' | 'breakdown' | 'modules' | 'unread'>

/**
 * Returns the limits on modules or packages that do not exist, with similar names. Such a limit could never be
 * exceeded.
 */
export function unknownSubjects(
  limits: readonly Limit[],
  binaries: readonly NamedBinary[],
  knowledge: Knowledge = NOTHING,
): readonly Problem[] {
  const where = binaries.map(({ name }) => name).join(' and ')
  return limits.flatMap(limit => {
    const { subject } = limit
    if (!isPart(subject)) return []
    if (binaries.length > 0 && !isAbsent(subject, binaries, knowledge)) return []
    const because =
      binaries.length === 0
        ? `limits a ${subject.kind}, but no program in the image was built by Go; remove the line`
        : `limits a ${subject.kind} that is not in ${where}${adviceOn({ ...limit, subject }, binaries)}`
    return [wrongValue('budget', formatLimit(limit), because)]
  })
}

function adviceOn(
  limit: Limit & { readonly subject: PartSubject },
  binaries: readonly NamedBinary[],
): string {
  const { kind, path } = limit.subject
  const other = kind === 'module' ? 'package' : 'module'
  const namesOf = (of: Part) => [
    ...(treesOf(binaries) ?? []).flatMap(tree => nodesOf(tree, of).map(({ name }) => name)),
    ...(of === 'module' ? binaries.flatMap(({ modules = [] }) => modules) : []),
  ]
  const instead = formatLimit({ ...limit, subject: { kind: other, path } })
  if (namesOf(other).includes(path)) return `, but there is a ${other} of that name; write ${instead}`
  const known = [...new Set(namesOf(kind))]
  if (known.length === 0) return `, whose Go ${kind}s are not known; remove the line`
  const meant = nearestPaths(path, known)
  return meant.length === 0
    ? '; remove the line'
    : `; did you mean ${meant.map(name => `"${name}"`).join(' or ')}?`
}

const MOST_NAMES = 3
/** The number of names that are compared letter by letter, since a binary has tens of thousands. */
const CANDIDATES = 100

/**
 * Returns the paths that end or begin with the wanted one, then those with the fewest changed letters, nearest first.
 */
export function nearestPaths(path: string, known: readonly string[]): readonly string[] {
  const wanted = path.slice(0, 128).toLowerCase()
  const allowed = Math.max(2, Math.floor(wanted.length / 4))
  return known
    .map(name => ({ name, related: isRelated(wanted, name.toLowerCase()), alike: alikeness(wanted, name) }))
    .sort((one, other) => Number(other.related) - Number(one.related) || other.alike - one.alike)
    .slice(0, CANDIDATES)
    .map(({ name, related }) => ({ name, distance: related ? 0 : editDistance(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort(
      (one, other) =>
        one.distance - other.distance ||
        one.name.length - other.name.length ||
        (one.name < other.name ? -1 : 1),
    )
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
}

/** Returns how many letters two names share at the beginning and the end, minus the difference of their lengths. */
function alikeness(wanted: string, name: string): number {
  const candidate = name.toLowerCase()
  const shorter = Math.min(wanted.length, candidate.length)
  let head = 0
  while (head < shorter && wanted[head] === candidate[head]) head++
  let tail = 0
  while (tail < shorter - head && wanted.at(-1 - tail) === candidate.at(-1 - tail)) tail++
  return head + tail - Math.abs(wanted.length - candidate.length)
}

/**
 * Whether one path is the other with more elements before or after it: `x/net` and `golang.org/x/net`, or a path
 * without its `/v2`.
 */
function isRelated(wanted: string, candidate: string): boolean {
  const within = (part: string, whole: string) => whole.startsWith(`${part}/`) || whole.endsWith(`/${part}`)
  return within(wanted, candidate) || within(candidate, wanted)
}

/** Returns the first program whose modules are unknown and the reason, a clause; `null` if there is none. */
export function unreadProgram({ binaries, otherPrograms = [] }: Sized): string | null {
  const [first] = [
    ...binaries.flatMap(({ name, unread }) =>
      unread === undefined ? [] : [`${name} was not read: ${unread}`],
    ),
    ...otherPrograms.flatMap(({ path, unread }) =>
      unread === null ? [] : [`${path} was not read: ${unread}`],
    ),
  ]
  return first ?? null
}

/** Returns `null` if any binary could not be read, because the sum of the others would be wrong. */
function treesOf(
  binaries: readonly Pick<NamedBinary, 'breakdown' | 'unread'>[],
): readonly Breakdown[] | null {
  const trees = binaries.flatMap(({ breakdown, unread }) =>
    breakdown === null || unread !== undefined ? [] : [breakdown],
  )
  return trees.length === 0 || trees.length < binaries.length ? null : trees
}

const MODULES: readonly BreakdownKind[] = ['main', 'module', 'std']

/**
 * Returns the nodes of a kind. Modules are the main module, those it requires and the standard library; packages are
 * below them.
 */
function nodesOf({ children = [] }: Breakdown, kind: Part): readonly Breakdown[] {
  const modules = children.filter(child => MODULES.includes(child.kind))
  return kind === 'module'
    ? modules
    : modules.flatMap(module => (module.children ?? []).filter(child => child.kind === 'package'))
}
