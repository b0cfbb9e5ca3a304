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
  /** Built as it is. */
  readonly asItIs: DietWeight
  readonly findings: Findings
  /** Build tags beyond those that there is time for. */
  readonly untried: readonly string[]
  readonly newerGo: NewerGo
  /** Why the module proxy could not be asked for newer modules, a clause; `null` if it was, or there was nothing to ask. */
  readonly modulesUnknown: string | null
  /** What own code imports and what that brings, the most first. */
  readonly imports: readonly ImportAdvice[]
  /** What keeps the linker from dropping methods that nobody calls; empty where nothing does, `null` where it could not be told. */
  readonly deadCode: readonly DeadCodeOff[] | null
}

export type NewerGo =
  | { readonly status: 'tried'; readonly version: string }
  | { readonly status: 'newest' }
  /** Nobody could be asked: a clause. */
  | { readonly status: 'unknown'; readonly reason: string }
