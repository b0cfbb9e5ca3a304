import { holds, tagsOf } from './build-constraint.ts'
import type { BuildConstraint } from './build-constraint.ts'
import { nameHolds } from './file-constraint.ts'
import type { PackageGraph } from './package-graph.ts'
import { isForUsers } from './tags-for-users.ts'

/** A build tag that a package of the graph checks. */
export interface FoundTag {
  readonly tag: string
  /** Import paths of the packages whose set of files changes with it, in order. */
  readonly packages: readonly string[]
  /** How many Go files it leaves out, in all of them. */
  readonly leavesOut: number
  /** How many Go files it brings in. */
  readonly bringsIn: number
}

/** A Go file with a constraint at its top. */
export interface ConstrainedFile {
  /** Import path. */
  readonly package: string
  readonly name: string
  readonly constraint: BuildConstraint
}

/**
 * Returns the tags, not set yet, with which a dependency leaves out some but not all files of a package. Those that
 * leave out the most come first: a tag that only brings files in makes nothing smaller. Tags in the user's own code are
 * left out, because its author knows them.
 */
export function findTags(graph: PackageGraph, files: readonly ConstrainedFile[]): readonly FoundTag[] {
  const changes = files
    .filter(file => graph.packages.get(file.package)?.own === false && isPredictable(graph, file))
    .flatMap(file => changesOf(graph, file))
  return [...Map.groupBy(changes, ({ tag }) => tag)]
    .filter(([, changes]) => !emptiesPackage(graph, changes))
    .map(([tag, changes]) => foundTag(tag, changes))
    .filter(({ leavesOut }) => leavesOut > 0)
    .sort((a, b) => b.leavesOut - a.leavesOut || (a.tag < b.tag ? -1 : 1))
}

/** What a tag does to one file. */
interface TagEffect {
  readonly tag: string
  readonly package: string
  readonly change: 'leaves out' | 'brings in'
}

/** Whether only the reasons that are known here decide if the file counts. Others are cgo and go's overlay. */
function isPredictable(
  { packages, tags }: PackageGraph,
  { package: path, ...file }: ConstrainedFile,
): boolean {
  const isSet = (tag: string) => tags.has(tag)
  const counts = packages.get(path)?.files.includes(file.name) ?? false
  return nameHolds(file.name, isSet) && holds(file.constraint, isSet) === counts
}

function changesOf({ tags }: PackageGraph, file: ConstrainedFile): readonly TagEffect[] {
  const counts = holds(file.constraint, tag => tags.has(tag))
  return [...new Set(tagsOf(file.constraint))]
    .filter(tag => !tags.has(tag) && isForUsers(tag))
    .filter(tag => holds(file.constraint, other => other === tag || tags.has(other)) !== counts)
    .map(tag => ({ tag, package: file.package, change: counts ? 'leaves out' : 'brings in' }))
}

function foundTag(tag: string, changes: readonly TagEffect[]): FoundTag {
  const leavesOut = changes.filter(({ change }) => change === 'leaves out').length
  return {
    tag,
    packages: [...new Set(changes.map(change => change.package))].sort(),
    leavesOut,
    bringsIn: changes.length - leavesOut,
  }
}

/** Go does not build a package without files. */
function emptiesPackage({ packages }: PackageGraph, changes: readonly TagEffect[]): boolean {
  return [...Map.groupBy(changes, change => change.package)].some(([importPath, changes]) => {
    const files = packages.get(importPath)?.files.length ?? 0
    return changes.every(({ change }) => change === 'leaves out') && changes.length >= files
  })
}
