/** What compilers and linkers warned of in a successful build. */
export interface LinkerWarnings {
  /** Functions of a static glibc that load shared libraries when they are called, in order. */
  readonly loaders: readonly string[]
  /** The other lines, unchanged. */
  readonly others: readonly string[]
}

/** https://sourceware.org/git/?p=glibc.git;a=blob;f=include/libc-symbols.h (static_link_warning) */
const LOADER = /warning: Using '(?<name>\w+)' in statically linked applications requires at runtime/
/** The place of a warning, and the heading that go prints above the output of a package. */
const PLACE = /^# |: in function [`'].*':$/

/** @param output what `go build` printed */
export function linkerWarnings(output: string): LinkerWarnings {
  const lines = output.split('\n').filter(line => line.trim() !== '')
  const loaders = lines.flatMap(line => LOADER.exec(line)?.groups?.['name'] ?? [])
  return {
    loaders: [...new Set(loaders)].sort(),
    others: lines.filter(
      line => !LOADER.test(line) && !PLACE.test(line) && !line.startsWith('go: downloading '),
    ),
  }
}
