import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { type Action, type Operand, OWN_BRACES, parseTemplate } from './template-action.ts'

/** The value of a key, or the reason why it has none. */
export type TemplateValue = { readonly value: string } | { readonly missing: string }

export type TemplateValues = Readonly<Record<string, TemplateValue>>

/** Text of a template in its parts, each filled in already. */
export interface TemplatePart {
  readonly text: string
  /** As it was written, where a value was filled in; `null` for what was written out. */
  readonly action: string | null
}

/** What `{{.Env.NAME}}` stands for; `null` where a template must not read the environment. */
export type Variables = Readonly<Record<string, string | undefined>> | null

/**
 * Fills in `{{.Key}}`, `{{.Env.NAME}}` and `{{.Key | default "text"}}`; spaces within the braces are fine. A key that is
 * unknown is a problem, and so is one that has neither a value nor a default. What a value holds is never looked at for
 * templates.
 */
export function fillTemplate(text: string, values: TemplateValues, env: Variables = {}): Parsed<string> {
  const parts = fillParts(text, values, env)
  return parts.ok ? parsed(parts.value.map(part => part.text).join('')) : parts
}

export function fillParts(
  text: string,
  values: TemplateValues,
  env: Variables = {},
): Parsed<readonly TemplatePart[]> {
  const pieces = parseTemplate(text)
  if (!pieces.ok) return pieces
  const parts: TemplatePart[] = []
  for (const piece of pieces.value) {
    if (piece.kind === 'text') {
      parts.push({ text: piece.text, action: null })
      continue
    }
    const found = firstValue(piece.action, values, env)
    if ('missing' in found) return problem(`has ${piece.whole}, ${found.missing}`)
    const isWrittenOut = piece.action.operands.every(operand => operand.kind === 'text')
    parts.push({ text: found.value, action: isWrittenOut ? null : piece.whole })
  }
  return parsed(parts.filter(part => part.text !== '' || part.action !== null))
}

/** An empty value takes its default too, as in Helm. An unknown key is a problem whatever its default. */
function firstValue({ operands }: Action, values: TemplateValues, env: Variables): TemplateValue {
  const found = operands.map(operand => valueOf(operand, values, env))
  const unknown = found.find(value => 'unknown' in value)
  if (unknown !== undefined) return { missing: unknown.unknown }
  const known = found.filter(value => 'value' in value)
  const [first] = found.filter(value => 'missing' in value)
  return known.find(({ value }) => value !== '') ?? known.at(-1) ?? first ?? { value: '' }
}

type Found = TemplateValue | { readonly unknown: string }

function valueOf(operand: Operand, values: TemplateValues, env: Variables): Found {
  if (operand.kind === 'text') return { value: operand.text }
  const { name } = operand
  const variable = /^\.Env\.([A-Za-z_][A-Za-z0-9_]*)$/.exec(name)?.[1]
  if (variable !== undefined) {
    if (env === null) return { unknown: NO_VARIABLES }
    const value = (Object.hasOwn(env, variable) ? env[variable] : undefined) ?? ''
    return value === ''
      ? { missing: `but the environment variable ${variable} is empty or not set; set it` }
      : { value }
  }
  const key = name.slice(1)
  if (Object.hasOwn(values, key)) return values[key] ?? { unknown: 'which is unknown' }
  return { unknown: unknownKey(name, Object.keys(values)) }
}

const NO_VARIABLES =
  'which a pull request could use to read the environment of the job; write that input in the step or on the command line'

/** The names that a build for several platforms has a value of for each. */
const OF_A_PLATFORM = ['Os', 'Arch', 'Variant', 'Platform', 'Arm', 'Amd64', 'Runtime.Goos', 'Runtime.Goarch']

function unknownKey(name: string, keys: readonly string[]): string {
  const known = [...keys.map(key => `.${key}`), '.Env.NAME']
  if (OF_A_PLATFORM.includes(name.slice(1)) && !keys.includes('Os'))
    return 'which differs by platform, while this is one for all platforms; only binary and files have it'
  // ko has `.Git.Tag`, among others.
  const meant = didYouMean(name.replace(/^\.Git\./, '.'), known)
  const hint = name.startsWith('.') ? `the keys are ${known.join(', ')}` : OWN_BRACES
  return `which is unknown${meant || `; ${hint}`}`
}
