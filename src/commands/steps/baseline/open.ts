import { clause, clauseText } from '../../../clause.ts'
import { input } from '../../../declare/input-part.ts'
import type { Parsed } from '../../../declare/parsed.ts'
import { formatPlatform, type Platform } from '../../../declare/platform.ts'
import { formatReference, type Reference } from '../../../declare/reference.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import { Absent, Failure, clauseOf } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { workspaceRoots } from '../../../host/workspace.ts'
import { findCredentials } from '../../../registry/credentials.ts'
import { openRepository } from '../../../registry/pull.ts'
import { printable } from '../../../report/printable.ts'
import { readAnnotation, WEIGH_IN_ANNOTATION } from '../../../size/annotation.ts'
import { limitsOf } from '../../../size/baseline.ts'
import { otherVersion } from '../../../size/other-version.ts'
import { readWeighIn } from '../../../size/read-weigh-in.ts'
import type { BaselineReport, WeighIn } from '../../../weigh-in/weigh-in.ts'
import { openReference, openThing } from '../../../thing/open.ts'
import type { ImageThing, WeighedThing } from '../../../thing/thing.ts'
import { loginFor } from '../login-for.ts'
import { unpacker, type RunPacker } from '../unpacker.ts'
import { weighThing } from '../weigh-thing.ts'
import { absent, NOTHING, unreadable, type FoundBaseline, type ReadBaseline } from './found.ts'

/** The baseline that the user asked for. */
export type Asked =
  | { readonly kind: 'image'; readonly reference: Reference }
  /** The path as the user wrote it, relative to the working directory of the build. */
  | { readonly kind: 'file'; readonly path: string }

/**
 * Opens and weighs a baseline: an image in a registry, or a file or directory at a path. What cannot be read is for the
 * gate to judge.
 *
 * @throws Failure `bad-input` where the path leads to something that is not a baseline at all
 */
export async function openBaseline(
  host: Host,
  spec: PlatformSpec,
  packer: RunPacker,
  asked: Asked,
): Promise<FoundBaseline> {
  const openRegistry = async (reference: Reference) => {
    const credentials = await findCredentials(host, reference, loginFor(reference.registry, spec.publish))
    return openRepository(host, reference, credentials)
  }
  const workspace = await workspaceRoots(host, spec.workingDirectory)
  const options = { platforms: [spec.platform], openRegistry, readWeighIn: readUnlessOlder, workspace }
  const text = asked.kind === 'image' ? formatReference(asked.reference) : asked.path
  const place = { kind: asked.kind, reference: text } as const
  try {
    const opened =
      asked.kind === 'image'
        ? await openReference(host, asked.reference, options)
        : // The path starts in the working directory of the build.
          await openThing({ ...host, cwd: spec.workingDirectory }, asked.path, options)
    return await readThing(host, spec, packer, opened, place)
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    const reason = clauseText(clauseOf(cause), host.surface)
    if (cause instanceof OlderWeighIn) host.log.notice(`There is nothing to compare with: ${reason}.`)
    if (cause instanceof Absent) return absent(reason, text)
    if (cause.code === 'bad-input' && asked.kind === 'file') throw cause
    return unreadable(reason, place)
  }
}

/** A weigh-in that an older Bantam wrote counts as none: the next one that is written replaces it. */
class OlderWeighIn extends Absent {}

/** @throws OlderWeighIn */
function readUnlessOlder(value: unknown): Parsed<WeighIn> {
  const other = otherVersion(value)
  if (other?.older === true)
    throw new OlderWeighIn('unreadable-image', { what: clause`the weigh-in ${other.said}` })
  return readWeighIn(value)
}

/** Every image of a weigh-in that is for the platform. */
export function readFromWeighIn(
  { images, revision }: WeighIn,
  platform: Platform,
  place: BaselineSource,
): ReadBaseline {
  const wanted = formatPlatform(platform)
  return {
    status: 'read',
    report: { ...NOTHING, ...place, revision },
    images: images.flatMap(({ name, platforms, budget }) =>
      platforms
        .filter(weight => weight.platform === wanted)
        .map(weight => ({ name, weight, budget: limitsOf(budget) })),
    ),
  }
}

type BaselineSource = Pick<BaselineReport, 'kind' | 'reference'>

async function readThing(
  host: Host,
  { platform }: PlatformSpec,
  packer: RunPacker,
  opened: WeighedThing,
  place: BaselineSource,
): Promise<FoundBaseline> {
  switch (opened.kind) {
    case 'binary':
      throw new Failure(
        'bad-input',
        {
          what: clause`${input('baseline')} "${place.reference ?? ''}" cannot be compared with`,
          why: clause`it is a binary alone, which says nothing of an image`,
          fix: clause`name an image reference, an OCI layout, an archive or a weigh-in`,
        },
        { fields: { input: 'baseline', value: place.reference ?? '' } },
      )
    case 'weigh-in':
      return readFromWeighIn(opened.weighIn, platform, place)
    case 'image':
      return readImage(host, opened, platform, { place, packer })
  }
}

async function readImage(
  host: Host,
  opened: ImageThing,
  platform: Platform,
  { place, packer }: { readonly place: BaselineSource; readonly packer: RunPacker },
): Promise<FoundBaseline> {
  const { revision, images } = await weighThing(host, opened, 'package', unpacker(host, packer))
  const [weight] = images.flatMap(({ platforms }) => platforms)
  if (weight === undefined) throw new Error(`${opened.name} has no platform that was asked for`)
  const packed = weight.binaries.find(({ pack, breakdown }) => pack.status === 'packed' && breakdown === null)
  // Packed bytes cannot be compared with linked bytes: the difference would look like growth.
  if (packed !== undefined)
    throw new Failure(
      'unreadable-image',
      { what: clause`${printable(packed.path)} of ${opened.name} could not be unpacked` },
      { fields: { file: packed.path, thing: opened.name } },
    )
  const written = opened.platforms[0]?.annotations[WEIGH_IN_ANNOTATION]
  const annotated = written === undefined ? null : readAnnotation(written, platform)
  const known = annotated?.ok === true ? annotated.value : null
  const settings =
    known === null ? weight.settings : { ...weight.settings, ...known.settings, goSource: null }
  return {
    status: 'read',
    report: { ...NOTHING, ...place, revision, digest: weight.digest },
    images: [{ name: null, weight: { ...weight, settings }, budget: known?.budget ?? null }],
  }
}
