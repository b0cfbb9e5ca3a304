import { createHash } from 'node:crypto'
import { tarEntries } from '../host/tar-entries.ts'
import { decompress } from '../image/decompress.ts'
import { imagePath } from '../image/layer-entry.ts'
import type { ListedFile } from '../verify/listing.ts'

/** Lists what the tar of a layer holds, with a digest of each file. Nothing is kept of the content. */
export async function listLayer(stored: AsyncIterable<Uint8Array>): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = []
  for await (const entry of tarEntries(decompress(stored), { maxEntries: Infinity, maxBytes: Infinity })) {
    const isFile = entry.type === 'file'
    const hash = createHash('sha256')
    if (isFile) for await (const chunk of entry.content()) hash.update(chunk)
    files.push({
      path: imagePath(entry.name),
      kind: entry.type,
      mode: entry.mode,
      uid: entry.uid,
      gid: entry.gid,
      bytes: isFile ? entry.size : 0,
      sha256: isFile ? hash.digest('hex') : '',
      target: entry.linkTarget,
      capabilities: Buffer.from(entry.capabilities ?? []).toString('hex'),
    })
  }
  return files
}
