import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { BuildContext } from '../../../compile/build-context.ts'
import { readBuildTags } from '../../../compile/build-tags.ts'
import type { FoundMain } from '../../../compile/find-mains.ts'
import { offeredExperiments } from '../../../compile/go-experiments.ts'
import { readImportGraph } from '../../../compile/import-graph.ts'
import { whyDeadCodeStays } from '../../../compile/linker-dependencies.ts'
import { findNewerModules } from '../../../compile/newer-modules.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import type { FoundTag } from '../../../diet/build-tags.ts'
import type { NewerModule } from '../../../diet/change.ts'
import type { DeadCodeOff } from '../../../diet/dead-code.ts'
import { experimentsFor, type ExperimentValue } from '../../../diet/experiments.ts'
import { adviseOnImports, type ImportAdvice } from '../../../diet/import-advice.ts'
import { packageBytes } from '../../../size/package-bytes.ts'
import type { PackageGraph } from '../../../diet/package-graph.ts'
import { Failure, reasonText } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import type { ReadBinary } from '../read.ts'

/** What the packages and the linker say about a service, without another try. */
export interface LookedInto {
  readonly tags: readonly FoundTag[]
  readonly imports: readonly ImportAdvice[]
  /** `null`: it could not be found out. */
  readonly deadCode: readonly DeadCodeOff[] | null
  /** Newer versions of the modules that keep dead code. */
  readonly newerModules: NewerModules
  /** Values of GOEXPERIMENT that can make it smaller and that its toolchain offers. */
  readonly experiments: readonly ExperimentValue[]
}

/** `unknown`: why the module proxy could not be asked, as a clause. */
export interface NewerModules {
  readonly found: readonly NewerModule[]
  readonly unknown: string | null
}

/** @throws Failure where go cannot list the packages */
export async function lookInto(
  host: Host,
  spec: PlatformSpec,
  go: GoToolchain,
  binaries: readonly ReadBinary[],
): Promise<LookedInto> {
  const { compile, platform, workingDirectory } = spec
  const context = { spec: compile, platform, workingDirectory }
  const mains = binaries.map(mainOf)
  const graph = await readImportGraph(host, go, context, mains)
  const current = compile.buildEnv['GOEXPERIMENT'] ?? host.env['GOEXPERIMENT'] ?? ''
  const [tags, deadCode, experiments] = await Promise.all([
    readBuildTags(host, graph),
    Promise.all(mains.map(main => whyDeadCodeStays(host, go, { ...context, main }))).catch(untold(host)),
    offeredExperiments(
      host,
      go,
      context,
      experimentsFor(go.version, importPath => graph.packages.has(importPath), current),
    ),
  ])
  const newerModules = await askForNewerModules(host, go, context, keepers(graph, deadCode?.flat() ?? []))
  const bytes = packageBytes(binaries.map(({ breakdown }) => breakdown()))
  return {
    tags,
    imports: adviseOnImports(graph, bytes),
    deadCode: deadCode === null ? null : unlike(deadCode.flat()),
    newerModules,
    experiments,
  }
}

/** The modules other than the user's own in which something keeps dead code. */
function keepers({ packages }: PackageGraph, reasons: readonly DeadCodeOff[]): readonly string[] {
  const modules = reasons.flatMap(reason => {
    const found = packages.get(reason.package)
    return found === undefined || found.own || found.module === null ? [] : [found.module]
  })
  return [...new Set(modules)].sort()
}

async function askForNewerModules(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  modules: readonly string[],
): Promise<NewerModules> {
  const directory = path.join(host.temporary, 'newer-modules')
  try {
    return { found: await findNewerModules(host, go, context, modules, directory), unknown: null }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { found: [], unknown: reasonText(error) }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function mainOf({ linked: { name, directory, main, importPath } }: ReadBinary): FoundMain {
  if (main === null || importPath === null) throw new Error(`${name} was not compiled here`)
  return { name, directory, path: main, importPath }
}

/** Logs a failure only for debugging: the sizes are worth reporting without this fact. */
function untold(host: Host): (error: unknown) => null {
  return error => {
    if (!(error instanceof Failure)) throw error
    host.log.debug(error.message)
    return null
  }
}

/** Leaves out repeated reasons: several mains may share what keeps their dead code. */
function unlike(reasons: readonly DeadCodeOff[]): readonly DeadCodeOff[] {
  return reasons.filter(
    (reason, index) => reasons.findIndex(other => other.function === reason.function) === index,
  )
}
