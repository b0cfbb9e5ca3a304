import type { Digest } from '../weigh-in/digest.ts'
import { printable } from './printable.ts'
import type { Screen } from './screen.ts'

/** Returns where the image is and the command that runs it. They are never wrapped, so that they can be copied. */
export function whereLines(where: string, digest: Digest, run: string, screen: Screen): readonly string[] {
  const place = `  ${printable(where)}   `
  const whole = place.length + digest.length <= screen.width
  return [`${place}${whole ? digest : `${digest.slice(0, 19)}…`}`, `  run it:  ${printable(run)}`]
}
