import { type Clause, clause } from '../../clause.ts'
import { type BinaryPlace, binaryPath } from '../../declare/binary-place.ts'
import { input } from '../../declare/input-part.ts'
import { didYouMean } from '../../declare/nearest.ts'
import type { CapabilitySpec, LinkSpec, PlatformSpec } from '../../declare/spec.ts'
import { type Clauses, Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { matchFiles } from '../../host/match-files.ts'
import { readTree } from '../../host/read-tree.ts'
import { workspaceRoots } from '../../host/workspace.ts'
import type { BaseImage } from '../../image/base-image.ts'
import type { Entry } from '../../image/entry.ts'
import { filesEntries } from '../../image/files-layer.ts'
import { layOver } from '../../image/lay-over.ts'
import { checkSbomPlace, SBOM_PATH } from '../../sbom/embedded.ts'
import type { PlatformOnBase } from './platform-on-base.ts'

/** Reads the input `files` from the disk, and adds its links. */
export async function readFiles(
  host: Host,
  { files, links, workingDirectory }: Pick<PlatformSpec, 'files' | 'links' | 'workingDirectory'>,
): Promise<readonly Entry[]> {
  const workspace = await workspaceRoots(host, workingDirectory)
  const found = (await Promise.all(files.map(file => matchFiles(file, workspace)))).flat()
  const entries = (await Promise.all(found.map(file => readTree(file, workspace)))).flat()
  return [...entries, ...links.map(link)]
}

function link({ path, target }: LinkSpec): Entry {
  return { kind: 'symlink', path, mode: 0o777, uid: 0, gid: 0, target }
}

/**
 * Returns the files and the directories that the service is promised, checked against each other and against the
 * binaries, each file with its capabilities.
 */
export function arrangeFiles(
  { config, capabilities, sbom, on }: Pick<PlatformOnBase, 'config' | 'capabilities' | 'sbom' | 'on'>,
  files: readonly Entry[],
  binaries: readonly BinaryPlace[],
): readonly Entry[] {
  const entries = filesEntries(files, config, binaries, on?.tree)
  if (!entries.ok) throw onePlace(entries.problem)
  if (sbom.includes('embedded')) {
    const programs = binaries.map(binary => ({ kind: 'file' as const, path: binaryPath(binary) }))
    const place = checkSbomPlace([...entries.value, ...programs])
    if (!place.ok) throw onePlace({ why: clause`${place.problem}` })
    placedOn(on, [SBOM])
  }
  return placedOn(on, withCapabilities(entries.value, capabilities, binaries.map(binaryPath), on))
}

const SBOM: Entry = { kind: 'file', path: SBOM_PATH, mode: 0o644, uid: 0, gid: 0, bytes: new Uint8Array() }

/** Where the links of a base lead. */
function placedOn(on: BaseImage | undefined, entries: readonly Entry[]): readonly Entry[] {
  if (on === undefined) return entries
  const placed = layOver(on.tree, entries)
  if (!placed.ok) throw onePlace({ why: clause`${placed.problem}` })
  return placed.value
}

/** Binaries get theirs when they are put into the image. */
function withCapabilities(
  entries: readonly Entry[],
  capabilities: readonly CapabilitySpec[],
  binaries: readonly string[],
  on: BaseImage | undefined,
): readonly Entry[] {
  const wanted = new Map(
    capabilities.flatMap(spec => (spec.path === null ? [] : [[spec.path, spec] as const])),
  )
  const [first] = binaries
  if (first !== undefined && wanted.has(first) && capabilities.some(({ path }) => path === null))
    throw noFile(
      first,
      clause`is the first binary, which has capabilities already`,
      clause`write them on one line`,
    )
  for (const path of binaries) wanted.delete(path)
  const given = entries.map(entry => {
    const spec = wanted.get(entry.path)
    if (spec === undefined || entry.kind !== 'file') return entry
    wanted.delete(entry.path)
    return { ...entry, capabilities: spec.capabilities }
  })
  for (const path of wanted.keys()) {
    const there = entries.find(entry => entry.path === path)
    const files = [...binaries, ...entries.flatMap(entry => (entry.kind === 'file' ? [entry.path] : []))]
    if (there === undefined && on?.tree.get(path)?.kind === 'file')
      throw noFile(
        path,
        clause`is a file of ${on.name}, which stays as it is`,
        clause`write the path of a file that this run adds`,
      )
    throw there === undefined
      ? noFile(
          path,
          clause`is not in the image${didYouMean(path, files)}`,
          clause`write the path of a file, such as ${files[0] ?? '/api'}`,
        )
      : noFile(path, clause`is a ${there.kind}`, clause`write the path of a file`)
  }
  return given
}

function noFile(path: string, because: Clause, fix: Clause): Failure {
  return new Failure(
    'bad-input',
    { what: clause`${input('capabilities')} "${path}" ${because}`, fix },
    { fields: { input: 'capabilities', value: path } },
  )
}

function onePlace(clauses: Pick<Clauses, 'why' | 'fix'>): Failure {
  return new Failure(
    'bad-input',
    { what: clause`two things want one place in the image`, ...clauses },
    { fields: { input: 'files' } },
  )
}
