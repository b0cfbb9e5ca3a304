import { formatPlatform } from '../declare/platform.ts'
import type { ImageSpec, PlatformSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import { type Begin, withSideWork } from '../host/side-work.ts'
import type { Wait } from '../host/wait.ts'
import type { Blob } from '../image/blob.ts'
import { type ImageSet, imageSet } from '../image/image-set.ts'
import type { PlatformResult } from '../plan/result.ts'
import type { Screen } from '../report/screen.ts'
import type { Depth } from '../report/html/model.ts'
import type { Gate } from '../report/gate.ts'
import type { ImageWeight, SmokeTestReport, WeighIn } from '../weigh-in/weigh-in.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { type Clock, startClock } from './clock.ts'
import { checkEarly } from './steps/build/check-early.ts'
import { checkOutput } from './steps/build/check-output.ts'
import type { MadeImage } from './steps/build/made-image.ts'
import { makeImages } from './steps/build/make-images.ts'
import { openPushSession } from './steps/build/open-push-session.ts'
import type { Published } from './steps/build/publish.ts'
import { sharingOf, type Sharing } from './steps/build/sharing.ts'
import type { RestoreWeighIn } from './steps/baseline/auto.ts'
import { findBaseline } from './steps/baseline/find.ts'
import type { ImageOnBase } from './steps/platform-on-base.ts'

/** The result of one run of the pipeline. */
export interface Built {
  readonly name: string
  /** What the weigh-in leaves out because of its size: breakdowns down to functions. */
  readonly depths: readonly Depth[]
  readonly weighIn: WeighIn
  readonly gate: Gate
  readonly set: ImageSet
  /** The SBOM of each platform's image; `null` if none is asked for. */
  readonly sboms: readonly (Blob | null)[]
  /** Of each platform's image, where this run builds a piece of a plan. */
  readonly manifests: readonly PlatformResult[]
  /** Packages that are compiled in although no byte of them is left, as far as limits name them. */
  readonly packages: readonly string[]
  /** `null` where the gate said no, so that nothing was written anywhere. Its `failure` is the failure of the run. */
  readonly published: Published | null
  /** Absolute path of the folder with the executables for the release; `null` where none was written. */
  readonly binaries: string | null
}

/** What differs between a job's step and a terminal. */
export interface BuildSurface {
  readonly screen: Screen
  /** Says that something that takes long is still going on. */
  readonly wait: Wait
  /** Restores what earlier jobs cached, once it is known which Go will compile. */
  readonly restoreCaches?: (go: GoToolchain | null) => Promise<void>
  /** Restores what an earlier job weighed of a platform's image, to compare with. */
  readonly restoreWeighIn?: (spec: PlatformSpec, called: string | null) => RestoreWeighIn
  /** What the image is called; `null` or left out: as its first binary. */
  readonly called?: string | null
  /** What the images of the run share; left out for the only one. */
  readonly sharing?: Sharing
}

/**
 * Turns source into a proven image: makes the image for each platform, weighs them all, and publishes them together.
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
  asked: ImageSpec,
  { screen, wait, restoreCaches, restoreWeighIn, called: key, sharing: given }: BuildSurface,
  begin: Begin,
): Promise<Built> {
  const clock = startClock()
  const { base } = asked
  const sharing = given ?? sharingOf(host, begin, [asked])
  const called = key ?? asked.name
  const spec: ImageOnBase =
    base.kind === 'scratch' ? asked : await clock.time('resolve', sharing.openBase(host, asked, base))
  const [first] = spec.platforms
  const userFiles = await checkEarly(host, spec, called)

  const resolvingGo = clock.time('resolve', sharing.findGo(host, first))
  // The packer may have to be downloaded, and is needed only after something is compiled.
  const resolving = sharing.findPacker(host, first)
  const packer = resolving.then(
    tools => tools.packer,
    () => null,
  )
  const go = await resolvingGo
  if (restoreCaches !== undefined) await sharing.restore(go, () => restoreCaches(go))
  if (first.config.env['TZ'] !== undefined) {
    const { checkZone } = await deferred()
    await checkZone(host, first, go, userFiles.get(first) ?? [])
  }

  // While Go compiles, registries are asked for access, the baselines are read, and the rest of the program is loaded.
  const access = openPushSession(host, spec)
  const loading = deferred()
  const isolations = sharing.isolations()
  const made = await makeImages(host, spec, { wait, sharing }, (platform, own) => {
    const means = { packer, restoreWeighIn: restoreWeighIn?.(platform, key ?? null) }
    const baseline = findBaseline(own, platform, means)
    // The worktree of the base commit is registered in the clone, so it is always removed before the run ends.
    if (spec.baseline.kind === 'build') void begin(baseline)
    return {
      called,
      go,
      resolving,
      loading,
      isolations,
      userFiles: userFiles.get(platform) ?? [],
      baseline,
      access,
      // What all platforms share is counted with the first.
      clock: platform === first ? clock : startClock(),
      screen,
    }
  })
  const steps = await deferred()
  const name = made[0]?.name ?? ''
  if (called === null) await checkOutput(host, spec, name)

  const set = imageSet(imagesOf(made), {
    index: spec.index.annotations,
    descriptor: spec.index.descriptorAnnotations,
    images: spec.platforms.map(({ descriptorAnnotations }) => descriptorAnnotations),
  })
  const judged = await steps.judgeImages(host, made)
  const verdict = steps.gate(judged.budget, spec, host.surface, {
    imageSize: Math.max(...made.map(({ weight }) => weight.sizes.imageSize)),
    noBaseline: judged.noBaseline,
  })
  for (const notice of verdict.notices) host.log.notice(notice)

  const smokeTests: SmokeTestReport[] = []
  for (const one of made) {
    const smokeTest = verdict.publish
      ? await one.clock.time(
          'smoke test',
          steps.smokeTestImage(host, one.spec, one.image, {
            binaries: one.binaries,
            isolations: await isolations,
            isAlone: made.length === 1 && (spec.publish.piece?.elsewhere ?? []).length === 0,
          }),
        )
      : steps.NOT_ASKED
    const platform = made.length === 1 ? null : formatPlatform(one.spec.platform)
    for (const line of steps.smokeStage(smokeTest, one.clock.ms('smoke test'), platform))
      host.log.info(steps.stageLine(line, screen))
    smokeTests.push(smokeTest)
  }

  const released = verdict.publish ? await steps.writeBinaries(host, spec, made) : null
  if (released !== null) host.log.info(steps.stageLine(steps.binariesStage(released), screen))

  const sboms = made.map(({ sbom }) => sbom)
  const published = verdict.publish
    ? await clock.time('publish', steps.publish(host, spec, name, set, await access, sboms))
    : null
  if (published !== null && published.references.length > 0) {
    const withSbom = spec.sbom.includes('referrer') && published.failure === null
    const line = steps.pushStage(published.references, clock.ms('publish'), withSbom)
    host.log.info(steps.stageLine(line, screen))
  }

  const weighed: ImageWeight = {
    name,
    references: published?.references ?? [],
    digest: set.root.digest,
    published: published !== null && published.places.length > 0,
    ...(published === null || published.missing.length === 0 ? {} : { missing: published.missing }),
    budget: judged.budget,
    baseline: judged.baseline,
    platforms: made.map(({ weight }, at) => ({
      ...weight,
      growth: judged.growths[at] ?? null,
      smokeTest: smokeTests[at] ?? steps.NOT_ASKED,
    })),
  }
  return {
    name,
    depths: made.map(one => depthOf(name, one)),
    gate: verdict,
    set,
    sboms,
    manifests: spec.publish.piece === undefined ? [] : made.map(manifestOf),
    packages: judged.packages,
    published,
    binaries: released?.directory ?? null,
    weighIn: steps.weighInOf(
      spec.revision,
      weighed,
      made.flatMap(one => stagesOf(name, one)),
    ),
  }
}

function imagesOf(made: readonly MadeImage[]): ImageSet['images'] {
  const [first, ...others] = made.map(({ image }) => image)
  if (first === undefined) throw new Error('an image for no platform')
  return [first, ...others]
}

function manifestOf({ spec, image: { manifest, config } }: MadeImage): PlatformResult {
  const decoder = new TextDecoder()
  return {
    platform: formatPlatform(spec.platform),
    manifest: decoder.decode(manifest.bytes),
    config: decoder.decode(config.bytes),
  }
}

function depthOf(name: string, { spec, binaries }: MadeImage): Depth {
  const breakdowns = new Map(binaries.map(({ linked, breakdown }) => [linked.name, breakdown()]))
  return { image: name, platform: formatPlatform(spec.platform), breakdowns }
}

function stagesOf(name: string, { spec, clock }: { readonly spec: PlatformSpec; readonly clock: Clock }) {
  return clock.stages(name, formatPlatform(spec.platform))
}
