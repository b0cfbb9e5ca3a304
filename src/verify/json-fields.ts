import { isDeepStrictEqual } from 'node:util'

/** What two documents say differently, by the names of the fields: `config.Env`, `created`. */
export function differingFields(image: unknown, rebuilt: unknown, within = ''): readonly string[] {
  if (isDeepStrictEqual(image, rebuilt)) return []
  if (!isRecord(image) || !isRecord(rebuilt)) return [within]
  return [...new Set([...Object.keys(image), ...Object.keys(rebuilt)])].flatMap(name =>
    differingFields(image[name], rebuilt[name], within === '' ? name : `${within}.${name}`),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
