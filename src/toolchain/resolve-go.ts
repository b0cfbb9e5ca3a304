import { type Clause, clause } from '../clause.ts'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { arch, platform } from 'node:os'
import path from 'node:path'
import type { GoSpec } from '../declare/spec.ts'
import { input, inputOrWord } from '../declare/input-part.ts'
import { Failure } from '../failure.ts'
import { excerpt } from '../host/excerpt.ts'
import { Unreachable } from '../host/download.ts'
import type { Host } from '../host/host.ts'
import { HttpError } from '../host/http-error.ts'
import { showUrl } from '../host/show-url.ts'
import { findTool, type CachedTool } from '../host/tool-cache.ts'
import { goRequest } from './go-directive.ts'
import { installRelease } from './go-download.ts'
import { listReleases, OFFICIAL_GO } from './go-list.ts'
import { fetchedBefore, fetchThroughModuleProxy } from './go-module-proxy.ts'
import { goOnPath, type InstalledGo } from './go-on-path.ts'
import { choose, rangeOf, satisfies, type Asked, type GoRequest, type Wanted } from './go-request.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { goOfSemver } from './go-version.ts'
import { listPlatform } from './list-platform.ts'

/**
 * Finds a suitable Go, or downloads one. It tries the tool cache, PATH, the official list or the mirror that replaces
 * it, and, if that cannot be reached, the user's GOPROXY through the Go in PATH. If an installed Go is suitable, it
 * does not use the network.
 *
 * @throws Failure `bad-input` for an invalid version, `missing-tool` if no suitable Go can be found or downloaded,
 * `toolchain` if a download cannot be trusted
 */
export async function resolveGo(host: Host, spec: GoSpec, workingDirectory: string): Promise<GoToolchain> {
  const request = await goRequest(host, spec, workingDirectory)
  const cached = await inToolCache(host, spec, request.wanted)
  if (cached !== null) return fromCache(cached, 'tool cache', request.why)
  const local = await goOnPath(host, workingDirectory)
  if (local !== null && satisfies(request.wanted, local.semver))
    return fromInstalled(local, 'PATH', request.why)
  const fetched = local === null ? null : await fetchedBefore(host, local, request.wanted)
  if (fetched !== null) return fromInstalled(fetched, 'module proxy', request.why)
  return obtain(host, spec, request, local)
}

async function obtain(
  host: Host,
  spec: GoSpec,
  request: GoRequest,
  local: InstalledGo | null,
): Promise<GoToolchain> {
  const { wanted, why, asked } = request
  const listed = await fromList(host, spec, request, local).catch((cause: unknown) => {
    if (cause instanceof Unreachable) return cause
    throw cause
  })
  if (!(listed instanceof Unreachable)) return listed
  host.log.debug(listed.message)
  const reasons = [
    `the download from ${showUrl(spec.downloadUrl ?? OFFICIAL_GO)} failed (${serverSays(listed)})`,
  ]
  if (local !== null) {
    const fetched = await fetchThroughModuleProxy(host, local, wanted)
    if (fetched.ok) return fromInstalled(fetched.value, 'module proxy', why)
    reasons.push(fetched.problem)
  }
  throw new Failure(
    'missing-tool',
    {
      what: noneSatisfies(asked),
      why: clause`${[onPathSays(local), ...reasons].join('; ')}`,
      fix: clause`install Go${versionOf(asked)} on PATH, or set ${input('go-version')} or ${input('go-download-url')}`,
    },
    { cause: listed, fields: { version: asked?.version, url: showUrl(spec.downloadUrl ?? OFFICIAL_GO) } },
  )
}

async function fromList(
  host: Host,
  spec: GoSpec,
  { wanted, why, asked }: GoRequest,
  local: InstalledGo | null,
): Promise<GoToolchain> {
  const base = spec.downloadUrl ?? OFFICIAL_GO
  const release = choose(wanted, await listReleases(host, base, listPlatform()))
  if (release === null)
    throw new Failure(
      'missing-tool',
      {
        what: noneSatisfies(asked),
        why: clause`${onPathSays(local)}, and ${showUrl(base)} lists none for ${platform()}/${arch()}`,
        fix: clause`install Go${versionOf(asked)} on PATH, or set ${input('go-version')} to a released version`,
      },
      { fields: { version: asked?.version, url: showUrl(base) } },
    )
  // Only now is it known which version `stable` is.
  const exact: Wanted = { kind: 'range', range: release.version }
  const because = wanted.kind === 'channel' ? `${why}, which is ${goOfSemver(release.version)}` : why
  const cached = await inToolCache(host, spec, exact)
  if (cached !== null) return fromCache(cached, 'tool cache', because)
  if (local !== null && satisfies(exact, local.semver)) return fromInstalled(local, 'PATH', because)
  const installed = await installRelease(host, toolName(spec), base, release)
  return fromCache(installed, 'download', because)
}

async function inToolCache(host: Host, spec: GoSpec, wanted: Wanted): Promise<CachedTool | null> {
  const range = rangeOf(wanted)
  if (range === null) return null
  const ownPlace = spec.downloadUrl === null ? null : await findTool(host, toolName(spec), range, arch())
  const found = ownPlace ?? (await findTool(host, 'go', range, arch()))
  return found !== null && existsSync(path.join(found.directory, 'bin', 'go')) ? found : null
}

/**
 * The name in the tool cache. Downloads from a mirror are kept apart from those from the official place, because they
 * may be another distribution.
 */
function toolName({ downloadUrl }: GoSpec): string {
  if (downloadUrl === null) return 'go'
  return `go-${createHash('sha256').update(downloadUrl).digest('hex').slice(0, 8)}`
}

function fromCache(
  { directory, version }: CachedTool,
  source: GoToolchain['source'],
  why: string,
): GoToolchain {
  return {
    version: goOfSemver(version),
    command: path.join(directory, 'bin', 'go'),
    goroot: directory,
    source,
    why,
  }
}

function fromInstalled(
  { version, command, goroot }: InstalledGo,
  source: GoToolchain['source'],
  why: string,
): GoToolchain {
  return { version, command, goroot, source, why }
}

function onPathSays(local: InstalledGo | null): string {
  return local === null ? 'PATH has none' : `PATH has ${local.version.replace(/^go/, '')}`
}

function noneSatisfies(asked: Asked | null): Clause {
  return asked === null
    ? clause`no Go toolchain was found`
    : clause`no Go toolchain satisfies ${asked.version} (${inputOrWord(asked.from)})`
}

function versionOf(asked: Asked | null): string {
  return asked === null ? '' : ` ${asked.version}`
}

/** The server's own words: the address stands in the sentence already. */
function serverSays({ cause, message }: Unreachable): string {
  return excerpt(cause instanceof HttpError ? cause.message : message)
}
