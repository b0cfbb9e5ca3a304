import type { Platform } from '../declare/platform.ts'
import type { CompileSpec } from '../declare/spec.ts'

/** Where go builds, and for what. It decides which files of a package count. */
export interface BuildContext {
  readonly spec: CompileSpec
  readonly platform: Platform
  /** Absolute. */
  readonly workingDirectory: string
}
