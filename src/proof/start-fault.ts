import { clause } from '../clause.ts'
import { Interrupted } from '../failure.ts'

/**
 * A start that says nothing about the binary. It ends the run: if the linked binary shipped instead, what ships would
 * depend on how busy the machine was.
 */
export function startFault(why: string, cause?: unknown): Interrupted {
  return new Interrupted(
    'proof',
    {
      what: clause`the proof could not be finished`,
      why: clause`a program that it started did not get to its end (${why})`,
      fix: clause`run it again`,
    },
    { cause },
  )
}
