import type { NamedBase } from '../../../declare/base-spec.ts'
import type { ImageSpec, PlatformSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import { type Once, once } from '../../../host/once.ts'
import type { Begin } from '../../../host/side-work.ts'
import { type InTurn, turns } from '../../../host/turns.ts'
import type { Isolations } from '../../../isolation/isolation.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import type { BaseOpening } from '../open-bases.ts'
import type { ImageOnBase } from '../platform-on-base.ts'
import { resolveCompiler, resolvePacking, type Tools } from '../tools.ts'
import { platformWidth } from './platform-hosts.ts'
import { type Twins, twinsOf } from './twins.ts'

/** What the images of a run share. */
export interface Sharing {
  /** How many platforms of all images are made at the same time. */
  readonly width: number
  /** The cores of each. */
  readonly cores: number
  /** Makes a platform when its turn comes. */
  readonly inTurn: InTurn
  /** Finds Go, once for all images that ask for the same one in the same directory. */
  readonly findGo: (own: Host, spec: PlatformSpec) => Promise<GoToolchain | null>
  /** Finds the packer, once for all images that ask for the same one. */
  readonly findPacker: (own: Host, spec: PlatformSpec) => Promise<Omit<Tools, 'go'>>
  /** Opens the base of an image for every platform, once for all images on it. */
  readonly openBase: (own: Host, spec: ImageSpec, base: NamedBase) => Promise<ImageOnBase>
  readonly isolations: () => Promise<Isolations>
  /** Restores what earlier jobs cached, once it is known which Go compiles. */
  readonly restore: (go: GoToolchain | null, work: () => Promise<void>) => Promise<void>
  readonly twins: Twins
}

/**
 * @param run the host of the run: what is shared goes on if one image fails
 */
export function sharingOf(run: Host, begin: Begin, images: readonly ImageSpec[]): Sharing {
  const platforms = images.flatMap(image => image.platforms)
  const width = platformWidth(run, platforms.length)
  const inTurn = turns(width)
  const [gos, packers, caches] = [once<GoToolchain | null>(), once<Omit<Tools, 'go'>>(), once<void>()]
  const isolations = once<Isolations>()
  // One after the other, so that an image finds what was downloaded for another.
  const [goInTurn, packerInTurn] = [turns(1), turns(1)]
  // What is found or opened belongs to the run, and its messages appear with those of the image that asks first.
  const hostOf = (own: Host): Host => ({ ...own, temporary: run.temporary, stop: run.stop })
  const opening: BaseOpening = { sources: once(), bases: once() }
  const shared = <Value>(
    found: Once<Value>,
    oneByOne: InTurn,
    find: (host: Host, spec: PlatformSpec) => Promise<Value>,
  ) => {
    return (own: Host, spec: PlatformSpec, key: unknown) =>
      found(JSON.stringify(key), () => begin(oneByOne(() => find(hostOf(own), spec))))
  }
  const go = shared(gos, goInTurn, resolveCompiler)
  const packer = shared(packers, packerInTurn, resolvePacking)
  const compiles = platforms.some(({ source }) => source.kind === 'main')
  return {
    width,
    cores: Math.max(1, Math.floor(run.cores / width)),
    inTurn,
    findGo: (own, spec) => go(own, spec, [spec.go, spec.workingDirectory, spec.source.kind, spec.timezones]),
    findPacker: (own, spec) => packer(own, spec, spec.pack),
    openBase: async (own, spec, base) => {
      const { openBases } = await import('../../deferred.ts')
      return begin(openBases(hostOf(own), spec, base, opening))
    },
    isolations: () => isolations('', async () => (await import('../../deferred.ts')).isolationsOf(run)),
    restore: async (found, work) => {
      // What is prebuilt does not know where Go keeps its caches.
      if (found !== null || !compiles) await caches('', work)
    },
    twins: twinsOf(run, begin, platforms),
  }
}
