import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Surroundings } from './surroundings.ts'

/** The value of a key, or the reason why it has none. */
export type TemplateValue = { readonly value: string } | { readonly missing: string }

export type TemplateValues = Readonly<Record<string, TemplateValue>>

/** `{{.Key}}`, and Go's own way of writing text that would be a template: {{"{{"}} or {{`…`}}. */
const ACTION = /\{\{\s*(?:"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|(.*?))\s*\}\}/gs

const OWN_BRACES = 'for braces that are no template write {{"{{"}}, or pass the text as {{.Env.NAME}}'

/** Text of a template in its parts, each filled in already. */
export interface TemplatePart {
  readonly text: string
  /** As it was written, where a value was filled in; `null` for what was written out. */
  readonly action: string | null
}

/**
 * Fills in `{{.Key}}` and `{{.Env.NAME}}`; spaces within the braces are fine. A key that is unknown or has no value is a
 * problem, never empty. What a value holds is never looked at for templates.
 */
export function fillTemplate(
  text: string,
  values: TemplateValues,
  env: Readonly<Record<string, string | undefined>> = {},
): Parsed<string> {
  const parts = fillParts(text, values, env)
  return parts.ok ? parsed(parts.value.map(part => part.text).join('')) : parts
}

export function fillParts(
  text: string,
  values: TemplateValues,
  env: Readonly<Record<string, string | undefined>> = {},
): Parsed<readonly TemplatePart[]> {
  const parts: TemplatePart[] = []
  let at = 0
  for (const match of text.matchAll(ACTION)) {
    const [whole, quoted, raw, key = ''] = match
    parts.push({ text: text.slice(at, match.index), action: null })
    at = match.index + whole.length
    const own = quoted === undefined ? raw : unquote(quoted)
    if (own !== undefined) {
      parts.push({ text: own, action: null })
      continue
    }
    const found = lookUp(key.trim(), values, env)
    if ('missing' in found) return problem(`has ${whole}, ${found.missing}`)
    parts.push({ text: found.value, action: whole })
  }
  const rest = text.slice(at)
  if (rest.includes('{{')) return problem(`has "{{" without "}}"; write {{.Version}}, or ${OWN_BRACES}`)
  return parsed(
    [...parts, { text: rest, action: null }].filter(part => part.text !== '' || part.action !== null),
  )
}

function unquote(text: string): string {
  return text.replace(/\\(.)/gs, '$1')
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
  const meant = didYouMean(key, known)
  const hint = key.startsWith('.') ? `the keys are ${known.join(', ')}` : OWN_BRACES
  return { missing: `which is unknown${meant || `; ${hint}`}` }
}

/**
 * The keys of `ldflags`, `labels`, `annotations` and `tags`. `Version` is the tag without its v, else the short commit: a run
 * on a branch never has a release's version, even if the commit carries its tag.
 */
export function sourceValues(surroundings: Surroundings, created: number | null): TemplateValues {
  const { commit, tag, branch, ref, refused } = surroundings.repository
  const short = commit === null ? null : commit.slice(0, 7)
  const noCommit =
    refused === null
      ? 'but there is no git commit here; check out the repository with its .git directory'
      : `but git cannot read this checkout: ${refused}`
  const noTag =
    ref === null
      ? 'but no tag points at this commit; build from a tag, or fetch tags (actions/checkout: fetch-tags: true)'
      : `but this run is on ${ref}, which is not a tag; write {{.Version}} or {{.Branch}}, or run on tags only`
  return {
    Version: orMissing(tag === null ? short : versionOf(tag), noCommit),
    Commit: orMissing(commit, noCommit),
    ShortCommit: orMissing(short, noCommit),
    Date: orMissing(created === null ? null : formatTime(created), noCommit),
    Tag: orMissing(tag, refused === null || ref !== null ? noTag : noCommit),
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
