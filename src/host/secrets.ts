import { redact } from './redact.ts'

/** Characters. A shorter text is part of too many others: to mask it would make the log unreadable and give it away. */
const SHORTEST_SECRET = 4

/** What must not be shown, and what hides it. */
export interface Secrets {
  /** @returns what is masked from now on: the text, and each of its lines. Empty where it is too short. */
  add(text: string): readonly string[]
  hide(text: string): string
}

export const TOO_SHORT = `A password or token has fewer than ${SHORTEST_SECRET} characters, so it is not masked in this log; use a longer one.`

export function secretsOf(): Secrets {
  const known = new Set<string>()
  return {
    add(text) {
      // A log is read by the line, and a key of several lines has lines such as "{".
      const masked = [text, ...text.split(/[\r\n]+/)].filter(part => part.trim().length >= SHORTEST_SECRET)
      for (const part of masked) known.add(part)
      return [...new Set(masked)]
    },
    hide: text => redact(text, known),
  }
}
