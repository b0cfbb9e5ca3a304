import type { PlatformWeight } from '../weigh-in/weigh-in.ts'

/** The packer as it was called; `null` where it packed nothing, as on platforms where packed binaries are not safe. */
export function packedWith({
  settings,
  binaries,
}: Pick<PlatformWeight, 'settings' | 'binaries'>): string | null {
  return binaries.some(({ pack }) => pack.status === 'packed') ? settings.packer : null
}
