import { clause } from '../clause.ts'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { formatPlatform } from '../declare/platform.ts'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import { errorCode } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import { goEnvironment } from './go-environment.ts'
import { goFailure } from './go-failure.ts'
import { makeDirectory } from '../host/make-directory.ts'

/** A copy of the user's go.mod and go.sum, which a build can use instead of them so that they stay unchanged. */
export interface ModFile {
  /** Absolute path. */
  readonly file: string
  /** The flags that make go build with the copy. */
  readonly flags: readonly string[]
}

/**
 * Copies go.mod and go.sum into a directory that belongs to the caller.
 *
 * @throws Failure `bad-input` in a workspace, where go accepts no other go.mod, or without a module
 */
export async function copyModFile(
  host: Host,
  go: GoToolchain,
  { spec, platform, workingDirectory }: BuildContext,
  directory: string,
): Promise<ModFile> {
  const env = goEnvironment(host, spec, platform)
  const asked = await run(host, go.command, ['env', 'GOMOD', 'GOWORK'], {
    cwd: workingDirectory,
    env,
    brief: true,
  })
  const [modFile = '', workFile = ''] = asked.stdout.split('\n')
  if (workFile !== '' && workFile !== 'off')
    throw new Failure(
      'bad-input',
      { what: clause`Go uses the workspace in go.work, and can try no other go.mod there` },
      { fields: { file: workFile } },
    )
  if (!path.isAbsolute(modFile) || !modFile.endsWith('.mod'))
    throw new Failure(
      'bad-input',
      { what: clause`there is no go.mod in ${workingDirectory} or above it` },
      { fields: { directory: workingDirectory } },
    )
  const copy = path.join(directory, 'go.mod')
  try {
    await makeDirectory(directory)
    await copyFile(modFile, copy)
    await copyFile(modFile.replace(/\.mod$/, '.sum'), path.join(directory, 'go.sum')).catch(
      (cause: unknown) => {
        if (errorCode(cause) !== 'ENOENT') throw cause
      },
    )
  } catch (cause) {
    throw whyNotWritten(directory, cause)
  }
  return { file: copy, flags: [`-modfile=${copy}`, '-mod=mod'] }
}

/**
 * Raises the version of a module in a copy of go.mod, with what it requires.
 *
 * @throws Failure `bad-input` in go's own words if that version cannot be downloaded or does not fit
 */
export async function upgradeModule(
  host: Host,
  go: GoToolchain,
  { spec, platform, workingDirectory }: BuildContext,
  { file }: ModFile,
  moduleAtVersion: string,
): Promise<void> {
  const finished = await run(host, go.command, ['get', `-modfile=${file}`, moduleAtVersion], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
  })
  if (finished.exitCode === 0) return
  const doing = `raising ${moduleAtVersion} for ${formatPlatform(platform)}`
  const { clauses, output, fields } = goFailure(host, { doing, workingDirectory }, finished)
  throw new Failure('bad-input', clauses, { output, fields: { ...fields, module: moduleAtVersion } })
}
