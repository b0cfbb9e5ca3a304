import type { Executable } from '../../binary/executable.ts'
import { isSizeKnown, type Known } from '../../binary/go-signs.ts'
import { modulePaths } from '../../binary/module-paths.ts'
import { type Capabilities, formatCapabilities } from '../../declare/capabilities.ts'
import type { WeighSpec } from '../../declare/declare-weigh.ts'
import { toDepth } from '../../size/depth.ts'
import { VERSION } from '../../version.ts'
import type {
  BinaryWeight,
  ImageWeight,
  OtherProgram,
  PlatformWeight,
  SmokeTestReport,
  StageTime,
  WeighIn,
} from '../../weigh-in/weigh-in.ts'
import type { Breakdown } from '../../weigh-in/breakdown.ts'
import type { Verdict } from '../../weigh-in/verdict.ts'

// This file makes every part of a weigh-in, both of built images and of found ones, so that they can be compared.

export const NOT_ASKED: SmokeTestReport = { status: 'not asked', seen: [] }

export const NO_BUDGET: Verdict = { status: 'none', waived: false, limits: [], dropped: [] }

/** What is known of a program without reading it. */
type Outside = Pick<BinaryWeight, 'name' | 'path' | 'linkedSize' | 'shippedSize' | 'pack' | 'proof' | 'price'>

/** What reading a program showed. */
export interface Inside {
  readonly executable: Executable
  readonly known: Known
  /** `null`: it is packed and could not be unpacked, so only the packer's own code was read. */
  readonly breakdown: Breakdown | null
}

export function binaryWeight(
  { name, path, linkedSize, shippedSize, pack, proof, price }: Outside,
  { executable, known, breakdown }: Inside,
  depth: WeighSpec['depth'],
): BinaryWeight {
  const { buildInfo, needs } = executable
  const modules = modulePaths(buildInfo)
  return {
    name,
    path,
    ...(buildInfo?.path == null ? {} : { main: buildInfo.path }),
    linkedSize,
    shippedSize,
    pack,
    proof,
    price,
    needs: breakdown === null ? null : needs,
    ...(known.kind === 'unread' ? { unread: known.reason } : {}),
    ...(modules === null ? {} : { modules }),
    breakdown: breakdown === null || !isSizeKnown(known) ? null : toDepth(breakdown, depth),
  }
}

interface Platform extends Omit<PlatformWeight, 'otherPrograms' | 'capabilities' | 'growth' | 'smokeTest'> {
  readonly otherPrograms: readonly OtherProgram[]
  readonly files: readonly { readonly path: string; readonly capabilities?: Capabilities }[]
}

/** The weight before it is compared with anything, and before anything in the image runs. */
export function platformWeight(platform: Platform): PlatformWeight {
  const { otherPrograms, files, layers, breakdown, ...weight } = platform
  const capabilities = files.flatMap(({ path, capabilities }) =>
    capabilities === undefined ? [] : [{ path, capabilities: formatCapabilities(capabilities) }],
  )
  return {
    ...weight,
    ...(otherPrograms.length === 0 ? {} : { otherPrograms }),
    ...(capabilities.length === 0 ? {} : { capabilities }),
    layers,
    breakdown,
    growth: null,
    smokeTest: NOT_ASKED,
  }
}

export function weighInOf(
  revision: string | null,
  image: ImageWeight,
  stages: readonly StageTime[] = [],
): WeighIn {
  return { schemaVersion: 2, bantam: VERSION, revision, images: [image], stages }
}
