/** UPX never waits for anything: who takes no processor time for so long was stopped, or waits for what will not come. */
export const STANDSTILL_MS = 120_000

const LONGEST = 200

/** The exception that UPX says it ended with: `Exception: compressed data violation`. `null` where it names none. */
export function exceptionIn(output: string): string | null {
  const said = /\w*Exception(?:: [^\n]*)?/.exec(output)?.[0]
  return said === undefined
    ? null
    : said
        .replace(/[^\x20-\x7e]/g, '')
        .trim()
        .slice(0, LONGEST)
}
