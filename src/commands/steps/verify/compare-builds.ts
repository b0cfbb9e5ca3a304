import { binaryPath } from '../../../declare/binary-place.ts'
import { parseJson } from '../../../declare/parse-json.ts'
import { formatPlatform } from '../../../declare/platform.ts'
import { chunksOf } from '../../../host/file-part.ts'
import type { StoredBlob } from '../../../image/blob.ts'
import { allLayers } from '../../../image/image.ts'
import { WEIGH_IN_ANNOTATION } from '../../../size/annotation.ts'
import { release } from '../../../thing/extent.ts'
import { listLayer } from '../../../thing/list-layer.ts'
import type { LayerPart } from '../../../thing/parts.ts'
import { asUnreadable } from '../../../thing/unreadable.ts'
import { explainContents } from '../../../verify/explain.ts'
import { explainProgram, type SeenProgram } from '../../../verify/explain-program.ts'
import { differingFields } from '../../../verify/json-fields.ts'
import { fileDifferences, type ListedFile } from '../../../verify/listing.ts'
import { pairLayers } from '../../../verify/pair-layers.ts'
import type { Reason } from '../../../verify/reason.ts'
import type { LayerDifference, PlatformVerification } from '../../../verify/verification.ts'
import { VERSION } from '../../../version.ts'
import type { MadeImage } from '../build/made-image.ts'
import { type FoundBuild, seeLinked } from './read-build.ts'

/** Says whether an image and its rebuild are the same, and else what differs and why. */
export async function compareBuilds(found: FoundBuild, made: MadeImage): Promise<PlatformVerification> {
  const { digest, revision, annotation } = found
  const same = digest === made.image.manifest.digest
  const layers = same ? [] : await layerDifferences(found, made)
  return {
    platform: formatPlatform(found.record.platform),
    revision,
    digest,
    rebuilt: made.image.manifest.digest,
    go: annotation.settings.go,
    packer: annotation.settings.packer,
    layers,
    fields: same ? [] : documentDifferences(found, made),
    reasons: same ? [] : reasonsOf(found, made, layers),
  }
}

type RebuiltLayer = StoredBlob & { readonly diffId: string; readonly what: string }

async function layerDifferences(
  { name, image }: FoundBuild,
  made: MadeImage,
): Promise<readonly LayerDifference[]> {
  const own: ReadonlyMap<string, string> = new Map(
    made.image.layers.map(({ digest, what }) => [digest, what]),
  )
  const rebuilt = allLayers(made.image).map((layer): RebuiltLayer => ({
    ...layer,
    what: own.get(layer.digest) ?? 'a layer of the base',
  }))
  const stored = image.layers.map((layer, at) => ({
    digest: layer.digest,
    diffId: layer.diffId,
    place: at + 1,
    part: image.parts.layers[at],
  }))
  const differences: LayerDifference[] = []
  for (const [one, other] of pairLayers(stored, rebuilt)) {
    if (one?.digest === other?.digest) continue
    const sameTar = one?.diffId === other?.diffId
    const files = sameTar
      ? []
      : fileDifferences(
          one?.part === undefined ? [] : await listStored(name, one.part),
          other === null ? [] : await listLayer(bytesOf(other)),
        )
    differences.push({
      what: other?.what ?? `layer ${one?.place ?? 0}`,
      digest: one?.digest ?? null,
      rebuilt: other?.digest ?? null,
      files,
      how: sameTar ? 'compression' : files.length === 0 ? 'headers' : 'files',
    })
  }
  return differences
}

async function listStored(name: string, part: LayerPart): Promise<readonly ListedFile[]> {
  const extent = await part.open()
  try {
    return await listLayer(chunksOf(extent))
  } catch (cause) {
    throw asUnreadable(name, cause)
  } finally {
    await release(extent)
  }
}

async function* bytesOf(blob: StoredBlob): AsyncGenerator<Uint8Array> {
  if ('bytes' in blob) yield blob.bytes
  else yield* chunksOf(blob)
}

/** The digests of layers are left out: the layers themselves are compared. */
function documentDifferences({ image }: FoundBuild, made: MadeImage): readonly string[] {
  const text = new TextDecoder()
  const config = differingFields(
    parseJson(text.decode(image.parts.config)),
    parseJson(text.decode(made.image.config.bytes)),
  ).filter(field => field !== 'rootfs.diff_ids')
  return [...config, ...annotationDifferences(image.annotations, annotationsOf(made))]
}

type Annotations = Readonly<Record<string, string>>

function annotationsOf({ image }: MadeImage): Annotations {
  const manifest = parseJson(new TextDecoder().decode(image.manifest.bytes)) as { annotations?: Annotations }
  return manifest.annotations ?? {}
}

function annotationDifferences(image: Annotations, rebuilt: Annotations): readonly string[] {
  const open = ({ [WEIGH_IN_ANNOTATION]: written = '', ...others }: Annotations) => ({
    ...others,
    [WEIGH_IN_ANNOTATION]: parseJson(written),
  })
  return differingFields(open(image), open(rebuilt), 'annotations')
}

function reasonsOf(
  found: FoundBuild,
  made: MadeImage,
  layers: readonly LayerDifference[],
): readonly Reason[] {
  const { revision, annotation, record } = found
  const changed = new Set(layers.flatMap(({ files }) => files.map(({ path }) => path)))
  const context = { revision, ldflags: annotation.settings.ldflags ?? '', packer: annotation.settings.packer }
  const rebuilt = made.shipped.map((shipped, at) => {
    const { pack } = shipped.weight
    const path = binaryPath(shipped)
    const program: SeenProgram = {
      path,
      packer: shipped.packed ? (pack.packer ?? 'packer') : null,
      linked: seeLinked(path, made.binaries[at]?.bytes ?? shipped.bytes),
    }
    return { program, notPacked: shipped.packed ? null : pack.reason }
  })
  const programs = rebuilt.flatMap(({ program, notPacked }) => {
    const seen = found.programs.find(({ path }) => path === program.path)
    return seen === undefined || !changed.has(program.path)
      ? []
      : explainProgram(seen, program, { ...context, notPacked })
  })
  const contents = explainContents(layers, {
    revision,
    programs: rebuilt.map(({ program }) => program.path),
    image: { bantam: annotation.bantam, settings: record.settings },
    rebuilt: {
      bantam: VERSION,
      settings: {
        certificates: made.weight.settings.certificates,
        timezones: made.weight.settings.timezones,
      },
    },
  })
  return [...programs, ...contents]
}
