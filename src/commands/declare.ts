import { stat } from 'node:fs/promises'
import { checkPrograms } from '../compile/check-programs.ts'
import { declarePart } from '../declare/declare-plan.ts'
import type { Given } from '../declare/given.ts'
import { declareImage, workingDirectoryOf, type Declared } from '../declare/image-spec.ts'
import { problemsFailure, wrongValue, type Problem } from '../declare/problem.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import { tagsWanted } from '../declare/tags-wanted.ts'
import { readSurroundings } from '../host/repository.ts'
import type { DeclaredRun } from './declared-run.ts'
import { pathsOutOfPlace } from './steps/paths-in-place.ts'

/**
 * Declares every image that the run makes.
 *
 * @throws Failure `bad-input` with every problem that was found
 */
export async function declareRun(host: Host, given: Given): Promise<DeclaredRun> {
  const wish = declarePart(given, host)
  if (!wish.ok) throw problemsFailure(wish.problems)
  if (wish.value === null) return declareWhole(host, given)
  // Apart from the rest, because most runs build all of their images.
  const { declareParts } = await import('./declare-parts.ts')
  return declareParts(host, given, wish.value, declareWhole)
}

/** Declares the images for all of their platforms. */
export async function declareWhole(host: Host, given: Given): Promise<DeclaredRun> {
  const { spec, run } = await declare(host, given)
  return { images: [{ key: null, spec, sboms: run.sboms }], run }
}

/**
 * Makes one checked value of the inputs and of what the checkout and the event say.
 *
 * @throws Failure `bad-input` with every problem that was found
 */
export async function declare(host: Host, given: Given): Promise<Extract<Declared, { ok: true }>> {
  const directory = workingDirectoryOf(given, host)
  const surroundings = await readSurroundings(host, directory, tagsWanted(given))
  const declared = declareImage(given, surroundings)
  const { refused } = surroundings.repository
  // Labels, tags and the baseline then lack what git knows. This is reported whether or not the user asked for one of
  // them.
  if (refused !== null)
    host.log.warning(`The commit, tag and remote of the checkout are left out, because ${refused}.`)
  const problems = [...(declared.ok ? [] : declared.problems), ...(await checkDirectory(given, directory))]
  if (!declared.ok || problems.length > 0) throw problemsFailure(problems)
  const outOfPlace = await pathsOutOfPlace(host, declared.spec, declared.run)
  if (outOfPlace.length > 0) throw problemsFailure(outOfPlace)
  const { credentials, githubToken } = declared.spec.publish
  for (const secret of [credentials?.password, githubToken]) if (secret != null) host.log.secret(secret)
  checkSource(host, declared.spec.platforms[0])
  return declared
}

function checkSource(host: Host, { source, compile, workingDirectory }: PlatformSpec): void {
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
