import { printable, shorten } from './printable.ts'

/** Characters that one cell of a table may hold. */
const LONGEST = 300
/** And a sentence. */
export const LONGEST_SENTENCE = 4000

/**
 * Text from the repository for Markdown: every character that GitHub's Markdown or HTML could read as its own becomes an
 * entity, and what follows an `@`, a `#` or a `GH-` is kept from being a mention or a reference. Stays on one line.
 */
export function escape(text: string, longest = LONGEST): string {
  return entities(printable(shorten(text, longest))).replace(REFERENCE_STARTS, '$1&#8203;')
}

/** The same as code, where GitHub looks for neither mentions nor references, so that it can be copied. */
export function code(text: string): string {
  return `<code>${entities(printable(shorten(text, LONGEST)))}</code>`
}

/** Of a mention or a reference: `@`, `#`, `GH-`. https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls */
const REFERENCE_STARTS = /(&#64;|&#35;|\bGH-(?=\d))/gi

/** Every printable ASCII character that may mean something within a line. */
const MARKS = /[!"#$&'*<>?@[\\\]^_`{|}~]/g
/** What GitHub makes a link of without being asked. https://github.github.com/gfm/#autolinks-extension- */
const LINK_STARTS = /:(?=\/\/)|(?<=www)\./gi
/** What makes a list, a rule or a heading of a line that begins with it. */
const LINE_START = /^(\d*)([.)](?=\s|$)|[-+=](?=[-=\s]|$))/

/** https://github.github.com/gfm/#entity-and-numeric-character-references */
function entities(text: string): string {
  return text
    .trim()
    .replace(MARKS, entity)
    .replace(LINK_STARTS, entity)
    .replace(LINE_START, (_, digits: string, mark: string) => digits + entity(mark))
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

/** What a tool printed, in a fence that nothing in it can close. At most `longest` characters, of its beginning. */
export function fence(text: string, longest: number): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(line => line.split('\t').map(printable).join('\t'))
  const whole = lines.join('\n').trimEnd()
  const cut = whole.length > longest ? `${whole.slice(0, longest).toWellFormed()}\n…` : whole
  const longestRun = Math.max(0, ...(cut.match(/`+/g) ?? []).map(run => run.length))
  const ticks = '`'.repeat(Math.max(3, longestRun + 1))
  return [`${ticks}text`, cut, ticks]
}
