// Mutants that no test should have to notice: what they change makes no difference that anybody could see.
import { describeChange, type Mutant } from './mutants.ts'
import type { Tried } from './run-mutants.ts'

interface Excuse {
  readonly file: string
  /** The line as it is, trimmed. */
  readonly code: string
  /** As it is printed: `original → replacement`. */
  readonly change: string
  readonly reason: string
}

const EXCUSES: readonly Excuse[] = []

export function excuseOf(mutant: Mutant): string | null {
  const change = describeChange(mutant)
  const excuse = EXCUSES.find(
    one => one.file === mutant.file && one.code === mutant.code && one.change === change,
  )
  return excuse?.reason ?? null
}

/** Those of a room that no survivor has any use for. */
export function staleExcuses(room: string, tried: readonly Tried[]): readonly Excuse[] {
  const survivors = tried.filter(({ fate }) => fate === 'survived' || fate === 'unreached')
  return EXCUSES.filter(
    ({ file, code, change }) =>
      file.startsWith(`src/${room}/`) &&
      !survivors.some(
        ({ mutant }) => mutant.file === file && mutant.code === code && describeChange(mutant) === change,
      ),
  )
}
