import type { BuildInfo } from './build-info.ts'
import { standardPackages } from './standard-packages.ts'

/** The owner of a package: the standard library or a module. */
export type PackageOwner =
  | { readonly kind: 'main'; readonly path: string; readonly version: string | null }
  | { readonly kind: 'std' }
  /** `version` is `null` without build info. A replaced module keeps its path and its own version. */
  | { readonly kind: 'module'; readonly path: string; readonly version: string | null }

/** A limit on the number of path elements between a module and its packages. */
const MAX_DEPTH = 64

/** The package name under which everything that comes from cgo is counted. */
export const C = 'C'

/**
 * Returns a function that finds the owner of a package: the standard library for Go's packages, otherwise the module
 * with the longest path that the package's path starts with. A path without a dot can be either: modules can be named
 * `service` or `log`, and then Go's packages come first.
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
  // Build info lists the module of every package, except in builds without modules such as GOPATH or Bazel.
  const listsModules = buildInfo !== null && (buildInfo.main !== null || buildInfo.dependencies.length > 0)
  return path => {
    if (path === 'main') return main
    // Go's own copies of golang.org/x. Packages in a user's vendor directory keep their paths.
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
 * Returns the main package's import path, or `null` if another package has the same path. A module named `log` can have
 * its main package at its root while the program uses Go's `log`.
 */
export function mainPathOf(buildInfo: BuildInfo | null): string | null {
  const path = buildInfo?.path ?? null
  return path === null || standardPackages(buildInfo?.goVersion ?? null).has(path) ? null : path
}

/** Returns the import path of a package, also of the one that Go's symbol names call `main`. */
export function importPathOf(path: string, buildInfo: BuildInfo | null): string {
  return path === 'main' ? (buildInfo?.path ?? path) : path
}

function mainModuleOf(buildInfo: BuildInfo | null): string {
  return buildInfo?.main?.path ?? buildInfo?.path ?? 'main'
}

/**
 * Guesses the module if none is listed: `github.com/x/y`, as on the large code hosts, or `service` for `service/store`.
 */
function likelyModule(path: string): string {
  const first = firstOf(path)
  return first.includes('.') ? path.split('/').slice(0, 3).join('/') : first
}

function firstOf(path: string): string {
  return path.split('/', 1)[0] ?? ''
}
