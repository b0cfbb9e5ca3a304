import { clause } from '../clause.ts'
import { readFile, rm } from 'node:fs/promises'
import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import { download, Unreachable } from '../host/download.ts'
import type { Host } from '../host/host.ts'
import { showUrl } from '../host/show-url.ts'
import type { KnownRelease } from './go-request.ts'
import { semverOfGo } from './go-version.ts'

export const OFFICIAL_GO = 'https://go.dev/dl'

/** A release for one platform. */
export interface ListedRelease extends KnownRelease {
  readonly filename: string
  /** The hash of the archive in hex. */
  readonly sha256: string
}

/** GOOS, and GOARCH in the list's own words: `armv6l` for arm. */
export interface ListPlatform {
  readonly os: string
  readonly arch: string
}

const MAX_LIST = 32 * 1024 * 1024

/** The answer to `?mode=json`: https://pkg.go.dev/golang.org/x/website/internal/dl */
const List = v.array(
  v.object({
    version: v.string(),
    stable: v.boolean(),
    files: v.array(
      v.object({
        filename: v.string(),
        os: v.string(),
        arch: v.string(),
        sha256: v.optional(v.string(), ''),
        kind: v.string(),
      }),
    ),
  }),
)

/**
 * Lists every release for a platform, from the official list or a mirror of it.
 *
 * @throws Unreachable if the list cannot be downloaded, or is not valid
 */
export async function listReleases(
  host: Host,
  base: string,
  platform: ListPlatform,
): Promise<readonly ListedRelease[]> {
  const { file } = await download(host, below(base, '', { mode: 'json', include: 'all' }), {
    maxBytes: MAX_LIST,
  })
  const text = await readFile(file, 'utf8')
  await rm(file, { force: true })
  const releases = parseList(text, platform)
  if (releases === null)
    throw new Unreachable(
      'toolchain',
      { what: clause`${showUrl(base)} did not answer ?mode=json&include=all with a list of Go releases` },
      { fields: { url: showUrl(base) } },
    )
  return releases
}

/** Parses a list; `null` if the text is not a list. */
export function parseList(text: string, { os, arch }: ListPlatform): readonly ListedRelease[] | null {
  const list = v.safeParse(List, parseJson(text))
  if (!list.success) return null
  return list.output.flatMap(({ version, stable, files }) => {
    const semver = semverOfGo(version)
    const archive = files.find(
      file =>
        file.kind === 'archive' &&
        file.os === os &&
        file.arch === arch &&
        /^[\w.+-]+\.tar\.gz$/.test(file.filename) &&
        /^[0-9a-f]{64}$/.test(file.sha256),
    )
    if (semver === null || archive === undefined) return []
    return [{ version: semver, stable, filename: archive.filename, sha256: archive.sha256 }]
  })
}

/** The URL of a file in the place that `base` names, whether or not `base` ends in a query or slash. */
export function below(base: string, filename: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${filename}`
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
