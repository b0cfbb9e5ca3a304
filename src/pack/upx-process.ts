/**
 * UPX never waits for anything. If it uses no processor time for this long, it was stopped, or waits for something that
 * will not come.
 */
export const STANDSTILL_MS = 120_000

const LONGEST = 200

/**
 * The exception that UPX names as the reason for its end: `Exception: compressed data violation`. `null` where it names
 * none.
 */
export function exceptionIn(output: string): string | null {
  const said = /\w*Exception(?:: [^\n]*)?/.exec(output)?.[0]
  return said === undefined
    ? null
    : said
        .replace(/[^\x20-\x7e]/g, '')
        .trim()
        .slice(0, LONGEST)
}
