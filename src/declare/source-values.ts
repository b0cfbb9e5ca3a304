import { type GitVersion, prefixIn, readVersion, versionOf } from './git-version.ts'
import type { Repository, Surroundings } from './surroundings.ts'
import { type KeyName, TEMPLATE_KEYS } from './template-keys.ts'
import type { TemplateValue, TemplateValues } from './template.ts'

/**
 * The keys of `ldflags`, `labels`, `annotations` and `tags`, under every name that they have. `Version` is the tag without
 * its v, else the short commit: a run on a branch never has a release's version, even if the commit carries its tag.
 */
export function sourceValues(
  { repository }: Pick<Surroundings, 'repository'>,
  created: number | null,
): TemplateValues {
  const values = valuesOf(repository, created)
  return Object.fromEntries(
    TEMPLATE_KEYS.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed].map(one => [one, values[name]])),
  )
}

function valuesOf(repository: Repository, created: number | null): Readonly<Record<KeyName, TemplateValue>> {
  const { commit, committedAt, tag, tagPrefix, branch, source } = repository
  const version = tag === null ? null : readVersion(tag)
  const noCommit = whyNoCommit(repository)
  const ofCommit = (value: string | null) => orMissing(value, noCommit)
  const short = shortCommit(repository)
  const ofVersion = (key: KeyName, read: (version: GitVersion) => string | null) =>
    versionPart(repository, version, key, read)
  return {
    Version: ofCommit(tag === null ? short : versionOf(tag)),
    RawVersion: ofVersion('RawVersion', rawVersion),
    Major: ofVersion('Major', ({ major }) => major),
    Minor: ofVersion('Minor', ({ minor }) => minor),
    Patch: ofVersion('Patch', ({ patch }) => patch),
    Prerelease: ofVersion('Prerelease', ({ prerelease }) => prerelease),
    Tag: orMissing(tag, whyNoTag(repository, 'Tag')),
    PrefixedTag: orMissing(tag === null ? null : tagPrefix + tag, whyNoTag(repository, 'PrefixedTag')),
    Describe: describeValue(repository),
    Branch: orMissing(branch, 'but no branch is checked out; build from a branch'),
    Commit: ofCommit(commit),
    ShortCommit: ofCommit(short),
    Date: ofCommit(created === null ? null : formatTime(created)),
    Day: ofCommit(created === null ? null : formatDay(created)),
    Timestamp: ofCommit(created === null ? null : String(created)),
    CommitDate: ofCommit(committedAt === null ? null : formatTime(committedAt)),
    CommitTimestamp: ofCommit(committedAt === null ? null : String(committedAt)),
    IsSnapshot: { value: String(tag === null) },
    ProjectName: orMissing(source?.split('/').at(-1) ?? null, NO_REMOTE),
    GitURL: orMissing(source, NO_REMOTE),
  }
}

const NO_REMOTE = 'but the checkout has no remote named origin; add one, or write the text itself'

function orMissing(value: string | null, missing: string): TemplateValue {
  return value === null ? { missing } : { value }
}

function shortCommit({ commit }: Repository): string | null {
  return commit === null ? null : commit.slice(0, 7)
}

function whyNoCommit({ refused }: Repository): string {
  return refused === null
    ? 'but there is no git commit here; check out the repository with its .git directory'
    : `but git cannot read this checkout: ${refused}`
}

/** How the same is written for runs that are not on a tag. */
function orDefault(key: KeyName, usual: string): string {
  return `or give it a default: {{.${key} | default "${usual}"}}`
}

function whyNoTag(repository: Repository, key: KeyName, usual = 'dev'): string {
  const { ref, refused, tagPrefix } = repository
  const advice = orDefault(key, usual)
  if (ref === null && refused !== null) return whyNoCommit(repository)
  if (ref === null) {
    const tag = tagPrefix === '' ? 'no tag' : `no tag that begins with ${tagPrefix}`
    return `but ${tag} points at this commit; build from a tag, fetch tags (actions/checkout: fetch-tags: true), ${advice}`
  }
  return ref.startsWith('refs/tags/')
    ? `but this run is on ${ref}, which does not begin with ${tagPrefix}; run on such tags only, ${advice}`
    : `but this run is on ${ref}, which is not a tag; run on tags only, ${advice}`
}

function versionPart(
  repository: Repository,
  version: GitVersion | null,
  key: KeyName,
  read: (version: GitVersion) => string | null,
): TemplateValue {
  const { tag } = repository
  if (tag === null) return { missing: whyNoTag(repository, key, '0') }
  const value = version === null ? null : read(version)
  if (value !== null) return { value }
  if (version !== null)
    return { missing: `but the tag ${tag} has no such number; tag it as v1.2.3, ${orDefault(key, '0')}` }
  const prefix = prefixIn(tag)
  const advice = prefix === null ? 'tag a version' : `write tag-prefix: ${prefix}`
  return {
    missing: `but the tag ${tag} is not a version such as v1.2.3; ${advice}, ${orDefault(key, '0')}`,
  }
}

function rawVersion({ major, minor, patch }: GitVersion): string | null {
  return minor === null || patch === null ? null : `${major}.${minor}.${patch}`
}

/** In a run on a branch it never is a tag alone: only a tag's own run has a release's version. */
function describeValue(repository: Repository): TemplateValue {
  const { tag, described } = repository
  if (tag !== null) return { value: tag }
  switch (described.status) {
    case 'described':
      return { value: described.text }
    case 'cut off':
      return {
        missing: `but this clone is shallow and has no tag; fetch its history (actions/checkout: fetch-depth: 0), ${orDefault('Describe', 'dev')}`,
      }
    case 'no tag':
      return orMissing(shortCommit(repository), whyNoCommit(repository))
  }
}

function formatDay(seconds: number): string {
  return formatTime(seconds).replace(/T.*$/, '')
}

/** RFC 3339 in UTC, to the second. */
export function formatTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`
}
