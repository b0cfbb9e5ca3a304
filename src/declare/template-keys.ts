interface TemplateKey {
  readonly name: string
  /** Other names of the same value, mostly those that GoReleaser has. */
  readonly alsoNamed: readonly string[]
  readonly description: string
  /** What it is for `v1.4.0-rc.1`, three commits later, or as the description says. */
  readonly example: string
}

const TABLE = [
  {
    name: 'Version',
    alsoNamed: [],
    description: 'The tag without its leading v; without a tag, the short commit.',
    example: '1.4.0-rc.1',
  },
  {
    name: 'RawVersion',
    alsoNamed: [],
    description: "The three numbers of the tag's version.",
    example: '1.4.0',
  },
  { name: 'Major', alsoNamed: [], description: "First number of the tag's version.", example: '1' },
  { name: 'Minor', alsoNamed: [], description: 'Second number.', example: '4' },
  { name: 'Patch', alsoNamed: [], description: 'Third number.', example: '0' },
  {
    name: 'Prerelease',
    alsoNamed: [],
    description: 'What follows the hyphen; empty for a release.',
    example: 'rc.1',
  },
  { name: 'Tag', alsoNamed: [], description: 'The tag, without `tag-prefix`.', example: 'v1.4.0-rc.1' },
  {
    name: 'PrefixedTag',
    alsoNamed: [],
    description: 'The tag as git has it, with `tag-prefix`.',
    example: 'svc/v1.4.0-rc.1',
  },
  {
    name: 'Describe',
    alsoNamed: ['Summary'],
    description:
      '`git describe --tags --always`, without `tag-prefix`. The tag in a run on a tag, else the nearest tag before this commit, how many commits ago it was, and the short commit; the short commit alone where there is no tag. Needs the history: `fetch-depth: 0` of actions/checkout. Never has `-dirty`.',
    example: 'v1.4.0-rc.1-3-g0123456',
  },
  { name: 'Branch', alsoNamed: [], description: 'The branch.', example: 'main' },
  { name: 'Commit', alsoNamed: ['FullCommit'], description: 'The commit.', example: '01234567…' },
  { name: 'ShortCommit', alsoNamed: [], description: 'Its first 7 digits.', example: '0123456' },
  {
    name: 'Date',
    alsoNamed: [],
    description:
      'Time of the image: that of the commit, or `SOURCE_DATE_EPOCH`. In GoReleaser it is the time of the run.',
    example: '2026-11-27T15:00:00Z',
  },
  { name: 'Day', alsoNamed: [], description: 'Day of `Date`, in UTC.', example: '2026-11-27' },
  { name: 'Timestamp', alsoNamed: [], description: '`Date` in seconds since 1970.', example: '1795791600' },
  {
    name: 'CommitDate',
    alsoNamed: [],
    description: 'Time of the commit, whatever `SOURCE_DATE_EPOCH` says.',
    example: '2026-11-27T15:00:00Z',
  },
  {
    name: 'CommitTimestamp',
    alsoNamed: [],
    description: '`CommitDate` in seconds since 1970.',
    example: '1795791600',
  },
  {
    name: 'IsSnapshot',
    alsoNamed: [],
    description: '`false` where there is a tag, else `true`.',
    example: 'false',
  },
  {
    name: 'ProjectName',
    alsoNamed: [],
    description: 'Name of the repository, from its remote or from the workflow.',
    example: 'service',
  },
  {
    name: 'GitURL',
    alsoNamed: [],
    description: 'Address of the repository on the web.',
    example: 'https://github.com/owner/service',
  },
] as const satisfies readonly TemplateKey[]

export type KeyName = (typeof TABLE)[number]['name']

/** Every key of `ldflags`, `labels`, `annotations` and `tags`; docs/reference.md has the same table. */
export const TEMPLATE_KEYS: readonly (TemplateKey & { readonly name: KeyName })[] = TABLE
