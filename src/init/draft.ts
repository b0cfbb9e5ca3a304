import type { InputName } from '../declare/inputs.ts'
import type { Note, Program } from './facts.ts'

/** The inputs of one image, as the workflow or bantam.yaml will have them. */
export type Inputs = Readonly<Partial<Record<InputName, string>>>

/** A program of an image, and its absolute path there; `null`: where Bantam puts it. */
export interface Placed {
  readonly program: Program
  readonly place: string | null
}

/** How Go compiles. */
export interface BuildSettings {
  /** Lines of `ldflags` by the variable that each sets. */
  readonly ldflags: ReadonlyMap<string, string>
  readonly tags: readonly string[]
  readonly flags: readonly string[]
  readonly env: readonly string[]
  readonly cgo: boolean
}

export const NO_SETTINGS: BuildSettings = { ldflags: new Map(), tags: [], flags: [], env: [], cgo: false }

/** An image, as one of the files that were read describes it. */
export interface Draft {
  /** The file that it was learned from; empty where the main package alone is known. */
  readonly from: string
  /** The first is what the image runs. */
  readonly programs: readonly [Placed, ...Placed[]]
  readonly settings: BuildSettings
  /** What is not about its programs: `expose`, `user`, `env` … */
  readonly inputs: Inputs
  /** Those of the image itself. */
  readonly platforms: readonly string[]
  /** Those that the program is compiled for. It may be an archive there and no image, so the others come first. */
  readonly compiledFor: readonly string[]
  readonly notes: readonly Note[]
}

/** An image that will be built. */
export interface Service {
  readonly name: string
  readonly inputs: Inputs
}

/** A service with what its files do not say. */
export interface WrittenService extends Service {
  /** Where it is published; `null` where that is not known. */
  readonly image: string | null
  readonly budget: readonly string[]
}

/**
 * Items as the lines of an input; none where there are no items. A line break within an item would make two of it, so it
 * becomes another character, which `unsafeReason` refuses.
 */
export function inputOf(name: InputName, items: readonly string[]): Inputs {
  const lines = items.map(item => item.replace(/\r\n|[\r\n]/g, '\u0085'))
  return lines.length === 0 ? {} : { [name]: lines.join('\n') }
}
