import { type Clause, clause } from '../clause.ts'
import { input } from './input-part.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

/**
 * A reference of the distribution spec: registry, repository and tag or digest.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
export interface Reference {
  /** Host and port as it is dialled: `ghcr.io`, `index.docker.io`, `127.0.0.1:5000`. */
  readonly registry: string
  /** `owner/name`, lower case; `library/` is spelt out for Docker Hub. */
  readonly repository: string
  /** A tag, or a digest `sha256:…`. */
  readonly identifier: string
}

/** Where images are published to: a reference before its tag. */
export type RepositoryName = Omit<Reference, 'identifier'>

const DOCKER_HUB = 'index.docker.io'
const DOCKER_HUB_ALIASES = ['docker.io', DOCKER_HUB, 'registry-1.docker.io']
/** Some clients refuse a longer host and name; the spec allows them to. */
const LONGEST_NAME = 255

const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/
const DIGEST = /^sha256:[0-9a-f]{64}$/

/** Reads `[registry/]repository`, lower-cased, as the registry wants it; without a registry it is Docker Hub's. */
export function parseRepository(text: string): Parsed<RepositoryName, string | Clause> {
  const given = text.trim()
  if (given === '') return problem('is empty; write a repository such as ghcr.io/owner/name')
  const scheme = /^[a-z]+:\/\//i.exec(given)?.[0]
  if (scheme !== undefined) return problem(`has a scheme; write it without ${scheme}`)
  if (given.includes('@'))
    return problem('has a digest; write the repository alone, such as ghcr.io/owner/name')
  const { name, tag } = cutTag(given)
  if (tag !== null)
    return problem(clause`has a tag; write ${name}, and ${tag === '' ? 'the tag' : tag} in ${input('tags')}`)
  return parseName(name)
}

/** Reads a full reference: a repository with `:tag` or `@sha256:…`. */
export function parseReference(text: string): Parsed<Reference, string | Clause> {
  const given = text.trim()
  const at = given.indexOf('@')
  const { name, tag } = cutTag(at < 0 ? given : given.slice(0, at))
  const repository = parseRepository(name)
  if (!repository.ok) return repository
  if (at >= 0) {
    const digest = given.slice(at + 1)
    if (!DIGEST.test(digest)) return problem('has a digest that is not sha256: and 64 hexadecimal digits')
    return parsed({ ...repository.value, identifier: digest })
  }
  if (tag === null) return problem(`has no tag; write ${name}:latest or another tag`)
  const checked = parseTag(tag)
  return checked.ok ? parsed({ ...repository.value, identifier: checked.value }) : checked
}

/** As `docker pull` takes it; `parseReference` reads it back. */
export function formatReference(reference: Reference): string {
  const separator = reference.identifier.includes(':') ? '@' : ':'
  return `${formatRepository(reference)}${separator}${reference.identifier}`
}

export function formatRepository({ registry, repository }: RepositoryName): string {
  return `${registry === DOCKER_HUB ? 'docker.io' : registry}/${repository}`
}

export function parseTag(text: string): Parsed<string> {
  if (TAG.test(text)) return parsed(text)
  if (text === '') return problem('has an empty tag; write one such as latest')
  if (text.length > 128) return problem('has a tag of more than 128 characters; write a shorter one')
  const meant = slug(text)
  return problem(
    `is not a tag; use letters, digits, "_", "." and "-", not beginning with "." or "-"${meant === null ? '' : `; write ${meant}`}`,
  )
}

/**
 * Turns the name of a branch or a git tag into an image tag: `feat/x` becomes `feat-x`. `null` if no valid characters
 * are left.
 */
export function slug(text: string): string | null {
  const cleaned = text
    .replace(/[^a-zA-Z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128)
    .replace(/-+$/, '')
  return cleaned === '' ? null : cleaned
}

/** Whether a text can only be a whole reference, because a tag cannot contain these characters. */
export function looksLikeReference(text: string): boolean {
  return /[/:@]/.test(text)
}

/** The colon of a port is followed by a slash; that of a tag is not. */
function cutTag(text: string): { readonly name: string; readonly tag: string | null } {
  const cut = cutAtLastColon(text)
  return cut.tag?.includes('/') === true ? { name: text, tag: null } : cut
}

/** A name, and the tag behind its last colon; `null` where there is no colon. */
export function cutAtLastColon(text: string): { readonly name: string; readonly tag: string | null } {
  const colon = text.lastIndexOf(':')
  return colon < 0 ? { name: text, tag: null } : { name: text.slice(0, colon), tag: text.slice(colon + 1) }
}

function parseName(text: string): Parsed<RepositoryName> {
  const parts = text.toLowerCase().split('/')
  const first = parts[0] ?? ''
  // Docker's rule: a first part is a registry where it has a dot or a port, or is localhost.
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost')
  const host = hasRegistry ? first : DOCKER_HUB
  const path = hasRegistry ? parts.slice(1) : parts
  const port = HOST.exec(host)
  if (port === null || Number(port[1] ?? 1) > 65535 || Number(port[1] ?? 1) === 0) {
    return problem(`has "${host}" for a registry, which is not a host[:port]`)
  }
  const wrong = path.find(part => !COMPONENT.test(part))
  if (wrong !== undefined) {
    return problem(
      wrong === ''
        ? 'has an empty part between slashes; write registry/owner/name'
        : `has the part "${wrong}", which registries refuse; use letters, digits and single ".", "_" or "-" between them`,
    )
  }
  const registry = DOCKER_HUB_ALIASES.includes(host) ? DOCKER_HUB : host
  const repository = registry === DOCKER_HUB && path.length === 1 ? `library/${path[0]}` : path.join('/')
  if (`${registry}/${repository}`.length > LONGEST_NAME) {
    return problem(`has more than ${LONGEST_NAME} characters; write a shorter name`)
  }
  return parsed({ registry, repository })
}
