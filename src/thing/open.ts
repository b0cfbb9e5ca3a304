import { clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Stats } from 'node:fs'
import { isElf } from '../binary/elf-constants.ts'
import { fileKind } from '../binary/file-kind.ts'
import type { Parsed } from '../declare/parsed.ts'
import { cutAtLastColon, formatReference, parseReference, type Reference } from '../declare/reference.ts'
import { FILE_NAME, readThingName } from '../declare/thing-name.ts'
import { Absent, Failure, reasonOf } from '../failure.ts'
import { errorCode } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import { leadsOut } from '../host/workspace.ts'
import { printable } from '../report/printable.ts'
import { compressionOf } from '../image/decompress.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { allowance as allow, type Allowance, type Bounds } from './allowance.ts'
import type { Wanted } from './choose.ts'
import { directoryStore, guardIn } from './directory-store.ts'
import { openDockerArchive } from './docker-archive.ts'
import { openSource } from './from-source.ts'
import { layoutSource } from './layout.ts'
import type { ImageSource } from '../image/source.ts'
import { archiveStore, firstBytes, type Store } from './store.ts'
import type { ImageThing, WeighedThing } from './thing.ts'
import { openWeighIn } from './open-weigh-in.ts'
import { asUnreadable, cannotWeigh, WHAT } from './unreadable.ts'

export interface ThingOptions {
  /** The platforms to open of an image; `usual` by default. */
  readonly platforms?: Wanted
  /** How to open an image in a registry: `openRepository` of `registry/`, with the credentials to use. */
  readonly openRegistry: (reference: Reference) => Promise<ImageSource>
  /** How to read the JSON of a weigh-in. */
  readonly readWeighIn: (value: unknown) => Parsed<WeighIn>
  /**
   * What a name without tag and registry may be. `files`: only a file, so that the text alone decides, as a gate
   * requires. If left out: a file if one exists, otherwise an image.
   */
  readonly bareNames?: 'files'
  /** From `workspaceRoots`: no link in a layout there leads out of it. If left out, links are followed. */
  readonly workspace?: readonly string[]
  readonly bounds?: Bounds
}

/**
 * Opens the thing that `text` names: an image in a registry, or a path of an OCI layout, an image archive, a binary or
 * a weigh-in. `readThingName` decides between the two; a bare name is a file if one exists, otherwise an image. If a
 * layout or archive has several images, `PATH:TAG` names one.
 *
 * @throws Failure `bad-input` if it is none of these, `unreadable-image` if it is damaged or hostile, `registry`
 * @throws Absent if a registry says that the image does not exist
 */
export async function openThing(host: Host, text: string, options: ThingOptions): Promise<WeighedThing> {
  const name = printable(text)
  const opening = { host, name, options, allowance: allow(options.bounds) }
  try {
    if (name.trim() === '')
      throw new Failure(
        'bad-input',
        { what: clause`there is nothing to weigh`, fix: WHAT },
        { fields: { thing: name } },
      )
    if (name.length > LONGEST_NAME)
      throw cannotWeigh(
        `${name.slice(0, 60)}…`,
        'there is no such file, because a path cannot be that long',
        { fix: WHAT },
      )
    const named = readThingName(text)
    if (named.kind === 'image') return await openNamedImage(opening, named.reference)
    const found = await openFile(opening, text)
    if (found !== null) return found
    if (named.kind === 'path' || options.bareNames === 'files') throw noSuchFile(name, options)
    const reference = referenceOf(name, options)
    return await openNamedImage(opening, reference).catch(cause => {
      throw withoutFile(name, cause)
    })
  } catch (cause) {
    throw asUnreadable(name, cause)
  }
}

/** Opens an image in a registry. It looks at no file, even if one has this name. */
export async function openReference(
  host: Host,
  reference: Reference,
  options: ThingOptions,
): Promise<ImageThing> {
  const name = formatReference(reference)
  try {
    return await openNamedImage({ host, name, options, allowance: allow(options.bounds) }, reference)
  } catch (cause) {
    throw asUnreadable(name, cause)
  }
}

async function openNamedImage(opening: Opening, reference: Reference): Promise<ImageThing> {
  return openImage(opening, await opening.options.openRegistry(reference), null)
}

/** Opens a file; `null` if it does not exist. */
async function openFile(opening: Opening, text: string): Promise<WeighedThing | null> {
  const { host, name } = opening
  const whole = await statOf(name, path.resolve(host.cwd, text))
  if (whole !== null) return openPath(opening, whole, null)
  // A layout's tag may contain slashes, unlike a reference's tag.
  const { name: place, tag } = cutAtLastColon(text)
  const tagged = tag === null || place === '' ? null : await statOf(name, path.resolve(host.cwd, place))
  return tagged === null ? null : openPath(opening, tagged, tag)
}

