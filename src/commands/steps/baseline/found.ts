import type { Limit } from '../../../weigh-in/limit.ts'
import type { BaselineReport } from '../../../weigh-in/weigh-in.ts'
import type { Weighed } from '../../../size/weighed.ts'

/** What was found of a baseline, before it is known which of its images counts. */
export type FoundBaseline = ReadBaseline | MissingBaseline

export interface ReadBaseline {
  readonly status: 'read'
  readonly report: BaselineReport
  readonly images: readonly FoundImage[]
}

export interface MissingBaseline {
  readonly status: 'absent' | 'unreadable'
  /** `null`: the user named none, and there was nowhere to look. */
  readonly report: BaselineReport | null
  /** A clause. */
  readonly reason: string
}

export interface FoundImage {
  /** `null`: it is the only one, whatever it is called. */
  readonly name: string | null
  readonly weight: Weighed
  /** The limits that it was checked against; `null` where it does not say. */
  readonly budget: readonly Limit[] | null
}

/** What a report says where nothing is known. */
export const NOTHING = { kind: 'none', reference: null, revision: null, digest: null, reason: null } as const

/** It is certain that there is no baseline. `reference`: where it was looked for. */
export function absent(reason: string, reference: string | null): MissingBaseline {
  return { status: 'absent', reason, report: { ...NOTHING, reference, reason } }
}

export function unreadable(
  reason: string,
  place: Pick<BaselineReport, 'kind' | 'reference'>,
): MissingBaseline {
  return { status: 'unreadable', reason, report: { ...NOTHING, ...place, reason } }
}
