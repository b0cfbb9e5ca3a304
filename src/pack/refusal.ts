import { clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import { formatPlatform } from '../declare/platform.ts'
import { Failure } from '../failure.ts'
import type { PackRequest } from './pack-request.ts'
import type { Packer } from './packer.ts'
import { notRun } from '../proof/not-run.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'

/** Thrown and caught within this room only: the binary must not ship packed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** A clause that can stand alone. It is the same as `message`. */
  readonly reason: string
  readonly stage: 'pack' | 'proof'
  readonly proof: ProofReport
  /** What the packer printed. */
  readonly output: string | undefined

  constructor(
    stage: 'pack' | 'proof',
    reason: string,
    proof: ProofReport = notRun('nothing was packed'),
    output?: string,
  ) {
    super(reason)
    this.stage = stage
    this.reason = reason
    this.proof = proof
    this.output = output
  }
}

/** The Failure for a binary that cannot ship packed where `pack: require` asks for it. */
export function whyRequired(
  { name, platform }: Pick<PackRequest, 'name' | 'platform'>,
  { title }: Pick<Packer, 'title'>,
  { stage, reason, output }: Refusal,
): Failure {
  return new Failure(
    stage,
    {
      what: clause`${name} for ${formatPlatform(platform)} cannot ship packed by ${title}`,
      why: clause`${reason}`,
      fix: clause`set ${input('pack', 'auto')} to ship it unpacked where that is so, or ${input('pack', 'off')}`,
    },
    { output, fields: { file: name, platform: formatPlatform(platform) } },
  )
}
