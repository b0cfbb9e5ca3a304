import path from 'node:path'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import { goEnvironment } from './go-environment.ts'
import { buildFlags } from './go-flags.ts'
import { goListJson, type ListEntry } from './go-list.ts'

/** A package that is compiled into the mains, with all that it is made from. */
export interface SourcePackage {
  readonly importPath: string
  /** The word after `package`. */
  readonly name: string
  /** Absolute. */
  readonly directory: string
  readonly standard: boolean
  /** Whether it comes from the module cache, where a version never changes. */
  readonly isCached: boolean
  /** The version that is compiled, `path@version`; `null` for a directory, the main module and the standard library. */
  readonly version: string | null
  /** Absolute path of the go.mod of its module; `null` for the standard library. */
  readonly moduleFile: string | null
  /** Names in `directory`. */
  readonly files: readonly string[]
  readonly embedPatterns: readonly string[]
  /** Whether C or assembly is among them, which includes other files. */
  readonly includes: boolean
  /** In go's own words. */
  readonly error: string | null
}

const FILES = [
  'GoFiles',
  'CgoFiles',
  'CFiles',
  'CXXFiles',
  'MFiles',
  'HFiles',
  'FFiles',
  'SFiles',
  'SwigFiles',
  'SwigCXXFiles',
  'SysoFiles',
  'EmbedFiles',
] as const
const FIELDS = ['ImportPath', 'Name', 'Dir', 'Standard', 'Error', 'Module', 'EmbedPatterns', ...FILES].join(
  ',',
)

type Entry = ListEntry & { readonly EmbedPatterns?: readonly string[] } & {
  readonly [name in (typeof FILES)[number]]?: readonly string[]
}

interface Module {
  readonly Path?: string
  readonly Version?: string
  readonly Dir?: string
  readonly GoMod?: string
  readonly Replace?: { readonly Path?: string; readonly Version?: string }
}

/**
 * Lists the packages of the mains as they are compiled for this platform.
 *
 * @param flags more flags for go, such as another go.mod
 * @throws Failure with go's own words if go cannot list anything
 */
export async function listSourcePackages(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  mains: readonly string[],
  flags: readonly string[] = [],
): Promise<readonly SourcePackage[]> {
  const own = buildFlags(host, context.spec)
  const args = ['-e', '-deps', `-json=${FIELDS}`, ...own, ...flags, '--', ...mains]
  return (await goListJson(host, go, context, args)).map(packageOf)
}

function packageOf(entry: Entry): SourcePackage {
  const { ImportPath = '', Name = '', Dir = '', Standard = false, Error: error, EmbedPatterns = [] } = entry
  const module: Module = entry.Module ?? {}
  const { Path, Version } = module.Replace ?? module
  const isVersioned = Version !== undefined && Version !== ''
  return {
    importPath: ImportPath,
    name: Name,
    directory: Dir,
    standard: Standard,
    // A vendored package has a version too, but its module no directory.
    isCached: isVersioned && module.Dir !== undefined && module.Dir !== '',
    version: isVersioned ? `${Path ?? ''}@${Version}` : null,
    moduleFile: module.GoMod ?? null,
    files: FILES.flatMap(name => entry[name] ?? []),
    embedPatterns: EmbedPatterns,
    includes: [entry.CgoFiles, entry.SFiles].some(files => (files ?? []).length > 0),
    error: error?.Err ?? null,
  }
}

/** The files that choose the versions of modules. */
export interface ModuleFiles {
  /** Absolute; `null` outside a module. */
  readonly modFile: string | null
  /** Absolute; `null` without a workspace. */
  readonly workFile: string | null
}

export async function findModuleFiles(
  host: Host,
  go: GoToolchain,
  { spec, platform, workingDirectory }: BuildContext,
): Promise<ModuleFiles> {
  const { stdout } = await run(host, go.command, ['env', 'GOMOD', 'GOWORK'], {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform),
    brief: true,
  })
  const [modFile = '', workFile = ''] = stdout.split('\n')
  return {
    modFile: path.isAbsolute(modFile) && modFile.endsWith('.mod') ? modFile : null,
    workFile: path.isAbsolute(workFile) ? workFile : null,
  }
}
