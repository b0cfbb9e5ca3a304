/**
 * Puts untrusted text on one line and removes what could move a cursor, set a color or change the reading direction.
 * Control and format characters become spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').toWellFormed()
}

/**
 * Shortens text to `length` characters. It cuts the middle, which matters least in a path, and is fast even for
 * megabytes.
 */
export function shorten(text: string, length: number): string {
  const beginning = Array.from(text.slice(0, 2 * length))
  if (text.length <= 2 * length && beginning.length <= length) return text
  const head = Math.floor((length - 1) / 3)
  const tail = Array.from(text.slice(-2 * length)).slice(head + 1 - length)
  return `${beginning.slice(0, head).join('')}…${tail.join('')}`
}
