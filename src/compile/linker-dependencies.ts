import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { formatPlatform } from '../declare/platform.ts'
import { readDependencies } from '../diet/dead-code.ts'
import type { DeadCodeOff } from '../diet/dead-code.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import type { FoundMain } from './find-mains.ts'
import { goEnvironment } from './go-environment.ts'
import { goFailure } from './go-failure.ts'
import { buildFlags } from './go-flags.ts'

export interface DeadCodeRequest extends BuildContext {
  readonly main: FoundMain
}

/** How many bytes of go's output are kept for a failure. For a large program the linker prints a hundred times that. */
const MAX_OUTPUT = 1024 * 1024

/**
 * Finds what switched the linker's dead-code elimination off; empty where it is on. Links the main once more to find
 * out.
 *
 * @throws Failure as `compile` does
 */
export async function whyDeadCodeStays(
  host: Host,
  go: GoToolchain,
  { main, spec, platform, workingDirectory }: DeadCodeRequest,
): Promise<readonly DeadCodeOff[]> {
  // The binary gets a name of its own. Go does not link a binary again that is up to date, and then the linker prints
  // nothing.
  const output = path.join(host.temporary, `dependencies-${randomUUID()}`)
  const flags = buildFlags(host, { ...spec, ldflags: `${spec.ldflags} -dumpdep -v=2` })
  const dependencies = readDependencies(main.importPath)
  try {
    const finished = await run(host, go.command, ['build', ...flags, '-o', output, '--', main.path], {
      cwd: workingDirectory,
      env: goEnvironment(host, spec, platform),
      maxOutput: MAX_OUTPUT,
      onStderrLine: dependencies.readLine,
    })
    if (finished.exitCode !== 0) {
      const doing = `linking ${main.path} for ${formatPlatform(platform)} to see what it depends on`
      const fields = { main: main.path, platform: formatPlatform(platform) }
      throw goFailure(host, { doing, workingDirectory, fields }, finished)
    }
  } finally {
    await rm(output, { force: true })
  }
  return dependencies.reasons()
}
