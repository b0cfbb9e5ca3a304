import { clause } from '../../../clause.ts'
import { input } from '../../../declare/input-part.ts'
import { nearest } from '../../../declare/nearest.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import { type Clauses, Failure } from '../../../failure.ts'
import { binaryPath, type BinaryPlace } from '../../../declare/binary-place.ts'
import { entrypointOf } from '../../../image/assemble.ts'
import { baseEntries } from '../../../image/base-layer.ts'
import { byBytes } from '../../../image/byte-order.ts'
import type { Entry } from '../../../image/entry.ts'
import { entryTree, may } from '../../../image/entry-tree.ts'
import { whyNotStart } from '../../../image/start-check.ts'
import { printable } from '../../../report/printable.ts'
import { arrangeFiles } from '../files.ts'

/** More names would hide the sentence before them. */
const MAX_SHOWN = 5

/**
 * Refuses an image that cannot start, as far as its files show before a binary is built: the entrypoint must be there,
 * be a program for the platform, and be executable for the image's user.
 *
 * @param userFiles from `readFiles`
 * @param binaries those that will be built
 * @throws Failure `bad-input`
 */
export function checkStart(
  spec: PlatformSpec,
  userFiles: readonly Entry[],
  binaries: readonly BinaryPlace[],
): void {
  const { config, platform } = spec
  const { user } = config
  const entrypoint = entrypointOf(config, binaries)
  const ours = binaries.map(binary => placeholder(binaryPath(binary)))
  const base = baseEntries({ certificates: null, zones: null, user })
  const entries = [...base, ...arrangeFiles(spec, userFiles, binaries), ...ours]
  const tree = entryTree(entries)
  const because = whyNotStart(tree, new Set(ours.map(({ path }) => path)), {
    ...config,
    entrypoint,
    platform,
  })
  if (because === null) return
  const [command = ''] = entrypoint
  const programs = [...tree.values()]
    .filter(entry => entry.kind === 'file' && may(entry, user, 'execute'))
    .map(({ path }) => path)
  throw new Failure(
    'bad-input',
    // File names and the interpreters of scripts come from the checkout.
    {
      what: clause`${input('entrypoint')} "${printable(command)}" ${printable(because)}`,
      ...whatIsThere(command, programs),
    },
    { fields: { input: 'entrypoint', value: command } },
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
  const shown = [...new Set([...(meant === undefined ? [] : [meant]), ...others])].slice(0, MAX_SHOWN)
  const hidden = others.length - shown.length
  return {
    why: clause`the image has ${printable(shown.join(', '))}${hidden > 0 ? ` and ${hidden} more` : ''}`,
    fix: clause`write ${printable(meant ?? 'one of these')}, or correct what ${input('files')} adds`,
  }
}

/** The names of the binaries, where they are known without the toolchain. */
export function namesOf(source: PlatformSpec['source']): readonly BinaryPlace[] | null {
  if (source.kind === 'binary') return [source]
  const named = source.mains.flatMap(({ name, directory }) => (name === null ? [] : [{ name, directory }]))
  return named.length === source.mains.length && named.length > 0 ? named : null
}
