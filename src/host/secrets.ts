import { redact } from './redact.ts'

/**
 * Characters. A shorter text is part of too many others: masking it would make the log unreadable and reveal the
 * secret.
 */
const SHORTEST_SECRET = 4

/** The texts that must not be shown, and a function that hides them. */
export interface Secrets {
  /** @returns the lines that are masked from now on. Empty if they are too short. */
  add(text: string): readonly string[]
  hide(text: string): string
}

export const TOO_SHORT = `A password or token has fewer than ${SHORTEST_SECRET} characters, so it is not masked in this log; use a longer one.`

export function secretsOf(): Secrets {
  const known = new Set<string>()
  return {
    add(text) {
      // Masks by line, because a log is read by line. A runner that gets a whole key masks each of its lines too, even
      // "{".
      const masked = text.split(/[\r\n]+/).filter(line => line.trim().length >= SHORTEST_SECRET)
      for (const line of masked) known.add(line)
      return masked
    },
    hide: text => redact(text, known),
  }
}
