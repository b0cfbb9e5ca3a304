import type { BuildInfo } from './build-info.ts'

/** Whose a package is. */
export type PackageOwner =
  | { readonly kind: 'main'; readonly path: string; readonly version: string | null }
  | { readonly kind: 'std' }
  /** `version` is `null` where there is no build info to say it. A replaced module keeps its path, and its own version. */
  | { readonly kind: 'module'; readonly path: string; readonly version: string | null }

/** Packages stand no deeper in their modules. */
const MAX_DEPTH = 64

/** What cgo brings has this name for a package in Go's own language. */
export const C = 'C'

/** The module with the longest path that a package's path starts with, by the build info. */
export function packageOwners(buildInfo: BuildInfo | null): (path: string) => PackageOwner {
  const modules = new Map<string, PackageOwner>()
  for (const { path, version } of buildInfo?.dependencies ?? []) {
    modules.set(path, { kind: 'module', path, version: version === '' ? null : version })
  }
  const version = buildInfo?.main?.version ?? ''
  const main: PackageOwner = {
    kind: 'main',
    path: mainPathOf(buildInfo),
    version: version === '' ? null : version,
  }
  modules.set(main.path, main)
  return path => {
    if (path === 'main' || path === buildInfo?.path) return main
    // Go's own copies of golang.org/x; in a user's vendor directory packages keep their paths.
    if (path.startsWith('vendor/')) return { kind: 'std' }
    let prefix = path
    for (let depth = 0; depth < MAX_DEPTH && prefix !== ''; depth++) {
      const owner = modules.get(prefix)
      if (owner !== undefined) return owner
      prefix = prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 0))
    }
    if (path === C) return { kind: 'module', path, version: null }
    return isOfStd(path) ? { kind: 'std' } : { kind: 'module', path: likelyModule(path), version: null }
  }
}

/** The import path of the package that Go calls `main` in its names. */
export function importPathOf(path: string, buildInfo: BuildInfo | null): string {
  return path === 'main' ? (buildInfo?.path ?? path) : path
}

function mainPathOf(buildInfo: BuildInfo | null): string {
  return buildInfo?.main?.path ?? buildInfo?.path ?? 'main'
}

/** Go keeps import paths without a dot in their first element for itself. */
function isOfStd(path: string): boolean {
  return !(path.split('/', 1)[0] ?? '').includes('.')
}

/** Without build info: what the large hosts of code make a module, `github.com/x/y`. */
function likelyModule(path: string): string {
  return path.split('/').slice(0, 3).join('/')
}
