import type { PlatformSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import type { Entry } from '../../../image/entry.ts'
import { checkBinariesPlace } from '../../../output/binaries-folder.ts'
import { checkCertificates } from '../certificates.ts'
import { readFiles } from '../files.ts'
import type { ImageOnBase } from '../platform-on-base.ts'
import { requireInPlace } from '../paths-in-place.ts'
import { checkOutput } from './check-output.ts'
import { checkStart, namesOf } from './check-start.ts'

/** The entries of the input `files`, for each platform. Platforms with the same files share them. */
export type UserFiles = ReadonlyMap<PlatformSpec, readonly Entry[]>

/**
 * Checks everything that the user named and that can be looked at before minutes go into compiling and packing.
 *
 * @param called what the image is called; `null`: only Go knows it
 * @throws Failure `bad-input`, `write`
 */
export async function checkEarly(host: Host, spec: ImageOnBase, called: string | null): Promise<UserFiles> {
  const files = new Map<PlatformSpec, readonly Entry[]>()
  const read = new Map<string, readonly Entry[]>()
  for (const platform of spec.platforms) {
    const same = JSON.stringify([platform.files, platform.links, platform.workingDirectory])
    const entries = read.get(same) ?? (await readFiles(host, platform))
    read.set(same, entries)
    const known = namesOf(platform.source)
    if (known !== null) checkStart(platform, entries, known)
    files.set(platform, entries)
  }
  await checkCertificates(spec.certificates)
  await checkOutput(host, spec, called)
  if (spec.binaries !== null) {
    await requireInPlace(host, spec, spec.binaries.directory, 'binaries')
    await checkBinariesPlace(spec.binaries.directory)
  }
  return files
}
