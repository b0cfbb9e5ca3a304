import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { copyModFile, upgradeModule } from '../../../compile/mod-file.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import { applyChanges, type Change, isOfCode } from '../../../diet/change.ts'
import type { FailedStage, Outcome, Tried } from '../../../diet/findings.ts'
import { settingsFor } from '../../../diet/settings.ts'
import { type DietWeight, dietWeight, isLinkedSmaller } from '../../../diet/weight.ts'
import { clauseText } from '../../../clause.ts'
import { Failure, reasonText } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { quietLog } from '../../../host/quiet-log.ts'
import type { Entry } from '../../../image/entry.ts'
import { assembleImage, type ImageParts } from '../assemble.ts'
import { sbomOf } from '../sbom.ts'
import { readBase } from '../base.ts'
import { readFilePrograms, withShippedPrograms } from '../file-programs.ts'
import { arrangeFiles } from '../files.ts'
import { linkBinaries } from '../link.ts'
import { readBinaries, type ReadBinary } from '../read.ts'
import type { Isolations } from '../../../isolation/isolation.ts'
import { allShipped, beginShipping, type ShippedBinary } from '../ship.ts'
import { resolveTools, type Tools } from '../tools.ts'
import { weighImage } from '../weigh.ts'

/** What every try starts from. */
export interface Setup {
  readonly spec: PlatformSpec
  readonly tools: Tools
  readonly isolations: Isolations
  /** The entries from the input `files`, read once. */
  readonly userFiles: readonly Entry[]
}

/** An image that was built and weighed, and will not be published. */
export interface TriedImage extends ImageParts {
  readonly weight: DietWeight
}

/**
 * Runs the whole pipeline up to the weighed image. Nothing is published.
 *
 * @throws Failure as a build does
 */
export async function buildUnpublished(host: Host, setup: Setup): Promise<TriedImage> {
  return finish(host, setup, await link(host, setup))
}

/** Builds with the changes, in a directory of its own that is removed afterwards. */
export async function tryChanges(
  host: Host,
  setup: Setup,
  asItIs: DietWeight,
  changes: readonly Change[],
): Promise<Tried> {
  const spec = applyChanges(setup.spec, changes)
  const settings = settingsFor(setup.spec, spec)
  const temporary = await mkdtemp(path.join(host.temporary, 'try-'))
  // The tries share the cores among themselves.
  const own: Host = { ...host, temporary, cores: 1, log: quietLog(host.log) }
  try {
    const built = await withNewerModules(own, { ...setup, spec }, changes)
    return { changes, settings, outcome: await outcomeOf(own, built, asItIs, changes) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { changes, settings, outcome: failed(error) }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Builds from a copy of go.mod if the version of a module is to be raised. */
async function withNewerModules(host: Host, setup: Setup, changes: readonly Change[]): Promise<Setup> {
  const newer = changes.filter(change => change.kind === 'newer module')
  const { spec, tools } = setup
  if (newer.length === 0 || tools.go === null) return setup
  const { compile, platform, workingDirectory } = spec
  const context = { spec: compile, platform, workingDirectory }
  const modFile = await copyModFile(host, tools.go, context, path.join(host.temporary, 'modules'))
  for (const { module, to } of newer) await upgradeModule(host, tools.go, context, modFile, `${module}@${to}`)
  const buildFlags = [...compile.buildFlags, ...modFile.flags]
  return { ...setup, spec: { ...spec, compile: { ...compile, buildFlags } } }
}

async function outcomeOf(
  host: Host,
  setup: Setup,
  asItIs: DietWeight,
  changes: readonly Change[],
): Promise<Outcome> {
  const tools = changes.some(needsOtherTools) ? await resolveTools(host, setup.spec) : setup.tools
  const changed = { ...setup, tools }
  const binaries = await link(host, changed)
  const linkedSize = binaries.reduce((sum, binary) => sum + binary.linkedSize, 0)
  // A linked binary that is not smaller does not pack smaller, and packing takes nearly all of the time.
  if (changes.some(isOfCode) && !isLinkedSmaller(asItIs, linkedSize))
    return { status: 'not smaller', linkedSize }
  const { weight, shipped } = await finish(host, changed, binaries)
  const wanted = asItIs.packed || changes.some(({ kind }) => kind === 'packing')
  return (wanted ? whyNotPacked(setup.spec, shipped) : null) ?? { status: 'weighed', weight }
}

async function link(host: Host, { spec, tools }: Setup): Promise<readonly ReadBinary[]> {
  return readBinaries((await linkBinaries(host, spec, tools.go)).binaries, spec.platform)
}

async function finish(
  host: Host,
  { spec, tools, isolations, userFiles }: Setup,
  binaries: readonly ReadBinary[],
): Promise<TriedImage> {
  const linked = binaries.map(binary => binary.linked)
  const given = arrangeFiles(spec, userFiles, linked)
  const toShip = { binaries, programs: await readFilePrograms(host, spec, given, linked) }
  const base = await readBase(host, spec, tools.go, binaries, given)
  const all = await allShipped(beginShipping(host, spec, tools.packer, toShip, isolations))
  const shipped = all.slice(0, binaries.length)
  const programs = all.slice(binaries.length)
  const files = withShippedPrograms(given, programs)
  const sbom = sbomOf(spec, [...binaries, ...toShip.programs], all)
  const parts = { base, files, binaries, shipped, programs, sbom }
  const image = await assembleImage(spec, tools, parts)
  return { ...parts, weight: dietWeight(await weighImage(host, spec, tools, parts, image)) }
}

function needsOtherTools({ kind }: Change): boolean {
  switch (kind) {
    case 'newer go':
    case 'packing':
    case 'zstd for packing':
      return true
    case 'build tag':
    case 'no inlining':
    case 'no certificates':
    case 'no time zones':
    case 'zstd layers':
    case 'newer module':
    case 'experiment':
      return false
  }
}

/**
 * With `pack: auto`, a binary that cannot ship packed ships unpacked: nothing is gained, but there is a reason to
 * report.
 */
function whyNotPacked({ pack: { mode } }: PlatformSpec, binaries: readonly ShippedBinary[]): Outcome | null {
  const unpacked = binaries.find(({ packed }) => !packed)
  if (mode === 'off' || unpacked === undefined) return null
  const { pack, proof } = unpacked.weight
  return proof.status === 'failed'
    ? { status: 'failed', stage: 'start', reason: proof.reason ?? 'its proof failed' }
    : { status: 'failed', stage: 'pack', reason: pack.reason ?? 'it was not packed' }
}

/** The reason alone: the report says itself what was tried and at which stage it failed. */
function failed(failure: Failure): Outcome {
  const { why } = failure.clauses
  const reason = why === undefined ? reasonText(failure) : clauseText(why, 'action')
  return { status: 'failed', stage: stageOf(failure.code), reason }
}

function stageOf(code: Failure['code']): FailedStage {
  switch (code) {
    case 'compile':
    case 'not-static':
      return 'compile'
    case 'proof':
      return 'start'
    case 'pack':
      return 'pack'
    case 'bad-input':
    case 'missing-tool':
    case 'toolchain':
    case 'unreadable-binary':
    case 'unreadable-image':
    case 'smoke-test':
    case 'write':
    case 'registry':
    case 'daemon':
      return 'other'
  }
}
