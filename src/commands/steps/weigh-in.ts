import type { Executable } from '../../binary/executable.ts'
import { isSizeKnown, type Known } from '../../binary/go-signs.ts'
import { modulePaths } from '../../binary/module-paths.ts'
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

// One place makes every part of a weigh-in, of what is built and of what is found, so that they can be compared.

export const NOT_ASKED: SmokeTestReport = { status: 'not asked', seen: [] }

export const NO_BUDGET: Verdict = { status: 'none', waived: false, limits: [], dropped: [] }

/** What is known of a program without reading it. */
type Outside = Pick<BinaryWeight, 'name' | 'path' | 'linkedSize' | 'shippedSize' | 'pack' | 'proof' | 'price'>

/** What was found out about a program by reading it. */
export interface Inside {
  readonly executable: Executable
  readonly known: Known
  /** `null`: it is packed and could not be unpacked, so that what was read is the packer's. */
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

interface Platform extends Omit<PlatformWeight, 'otherPrograms' | 'growth' | 'smokeTest'> {
  readonly otherPrograms: readonly OtherProgram[]
}

/** Before it is compared with anything, and before anything of it runs. */
export function platformWeight({ otherPrograms, layers, breakdown, ...weight }: Platform): PlatformWeight {
  return {
    ...weight,
    ...(otherPrograms.length === 0 ? {} : { otherPrograms }),
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
  return { schemaVersion: 1, bantam: VERSION, revision, images: [image], stages }
}
