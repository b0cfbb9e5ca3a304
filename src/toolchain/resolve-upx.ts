import { type Clause, clause, joinClauses } from '../clause.ts'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import path from 'node:path'
import semver from 'semver'
import type { PackSpec } from '../declare/spec.ts'
import { KNOWN_GOOD_UPX, PINNED_UPX } from '../declare/upx-settings.ts'
import { input } from '../declare/input-part.ts'
import { Failure, reasonOf, reasonText } from '../failure.ts'
import { extract } from '../host/archive.ts'
import { childEnvironment } from '../host/child-environment.ts'
import { download, Unreachable, type DownloadPatience } from '../host/download.ts'
import type { Host } from '../host/host.ts'
import { showUrl } from '../host/show-url.ts'
import { onPath } from '../host/on-path.ts'
import { run } from '../host/process.ts'
import { findTool, installTool, type CachedTool } from '../host/tool-cache.ts'
import { OFFICIAL_UPX, pinOf, upxArchive } from './upx-releases.ts'
import type { UpxTool } from '../tools/upx-tool.ts'

const WITHOUT = clause`or set ${input('pack', 'off')} to ship unpacked`

/**
 * If another UPX could be used instead, the pinned one gets one try of this length, so that a machine without a network
 * does not wait.
 */
const ONE_SHORT_TRY = { tries: 1, timeoutMs: 5000 }

/**
 * Finds UPX, or gets it: from the tool cache, from PATH, or by a download from the release or the mirror that replaces
 * it. Versions differ in the bytes that they write. Without `upx-version`, the pinned version is used if it can be
 * found or downloaded. Otherwise another known-good version on this machine is used. An explicit version is never
 * substituted.
 *
 * @throws Failure `missing-tool` if there is none, `bad-input` for a version that could not be verified, `toolchain` if
 * a download is not what it should be
 */
export async function resolveUpx(host: Host, spec: PackSpec): Promise<UpxTool> {
  const asked = spec.upxVersion ?? PINNED_UPX
  const cached = await inToolCache(host, spec, semverOf(asked))
  if (cached !== null) return tool(commandIn(cached), asked, 'tool cache')
  const installed = await upxOnPath(host)
  // The hash is of a release archive, so it says nothing about a program on PATH.
  if (installed?.version === asked && spec.upxSha256 === null)
    return tool(installed.command, installed.version, 'PATH')
  const standIn = await findStandIn(host, spec, installed)
  if (standIn === null) return fetchUpx(host, spec, installed)
  return fetchUpx(host, spec, installed, ONE_SHORT_TRY).catch(cause => {
    // A download that the run itself ended says nothing about the server.
    host.stop?.throwIfAborted()
    if (!(cause instanceof Failure) || cause.code !== 'missing-tool') throw cause
    host.log.notice(
      `UPX ${standIn.version} from ${standIn.source === 'PATH' ? 'PATH' : 'the tool cache'} is used, and the digest is the one of that version. UPX ${asked} could not be found or downloaded: ${whyShort(cause)}.`,
    )
    return standIn
  })
}

const ANY: PackSpec = {
  mode: 'auto',
  packer: 'upx',
  upxVersion: null,
  upxSha256: null,
  upxArgs: [],
  upxDownloadUrl: null,
}

/**
 * Finds a UPX to unpack with. Every known-good version unpacks to the same bytes, so one on this machine comes first.
 *
 * @throws Failure as `resolveUpx` does
 */
export async function resolveUpxToUnpack(host: Host): Promise<UpxTool> {
  return (await findStandIn(host, ANY, await upxOnPath(host))) ?? resolveUpx(host, ANY)
}

/** Another known-good version that is on this machine; `null` if the user asked for a version or a hash. */
async function findStandIn(
  host: Host,
  spec: PackSpec,
  installed: InstalledUpx | null,
): Promise<UpxTool | null> {
  if (spec.upxVersion !== null || spec.upxSha256 !== null) return null
  const cached = await inToolCache(host, spec, KNOWN_GOOD_UPX.join(' || '))
  if (cached !== null) return tool(commandIn(cached), cached.version, 'tool cache')
  if (installed === null || !KNOWN_GOOD_UPX.includes(installed.version)) return null
  return tool(installed.command, installed.version, 'PATH')
}

/** The reason of the download itself, without the advice around it. */
function whyShort(failure: Failure): string {
  return reasonText(failure.cause instanceof Failure ? failure.cause : failure)
}

async function inToolCache(host: Host, spec: PackSpec, range: string): Promise<CachedTool | null> {
  const found = await findTool(host, toolName(spec), range, arch())
  return found !== null && existsSync(commandIn(found)) ? found : null
}

interface InstalledUpx {
  readonly version: string
  readonly command: string
}

async function upxOnPath(host: Host): Promise<InstalledUpx | null> {
  const command = onPath(host, 'upx')
  if (command === null) return null
  const asked = await run(host, command, ['--version'], {
    env: childEnvironment(host, 'packer'),
    // A time limit would make the version, and with it what ships, depend on how busy the machine is.
    standstillMs: 10_000,
  }).catch(() => null)
  host.stop?.throwIfAborted()
  const version = /^upx (\d+(?:\.\d+)+)/m.exec(asked?.stdout ?? '')?.[1]
  if (version !== undefined) return { version, command }
  host.log.warning(`The UPX on PATH, ${command}, is skipped: it does not print its version.`)
  return null
}

