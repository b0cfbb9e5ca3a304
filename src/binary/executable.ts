import { readBuildInfo } from './build-info.ts'
import type { BuildInfo } from './build-info.ts'
import { readElf } from './elf.ts'
import type { Elf } from './elf.ts'
import { readFunctionNames } from './function-table.ts'
import { readNeeds } from './needs.ts'
import type { Needs } from '../weigh-in/needs.ts'

/** What can be read from an executable. All of it comes from the file's bytes; the program is not run. */
export interface Executable {
  readonly elf: Elf
  /** `null`: Go did not build it, or the build info was removed. */
  readonly buildInfo: BuildInfo | null
  /** `null`: unknown, because the program is not Go or its function table cannot be read. */
  readonly needs: Needs | null
}

/** @throws Failure `unreadable-binary` if the file is not a complete ELF file. */
export function readExecutable(bytes: Uint8Array, name?: string): Executable {
  const elf = readElf(bytes, name)
  return { elf, buildInfo: readBuildInfo(elf, bytes), needs: readNeeds(readFunctionNames(elf, bytes)) }
}