interface Opening {
  readonly host: Host
  readonly name: string
  readonly options: ThingOptions
  readonly allowance: Allowance
}

interface Found {
  /** Absolute path. */
  readonly file: string
  readonly status: Stats
}

async function statOf(name: string, file: string): Promise<Found | null> {
  try {
    return file.includes('\0') ? null : { file, status: await stat(file) }
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(cause))) return null
    throw cannotWeigh(name, whyNotRead(cause), { cause })
  }
}

async function openPath(
  opening: Opening,
  { file, status }: Found,
  tag: string | null,
): Promise<WeighedThing> {
  const { name, host, options } = opening
  const end = options.workspace === undefined ? null : await leadsOut(options.workspace, file)
  if (end !== null) throw cannotWeigh(name, `it leads out of the workspace through a link, to ${end}`)
  if (status.isDirectory()) {
    const store = directoryStore(name, file, await guardIn(host, options.workspace, file))
    const isLayout = await isThere(store, 'oci-layout')
    if (isLayout) return openImage(opening, await layoutSource(store), tag)
    throw cannotWeigh(name, 'it is a directory without oci-layout', { fix: WHAT })
  }
  if (!status.isFile()) throw cannotWeigh(name, 'it is neither a file nor a directory', { fix: WHAT })
  const head = await firstBytes(file)
  switch (kindOf(head)) {
    case 'elf':
      return { kind: 'binary', name: path.basename(file), file, bytes: status.size }
    case 'archive':
      return openArchive(opening, file, status.size, tag)
    case 'json':
      return openWeighIn(opening.name, file, status.size, options.readWeighIn)
    case 'other':
      throw cannotWeigh(name, `it is ${fileKind(head)}`, { fix: WHAT })
  }
}

function kindOf(head: Buffer): 'elf' | 'archive' | 'json' | 'other' {
  if (isElf(head)) return 'elf'
  if (compressionOf(head) !== 'none' || head.toString('latin1', 257, 262) === 'ustar') return 'archive'
  return /^\s*[[{]/.test(head.toString('latin1')) ? 'json' : 'other'
}

async function openArchive(
  opening: Opening,
  file: string,
  size: number,
  tag: string | null,
): Promise<ImageThing> {
  const { host, name, options, allowance } = opening
  allowance.spend('stored', size)
  const store = await archiveStore(host, name, file, allowance)
  // Newer archives contain both formats. The layout has the digests that a registry would have.
  if (await isThere(store, 'oci-layout', 'index.json'))
    return openImage(opening, await layoutSource(store), tag)
  if (await isThere(store, 'manifest.json'))
    return openDockerArchive(host, store, { wanted: options.platforms ?? 'usual', tag }, allowance)
  throw cannotWeigh(name, 'it is an archive without oci-layout or manifest.json', { fix: WHAT })
}

async function isThere(store: Store, ...names: readonly string[]): Promise<boolean> {
  for (const name of names) if ((await store.extent(name, 0)) === null) return false
  return true
}

function openImage(
  { host, options, allowance }: Opening,
  source: ImageSource,
  tag: string | null,
): Promise<ImageThing> {
  return openSource(host, source, { wanted: options.platforms ?? 'usual', tag }, allowance)
}

/** The longest path that Linux allows. */
const LONGEST_NAME = 4096

/** The tag is `latest` by default, as in docker. A text that can only be a path gives no reference. */
function referenceOf(text: string, options: ThingOptions): Reference {
  if (text.startsWith('~') || FILE_NAME.test(text)) throw noSuchFile(text, options)
  const last = text.slice(text.lastIndexOf('/') + 1)
  const reference = parseReference(/[:@]/.test(last) || text.includes('@') ? text : `${text}:latest`)
  if (reference.ok) return reference.value
  throw cannotWeigh(
    text,
    clause`there is no such file, and as an image in a registry it ${reference.problem}`,
  )
}

/** A bare name may have been meant as a file, so the failure to get an image also says that no such file exists. */
function withoutFile(name: string, cause: unknown): unknown {
  if (!(cause instanceof Failure)) return cause
  const Kind = cause instanceof Absent ? Absent : Failure
  return new Kind(
    cause.code,
    {
      what: clause`there is no file ${name}, and as an image in a registry it was not read`,
      why: reasonOf(cause),
      fix: cause.clauses.fix,
    },
    { cause, fields: { ...cause.fields, thing: name } },
  )
}

/** Under a gate, a bare name can only be a file, so the sentence says how to write an image. */
function noSuchFile(text: string, { bareNames }: ThingOptions): Failure {
  const latest = bareNames === 'files' ? parseReference(`${text}:latest`) : null
  return cannotWeigh(text, 'there is no such file', {
    fix:
      latest?.ok === true
        ? clause`write ${formatReference(latest.value)} for an image in a registry where there is a ${input('budget')}`
        : WHAT,
  })
}
