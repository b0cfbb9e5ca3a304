import { clause } from '../../clause.ts'
import { binaryPath, type BinaryPlace } from '../../declare/binary-place.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { readTree } from '../../host/read-tree.ts'
import { workspaceRoots } from '../../host/workspace.ts'
import type { Entry } from '../../image/entry.ts'
import { filesEntries } from '../../image/files-layer.ts'
import { checkSbomPlace } from '../../sbom/embedded.ts'

/** Reads the input `files` from the disk. */
export async function readFiles(
  host: Host,
  { files, workingDirectory }: PlatformSpec,
): Promise<readonly Entry[]> {
  const workspace = await workspaceRoots(host, workingDirectory)
  return (await Promise.all(files.map(file => readTree(file, workspace)))).flat()
}

/**
 * Returns the files and the directories that the service is promised, checked against each other and against the
 * binaries.
 */
export function arrangeFiles(
  { config, sbom }: PlatformSpec,
  files: readonly Entry[],
  binaries: readonly BinaryPlace[],
): readonly Entry[] {
  const entries = filesEntries(files, config, binaries)
  if (!entries.ok) throw onePlace(entries.problem)
  if (sbom.includes('embedded')) {
    const programs = binaries.map(binary => ({ kind: 'file' as const, path: binaryPath(binary) }))
    const place = checkSbomPlace([...entries.value, ...programs])
    if (!place.ok) throw onePlace(place.problem)
  }
  return entries.value
}

function onePlace(problem: string): Failure {
  return new Failure('bad-input', {
    what: clause`two things want one place in the image`,
    why: clause`${problem}`,
  })
}
