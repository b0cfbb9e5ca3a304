import type { Settings } from '../weigh-in/weigh-in.ts'
import type { Weighed } from './weighed.ts'

/**
 * What differs between two builds besides their source, a clause each: a newer Go makes a larger binary of the same code
 * (26 % from 1.23 to 1.27). What one side does not know is not said to have changed.
 */
export function causesOf(
  before: Pick<Weighed, 'settings' | 'binaries'>,
  after: Pick<Weighed, 'settings' | 'binaries'>,
): readonly string[] {
  const [from, to] = [before.settings, after.settings]
  return [
    ...changed('Go', from.go, to.go),
    ...(isCompiledOnly(before) || isCompiledOnly(after)
      ? []
      : [...packerChange(from, to), ...packChanges(before, after)]),
    ...changed('ldflags', from.ldflags, to.ldflags),
    ...changed('build-tags', tagsOf(from), tagsOf(to)),
    ...changed('build-flags', from.buildFlags?.join(' ') ?? null, to.buildFlags?.join(' ') ?? null),
    ...changed('cgo', from.cgo, to.cgo),
    ...changed('certificates', from.certificates, to.certificates),
    ...changed('timezones', from.timezones, to.timezones),
    ...changed('layer-compression', from.layerCompression, to.layerCompression),
  ]
}

/** Without cgo there is nothing that these two would turn off: Bantam gives them to every build, and lists what it was asked for. */
const OF_CGO: readonly string[] = ['netgo', 'osusergo']

function tagsOf({ buildTags, cgo }: Settings): string | null {
  return buildTags?.filter(tag => cgo !== 'off' || !OF_CGO.includes(tag)).join(',') ?? null
}

/** Nobody wanted it packed, which says nothing of the other. */
function isCompiledOnly({ binaries }: Pick<Weighed, 'binaries'>): boolean {
  return binaries.some(({ pack }) => pack === null)
}

/** A packed binary tells by which packer, and neither its version nor its arguments. */
function packerChange({ packer: from }: Settings, { packer: to }: Settings): readonly string[] {
  const unsaid = (one: string | null, other: string | null) => one !== null && other?.startsWith(`${one} `)
  return unsaid(from, to) || unsaid(to, from) ? [] : changed('packing', from ?? 'off', to ?? 'off')
}

/** Binaries that were packed and are not, or the other way round, by the same packer. */
function packChanges(before: Pick<Weighed, 'binaries'>, after: Pick<Weighed, 'binaries'>): readonly string[] {
  return after.binaries.flatMap(({ name, pack }) => {
    const old = before.binaries.find(binary => binary.name === name)
    return old === undefined ? [] : changed(name, old.pack?.status ?? null, pack?.status ?? null)
  })
}

/** `Go changed from go1.25.3 to go1.26.8` */
function changed(what: string, from: string | null, to: string | null): readonly string[] {
  if (from === null || to === null || from === to) return []
  return [`${what} changed from ${from || 'none'} to ${to || 'none'}`]
}
