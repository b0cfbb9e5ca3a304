import type { BuildInfo } from './build-info.ts'
import type { Elf } from './elf.ts'
import type { Needs } from './needs.ts'

/** What can be read of an executable. Everything is from its bytes; nothing was run. */
export interface Executable {
  readonly elf: Elf
  /** `null`: Go did not build it, or the build info was removed. */
  readonly buildInfo: BuildInfo | null
  /** `null`: it cannot be told (not Go, or a function table that cannot be read). */
  readonly needs: Needs | null
}
