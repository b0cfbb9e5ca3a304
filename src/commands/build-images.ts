import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure, failureSentence } from '../failure.ts'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'
import { labelledLog } from '../host/labelled-log.ts'
import { makeDirectory } from '../host/make-directory.ts'
import { type ImageRoot, rootOf } from '../image/image-set.ts'
import { type OrderedLog, orderedLogs, waitForTurn } from '../host/ordered-logs.ts'
import { type Begin, withSideWork } from '../host/side-work.ts'
import type { FailedOf } from '../report/failure-summary.ts'
import type { Gate } from '../report/gate.ts'
import { nodesOf } from '../report/html/nodes-of.ts'
import { jointGate } from '../report/joint-gate.ts'
import { joinWeighIns } from '../size/join-weigh-ins.ts'
import type { AskedImages, WeighIn } from '../weigh-in/weigh-in.ts'
import { build, type BuildSurface, type Built } from './build.ts'
import type { DeclaredImage, DeclaredRun } from './declare.ts'
import { sharingOf } from './steps/build/sharing.ts'

/** Parts of binaries that the page of several images shows; it lists packages where there are more. */
const MOST_NODES = 400_000

/** An image that was built. Its bytes are not kept. */
export interface BuiltImage extends Omit<Built, 'set'> {
  readonly declared: DeclaredImage
  readonly root: ImageRoot
}

/** The result of a run, in the order in which its images were declared. */
export interface BuiltRun {
  readonly built: readonly BuiltImage[]
  /** Of several images, those that could not be built or not be published. */
  readonly failed: readonly FailedOf[]
  /** `null`: no image could be weighed. */
  readonly weighIn: WeighIn | null
  readonly gate: Gate
}

export interface RunSurface extends Omit<BuildSurface, 'called' | 'sharing'> {
  /** The images of the run, also those that need not be built; left out without a file of images. */
  readonly asked: AskedImages | undefined
  /** Tells at once why one of several images failed, among what else that image said. */
  readonly tell: (host: Host, thrown: unknown) => void
}

/** What a run is asked for in its file of images. */
export function askedOf({ images, file }: DeclaredRun): AskedImages | undefined {
  return file === null ? undefined : { file: file.name, images: images.map(nameOf) }
}

/**
 * Builds every image of a run. Several are built side by side, and what they say appears in their order, whichever ends
 * first. One that fails does not stop the others.
 *
 * @throws what the build of a single image throws
 */
export async function buildImages(
  host: Host,
  images: DeclaredRun['images'],
  surface: RunSurface,
): Promise<BuiltRun> {
  const [only, ...others] = images
  if (others.length > 0)
    return withSideWork(host, (inside, begin) => buildSeveral(inside, images, surface, begin))
  const built = builtImage(only, await build(host, only.spec, { ...surface, called: only.key }))
  return { built: [built], failed: [], weighIn: withAsked(built.weighIn, surface), gate: built.gate }
}

async function buildSeveral(
  run: Host,
  images: readonly DeclaredImage[],
  surface: RunSurface,
  begin: Begin,
): Promise<BuiltRun> {
  const specs = images.map(({ spec }) => spec)
  const platforms = specs.flatMap(spec => spec.platforms)
  const sharing = sharingOf(run, begin, specs)
  const logs = orderedLogs(run.log, images.length)
  const tasks = images.flatMap((declared, at) => {
    const log = logs[at]
    return log === undefined ? [] : [{ declared, at, log }]
  })
  // One more than are made at a time, so that the cores have work while an image is published.
  const results = await inParallel(sharing.width + 1, tasks, ({ declared, at, log }) => {
    const { wait, ...rest } = surface
    const inOrder = { ...rest, wait: waitForTurn(log, wait), sharing, nodes: MOST_NODES / platforms.length }
    return inOwnDirectory(run, { at, log, name: nameOf(declared) }, own => buildOne(own, declared, inOrder))
  })
  const built = results.flatMap(one => one.built ?? [])
  const failed = results.flatMap(one => one.failed ?? [])
  return {
    built,
    failed,
    weighIn: jointWeighIn(run, surface, built, failed),
    gate: jointGate(
      built.map(({ name, gate, weighIn }) => ({
        name,
        gate,
        status: weighIn.images[0]?.budget.status ?? 'none',
      })),
    ),
  }
}

interface Result {
  readonly built: BuiltImage | null
  readonly failed: FailedOf | null
}

async function buildOne(
  own: Host,
  declared: DeclaredImage,
  { tell, nodes, ...surface }: BuildSurface & Pick<RunSurface, 'tell'> & { readonly nodes: number },
): Promise<Result> {
  const name = nameOf(declared)
  const fail = (thrown: unknown): FailedOf => {
    tell(own, thrown)
    return { name, thrown }
  }
  try {
    const whole = builtImage(declared, await build(own, declared.spec, { ...surface, called: name }))
    const built = { ...whole, depths: whole.depths.filter(depth => nodesOf(depth) <= nodes) }
    const failure = built.published?.failure ?? null
    return { built, failed: failure === null ? null : fail(failure) }
  } catch (thrown) {
    return { built: null, failed: fail(thrown) }
  }
}

function withAsked(weighIn: WeighIn, { asked }: Pick<RunSurface, 'asked'>): WeighIn {
  return asked === undefined ? weighIn : { ...weighIn, asked }
}

/** The weigh-ins of the images as one; `null` if there are none. */
function jointWeighIn(
  { surface, log }: Host,
  of: Pick<RunSurface, 'asked'>,
  built: readonly BuiltImage[],
  failed: readonly FailedOf[],
): WeighIn | null {
  const [first, ...others] = built.map(({ weighIn }) => weighIn)
  if (first === undefined) return null
  const weighIn = withAsked(joinWeighIns([first, ...others]), of)
  if (failed.length === 0) return weighIn
  return {
    ...weighIn,
    failed: failed.map(({ name, thrown }) => ({
      name,
      code: thrown instanceof Failure ? thrown.code : 'defect',
      message: log.hide(thrown instanceof Failure ? failureSentence(thrown, surface) : errorMessage(thrown)),
    })),
  }
}

function builtImage(declared: DeclaredImage, { set, ...built }: Built): BuiltImage {
  return { ...built, declared, root: rootOf(set) }
}

/** Builds one of several images with a directory and a log of its own. */
async function inOwnDirectory(
  run: Host,
  { at, log, name }: { readonly at: number; readonly log: OrderedLog; readonly name: string },
  work: (own: Host) => Promise<Result>,
): Promise<Result> {
  const temporary = path.join(run.temporary, 'images', String(at))
  try {
    await makeDirectory(temporary)
    if (at > 0) log.info('')
    return await work({ ...run, temporary, log: labelledLog(log, `Image ${name}`) })
  } finally {
    // The binaries of many images would fill a disk.
    await rm(temporary, { recursive: true, force: true })
    log.end()
  }
}

function nameOf({ key, spec }: DeclaredImage): string {
  return key ?? spec.name ?? ''
}
