import { descriptorOf } from '../image/digest.ts'
import { allLayers, type Image } from '../image/image.ts'
import type { Sizes } from '../weigh-in/weigh-in.ts'

/** Returns the sizes of one platform's image: its files, and the bytes that a pull transfers. */
export function sizesOf(image: Pick<Image, 'baseLayers' | 'layers' | 'config' | 'manifest'>): Sizes {
  const layers = allLayers(image)
  const files = layers.flatMap(layer => layer.files)
  // A base may have a layer twice, such as an empty one. It is transferred once.
  const blobs = new Map(
    [...layers, image.config, image.manifest].map(blob => [blob.digest, descriptorOf(blob)]),
  )
  return {
    imageSize: files.reduce((sum, file) => sum + file.bytes, 0),
    downloadSize: [...blobs.values()].reduce((sum, { size }) => sum + size, 0),
  }
}
