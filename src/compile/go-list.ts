import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import { goEnvironment } from './go-environment.ts'
import { goFailure } from './go-failure.ts'
import { buildFlags } from './go-flags.ts'

/** A package as `go list` describes it. */
export interface ListedPackage {
  readonly importPath: string
  /** The word after `package`; empty where the package cannot be found. */
  readonly name: string
  /** Absolute; `null` where the package cannot be found. */
  readonly directory: string | null
  /** Part of Go itself: `cmd/vet`. */
  readonly standard: boolean
  /** The error in go's words; `null` where nothing is wrong. */
  readonly error: string | null
  /** The patterns that match it. */
  readonly patterns: readonly string[]
}

/**
 * Lists the packages that the patterns match, without their dependencies. A pattern that matches none gives a package
 * with an error.
 */
export async function listPackages(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  patterns: readonly string[],
): Promise<readonly ListedPackage[]> {
  const fields = `-json=${PACKAGE_FIELDS}`
  const flags = buildFlags(host, context.spec)
  const listed = await goListJson(host, go, context, ['-e', '-find', fields, ...flags, '--', ...patterns])
  return listed.map(packageOf)
}

/** The fields that `packageOf` reads. */
export const PACKAGE_FIELDS = 'ImportPath,Name,Dir,Standard,Error,Match'

export function packageOf(entry: ListEntry): ListedPackage {
  return {
    importPath: entry.ImportPath ?? '',
    name: entry.Name ?? '',
    directory: entry.Dir ?? null,
    standard: entry.Standard ?? false,
    error: entry.Error?.Err ?? null,
    patterns: entry.Match ?? [],
  }
}

/** Returns the directories of the main modules: one, or those of the workspace. */
export async function listModuleDirectories(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
): Promise<readonly string[]> {
  const listed = await goListJson(host, go, context, ['-m', '-json=Dir'])
  return listed.flatMap(entry => entry.Dir ?? [])
}

/** The fields of a package or a module that `go help list` describes. */
export interface ListEntry {
  readonly ImportPath?: string
  readonly Name?: string
  readonly Dir?: string
  readonly Standard?: boolean
  readonly Error?: { readonly Err?: string }
  readonly Match?: readonly string[]
  readonly Module?: {
    readonly Path?: string
    readonly Main?: boolean
    readonly Replace?: { readonly Path?: string }
  }
  readonly Imports?: readonly string[]
  readonly GoFiles?: readonly string[]
  readonly CgoFiles?: readonly string[]
  readonly IgnoredGoFiles?: readonly string[]
  readonly EmbedFiles?: readonly string[]
}

/** Kubernetes' import graph is 10 MB. */
const MAX_OUTPUT = 256 * 1024 * 1024

/** Returns the objects that `go list -json` prints. */
export async function goListJson(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  args: readonly string[],
): Promise<readonly ListEntry[]> {
  const printed = await goList(host, go, context, args)
  // The objects follow one another, and each ends with a brace in the first column.
  return JSON.parse(`[${printed.replaceAll(/^\}\n\{/gm, '},{')}]`) as readonly ListEntry[]
}

/** Returns what `go list` prints. */
export async function goList(
  host: Host,
  go: GoToolchain,
  { spec, platform, workingDirectory }: BuildContext,
  args: readonly string[],
): Promise<string> {
  const options = {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
    maxOutput: MAX_OUTPUT,
  }
  const finished = await run(host, go.command, ['list', ...args], options)
  if (finished.exitCode !== 0) {
    const errand = { doing: 'listing the packages to compile', workingDirectory }
    // What it lists in spite of the error is not the reason for it.
    throw goFailure(host, errand, { ...finished, stdout: '' })
  }
  return finished.stdout
}
