import { parseDocument } from 'yaml'

/** More than any such file needs; an alias that stands for another many times would fill the memory. */
const MOST_ALIASES = 100

/** The time that the parser takes grows with the square of a line's length. */
const LONGEST = 128 * 1024
const LONGEST_LINE = 2000

/** Reads YAML of others. Returns `null` for what cannot be read; never fails. */
export function readYaml(text: string): unknown {
  if (text.length > LONGEST || text.split('\n').some(line => line.length > LONGEST_LINE)) return null
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false })
    return document.errors.length > 0 ? null : (document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown)
  } catch {
    return null
  }
}

/** The value at a path of keys; `undefined` where there is none. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let at = value
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Readonly<Record<string, unknown>>)[key]
  }
  return at
}

export function itemsAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...keys)
  return Array.isArray(found) ? (found as readonly unknown[]) : []
}

/** Texts of a list, or one text that stands alone. */
export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  const found = valueAt(value, ...keys)
  const items = Array.isArray(found) ? (found as readonly unknown[]) : [found]
  return items.flatMap(item => (typeof item === 'string' || typeof item === 'number' ? [String(item)] : []))
}

export function textAt(value: unknown, ...keys: readonly string[]): string | null {
  return textsAt(value, ...keys)[0] ?? null
}

export function entriesAt(
  value: unknown,
  ...keys: readonly string[]
): readonly (readonly [string, unknown])[] {
  const found = valueAt(value, ...keys)
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.entries(found) : []
}
