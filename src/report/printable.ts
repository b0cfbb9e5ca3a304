/**
 * Text from the repository, on one line and with nothing in it that moves a cursor, sets a colour or turns
 * the reading direction: control and format characters become spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').toWellFormed()
}

/** At most `length` characters: cut in the middle, where a path says least. Costs no more for a text of megabytes. */
export function shorten(text: string, length: number): string {
  const beginning = Array.from(text.slice(0, 2 * length))
  if (text.length <= 2 * length && beginning.length <= length) return text
  const head = Math.floor((length - 1) / 3)
  const tail = Array.from(text.slice(-2 * length)).slice(head + 1 - length)
  return `${beginning.slice(0, head).join('')}…${tail.join('')}`
}
