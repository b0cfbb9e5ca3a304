import path from 'node:path'
import { checkPrograms } from '../../../compile/check-programs.ts'
import { clause } from '../../../clause.ts'
import { type Declared, declareImage } from '../../../declare/image-spec.ts'
import type { Given } from '../../../declare/given.ts'
import { input } from '../../../declare/input-part.ts'
import { problemsFailure } from '../../../declare/problem.ts'
import { rebuildInputs } from '../../../declare/rebuild-inputs.ts'
import type { ImageSpec, PlatformSpec } from '../../../declare/spec.ts'
import type { Surroundings } from '../../../declare/surroundings.ts'
import { reasonOf } from '../../../failure.ts'
import type { Checkout } from '../../../host/checkout.ts'
import type { Host } from '../../../host/host.ts'
import { isInside } from '../../../host/inside.ts'
import { quietLog } from '../../../host/quiet-log.ts'
import { type Begin, withSideWork } from '../../../host/side-work.ts'
import { realPlace } from '../../../host/workspace.ts'
import { printable } from '../../../report/printable.ts'
import { WEIGH_IN_ANNOTATION } from '../../../size/annotation.ts'
import { startClock } from '../../clock.ts'
import type { MadeImage } from '../build/made-image.ts'
import { makeImages } from '../build/make-images.ts'
import { sharingOf } from '../build/sharing.ts'
import { checkCertificates } from '../certificates.ts'
import { readFiles } from '../files.ts'
import { pathsOutside } from '../paths-in-place.ts'
import { cannotVerify } from './cannot-verify.ts'
import { findModule } from './find-module.ts'
import { missingTool } from './missing-tool.ts'
import type { FoundBuild } from './read-build.ts'

/**
 * Builds an image again, in a checkout of its commit, with the settings that it says. Nothing is written anywhere.
 *
 * @param own inputs of the person who verifies
 * @throws Failure where this cannot be done
 */
export async function rebuild(
  host: Host,
  found: FoundBuild,
  checkout: Checkout,
  own: Given['values'],
): Promise<MadeImage> {
  // What earlier runs kept could have been changed since.
  const kept = path.join(host.temporary, 'kept')
  const there: Host = { ...host, cwd: checkout.root, kept, log: quietLog(host.log) }
  const spec = await declareRebuild(there, found, checkout, own)
  const [platform] = spec.platforms
  if (platform.source.kind === 'main') checkPrograms(there, platform.compile, platform.workingDirectory)
  await checkCertificates(platform.certificates)
  const [made] = await withSideWork(there, (inside, begin) => makeAgain(inside, found, spec, begin))
  if (made === undefined) throw new Error('an image for no platform')
  return made
}

async function makeAgain(
  host: Host,
  { name }: FoundBuild,
  spec: ImageSpec,
  begin: Begin,
): Promise<readonly MadeImage[]> {
  const [platform] = spec.platforms
  const { base } = spec
  const sharing = sharingOf(host, begin, [spec])
  const onBase = base.kind === 'scratch' ? spec : await sharing.openBase(host, spec, base)
  const userFiles = await readFiles(host, platform)
  const resolving = sharing.findPacker(host, platform).catch((cause: unknown) => {
    throw missingTool(name, 'packer', cause)
  })
  // Go may fail first, and then nothing awaits this promise.
  resolving.catch(() => {})
  const go = await sharing.findGo(host, platform).catch((cause: unknown) => {
    throw missingTool(name, 'compiler', cause)
  })
  return makeImages(host, onBase, { wait: work => work, sharing }, () => ({
    called: spec.name,
    go,
    resolving,
    loading: import('../../deferred.ts'),
    isolations: sharing.isolations(),
    userFiles,
    baseline: Promise.resolve({ status: 'absent', report: null, reason: 'nothing is compared' }),
    access: Promise.resolve(null),
    clock: startClock(),
    screen: { width: Infinity, colour: false },
  }))
}

