import type { Clause } from '../clause.ts'
import type { Registry } from './registry.ts'

/** What is being done in one repository. It takes one or more requests, and an error names it. */
export interface Operation {
  /** The words that an error puts after "Could not": `store sha256:… in ghcr.io/o/x`. */
  readonly what: string
  readonly access: Access
  /** Texts that a registry might repeat in its answer. */
  readonly secrets: ReadonlySet<string>
}

/** Which repository is accessed, for what, and with which credentials. */
export interface Access {
  readonly registry: string
  readonly repository: string
  readonly action: 'pull' | 'push'
  /** Where the credentials came from, such as `~/.docker/config.json`; `null` if there were none. */
  readonly source: string | Clause | null
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
