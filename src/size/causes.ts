import type { PlatformWeight, Settings } from './weigh-in.ts'

/**
 * What differs between two builds besides their source, a clause each: a newer Go makes a larger binary of the same code
 * (26 % from 1.23 to 1.27). What one side does not know is not said to have changed.
 */
export function causesOf(
  before: Pick<PlatformWeight, 'settings' | 'binaries'>,
  after: Pick<PlatformWeight, 'settings' | 'binaries'>,
): readonly string[] {
  const [from, to] = [before.settings, after.settings]
  return [
    ...changed('Go', from.go, to.go),
    ...changed('packing', packingOf(from), packingOf(to)),
    ...packChanges(before, after),
    ...changed('ldflags', from.ldflags, to.ldflags),
    ...changed('build-tags', from.buildTags.join(','), to.buildTags.join(',')),
    ...changed('build-flags', from.buildFlags.join(' '), to.buildFlags.join(' ')),
    ...changed('cgo', from.cgo, to.cgo),
    ...changed('certificates', from.certificates, to.certificates),
    ...changed('timezones', from.timezones, to.timezones),
    ...changed('layer-compression', from.layerCompression, to.layerCompression),
  ]
}

function packingOf({ packer }: Settings): string {
  return packer ?? 'off'
}

/** Binaries that were packed and are not, or the other way round, by the same packer. */
function packChanges(
  before: Pick<PlatformWeight, 'binaries'>,
  after: Pick<PlatformWeight, 'binaries'>,
): readonly string[] {
  return after.binaries.flatMap(({ name, pack }) => {
    const old = before.binaries.find(binary => binary.name === name)
    return old === undefined ? [] : changed(name, old.pack.status, pack.status)
  })
}

/** `Go changed from go1.25.3 to go1.26.8` */
function changed(what: string, from: string | null, to: string | null): readonly string[] {
  if (from === null || to === null || from === to) return []
  return [`${what} changed from ${from || 'none'} to ${to || 'none'}`]
}
