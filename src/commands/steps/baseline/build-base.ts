import { clause, clauseText } from '../../../clause.ts'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { modulePaths } from '../../../binary/module-paths.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import { Absent, Failure, clauseOf } from '../../../failure.ts'
import { type Checkout, withCheckout } from '../../../host/checkout.ts'
import type { Host } from '../../../host/host.ts'
import { isInside } from '../../../host/inside.ts'
import { makeDirectory } from '../../../host/make-directory.ts'
import { toDepth } from '../../../size/depth.ts'
import type { Weighed, WeighedBinary } from '../../../size/weighed.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import { resolveGo } from '../../../toolchain/resolve-go.ts'
import { linkService } from '../link.ts'
import { type ReadBinary, readBinaries } from '../read.ts'
import { compileSettings } from '../settings.ts'
import { absent, NOTHING, unreadable, type FoundBaseline } from './found.ts'

/** Compiles the base commit in the same way as the image's own source, and packs nothing. */
export async function buildBase(host: Host, spec: PlatformSpec, commit: string): Promise<FoundBaseline> {
  const short = commit.slice(0, 7)
  try {
    const weight = await withCheckout(host, spec.workingDirectory, commit, checkout =>
      weighBase(host, spec, checkout),
    )
    const report = { ...NOTHING, kind: 'build', revision: commit } as const
    return { status: 'read', report, images: [{ name: null, weight, budget: null }] }
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    host.log.debug([`base ${short}: ${cause.message}`, cause.output ?? ''].join('\n').trimEnd())
    if (cause instanceof Absent)
      return absent(`commit ${short}, where this change starts, ${whatIsMissing(spec)}`, null)
    const reason = `commit ${short} could not be built: ${clauseText(clauseOf(cause), host.surface)}`
    return unreadable(reason, { kind: 'build', reference: null })
  }
}

/** @throws Absent where the service is newer than the commit */
async function weighBase(host: Host, spec: PlatformSpec, checkout: Checkout): Promise<Weighed> {
  const { directory, place } = checkout
  if (!existsSync(directory) || !isInModule(realPlaces(checkout)))
    throw new Absent(
      'bad-input',
      { what: clause`there is no go.mod for ${directory}` },
      { fields: { directory } },
    )
  const { versionFile } = spec.go
  const base: PlatformSpec = {
    ...spec,
    workingDirectory: directory,
    go: { ...spec.go, versionFile: versionFile === null ? null : place(versionFile) },
  }
  const temporary = path.join(host.temporary, 'base')
  await makeDirectory(temporary)
  const there: Host = { ...host, cwd: place(host.cwd), temporary }
  const go = await resolveGo(there, base.go, directory)
  const linked = await linkService(there, base, go)
  const binaries = await readBinaries(linked.binaries, base.platform, linked.embedded)
  return weightOf(base, go, binaries)
}

/**
 * Follows the links of that commit.
 *
 * @throws Failure `bad-input` where one leads out of its checkout, to files of another commit
 */
function realPlaces({
  root,
  directory,
}: Pick<Checkout, 'root' | 'directory'>): Pick<Checkout, 'root' | 'directory'> {
  const places = { root: realpathSync(root), directory: realpathSync(directory) }
  if (!isInside(places.root, places.directory))
    throw new Failure(
      'bad-input',
      { what: clause`a link leads out of that commit's files, to ${places.directory}` },
      { fields: { directory: places.directory } },
    )
  return places
}

/** Looks up to the checkout's root and not above it: what is there does not belong to the commit. */
function isInModule({ root, directory }: Pick<Checkout, 'root' | 'directory'>): boolean {
  if (existsSync(path.join(directory, 'go.mod'))) return true
  return directory.length > root.length && isInModule({ root, directory: path.dirname(directory) })
}

function weightOf(spec: PlatformSpec, go: GoToolchain, binaries: readonly ReadBinary[]): Weighed {
  return {
    sizes: { imageSize: null, downloadSize: null },
    settings: compileSettings(spec, go),
    binaries: binaries.map(weighBinary),
    breakdown: null,
  }
}

function weighBinary({ linked: { name }, linkedSize, breakdown, executable }: ReadBinary): WeighedBinary {
  const modules = modulePaths(executable.buildInfo)
  return {
    name,
    linkedSize,
    pack: null,
    price: null,
    ...(modules === null ? {} : { modules }),
    breakdown: toDepth(breakdown(), 'package'),
  }
}

function whatIsMissing({ source }: PlatformSpec): string {
  if (source.kind === 'binary') throw new Error('the base of a supplied binary cannot be built')
  const mains = source.mains.map(main => main.path)
  return mains.length === 0 ? 'has no main package there' : `has no main package ${mains.join(' and ')}`
}
