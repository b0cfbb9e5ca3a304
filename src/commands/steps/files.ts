import { clause } from '../../clause.ts'
import type { BinaryPlace } from '../../declare/binary-place.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { readTree } from '../../host/read-tree.ts'
import { workspaceRoots } from '../../host/workspace.ts'
import type { Entry } from '../../image/entry.ts'
import { filesEntries } from '../../image/files-layer.ts'

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
  { config }: PlatformSpec,
  files: readonly Entry[],
  binaries: readonly BinaryPlace[],
): readonly Entry[] {
  const entries = filesEntries(files, config, binaries)
  if (!entries.ok)
    throw new Failure(
      'bad-input',
      { what: clause`two things want one place in the image`, ...entries.problem },
      { fields: { input: 'files' } },
    )
  return entries.value
}
