import type { Needs } from '../weigh-in/needs.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import type { FoundTag } from './build-tags.ts'
import type { Change, NewerModule } from './change.ts'
import type { ExperimentValue } from './experiments.ts'

/** What is known of a service after it was built unchanged. */
export interface AsItIs {
  readonly spec: PlatformSpec
  /** All of its binaries. */
  readonly packed: boolean
  readonly certificates: boolean
  readonly timezones: boolean
  /** Of all binaries together: what one of them needs, or may need where that is not known. */
  readonly needs: Pick<Needs, 'certificates' | 'timezones'>
  /** Not set yet and worth a try, the most promising first. */
  readonly tags: readonly FoundTag[]
  /** `go1.27.4`, newer than the version that built it; `null`: there is none, or it could not be looked up. */
  readonly newerGo: string | null
  /** Newer versions of modules that keep dead code. */
  readonly newerModules: readonly NewerModule[]
  /** Values of GOEXPERIMENT that its toolchain offers. */
  readonly experiments: readonly ExperimentValue[]
}

/**
 * Returns the changes that are worth a try. Those that take longest to compile come first, so that the cores stay busy
 * to the end.
 */
export function candidatesFor(asItIs: AsItIs): readonly Change[] {
  return [
    ...inliningChanges(asItIs),
    ...goChanges(asItIs),
    ...experimentChanges(asItIs),
    ...moduleChanges(asItIs),
    ...tagChanges(asItIs),
    ...contentChanges(asItIs),
    ...layerChanges(asItIs),
  ]
}

/** A user who sets compiler flags has chosen them. */
function inliningChanges({ spec: { compile } }: AsItIs): readonly Change[] {
  const own = compile.buildFlags.some(flag => /^--?gcflags\b/.test(flag))
  return own ? [] : [{ kind: 'no inlining' }]
}

function goChanges({ newerGo }: AsItIs): readonly Change[] {
  return newerGo === null ? [] : [{ kind: 'newer go', version: newerGo }]
}

function experimentChanges({ experiments }: AsItIs): readonly Change[] {
  return experiments.map(value => ({ kind: 'experiment', value }))
}

/** A user who names another go.mod has chosen the versions in it. */
function moduleChanges({ spec: { compile }, newerModules }: AsItIs): readonly Change[] {
  const own = compile.buildFlags.some(flag => /^--?mod(?:file)?\b/.test(flag))
  return own ? [] : newerModules.map(newer => ({ kind: 'newer module', ...newer }))
}

/** How many tags are tried. A service with a switch for each of its parts may have a hundred. */
export const MOST_TAGS = 16

function tagChanges({ tags }: AsItIs): readonly Change[] {
  return tags.slice(0, MOST_TAGS).map(({ tag, packages }) => ({ kind: 'build tag', tag, packages }))
}

/** Returns the tags that `candidatesFor` leaves out because they would take too long. */
export function untriedTags(tags: readonly FoundTag[]): readonly string[] {
  return tags.slice(MOST_TAGS).map(({ tag }) => tag)
}

function contentChanges({ spec, certificates, timezones, needs }: AsItIs): readonly Change[] {
  const rooted = certificates && spec.certificates.roots !== 'none'
  return [
    ...(rooted ? [{ kind: 'no certificates', needed: needs.certificates } as const] : []),
    ...(timezones ? [{ kind: 'no time zones', needed: needs.timezones } as const] : []),
  ]
}

function layerChanges({ spec, packed }: AsItIs): readonly Change[] {
  const gzip = spec.layerCompression === 'gzip'
  return [
    ...(gzip ? [{ kind: 'zstd layers' } as const] : []),
    ...(packed ? [{ kind: 'zstd for packing' } as const] : []),
    ...(spec.pack.mode === 'off' ? [{ kind: 'packing' } as const] : []),
  ]
}
