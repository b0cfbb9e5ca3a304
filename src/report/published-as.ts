import type { ImageWeight } from '../weigh-in/weigh-in.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'

/** Where an image is, and where it should be too. */
export function publishedAs({ published, references, missing = [], digest }: ImageWeight): string {
  const not = missing.map(
    ({ reference, reason }) =>
      `\n\n**Not published** as ${code(reference)}: ${escape(reason, LONGEST_SENTENCE)}`,
  )
  return [publishedSentence(published, references, digest), ...not].join('')
}

function publishedSentence(published: boolean, references: readonly string[], digest: string): string {
  if (!published) return `Nothing was published. Digest ${code(digest)}`
  if (references.length === 0) return `Written, but not pushed to a registry. Digest ${code(digest)}`
  return `Published as ${references.map(code).join(', ')}, digest ${code(digest)}`
}
