import { readdir } from 'node:fs/promises'
import path from 'node:path'
import semver from 'semver'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import { askGo, type InstalledGo } from './go-on-path.ts'
import { choose, rangeOf, type KnownRelease, type Wanted } from './go-request.ts'
import { goOfSemver, semverOfGo } from './go-version.ts'

/**
 * The first Go that downloads other toolchains and verifies them with the checksum database.
 * https://go.dev/doc/toolchain
 */
const FIRST_THAT_FETCHES = '1.21.0'

/** A directory where no go.mod has an effect. */
const OUTSIDE = path.parse(process.execPath).root

/** A suitable toolchain that the Go in PATH downloaded earlier. It is in the module cache, so no network is needed. */
export async function fetchedBefore(
  host: Host,
  local: InstalledGo,
  wanted: Wanted,
): Promise<InstalledGo | null> {
  const names = await readdir(path.join(local.modcache, 'golang.org')).catch(() => [])
  const range = rangeOf(wanted)
  if (range === null || semver.lt(local.semver, FIRST_THAT_FETCHES)) return null
  const versions = knownToolchains(names.map(name => name.replace('toolchain@', '')).join(' '))
  const version = semver.maxSatisfying(
    versions.map(({ version }) => version),
    range,
  )
  if (version === null) return null
  const offline: Host = { ...host, env: { ...host.env, GOPROXY: 'off' } }
  const found = await askGo(offline, local.command, goOfSemver(version), OUTSIDE)
  return found.ok ? found.value : null
}

/**
 * Has the Go in PATH download the wanted toolchain through the user's GOPROXY and verify it. A problem is the end of a
 * sentence that begins with the attempt.
 */
export async function fetchThroughModuleProxy(
  host: Host,
  local: InstalledGo,
  wanted: Wanted,
): Promise<Parsed<InstalledGo>> {
  if (semver.lt(local.semver, FIRST_THAT_FETCHES))
    return problem(`${local.version} on PATH is too old to fetch another through GOPROXY`)
  const version = exactVersion(wanted) ?? (await newest(host, local, wanted))
  if (typeof version !== 'string') return version
  const fetched = await askGo(host, local.command, goOfSemver(version), OUTSIDE)
  return fetched.ok
    ? fetched
    : problem(`fetching ${goOfSemver(version)} through GOPROXY failed (${fetched.problem})`)
}

function exactVersion(wanted: Wanted): string | null {
  return wanted.kind === 'range' ? semver.valid(wanted.range) : null
}

async function newest(host: Host, local: InstalledGo, wanted: Wanted): Promise<string | Parsed<never>> {
  const listed = await listThroughModuleProxy(host, local)
  if (!listed.ok) return listed
  return choose(wanted, listed.value)?.version ?? problem('GOPROXY has no version that fits')
}

/** Lists every toolchain that the user's GOPROXY has. A problem is a clause. */
export async function listThroughModuleProxy(
  host: Host,
  local: InstalledGo,
): Promise<Parsed<readonly KnownRelease[]>> {
  const listed = await run(host, local.command, ['list', '-m', '-versions', 'golang.org/toolchain'], {
    cwd: OUTSIDE,
    env: childEnvironment(host, 'go', { GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '' }),
    timeoutMs: 60_000,
  })
  if (listed.exitCode !== 0)
    return problem(`GOPROXY did not list the toolchains (${listed.stderr.trim().split('\n').at(-1) ?? ''})`)
  return parsed(knownToolchains(listed.stdout))
}

/**
 * Parses `golang.org/toolchain v0.0.1-go1.26.8.linux-amd64 …`. Each version is listed once for all platforms, because
 * they are released together.
 */
export function knownToolchains(listing: string): readonly KnownRelease[] {
  const versions = [...listing.matchAll(/\bv0\.0\.1-(go[\w.]+?)\.[a-z0-9]+-[a-z0-9]+(?=\s|$)/g)]
    .map(([, version = '']) => semverOfGo(version))
    .filter(version => version !== null)
  return [...new Set(versions)].map(version => ({ version, stable: semver.prerelease(version) === null }))
}
