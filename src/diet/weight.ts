import type { Price } from '../weigh-in/price.ts'
import { isNoise } from '../size/noise.ts'
import type { PlatformWeight } from '../weigh-in/weigh-in.ts'

/** What one try weighs. Sizes are bytes. */
export interface DietWeight {
  readonly imageSize: number
  readonly downloadSize: number
  /** Of all binaries, before packing. */
  readonly linkedSize: number
  /** Whether all binaries are packed. */
  readonly packed: boolean
  /** Of the binary that costs most; `null` where nothing was packed, or where it could not be measured. */
  readonly price: Price | null
}

export function dietWeight({ sizes, binaries }: Pick<PlatformWeight, 'sizes' | 'binaries'>): DietWeight {
  const prices = binaries.map(({ price }) => price)
  const known = prices.filter(price => price !== null)
  return {
    imageSize: sizes.imageSize,
    downloadSize: sizes.downloadSize ?? 0,
    linkedSize: binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0),
    packed: binaries.every(({ pack }) => pack.status === 'packed'),
    price: known.length === 0 || known.length < prices.length ? null : known.reduce(worse),
  }
}

function worse(one: Price, other: Price): Price {
  return other.memory.shipped > one.memory.shipped ? other : one
}

/** Whether a linked binary is smaller by more than noise. Sizes are bytes. */
export function isLinkedSmaller({ linkedSize: before }: DietWeight, linkedSize: number): boolean {
  return linkedSize < before && !isNoise({ kind: 'binary' }, before, before - linkedSize)
}

/**
 * What a try saves, compared with the unchanged service; negative where it adds. Bytes and milliseconds, `null` where
 * not measured.
 */
export interface Saved {
  readonly image: number
  readonly download: number
  readonly memory: number | null
  readonly processorMs: number | null
}

/**
 * A binary that ships unpacked costs what the linked binary does, which was measured on the side that ships packed. Of
 * the time to start, only the part that packing causes is more than a few milliseconds.
 */
export function savedBy(asItIs: DietWeight, tried: DietWeight): Saved {
  const [before, after] = [asItIs.price, tried.price]
  const memory = difference(
    before?.memory.shipped ?? after?.memory.linked,
    after?.memory.shipped ?? before?.memory.linked,
  )
  const processorMs =
    asItIs.packed === tried.packed
      ? null
      : difference(
          before?.processorMs.shipped ?? after?.processorMs.linked,
          after?.processorMs.shipped ?? before?.processorMs.linked,
        )
  return {
    image: asItIs.imageSize - tried.imageSize,
    download: asItIs.downloadSize - tried.downloadSize,
    memory,
    processorMs,
  }
}

function difference(before: number | undefined, after: number | undefined): number | null {
  return before === undefined || after === undefined ? null : before - after
}
