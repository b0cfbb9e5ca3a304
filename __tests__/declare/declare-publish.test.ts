import { describe, expect, it } from '@jest/globals'
import { declarePublish } from '../../src/declare/declare-publish.ts'
import type { Given } from '../../src/declare/given.ts'
import { readerOf } from '../../src/declare/reader.ts'
import { parseRepository, type RepositoryName } from '../../src/declare/reference.ts'
import { sourceValues } from '../../src/declare/source-values.ts'
import type { Surroundings } from '../../src/declare/surroundings.ts'
import { surroundings } from './surroundings.ts'
import { problemOf } from '../support/sentences.ts'

function repository(text: string): RepositoryName {
  const read = parseRepository(text)
  if (!read.ok) throw new Error(problemOf(read) ?? undefined)
  return read.value
}

/** What is declared, and the inputs that are wrong with the values that are shown of them. */
function publish(
  values: Given['values'],
  repositories: readonly string[] = [],
  around: Surroundings = surroundings(),
) {
  const reader = readerOf({ surface: 'terminal', values, problems: [] })
  const keys = sourceValues(around, null)
  const spec = declarePublish(reader, around, repositories.map(repository), keys)
  return { spec, wrong: reader.problems().map(({ input, value }) => [input, value]) }
}

describe('output', () => {
  it.each([
    { output: 'out', kind: 'layout', path: '/checkout/service/out' },
    { output: ' out.tar ', kind: 'archive', path: '/checkout/service/out.tar' },
    { output: '/a/b.tar', kind: 'archive', path: '/a/b.tar' },
    { output: 'tar', kind: 'layout', path: '/checkout/service/tar' },
    { output: 'a.tar/b', kind: 'layout', path: '/checkout/service/a.tar/b' },
    { output: 'a:b', kind: 'layout', path: '/checkout/service/a:b' },
    { output: 'x-oci:b', kind: 'layout', path: '/checkout/service/x-oci:b' },
    { output: 'a.tar.d/b', kind: 'layout', path: '/checkout/service/a.tar.d/b' },
    { output: 'my-dest=1', kind: 'layout', path: '/checkout/service/my-dest=1' },
  ])('$output', ({ output, kind, path }) => {
    expect(publish({ output })).toMatchObject({ spec: { output: { kind, path } }, wrong: [] })
  })

  it.each([
    'oci:dir',
    'oci-archive:x.tar',
    'docker-archive:x.tar',
    'docker-daemon:x',
    'type=oci,dest=x',
    'dest=x',
    'x.tar.gz',
    'x.TAR.zst',
    'x.tgz',
    'x.txz',
  ])('refuses %s', output => {
    expect(publish({ output })).toMatchObject({ spec: { output: null }, wrong: [['output', output]] })
  })
})

describe('credentials', () => {
  it('are a user name and a password', () => {
    const values = { 'registry-username': 'me', 'registry-password': 's3cret' }
    expect(publish(values).spec.credentials).toEqual({ username: 'me', password: 's3cret' })
    expect(publish({})).toMatchObject({ spec: { credentials: null }, wrong: [] })
  })

  it.each([
    { values: { 'registry-username': 'me' }, wrong: ['registry-username', ''] },
    { values: { 'registry-password': 's3cret' }, wrong: ['registry-password', ''] },
    {
      values: { 'registry-username': 'me:s', 'registry-password': 'x' },
      wrong: ['registry-username', 'me:s'],
    },
  ])('refuse $values', ({ values, wrong }) => {
    expect(publish(values)).toMatchObject({ spec: { credentials: null }, wrong: [wrong] })
  })
})

describe('push', () => {
  it('needs a repository', () => {
    expect(publish({ push: 'true' })).toMatchObject({ spec: { push: true }, wrong: [['push', '']] })
    expect(publish({ push: 'true', tags: 'ghcr.io/o/r:v1' }).wrong).toEqual([])
    expect(publish({ push: 'true', image: 'o/r' }, ['o/r']).wrong).toEqual([])
    // An image that cannot be read is the only problem then.
    expect(publish({ push: 'true', image: 'o/r:v1' }).wrong).toEqual([])
    expect(publish({ push: 'false' })).toMatchObject({ spec: { push: false }, wrong: [] })
  })
})

describe('tags', () => {
  it('leave no repository without one', () => {
    const tags = 'ghcr.io/o/a:v1'
    expect(publish({ tags }, ['ghcr.io/o/a', 'ghcr.io/o/b']).wrong).toEqual([['image', 'ghcr.io/o/b']])
    expect(publish({ tags: `${tags}, v2` }, ['ghcr.io/o/a', 'ghcr.io/o/b']).wrong).toEqual([])
    expect(publish({}, ['ghcr.io/o/a']).wrong).toEqual([])
  })

  it.each(['type=raw', 'o/r@sha256:1', ':v1', 'feat/x', 'a/b/c', 'a+b'])('refuse %s', tags => {
    expect(publish({ tags }).wrong).toEqual([['tags', tags]])
  })

  it('take a repository at a registry for what it is', () => {
    const tags = 'localhost:5000/r:v1, ghcr.io/o/r:v1, o/r:v2'
    const { spec, wrong } = publish({ tags })
    expect(wrong).toEqual([])
    expect(spec.references).toEqual([
      { registry: 'localhost:5000', repository: 'r', identifier: 'v1' },
      { registry: 'ghcr.io', repository: 'o/r', identifier: 'v1' },
      { registry: 'index.docker.io', repository: 'o/r', identifier: 'v2' },
    ])
  })

  const RELEASE = '{{.Tag | default ""}}\n{{.Major | default ""}}.{{.Minor | default ""}}'

  it.each<[string, Surroundings, readonly string[]]>([
    ['a release', surroundings({}, { tag: 'v1.4.0' }), ['v1.4.0', '1.4']],
    ['a branch', surroundings({}, { branch: 'feat/x', ref: 'refs/heads/feat/x' }), ['feat-x']],
    ['a pull request', surroundings({ pullRequest: 7 }, { branch: 'feat/x' }), ['pr-7']],
    [
      'the tag of another service',
      surroundings({}, { tagPrefix: 'svc/', ref: 'refs/tags/web/v2', branch: 'main' }),
      ['web-v2'],
    ],
  ])('of which none has a value become the default: %s', (_, around, expected) => {
    const { spec, wrong } = publish({ tags: RELEASE }, ['o/r'], around)
    expect(wrong).toEqual([])
    expect(spec.references.map(({ identifier }) => identifier)).toEqual(expected)
  })

  it('of which one has a value leave out the others', () => {
    const { spec } = publish({ tags: `latest\nghcr.io/o/x:{{.Tag | default ""}}\n${RELEASE}` }, ['o/r'])
    expect(spec.references.map(({ identifier }) => identifier)).toEqual(['latest'])
  })

  it('report a rule of docker/metadata-action once, and still read the others', () => {
    const { spec, wrong } = publish({ tags: 'type=ref,event=branch\nv1' }, ['o/r'])
    expect(wrong).toEqual([['tags', 'type=ref']])
    expect(spec.references.map(({ identifier }) => identifier)).toEqual(['v1'])
  })
})
