import { readBuildInfo } from './build-info.ts'
import type { BuildInfo } from './build-info.ts'
import { readElf } from './elf.ts'
import type { Elf } from './elf.ts'
import { readFunctionNames } from './function-table.ts'
import { readNeeds } from './needs.ts'
import type { Needs } from '../weigh-in/needs.ts'

/** What can be read of an executable. Everything is from its bytes; nothing was run. */
export interface Executable {
  readonly elf: Elf
  /** `null`: Go did not build it, or the build info was removed. */
  readonly buildInfo: BuildInfo | null
  /** `null`: it cannot be told (not Go, or a function table that cannot be read). */
  readonly needs: Needs | null
}

/** @throws Failure `unreadable-binary` where it is no whole ELF file. */
export function readExecutable(bytes: Uint8Array, name?: string): Executable {
  const elf = readElf(bytes, name)
  return { elf, buildInfo: readBuildInfo(elf, bytes), needs: readNeeds(readFunctionNames(elf, bytes)) }
}
