import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { clause, type Clause } from '../../../clause.ts'
import { Failure } from '../../../failure.ts'
import { whyNotWritten } from '../../../host/disk.ts'
import { errorCode } from '../../../host/error-code.ts'
import { isThere } from '../../../host/is-there.ts'
import { makeDirectory } from '../../../host/make-directory.ts'
import { realPlace } from '../../../host/workspace.ts'
import { IMAGES_PATH } from '../../../init/images-text.ts'
import type { WrittenFile } from '../../../init/written-files.ts'

/**
 * Writes the files into the checkout, all or none. It never replaces a file, and follows no link.
 *
 * @param top the real path of the top of the checkout
 * @throws Failure `write`
 */
export async function writeFiles(top: string, files: readonly WrittenFile[]): Promise<void> {
  const names = files.map(file => file.path).join(' and ')
  for (const file of files) await checkPlace(top, file, names)
  if (!files.some(file => file.path === IMAGES_PATH)) await checkAlone(top, names)
  const written: string[] = []
  try {
    for (const file of files) {
      await createFile(top, file, names)
      written.push(path.join(top, file.path))
    }
  } catch (cause) {
    for (const place of written) await rm(place, { force: true })
    throw cause
  }
}

async function checkPlace(top: string, file: WrittenFile, names: string): Promise<void> {
  const place = path.join(top, file.path)
  const directory = path.dirname(place)
  const real = await realPlace(directory)
  if (real !== directory)
    throw notWritten(names, place, {
      why: clause`a link leads the directory of ${file.path} to ${real}`,
      fix: clause`replace the link by a directory, or write bantam init --stdout`,
    })
  if (await isThere(place)) throw alreadyThere(file, place, names)
}

/** A step without a list of images would read the file that is there, and build its images. */
async function checkAlone(top: string, names: string): Promise<void> {
  const place = path.join(top, IMAGES_PATH)
  if (!(await isThere(place))) return
  throw notWritten(names, place, {
    why: clause`${IMAGES_PATH} is already there, and the workflow would build its images`,
    fix: clause`add the image to it, or move it away`,
  })
}

async function createFile(top: string, file: WrittenFile, names: string): Promise<void> {
  const place = path.join(top, file.path)
  try {
    await makeDirectory(path.dirname(place))
    await using handle = await open(place, 'wx')
    // A disk that is full leaves the beginning of it.
    await handle.writeFile(file.text).catch(async (cause: unknown) => {
      await rm(place, { force: true })
      throw cause
    })
  } catch (cause) {
    throw errorCode(cause) === 'EEXIST' ? alreadyThere(file, place, names) : whyNotWritten(place, cause)
  }
}

function alreadyThere(file: WrittenFile, place: string, names: string): Failure {
  const why = names === file.path ? clause`it is already there` : clause`${file.path} is already there`
  return notWritten(names, place, { why, fix: clause`move it away, or take over what is printed above` })
}

function notWritten(
  names: string,
  file: string,
  { why, fix }: { readonly why: Clause; readonly fix: Clause },
): Failure {
  const verb = names.includes(' and ') ? 'were' : 'was'
  return new Failure('write', { what: clause`${names} ${verb} not written`, why, fix }, { fields: { file } })
}
