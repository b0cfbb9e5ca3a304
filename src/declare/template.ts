import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Surroundings } from './surroundings.ts'

/** What a key stands for here, or why it stands for nothing. */
export type TemplateValue = { readonly value: string } | { readonly missing: string }

export type TemplateValues = Readonly<Record<string, TemplateValue>>

const ACTION = /\{\{(.*?)\}\}/gs

/**
 * Fills in `{{.Key}}` and `{{.Env.NAME}}`; spaces within the braces are fine. A key that is unknown or has no value is a
 * problem, never empty.
 */
export function fillTemplate(
  text: string,
  values: TemplateValues,
  env: Readonly<Record<string, string | undefined>> = {},
): Parsed<string> {
  let wrong: string | null = null
  const filled = text.replace(ACTION, (whole, inner: string) => {
    const found = lookUp(inner.trim(), values, env)
    if ('value' in found) return found.value
    wrong ??= `has ${whole}, ${found.missing}`
    return ''
  })
  if (wrong !== null) return problem(wrong)
  if (text.replace(ACTION, '').includes('{{')) return problem('has "{{" without "}}"; write {{.Version}}')
  return parsed(filled)
}

function lookUp(
  key: string,
  values: TemplateValues,
  env: Readonly<Record<string, string | undefined>>,
): TemplateValue {
  const known = [...Object.keys(values).map(name => `.${name}`), '.Env.NAME']
  const variable = /^\.Env\.([A-Za-z_][A-Za-z0-9_]*)$/.exec(key)?.[1]
  if (variable !== undefined) {
    const value = (Object.hasOwn(env, variable) ? env[variable] : undefined) ?? ''
    return value === ''
      ? { missing: `but the environment variable ${variable} is empty or not set; set it` }
      : { value }
  }
  const name = key.startsWith('.') ? key.slice(1) : null
  const value = name !== null && Object.hasOwn(values, name) ? values[name] : undefined
  if (value !== undefined) return value
  return { missing: `which is unknown${didYouMean(key, known) || `; there are ${known.join(', ')}`}` }
}

/** The keys of `ldflags`, `labels`, `annotations` and `tags`. `Version` is the tag without its v, else the short commit. */
export function sourceValues(surroundings: Surroundings, created: number | null): TemplateValues {
  const { commit, tag, branch } = surroundings.repository
  const short = commit === null ? null : commit.slice(0, 7)
  const noCommit = 'but git knows no commit here; check the repository out, with its .git'
  return {
    Version: orMissing(tag === null ? short : versionOf(tag), noCommit),
    Commit: orMissing(commit, noCommit),
    ShortCommit: orMissing(short, noCommit),
    Date: orMissing(created === null ? null : formatTime(created), noCommit),
    Tag: orMissing(
      tag,
      'but no tag points at this commit; build from a tag, or fetch tags (actions/checkout: fetch-tags: true)',
    ),
    Branch: orMissing(branch, 'but no branch is checked out; build from a branch'),
  }
}

function orMissing(value: string | null, missing: string): TemplateValue {
  return value === null ? { missing } : { value }
}

/** `v1.2.3` is version 1.2.3; a tag that is no version stays as it is. */
export function versionOf(tag: string): string {
  return /^v\d/.test(tag) ? tag.slice(1) : tag
}

/** RFC 3339 in UTC, to the second. */
export function formatTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`
}