async function declareRebuild(
  host: Host,
  found: FoundBuild,
  checkout: Checkout,
  own: Given['values'],
): Promise<ImageSpec> {
  const { name, record } = found
  const given = rebuildInputs(record, own)
  if (!given.ok) throw cannotVerify(name, clause`it ${given.problem}`)
  const directory = await directoryOf(host, found, checkout)
  const values = { ...given.value.values, 'working-directory': directory }
  const declared = declareImage({ ...given.value, values }, surroundingsOf(found))
  if (!declared.ok) {
    const cause = problemsFailure(declared.problems)
    throw cannotVerify(name, clause`the settings that it names are refused: ${reasonOf(cause)}`, { cause })
  }
  const { spec } = declared
  await checkInside(found, checkout, declared)
  const platforms: ImageSpec['platforms'] = [asRecorded(spec.platforms[0], found)]
  return { ...spec, ...factsOf(found), platforms }
}

/**
 * What is known of the commit and not of this clone, whose tags and remotes may be others. The settings are those of an
 * image, so they see nothing of the environment.
 */
function surroundingsOf({ revision, created }: FoundBuild): Surroundings {
  return {
    surface: 'terminal',
    cwd: '/',
    env: {},
    event: null,
    pullRequest: null,
    repository: {
      commit: revision,
      committedAt: created,
      tag: null,
      tagPrefix: '',
      described: { status: 'no tag' },
      ref: null,
      refused: null,
      branch: null,
      source: null,
    },
    base: { commit: { status: 'none', why: 'nothing is compared' }, branch: null },
  }
}

/** The image's commit may be anyone's, so its code counts as that of others: it is run only where it is isolated. */
function factsOf({ revision, created, annotation }: FoundBuild) {
  const { budget: limits } = annotation
  return {
    revision,
    created,
    othersCode: true,
    budget: limits.length === 0 ? ({ kind: 'none' } as const) : ({ kind: 'limits', limits } as const),
  }
}

/** Labels and annotations are text that nothing interprets, and are taken from the image. */
function asRecorded(spec: PlatformSpec, found: FoundBuild): PlatformSpec {
  const { image, annotation } = found
  const annotations = Object.fromEntries(
    Object.entries(image.annotations).filter(([key]) => key !== WEIGH_IN_ANNOTATION),
  )
  const { recorded: _, ...own } = spec
  return {
    ...own,
    ...factsOf(found),
    config: { ...spec.config, labels: image.config.labels, annotations },
    ...(Object.keys(annotation.inputs).length === 0 ? {} : { recorded: annotation.inputs }),
  }
}

/** Where the build runs: as the image says, or else where its module is. */
async function directoryOf(host: Host, found: FoundBuild, checkout: Checkout): Promise<string> {
  const { name, record, buildInfo, revision } = found
  const recorded = record.inputs['working-directory']
  if (typeof recorded === 'string') return path.resolve(checkout.root, recorded)
  const module = buildInfo?.main?.path ?? ''
  const [first, second] = await findModule(host, checkout, module)
  const short = revision.slice(0, 7)
  if (first === undefined)
    throw cannotVerify(name, clause`commit ${short} has no go.mod of the module ${printable(module)}`)
  const isHere = isInside(first, checkout.directory)
  if (second !== undefined && !isHere)
    throw cannotVerify(name, clause`commit ${short} has several go.mod of the module ${printable(module)}`, {
      fix: clause`write the directory of one with ${input('working-directory')}`,
    })
  return first
}

/** An image, and the links of its commit, must not make a rebuild read files that do not belong to the commit. */
async function checkInside(
  { name }: FoundBuild,
  { root }: Checkout,
  { spec, run }: Pick<Extract<Declared, { ok: true }>, 'spec' | 'run'>,
): Promise<void> {
  const [outside] = await pathsOutside(await realPlace(root), spec, run)
  if (outside !== undefined)
    throw cannotVerify(
      name,
      clause`it was built with ${printable(outside.value)}, which is not in its commit`,
    )
}
