import { redact } from './redact.ts'

/** Characters. A shorter text is part of too many others: to mask it would make the log unreadable and give it away. */
const SHORTEST_SECRET = 4

/** What must not be shown, and what hides it. */
export interface Secrets {
  /** @returns what is masked from now on: its lines. Empty where it is too short. */
  add(text: string): readonly string[]
  hide(text: string): string
}

export const TOO_SHORT = `A password or token has fewer than ${SHORTEST_SECRET} characters, so it is not masked in this log; use a longer one.`

export function secretsOf(): Secrets {
  const known = new Set<string>()
  return {
    add(text) {
      // By the line, as a log is read: a runner that is given a whole key masks its lines too, such as "{".
      const masked = text.split(/[\r\n]+/).filter(line => line.trim().length >= SHORTEST_SECRET)
      for (const line of masked) known.add(line)
      return masked
    },
    hide: text => redact(text, known),
  }
}
