import type { BinaryWeight, PlatformWeight, Sizes } from '../weigh-in/weigh-in.ts'

/**
 * The parts of a weight that growth is computed from. A base that was only compiled has no image, so its values are
 * `null`.
 */
export interface Weighed extends Pick<PlatformWeight, 'settings' | 'otherPrograms'> {
  readonly sizes: { readonly [Size in keyof Sizes]: number | null }
  readonly binaries: readonly WeighedBinary[]
  readonly breakdown: PlatformWeight['breakdown'] | null
}

export interface WeighedBinary extends Pick<
  BinaryWeight,
  'name' | 'linkedSize' | 'price' | 'fromFiles' | 'unread' | 'modules' | 'breakdown'
> {
  readonly pack: BinaryWeight['pack'] | null
}

export type Sized = Pick<Weighed, 'sizes' | 'binaries' | 'otherPrograms'>
