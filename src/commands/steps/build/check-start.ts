import { clause } from '../../../clause.ts'
import { firstOf } from '../../../declare/first-of.ts'
import { input } from '../../../declare/input-part.ts'
import { nearest } from '../../../declare/nearest.ts'
import type { InputName } from '../../../declare/inputs.ts'
import type { ConfigSpec, PlatformSpec, User } from '../../../declare/spec.ts'
import { type Clauses, Failure } from '../../../failure.ts'
import { binaryPath, type BinaryPlace } from '../../../declare/binary-place.ts'
import { entrypointOf } from '../../../image/assemble.ts'
import { baseEntries } from '../../../image/base-layer.ts'
import type { BaseImage } from '../../../image/base-image.ts'
import { byBytes } from '../../../image/byte-order.ts'
import type { Entry } from '../../../image/entry.ts'
import { type EntryTree, entryTree, may } from '../../../image/entry-tree.ts'
import { layOver, placeIn } from '../../../image/lay-over.ts'
import { brokenLink } from '../../../image/link-check.ts'
import { whyNotStart } from '../../../image/start-check.ts'
import { printable } from '../../../report/printable.ts'
import { findFilePrograms } from '../file-programs.ts'
import { arrangeFiles } from '../files.ts'
import type { PlatformOnBase } from '../platform-on-base.ts'

/** More names would hide the sentence before them. */
const MAX_SHOWN = 5

/**
 * Refuses an image that cannot start, as far as its files show before a binary is built: the entrypoint must be there,
 * be a program for the platform, and be executable for the image's user. So must the program of a health check, and the
 * links of `files` must lead somewhere.
 *
 * @param userFiles from `readFiles`
 * @param binaries those that will be built
 * @throws Failure `bad-input`
 */
export function checkStart(
  spec: PlatformOnBase,
  userFiles: readonly Entry[],
  binaries: readonly BinaryPlace[],
): void {
  const { config, platform, on } = spec
  const { user, accounts } = config
  const entrypoint = entrypointOf(config, binaries)
  const ours = placedBinaries(binaries, on)
  const base = baseEntries({
    certificates: null,
    zones: null,
    user,
    accounts,
    ...(on === undefined ? {} : { tree: on.tree }),
  })
  const files = arrangeFiles(spec, userFiles, binaries)
  findFilePrograms(spec, files, binaries)
  const entries = [...base, ...files, ...ours]
  const tree = entryTree([...(on === undefined ? [] : on.tree.values()), ...entries])
  checkLinks(spec, tree)
  const names = new Set(ours.filter(({ kind }) => kind === 'file').map(({ path }) => path))
  const env = { ...config.inherited?.env, ...config.env }
  for (const [name, words] of commandsOf(config, entrypoint)) {
    const because = whyNotStart(tree, names, { ...config, env, entrypoint: words, platform })
    if (because !== null) throw noStart(name, words, because, tree, user)
  }
}

/** What is started in the image, by the input that says so. The health check of a base is not checked. */
function commandsOf(
  { args, healthcheck }: ConfigSpec,
  entrypoint: readonly string[],
): readonly (readonly [InputName, readonly string[]])[] {
  return [
    entrypoint.length === 0 ? ['cmd', args] : ['entrypoint', entrypoint],
    ...(healthcheck?.kind === 'command' ? [['healthcheck', healthcheck.words] as const] : []),
  ]
}

function noStart(
  name: InputName,
  [command = '']: readonly string[],
  because: string,
  tree: EntryTree,
  user: User,
): Failure {
  const programs = [...tree.values()]
    .filter(entry => entry.kind === 'file' && may(entry, user, 'execute'))
    .map(({ path }) => path)
  return new Failure(
    'bad-input',
    // File names and the interpreters of scripts come from the checkout.
    {
      what: clause`${input(name)} "${printable(command)}" ${printable(because)}`,
      ...whatIsThere(command, programs),
    },
    { fields: { input: name, value: command } },
  )
}

function checkLinks({ config, links }: PlatformSpec, tree: EntryTree): void {
  if (links.length === 0) return
  const entries = links.flatMap(({ path }) => {
    const entry = tree.get(placeIn(tree, { path, kind: 'symlink' }) ?? path)
    return entry?.kind === 'symlink' ? [entry] : []
  })
  const { workdir, volumes, emptyDirectories } = config
  const mounts = [...(workdir === null ? [] : [workdir]), ...volumes, ...emptyDirectories]
  const broken = brokenLink(
    tree,
    entries,
    mounts.filter(path => path !== '/'),
  )
  if (broken === null) return
  const { path, target } = broken.link
  const meant = nearest(
    target,
    [...tree.keys()].filter(other => other !== path),
  )
  const fix = meant === null ? 'write a path of the image' : `write ${printable(`${path} -> ${meant}`)}`
  throw new Failure(
    'bad-input',
    {
      what: clause`${input('files')} "${printable(`${path} -> ${target}`)}" ${printable(broken.because)}`,
      fix: clause`${fix}`,
    },
    { fields: { input: 'files', value: path } },
  )
}

function placedBinaries(binaries: readonly BinaryPlace[], on: BaseImage | undefined): readonly Entry[] {
  const entries = binaries.map(binary => placeholder(binaryPath(binary)))
  if (on === undefined) return entries
  const placed = layOver(on.tree, entries)
  if (placed.ok) return placed.value
  throw new Failure(
    'bad-input',
    {
      what: clause`a binary cannot be put into ${on.name}`,
      why: clause`${placed.problem}`,
      fix: clause`give it another place, as in ${input('main', '.=/usr/local/bin/server')}`,
    },
    { fields: { input: 'base', value: on.name } },
  )
}

function placeholder(path: string): Entry {
  return { kind: 'file', path, mode: 0o755, uid: 0, gid: 0, bytes: new Uint8Array() }
}

/** The program that the user probably meant comes first. */
function whatIsThere(command: string, programs: readonly string[]): Required<Pick<Clauses, 'why' | 'fix'>> {
  const others = programs.filter(path => path !== command).toSorted(byBytes)
  if (others.length === 0)
    return { why: clause`the image has no other program`, fix: clause`correct what ${input('files')} adds` }
  const name = command.split('/').at(-1) ?? ''
  const meant =
    others.find(path => path.endsWith(`/${name}`)) ??
    nearest(command, others) ??
    (others.length === 1 ? others[0] : undefined)
  const meantFirst = [...new Set([...(meant === undefined ? [] : [meant]), ...others])]
  return {
    why: clause`the image has ${printable(firstOf(meantFirst, MAX_SHOWN))}`,
    fix: clause`write ${printable(meant ?? 'one of these')}, or correct what ${input('files')} adds`,
  }
}

/** The names of the binaries, where they are known without the toolchain. */
export function namesOf(source: PlatformSpec['source']): readonly BinaryPlace[] | null {
  if (source.kind === 'binary') return [source]
  const named = source.mains.flatMap(({ name, directory }) => (name === null ? [] : [{ name, directory }]))
  return named.length === source.mains.length && named.length > 0 ? named : null
}
