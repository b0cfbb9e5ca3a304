import type { InputName } from '../declare/inputs.ts'
import type { Note } from './facts.ts'

/** Inputs that say which program is built. Without them an image cannot be written. */
export const IDENTITY: readonly InputName[] = ['working-directory', 'main']

/** For an image that is left out because its program cannot be written down. */
export function unnamed(where: string): Note {
  return { where, what: 'its image', why: 'its program cannot be named; add the image yourself' }
}
