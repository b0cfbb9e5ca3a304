import type { Registry } from './registry.ts'

/** What is being done in one repository: it takes one request or several, and an error names it. */
export interface Operation {
  /** What an error begins with after "Could not": `store sha256:… in ghcr.io/o/x`. */
  readonly what: string
  readonly access: Access
  /** Texts that a registry might repeat in its answer. */
  readonly secrets: ReadonlySet<string>
}

/** Which repository is asked for what, and as whom. */
export interface Access {
  readonly registry: string
  readonly repository: string
  readonly action: 'pull' | 'push'
  /** Where the credentials came from, as `~/.docker/config.json`; `null`: there were none. */
  readonly source: string | null
}

export function operationIn(
  { name, credentials, secrets }: Registry,
  repository: string,
  action: Access['action'],
  what: string,
): Operation {
  return {
    what,
    access: { registry: name, repository, action, source: credentials?.source ?? null },
    secrets,
  }
}
