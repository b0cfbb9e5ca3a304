import { type Parsed, parsed, problem } from '../declare/parsed.ts'

/**
 * Registries accept manifests of up to 4 MiB, and configs are not longer.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests
 */
export const MAX_DOCUMENT = 4 * 1024 * 1024

/** A limit far above the depth of anything that Bantam reads. */
const MAX_DEPTH = 64

/**
 * Reads JSON from an untrusted source: limited in size and depth, and valid UTF-8. The text of a problem continues a
 * sentence that begins with the document's name.
 */
export function readJson(bytes: Uint8Array, maxBytes: number = MAX_DOCUMENT): Parsed<unknown> {
  if (bytes.length > maxBytes) return problem(`is larger than ${maxBytes} bytes`)
  const text = decoded(bytes)
  if (text === null) return problem('is not UTF-8')
  if (isDeep(text)) return problem(`is nested more than ${MAX_DEPTH} deep`)
  try {
    return parsed(JSON.parse(text))
  } catch {
    return problem('is not JSON')
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}
