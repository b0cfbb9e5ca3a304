import { splitLines } from './list.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { endOfAction } from './template-action.ts'

/**
 * Splits as `go build` splits `-ldflags`: a field that begins with ' or " ends at the next one, and nothing is escaped.
 * `{{…}}` is never split. https://github.com/golang/go/blob/go1.26.0/src/cmd/internal/quoted/quoted.go
 */
export function splitLinkerFlags(text: string): Parsed<readonly string[]> {
  const source = splitLines(text).join(' ')
  const fields: string[] = []
  for (let at = 0; at < source.length;) {
    const first = source.charAt(at)
    if (/\s/.test(first)) {
      at += 1
      continue
    }
    const quote = first === "'" || first === '"' ? first : null
    const start = quote === null ? at : at + 1
    let end = start
    while (end < source.length && !endsField(source.charAt(end), quote)) end = afterTemplate(source, end)
    if (quote !== null && end >= source.length) {
      return problem(`has a quote (${quote}) that is never closed; close it`)
    }
    fields.push(source.slice(start, end))
    at = quote === null ? end : end + 1
  }
  return parsed(fields)
}

/** Splits flags exactly as Go does, for which braces and `#` mean nothing. */
export function splitLikeGo(text: string): Parsed<readonly string[]> {
  const fields: string[] = []
  for (let at = 0; at < text.length;) {
    const first = text.charAt(at)
    if (isSpace(first)) {
      at += 1
      continue
    }
    const quote = first === "'" || first === '"' ? first : null
    const start = quote === null ? at : at + 1
    let end = start
    while (end < text.length && !(quote === null ? isSpace(text.charAt(end)) : text.charAt(end) === quote))
      end += 1
    if (quote !== null && end >= text.length)
      return problem(`has a quote (${quote}) that is never closed; close it`)
    fields.push(text.slice(start, end))
    at = quote === null ? end : end + 1
  }
  return parsed(fields)
}

function isSpace(character: string): boolean {
  return [' ', '\t', '\n', '\r'].includes(character)
}

/**
 * Splits an item of a written list. `-X main.v=1` in one item is two fields, as in other tools; a text that is not a
 * flag is the value of one.
 */
export function splitLinkerFlagsItem(item: string): Parsed<readonly string[]> {
  return item.startsWith('-') ? splitLinkerFlags(item) : parsed([item])
}

function endsField(character: string, quote: string | null): boolean {
  return quote === null ? /\s/.test(character) : character === quote
}

function afterTemplate(source: string, at: number): number {
  const end = source.startsWith('{{', at) ? endOfAction(source, at) : null
  return end ?? at + 1
}

/** One string that Go splits into these fields again, whatever a template put into them. */
export function joinLinkerFlags(fields: readonly string[]): Parsed<string> {
  const impossible = fields.some(field => needsQuotes(field) && field.includes("'") && field.includes('"'))
  return impossible
    ? problem(
        "has a field with spaces and both kinds of quotes, which Go's linker flags cannot hold; leave one out",
      )
    : parsed(fields.map(quoteField).join(' '))
}

function needsQuotes(field: string): boolean {
  return field === '' || /\s|^['"]/.test(field)
}

function quoteField(field: string): string {
  if (!needsQuotes(field)) return field
  return field.includes("'") ? `"${field}"` : `'${field}'`
}
