import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { Host } from '../host/host.ts'
import { keptName, writeWhole } from '../host/kept-file.ts'
import type { Price } from '../weigh-in/price.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'
import { packedBytesFault } from './packed-file.ts'

/** A packed binary of an earlier run, and the proof that it passed. */
export interface KeptPack {
  readonly bytes: Uint8Array
  /** `null` where it was never proven on such a machine: it must be proven again, but not packed again. */
  readonly proof: KeptProof | null
}

export interface KeptProof {
  readonly report: ProofReport
  readonly price: Price | null
}

interface Entry {
  /** Digest of the packed binary: what the disk or the cache service gives back must match it. */
  readonly sha256: string
  /** What it was proven on, see `provenOn`. */
  readonly on: string | null
  readonly proof: KeptProof | null
}

const PAIR = v.object({ linked: v.number(), shipped: v.number() })

const PROOF = v.object({
  report: v.object({
    status: v.literal('proven'),
    reason: v.nullable(v.string()),
    isolation: v.picklist(['namespaces', 'process']),
    environments: v.array(v.number()),
  }),
  price: v.nullable(v.object({ processorMs: PAIR, memory: PAIR })),
})

/** An `Entry` as it is read back. Without a valid proof the binary is still good, and is proven again. */
const ENTRY = v.object({
  sha256: v.string(),
  on: v.fallback(v.nullable(v.string()), null),
  proof: v.fallback(v.nullable(PROOF), null),
})

/** The key of a packed binary: its output is a pure function of these. */
export function packKey(linkedSha256: string, packerIdentity: string): string {
  return keptName(linkedSha256, packerIdentity)
}

/**
 * @param on what a proof must have been made on to be valid. A proof depends on how the kernel lays out a new
 *   program's stack, so another kernel needs another proof, which costs a tenth of packing again.
 * @param linked what it was packed from. The kept binary is checked as a packer's new output is.
 */
export async function readKeptPack(
  host: Host,
  key: string,
  on: string,
  linked: Uint8Array,
): Promise<KeptPack | null> {
  const [binary, description] = filesOf(host, key)
  try {
    const entry: Entry = v.parse(ENTRY, JSON.parse(await readFile(description, 'utf8')))
    const bytes = await readFile(binary)
    if (sha256(bytes) !== entry.sha256) return null
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

/** A failure to keep the binary is only a notice: the run has what it needs. */
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

function filesOf(host: Host, key: string): readonly [binary: string, description: string] {
  return [path.join(host.kept, 'packed', key), path.join(host.kept, 'packed', `${key}.json`)]
}

const PARTIAL = /^[0-9a-f]{64}(?:\.json)?\.[0-9a-f-]{36}$/
const ABANDONED_MS = 24 * 60 * 60 * 1000

/** Removes the files that killed runs left half written. */
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
