import type { Given } from './given.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

/** What git is asked about tags, as the inputs say before they are checked. */
export interface TagsWanted {
  /** What every tag that counts begins with; empty where all count. */
  readonly prefix: string
  /** Whether a template has the nearest tag, which takes git long where the history is long. */
  readonly describe: boolean
}

/** It may also match what is no template, and then git is asked in vain. Quotes may still be escaped here, as in JSON. */
const DESCRIBING = /\.(?:Describe|Summary)\b/

export function tagsWanted({ values }: Given): TagsWanted {
  const prefix = parseTagPrefix(values['tag-prefix'] ?? '')
  const templates = [values.ldflags, values.labels, values.annotations, values.tags]
  return {
    // A wrong prefix is reported when the inputs are checked.
    prefix: prefix.ok ? prefix.value : '',
    describe: templates.some(text => DESCRIBING.test(text ?? '')),
  }
}

/** Reads what stands before the version in the tags that count: `svc/` of `svc/v1.4.0`. */
export function parseTagPrefix(text: string): Parsed<string> {
  const given = text.trim()
  if (given.startsWith('refs/tags/'))
    return problem(`begins with refs/tags/, which is in no tag; write ${given.slice('refs/tags/'.length)}`)
  if (/[*?[]/.test(given))
    return problem(
      `is a pattern; write what the tags begin with, such as ${given.replace(/[*?[].*$/, '') || 'svc/'}`,
    )
  if (given.includes('{{')) return problem('is not a template; write the text itself, such as svc/')
  if (/(?:^|[-_/@])v?\d+(?:\.\d+)*$/.test(given))
    return problem('has a version; write what stands before it, such as svc/')
  if (given.startsWith('-') || given.startsWith('/') || /\.\.|\/\/|@\{|[\s\p{Cc}~^:\\]/u.test(given))
    return problem('cannot begin a git tag; write one such as svc/')
  return parsed(given)
}
