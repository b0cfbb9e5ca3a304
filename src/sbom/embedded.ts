import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { ConfigSpec } from '../declare/spec.ts'
import type { Blob } from '../image/blob.ts'
import type { Entry } from '../image/entry.ts'
import type { EntryTree } from '../image/entry-tree.ts'
import { standingDirectories } from '../image/standing-directories.ts'
import { parents } from '../image/tree.ts'

/**
 * Where the SBOM is in an image. Syft, Grype and Trivy read it wherever it is, by the end of its name; the directory is
 * that of images that apko makes.
 */
export const SBOM_PATH = '/var/lib/db/sbom/image.spdx.json'

/** Refuses what cannot be in an image together with its SBOM. */
export function checkSbomPlace(others: readonly Pick<Entry, 'kind' | 'path'>[]): Parsed<null> {
  const wrong = others.find(
    ({ kind, path }) =>
      path === SBOM_PATH ||
      path.startsWith(`${SBOM_PATH}/`) ||
      (kind !== 'directory' && SBOM_PATH.startsWith(`${path}/`)),
  )
  return wrong === undefined
    ? parsed(null)
    : problem(
        `"${wrong.path}" is in the way of the SBOM, which goes to "${SBOM_PATH}"; give it another place.`,
      )
}

/**
 * What the layer of the SBOM holds, beside the directories that it can make itself.
 *
 * @param base the files of the base image; left out on `scratch`
 */
export function sbomEntries(
  { bytes }: Pick<Blob, 'bytes'>,
  others: readonly Entry[],
  { user, accounts }: Pick<ConfigSpec, 'user' | 'accounts'>,
  base?: EntryTree,
): readonly Entry[] {
  // A layer that leaves out the mode and owner of a directory that others made would change them.
  const directories = new Map(
    [...standingDirectories(user, accounts, base), ...others].flatMap(entry =>
      entry.kind === 'directory' ? [[entry.path, entry] as const] : [],
    ),
  )
  const above = parents(SBOM_PATH).flatMap(path => directories.get(path) ?? [])
  return [...above, { kind: 'file', path: SBOM_PATH, mode: 0o644, uid: 0, gid: 0, bytes }]
}
