import type { Image } from '../image/image.ts'
import type { Sizes } from '../weigh-in/weigh-in.ts'

/** What one platform's image weighs: its files, and what a pull of it transfers. */
export function sizesOf({ layers, config, manifest }: Pick<Image, 'layers' | 'config' | 'manifest'>): Sizes {
  const files = layers.flatMap(layer => layer.files)
  const blobs = [...layers, config, manifest]
  return {
    imageSize: files.reduce((sum, file) => sum + file.bytes, 0),
    downloadSize: blobs.reduce((sum, blob) => sum + blob.bytes.length, 0),
  }
}
