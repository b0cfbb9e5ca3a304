import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BinaryPlace } from '../../../declare/binary-place.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import { once } from '../../../host/once.ts'
import type { Begin } from '../../../host/side-work.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import { linkService, type LinkedService } from '../link.ts'
import type { ReadBinary } from '../read.ts'
import type { Shipping } from '../ship.ts'

/** Does the work for the binaries of one platform, or takes it from a twin: a platform of another image with the same binaries. */
export interface Twins {
  link(
    host: Host,
    spec: PlatformSpec,
    go: GoToolchain | null,
    check: (mains: readonly BinaryPlace[]) => void,
  ): Promise<LinkedService>
  read(spec: PlatformSpec, work: () => Promise<readonly ReadBinary[]>): Promise<readonly ReadBinary[]>
  ship(host: Host, spec: PlatformSpec, work: (host: Host) => readonly Shipping[]): readonly Shipping[]
}

/**
 * Finds the twins of a run, such as two flavors of a service on two bases. What they share is compiled, read, packed and
 * proven once, and goes on if one of their images fails. Platforms without a twin are on their own.
 *
 * @param run the host of the run
 */
export function twinsOf(run: Host, begin: Begin, platforms: readonly PlatformSpec[]): Twins {
  const counts = new Map<string, number>()
  for (const spec of platforms) counts.set(keyOf(spec), (counts.get(keyOf(spec)) ?? 0) + 1)
  const hasTwin = (spec: PlatformSpec) => (counts.get(keyOf(spec)) ?? 0) > 1

  const linked = once<LinkedService>()
  const named = new Map<string, PromiseWithResolvers<readonly BinaryPlace[]>>()
  const read = once<readonly ReadBinary[]>()
  const shipped = new Map<string, readonly Shipping[]>()
  const directories = [...counts.keys()]
  /** Messages appear with those of the image that asks first. */
  const shared = (own: Host, spec: PlatformSpec): Host => {
    const temporary = path.join(run.temporary, 'twins', String(directories.indexOf(keyOf(spec))))
    mkdirSync(temporary, { recursive: true })
    return { ...own, temporary, stop: run.stop }
  }

  return {
    async link(own, spec, go, check) {
      if (!hasTwin(spec)) return linkService(own, spec, go, check)
      const key = keyOf(spec)
      const names = named.get(key) ?? Promise.withResolvers<readonly BinaryPlace[]>()
      named.set(key, names)
      const service = linked(key, () => begin(linkService(shared(own, spec), spec, go, names.resolve)))
      service.catch(names.reject)
      const [, done] = await Promise.all([names.promise.then(check), service])
      return done
    },
    read: (spec, work) => (hasTwin(spec) ? read(keyOf(spec), () => begin(work())) : work()),
    ship(own, spec, work) {
      if (!hasTwin(spec)) return work(own)
      const { pack, smoke, othersCode, packFiles, files, base } = spec
      // Programs of `files` are packed beside the binaries. A base may have links that lead to them.
      const programs = packFiles.length === 0 ? [] : [packFiles, files, base]
      const key = JSON.stringify([keyOf(spec), pack, smoke !== null, othersCode, programs])
      const shipping = shipped.get(key) ?? work(shared(own, spec))
      shipped.set(key, shipping)
      for (const { shipped: one } of shipping) void begin(one)
      return shipping
    },
  }
}

/** All that the linked binaries depend on, besides the files of the checkout. */
function keyOf({ source, workingDirectory, compile, platform, go }: PlatformSpec): string {
  return JSON.stringify([source, workingDirectory, compile, platform, go])
}
