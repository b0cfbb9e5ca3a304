import path from 'node:path'
import { formatPlatform } from '../declare/platform.ts'
import { whyNotWritten } from '../host/disk.ts'
import type { Host } from '../host/host.ts'
import { makeDirectory } from '../host/make-directory.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { binaryNameOf } from './binary-name.ts'
import type { BuildContext } from './build-context.ts'
import type { FoundMain } from './find-mains.ts'
import { goEnvironment } from './go-environment.ts'
import { goFailure } from './go-failure.ts'
import { buildFlags } from './go-flags.ts'
import type { LinkedBinary } from './linked-binary.ts'

export interface CompileRequest extends BuildContext {
  readonly mains: readonly FoundMain[]
  /** Absolute path of the directory for the linked binaries. It is made where it is missing. */
  readonly output: string
}

export interface Compiled {
  readonly binaries: readonly LinkedBinary[]
  /** What go printed although it succeeded: warnings of C compilers and linkers. */
  readonly output: string
}

/**
 * Compiles and links the mains for one platform, in their order. The result depends only on source, toolchain and
 * flags.
 *
 * @throws Failure `compile` with go's own output and its places; `write`, `missing-tool`, `toolchain` or `bad-input`
 *   where that is the reason.
 */
export async function compile(host: Host, go: GoToolchain, request: CompileRequest): Promise<Compiled> {
  const { mains, output } = request
  await prepareOutput(output)
  // One go process shares its work among the mains, but then chooses the names of the binaries itself.
  const oneProcess = mains.every(({ name, importPath }) => name === binaryNameOf(importPath))
  const printed: string[] = []
  if (oneProcess) printed.push(await goBuild(host, go, request, `${output}${path.sep}`, mains))
  else
    for (const main of mains)
      printed.push(await goBuild(host, go, request, path.join(output, main.name), [main]))
  const binaries = mains.map(({ name, directory, path: main, importPath }) => ({
    name,
    directory,
    file: path.join(output, name),
    main,
    importPath,
  }))
  return { binaries, output: printed.join('') }
}

/**
 * Does the same as `compile`, for one main of which only the path is known.
 *
 * @returns what go printed although it succeeded
 */
export async function compileOnly(
  host: Host,
  go: GoToolchain,
  request: BuildContext & Pick<CompileRequest, 'output'>,
  main: string,
): Promise<{ readonly file: string; readonly output: string }> {
  await prepareOutput(request.output)
  const file = path.join(request.output, 'main')
  return { file, output: await goBuild(host, go, request, file, [{ path: main }]) }
}

async function goBuild(
  host: Host,
  go: GoToolchain,
  { spec, platform, workingDirectory }: BuildContext,
  output: string,
  mains: readonly Pick<FoundMain, 'path'>[],
): Promise<string> {
  const packages = mains.map(main => main.path)
  const args = ['build', ...buildFlags(host, spec), '-o', output, '--', ...packages]
  const finished = await run(host, go.command, args, {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
  })
  if (finished.exitCode !== 0) {
    const doing = `compiling ${packages.join(', ')} for ${formatPlatform(platform)}`
    const fields = { main: packages.join(', '), platform: formatPlatform(platform) }
    throw goFailure(host, { doing, workingDirectory, fields }, finished)
  }
  return finished.stderr
}

async function prepareOutput(directory: string): Promise<void> {
  await makeDirectory(directory).catch((cause: unknown) => {
    throw whyNotWritten(directory, cause)
  })
}
