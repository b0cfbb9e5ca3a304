import { clause } from '../clause.ts'
import { lstat, readdir, readlink, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import type { Entry } from '../image/entry.ts'
import { filesRefusal, outside, refuseOutOfPlace, textOf } from './files-refusal.ts'
import { NotInside, openInside } from './open-inside.ts'
import { whyNotRead } from './why-not-read.ts'
import { isInside } from './inside.ts'

/**
 * Reads the files that one `files` line adds to the image: a file, or a directory with everything in it, in byte order.
 * Modes come from the line, or only from the owner's execute bit, so that the umask makes no difference.
 *
 * @param workspace the real paths of the directories that the files must be in: a checkout may contain links to files
 * that the runner keeps for itself
 * @throws Failure `bad-input` if a source is missing, is outside these directories, cannot be read, or contains
 * something that an image should not have.
 */
export async function readTree(file: FileSpec, workspace: readonly string[]): Promise<readonly Entry[]> {
  try {
    const source = await realpath(file.source)
    refuseOutOfPlace(file, workspace, source)
    if ((await stat(source)).isDirectory()) {
      const destination = file.destination === '/' ? '' : file.destination.replace(/\/$/, '')
      refuseWhiteout(file, destination)
      return await readDirectory({ file, workspace, root: source }, source, destination)
    }
    // As in cp, a destination that ends with a slash is the directory to put the source in.
    const destination = file.destination.endsWith('/')
      ? `${file.destination}${path.basename(file.source)}`
      : file.destination
    refuseWhiteout(file, destination)
    return [await readEntry({ file, workspace, root: null }, source, destination)].flat()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    if (cause instanceof NotInside) throw outside(file, cause.message)
    throw filesRefusal(file, clause`${whyNotRead(cause)}`, { cause })
  }
}

/** Names behind a slash or a pattern are the source's own. */
function refuseWhiteout(file: FileSpec, destination: string): void {
  if (destination.split('/').some(name => name.startsWith('.wh.')))
    throw filesRefusal(file, clause`it has a name that deletes files in an image`, { fix: clause`rename it` })
}

interface Walk {
  readonly file: FileSpec
  readonly workspace: readonly string[]
  /** The directory that links must stay inside of; `null` if the source is one file. */
  readonly root: string | null
}

async function readDirectory(walk: Walk, directory: string, destination: string): Promise<readonly Entry[]> {
  const entries: Entry[] =
    destination === '' ? [] : [{ kind: 'directory', mode: 0o755, ...place(walk.file, destination) }]
  const names = await readdir(directory, { encoding: 'buffer' })
  for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
    const text = textOf(
      walk.file,
      name,
      shown => clause`it holds ${directory}/${shown}, whose name is not UTF-8`,
    )
    const below = path.join(directory, text)
    if (text.startsWith('.wh.'))
      throw filesRefusal(walk.file, clause`it holds ${below}, a name that deletes files in an image`, {
        fix: clause`rename it`,
      })
    // `files: .` would publish the credentials that actions/checkout leaves there.
    if (text === '.git')
      throw filesRefusal(walk.file, clause`it holds ${below}, which can hold a token of the job`, {
        fix: clause`name what the service needs`,
      })
    entries.push(...(await readEntry(walk, below, `${destination}/${text}`)))
  }
  return entries
}

async function readEntry(walk: Walk, source: string, destination: string): Promise<readonly Entry[]> {
  const { file } = walk
  const status = await lstat(source)
  if (status.isDirectory()) return readDirectory(walk, source, destination)
  if (status.isSymbolicLink()) {
    const target = textOf(
      file,
      await readlink(source, { encoding: 'buffer' }),
      () => clause`it holds the link ${source}, whose target is not UTF-8`,
    )
    if (!(await staysInside(walk.root, source, target)))
      throw filesRefusal(file, clause`it holds the link ${source} to ${target}, which leads out of it`, {
        fix: clause`copy what it points to`,
      })
    return [{ kind: 'symlink', mode: 0o777, target, ...place(file, destination) }]
  }
  if (!status.isFile())
    throw filesRefusal(file, clause`it holds ${source}, which is no file, directory or link`, {
      fix: clause`leave it out`,
    })
  const mode = file.mode ?? ((status.mode & 0o100) === 0 ? 0o644 : 0o755)
  await using handle = await openInside(walk.workspace, source)
  return [{ kind: 'file', mode, bytes: await handle.readFile(), ...place(file, destination) }]
}

function place({ uid, gid }: FileSpec, destination: string) {
  return { path: destination, uid, gid }
}

/**
 * Whether a link stays inside: both its text, which the image keeps, and the place where it leads on this machine,
 * through other links too.
 */
async function staysInside(root: string | null, link: string, target: string): Promise<boolean> {
  if (root === null || path.isAbsolute(target)) return false
  if (!isInside(root, path.resolve(path.dirname(link), target))) return false
  try {
    return isInside(root, await realpath(link))
  } catch {
    // The target does not exist, so the link leads nowhere. If it goes through an existing directory outside, the link
    // to that directory is refused.
    return true
  }
}
