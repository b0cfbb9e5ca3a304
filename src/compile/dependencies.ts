import type { Host } from '../host/host.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import { buildFlags } from './go-flags.ts'
import { goListJson, PACKAGE_FIELDS, packageOf } from './go-list.ts'
import type { ListEntry, ListedPackage } from './go-list.ts'

/** A package that is compiled into the mains, as go sees it for this platform and these flags. */
export interface Dependency {
  readonly importPath: string
  /** Absolute. */
  readonly directory: string
  /** Of Go's standard library. */
  readonly standard: boolean
  /** The path of its module; `null` for the standard library and for files that are named on the command line. */
  readonly module: string | null
  /** The replacement of its module, if `replace` names one: a path or a directory. */
  readonly replacedBy: string | null
  /** Names in `directory`, without tests. Those that use cgo are in `cgoFiles` alone. */
  readonly goFiles: readonly string[]
  readonly cgoFiles: readonly string[]
  /** Files that build constraints leave out, including those that only cgo compiles. */
  readonly ignoredGoFiles: readonly string[]
  /** What `//go:embed` names, relative to `directory`. */
  readonly embedFiles: readonly string[]
}

/** Beside `PACKAGE_FIELDS`. */
const FIELDS = 'Module,GoFiles,CgoFiles,IgnoredGoFiles,EmbedFiles'

/** What go says of the paths that it was asked for, and every package that it compiles for them. */
export interface Listed {
  /** The packages that the paths name. What is wrong with one is in its `error`. */
  readonly packages: readonly ListedPackage[]
  /** The packages of the paths included. One that is missing or wrong is listed too, because compiling reports it. */
  readonly dependencies: readonly Dependency[]
}

/** @throws Failure with go's own words if go cannot list anything */
export async function listDependencies(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  paths: readonly string[],
): Promise<Listed> {
  const flags = buildFlags(host, context.spec)
  const fields = `-json=${PACKAGE_FIELDS},${FIELDS}`
  const entries = await goListJson(host, go, context, ['-e', '-deps', fields, ...flags, '--', ...paths])
  return {
    packages: entries.filter(({ Match }) => Match !== undefined).map(packageOf),
    dependencies: entries.map(dependencyOf),
  }
}

function dependencyOf(entry: ListEntry): Dependency {
  const { ImportPath = '', Dir = '', Standard = false, Module } = entry
  return {
    importPath: ImportPath,
    directory: Dir,
    standard: Standard,
    module: Module?.Path ?? null,
    replacedBy: Module?.Replace?.Path ?? null,
    goFiles: entry.GoFiles ?? [],
    cgoFiles: entry.CgoFiles ?? [],
    ignoredGoFiles: (entry.IgnoredGoFiles ?? []).filter(name => !/^[._]|_test\.go$/.test(name)),
    embedFiles: entry.EmbedFiles ?? [],
  }
}
