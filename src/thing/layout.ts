import type { Descriptor } from '../image/blob.ts'
import { digestOf } from '../image/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import { bytesOf, digestOfExtent, release } from './extent.ts'
import type { Extent, ImageSource } from '../image/source.ts'
import type { Store } from './store.ts'
import { damaged, unreadable } from './unreadable.ts'

/**
 * Reads an OCI layout in a directory or a tar. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export async function layoutSource(store: Store): Promise<ImageSource> {
  const { name } = store
  const index = await store.extent('index.json', MAX_DOCUMENT)
  if (index === null) throw unreadable(name, 'it is an OCI layout without index.json')

  async function find({ digest, size }: Descriptor): Promise<Extent | null> {
    const extent = await store.extent(`blobs/${digest.replace(':', '/')}`, size)
    if (extent !== null && extent.size !== size)
      throw damaged(name, `${digest} in it has ${extent.size} bytes and should have ${size}`)
    return extent
  }

  return {
    name,
    root: { digest: null, bytes: await documentOf(name, 'index.json', index) },

    async manifest(descriptor) {
      const extent = await find(descriptor)
      if (extent === null) return null
      const bytes = await documentOf(name, descriptor.digest, extent)
      const found = digestOf(bytes)
      if (found !== descriptor.digest) throw wrongDigest(name, descriptor, found)
      return { digest: found, bytes }
    },

    async blob(descriptor) {
      const extent = await find(descriptor)
      if (extent === null) throw damaged(name, `${descriptor.digest} is not in it`)
      const found = await digestOfExtent(extent)
      if (found !== descriptor.digest) throw wrongDigest(name, descriptor, found)
      return extent
    },
  }
}

function wrongDigest(name: string, { digest }: Descriptor, found: string) {
  return damaged(name, `its blob ${digest} has the digest ${found}`)
}

export async function documentOf(name: string, what: string, extent: Extent): Promise<Uint8Array> {
  if (extent.size > MAX_DOCUMENT) throw unreadable(name, `${what} in it is larger than ${MAX_DOCUMENT} bytes`)
  try {
    return await bytesOf(extent)
  } finally {
    await release(extent)
  }
}
