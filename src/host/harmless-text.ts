/**
 * Text that may hold anything, made safe to show: nothing in it can move a cursor, clear a screen, turn the reading
 * direction or hide. Control and format characters become spaces. Line breaks and tabs stay; every kind of line break
 * becomes `\n`.
 */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(HIDDEN, ' ').toWellFormed()
}

const HIDDEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/gu

/** The codes of `report/screen.ts`, and no others: bold, three colors, and back to normal. */
// oxlint-disable-next-line no-control-regex
const OWN_STYLE = /(\u001B\[(?:0|1|31|32|33)m)/

/**
 * The same for a line of Bantam's own report, which may be colored.
 *
 * @param plain what all of it goes through but the colors
 */
export function styledText(text: string, plain: (text: string) => string): string {
  return text
    .split(OWN_STYLE)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join('')
}

/**
 * What .NET may overlook when it looks for the start of a line or for `##[`: white space, which `TrimStart` removes, and
 * what a comparison by culture gives no weight (soft hyphens, joiners, variation selectors, marks). Not beyond the line:
 * megabytes of empty lines must not take a square of their number.
 */
const OVERLOOKED = '[[\\s\\p{Z}\\p{C}\\p{M}\\p{Default_Ignorable_Code_Point}]--\\n]*'
const COMMAND = new RegExp(`^(${OVERLOOKED}):(${OVERLOOKED}):`, 'gmv')
const OLD_COMMAND = new RegExp(`#(${OVERLOOKED})#(${OVERLOOKED})\\[`, 'gv')

/**
 * The same text without workflow commands, whichever line they are on. The runner obeys `::name::` at the start of a line,
 * blanks before it allowed, and `##[name]` anywhere in one; both get a space that anyone can see.
 * https://github.com/actions/runner/blob/v2.335.0/src/Runner.Common/ActionCommand.cs
 */
export function withoutCommands(text: string): string {
  return plainText(text).replace(COMMAND, '$1: $2:').replace(OLD_COMMAND, '#$1#$2 [')
}
