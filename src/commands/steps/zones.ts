import { input } from '../../declare/input-part.ts'
import { clause } from '../../clause.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readExecutable, type Executable } from '../../binary/executable.ts'
import { looksLikeProgram, PROGRAM_HEAD } from '../../binary/program-head.ts'
import { nearest } from '../../declare/nearest.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import { type Clauses, Failure } from '../../failure.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import type { Host } from '../../host/host.ts'
import type { Entry } from '../../image/entry.ts'
import { readZoneArchive } from '../../image/zone-archive.ts'
import type { EntryTree } from '../../image/entry-tree.ts'
import { readZoneWish, ZONE_FILES_PATH, type ZoneFile, ZONES_PATH, type ZoneWish } from '../../image/zones.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import { resolveGo } from '../../toolchain/resolve-go.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import type { ReadBinary } from './read.ts'

/** The time zones of an image. */
export interface ReadZones {
  /** Go's zip file, for programs that Go built; `null`: not needed. */
  readonly archive: Uint8Array | null
  /** Single zone files, for all other programs, and where only the zone of `TZ` is needed. */
  readonly files: readonly ZoneFile[]
  /** In words for the report. */
  readonly from: string
}

const NONE: ReadZones = { archive: null, files: [], from: 'none' }
const OF_BASE: ReadZones = { ...NONE, from: 'those of the base' }

/** Whether a base image has zones where Go looks for them: any has that of UTC. */
function hasZones(base: EntryTree): boolean {
  return [`${ZONE_FILES_PATH}/UTC`, `${ZONE_FILES_PATH}/Etc/UTC`, ZONES_PATH].some(file => base.has(file))
}

/**
 * Reads time zones where a binary can reach them, where `env` sets `TZ`, or where the user asked for them.
 *
 * @param userFiles the entries from `files`, which may include a zone
 * @throws Failure `bad-input` for a `TZ` that names no zone
 */
export async function readZones(
  host: Host,
  spec: PlatformOnBase,
  go: GoToolchain | null,
  binaries: readonly ReadBinary[],
  userFiles: readonly Entry[],
): Promise<ReadZones> {
  if (spec.timezones === 'none') return NONE
  const anyGo = binaries.some(({ executable }) => isOfGo(executable))
  const anyOther = binaries.some(({ executable }) => !isOfGo(executable)) || userFiles.some(isOtherProgram)
  const ofBase = spec.on !== undefined && hasZones(spec.on.tree)
  const reachable = !ofBase && binaries.some(({ executable }) => executable.needs?.timezones === true)
  const all = spec.timezones === 'all'
  const wish = missingZone(spec, userFiles, anyGo)
  if (!all && !reachable && wish.kind === 'nothing') return ofBase ? OF_BASE : NONE
  const archive = await readArchive(host, spec, go)
  const zones = zonesOf(archive)
  const named = zoneOf(wish, zones)
  const withArchive = anyGo && (all || reachable)
  const single = named === null || (withArchive && !anyOther) ? [] : [named]
  const files = all && anyOther ? zones : single
  return { archive: withArchive ? archive.bytes : null, files, from: wordsFor(withArchive, files) }
}

/**
 * Checks the `TZ` of `env` before anything is compiled.
 *
 * @throws Failure `bad-input` where it names no zone, or one that Go cannot read
 */
export async function checkZone(
  host: Host,
  spec: PlatformOnBase,
  go: GoToolchain | null,
  userFiles: readonly Entry[],
): Promise<void> {
  // A binary that the user supplied may be written in C. Its rules are checked after it was read.
  const wish = missingZone(spec, userFiles, spec.source.kind === 'main')
  if (wish.kind === 'nothing') return
  if (spec.timezones === 'none') {
    host.log.notice(
      clause`${input('env')} sets TZ=${spec.config.env['TZ'] ?? ''}, and ${input('timezones', 'none')} leaves that zone out: local time is UTC unless the program embeds its zones`,
    )
    return
  }
  zoneOf(wish, zonesOf(await readArchive(host, spec, go)))
}

/**
 * The zone that `TZ` asks for and that `files` does not include. Only Go refuses rules: a C library reads them without
 * a file.
 */
