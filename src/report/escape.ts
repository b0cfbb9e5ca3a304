import { printable, shorten } from './printable.ts'

/** The maximum length of a table cell, in characters. */
const LONGEST = 300
/** The maximum length of a sentence, in characters. */
export const LONGEST_SENTENCE = 4000

/**
 * Escapes untrusted text for Markdown. Characters with a meaning in GitHub's Markdown or in HTML become entities, and
 * an `@`, `#` or `GH-` no longer starts a mention or a reference. The result is one line.
 */
export function escape(text: string, longest = LONGEST): string {
  return entities(printable(shorten(text, longest))).replace(REFERENCE_STARTS, '$1&#8203;')
}

/** Formats text as code, so that it can be copied. GitHub does not look for mentions or references in code. */
export function code(text: string): string {
  return `<code>${entities(printable(shorten(text, LONGEST)))}</code>`
}

/**
 * The beginning of a mention or a reference: `@`, `#`, `GH-`.
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const REFERENCE_STARTS = /(&#64;|&#35;|\bGH-(?=\d))/gi

/** Every printable ASCII character that can have a meaning within a line. */
const MARKS = /[!"#$&'*<>?@[\\\]^_`{|}~]/g
/** Text that GitHub turns into links automatically. https://github.github.com/gfm/#autolinks-extension- */
const LINK_STARTS = /:(?=\/\/)|(?<=www)\./gi
/** Text that makes its line a list item, a rule or a heading. */
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

/** Puts a tool's output into a code block that the output cannot close. Shows its first `longest` characters. */
export function fence(text: string, longest: number): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(line => line.split('\t').map(printable).join('\t'))
  const whole = lines.join('\n').trimEnd()
  const cut = whole.length > longest ? `${whole.slice(0, longest).toWellFormed()}\n…` : whole
  const longestRun = Math.max(0, ...(cut.match(/`+/g) ?? []).map(run => run.length))
  const ticks = '`'.repeat(Math.max(3, longestRun + 1))
  return [`${ticks}text`, cut, ticks]
}
