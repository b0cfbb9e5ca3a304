/**
 * A value as JSON for a person or a program, with its line break. Names in it may be anybody's: what a terminal or a
 * runner's log would obey is written as an escape, which every reader of JSON takes for the same text.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(OBEYED, escaped)}\n`
}

/**
 * Control characters past ASCII, format characters, and the workflow command `##[name]`, also with characters in it that
 * .NET overlooks: see `host/harmless-text.ts`.
 */
const OBEYED = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]|#(?=[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]*\[)/gu

function escaped(text: string): string {
  return text.replace(/[^]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
