import { readBuildTags } from '../../compile/build-tags.ts'
import type { FoundMain } from '../../compile/find-mains.ts'
import { readImportGraph } from '../../compile/import-graph.ts'
import { whyDeadCodeStays } from '../../compile/linker-dependencies.ts'
import type { ImageSpec } from '../../declare/spec.ts'
import type { FoundTag } from '../../diet/build-tags.ts'
import type { DeadCodeOff } from '../../diet/dead-code.ts'
import { adviseOnImports, type ImportAdvice } from '../../diet/import-advice.ts'
import { packageBytes } from '../../diet/package-bytes.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { GoToolchain } from '../../toolchain/go-toolchain.ts'
import type { ReadBinary } from './read.ts'

/** What can be told of a service from its packages and its linker, without another try. */
export interface LookedInto {
  readonly tags: readonly FoundTag[]
  readonly imports: readonly ImportAdvice[]
  /** `null`: it could not be told. */
  readonly deadCode: readonly DeadCodeOff[] | null
}

/** @throws Failure where go cannot list the packages */
export async function lookInto(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain,
  binaries: readonly ReadBinary[],
): Promise<LookedInto> {
  const { compile, platform, workingDirectory } = spec
  const context = { spec: compile, platform, workingDirectory }
  const mains = binaries.map(mainOf)
  const graph = await readImportGraph(host, go, context, mains)
  const [tags, deadCode] = await Promise.all([
    readBuildTags(host, graph),
    Promise.all(mains.map(main => whyDeadCodeStays(host, go, { ...context, main }))).catch(untold(host)),
  ])
  const bytes = packageBytes(binaries.map(({ breakdown }) => breakdown()))
  return {
    tags,
    imports: adviseOnImports(graph, bytes),
    deadCode: deadCode === null ? null : unlike(deadCode.flat()),
  }
}

function mainOf({ linked: { name, main, importPath } }: ReadBinary): FoundMain {
  if (main === null || importPath === null) throw new Error(`${name} was not compiled here`)
  return { name, path: main, importPath }
}

/** The sizes are worth telling without it. */
function untold(host: Host): (error: unknown) => null {
  return error => {
    if (!(error instanceof Failure)) throw error
    host.log.debug(error.message)
    return null
  }
}

/** Several mains may share what keeps their dead code. */
function unlike(reasons: readonly DeadCodeOff[]): readonly DeadCodeOff[] {
  return reasons.filter(
    (reason, index) => reasons.findIndex(other => other.function === reason.function) === index,
  )
}
