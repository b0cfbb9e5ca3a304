import type { DeadCodeOff } from './dead-code.ts'
import type { Findings } from './findings.ts'
import type { ImportAdvice } from './import-advice.ts'
import type { DietWeight } from './weight.ts'

/** What `bantam diet` found out about one service. */
export interface Diet {
  readonly name: string
  readonly platform: string
  /** As `go version` says it. */
  readonly go: string
  /** The service, built unchanged. */
  readonly asItIs: DietWeight
  readonly findings: Findings
  /** Build tags that there is no time to try. */
  readonly untried: readonly string[]
  readonly newerGo: NewerGo
  /**
   * Why the module proxy could not be asked for newer modules, as a clause; `null` if it was asked, or there was
   * nothing to ask for.
   */
  readonly modulesUnknown: string | null
  /** What the user's own code imports and how much that adds, the most first. */
  readonly imports: readonly ImportAdvice[]
  /**
   * What keeps the linker from dropping methods that nothing calls; empty where nothing does, `null` where that is not
   * known.
   */
  readonly deadCode: readonly DeadCodeOff[] | null
}

export type NewerGo =
  | { readonly status: 'tried'; readonly version: string }
  | { readonly status: 'newest' }
  /** It could not be looked up: a clause. */
  | { readonly status: 'unknown'; readonly reason: string }
