import { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ImageSpec } from '../../declare/spec.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import type { Base } from '../../image/base-layer.ts'
import { bundle, type PemSource } from '../../image/certificates.ts'
import type { Entry } from '../../image/entry.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import type { ReadBinary } from './read.ts'
import { readZones } from './zones.ts'

/** What the image stands on, and where it is from, in words for the report. */
export interface ReadBase {
  readonly contents: Base
  readonly certificates: string
  readonly timezones: string
}

/** Certificates and zones where a binary can reach them, or where they were asked for. */
export async function readBase(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain | null,
  binaries: readonly ReadBinary[],
  brought: readonly Entry[],
): Promise<ReadBase> {
  const [roots, zones] = await Promise.all([
    readRoots(spec, binaries),
    readZones(host, spec, go, binaries, brought),
  ])
  return {
    contents: {
      certificates: roots.pem,
      zones: zones.archive,
      zoneFiles: zones.files,
      user: spec.config.user,
    },
    certificates: roots.from,
    timezones: zones.from,
  }
}

/** What the image holds, in words for the report: `certificates`, `2 files`, `proxy`. */
export function contentsOf(
  { contents }: ReadBase,
  files: readonly Entry[],
  binaries: readonly { readonly name: string }[],
): readonly string[] {
  const brought = files.filter(({ kind }) => kind === 'file').length
  const { zoneFiles = [] } = contents
  return [
    ...(contents.certificates === null ? [] : ['certificates']),
    ...(contents.zones === null && zoneFiles.length === 0 ? [] : ['time zones']),
    ...(brought === 0 ? [] : [brought === 1 ? '1 file' : `${brought} files`]),
    ...binaries.map(({ name }) => name),
  ]
}

interface Roots {
  readonly pem: string | null
  readonly from: string
}

async function readRoots(
  { certificates: { roots, extra } }: ImageSpec,
  binaries: readonly ReadBinary[],
): Promise<Roots> {
  // What Go did not build may want roots for all that can be told.
  const wanted = binaries.some(({ executable: { needs } }) => needs === null || needs.certificates)
  const choice = roots === 'auto' ? (wanted ? 'mozilla' : 'none') : roots
  const [first, extras] = await Promise.all([
    firstSource(choice),
    Promise.all(extra.map(file => readPem(file, 'extra-certificates'))),
  ])
  const sources = [...first, ...extras]
  if (sources.length === 0) return { pem: null, from: 'none' }
  const bundled = bundle(sources)
  if (!bundled.ok) throw new Failure('bad-input', `The certificates cannot be used: ${bundled.problem}`)
  return { pem: bundled.value, from: sources.map(({ name }) => path.basename(name)).join(' and ') }
}

async function firstSource(
  roots: Exclude<ImageSpec['certificates']['roots'], 'auto'>,
): Promise<readonly PemSource[]> {
  if (roots === 'none') return []
  if (roots === 'system') return [await readSystemRoots()]
  if (roots === 'mozilla') {
    // 180 kB of text that most runs of `--help` can do without.
    const { MOZILLA_ROOTS } = await import('../../image/mozilla-roots.ts')
    return [MOZILLA_ROOTS]
  }
  return [await readPem(roots.file, 'certificates')]
}

/** Where Debian, Fedora, Alpine and openSUSE keep theirs. https://go.dev/src/crypto/x509/root_linux.go */
const SYSTEM_ROOTS = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

async function readSystemRoots(): Promise<PemSource> {
  for (const file of SYSTEM_ROOTS) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null) return { name: file, text }
  }
  throw new Failure(
    'bad-input',
    'certificates: system asks for the roots of this machine, which has none; write `certificates: mozilla`, or a PEM file.',
  )
}

/** Bytes; all the roots of the world are 200 kB. */
const LARGEST_PEM = 8_000_000

async function readPem(file: string, input: string): Promise<PemSource> {
  const status = await stat(file).catch((cause: unknown) => cause)
  if (status instanceof Stats && status.isFile() && status.size <= LARGEST_PEM)
    return { name: file, text: await readFile(file, 'utf8') }
  const why =
    status instanceof Stats ? (status.isFile() ? 'it is too large' : 'it is no file') : whyNotRead(status)
  throw new Failure('bad-input', `${input} "${file}" cannot be read: ${why}; write the path of a PEM file.`, {
    cause: status,
  })
}
