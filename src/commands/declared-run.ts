import type { RunSpec } from '../declare/run-spec.ts'
import type { ImageSpec } from '../declare/spec.ts'
import type { Plan } from '../plan/plan.ts'

/** One of the images that a run makes. */
export interface DeclaredImage {
  /** Its key in bantam.yaml; `null` for the only image of a run without that file. */
  readonly key: string | null
  readonly spec: ImageSpec
  /** Absolute path of the SBOM of each platform; empty: none is written. */
  readonly sboms: readonly string[]
}

/** What the user asks for of a run: one image, or those of bantam.yaml. */
export interface DeclaredRun {
  readonly images: readonly [DeclaredImage, ...DeclaredImage[]]
  readonly run: RunSpec
  /** Left out where the run builds all of its images. */
  readonly part?: DeclaredPart
}

/** The part of a plan that a run builds. */
export interface DeclaredPart {
  readonly plan: Plan
  /** Absolute path of the result to write. */
  readonly result: string
}
