import { shortDigest } from '../weigh-in/digest.ts'
import { splitLinkerFlags } from '../declare/linker-flags.ts'
import type { Settings } from '../weigh-in/weigh-in.ts'
import type { Weighed } from './weighed.ts'

/**
 * Returns the differences between two builds other than their source, a clause each. For example, a newer Go makes a
 * larger binary from the same code (26 % from 1.23 to 1.27). A setting that one side does not know is not reported as
 * changed.
 *
 * @param ofCommits whether they are of two commits of one service, whose versions differ anyway
 */
export function causesOf(
  before: Pick<Weighed, 'settings' | 'binaries'>,
  after: Pick<Weighed, 'settings' | 'binaries'>,
  { ofCommits = false }: { readonly ofCommits?: boolean } = {},
): readonly string[] {
  const [from, to] = [before.settings, after.settings]
  const sameFlags = ofCommits && withoutValues(from.ldflags) === withoutValues(to.ldflags)
  return [
    ...changed('Go', from.go, to.go),
    ...(isCompiledOnly(before) || isCompiledOnly(after)
      ? []
      : [...packerChange(from, to), ...packChanges(before, after)]),
    ...(sameFlags ? [] : changed('ldflags', from.ldflags, to.ldflags)),
    ...changed('build-tags', tagsOf(from), tagsOf(to)),
    ...changed('build-flags', from.buildFlags?.join(' ') ?? null, to.buildFlags?.join(' ') ?? null),
    ...changed('cgo', from.cgo, to.cgo),
    // A layout has a path in one build and no name in an image that is read back.
    ...(from.base?.digest === to.base?.digest ? [] : changed('base', baseOf(from), baseOf(to))),
    ...changed('certificates', from.certificates, to.certificates),
    ...changed('timezones', from.timezones, to.timezones),
    ...changed('layer-compression', from.layerCompression, to.layerCompression),
  ]
}

/** Of an image that Bantam did not build, no base is not known to be `scratch`. */
function baseOf({ base, layerCompression }: Settings): string | null {
  if (base === undefined) return layerCompression === null ? null : 'scratch'
  return `${base.name ?? 'an image'} (${shortDigest(base.digest)})`
}

/** Linker flags without what they set variables to: `-X main.version=…` has another value in each commit. */
function withoutValues(ldflags: string | null): string {
  const fields = ldflags === null ? null : splitLinkerFlags(ldflags)
  if (fields?.ok !== true) return ldflags ?? ''
  return JSON.stringify(fields.value.map((field, at, all) => withoutValue(field, all[at - 1])))
}

function withoutValue(field: string, before: string | undefined): string {
  return /^--?X$/.test(before ?? '') ? field.replace(/=.*$/s, '') : field.replace(/^(--?X=[^=]*)=.*$/s, '$1')
}

/**
 * Without cgo these tags have no effect. Bantam sets them for every build but lists only the tags that the user set.
 */
const OF_CGO: readonly string[] = ['netgo', 'osusergo']

function tagsOf({ buildTags, cgo }: Settings): string | null {
  return buildTags?.filter(tag => cgo !== 'off' || !OF_CGO.includes(tag)).join(',') ?? null
}

/** Whether the binaries were only compiled, so that missing packing is not a difference between the builds. */
function isCompiledOnly({ binaries }: Pick<Weighed, 'binaries'>): boolean {
  return binaries.some(({ pack }) => pack === null)
}

/** A packed binary shows which packer made it, but not the packer's version or arguments. */
function packerChange({ packer: from }: Settings, { packer: to }: Settings): readonly string[] {
  const unsaid = (one: string | null, other: string | null) => one !== null && other?.startsWith(`${one} `)
  return unsaid(from, to) || unsaid(to, from) ? [] : changed('packing', from ?? 'off', to ?? 'off')
}

/** Finds binaries that are packed on one side only, by the same packer. */
function packChanges(before: Pick<Weighed, 'binaries'>, after: Pick<Weighed, 'binaries'>): readonly string[] {
  return after.binaries.flatMap(({ name, pack }) => {
    const old = before.binaries.find(binary => binary.name === name)
    return old === undefined ? [] : changed(name, old.pack?.status ?? null, pack?.status ?? null)
  })
}

/** Formats `Go changed from go1.25.3 to go1.26.8`. */
function changed(what: string, from: string | null, to: string | null): readonly string[] {
  if (from === null || to === null || from === to) return []
  return [`${what} changed from ${from || 'none'} to ${to || 'none'}`]
}
