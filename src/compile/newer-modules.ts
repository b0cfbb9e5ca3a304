import type { NewerModule } from '../diet/change.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import { goEnvironment } from './go-environment.ts'
import { goFailure } from './go-failure.ts'
import { copyModFile } from './mod-file.ts'

/** What `go list -m -u -json` says of a module. */
interface ListedModule {
  readonly Path?: string
  readonly Version?: string
  readonly Replace?: object
  readonly Update?: { readonly Version?: string }
}

/**
 * Returns the newer versions of these modules that the user's GOPROXY has. A module that `replace` replaces has none.
 *
 * @throws Failure in go's own words if it could not be asked
 */
export async function findNewerModules(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  modules: readonly string[],
  directory: string,
): Promise<readonly NewerModule[]> {
  if (modules.length === 0) return []
  const { flags } = await copyModFile(host, go, context, directory)
  const { spec, platform, workingDirectory } = context
  const finished = await run(host, go.command, ['list', ...flags, '-m', '-u', '-json', ...modules], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
    timeoutMs: 60_000,
  })
  if (finished.exitCode !== 0)
    throw goFailure(
      host,
      { doing: 'asking for newer modules', workingDirectory },
      { ...finished, stdout: '' },
    )
  const listed = JSON.parse(`[${finished.stdout.replaceAll(/^\}\n\{/gm, '},{')}]`) as readonly ListedModule[]
  return listed.flatMap(({ Path, Version, Replace, Update }) =>
    Path === undefined || Version === undefined || Update?.Version === undefined || Replace !== undefined
      ? []
      : [{ module: Path, from: Version, to: Update.Version }],
  )
}
