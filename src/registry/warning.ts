import { excerpt } from '../host/excerpt.ts'

const WARNING = /299 \S{1,255} "((?:[^"\\]|\\[\s\S])*)"/g

/**
 * Reads the warnings that a registry has for its user.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#warnings
 */
export function parseWarnings(header: string | null): readonly string[] {
  return [...(header ?? '').matchAll(WARNING)]
    .map(match => excerpt((match[1] ?? '').replace(/\\([\s\S])/g, '$1')))
    .filter(text => text !== '')
}
