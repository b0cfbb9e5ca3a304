import { formatPlatform } from '../declare/platform.ts'
import type { ImageSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import { withSideWork, type Begin } from '../host/side-work.ts'
import type { Wait } from '../host/wait.ts'
import type { Image } from '../image/image.ts'
import type { Screen } from '../report/screen.ts'
import type { Depth } from '../report/html/model.ts'
import type { StageLine } from '../report/stage-line.ts'
import type { Gate } from '../report/gate.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { startClock } from './clock.ts'
import type { RestoreWeighIn } from './steps/baseline/auto.ts'
import { checkCertificates } from './steps/certificates.ts'
import { checkOutput } from './steps/build/check-output.ts'
import { checkStart, namesOf } from './steps/build/check-start.ts'
import { arrangeFiles, readFiles } from './steps/files.ts'
import { findBaseline, refuseEarly } from './steps/baseline/find.ts'
import { linkService } from './steps/link.ts'
import { openPushSession } from './steps/build/open-push-session.ts'
import type { Published } from './steps/build/publish.ts'
import type { Shipping } from './steps/ship.ts'
import { resolveCompiler, resolvePacking, type Tools } from './steps/tools.ts'

/** The result of one run of the pipeline. */
export interface Built {
  readonly name: string
  /** What the weigh-in leaves out because of its size: breakdowns down to functions. */
  readonly depths: readonly Depth[]
  readonly weighIn: WeighIn
  readonly gate: Gate
  readonly image: Image
  /** `null` where the gate said no, so that nothing was written anywhere. Its `failure` is the failure of the run. */
  readonly published: Published | null
}

/** What differs between a job's step and a terminal. */
export interface BuildSurface {
  readonly screen: Screen
  /** Says that something that takes long is still going on. */
  readonly wait: Wait
  /** Restores what earlier jobs cached, once it is known which Go will compile. */
  readonly restoreCaches?: (go: GoToolchain | null) => Promise<void>
  /** Restores what an earlier job weighed, to compare with. */
  readonly restoreWeighIn?: RestoreWeighIn
}

/**
 * Turns source into a proven image: compile, read, pack, prove, assemble, weigh, publish.
 *
 * @throws Failure where something fails before anything is published. An exceeded budget is not a failure: `gate`
 *   reports it. A failure while publishing is reported by `published`, beside what was published.
 */
export async function build(host: Host, spec: ImageSpec, surface: BuildSurface): Promise<Built> {
  return withSideWork(host, (inside, begin) => buildImage(inside, spec, surface, begin))
}

const deferred = () => import('./deferred.ts')

async function buildImage(
  host: Host,
  spec: ImageSpec,
  { screen, wait, restoreCaches, restoreWeighIn }: BuildSurface,
  begin: Begin,
): Promise<Built> {
  const clock = startClock()
  const platform = formatPlatform(spec.platform)

  // What the user named is checked before minutes go into compiling and packing.
  const userFiles = await readFiles(host, spec)
  const known = namesOf(spec.source)
  if (known !== null) checkStart(spec, userFiles, known)
  await checkCertificates(spec.certificates)
  await checkOutput(host, spec, spec.name)

  const resolvingGo = clock.time('resolve', resolveCompiler(host, spec))
  // The packer may have to be downloaded, and is needed only after something is compiled.
  const resolving = resolvePacking(host, spec)
  const packer = resolving.then(
    tools => tools.packer,
    () => null,
  )
  const go = await resolvingGo
  await restoreCaches?.(go)
  if (spec.config.env['TZ'] !== undefined) {
    const { checkZone } = await deferred()
    await checkZone(host, spec, go, userFiles)
  }

  const linking = begin(
    clock.time(
      'compile',
      linkService(host, spec, go, mains => checkStart(spec, userFiles, mains)),
    ),
  )
  // While Go compiles, registries are asked for access, the baseline is read, and the rest of the program is loaded.
  const access = openPushSession(host, spec)
  const foundBaseline = findBaseline(host, spec, { packer, restoreWeighIn })
  // The worktree of the base commit is registered in the clone, so it is always removed before the run ends.
  if (spec.baseline.kind === 'build') void begin(foundBaseline)
  const [service, packing, steps] = await Promise.all([linking, resolving, deferred()])
  const say = (line: StageLine) => host.log.info(steps.stageLine(line, screen))
  const tools: Tools = { go, ...packing }
  const linked = service.binaries
  const name = spec.name ?? linked[0].name
  host.log.info(`${steps.headline(name, platform, screen)}\n`)

  const files = arrangeFiles(spec, userFiles, linked)
  const binaries = await clock.time('read', steps.readBinaries(linked, spec.platform, service.embedded))
  const packages = await steps.checkSubjects(host, spec, { service, binaries, baseline: foundBaseline, name })
  say(steps.compileStage(go, binaries, clock.ms('compile')))
  await steps.checkBuild(host, spec, service, binaries)
  // A registry that refuses, or a baseline that is not one, is reported before the minutes that packing takes.
  const session = await access
  await refuseEarly(foundBaseline)
  if (spec.name === null) await checkOutput(host, spec, name)

  const base = await steps.readBase(host, spec, go, binaries, files)
  const isolations = steps.isolationsOf(host)
  const shipping = steps.beginShipping(host, spec, tools.packer, binaries, isolations)
  for (const { shipped } of shipping) void begin(shipped)
  const [shipped] = await Promise.all([
    steps.allShipped(shipping),
    reportShipping(steps, shipping, { say, wait, screen }),
  ])
  for (const { packMs, proveMs } of shipped) {
    clock.add('pack', packMs)
    clock.add('prove', proveMs)
  }

  const parts = { base, files, binaries, shipped }
  const image = await clock.time('assemble', steps.assembleImage(spec, tools, parts))
  const weight = await steps.weighImage(host, spec, tools, parts, image)
  say(steps.assembleStage(steps.contentsOf(base, files, shipped), weight.sizes))

  const { baseline, report, growth } = steps.compareWith(await foundBaseline, spec, name, weight)
  const budget = steps.judge(spec, weight, baseline, packages)
  const verdict = steps.gate(budget, spec, host.surface, {
    imageSize: weight.sizes.imageSize,
    noBaseline: report?.reason ?? null,
  })
  for (const notice of verdict.notices) host.log.notice(notice)

  const smokeTest = verdict.publish
    ? await clock.time('smoke test', steps.smokeTestImage(host, spec, image, { binaries, isolations }))
    : steps.NOT_ASKED
  if (smokeTest.status === 'passed') say(steps.smokeStage(smokeTest.seen, clock.ms('smoke test')))

  const published = verdict.publish
    ? await clock.time('publish', steps.publish(host, spec, name, image, session))
    : null
  if (published !== null && published.references.length > 0)
    say(steps.pushStage(published.references, clock.ms('publish')))

  const breakdowns = new Map(binaries.map(({ linked: binary, breakdown }) => [binary.name, breakdown()]))
  const weighed: ImageWeight = {
    name,
    references: published?.references ?? [],
    digest: image.manifest.digest,
    published: published !== null && published.places.length > 0,
    ...(published === null || published.missing.length === 0 ? {} : { missing: published.missing }),
    budget,
    baseline: report,
    platforms: [{ ...weight, growth, smokeTest }],
  }
  return {
    name,
    depths: [{ image: name, platform, breakdowns }],
    gate: verdict,
    image,
    published,
    weighIn: steps.weighInOf(spec.revision, weighed, clock.stages(name, platform)),
  }
}

/** Reports one binary after the other, in their order: how it was packed and proven, and what it needs. */
async function reportShipping(
  steps: Awaited<ReturnType<typeof deferred>>,
  shipping: readonly Shipping[],
  { say, wait, screen }: Pick<BuildSurface, 'screen' | 'wait'> & { readonly say: (line: StageLine) => void },
): Promise<void> {
  const packing = (ms: number) => steps.stageLine(steps.packingStage(ms), screen)
  const proving = (ms: number) => steps.stageLine(steps.provingStage(ms), screen)
  for (const { linkedSize, packed, shipped } of shipping) {
    const { pack, size, packMs } = await wait(packed, packing)
    say(steps.packStage({ linkedSize, shippedSize: size, pack }, packMs))
    const { weight, proveMs } = await wait(shipped, proving)
    say(steps.proveStage(weight, proveMs))
    // The proof refused what the packer made.
    if (weight.pack.status !== pack.status) say(steps.packStage(weight, null))
    for (const line of steps.needsStage(weight)) say(line)
  }
}
