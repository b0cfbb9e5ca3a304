import type { Note } from './facts.ts'

/** An image that something is built on today, and that has more than Bantam's own. */
export function baseNote(where: string, what: string): Note {
  const why =
    'Bantam builds on scratch and adds certificates and time zones itself; if the program needs more of this image, name it with base'
  return { where, what, why }
}
