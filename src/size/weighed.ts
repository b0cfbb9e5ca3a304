import type { BinaryWeight, PlatformWeight, Sizes } from '../weigh-in/weigh-in.ts'

/** What of a weight growth is told from. `null`s are of what was compiled and nothing more: there is no image of it. */
export interface Weighed extends Pick<PlatformWeight, 'settings' | 'otherPrograms'> {
  readonly sizes: { readonly [Size in keyof Sizes]: number | null }
  readonly binaries: readonly WeighedBinary[]
  readonly breakdown: PlatformWeight['breakdown'] | null
}

export interface WeighedBinary extends Pick<
  BinaryWeight,
  'name' | 'linkedSize' | 'price' | 'brought' | 'unread' | 'modules' | 'breakdown'
> {
  readonly pack: BinaryWeight['pack'] | null
}

export type Sized = Pick<Weighed, 'sizes' | 'binaries' | 'otherPrograms'>
