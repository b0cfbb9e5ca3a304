import type { Owner } from '../isolation/confinement.ts'
import type { Service } from '../isolation/programs.ts'

/** One run of the assembled file system, as the supervisor gets it. The files follow the JSON as a tar. */
export interface SmokeRun {
  readonly owner: Owner
  /** A directory of Bantam's own, to make a pipe in. */
  readonly directory: string
  readonly service: Service
  /** What must answer; `null`: the program must end. */
  readonly http: SmokeTarget | null
  readonly limitMs: number
}

export interface SmokeTarget {
  readonly port: number
  readonly path: string
}

/** The request to the probe on the service's network, as JSON on its standard input. */
export interface ProbeRequest extends SmokeTarget {
  readonly limitMs: number
}

/** The probe's answer. `last`: how the last try went, as a clause. */
export type ProbeAnswer = { readonly status: number } | { readonly last: string }

/** What the supervisor saw. `output` is the last part of what the program printed on both streams, as it arrived. */
export type SmokeOutcome =
  | {
      readonly kind: 'ended'
      readonly exitCode: number | null
      readonly signal: string | null
      readonly output: string
    }
  | { readonly kind: 'answered'; readonly status: number; readonly output: string }
  /** `last`: how the last probe went, as a clause; `null` where nothing was probed. */
  | { readonly kind: 'time limit'; readonly last: string | null; readonly output: string }
  /** A clause: this machine cannot isolate the image. */
  | { readonly kind: 'not set up'; readonly reason: string }
  /** A clause: the image cannot be started anywhere. */
  | { readonly kind: 'not started'; readonly reason: string }
