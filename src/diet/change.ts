import type { PlatformSpec } from '../declare/spec.ts'
import { type ExperimentValue, withExperiment } from './experiments.ts'

/** One change to the build of a service that may make it smaller. */
export type Change =
  | {
      readonly kind: 'build tag'
      readonly tag: string
      /** Import paths of the packages that check it. */
      readonly packages: readonly string[]
    }
  | { readonly kind: 'no inlining' }
  | { readonly kind: 'no certificates'; readonly needed: boolean }
  | { readonly kind: 'no time zones'; readonly needed: boolean }
  /** Changes only the layers. Packing stays as it is. */
  | { readonly kind: 'zstd layers' }
  /** The binary is not packed, and the compression of the layers takes the place of packing. */
  | { readonly kind: 'zstd for packing' }
  | { readonly kind: 'packing' }
  /** As `go version` says it: `go1.27.4`. */
  | { readonly kind: 'newer go'; readonly version: string }
  /** A build reads it from a copy of go.mod, because no input sets it. */
  | ({ readonly kind: 'newer module' } & NewerModule)
  /** A value of GOEXPERIMENT. */
  | { readonly kind: 'experiment'; readonly value: ExperimentValue }

export interface NewerModule {
  /** Its path. */
  readonly module: string
  /** `v1.36.11` */
  readonly from: string
  readonly to: string
}

/** The flag that keeps Go's compiler from inlining, in the standard library too. */
const NO_INLINING = '-gcflags=all=-l'

/** Returns the spec with these changes made. */
export function applyChanges(spec: PlatformSpec, changes: readonly Change[]): PlatformSpec {
  return changes.reduce(applyChange, spec)
}

function applyChange(spec: PlatformSpec, change: Change): PlatformSpec {
  const { compile, certificates, pack, go } = spec
  switch (change.kind) {
    case 'build tag':
      return { ...spec, compile: { ...compile, buildTags: [...compile.buildTags, change.tag] } }
    case 'no inlining':
      return { ...spec, compile: { ...compile, buildFlags: [...compile.buildFlags, NO_INLINING] } }
    case 'no certificates':
      return { ...spec, certificates: { ...certificates, roots: 'none' } }
    case 'no time zones':
      return { ...spec, timezones: 'none' }
    case 'zstd layers':
      return { ...spec, layerCompression: 'zstd' }
    case 'zstd for packing':
      return { ...spec, pack: { ...pack, mode: 'off' }, layerCompression: 'zstd' }
    case 'packing':
      return { ...spec, pack: { ...pack, mode: 'auto' } }
    case 'newer go': {
      const version = change.version.replace(/^go/, '')
      return { ...spec, go: { ...go, version, versionFile: null } }
    }
    case 'newer module':
      return spec
    case 'experiment': {
      const GOEXPERIMENT = withExperiment(compile.buildEnv['GOEXPERIMENT'] ?? '', change.value)
      return { ...spec, compile: { ...compile, buildEnv: { ...compile.buildEnv, GOEXPERIMENT } } }
    }
  }
}

/** Whether the change gives another linked binary. */
export function isOfCode({ kind }: Change): boolean {
  switch (kind) {
    case 'build tag':
    case 'no inlining':
    case 'newer go':
    case 'newer module':
    case 'experiment':
      return true
    case 'no certificates':
    case 'no time zones':
    case 'zstd layers':
    case 'zstd for packing':
    case 'packing':
      return false
  }
}

/** Whether the service is known to need what the change removes. */
export function breaks(change: Change): boolean {
  switch (change.kind) {
    case 'no certificates':
    case 'no time zones':
      return change.needed
    case 'build tag':
    case 'no inlining':
    case 'zstd layers':
    case 'zstd for packing':
    case 'packing':
    case 'newer go':
    case 'newer module':
    case 'experiment':
      return false
  }
}
