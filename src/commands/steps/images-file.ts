import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { clause } from '../../clause.ts'
import type { Given } from '../../declare/given.ts'
import { workingDirectoryOf } from '../../declare/image-spec.ts'
import type { FileFault, ImagesFile } from '../../declare/images-file/images-file.ts'
import { imagesOf } from '../../declare/images-file/images-of.ts'
import { problemOfFile } from '../../declare/images-file/placed-problem.ts'
import { input } from '../../declare/input-part.ts'
import { type Checked, wrongValue } from '../../declare/problem.ts'
import { findCheckout } from '../../host/find-checkout.ts'
import type { Host } from '../../host/host.ts'
import { isThere } from '../../host/is-there.ts'
import { NotInside, openInside } from '../../host/open-inside.ts'
import { shownPath } from '../../host/shown-path.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import { leadsOut, workspaceRoots } from '../../host/workspace.ts'

const USUAL = 'bantam.yaml'
/** Others write it so; it is not looked for, so that there is one place to look at. */
const MISNAMED = ['bantam.yml', '.bantam.yaml', '.bantam.yml']
const MOST_BYTES = 1_000_000

/** A file of images that the run reads. */
export interface FoundImages {
  /** As messages show it, from where the run was started. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** Absolute; the working directories of the images start there. */
  readonly directory: string
  /** Absolute; the checkout that the file belongs to, or else its directory. No path in it leads out of there. */
  readonly root: string
  readonly file: ImagesFile
  readonly faults: readonly FileFault[]
}

/** Finds and reads the file of images; `null` where the run has one image and no such file. */
export async function findImages(host: Host, given: Given): Promise<Checked<FoundImages | null>> {
  const directory = workingDirectoryOf(given, host)
  const { config } = given.values
  if (config === 'none') return { ok: true, value: null }
  const file = path.resolve(directory, config ?? USUAL)
  if (config === undefined && !(await isThere(file))) {
    await nameTheFile(host, directory)
    return { ok: true, value: null }
  }
  const [named] = (['main', 'binary'] as const).filter(name => given.values[name] !== undefined)
  if (config === undefined && named !== undefined) {
    host.log.notice(
      clause`${shownPath(host, file)} is not read, since ${input(named)} is given; write ${input('config', USUAL)} to read it`,
    )
    return { ok: true, value: null }
  }
  const name = shownPath(host, file)
  const bytes = await readBytes(host, directory, file)
  const refused = (because: string): Checked<never> => ({
    ok: false,
    problems: [wrongValue('config', config ?? USUAL, because)],
  })
  if ('why' in bytes) return refused(bytes.why)
  const text = textOf(bytes.bytes)
  if (text === null) return refused('is not text in UTF-8; save it as UTF-8')
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const before = text.slice(0, nul).split('\n')
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    return { ok: false, problems: [problemOfFile(name, { at, because: 'a NUL character; remove it' })] }
  }
  // Apart from the rest, because other builds need no YAML.
  const { readYaml } = await import('../../declare/images-file/read-yaml.ts')
  const { tree, faults } = readYaml(text)
  if (tree === null) return { ok: false, problems: faults.map(fault => problemOfFile(name, fault)) }
  const read = imagesOf(tree)
  const place = path.dirname(file)
  return {
    ok: true,
    value: {
      name,
      path: file,
      directory: place,
      root: findCheckout(host, place) ?? (await realpath(place)),
      file: read.file,
      faults: [...faults, ...read.faults],
    },
  }
}

async function nameTheFile(host: Host, directory: string): Promise<void> {
  for (const name of MISNAMED) {
    if (await isThere(path.join(directory, name)))
      host.log.notice(clause`${name} is not read; name it ${USUAL}, or write ${input('config', name)}`)
  }
}

type Bytes = { readonly bytes: Uint8Array } | { readonly why: string }

async function readBytes(host: Host, directory: string, file: string): Promise<Bytes> {
  const end = await leadsOut(await workspaceRoots(host, directory), file)
  if (end !== null) return { why: `leads out of the workspace through a link, to ${end}; remove the link` }
  try {
    const real = await realpath(file)
    await using handle = await openInside([path.dirname(real)], real)
    const buffer = Buffer.alloc(MOST_BYTES + 1)
    let size = 0
    for (let read = -1; read !== 0 && size <= MOST_BYTES; size += read)
      read = (await handle.read(buffer, size, buffer.length - size, null)).bytesRead
    if (size > MOST_BYTES) return { why: 'is larger than 1 MB; write several files' }
    return { bytes: buffer.subarray(0, size) }
  } catch (cause) {
    if (cause instanceof NotInside) return { why: 'is not a file; write the path of a YAML file' }
    return { why: `cannot be read: ${whyNotRead(cause)}` }
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
