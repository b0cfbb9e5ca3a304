import type { Metric } from '../weigh-in/metric.ts'
import type { Sized } from './weighed.ts'

/** Bytes of each metric on one platform; `null` where it was not measured. */
export type Actuals = Readonly<Record<Metric, number | null>>

/**
 * What the limits are held against. `binary` is the sum of the linked sizes of all programs, so that packing cannot hide growth;
 * unknown where one was not read: what a packed one says of itself nothing checked. `memory` is that of the most expensive
 * binary that the image starts, unknown as soon as it is unknown for one.
 */
export function actualsOf({ sizes, binaries, otherPrograms = [] }: Sized): Actuals {
  return {
    image: sizes.imageSize,
    download: sizes.downloadSize,
    binary: linkedSizeOf(binaries, otherPrograms),
    memory: memoryOf(binaries.filter(({ brought = false }) => !brought)),
  }
}

function linkedSizeOf(
  binaries: Sized['binaries'],
  others: NonNullable<Sized['otherPrograms']>,
): number | null {
  if (binaries.some(({ breakdown }) => breakdown === null)) return null
  if (others.some(({ unread }) => unread !== null)) return null
  const linked = binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0)
  return others.reduce((sum, { bytes }) => sum + bytes, linked)
}

function memoryOf(binaries: Sized['binaries']): number | null {
  const memory = binaries.flatMap(({ price }) => (price === null ? [] : [price.memory.shipped]))
  return memory.length === 0 || memory.length < binaries.length ? null : Math.max(...memory)
}
