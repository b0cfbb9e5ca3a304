import type { Metric } from '../declare/budget.ts'
import type { Sized } from './weighed.ts'

/** Bytes of each metric on one platform; `null` where it was not measured. */
export type Actuals = Readonly<Record<Metric, number | null>>

/**
 * What the limits are held against. `binary` is the sum of the linked sizes, so that packing cannot hide growth;
 * unknown where a packed one could not be unpacked: what it says of itself nobody checked. `memory` is that of the most expensive binary, unknown as soon as it is unknown for one.
 */
export function actualsOf({ sizes, binaries }: Sized): Actuals {
  return {
    image: sizes.imageSize,
    download: sizes.downloadSize,
    binary: linkedSizeOf(binaries),
    memory: memoryOf(binaries),
  }
}

function linkedSizeOf(binaries: Sized['binaries']): number | null {
  const unread = binaries.some(({ pack, breakdown }) => pack?.status === 'packed' && breakdown === null)
  return unread ? null : binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0)
}

function memoryOf(binaries: Sized['binaries']): number | null {
  const memory = binaries.flatMap(({ price }) => (price === null ? [] : [price.memory.shipped]))
  return memory.length === 0 || memory.length < binaries.length ? null : Math.max(...memory)
}
