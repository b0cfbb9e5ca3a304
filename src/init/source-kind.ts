export type SourceKind = 'dockerfile' | 'script' | 'goreleaser' | 'ko' | 'workflow'

const KINDS: readonly (readonly [pattern: RegExp, kind: SourceKind])[] = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, 'workflow'],
  [
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|(?:^|\/)[\w.-]+\.(?:Dockerfile|dockerfile)$/,
    'dockerfile',
  ],
  [/(?:^|\/)\.?goreleaser(?:\.[\w-]+)?\.ya?ml$/, 'goreleaser'],
  [/(?:^|\/)\.ko\.ya?ml$/, 'ko'],
  [/(?:^|\/)(?:(?:GNU)?[Mm]akefile(?:\.[\w.-]+)?|[\w.-]+\.mk)$/, 'script'],
  [/^(?:(?:scripts|hack|build|ci|bin)\/)?[\w.-]+\.(?:sh|bash)$/, 'script'],
]

/** What `bantam init` reads a file as; `null`: it does not read it. */
export function kindOf(path: string): SourceKind | null {
  if (path.endsWith('.dockerignore')) return null
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? null
}