async function fetchUpx(
  host: Host,
  spec: PackSpec,
  installed: InstalledUpx | null,
  patience: DownloadPatience = {},
): Promise<UpxTool> {
  const version = spec.upxVersion ?? PINNED_UPX
  const archive = upxArchive(version, platform(), arch())
  if (archive === null)
    throw new Failure(
      'missing-tool',
      {
        what: clause`UPX ${version} was not found`,
        why: clause`${onPathSays(installed)}, and UPX has no build for ${platform()}/${arch()} to download`,
        fix: clause`install ${wanted(spec)} and put it on PATH, ${WITHOUT}`,
      },
      { fields: { version, platform: `${platform()}/${arch()}` } },
    )
  const sha256 = spec.upxSha256 ?? pinOf(archive)
  if (sha256 === null)
    throw new Failure(
      'bad-input',
      {
        what: clause`${input('upx-version')} "${version}" was not downloaded`,
        why: clause`Bantam knows no SHA-256 of ${archive} to verify it with`,
        fix: clause`set ${input('upx-sha256')} to it, put that UPX on PATH (${onPathSays(installed)}), or leave ${input('upx-version')} out for ${PINNED_UPX}`,
      },
      { fields: { input: 'upx-version', value: version } },
    )
  const url = archiveUrl(spec, version, archive)
  const cached = await install(host, spec, { version, url, sha256 }, patience).catch((cause: unknown) => {
    if (cause instanceof Unreachable)
      throw new Failure(
        'missing-tool',
        {
          what: clause`UPX ${version} was not found`,
          why: clause`${onPathSays(installed)}, and ${reasonOf(cause)}`,
          fix: clause`install ${wanted(spec)} and put it on PATH, set ${input('upx-download-url')} to a mirror that can be reached, ${WITHOUT}`,
        },
        { cause, fields: { ...cause.fields, version } },
      )
    if (cause instanceof Failure && cause.code === 'missing-tool')
      throw new Failure(
        'missing-tool',
        { what: clause`UPX was not installed`, why: reasonOf(cause), fix: fixOf(cause) },
        { cause, fields: { version } },
      )
    throw cause
  })
  return tool(commandIn(cached), version, 'download')
}

function fixOf({ clauses: { fix } }: Failure): Clause {
  return fix === undefined ? WITHOUT : joinClauses([fix, WITHOUT], ', ')
}

interface Release {
  readonly version: string
  readonly url: string
  /** The hash of the archive in hex. */
  readonly sha256: string
}

async function install(
  host: Host,
  spec: PackSpec,
  { version, url, sha256 }: Release,
  patience: DownloadPatience,
): Promise<CachedTool> {
  const { file } = await download(host, url, { sha256, maxBytes: 50_000_000, ...patience })
  try {
    return await installTool(host, toolName(spec), semverOf(version), arch(), async directory => {
      await extract(host, file, directory, { strip: true, from: showUrl(url) })
      const command = path.join(directory, 'upx')
      if (!existsSync(command))
        throw new Failure(
          'toolchain',
          { what: clause`${showUrl(url)} is no release of UPX`, why: clause`it holds no program upx` },
          { fields: { url: showUrl(url) } },
        )
      chmodSync(command, 0o755)
    })
  } finally {
    await rm(file, { force: true })
  }
}

/**
 * The URL of an archive in upstream's layout, `v4.2.4/upx-4.2.4-amd64_linux.tar.xz`, below the mirror or UPX's own
 * place.
 */
function archiveUrl({ upxDownloadUrl }: PackSpec, version: string, archive: string): string {
  const url = new URL(upxDownloadUrl ?? OFFICIAL_UPX)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v${version}/${archive}`
  return url.href
}

/**
 * The name in the tool cache. An archive that was verified with the user's own hash is kept apart from one that was
 * verified with a pinned hash.
 */
function toolName({ upxSha256 }: PackSpec): string {
  return upxSha256 === null ? 'upx' : `upx-${upxSha256.slice(0, 16).toLowerCase()}`
}

/** The version as semver, which the cache requires: 3.96 is stored as 3.96.0. */
function semverOf(version: string): string {
  return semver.coerce(version)?.version ?? version
}

function commandIn({ directory }: CachedTool): string {
  return path.join(directory, 'upx')
}

async function tool(command: string, version: string, source: UpxTool['source']): Promise<UpxTool> {
  const sha256 = createHash('sha256')
    .update(await readFile(command))
    .digest('hex')
  return { version, command, sha256, source }
}

function onPathSays(installed: InstalledUpx | null): string {
  return installed === null ? 'there is none on PATH' : `the one on PATH is ${installed.version}`
}

function wanted({ upxVersion }: PackSpec): string {
  return upxVersion === null
    ? `UPX ${KNOWN_GOOD_UPX.toSorted().join(' or ')} (package upx-ucl on Debian and Ubuntu)`
    : `UPX ${upxVersion}`
}
