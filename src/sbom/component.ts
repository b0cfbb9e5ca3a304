import type { BuildInfo } from '../binary/build-info.ts'
import type { Module } from '../binary/module-info.ts'
import { golangPurl } from './purl.ts'

/** A module that was compiled into a binary, as an SBOM names it. */
export interface Component {
  readonly name: string
  /** `null` if it has none: source that is not a release, such as a directory that replaces a module. */
  readonly version: string | null
  readonly purl: string | null
  readonly cpe: string | null
  readonly comment: string | null
}

/**
 * What was compiled is the replacement, if there is one: a scanner must look for the flaws of that. A directory that
 * replaces a module has no name that others know, so the module keeps its own, without the version that it no longer is.
 */
export function moduleComponent({ path, version, replacedBy }: Module): Component {
  if (replacedBy === null) return component(path, version, null)
  return isDirectory(replacedBy)
    ? component(path, '', `replaced by the directory ${replacedBy.path}`)
    : component(replacedBy.path, replacedBy.version, `replaces ${path} ${version}`.trimEnd())
}

/** Go's standard library, of which every Go binary has parts. */
export function standardLibrary({ goVersion }: Pick<BuildInfo, 'goVersion'>): Component {
  // Words beside it are experiments and states: `go1.26.8 X:jsonv2`, `devel go1.27-3b7adf5`.
  const version = /(?:^|\s)go(\d\S*)/.exec(goVersion)?.[1] ?? goVersion
  // Flaws of the standard library are published for this name and not for a module.
  const cpe = /^\d+(?:\.\d+)+$/.test(version) ? `cpe:2.3:a:golang:go:${version}:-:*:*:*:*:*:*` : null
  return { ...component('stdlib', version, null), cpe }
}

function component(name: string, given: string, comment: string | null): Component {
  const version = given === '' || given === '(devel)' ? null : given
  return {
    name: name === '' ? 'unnamed' : name,
    version,
    purl: golangPurl(name, version),
    cpe: null,
    comment,
  }
}

/** A replacement without a version is a directory: `go.mod` allows it only for a path such as `./fork` or `/src/fork`. */
function isDirectory({ version }: { readonly version: string }): boolean {
  return version === '' || version === '(devel)'
}
