import type { RawEntry } from '../../__tests__/support/archives.ts'
import type { Parsed } from '../../src/declare/parsed.ts'
import type { Random } from './random.ts'

/** Files are those of a directory. */
export type Input = Uint8Array | readonly RawEntry[]

/** A reader of what others wrote, and inputs for it that are nearly right. */
export interface Target {
  readonly name: string
  /** It gets one of so many inputs: some readers are slower than others. */
  readonly share: number
  /** @param turn counts the inputs, so that each seed has its turn */
  readonly input: (random: Random, turn: number) => Input
  /** Throws a Failure, or gives a value or a problem; anything else that is thrown is a defect. */
  readonly read: (input: Input) => Outcome | Promise<Outcome>
  /** After the last input. */
  readonly end?: () => void
}

/** A text says why there is no value, as a clause. */
export type Outcome = 'value' | { readonly problem: string }

export function outcomeOf(parsed: Parsed<unknown>): Outcome {
  return parsed.ok ? 'value' : { problem: parsed.problem }
}

export function bytesOf(input: Input): Uint8Array {
  if (input instanceof Uint8Array) return input
  throw new Error('the input is a directory')
}
