/**
 * Every way a run is known to fail. Stable: scripts may match on it, and docs/reference.md lists it.
 * A gate that says no (over budget, unmeasured) is a verdict, not a failure.
 */
export type FailureCode =
  | 'bad-input'
  | 'missing-tool'
  | 'toolchain'
  | 'compile'
  | 'not-static'
  | 'unreadable-binary'
  | 'unreadable-image'
  | 'pack'
  | 'proof'
  | 'smoke-test'
  | 'write'
  | 'registry'
  | 'daemon'

/** A place in the user's files, for an annotation. `line` and `column` count from 1. */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

export interface FailureDetails {
  readonly cause?: unknown
  /** What a tool printed, shown as it is beside the sentence. */
  readonly output?: string
  readonly locations?: readonly Location[]
}

/**
 * An expected failure: one sentence that says what was being done, to what, why it failed and what to do.
 * Anything else that is thrown is a defect, and keeps its stack when shown.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly output: string | undefined
  readonly locations: readonly Location[]

  constructor(code: FailureCode, sentence: string, details: FailureDetails = {}) {
    super(sentence, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.output = details.output
    this.locations = details.locations ?? []
  }
}

/**
 * What was being done was cut short by this machine, which says nothing about what it was done to: a program was killed or
 * stopped, or the disk is full. It ends the run, so that the state of the machine decides nothing else.
 */
export class Interrupted extends Failure {}

/** What was asked for is positively not there, as a registry's 404 says; anything else leaves open whether it is. */
export class Absent extends Failure {}
