import type { Image } from '../image/image.ts'
import type { Sizes } from '../weigh-in/weigh-in.ts'

/** Returns the sizes of one platform's image: its files, and the bytes that a pull transfers. */
export function sizesOf({ layers, config, manifest }: Pick<Image, 'layers' | 'config' | 'manifest'>): Sizes {
  const files = layers.flatMap(layer => layer.files)
  const blobs = [...layers, config, manifest]
  return {
    imageSize: files.reduce((sum, file) => sum + file.bytes, 0),
    downloadSize: blobs.reduce((sum, blob) => sum + blob.bytes.length, 0),
  }
}
