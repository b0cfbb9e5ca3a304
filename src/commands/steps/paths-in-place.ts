import { input } from '../../declare/input-part.ts'
import { clause } from '../../clause.ts'
import path from 'node:path'
import type { InputName } from '../../declare/inputs.ts'
import { type Problem, wrongValue } from '../../declare/problem.ts'
import type { ImageSpec, PlatformSpec } from '../../declare/spec.ts'
import type { RunSpec } from '../../declare/run-spec.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { isInside } from '../../host/inside.ts'
import { leadsOut, realPlace, workspaceRoots } from '../../host/workspace.ts'
import { htmlPathOf } from '../../report/json.ts'

interface NamedPath {
  readonly input: InputName
  /** Absolute. */
  readonly file: string
}

/**
 * Lists the inputs whose path leads out of the checkout through a link, which a pull request may have put there.
 * `files` is stricter, and checks what it reads.
 */
export async function pathsOutOfPlace(
  host: Host,
  spec: ImageSpec,
  run: RunSpec,
): Promise<readonly Problem[]> {
  const roots = await workspaceRoots(host, spec.workingDirectory)
  const problems = await Promise.all(
    namedPaths(spec, run).map(async ({ input, file }) => {
      const end = await leadsOut(roots, file)
      if (end === null) return []
      const because = `leads out of the workspace through a link, to ${end}; remove the link, or write that path itself`
      return [wrongValue(input, path.relative(host.cwd, file), because)]
    }),
  )
  return uniqueOf(problems.flat())
}

/**
 * Lists the paths that lie outside a directory, or in git's own files. The author of a pull request writes bantam.yaml, so
 * what it names must belong to its checkout.
 *
 * @param root absolute
 */
export async function pathsOutside(root: string, spec: ImageSpec, run: RunSpec): Promise<readonly Problem[]> {
  const sources = spec.platforms.flatMap(({ files }) => files.map(({ source }) => source))
  const named = [...namedPaths(spec, run), ...sources.map(file => ({ input: 'files', file }) as const)]
  const problems = await Promise.all(
    named.map(async ({ input, file }) => {
      const place = await realPlace(file)
      const isFine = isInside(root, place) && ![file, place].some(isOfGit)
      return isFine ? [] : [wrongValue(input, file, OUTSIDE)]
    }),
  )
  return uniqueOf(problems.flat())
}

const OUTSIDE =
  'is outside the checkout that the file of images belongs to; write a path within it, or give it in the step or on the command line'

function isOfGit(file: string): boolean {
  return file.split(path.sep).includes('.git')
}

/** Leaves out repeated problems: a path with a tag and the same path without it may both lead out. */
function uniqueOf(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem.clause), problem])).values()]
}

/** @throws Failure `write` for a place that no input names, such as `.bantam` */
export async function requireInPlace(
  host: Host,
  { workingDirectory }: Pick<PlatformSpec, 'workingDirectory'>,
  file: string,
  named: InputName = 'output',
): Promise<void> {
  const end = await leadsOut(await workspaceRoots(host, workingDirectory), file)
  if (end === null) return
  const shown = path.relative(host.cwd, file)
  throw new Failure(
    'write',
    {
      what: clause`nothing was written to ${shown}`,
      why: clause`it leads out of the workspace through a link, to ${end}`,
      fix: clause`remove the link, or name another place with ${input(named)}`,
    },
    { fields: { file: shown } },
  )
}

function namedPaths(
  {
    workingDirectory,
    platforms,
    go,
    base,
    certificates: { roots, extra },
    publish,
    binaries,
    baseline,
  }: ImageSpec,
  { report, sboms }: RunSpec,
): readonly NamedPath[] {
  return [
    { input: 'working-directory', file: workingDirectory },
    ...platforms
      .flatMap(({ source }) => sourceFiles(source))
      .map(file => ({ input: 'binary', file }) as const),
    ...(go.versionFile === null ? [] : [{ input: 'go-version-file', file: go.versionFile } as const]),
    ...(base.kind === 'layout'
      ? pathsWithTag(base.path).map(file => ({ input: 'base', file }) as const)
      : []),
    ...(typeof roots === 'string' ? [] : [{ input: 'certificates', file: roots.file } as const]),
    ...extra.map(file => ({ input: 'extra-certificates', file }) as const),
    ...baselineFiles(baseline, workingDirectory).map(file => ({ input: 'baseline', file }) as const),
    ...(publish.output === null ? [] : [{ input: 'output', file: publish.output.path } as const]),
    ...(binaries === null ? [] : [{ input: 'binaries', file: binaries.directory } as const]),
    ...(report === null
      ? []
      : [report, htmlPathOf(report)].map(file => ({ input: 'report', file }) as const)),
    ...sboms.map(file => ({ input: 'sbom', file }) as const),
  ]
}

function sourceFiles(source: PlatformSpec['source']): readonly string[] {
  switch (source.kind) {
    case 'main':
      // Go reads it, and only inside the module.
      return []
    case 'binary':
      return [source.path]
  }
}

/** The path may be a layout or an archive, followed by a tag. */
function baselineFiles(baseline: PlatformSpec['baseline'], directory: string): readonly string[] {
  if (baseline.kind !== 'file') return []
  return pathsWithTag(baseline.path).map(file => path.resolve(directory, file))
}

function pathsWithTag(given: string): readonly string[] {
  return [given, given.replace(/:[^:]*$/, '')]
}
