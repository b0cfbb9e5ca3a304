import { type Clause, type Surface, clauseText, joinClauses, sentenceText } from './clause.ts'

/**
 * Every known way in which a run fails. The codes are stable: scripts may match on them, and docs/reference.md lists
 * them. A gate that refuses (over budget, unmeasured) is a verdict, not a failure.
 */
export const FAILURE_CODES = [
  'bad-input',
  'missing-tool',
  'toolchain',
  'compile',
  'not-static',
  'unreadable-binary',
  'unreadable-image',
  'pack',
  'proof',
  'smoke-test',
  'write',
  'registry',
  'daemon',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

/** A place in the user's files, for an annotation. `line` and `column` count from 1. */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

/** What a failure says; `failureSentence` makes text of it: `WHAT: WHY; FIX. STATE.` */
export interface Clauses {
  /** What failed, and with what: "the image archive cannot be written to out.tar". */
  readonly what: Clause
  /** Why: the cause's own words where there are some. */
  readonly why?: Clause | undefined
  /** What to do. */
  readonly fix?: Clause | undefined
  /** What is true now, as a sentence of its own: "nothing was published". */
  readonly state?: Clause | undefined
}

/** One of several inputs that are wrong. */
export interface WrongInput {
  /** The input's name, without the dashes of a flag. */
  readonly input: string
  /** What was given, as it may be shown. */
  readonly value: string
  /** The input, its value, why that is wrong, what to write. */
  readonly clause: Clause
}

export interface FailureDetails {
  readonly cause?: unknown
  /** The output of a tool, shown unchanged below the sentence. */
  readonly output?: string | undefined
  readonly locations?: readonly Location[]
  /** What the failure is about, for scripts and tests: `{ input: 'go-version', value: '9.99' }`. */
  readonly fields?: Fields
  /** With the code `bad-input`: the inputs that are wrong, each with a sentence of its own. */
  readonly inputs?: readonly WrongInput[]
}

/** What a failure may be about. A failure has those that it knows; schema/failure.json describes each. */
export type FieldName =
  | 'input'
  | 'value'
  | 'file'
  | 'directory'
  | 'url'
  | 'thing'
  | 'reference'
  | 'registry'
  | 'digest'
  | 'platform'
  | 'command'
  | 'version'
  | 'commit'
  | 'main'
  | 'module'
  | 'method'
  | 'status'

export type Fields = {
  /** A status of HTTP is a number, everything else is text. */
  readonly [name in FieldName]?: (name extends 'status' ? number : string) | undefined
}

/**
 * An expected failure: what was being done, to what, why it failed and what to do. Any other error is a defect, and is
 * shown with its stack.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly clauses: Clauses
  readonly output: string | undefined
  readonly locations: readonly Location[]
  readonly fields: Fields
  readonly inputs: readonly WrongInput[]

  constructor(code: FailureCode, clauses: Clauses, details: FailureDetails = {}) {
    // For stacks and debuggers. A surface shows `failureSentence` in its own words.
    super(
      failureSentence({ clauses, inputs: details.inputs ?? [] }, 'action'),
      details.cause === undefined ? undefined : { cause: details.cause },
    )
    this.code = code
    this.clauses = clauses
    this.output = details.output
    this.locations = details.locations ?? []
    this.fields = details.fields ?? {}
    this.inputs = details.inputs ?? []
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

/**
 * Returns a failure as a sentence, in which inputs have the names that the surface gives them. Several wrong inputs have
 * a line each.
 */
export function failureSentence(
  { clauses: { what, why, fix, state }, inputs }: Pick<Failure, 'clauses' | 'inputs'>,
  surface: Surface,
): string {
  if (inputs.length > 1)
    return [
      `${clauseText(what, surface)}:`,
      ...inputs.map(wrong => `  ${sentenceText(wrong.clause, surface)}`),
    ].join('\n')
  const because = reason(what, why)
  const sentence = sentenceText(fix === undefined ? because : joinClauses([because, fix], '; '), surface)
  return state === undefined ? sentence : `${sentence} ${sentenceText(state, surface)}`
}

/** Why a failure happened, as a clause of another sentence: what and why, without what to do. */
export function reasonOf({ clauses: { what, why }, inputs }: Pick<Failure, 'clauses' | 'inputs'>): Clause {
  return inputs.length > 1 ? joined(inputs) : reason(what, why)
}

/** The same with what to do. */
export function clauseOf(failure: Pick<Failure, 'clauses' | 'inputs'>): Clause {
  const { fix } = failure.clauses
  return fix === undefined ? reasonOf(failure) : joinClauses([reasonOf(failure), fix], '; ')
}

/** `reasonOf` as text, for a value of the weigh-in. */
export function reasonText(failure: Failure): string {
  return clauseText(reasonOf(failure), 'action')
}

function reason(what: Clause, why: Clause | undefined): Clause {
  return why === undefined ? what : joinClauses([what, why], ': ')
}

function joined(inputs: readonly WrongInput[]): Clause {
  return joinClauses(
    inputs.map(wrong => wrong.clause),
    '; ',
  )
}
