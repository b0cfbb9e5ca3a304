import type { BuildInfo } from './build-info.ts'
import { standardPackages } from './standard-packages.ts'

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

/**
 * The standard library for what Go has, and the module with the longest path that a package's path starts with for the
 * rest. A path without a dot says nothing: modules may be called `service` or `log`, and Go's packages come first.
 */
export function packageOwners(buildInfo: BuildInfo | null): (path: string) => PackageOwner {
  const modules = new Map<string, PackageOwner>()
  for (const { path, version } of buildInfo?.dependencies ?? []) {
    modules.set(path, { kind: 'module', path, version: version === '' ? null : version })
  }
  const version = buildInfo?.main?.version ?? ''
  const main: PackageOwner = {
    kind: 'main',
    path: mainModuleOf(buildInfo),
    version: version === '' ? null : version,
  }
  modules.set(main.path, main)
  const standard = standardPackages(buildInfo?.goVersion ?? null)
  // Build info lists every module that a package is of, but for builds without modules: GOPATH, Bazel.
  const listsModules = buildInfo !== null && (buildInfo.main !== null || buildInfo.dependencies.length > 0)
  return path => {
    if (path === 'main') return main
    // Go's own copies of golang.org/x; in a user's vendor directory packages keep their paths.
    if (path.startsWith('vendor/') || standard.has(path)) return { kind: 'std' }
    if (path === buildInfo?.path) return main
    let prefix = path
    for (let depth = 0; depth < MAX_DEPTH && prefix !== ''; depth++) {
      const owner = modules.get(prefix)
      if (owner !== undefined) return owner
      prefix = prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 0))
    }
    if (path === C) return { kind: 'module', path, version: null }
    const ofStd = !firstOf(path).includes('.') && (listsModules || standard.mayHave(path))
    return ofStd ? { kind: 'std' } : { kind: 'module', path: likelyModule(path), version: null }
  }
}

/**
 * The main package's import path where it names nothing else, `null` where it does: a module called `log` may have its main
 * package at its root, and the program may use Go's `log`.
 */
export function mainPathOf(buildInfo: BuildInfo | null): string | null {
  const path = buildInfo?.path ?? null
  return path === null || standardPackages(buildInfo?.goVersion ?? null).has(path) ? null : path
}

/** The import path of the package that Go calls `main` in its names. */
export function importPathOf(path: string, buildInfo: BuildInfo | null): string {
  return path === 'main' ? (buildInfo?.path ?? path) : path
}

function mainModuleOf(buildInfo: BuildInfo | null): string {
  return buildInfo?.main?.path ?? buildInfo?.path ?? 'main'
}

/** Where no module is listed: what the large hosts of code make a module, `github.com/x/y`; `service` of `service/store`. */
function likelyModule(path: string): string {
  const first = firstOf(path)
  return first.includes('.') ? path.split('/').slice(0, 3).join('/') : first
}

function firstOf(path: string): string {
  return path.split('/', 1)[0] ?? ''
}
