import type { Platform } from '../declare/platform.ts'
import type { BaseLayer } from './base-image.ts'
import type { Blob, StoredBlob } from './blob.ts'
import type { Layer } from './layer.ts'

/** The complete image for one platform: everything that is published for it. */
export interface Image {
  readonly platform: Platform
  /** Layers of the base image, which come before the image's own; left out on `scratch`. */
  readonly baseLayers?: readonly BaseLayer[]
  readonly layers: readonly Layer[]
  readonly config: Blob
  readonly manifest: Blob
}

/** Every layer, in order. */
export function allLayers({
  baseLayers = [],
  layers,
}: Pick<Image, 'baseLayers' | 'layers'>): readonly (StoredBlob & Pick<Layer, 'diffId' | 'files'>)[] {
  return [...baseLayers, ...layers]
}
