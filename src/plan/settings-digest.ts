import { withoutMirror } from '../declare/declare-toolchain.ts'
import type { ImageSpec, PlatformSpec, SharedSpec } from '../declare/spec.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { digestOfValue } from './canonical.ts'

/**
 * The digest of what decides an image's bytes and how it is judged. It leaves out what each machine may do in its own way:
 * where tools are downloaded from, where files are written, and how to log in. Of variables that may hold secrets it has
 * the names alone, because a short secret can be guessed from a digest.
 */
export function settingsDigest(spec: ImageSpec, cwd: string): Digest {
  const { platforms, index, binaries: _, ...shared } = spec
  const settings = {
    ...sharedSettings(shared),
    platforms: platforms.map(platformSettings),
    index,
  }
  return digestOfValue(withoutRoot(settings, cwd))
}

function sharedSettings(shared: SharedSpec): object {
  const { publish: _, go, pack, compile, smoke, ...rest } = shared
  return {
    ...rest,
    go: { ...go, downloadUrl: null },
    pack: withoutMirror(pack),
    compile: { ...compile, buildEnv: namesOf(compile.buildEnv) },
    smoke: smoke === null ? null : { ...smoke, env: namesOf(smoke.env) },
  }
}

/** What only the platform has: the rest is in the shared settings. */
function platformSettings({ platform, source, config, files, links, ...rest }: PlatformSpec): object {
  const { capabilities, packFiles, descriptorAnnotations } = rest
  return { platform, source, config, files, links, capabilities, packFiles, descriptorAnnotations }
}

function namesOf(variables: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(variables).toSorted()
}

/** Paths below the root as they are in every checkout. */
function withoutRoot(value: unknown, root: string): unknown {
  if (typeof value === 'string') {
    if (value === root) return '.'
    return value.startsWith(`${root}/`) ? `.${value.slice(root.length)}` : value
  }
  if (Array.isArray(value)) return value.map(item => withoutRoot(item, root))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutRoot(field, root)]))
}
