import { readFile } from 'node:fs/promises'
import { breakdownOf } from '../../../binary/breakdown.ts'
import type { BuildInfo } from '../../../binary/build-info.ts'
import { readExecutable } from '../../../binary/executable.ts'
import { clause } from '../../../clause.ts'
import { formatPlatform } from '../../../declare/platform.ts'
import type { BuildRecord, BuiltProgram } from '../../../declare/rebuild-inputs.ts'
import { Failure } from '../../../failure.ts'
import { isCommit } from '../../../host/git.ts'
import { namedBase } from '../../../image/base-annotations.ts'
import { readInheritedConfig } from '../../../image/inherited-config.ts'
import { printable } from '../../../report/printable.ts'
import { SBOM_PATH } from '../../../sbom/embedded.ts'
import { readAnnotation, WEIGH_IN_ANNOTATION, type WeighInAnnotation } from '../../../size/annotation.ts'
import type { PlatformImage, Program } from '../../../thing/thing.ts'
import type { Digest } from '../../../weigh-in/digest.ts'
import type { SeenProgram } from '../../../verify/explain-program.ts'
import type { Unpack } from '../unpacker.ts'
import { cannotVerify } from './cannot-verify.ts'

/** An image for one platform, with everything that it says of its build. */
export interface FoundBuild {
  /** The image's name, with the platform where there are several. */
  readonly name: string
  readonly image: PlatformImage
  readonly digest: Digest
  readonly annotation: WeighInAnnotation
  readonly record: BuildRecord
  readonly revision: string
  /** Seconds since 1970; `null`: it says none. */
  readonly created: number | null
  readonly programs: readonly SeenProgram[]
  /** Of the first program that Go built. */
  readonly buildInfo: BuildInfo | null
}

const REVISION = 'org.opencontainers.image.revision'

/**
 * Reads what an image says of its build. Nothing of it is run.
 *
 * @throws Failure `bad-input` where it does not say enough to be built again
 */
export async function readBuild(name: string, image: PlatformImage, unpack: Unpack): Promise<FoundBuild> {
  const { manifestDigest: digest, annotations, config, platform } = image
  if (digest === null)
    throw cannotVerify(name, clause`this archive keeps no manifest`, {
      fix: clause`name the image in its registry, or an OCI layout or archive of it`,
    })
  const annotation = annotationOf(name, image)
  const revision = annotations[REVISION] ?? config.labels[REVISION]
  if (!isCommit(revision))
    throw cannotVerify(name, clause`it does not name the commit that it was built from`, {
      fix: clause`build it in a git checkout, without a label ${REVISION} of your own`,
    })
  const programs = await Promise.all(image.programs.map(program => seeProgram(program, unpack)))
  const infos = programs.flatMap(({ linked }) => ('why' in linked ? [] : (linked.buildInfo ?? [])))
  const { inputs, settings } = annotation
  const ours =
    inputs['working-directory'] === undefined ? programs.map(program => builtProgram(name, program)) : null
  const shown = readInheritedConfig(image.parts.config)
  if (!shown.ok) throw cannotVerify(name, clause`its config ${shown.problem}`)
  const settingsOfGo = infos[0]?.settings ?? {}
  return {
    name,
    image,
    digest,
    annotation,
    revision,
    created: config.created === null ? null : secondsOf(config.created),
    programs,
    buildInfo: infos[0] ?? null,
    record: {
      platform,
      settings,
      inputs,
      config: { ...shown.value, entrypoint: config.entrypoint, args: config.args },
      base: namedBase(annotations),
      programs: ours,
      vcs: settingsOfGo['vcs.revision'] !== undefined,
      goEnv: Object.fromEntries(
        ['GOEXPERIMENT', 'GOFIPS140'].flatMap(key => {
          const value = settingsOfGo[key]
          return value === undefined ? [] : [[key, value]]
        }),
      ),
      sbom: image.files.some(({ path }) => path === SBOM_PATH),
    },
  }
}

function annotationOf(name: string, { annotations, platform }: PlatformImage): WeighInAnnotation {
  const written = annotations[WEIGH_IN_ANNOTATION]
  if (written === undefined)
    throw cannotVerify(name, clause`Bantam did not build it: it has no annotation ${WEIGH_IN_ANNOTATION}`)
  const read = readAnnotation(written, platform)
  if (read.ok) return read.value
  throw cannotVerify(
    name,
    clause`its annotation ${WEIGH_IN_ANNOTATION} for ${formatPlatform(platform)} ${read.problem}`,
  )
}

function secondsOf(time: string): number | null {
  const ms = Date.parse(time)
  return Number.isNaN(ms) ? null : ms / 1000
}

/** @throws Failure where its main package is not known */
function builtProgram(name: string, { path, linked }: SeenProgram): BuiltProgram {
  if ('why' in linked)
    throw cannotVerify(name, clause`${printable(path)} in it cannot be read: ${linked.why}`)
  const main = linked.buildInfo?.path ?? null
  if (main === null || linked.buildInfo?.main === null)
    throw cannotVerify(
      name,
      clause`${printable(path)} in it does not name the package that it was built from`,
    )
  return { path, main }
}

/** Reads a program as it ships. A packed one is unpacked first. */
async function seeProgram({ path, file }: Program, unpack: Unpack): Promise<SeenProgram> {
  if (file === null) return { path, packer: null, linked: { why: 'it is too large' } }
  const bytes = await readFile(file)
  const packed = await unpack(bytes)
  const packer = packed?.packer ?? null
  if (packed !== null && 'why' in packed) return { path, packer, linked: { why: packed.why } }
  return { path, packer, linked: seeLinked(path, packed?.linked ?? bytes) }
}

export function seeLinked(path: string, bytes: Uint8Array): SeenProgram['linked'] {
  try {
    const executable = readExecutable(bytes, path)
    return { bytes, buildInfo: executable.buildInfo, breakdown: () => breakdownOf(executable, bytes, path) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { why: 'it is not a complete executable' }
  }
}
