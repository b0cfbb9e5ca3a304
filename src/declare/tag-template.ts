import { type Parsed, parsed, problem } from './parsed.ts'
import { slug } from './reference.ts'
import { fillParts, type TemplatePart, type TemplateValues, type Variables } from './template.ts'

const LONGEST_TAG = 128

/**
 * Fills in a tag's template, or that of a full reference; `null` where it has keys and all of them are empty. A value becomes part of a tag as the default tag does: `feat/x` is
 * `feat-x`. What was written out stays as it is, so that a mistake in it is reported.
 */
export function fillTag(text: string, values: TemplateValues, env: Variables): Parsed<string | null> {
  const filled = fillParts(text, values, env)
  if (!filled.ok) return filled
  const keys = filled.value.filter(part => part.action !== null)
  if (keys.length > 0 && keys.every(part => part.text === '')) return parsed(null)
  const [name, tag] = splitAtTag(filled.value)
  const cleaned: TemplatePart[] = []
  for (const { text, action } of tag) {
    const clean = action === null || text === '' ? text : slug(text)
    if (clean === null)
      return problem(`has ${action}, which is "${text}" here and leaves nothing for a tag; write another`)
    cleaned.push({ text: clean, action })
  }
  return parsed([...name, ...shortened(cleaned)].map(part => part.text).join(''))
}

type Parts = readonly TemplatePart[]

/** The parts before the tag, its colon included, and those of the tag: all of them, unless a reference is written. */
function splitAtTag(parts: Parts): readonly [name: Parts, tag: Parts] {
  const marked = parts.findLastIndex(({ text, action }) => action === null && /[:/]/.test(text))
  const mark = parts[marked]
  if (mark === undefined) {
    // Names in git cannot contain a colon, so a variable with one is a whole reference.
    const isReference = parts.some(
      ({ text, action }) => action?.includes('.Env.') === true && text.includes(':'),
    )
    return isReference ? [parts, []] : [[], parts]
  }
  const colon = mark.text.lastIndexOf(':')
  if (colon < mark.text.lastIndexOf('/')) return [parts, []]
  const before = { text: mark.text.slice(0, colon + 1), action: null }
  const after = { text: mark.text.slice(colon + 1), action: null }
  return [
    [...parts.slice(0, marked), before],
    [after, ...parts.slice(marked + 1)],
  ]
}

/** Shortens the longest value until the tag fits, in the same way as the default tag shortens a long branch. */
function shortened(parts: Parts): Parts {
  const excess = parts.reduce((sum, part) => sum + part.text.length, 0) - LONGEST_TAG
  const lengths = parts.map(part => (part.action === null ? 0 : part.text.length))
  const longest = lengths.indexOf(Math.max(...lengths))
  const { text: value = '', action = null } = parts[longest] ?? {}
  if (action === null || excess <= 0 || value.length <= excess) return parts
  const kept = value.slice(0, value.length - excess).replace(/-+$/, '')
  return parts.map((part, at) => (at === longest ? { ...part, text: kept } : part))
}
