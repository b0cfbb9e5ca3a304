import { input } from '../../declare/input-part.ts'
import { clause } from '../../clause.ts'
import { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PlatformSpec } from '../../declare/spec.ts'
import { Failure } from '../../failure.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import { type EntryTree, lookUp, ROOT } from '../../image/entry-tree.ts'
import { fileSize } from '../../image/file-size.ts'
import { bundle, type PemSource } from '../../image/certificates.ts'
import type { ReadBinary } from './read.ts'

type Certificates = PlatformSpec['certificates']
type Chosen = Exclude<Certificates['roots'], 'auto'>

export interface Roots {
  /** `null`: not needed. */
  readonly pem: string | null
  /** In words for the report. */
  readonly from: string
}

/**
 * Reads the certificates that the user names, before anything is compiled.
 *
 * @throws Failure `bad-input` where one cannot be read, or is not a PEM file of certificates
 */
export async function checkCertificates({ roots, extra }: Certificates): Promise<void> {
  // Mozilla's come with Bantam, and whether they are needed is known only once a binary is linked.
  const named = roots === 'auto' || roots === 'mozilla' ? 'none' : roots
  const sources = await readSources(named, extra)
  if (sources.length > 0) bundled(sources)
}

/**
 * Returns certificates where a binary can reach them, or where the user asked for them.
 *
 * @param base the files of the base image, whose own certificates stay unless the user names others
 */
export async function readRoots(
  { roots, extra }: Certificates,
  binaries: readonly Pick<ReadBinary, 'executable'>[],
  base?: EntryTree,
): Promise<Roots> {
  const there = roots === 'auto' && base !== undefined ? rootsIn(base) : null
  if (there !== null) {
    if (extra.length === 0) return { pem: null, from: there.name }
    const extras = await readSources('none', extra)
    return { pem: bundled([there, ...extras]), from: wordsFor([there, ...extras]) }
  }
  // A binary that Go did not build may need root certificates, and nothing in it says whether it does.
  const wanted = binaries.some(({ executable: { needs } }) => needs === null || needs.certificates)
  const sources = await readSources(roots === 'auto' ? (wanted ? 'mozilla' : 'none') : roots, extra)
  if (sources.length === 0) return { pem: null, from: 'none' }
  return { pem: bundled(sources), from: wordsFor(sources) }
}

function wordsFor(sources: readonly PemSource[]): string {
  return sources.map(({ name }) => path.basename(name)).join(' and ')
}

/** Where Go looks for certificates, first to last. https://go.dev/src/crypto/x509/root_linux.go */
const ROOTS_OF_GO = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/** The certificates that a base image has; `null` if it has none where Go looks. */
function rootsIn(base: EntryTree): PemSource | null {
  for (const file of ROOTS_OF_GO) {
    const found = lookUp(base, file, ROOT)
    if (found.kind !== 'found' || found.entry.kind !== 'file') continue
    const { entry } = found
    return {
      name: 'those of the base',
      get text() {
        if (fileSize(entry) > LARGEST_PEM)
          throw new Failure(
            'bad-input',
            {
              what: clause`the certificates of the base cannot be used`,
              why: clause`${file} in it is too large`,
              fix: clause`name a PEM file with ${input('certificates')}`,
            },
            { fields: { file } },
          )
        return Buffer.from(entry.bytes).toString('utf8')
      },
    }
  }
  return null
}

async function readSources(roots: Chosen, extra: readonly string[]): Promise<readonly PemSource[]> {
  const [first, extras] = await Promise.all([
    firstSource(roots),
    Promise.all(extra.map(file => readPem(file, 'extra-certificates'))),
  ])
  return [...first, ...extras]
}

function bundled(sources: readonly PemSource[]): string {
  const pem = bundle(sources)
  if (!pem.ok)
    throw new Failure(
      'bad-input',
      { what: clause`the certificates cannot be used`, ...pem.problem.clauses },
      { fields: { file: pem.problem.file } },
    )
  return pem.value
}

async function firstSource(roots: Chosen): Promise<readonly PemSource[]> {
  if (roots === 'none') return []
  if (roots === 'system') return [await readSystemRoots()]
  if (roots === 'mozilla') {
    // These 180 kB of text are loaded only where they are needed: a run of `--help` starts faster without them.
    const { MOZILLA_ROOTS } = await import('../../image/mozilla-roots.ts')
    return [MOZILLA_ROOTS]
  }
  return [await readPem(roots.file, 'certificates')]
}

async function readSystemRoots(): Promise<PemSource> {
  for (const file of ROOTS_OF_GO) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null) return { name: file, text }
  }
  throw new Failure(
    'bad-input',
    {
      what: clause`${input('certificates', 'system')} cannot be used`,
      why: clause`this machine has no file of root certificates`,
      fix: clause`write ${input('certificates', 'mozilla')}, or name a PEM file`,
    },
    { fields: { input: 'certificates', value: 'system' } },
  )
}

/** Bytes. All public root certificates together take 200 kB. */
const LARGEST_PEM = 8_000_000

async function readPem(file: string, name: 'certificates' | 'extra-certificates'): Promise<PemSource> {
  const status = await stat(file).catch((cause: unknown) => cause)
  if (status instanceof Stats && status.isFile() && status.size <= LARGEST_PEM)
    return { name: file, text: await readFile(file, 'utf8') }
  const why =
    status instanceof Stats ? (status.isFile() ? 'it is too large' : 'it is no file') : whyNotRead(status)
  throw new Failure(
    'bad-input',
    {
      what: clause`${input(name)} "${file}" cannot be read`,
      why: clause`${why}`,
      fix: clause`write the path of a PEM file`,
    },
    { cause: status, fields: { input: name, value: file } },
  )
}
