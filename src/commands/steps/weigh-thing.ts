import { clause } from '../../clause.ts'
import type { WeighSpec } from '../../declare/declare-weigh.ts'
import { formatPlatform } from '../../declare/platform.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { Digest } from '../../weigh-in/digest.ts'
import { printable } from '../../report/printable.ts'
import { namedBase } from '../../image/base-annotations.ts'
import { type Embedded, readAnnotation, WEIGH_IN_ANNOTATION } from '../../size/annotation.ts'
import { foundBreakdown } from '../../size/breakdown.ts'
import { buildSettings } from '../../size/build-settings.ts'
import { toDepth } from '../../size/depth.ts'
import type { ImageWeight, OtherProgram, PlatformWeight, Settings, WeighIn } from '../../weigh-in/weigh-in.ts'
import { digestOfExtent } from '../../thing/extent.ts'
import type { BinaryThing, ImageThing, PlatformImage, WeighedThing } from '../../thing/thing.ts'
import { type FoundPrograms, readFoundPrograms } from './found-programs.ts'
import { readProgram, type ReadProgram } from './read-program.ts'
import { type Unpack, unpacker } from './unpacker.ts'
import { NO_BUDGET, platformWeight, weighInOf } from './weigh-in.ts'

/**
 * Weighs what was opened, from any source. A weigh-in is returned as it is. Nothing is run, so there is no proof and no
 * price.
 */
export async function weighThing(
  host: Host,
  thing: WeighedThing,
  depth: WeighSpec['depth'],
  unpack: Unpack = unpacker(host),
): Promise<WeighIn> {
  switch (thing.kind) {
    case 'binary':
      return weighBinary(host, thing, depth, unpack)
    case 'image':
      return weighImage(host, thing, depth, unpack)
    case 'weigh-in':
      return { ...thing.weighIn, images: thing.weighIn.images.map(image => shallow(image, depth)) }
  }
}

async function weighBinary(
  host: Host,
  { name, file, bytes }: BinaryThing,
  depth: WeighSpec['depth'],
  unpack: Unpack,
): Promise<WeighIn> {
  const place = `/${name}`
  const program = await readProgram(file, place, depth, unpack)
  tellUnread(host, [program], [])
  const digest = await digestOfExtent({ file, offset: 0, size: bytes, temporary: false })
  const weight = platformWeight({
    platform: formatPlatform(program.platform),
    digest,
    // What an image with only this binary would weigh. What a pull would transfer is not known.
    sizes: { imageSize: bytes, downloadSize: null },
    settings: settingsOf([program]),
    binaries: [program.weight],
    otherPrograms: [],
    files: [],
    layers: [],
    breakdown: foundBreakdown([{ path: place, bytes }], [place], 0),
  })
  return weighInOf(revisionOf([program]), foundImage(name, digest, [weight]))
}

async function weighImage(
  host: Host,
  { name, digest, platforms }: ImageThing,
  depth: WeighSpec['depth'],
  unpack: Unpack,
): Promise<WeighIn> {
  const weights: PlatformWeight[] = []
  const revisions: (string | null)[] = []
  for (const image of platforms) {
    // One after the other, because their bytes are held in memory.
    const { programs, others } = await readPrograms(host, name, image, depth, unpack)
    tellUnread(host, programs, others)
    weights.push(weighFound(image, programs, others))
    revisions.push(labelOf(image) ?? revisionOf(programs))
  }
  const [first] = weights
  if (first === undefined)
    throw new Failure(
      'unreadable-image',
      { what: clause`${name} holds no image to weigh` },
      { fields: { thing: name } },
    )
  return weighInOf(revisions[0] ?? null, foundImage(name, digest ?? first.digest, weights))
}

function weighFound(
  image: PlatformImage,
  programs: readonly ReadProgram[],
  others: readonly OtherProgram[],
): PlatformWeight {
  const binaries = programs.map(({ weight }) => weight)
  const paths = binaries.map(({ path }) => path)
  return platformWeight({
    platform: formatPlatform(image.platform),
    digest: image.manifestDigest ?? image.configDigest,
    sizes: { imageSize: image.imageSize, downloadSize: image.downloadSize },
    settings: { ...settingsOf(programs), ...baseOf(image) },
    binaries,
    otherPrograms: others,
    files: image.files,
    layers: image.layers.map(({ digest, size, entries }) => ({ digest, size, what: contentsOf(entries) })),
    breakdown: foundBreakdown(image.files, paths, image.hiddenSize),
  })
}

