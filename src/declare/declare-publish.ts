import { type Clause, clause } from '../clause.ts'
import { input } from './input-part.ts'
import { parseOutput } from './output.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { shouldPush } from './push.ts'
import type { Reader } from './reader.ts'
import {
  formatReference,
  formatRepository,
  looksLikeReference,
  parseReference,
  parseRepository,
  parseTag,
  type Reference,
  type RepositoryName,
  slug,
} from './reference.ts'
import type { PublishSpec } from './spec.ts'
import type { Surroundings } from './surroundings.ts'
import { fillTag } from './tag-template.ts'
import type { TemplateValues } from './template.ts'

export function declareRepositories(reader: Reader): readonly RepositoryName[] {
  return reader.each('image', reader.items('image'), parseRepository)
}

export function declarePublish(
  reader: Reader,
  surroundings: Surroundings,
  repositories: readonly RepositoryName[],
  values: TemplateValues,
): PublishSpec {
  const references = declareReferences(reader, surroundings, repositories, values)
  const wish = reader.choice('push', ['auto', 'true', 'false'])
  const push = shouldPush(wish, surroundings, references.length > 0)
  if (push && reader.text('image') === null && references.length === 0) {
    const example = input('image', 'ghcr.io/owner/name')
    reader.contradiction('push', clause`needs a repository to publish to; write ${example}`)
  }
  return {
    push,
    references,
    load: reader.boolean('load'),
    output: reader.value('output', text => parseOutput(text, surroundings.cwd), null),
    credentials: declareCredentials(reader),
    githubToken: reader.text('github-token'),
  }
}

/** Every repository gets every bare tag; full references stand for themselves. */
function declareReferences(
  reader: Reader,
  surroundings: Surroundings,
  repositories: readonly RepositoryName[],
  values: TemplateValues,
): readonly Reference[] {
  const items = reader.items('tags')
  const rule = items.find(item => item.startsWith('type='))
  if (rule !== undefined)
    reader.wrong(
      'tags',
      rule,
      'is a rule of docker/metadata-action, not a tag; write one such as {{.Version}}',
    )
  // Its parts stand between commas too.
  const tags = rule === undefined ? items : items.filter(item => !/^\w+=/.test(item))
  const asked = reader.each<string, string | Reference | null>('tags', tags, text => {
    const filled = fillTag(text, values, reader.variables('tags', surroundings.env))
    if (!filled.ok) return filled
    if (filled.value === null) return parsed(null)
    return looksLikeReference(filled.value) ? parseTagged(filled.value) : parseTag(filled.value)
  })
  const kept = asked.filter(item => item !== null)
  const full = kept.filter(item => typeof item !== 'string')
  const bare = kept.filter(item => typeof item === 'string')
  const identifiers = kept.length === 0 ? [defaultTag(surroundings)] : bare
  for (const repository of repositories) {
    const name = formatRepository(repository)
    if (identifiers.length === 0 && !full.some(reference => formatRepository(reference) === name)) {
      reader.wrong(
        'image',
        name,
        clause`gets no tag: ${input('tags')} has only references to other repositories; write a tag for it`,
      )
    }
  }
  const all = [
    ...repositories.flatMap(repository => identifiers.map(identifier => ({ ...repository, identifier }))),
    ...full,
  ]
  return [...new Map(all.map(reference => [formatReference(reference), reference])).values()]
}

function parseTagged(text: string): Parsed<Reference, string | Clause> {
  if (text.includes('@')) return problem('has a digest, which follows from the image; write a tag')
  if (text.startsWith(':')) return problem(`begins with ":", which a tag cannot; write ${text.slice(1)}`)
  // A branch, written out. A repository at a registry has a host with a dot or a port before its first slash.
  if (/^[^.:]+\/[^:]*$/.test(text))
    return problem(
      `has a slash, which a tag cannot have; write ${slug(text) ?? 'a tag'}, or ${text}:latest if it is a repository`,
    )
  return parseReference(text)
}

/** A pull request's head is a branch too, and must not take that branch's tag. */
function defaultTag({ pullRequest, repository: { tag, branch, ref } }: Surroundings): string {
  if (pullRequest !== null) return `pr-${pullRequest}`
  return slug(tag ?? tagNamedBy(ref) ?? branch ?? 'latest') ?? 'latest'
}

/** A run on a tag that does not count must not take `latest`. */
function tagNamedBy(ref: string | null): string | null {
  return /^refs\/tags\/(.+)$/s.exec(ref ?? '')?.[1] ?? null
}

export function declareCredentials(reader: Reader): PublishSpec['credentials'] {
  const username = reader.text('registry-username')
  const password = reader.text('registry-password')
  if (username === null && password === null) return null
  if (username === null) {
    reader.contradiction(
      'registry-password',
      clause`needs a user name; write ${input('registry-username')} too`,
    )
  } else if (password === null) {
    reader.contradiction(
      'registry-username',
      clause`needs a password; write ${input('registry-password')} too, or leave both out`,
    )
  } else if (username.includes(':')) {
    reader.wrong(
      'registry-username',
      username,
      'has a colon, which a user name cannot have; write the part before it',
    )
  } else {
    return { username, password }
  }
  return null
}
