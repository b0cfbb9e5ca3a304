import type { ProofReport } from '../weigh-in/proof-report.ts'

/** @param reason a clause */
export function notRun(reason: string): ProofReport {
  return { status: 'not run', reason, isolation: null, environments: [] }
}
