/**
 * Every known way in which a run fails. The codes are stable: scripts may match on them, and docs/reference.md lists
 * them. A gate that refuses (over budget, unmeasured) is a verdict, not a failure.
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
  /** The output of a tool, shown unchanged next to the sentence. */
  readonly output?: string
  readonly locations?: readonly Location[]
}

/**
 * An expected failure: one sentence that says what was being done, to what, why it failed and what to do. Any other
 * error is a defect, and is shown with its stack.
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
 * This machine interrupted the work: a program was killed or stopped, or the disk is full. That says nothing about the
 * input of the work. It ends the run, so that nothing else depends on the state of the machine.
 */
export class Interrupted extends Failure {}

/**
 * Something that certainly does not exist, for example because a registry says 404. Any other error leaves open whether
 * it exists.
 */
export class Absent extends Failure {}
