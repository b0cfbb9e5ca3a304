import { declarePiece } from '../declare/declare-plan.ts'
import type { Given } from '../declare/given.ts'
import { type Declared, workingDirectoryOf } from '../declare/image-spec.ts'
import { problemsFailure, wrongInput } from '../declare/problem.ts'
import { tagsWanted } from '../declare/tags-wanted.ts'
import type { Host } from '../host/host.ts'
import { readSurroundings } from '../host/repository.ts'
import { checkSource, declareOne, leftOut } from './steps/declare-image.ts'
import { type DeclaredRun, declareImages } from './steps/declare-images.ts'
import { findImages } from './steps/images-file.ts'

export type { DeclaredImage, DeclaredRun } from './steps/declare-images.ts'

/**
 * Declares every image that the run makes: those of bantam.yaml, or else the one of the inputs.
 *
 * @throws Failure `bad-input` with every problem that was found
 */
export async function declareRun(host: Host, given: Given): Promise<DeclaredRun> {
  const wish = declarePiece(given, host)
  if (!wish.ok) throw problemsFailure(wish.problems)
  if (wish.value === null) return declareWhole(host, given)
  // Apart from the rest, because most runs build all of their images.
  const { declarePieces } = await import('./declare-pieces.ts')
  return declarePieces(host, given, wish.value, declareWhole)
}

/** Declares the images for all of their platforms. */
export async function declareWhole(host: Host, given: Given): Promise<DeclaredRun> {
  const found = await findImages(host, given)
  if (!found.ok) throw problemsFailure([...given.problems, ...found.problems])
  if (found.value !== null) return declareImages(host, given, found.value)
  const { spec, run } = await declare(host, withoutFile(given))
  return { images: [{ key: null, spec, sboms: run.sboms }], run, file: null }
}

/** What chooses among the images of a file needs one. */
function withoutFile(given: Given): Given {
  if (given.values.only === undefined) return given
  const problem = wrongInput('only', 'is for the images of a bantam.yaml, and none is read; leave it out')
  return { ...given, problems: [...given.problems, problem] }
}

/**
 * Makes one checked value of the inputs and of what the checkout and the event say.
 *
 * @throws Failure `bad-input` with every problem that was found
 */
export async function declare(host: Host, given: Given): Promise<Extract<Declared, { ok: true }>> {
  const directory = workingDirectoryOf(given, host)
  const surroundings = await readSurroundings(host, directory, tagsWanted(given))
  const { refused } = surroundings.repository
  // Labels, tags and the baseline then lack what git knows. This is reported whether or not the user asked for one of
  // them.
  if (refused !== null) host.log.warning(leftOut(refused))
  const declared = await declareOne(host, given, surroundings)
  if (!declared.ok) throw problemsFailure(declared.problems)
  checkSource(host, declared.spec.platforms[0])
  return declared
}
