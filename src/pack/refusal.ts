import { notRun } from '../proof/not-run.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'

/** Thrown and caught within this room only: the binary must not ship packed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** A clause that stands by itself, and the same one as `message`. */
  readonly reason: string
  readonly stage: 'pack' | 'proof'
  readonly proof: ProofReport
  /** What the packer printed. */
  readonly output: string | undefined

  constructor(
    stage: 'pack' | 'proof',
    reason: string,
    proof: ProofReport = notRun('there is nothing packed to prove'),
    output?: string,
  ) {
    super(reason)
    this.stage = stage
    this.reason = reason
    this.proof = proof
    this.output = output
  }
}
