import { stat } from 'node:fs/promises'
import { checkPrograms } from '../../compile/check-programs.ts'
import type { Given } from '../../declare/given.ts'
import { declareImage, workingDirectoryOf, type Declared } from '../../declare/image-spec.ts'
import { type Problem, wrongValue } from '../../declare/problem.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import type { Surroundings } from '../../declare/surroundings.ts'
import type { Host } from '../../host/host.ts'
import { pathsOutOfPlace } from './paths-in-place.ts'

/**
 * Makes one checked value of the inputs, or says all that is wrong with them and with the paths that they name.
 *
 * @param key of the image in bantam.yaml
 */
export async function declareOne(
  host: Host,
  given: Given,
  surroundings: Surroundings,
  key: string | null = null,
): Promise<Declared> {
  const directory = workingDirectoryOf(given, host)
  const declared = declareImage(given, surroundings, key)
  const problems = [...(declared.ok ? [] : declared.problems), ...(await checkDirectory(given, directory))]
  if (!declared.ok || problems.length > 0) return { ok: false, problems }
  const outOfPlace = await pathsOutOfPlace(host, declared.spec, declared.run)
  if (outOfPlace.length > 0) return { ok: false, problems: outOfPlace }
  const { credentials, githubToken } = declared.spec.publish
  for (const secret of [credentials?.password, githubToken]) if (secret != null) host.log.secret(secret)
  return declared
}

/** What is said where git refuses to read the checkout; `because` is a clause. */
export function leftOut(because: string): string {
  return `The commit, tag and remote of the checkout are left out, because ${because}.`
}

/** @throws Failure `bad-input` for what would make Go run a program that Bantam does not answer for */
export function checkSource(host: Host, { source, compile, workingDirectory }: PlatformSpec): void {
  switch (source.kind) {
    case 'main':
      return checkPrograms(host, compile, workingDirectory)
    case 'binary':
      // Nothing is compiled.
      return
  }
}

async function checkDirectory({ values }: Given, directory: string): Promise<readonly Problem[]> {
  const status = await stat(directory).catch(() => null)
  if (status?.isDirectory() === true) return []
  const why = status === null ? 'is not there' : 'is no directory'
  const value = values['working-directory'] ?? '.'
  return [wrongValue('working-directory', value, `${why}; write the directory of the service`)]
}
