import semver from 'semver'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { GoSpec } from '../declare/spec.ts'
import { Failure, reasonText } from '../failure.ts'
import type { Host } from '../host/host.ts'
import { listReleases, OFFICIAL_GO } from './go-list.ts'
import { listThroughModuleProxy } from './go-module-proxy.ts'
import { goOnPath } from './go-on-path.ts'
import type { KnownRelease } from './go-request.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { goOfSemver, semverOfGo } from './go-version.ts'
import { listPlatform } from './list-platform.ts'

/**
 * The newest release of Go after this one, such as `go1.27.4`; `null` if this one is the newest. It is not downloaded.
 * A problem is a clause that says why no list could be read.
 */
export async function newerGo(
  host: Host,
  { downloadUrl }: GoSpec,
  current: GoToolchain,
  workingDirectory: string,
): Promise<Parsed<string | null>> {
  const known = await knownReleases(host, downloadUrl ?? OFFICIAL_GO, workingDirectory)
  return known.ok ? parsed(newestAfter(current.version, known.value)) : known
}

async function knownReleases(
  host: Host,
  base: string,
  workingDirectory: string,
): Promise<Parsed<readonly KnownRelease[]>> {
  const listed = await listReleases(host, base, listPlatform()).catch((cause: unknown) => {
    if (cause instanceof Failure) return problem(reasonText(cause))
    throw cause
  })
  if (!('ok' in listed)) return parsed(listed)
  const local = await goOnPath(host, workingDirectory)
  return local === null ? listed : listThroughModuleProxy(host, local)
}

/** A vendor's version (`go1.26.8-suffix`) counts as the release that it is made from. */
export function newestAfter(current: string, known: readonly KnownRelease[]): string | null {
  const present = semverOfGo(current)
  const stable = known.filter(release => release.stable).map(({ version }) => version)
  const newest = semver.maxSatisfying(stable, '*')
  return present === null || newest === null || !semver.gt(newest, present) ? null : goOfSemver(newest)
}
