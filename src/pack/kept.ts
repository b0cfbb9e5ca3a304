import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Host } from '../host/host.ts'
import type { Price } from '../weigh-in/price.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'
import { packedBytesFault } from './packed-file.ts'
import { makeDirectory } from '../host/make-directory.ts'

/** A packed binary of an earlier run, and the proof it passed. */
export interface KeptPack {
  readonly bytes: Uint8Array
  /** `null` where it was never proven on such a machine: it is to be proven again, and not packed again. */
  readonly proof: KeptProof | null
}

export interface KeptProof {
  readonly report: ProofReport
  readonly price: Price | null
}

interface Entry {
  /** Of the packed binary: what the disk or the cache service gave back must still be that. */
  readonly sha256: string
  /** What it was proven on, see `provenOn`. */
  readonly on: string | null
  readonly proof: KeptProof | null
}

/** The key of a packed binary: its output is a pure function of these. */
export function packKey(linkedSha256: string, packerIdentity: string): string {
  return keyOf(linkedSha256, packerIdentity)
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/**
 * @param on what a proof must have been made on to hold: it depends on how the kernel lays out a new program's stack,
 *   so another kernel calls for another proof, which costs a tenth of packing again.
 * @param linked what it was packed from: it is checked as what a packer has just made.
 */
export async function readKeptPack(
  host: Host,
  key: string,
  on: string,
  linked: Uint8Array,
): Promise<KeptPack | null> {
  const [binary, description] = filesOf(host, key)
  try {
    const entry = readEntry(JSON.parse(await readFile(description, 'utf8')))
    const bytes = await readFile(binary)
    if (entry === null || sha256(bytes) !== entry.sha256) return null
    const fault = packedBytesFault(linked, bytes)
    if (fault !== null) {
      host.log.debug(`kept: ${binary} is not used: ${fault}`)
      return null
    }
    return { bytes, proof: entry.on === on ? entry.proof : null }
  } catch {
    return null
  }
}

/** A failure to keep is a notice: the run has what it needs. */
export async function keepPack(host: Host, key: string, on: string, kept: KeptPack): Promise<void> {
  const [binary, description] = filesOf(host, key)
  const entry: Entry = { sha256: sha256(kept.bytes), on: kept.proof === null ? null : on, proof: kept.proof }
  try {
    await writeWhole(binary, kept.bytes)
    await writeWhole(description, JSON.stringify(entry))
    await sweep(path.dirname(binary))
  } catch (error) {
    host.log.notice(`The packed binary could not be kept for later runs in ${host.kept}: ${String(error)}.`)
  }
}

/** Whether this packer's hand-over has been seen in all environments before, on such a machine. */
export async function isHandOverKept(host: Host, packerIdentity: string, on: string): Promise<boolean> {
  return readFile(handOverFile(host, packerIdentity, on)).then(
    () => true,
    () => false,
  )
}

export async function keepHandOver(host: Host, packerIdentity: string, on: string): Promise<void> {
  // Without it the next run only proves more than it had to; `keepPack` has said that nothing can be kept.
  await writeWhole(handOverFile(host, packerIdentity, on), '').catch(() => {})
}

function handOverFile(host: Host, packerIdentity: string, on: string): string {
  return path.join(host.kept, 'hand-over', keyOf(packerIdentity, on))
}

function filesOf(host: Host, key: string): readonly [binary: string, description: string] {
  return [path.join(host.kept, 'packed', key), path.join(host.kept, 'packed', `${key}.json`)]
}

/** All or nothing, whoever else writes the same. */
async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  await makeDirectory(path.dirname(file))
  const partial = `${file}.${randomUUID()}`
  try {
    await writeFile(partial, content, { mode: 0o644 })
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    throw cause
  }
}

const PARTIAL = /^[0-9a-f]{64}(?:\.json)?\.[0-9a-f-]{36}$/
const ABANDONED_MS = 24 * 60 * 60 * 1000

/** What runs left half written that were killed. */
async function sweep(directory: string): Promise<void> {
  const partials = (await readdir(directory)).filter(name => PARTIAL.test(name))
  for (const file of partials.map(name => path.join(directory, name))) {
    const age = Date.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? Date.now())
    if (age > ABANDONED_MS) await rm(file, { force: true })
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readEntry(value: unknown): Entry | null {
  if (!isRecord(value) || typeof value['sha256'] !== 'string') return null
  const on = value['on']
  const proof = readProof(value['proof'])
  return { sha256: value['sha256'], on: typeof on === 'string' ? on : null, proof }
}

function readProof(value: unknown): KeptProof | null {
  if (!isRecord(value) || !isRecord(value['report'])) return null
  const { status, reason, isolation, environments } = value['report']
  if (status !== 'proven' || (reason !== null && typeof reason !== 'string')) return null
  if (isolation !== 'namespaces' && isolation !== 'process') return null
  if (!Array.isArray(environments) || !environments.every(count => typeof count === 'number')) return null
  const price = value['price'] === null ? null : readPrice(value['price'])
  return price === undefined ? null : { report: { status, reason, isolation, environments }, price }
}

function readPrice(value: unknown): Price | undefined {
  if (!isRecord(value)) return undefined
  const processorMs = readPair(value['processorMs'])
  const memory = readPair(value['memory'])
  return processorMs === undefined || memory === undefined ? undefined : { processorMs, memory }
}

function readPair(value: unknown): { linked: number; shipped: number } | undefined {
  if (!isRecord(value)) return undefined
  const { linked, shipped } = value
  return typeof linked === 'number' && typeof shipped === 'number' ? { linked, shipped } : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
