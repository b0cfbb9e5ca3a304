import type { ProofReport } from '../weigh-in/proof-report.ts'

/** Thrown within this room: the packed binary, or what would become one, must not ship. Never leaves it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** A clause that stands by itself, and the same one as `message`. */
  readonly reason: string
  readonly stage: 'pack' | 'proof'
  readonly proof: ProofReport

  constructor(
    stage: 'pack' | 'proof',
    reason: string,
    proof: ProofReport = notRun('there is nothing packed to prove'),
    options?: ErrorOptions,
  ) {
    super(reason, options)
    this.stage = stage
    this.reason = reason
    this.proof = proof
  }
}

export function notRun(reason: string): ProofReport {
  return { status: 'not run', reason, isolation: null, environments: [] }
}
