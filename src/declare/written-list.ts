import { type Assignment, numberedLines } from './list.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { type Context, readScalar } from './yaml-scalar.ts'

/** How one input reads its lists. */
export interface ListStyle {
  /** Whether `name: value` in an item is its text, as in a budget, or an error, since in YAML it is a map. */
  readonly colons: 'text' | 'refused'
}

/**
 * Reads a list that is written as JSON (`["serve", "--port=8080"]`) or YAML (`[serve, --port=8080]`, `- serve` lines) is.
 *
 * @returns `null` where the text is not written as a list
 */
export function readWrittenList(text: string, style: ListStyle): Parsed<readonly string[] | null> {
  const start = skipBlank(text, 0)
  if (text.charAt(start) === '[') return readBrackets(text, start, style)
  return /^-[ \t]+\S/.test(text.slice(start)) ? readDashes(text, style) : parsed(null)
}

/** Whether text may be written as a list or map, so that it must be read by itself. */
export function looksLikeList(text: string): boolean {
  return /^(?:[[{]|-\s)/.test(text.slice(skipBlank(text, 0)))
}

/** Reads `{"name": "value"}`, or `name: value` lines as YAML writes a map. `null` where the text is not written so. */
export function readWrittenMap(text: string): Parsed<readonly Assignment[] | null> {
  let at = skipBlank(text, 0)
  if (PAIR.test(text.slice(at))) return readPairs(text)
  if (text.charAt(at) !== '{' || text.startsWith('{{', at) || !/\}\s*$/.test(text)) return parsed(null)
  const pairs: Assignment[] = []
  at = skipBlank(text, at + 1)
  while (text.charAt(at) !== '}') {
    const name = readScalar(text, at, 'flow', 'end')
    if (!name.ok) return asMapProblem(name.problem)
    at = skipBlank(text, name.value.end)
    if (text.charAt(at) !== ':') return problem('is not a map of names and values; write name=value lines')
    const value = readScalar(text, skipBlank(text, at + 1), 'flow', 'end')
    if (!value.ok) return asMapProblem(value.problem)
    pairs.push({ name: name.value.text, value: value.value.text })
    at = skipBlank(text, value.value.end)
    if (text.charAt(at) === ',') at = skipBlank(text, at + 1)
    else if (text.charAt(at) !== '}')
      return problem('is not a map of names and values; write name=value lines')
  }
  return skipBlank(text, at + 1) === text.length
    ? parsed(pairs)
    : problem('has text behind its }; write name=value lines')
}

/** A name, and a colon with a blank behind it. What has a `=` before that is a `name=value` line. */
const PAIR = /^(?:"[^"=\r\n]*"|'[^'=\r\n]*'|[^\s"'#&*!|>%@`?,[\]{}-][^\s=]*?)[ \t]*:(?=[ \t\r\n]|$)/

/** One pair a line. */
function readPairs(text: string): Parsed<readonly Assignment[]> {
  const pairs: Assignment[] = []
  const lines = numberedLines(text)
  const indents = text.split(/\r\n|\r|\n/).map(line => line.length - line.trimStart().length)
  for (const { line, number } of lines) {
    const mark = PAIR.exec(line)?.[0]
    if (mark === undefined || indents[number - 1] !== indents[(lines[0]?.number ?? 1) - 1])
      return problem(`has "name: value" lines and, in line ${number}, another; write all of them alike`)
    const name = readScalar(mark.slice(0, -1), 0, 'block', 'text')
    if (!name.ok) return asMapProblem(name.problem)
    const start = skipBlank(line, mark.length)
    if (start === line.length)
      return problem(`has a name without a value in line ${number}; write "" for an empty one`)
    const value = readScalar(line, start, 'block', 'end')
    if (!value.ok) return asMapProblem(value.problem)
    if (skipBlank(line, value.value.end) < line.length)
      return problem(`has text behind the value of line ${number}; quote all of it`)
    pairs.push({ name: name.value.text, value: value.value.text })
  }
  return parsed(pairs)
}

function asMapProblem(because: string): Parsed<never> {
  return problem(
    because.includes(' within its list') ? 'has more than text for a value; write name=value lines' : because,
  )
}

function readBrackets(text: string, start: number, style: ListStyle): Parsed<readonly string[] | null> {
  const isMeant = /^\[\s*["']/.test(text.slice(start)) || /\]\s*$/.test(text)
  const items: string[] = []
  let at = skipBlank(text, start + 1)
  while (text.charAt(at) !== ']') {
    if (at >= text.length) return isMeant ? problem('has a [ that is never closed; close it') : parsed(null)
    if (text.charAt(at) === ',') return problem('has an empty item in its list; write "" for an empty word')
    const item = readItem(text, at, 'flow', style)
    if (!item.ok) return isMeant ? item : parsed(null)
    items.push(item.value.text)
    at = skipBlank(text, item.value.end)
    if (text.charAt(at) === ',') at = skipBlank(text, at + 1)
    else if (text.charAt(at) !== ']' && at < text.length)
      return isMeant ? problem('has two items without a comma between them; write one') : parsed(null)
  }
  if (skipBlank(text, at + 1) === text.length) return parsed(items)
  return isMeant
    ? problem('has text behind the ] of its list; write one list, or quote text that is not a list')
    : parsed(null)
}

/** `- serve` lines, where a line that is indented deeper belongs to the item above it. */
function readDashes(text: string, style: ListStyle): Parsed<readonly string[]> {
  const blocks: string[] = []
  let indent: number | null = null
  for (const line of text.split(/\r\n|\r|\n/)) {
    const content = line.trim()
    const depth = line.length - line.trimStart().length
    const open = blocks.length - 1
    if (content === '' || content.startsWith('#')) {
      if (content === '' && open >= 0) blocks[open] += '\n'
    } else if (depth === (indent ??= depth)) {
      if (content !== '-' && !/^-\s/.test(content))
        return problem('mixes "- item" lines with others; begin each line with "- "')
      blocks.push(content.slice(1).trim())
    } else if (depth > indent && !/^-(?:\s|$)/.test(content)) {
      blocks[open] += `\n${content}`
    } else {
      return problem('has a list within its list, or lines that are not below one another; write one list')
    }
  }
  const items: string[] = []
  for (const block of blocks.map(block => block.trimEnd())) {
    if (block === '' || block.startsWith('#'))
      return problem('has an empty item in its list; write "" for an empty word')
    const item = readItem(block, 0, 'block', style)
    if (!item.ok) return item
    if (skipBlank(block, item.value.end) < block.length)
      return problem('has text behind the quotes of an item; quote all of it')
    items.push(item.value.text)
  }
  return parsed(items)
}

function readItem(text: string, at: number, context: Context, { colons }: ListStyle) {
  const item = readScalar(text, at, context, colons === 'text' ? 'text' : 'end')
  if (!item.ok) return item
  const isPair = text.charAt(skipBlank(text, item.value.end)) === ':'
  return isPair ? problem('has "name: value" in its list, which is a map in YAML; quote the item') : item
}

/** Behind spaces, line breaks and comments. */
function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const isComment = text.charAt(at) === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)))
    if (isComment) at = endOfLine(text, at)
    else if (/\s/.test(text.charAt(at))) at += 1
    else return at
  }
  return at
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/)
  return end < 0 ? text.length : from + end
}
