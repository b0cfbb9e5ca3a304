/**
 * Makes any text safe to show: nothing in it can move a cursor, clear a screen, change the reading direction or hide
 * text. Control and format characters become spaces. Line breaks and tabs stay; every kind of line break becomes `\n`.
 */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(HIDDEN, ' ').toWellFormed()
}

const HIDDEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/gu

/** The codes of `report/screen.ts` and no others: bold, three colors, and reset. */
// oxlint-disable-next-line no-control-regex
const OWN_STYLE = /(\u001B\[(?:0|1|31|32|33)m)/

/**
 * The same for a line of Bantam's own report, which may contain colors.
 *
 * @param plain makes everything except the colors harmless
 */
export function styledText(text: string, plain: (text: string) => string): string {
  return text
    .split(OWN_STYLE)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join('')
}

/**
 * Characters that .NET may ignore when it looks for the start of a line or for `##[`: white space, which `TrimStart`
 * removes, and characters without weight in a culture-sensitive comparison (soft hyphens, joiners, variation selectors,
 * marks). Line breaks are not included: with them, megabytes of empty lines would take quadratic time.
 */
const OVERLOOKED = '[[\\s\\p{Z}\\p{C}\\p{M}\\p{Default_Ignorable_Code_Point}]--\\n]*'
const COMMAND = new RegExp(`^(${OVERLOOKED}):(${OVERLOOKED}):`, 'gmv')
const OLD_COMMAND = new RegExp(`#(${OVERLOOKED})#(${OVERLOOKED})\\[`, 'gv')

/**
 * Disables workflow commands on every line of a text. The runner obeys `::name::` at the start of a line, after
 * optional blanks, and `##[name]` anywhere in a line. Both get a visible space.
 * https://github.com/actions/runner/blob/v2.335.0/src/Runner.Common/ActionCommand.cs
 */
export function withoutCommands(text: string): string {
  return plainText(text).replace(COMMAND, '$1: $2:').replace(OLD_COMMAND, '#$1#$2 [')
}
