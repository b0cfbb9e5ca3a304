/**
 * Formats a value as JSON with a line break at the end. It can contain untrusted names, so characters that a terminal
 * or a runner's log would interpret are escaped. Every JSON reader decodes them to the same text.
 *
 * @param hide changes each text of the value. It sees them before they are quoted, because a quoted secret looks
 *   different.
 */
export function jsonText(value: unknown, hide: (text: string) => string = text => text): string {
  const hidden = (_: string, one: unknown) => (typeof one === 'string' ? hide(one) : one)
  return `${JSON.stringify(value, hidden, 2).replace(OBEYED, escaped)}\n`
}

/**
 * Matches control characters beyond ASCII, format characters, and the workflow command `##[name]`, also with characters
 * inside that .NET ignores: see `host/harmless-text.ts`.
 */
const OBEYED = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]|#(?=[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]*\[)/gu

function escaped(text: string): string {
  return text.replace(/[^]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
