import type { BaselineSpec } from '../../declare/baseline.ts'
import type { Limit } from '../../declare/budget.ts'
import { formatPlatform, type Platform } from '../../declare/platform.ts'
import { formatReference, type Reference } from '../../declare/reference.ts'
import type { ImageSpec, PublishSpec } from '../../declare/spec.ts'
import { Absent, Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { findCredentials } from '../../registry/credentials.ts'
import { openRepository } from '../../registry/pull.ts'
import { readAnnotation, WEIGH_IN_ANNOTATION } from '../../size/annotation.ts'
import { limitsOf, type Baseline } from '../../size/baseline.ts'
import { growthOf, type Growth, type Weighed } from '../../size/growth.ts'
import { readWeighIn } from '../../size/read-weigh-in.ts'
import type { BaselineReport, PlatformWeight } from '../../size/weigh-in.ts'
import { openSubject } from '../../subject/open.ts'
import type { ImageSubject, Subject, WeighInSubject } from '../../subject/subject.ts'
import type { UpxTool } from '../../toolchain/upx-tool.ts'
import { unpacker } from './unpacker.ts'
import { weighSubject } from './weigh-subject.ts'

/** What was found of a baseline, before it is known what it is compared with. */
export type FoundBaseline =
  | { readonly status: 'read'; readonly report: BaselineReport; readonly images: readonly FoundImage[] }
  /** A `null` report: nobody named one, and there was nowhere to look. */
  | {
      readonly status: 'absent' | 'unreadable'
      readonly report: BaselineReport | null
      readonly reason: string
    }

interface FoundImage {
  /** `null`: it is the only one, whatever it is called. */
  readonly name: string | null
  readonly weight: PlatformWeight
  /** What it was held against; `null` where it does not say. */
  readonly budget: readonly Limit[] | null
}

/** What the gate and the reports want to know of it. */
export interface Comparison {
  readonly baseline: Baseline | null
  readonly report: BaselineReport | null
  readonly growth: Growth | null
}

/**
 * Begins to read what the image will be compared with. Whoever awaits it later is told what the user named wrongly; what could
 * not be read for other reasons is for the gate to judge.
 *
 * @throws Failure `bad-input`
 */
export function findBaseline(host: Host, spec: ImageSpec, upx: UpxTool | null): Promise<FoundBaseline> {
  const found = find(host, spec, upx)
  // Compiling may fail first, and then nobody awaits this.
  found.catch(() => {})
  return found
}

/** Tells what the user named wrongly as soon as that is known, and waits for nothing. */
export async function refuseEarly(found: Promise<FoundBaseline>): Promise<void> {
  await Promise.race([found, Promise.resolve()])
}

async function find(host: Host, spec: ImageSpec, upx: UpxTool | null): Promise<FoundBaseline> {
  const { baseline } = spec
  const text = textOf(baseline)
  if (text === null) return { status: 'absent', report: null, reason: whyNone(baseline) }
  let registry = baseline.kind === 'auto'
  const openRegistry = async (reference: Reference) => {
    registry = true
    const credentials = await findCredentials(host, reference.registry, loginFor(reference, spec.publish))
    return openRepository(host, reference, credentials)
  }
  const place = () => ({ kind: registry ? 'image' : 'file', reference: text }) as const
  try {
    // What is read starts where the build does.
    const at = { ...host, cwd: spec.workingDirectory }
    const subject = await openSubject(at, text, { platforms: [spec.platform], openRegistry, readWeighIn })
    return await readSubject(host, spec, upx, subject, place())
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    const reason = asClause(cause.message)
    if (cause instanceof Absent)
      return { status: 'absent', report: { ...NOTHING, kind: 'none', reference: text, reason }, reason }
    if (cause.code === 'bad-input' && baseline.kind === 'given') throw cause
    return { status: 'unreadable', report: { ...NOTHING, ...place(), reason }, reason }
  }
}

type Place = Pick<BaselineReport, 'kind' | 'reference'>

const NOTHING = { revision: null, digest: null, reason: null } as const

function textOf(baseline: BaselineSpec): string | null {
  switch (baseline.kind) {
    case 'none':
      return null
    case 'given':
      return baseline.text
    case 'auto':
      return baseline.reference === null ? null : formatReference(baseline.reference)
  }
}

function whyNone(baseline: BaselineSpec): string {
  return baseline.kind === 'auto' && baseline.reference === null ? baseline.why : 'baseline is none'
}

/** User and password of the inputs are for the registries of `image`. */
function loginFor({ registry }: Reference, publish: PublishSpec): PublishSpec {
  const { references } = publish
  const own = references.length === 0 || references.some(reference => reference.registry === registry)
  return own ? publish : { ...publish, credentials: null }
}

async function readSubject(
  host: Host,
  { platform }: ImageSpec,
  upx: UpxTool | null,
  subject: Subject,
  place: Place,
): Promise<FoundBaseline> {
  switch (subject.kind) {
    case 'binary':
      throw new Failure(
        'bad-input',
        `baseline "${place.reference}" is a binary alone, which says nothing of an image; name an image reference, an OCI layout, an archive or a weigh-in.`,
      )
    case 'weigh-in':
      return readFile(subject, formatPlatform(platform), place)
    case 'image':
      return readImage(host, subject, platform, { place, upx })
  }
}

function readFile({ weighIn }: WeighInSubject, platform: string, place: Place): FoundBaseline {
  const images = weighIn.images.flatMap(({ name, platforms, budget }) =>
    platforms
      .filter(weight => weight.platform === platform)
      .map(weight => ({ name, weight, budget: limitsOf(budget) })),
  )
  return { status: 'read', report: { ...NOTHING, ...place, revision: weighIn.revision }, images }
}

async function readImage(
  host: Host,
  subject: ImageSubject,
  platform: Platform,
  { place, upx }: { readonly place: Place; readonly upx: UpxTool | null },
): Promise<FoundBaseline> {
  const { revision, images } = await weighSubject(host, subject, 'package', unpacker(host, upx))
  const [weight] = images.flatMap(({ platforms }) => platforms)
  if (weight === undefined) throw new Error(`${subject.name} has no platform that was asked for`)
  const packed = weight.binaries.find(({ pack, breakdown }) => pack.status === 'packed' && breakdown === null)
  // Held against what is linked now, packed bytes would make growth of nothing.
  if (packed !== undefined)
    throw new Failure('unreadable-image', `${packed.path} of ${subject.name} could not be unpacked.`)
  const written = subject.platforms[0]?.annotations[WEIGH_IN_ANNOTATION]
  const annotated = written === undefined ? null : readAnnotation(written, platform)
  const known = annotated?.ok === true ? annotated.value : null
  const settings = known === null ? weight.settings : { ...known.settings, goSource: null }
  return {
    status: 'read',
    report: { ...NOTHING, ...place, revision, digest: weight.digest },
    images: [{ name: null, weight: { ...weight, settings }, budget: known?.budget ?? null }],
  }
}

/** Holds a finished image against what was found: of a weigh-in of several images, the one of its name. */
export function compareWith(
  found: FoundBaseline,
  spec: ImageSpec,
  name: string,
  weight: Weighed,
): Comparison {
  if (found.status !== 'read') {
    const { status, reason, report } = found
    const untold =
      report ?? (isNeeded(spec) ? { ...NOTHING, kind: 'none' as const, reference: null, reason } : null)
    return { baseline: { status, reason }, report: untold, growth: null }
  }
  const { images, report } = found
  const image = images.find(one => one.name === name) ?? (images.length === 1 ? images[0] : undefined)
  if (image === undefined) {
    const reason = `${report.reference} has no ${name} for ${formatPlatform(spec.platform)}`
    return {
      baseline: { status: 'absent', reason },
      report: { ...report, kind: 'none', reason },
      growth: null,
    }
  }
  const { weight: before, budget } = image
  return { baseline: { status: 'read', weight: before, budget }, report, growth: growthOf(before, weight) }
}

function isNeeded({ budget }: ImageSpec): boolean {
  return budget.kind === 'limits' && budget.limits.some(({ bound }) => bound.kind !== 'size')
}

/** A sentence as it stands behind a colon: names of files and registries keep their case. */
function asClause(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^(?:The|There|No|Nothing)\b/, word => word.toLowerCase())
}
