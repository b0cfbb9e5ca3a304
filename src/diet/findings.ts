import { isNoise } from '../size/noise.ts'
import { breaks, type Change } from './change.ts'
import type { Setting } from './settings.ts'
import { type DietWeight, savedBy, type Saved } from './weight.ts'

/** The outcome of a try. */
export type Outcome =
  | { readonly status: 'weighed'; readonly weight: DietWeight }
  /** Linked, it is as large as before or larger, and so it was not packed. */
  | { readonly status: 'not smaller'; readonly linkedSize: number }
  | { readonly status: 'failed'; readonly stage: FailedStage; readonly reason: string }

export type FailedStage = 'compile' | 'start' | 'pack' | 'other'

/** The changes that were tried: several only where all of them were tried together. */
export interface Tried {
  readonly changes: readonly Change[]
  readonly settings: readonly Setting[]
  readonly outcome: Outcome
}

/** A try that was weighed and that is worth reporting. */
export interface Finding {
  readonly changes: readonly Change[]
  readonly settings: readonly Setting[]
  readonly weight: DietWeight
  readonly saved: Saved
}

export interface Findings {
  /** Tries that make the image smaller, or only a pull. The one that saves the most of the image comes first. */
  readonly saves: readonly Finding[]
  /** Tries that make the image larger and save something else: memory, start-up time, bytes to pull. */
  readonly trades: readonly Finding[]
  readonly nothing: readonly Tried[]
  readonly failed: readonly Tried[]
}

export function findingsOf(asItIs: DietWeight, tried: readonly Tried[]): Findings {
  const weighed = tried.flatMap(one => weighedOf(asItIs, one))
  const saves = weighed.filter(({ gain }) => gain === 'saves').map(({ finding }) => finding)
  const trades = weighed.filter(({ gain }) => gain === 'trades').map(({ finding }) => finding)
  const told = new Set([...saves, ...trades].map(({ changes }) => changes))
  return {
    saves: saves.toSorted(mostFirst),
    trades: trades.toSorted(mostFirst),
    nothing: tried.filter(({ outcome, changes }) => outcome.status !== 'failed' && !told.has(changes)),
    failed: tried.filter(({ outcome }) => outcome.status === 'failed'),
  }
}

/**
 * Returns what is worth trying together: all changes that made the image smaller and break nothing. Empty for one
 * change alone.
 */
export function worthTogether({ saves }: Findings): readonly Change[] {
  const worth = saves.filter(({ saved, changes }) => saved.image > 0 && !changes.some(breaks))
  return worth.length < 2 ? [] : worth.flatMap(({ changes }) => changes)
}

type Gain = 'saves' | 'trades' | 'nothing'

function weighedOf(
  asItIs: DietWeight,
  { changes, settings, outcome }: Tried,
): readonly { readonly gain: Gain; readonly finding: Finding }[] {
  if (outcome.status !== 'weighed') return []
  const { weight } = outcome
  const saved = savedBy(asItIs, weight)
  return [{ gain: gainOf(asItIs, saved), finding: { changes, settings, weight, saved } }]
}

/** Share of a pull, where that is all there is to gain. A smaller gain does not justify asking more of clients. */
const LEAST_SHARE = 0.01

function gainOf({ imageSize, downloadSize }: DietWeight, { image, download, memory }: Saved): Gain {
  const sameImage = isNoise({ kind: 'image' }, imageSize, image)
  const lessToPull = download > LEAST_SHARE * downloadSize
  if (sameImage) return lessToPull ? 'saves' : 'nothing'
  if (image > 0) return 'saves'
  const lessMemory = memory !== null && memory > 0 && !isNoise({ kind: 'memory' }, 0, memory)
  return lessToPull || lessMemory ? 'trades' : 'nothing'
}

function mostFirst({ saved: one }: Finding, { saved: other }: Finding): number {
  return other.image - one.image || other.download - one.download
}
