import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Host } from '../host/host.ts'
import { tarEntries, type TarEntry } from '../host/tar-entries.ts'
import { written } from '../host/write-stream.ts'
import { compressionOf, decompress } from '../image/decompress.ts'
import { imagePath } from '../image/layer-entry.ts'
import type { Allowance } from './allowance.ts'
import type { Extent } from '../image/source.ts'

/** Files by their names, in a directory or a tar. */
export interface Store {
  /** The name for messages. */
  readonly name: string
  /**
   * `null` if there is no such file.
   *
   * @param most bytes that the caller reads. The content of a larger file need not be what was verified.
   */
  extent(name: string, most: number): Promise<Extent | null>
}

type StoredFile =
  { readonly offset: number; readonly size: number; readonly file?: string } | { readonly link: string }

const MAX_LINKS = 8

/** Reads the names in a tar once. Of a compressed tar, it makes a plain copy in the run's temporary directory. */
export async function archiveStore(
  host: Host,
  name: string,
  archive: string,
  allowance: Allowance,
): Promise<Store> {
  const compressed = compressionOf(await firstBytes(archive)) !== 'none'
  const file = compressed ? path.join(host.temporary, `archive-${randomBytes(8).toString('hex')}`) : archive
  const read = createReadStream(archive, { highWaterMark: 1024 * 1024 })
  const places = await placesIn(
    host,
    compressed ? copied(decompress(read), file, allowance) : read,
    allowance,
  )
  return {
    name,
    async extent(inside) {
      let place = places.get(imagePath(inside))
      for (let links = 0; place !== undefined && 'link' in place; links += 1)
        place = links < MAX_LINKS ? places.get(place.link) : undefined
      return place === undefined ? null : { file, ...place, temporary: false }
    },
  }
}

async function placesIn(
  host: Host,
  tar: AsyncIterable<Uint8Array>,
  allowance: Allowance,
): Promise<ReadonlyMap<string, StoredFile>> {
  const places = new Map<string, StoredFile>()
  for await (const entry of tarEntries(tar, { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance.spend('entries', 1)
    allowance.spend('names', entry.name.length + entry.linkTarget.length)
    const at = imagePath(entry.name)
    if (entry.type === 'file') places.set(at, await placeOf(host, entry, allowance))
    // Docker up to version 24 wrote a repeated layer as a link.
    if (entry.type === 'hard link') places.set(at, { link: imagePath(entry.linkTarget) })
    if (entry.type === 'symlink')
      places.set(at, { link: imagePath(path.posix.join(path.posix.dirname(at), entry.linkTarget)) })
  }
  return places
}

/**
 * Where the content of an entry is. `tar --sparse` leaves out the zeros of a blob, so the whole content is written to a
 * separate file.
 */
async function placeOf(host: Host, entry: TarEntry, allowance: Allowance): Promise<StoredFile> {
  const { offset, size } = entry
  if (offset !== null) return { offset, size }
  allowance.spend('unpacked', size)
  const file = path.join(host.temporary, `sparse-${randomBytes(8).toString('hex')}`)
  for await (const chunk of written(entry.content(), file)) void chunk
  return { file, offset: 0, size }
}

async function* copied(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  allowance: Allowance,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of written(chunks, file)) {
    allowance.spend('unpacked', chunk.length)
    yield chunk
  }
}

export async function firstBytes(file: string, length = 512, offset = 0): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
