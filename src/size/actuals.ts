import type { Metric } from '../weigh-in/metric.ts'
import type { Sized } from './weighed.ts'

/** The value of each metric on one platform; `null` if it was not measured. */
export type Actuals = Readonly<Record<Metric, number | null>>

/**
 * Returns the values that limits are checked against. `binary` is the sum of the linked sizes of all programs, so that
 * packing cannot hide growth. It is unknown if one program was not read, because the linked size that a packed file
 * states is not verified. `memory` is that of the most expensive binary that the image starts, and unknown if it is
 * unknown for one of them.
 */
export function actualsOf({ sizes, binaries, otherPrograms = [] }: Sized): Actuals {
  return {
    image: sizes.imageSize,
    download: sizes.downloadSize,
    binary: linkedSizeOf(binaries, otherPrograms),
    memory: memoryOf(binaries.filter(({ fromFiles = false }) => !fromFiles)),
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
