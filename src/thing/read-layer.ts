import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { looksLikeProgram, mayBeProgram, PROGRAM_HEAD } from '../binary/program-head.ts'
import type { Capabilities } from '../declare/capabilities.ts'
import type { Host } from '../host/host.ts'
import { TarError, tarEntries, type TarEntry } from '../host/tar-entries.ts'
import { writeStream } from '../host/write-stream.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { decompress } from '../image/decompress.ts'
import { readCapabilities } from '../image/file-capabilities.ts'
import { imagePath, whiteoutOf, type KeptProgram, type LayerEntry } from '../image/layer-entry.ts'
import type { Allowance } from './allowance.ts'
import { chunksOf } from '../host/file-part.ts'
import type { Extent } from '../image/source.ts'

/** The content of one layer's tar. */
export interface ReadLayer {
  readonly diffId: Digest
  readonly changes: readonly LayerEntry[]
}

/** The longest path that Linux allows. */
const LONGEST_PATH = 4096

/** Some tools write an empty layer as an empty file, without even the end marks of a tar. */
export const EMPTY_LAYER: ReadLayer = {
  diffId: `sha256:${createHash('sha256').digest('hex')}`,
  changes: [],
}

/** Reads a layer of any compression in one pass. */
export async function readLayer(
  host: Host,
  layer: Extent,
  allowance: Allowance,
  started: ReadonlySet<string> = new Set(),
): Promise<ReadLayer> {
  if (layer.size === 0) return EMPTY_LAYER
  return readTar(host, decompress(chunksOf(layer)), allowance, started)
}

/**
 * Reads the tar of a layer to its end. No file is written under a name from the layer: programs are copied into the
 * run's temporary directory, each under a random name.
 *
 * @param started paths of the files that the image starts. A program there counts whatever its name and mode, since a
 * loader can start it.
 */
export async function readTar(
  host: Host,
  tar: AsyncIterable<Uint8Array>,
  allowance: Allowance,
  started: ReadonlySet<string>,
): Promise<ReadLayer> {
  const hash = createHash('sha256')
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of tar) {
      allowance.spend('unpacked', chunk.length)
      hash.update(chunk)
      yield chunk
    }
  }
  const changes: LayerEntry[] = []
  for await (const entry of tarEntries(counted(), { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance.spend('entries', 1)
    allowance.spend('names', entry.name.length + entry.linkTarget.length)
    const change = await changeOf(host, entry, allowance, started)
    if (change !== null) changes.push(change)
  }
  return { diffId: `sha256:${hash.digest('hex')}`, changes }
}

async function changeOf(
  host: Host,
  entry: TarEntry,
  allowance: Allowance,
  started: ReadonlySet<string>,
): Promise<LayerEntry | null> {
  if (Math.max(entry.name.length, entry.linkTarget.length) > LONGEST_PATH)
    throw new TarError(`it has a path of more than ${LONGEST_PATH} characters`)
  const at = imagePath(entry.name)
  if (at === '/') return null
  const whiteout = whiteoutOf(at)
  if (whiteout !== null) return whiteout === 'nothing' ? null : whiteout
  switch (entry.type) {
    case 'file':
      return {
        kind: 'file',
        path: at,
        mode: entry.mode,
        bytes: entry.size,
        program: await programOf(host, entry, allowance, started.has(at)),
        ...capabilitiesOf(entry),
      }
    case 'directory':
      return { kind: 'directory', path: at, mode: entry.mode }
    case 'symlink':
      return { kind: 'symlink', path: at, target: entry.linkTarget }
    case 'hard link':
      return { kind: 'hard link', path: at, target: imagePath(entry.linkTarget) }
    case 'other':
      return { kind: 'special', path: at }
  }
}

/** What the kernel would not take either is left out. */
function capabilitiesOf({ capabilities }: TarEntry): { readonly capabilities?: Capabilities } {
  const read = capabilities === null ? null : readCapabilities(capabilities)
  return read === null ? {} : { capabilities: read }
}

async function programOf(
  host: Host,
  entry: TarEntry,
  allowance: Allowance,
  isStarted: boolean,
): Promise<KeptProgram | null> {
  if ((entry.mode & 0o111) === 0 && !isStarted) return null
  const content = entry.content()
  const chunks: Uint8Array[] = []
  for (let length = 0; length < PROGRAM_HEAD;) {
    const next = await content.next()
    if (next.done === true) break
    chunks.push(next.value)
    length += next.value.length
  }
  const head = Buffer.concat(chunks)
  if (!mayBeProgram(head)) return null
  const isSure = isStarted || looksLikeProgram(head, entry.name)
  allowance.spend('executables', 1)
  if (!allowance.maySpend('programs', entry.size)) return { file: null, isSure }
  const file = path.join(host.temporary, `program-${randomBytes(8).toString('hex')}`)
  await keep(file, head, content)
  return { file, isSure }
}

async function keep(file: string, head: Uint8Array, rest: AsyncGenerator<Uint8Array>): Promise<void> {
  async function* whole() {
    yield head
    yield* rest
  }
  await writeStream(whole(), file).catch(async cause => {
    await rm(file, { force: true })
    throw cause
  })
}
