import { descriptorOf } from '../image/digest.ts'
import { allLayers, type Image } from '../image/image.ts'
import type { Sizes } from '../weigh-in/weigh-in.ts'

/** Returns the sizes of one platform's image: its files, and the bytes that a pull transfers. */
export function sizesOf(image: Pick<Image, 'baseLayers' | 'layers' | 'config' | 'manifest'>): Sizes {
  const layers = allLayers(image)
  const files = layers.flatMap(layer => layer.files)
  return {
    imageSize: files.reduce((sum, file) => sum + file.bytes, 0),
    downloadSize: downloadSizeOf([...layers, image.config, image.manifest].map(descriptorOf)),
  }
}

/** What a pull transfers, in bytes. A base may have a layer twice, such as an empty one; it is transferred once. */
export function downloadSizeOf(blobs: readonly { readonly digest: string; readonly size: number }[]): number {
  const sizes = new Map(blobs.map(({ digest, size }) => [digest, size]))
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}