function missingZone(
  { config: { env }, on }: PlatformOnBase,
  userFiles: readonly Entry[],
  anyGo: boolean,
): ZoneWish {
  const wish = readZoneWish(env['TZ'] ?? '')
  if (wish.kind === 'zone or rule' && !anyGo) return { kind: 'nothing' }
  const place = wish.kind === 'nothing' ? null : wish.kind === 'file' ? wish.path : zonePath(wish.name)
  const isThere =
    userFiles.some(({ path }) => path === place) || (place !== null && on?.tree.has(place) === true)
  return isThere ? { kind: 'nothing' } : wish
}

function zonePath(name: string): string {
  return `${ZONE_FILES_PATH}/${name}`
}

/** `null`: none is needed. */
function zoneOf(wish: ZoneWish, zones: readonly ZoneFile[]): ZoneFile | null {
  switch (wish.kind) {
    case 'nothing':
      return null
    case 'file':
      throw wrongZone(wish.path, {
        why: clause`that file is not in the image`,
        fix: clause`write the name of a zone, such as Europe/Berlin, or add the file with ${input('files')}`,
      })
    case 'zone':
    case 'zone or rule': {
      const found = zones.find(({ name }) => name === wish.name)
      if (found !== undefined) return found
      if (wish.kind === 'zone') throw unknownZone(wish.name, zones)
      throw wrongZone(wish.name, {
        why: clause`Go cannot read that rule, so that local time would be UTC`,
        fix: clause`write the name of a zone, such as Europe/Berlin`,
      })
    }
  }
}

function unknownZone(name: string, zones: readonly ZoneFile[]): Failure {
  const names = zones.map(zone => zone.name)
  const city = names.find(known => known.toLowerCase().endsWith(`/${name.toLowerCase()}`))
  const hint =
    city ?? nearest(name.replace(/^["']|["']$/g, ''), names) ?? 'the name of one, such as Europe/Berlin'
  return wrongZone(name, { why: clause`that is not the name of a time zone`, fix: clause`write ${hint}` })
}

function wrongZone(zone: string, because: Required<Pick<Clauses, 'why' | 'fix'>>): Failure {
  return new Failure(
    'bad-input',
    { what: clause`${input('env')} sets TZ to "${zone}"`, ...because },
    { fields: { input: 'env', value: zone } },
  )
}

function isOfGo({ buildInfo, needs }: Executable): boolean {
  return buildInfo !== null || needs !== null
}

/** Whether a program from `files` was not built by Go, as far as can be seen. */
function isOtherProgram(entry: Entry): boolean {
  if (entry.kind !== 'file' || (entry.mode & 0o111) === 0) return false
  return looksLikeProgram(entry.bytes.subarray(0, PROGRAM_HEAD), entry.path) && !isBuiltByGo(entry.bytes)
}

function isBuiltByGo(bytes: Uint8Array): boolean {
  try {
    return isOfGo(readExecutable(bytes))
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

interface Archive {
  readonly file: string
  readonly bytes: Uint8Array
}

async function readArchive(host: Host, spec: PlatformSpec, go: GoToolchain | null): Promise<Archive> {
  const { goroot } = go ?? (await resolveGo(host, spec.go, spec.workingDirectory))
  const file = path.join(goroot, 'lib', 'time', 'zoneinfo.zip')
  try {
    return { file, bytes: await readFile(file) }
  } catch (cause) {
    throw unreadable(file, whyNotRead(cause), cause)
  }
}

function zonesOf({ file, bytes }: Archive): readonly ZoneFile[] {
  const zones = readZoneArchive(bytes)
  if (!zones.ok) throw unreadable(file, `it ${zones.problem}`)
  return zones.value
}

function unreadable(file: string, why: string, cause?: unknown): Failure {
  return new Failure(
    'toolchain',
    {
      what: clause`the time zones cannot be read from ${file}`,
      why: clause`${why}`,
      fix: clause`write ${input('timezones', 'none')}, or install Go whole`,
    },
    { cause, fields: { file } },
  )
}

function wordsFor(withArchive: boolean, files: readonly ZoneFile[]): string {
  const [first, ...others] = files
  const named = first === undefined ? [] : [others.length === 0 ? first.name : `${files.length} zones`]
  return [...(withArchive ? ["Go's zoneinfo.zip"] : []), ...named].join(' and ') || 'none'
}
