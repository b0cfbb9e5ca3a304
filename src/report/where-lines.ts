import { shortDigest } from '../weigh-in/digest.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { printable } from './printable.ts'
import type { Screen } from './screen.ts'

/** Returns where the image is and the command that runs it. They are never wrapped, so that they can be copied. */
export function whereLines(where: string, digest: Digest, run: string, screen: Screen): readonly string[] {
  return [placeLine(where, digest, screen), `  run it:  ${printable(run)}`]
}

/** What is stored by its digest names the digest itself. */
function placeLine(where: string, digest: Digest, screen: Screen): string {
  if (where.trimEnd().endsWith(`@${digest}`)) return `  ${printable(where.trimEnd())}`
  const place = `  ${printable(where)}   `
  const whole = place.length + digest.length <= screen.width
  return `${place}${whole ? digest : `${shortDigest(digest)}…`}`
}
