import type { GraphPackage, PackageGraph } from '../diet/package-graph.ts'
import type { Host } from '../host/host.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import type { FoundMain } from './find-mains.ts'
import { buildFlags } from './go-flags.ts'
import { goList, goListJson } from './go-list.ts'
import type { ListEntry } from './go-list.ts'

const FIELDS = '-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,CgoFiles,IgnoredGoFiles'

/** The words that build constraints are true for. Every system here is a Unix. */
const TAGS =
  '{{context.GOOS}} {{context.GOARCH}} {{context.Compiler}} unix {{if context.CgoEnabled}}cgo {{end}}' +
  '{{range context.ReleaseTags}}{{.}} {{end}}{{range context.ToolTags}}{{.}} {{end}}{{range context.BuildTags}}{{.}} {{end}}'

/**
 * Returns the packages that go into the mains, as go sees them for this platform and these build tags.
 *
 * @throws Failure `compile`, `bad-input` … with go's own words where a package is missing or wrong.
 */
export async function readImportGraph(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  mains: readonly FoundMain[],
): Promise<PackageGraph> {
  const flags = buildFlags(host, context.spec)
  const paths = mains.map(main => main.path)
  const [entries, tags] = await Promise.all([
    goListJson(host, go, context, ['-deps', FIELDS, ...flags, '--', ...paths]),
    goList(host, go, context, ['-find', '-f', TAGS, ...flags, '--', 'unsafe']),
  ])
  const known = new Set(entries.map(entry => entry.ImportPath ?? ''))
  return {
    roots: [...new Set(mains.map(main => main.importPath))],
    packages: new Map(entries.map(entry => [entry.ImportPath ?? '', packageOf(entry, known)])),
    tags: new Set(tags.trim().split(/\s+/)),
  }
}

function packageOf(entry: ListEntry, known: ReadonlySet<string>): GraphPackage {
  const { ImportPath = '', Dir = '', Module, Standard = false } = entry
  return {
    importPath: ImportPath,
    // A package of files that were named on the command line has no module.
    module: Standard ? null : (Module?.Path ?? ImportPath),
    own: !Standard && (Module === undefined || Module.Main === true),
    // "C" stands for the C code that cgo reads. It is not a package.
    imports: (entry.Imports ?? []).filter(imported => known.has(imported)),
    directory: Dir,
    files: [...(entry.GoFiles ?? []), ...(entry.CgoFiles ?? [])],
    ignoredFiles: (entry.IgnoredGoFiles ?? []).filter(name => !/^[._]|_test\.go$/.test(name)),
  }
}
