import { writeReport } from '../host/report-file.ts'
import type { Blob } from '../image/blob.ts'

/**
 * Writes the SBOM of each platform into its file.
 *
 * @param files in the order of the SBOMs; none where they are not asked for
 * @throws Failure `write`
 */
export async function writeSboms(files: readonly string[], sboms: readonly (Blob | null)[]): Promise<void> {
  for (const [at, file] of files.entries()) {
    const sbom = sboms[at] ?? null
    if (sbom !== null) await writeReport(file, new TextDecoder().decode(sbom.bytes))
  }
}
