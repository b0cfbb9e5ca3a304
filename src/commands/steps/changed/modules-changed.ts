import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BuildContext } from '../../../compile/build-context.ts'
import { listModuleDirectories } from '../../../compile/go-list.ts'
import { modDirectives, modSums } from '../../../compile/mod-directives.ts'
import { findModuleFiles, listSourcePackages, type SourcePackage } from '../../../compile/source-packages.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { type Changes, fileInCommit } from '../../../host/read-changes.ts'
import { realPlace } from '../../../host/workspace.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import { type Answer, changed, joined, SAME, undecided } from './answer.ts'
import { wayChanged } from './place-changed.ts'

/**
 * Whether a change of go.mod, go.sum or a workspace chose other modules for these packages. With the go.mod of then, Go
 * says which versions the same packages would have had.
 */
export async function modulesChanged(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  {
    changes,
    mains,
    packages,
  }: { changes: Changes; mains: readonly string[]; packages: readonly SourcePackage[] },
): Promise<Answer> {
  const { modFile, workFile } = await findModuleFiles(host, go, context)
  const placeOf = async (file: string) => path.relative(changes.top, await realPlace(file))
  const ways = [workFile, modFile].flatMap(file => (file === null ? [] : [wayChanged(changes, file)]))
  const way = joined(ways)
  if (way.kind === 'changed') return way
  if (workFile !== null) {
    const directories = await listModuleDirectories(host, go, context)
    const files = [
      workFile,
      workFile.replace(/\.work$/, '.work.sum'),
      ...directories.flatMap(directory => ['go.mod', 'go.sum'].map(name => path.join(directory, name))),
    ]
    return firstChanged(changes, await Promise.all(files.map(placeOf)))
  }
  if (modFile === null) return SAME
  const sumFile = modFile.replace(/\.mod$/, '.sum')
  const vendored = path.join(path.dirname(modFile), 'vendor', 'modules.txt')
  const ofDirectories = packages
    .filter(({ standard, isCached }) => !standard && !isCached)
    .flatMap(({ moduleFile }) => (moduleFile === null || moduleFile === modFile ? [] : [moduleFile]))
  const others = firstChanged(changes, await Promise.all([vendored, ...new Set(ofDirectories)].map(placeOf)))
  if (others.kind === 'changed') return others
  const own = firstChanged(changes, await Promise.all([modFile, sumFile].map(placeOf)))
  return own.kind === 'changed'
    ? versionsChanged(host, go, context, { changes, mains, packages, modFile, sumFile })
    : SAME
}

function firstChanged({ changed: files }: Changes, places: readonly string[]): Answer {
  const found = places.find(place => files.has(place))
  return found === undefined ? SAME : changed(found)
}

async function versionsChanged(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  {
    changes,
    mains,
    packages,
    modFile,
    sumFile,
  }: {
    changes: Changes
    mains: readonly string[]
    packages: readonly SourcePackage[]
    modFile: string
    sumFile: string
  },
): Promise<Answer> {
  const then = async (file: string) =>
    fileInCommit(host, changes.top, changes.start, path.relative(changes.top, await realPlace(file)))
  const place = path.relative(changes.top, await realPlace(modFile))
  const modThen = await then(modFile)
  if (modThen === null) return changed(place)
  const modNow = await readFile(modFile, 'utf8')
  if (modDirectives(modThen).join('\n') !== modDirectives(modNow).join('\n')) return changed(place)
  const sumThen = (await then(sumFile)) ?? ''
  const sumsThen = modSums(sumThen)
  const sumsNow = modSums(await readFile(sumFile, 'utf8').catch(() => ''))
  const versions = new Set(packages.flatMap(({ version }) => version ?? []))
  const resummed = [...versions].find(version => sumsThen.get(version) !== sumsNow.get(version))
  if (resummed !== undefined) return changed(resummed)
  if (context.spec.buildFlags.some(flag => /^--?modfile\b/.test(flag))) return changed(place)
  await mkdir(host.temporary, { recursive: true })
  const directory = await mkdtemp(path.join(host.temporary, 'mod-'))
  await writeFile(path.join(directory, 'go.mod'), modThen)
  await writeFile(path.join(directory, 'go.sum'), sumThen)
  try {
    const flags = [`-modfile=${path.join(directory, 'go.mod')}`, '-mod=readonly']
    const before = await listSourcePackages(host, go, context, mains, flags)
    const listedThen = new Map(before.map(one => [one.importPath, one]))
    const other = packages.find(({ importPath, version, standard, directory: place }) => {
      const one = listedThen.get(importPath)
      if (one === undefined || one.error !== null || one.version !== version) return true
      // A replacement by a directory has no version.
      return version === null && !standard && one.directory !== place
    })
    return other === undefined ? SAME : changed(other.version ?? other.importPath)
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    return undecided(`go cannot read ${place} as it was before`)
  }
}