async function readPrograms(
  host: Host,
  name: string,
  image: PlatformImage,
  depth: WeighSpec['depth'],
  unpack: Unpack,
): Promise<FoundPrograms> {
  const { programs, config } = image
  const embedded = embeddedIn(host, name, image)
  if (programs.length === 0) host.log.notice(`${name} holds no program: only its files are weighed.`)
  return readFoundPrograms(programs, config, depth, unpack, embedded)
}

/** What Bantam noted when it linked the programs: nothing else says which package embeds which file. */
function embeddedIn(
  { log }: Host,
  name: string,
  { annotations, platform }: Pick<PlatformImage, 'annotations' | 'platform'>,
): Embedded {
  const written = annotations[WEIGH_IN_ANNOTATION]
  const annotated = written === undefined ? null : readAnnotation(written, platform)
  if (annotated?.ok === false)
    log.notice(`The annotation ${WEIGH_IN_ANNOTATION} of ${name} is left out: it ${annotated.problem}.`)
  return annotated?.ok === true ? annotated.value.embedded : new Map()
}

function tellUnread(host: Host, programs: readonly ReadProgram[], others: readonly OtherProgram[]): void {
  const unread = [
    ...programs.map(({ weight, unread: why }) => ({ place: weight.path, why })),
    ...others.map(({ path: place, unread: why }) => ({ place, why })),
  ]
  tellFew(
    host,
    unread.flatMap(({ place, why }) => (why === null ? [] : [`${place} could not be read: ${why}.`])),
  )
}

const MOST_TOLD = 10

function tellFew({ log }: Host, sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, MOST_TOLD)) log.notice(printable(sentence))
  const left = sentences.length - MOST_TOLD
  if (left > 0) log.notice(`The same is true of ${left} more programs.`)
}

/** What the first Go program says about its build. */
function settingsOf(programs: readonly ReadProgram[]): Settings {
  const program = programs.find(({ buildInfo }) => buildInfo !== null)
  return {
    ...buildSettings(program?.buildInfo ?? null, program?.isStatic ?? false),
    goSource: null,
    packer: programs.find(({ weight }) => weight.pack.status === 'packed')?.weight.pack.packer ?? null,
    certificates: null,
    timezones: null,
    layerCompression: null,
  }
}

/** Any image may say what it is based on. */
function baseOf({ annotations }: PlatformImage): Pick<Settings, 'base'> {
  const base = namedBase(annotations)
  return base === null ? {} : { base }
}

function revisionOf(programs: readonly ReadProgram[]): string | null {
  return programs.map(({ buildInfo }) => buildInfo?.settings['vcs.revision'] ?? null).find(Boolean) ?? null
}

const REVISION = 'org.opencontainers.image.revision'

function labelOf({ config, annotations }: PlatformImage): string | null {
  return annotations[REVISION] ?? config.labels[REVISION] ?? null
}

function contentsOf(entries: PlatformImage['layers'][number]['entries']): string {
  const files = entries.filter(({ kind }) => kind === 'file')
  const [first] = files
  if (first === undefined) return 'no files'
  return files.length === 1 ? first.path : `${files.length} files`
}

function shallow(image: ImageWeight, depth: WeighSpec['depth']): ImageWeight {
  const platforms = image.platforms.map(weight => ({
    ...weight,
    binaries: weight.binaries.map(binary => ({
      ...binary,
      breakdown: binary.breakdown === null ? null : toDepth(binary.breakdown, depth),
    })),
  }))
  return { ...image, platforms }
}

function foundImage(name: string, digest: Digest, platforms: readonly PlatformWeight[]): ImageWeight {
  return { name, references: [], digest, published: false, budget: NO_BUDGET, baseline: null, platforms }
}
