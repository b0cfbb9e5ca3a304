import type { Input } from '../inputs.ts'
import { type Parsed, parsed, problem } from '../parsed.ts'
import type { Setting } from './images-file.ts'
import { type Tree, treeWord } from './tree.ts'

type Written = Pick<Setting, 'text' | 'items'>
type Item = Setting['items'][number]

/**
 * Makes of a value the text that its input takes: a list as JSON writes it, a map too, a single value as it is. So each input
 * has one reader, wherever it is written.
 *
 * @returns a problem as the end of a sentence that begins with the input
 */
export function settingText({ name, kind }: Pick<Input, 'name' | 'kind'>, value: Tree): Parsed<Written> {
  const isLimits = name === 'budget'
  switch (value.kind) {
    case 'nothing':
      return problem('has no value; write one, or leave it out')
    case 'text':
      return one(kind, value.text)
    case 'list':
      return kind === 'text' || kind === 'choice' || kind === 'boolean'
        ? problem('takes one value, not a list; write one')
        : listText(value.items, isLimits)
    case 'map':
      if (isLimits) return asList(limitsOf(value.entries))
      return kind === 'map'
        ? mapText(value.entries)
        : problem(
            `takes ${kind === 'list' || kind === 'words' ? 'a list or text' : 'one value'}, not a map; quote text that has ": " or braces`,
          )
  }
}

function one(kind: Input['kind'], written: string): Parsed<Written> {
  // As the action does: the lines of a map are counted in messages.
  const text = kind === 'map' ? written.trimEnd() : written.trim()
  return text === '' ? problem('is empty; write a value, or leave it out') : parsed({ text, items: [] })
}

function listText(values: readonly Tree[], isLimits: boolean): Parsed<Written> {
  const items: Item[] = []
  for (const value of values) {
    if (isLimits && value.kind === 'map') {
      const limits = limitsOf(value.entries)
      if (!limits.ok) return limits
      items.push(...limits.value)
    } else if (value.kind === 'text') items.push({ text: value.text, at: value.at })
    else
      return problem(`has an item that is ${treeWord(value)}; write text, in quotes if it has ": " or braces`)
  }
  return asList(parsed(items))
}

function asList(items: Parsed<readonly Item[]>): Parsed<Written> {
  if (!items.ok) return items
  return parsed({ text: JSON.stringify(items.value.map(({ text }) => text)), items: items.value })
}

type Entries = Extract<Tree, { kind: 'map' }>['entries']

/** `metric: limit`, or several limits of one metric. */
function limitsOf(entries: Entries): Parsed<readonly Item[]> {
  const items: Item[] = []
  for (const { key, value, at } of entries) {
    const limits = value.kind === 'list' ? value.items : [value]
    for (const limit of limits) {
      if (limit.kind !== 'text') return problem(`has ${key} without a limit; write one, such as ${key}: 3MB`)
      items.push({ text: `${key}: ${limit.text}`, at })
    }
  }
  return parsed(items)
}

function mapText(entries: Entries): Parsed<Written> {
  const wrong = entries.find(({ value }) => value.kind !== 'text')
  if (wrong !== undefined)
    return problem(
      `has ${wrong.key}, whose value is ${treeWord(wrong.value)}; write text, or "" for an empty value`,
    )
  const pairs = entries.map(({ key, value }) => [key, value.kind === 'text' ? value.text : ''] as const)
  const text = `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`
  return parsed({ text, items: entries.map(({ key, at }) => ({ text: key, at })) })
}
