import { expect, it } from '@jest/globals'
import { readSurroundings } from '../../src/host/repository.ts'
import { sourceValues } from '../../src/declare/source-values.ts'
import type { TagsWanted } from '../../src/declare/tags-wanted.ts'
import { cloneOf, gitRepository, shallowCheckout } from '../support/git.ts'
import { testHost } from '../support/host.ts'

type Values = Readonly<Record<string, string>>

/** `zero` carries the tag of a service, `one` that of a whole release, `two` none, `three` others. */
function history() {
  const repository = gitRepository()
  const { git, commit } = repository
  git('remote', 'add', 'origin', 'https://github.com/o/service.git')
  const zero = commit({ a: '0' })
  git('tag', 'svc/v2.1.0-rc.1', zero)
  const one = commit({ a: '1' })
  git('tag', 'v1.0.0', one)
  const two = commit({ a: '2' })
  const three = commit({ a: '3' })
  for (const tag of ['nightly', 'other/v9.0.0']) git('tag', tag, three)
  return { repository, zero, one, two, three }
}

const PLAIN = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
const { repository, zero, one, two, three } = history()
const short = (commit: string) => commit.slice(0, 7)

/** The keys that are asked for; one that has no value is the first words of the reason. */
async function valuesAt(
  directory: string,
  { ref, wanted }: { readonly ref?: string | undefined; readonly wanted?: Partial<TagsWanted> },
  keys: readonly string[],
): Promise<Values> {
  const surface = ref === undefined ? 'terminal' : 'action'
  const env = { ...PLAIN, ...(ref === undefined ? {} : { GITHUB_REF: ref }) }
  const asked = { prefix: '', describe: true, ...wanted }
  const surroundings = await readSurroundings(testHost({ surface, env }), directory, asked)
  const all = sourceValues(surroundings, surroundings.repository.committedAt)
  return Object.fromEntries(
    keys.map(key => {
      const value = all[key]
      return [key, value === undefined ? '' : 'value' in value ? value.value : `no: ${value.missing}`]
    }),
  )
}

interface State {
  readonly name: string
  readonly at: string
  readonly ref?: string
  readonly wanted?: Partial<TagsWanted>
  /** Texts, or matchers. */
  readonly values: Readonly<Record<string, unknown>>
}

const NO_TAG = expect.stringMatching(/^no: but no tag points/)
const STATES: readonly State[] = [
  {
    name: 'a terminal on the tag',
    at: one,
    values: { Version: '1.0.0', Tag: 'v1.0.0', Major: '1', Describe: 'v1.0.0', IsSnapshot: 'false' },
  },
  {
    name: 'a terminal between tags',
    at: two,
    values: {
      Version: short(two),
      Tag: NO_TAG,
      Major: NO_TAG,
      Describe: `v1.0.0-1-g${short(two)}`,
      Summary: `v1.0.0-1-g${short(two)}`,
      IsSnapshot: 'true',
      ProjectName: 'service',
    },
  },
  {
    name: 'a terminal where nobody asks for the nearest tag',
    at: two,
    wanted: { describe: false },
    values: { Describe: short(two) },
  },
  {
    name: 'the run on a tag',
    at: one,
    ref: 'refs/tags/v1.0.0',
    values: { Version: '1.0.0', Describe: 'v1.0.0', PrefixedTag: 'v1.0.0' },
  },
  {
    name: 'the run on a branch, whose commit carries a tag',
    at: one,
    ref: 'refs/heads/main',
    values: {
      Version: short(one),
      Tag: expect.stringMatching(/^no: but this run is on refs\/heads\/main/),
      Describe: `v1.0.0-0-g${short(one)}`,
      Branch: 'main',
    },
  },
  {
    name: 'the run on the tag of a service',
    at: zero,
    ref: 'refs/tags/svc/v2.1.0-rc.1',
    wanted: { prefix: 'svc/' },
    values: {
      Version: '2.1.0-rc.1',
      RawVersion: '2.1.0',
      Prerelease: 'rc.1',
      Tag: 'v2.1.0-rc.1',
      PrefixedTag: 'svc/v2.1.0-rc.1',
      Describe: 'v2.1.0-rc.1',
    },
  },
  {
    name: 'the run on the tag of another service',
    at: three,
    ref: 'refs/tags/other/v9.0.0',
    wanted: { prefix: 'svc/' },
    values: {
      Version: short(three),
      Tag: expect.stringMatching(/which does not begin with svc\//),
      Describe: `v2.1.0-rc.1-3-g${short(three)}`,
    },
  },
  {
    name: 'a terminal with a prefix',
    at: zero,
    wanted: { prefix: 'svc/' },
    values: { Version: '2.1.0-rc.1', Major: '2' },
  },
  {
    name: 'a terminal with a prefix that no tag has',
    at: one,
    wanted: { prefix: 'web/' },
    values: {
      Version: short(one),
      Tag: expect.stringMatching(/^no: but no tag that begins with web\/ points/),
      Describe: short(one),
    },
  },
  {
    name: 'the run on a tag that is not a version',
    at: three,
    ref: 'refs/tags/nightly',
    values: {
      Version: 'nightly',
      Major: expect.stringMatching(/^no: but the tag nightly is not a version/),
      Describe: 'nightly',
    },
  },
]

it.each(STATES)('$name', async ({ at, ref, wanted = {}, values }) => {
  const clone = cloneOf(repository)
  clone.git('remote', 'set-url', 'origin', 'https://github.com/o/service.git')
  clone.git('checkout', '-q', '--detach', at)
  expect(await valuesAt(clone.directory, { ref, wanted }, Object.keys(values))).toEqual(values)
})

it('says of a shallow clone that it must have its history', async () => {
  const { directory } = shallowCheckout(repository, two)
  const { Describe, Version } = await valuesAt(directory, { ref: 'refs/heads/main' }, ['Describe', 'Version'])
  expect(Describe).toMatch(/^no: but this clone is shallow.*fetch-depth: 0/)
  expect(Version).toBe(short(two))
})

it('takes the short commit where there is no tag at all, and the reason where there is no commit', async () => {
  const { directory, commit } = gitRepository()
  expect(await valuesAt(directory, {}, ['Describe'])).toEqual({ Describe: expect.stringMatching(/^no: /) })
  const first = commit({ a: '1' })
  expect(await valuesAt(directory, {}, ['Describe'])).toEqual({ Describe: short(first) })
})
