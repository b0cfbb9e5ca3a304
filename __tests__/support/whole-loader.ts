import { type LoaderProgram, type OpenLoader, openLoader } from './loader-host.ts'

/** What the whole loader made of a payload: where the program begins, and the bytes of its segments in memory. */
export interface Started {
  readonly entry: bigint
  readonly segments: readonly Buffer[]
}

export interface WholeLoader {
  /** `null`: refused in one line. @throws what a sanitizer says, or that it hangs */
  readonly start: (payload: Uint8Array) => Promise<Started | null>
  readonly close: () => void
}

const SOURCES = ['start', 'fail', 'map', 'unpack', 'xxh32', 'zstd', 'pclntab', 'pclntab_tables']
const OPTIONS = ['-Wno-parentheses', '-fno-strict-aliasing', '-Wl,--wrap=take', '-Wl,--wrap=release']
const ARCH = '-DARCH="../__tests__/fixtures/loader/host_arch.h"'

/** All of the loader for this machine, with the text of either machine, and with a kernel that `whole.c` plays. */
export function wholeLoader(machine: 'x86' | 'arm64'): WholeLoader {
  const program: LoaderProgram = {
    main: 'whole',
    sources: [...SOURCES, `text_${machine}`],
    flags: [ARCH, ...OPTIONS, ...(machine === 'arm64' ? ['-DARM64'] : [])],
  }
  const loader = openLoader(program)
  return { start: payload => start(loader, payload), close: () => loader.close() }
}

async function start(loader: OpenLoader, payload: Uint8Array): Promise<Started | null> {
  const [status] = await loader.ask([payload], 1)
  if (status?.readBigUInt64LE() !== 0n) return null
  const [entry, count] = await loader.ask([], 2)
  const segments = await loader.ask([], Number(count?.readBigUInt64LE() ?? 0n))
  return { entry: entry?.readBigUInt64LE() ?? 0n, segments }
}
