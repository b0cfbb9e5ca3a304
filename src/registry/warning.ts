import { clause } from '../host/clause.ts'

const WARNING = /299 \S{1,255} "((?:[^"\\]|\\[\s\S])*)"/g

/** What a registry wants its user to know. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#warnings */
export function parseWarnings(header: string | null): readonly string[] {
  return [...(header ?? '').matchAll(WARNING)]
    .map(match => clause((match[1] ?? '').replace(/\\([\s\S])/g, '$1')))
    .filter(text => text !== '')
}
