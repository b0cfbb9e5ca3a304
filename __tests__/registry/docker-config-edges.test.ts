import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type DockerConfig,
  entryOf,
  entryOfNamespace,
  helperOf,
  parseDockerConfig,
  readDockerConfig,
} from '../../src/registry/docker-config.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'bantam-docker-config-'))

afterAll(() => {
  rmSync(directory, { recursive: true })
})

function written(name: string, text: string): string {
  const file = path.join(directory, name)
  writeFileSync(file, text)
  return file
}

function config(auths: object, credHelpers: object = {}): DockerConfig {
  const parsed = parseDockerConfig(JSON.stringify({ auths, credHelpers }))
  if (parsed === 'unreadable') throw new Error('it is readable')
  return parsed
}

const basic = (text: string) => Buffer.from(text).toString('base64')
const LOGIN = { kind: 'password', username: 'me', password: 's3:cret' }

describe('a configuration that is read', () => {
  it('is none where there is no file, and unreadable where there is something else', async () => {
    mkdirSync(path.join(directory, 'folder'), { recursive: true })
    const file = written('file', '{}')
    expect(await readDockerConfig(path.join(directory, 'nothing'), false)).toBeNull()
    expect(await readDockerConfig(path.join(file, 'below'), false)).toBeNull()
    expect(await readDockerConfig(path.join(directory, 'folder'), false)).toBe('unreadable')
    expect(await readDockerConfig(path.join(directory, 'x'.repeat(300)), false)).toBe('unreadable')
    expect(await readDockerConfig(written('broken', '{'), false)).toBe('unreadable')
  })

  it('is as large as it may be and no larger', async () => {
    const padded = (size: number) => `{}${' '.repeat(size - 2)}`
    expect(await readDockerConfig(written('large', padded(1024 * 1024)), false)).toMatchObject({ auths: {} })
    expect(await readDockerConfig(written('larger', padded(1024 * 1024 + 1)), false)).toBe('unreadable')
  })

  it('is all logins in its old form, and nothing else', async () => {
    const file = written('old', JSON.stringify({ 'a.b': { auth: basic('me:s3:cret') } }))
    const [old, now] = [await readDockerConfig(file, true), await readDockerConfig(file, false)]
    expect(old).toMatchObject({ auths: { 'a.b': {} }, credHelpers: {} })
    expect(now).toMatchObject({ auths: {}, credHelpers: {} })
    expect(await readDockerConfig(written('number', '5'), true)).toBe('unreadable')
  })
})

describe('an entry', () => {
  it('of a namespace is not that of another registry', () => {
    expect(entryOf(config({ 'a.b/team': { auth: basic('me:s3:cret') } }), 'c.d')).toBeNull()
  })

  it.each([
    ['a pair', { auth: basic('me:s3:cret') }, LOGIN],
    ['a pair with padding', { auth: basic('me:s3:cret\0\0') }, LOGIN],
    ['two fields', { username: 'me', password: 's3:cret' }, LOGIN],
    ['an empty pair beside two fields', { auth: '', username: 'me', password: 's3:cret' }, LOGIN],
    [
      'an identity token',
      { auth: basic('me:x'), identitytoken: 't' },
      { kind: 'identity-token', identityToken: 't' },
    ],
    ['a registry token', { registrytoken: 't' }, { kind: 'registry-token' }],
    ['an empty token', { identitytoken: '', registrytoken: '', auth: basic('me:s3:cret') }, LOGIN],
    ['no colon', { auth: basic('me') }, null],
    ['no user', { auth: basic(':x') }, null],
    ['no password', { auth: basic('me:') }, null],
    ['one field', { username: 'me' }, null],
    ['the other field', { password: 'x' }, null],
    ['nothing', {}, null],
    ['something else', { auth: 5 }, null],
  ])('of %s', (_, entry, login) => {
    expect(entryOf(config({ 'a.b': entry }), 'a.b')).toEqual(login)
  })

  it.each(['a.b', 'A.B/', 'https://a.b', 'http://a.b/', 'https://a.b/v1', 'https://a.b/v2/', 'a.b/v1/'])(
    'of %s is that of the host',
    key => {
      expect(entryOf(config({ [key]: { auth: basic('me:s3:cret') } }), 'a.b')).toEqual(LOGIN)
    },
  )

  it.each(['x.a.b', 'a.b.x', 'a.b:5000', 'a.b/team', 'https://a.b/v3', 'ftp://a.b', 'a.b//'])(
    'of %s is none of it',
    key => {
      expect(entryOf(config({ [key]: { auth: basic('me:s3:cret') } }), 'a.b')).toBeNull()
    },
  )

  it('of the very host comes before one that is like it', () => {
    const both = config({ 'https://a.b': { auth: basic('other:x') }, 'a.b': { auth: basic('me:s3:cret') } })
    expect(entryOf(both, 'a.b')).toEqual(LOGIN)
  })
})

describe('a namespace', () => {
  const login = { auth: basic('me:s3:cret') }
  const of = (auths: object, registry = 'a.b') =>
    entryOfNamespace(config(auths), { registry, repository: 'team/app' })

  it('is the longest that the repository is in', () => {
    expect(of({ 'a.b/team': { auth: basic('x:y') }, 'a.b/team/app': login })).toEqual(LOGIN)
    expect(of({ 'a.b/team': login })).toEqual(LOGIN)
    expect(of({ 'a.b/team': login, 'a.b/team/app': {} })).toEqual(LOGIN)
    expect(of({ 'a.b/tea': login, 'a.b': login, 'a.b/team/app/x': login })).toBeNull()
  })

  it('may have any of the names of Docker Hub', () => {
    expect(of({ 'docker.io/team': login }, 'index.docker.io')).toEqual(LOGIN)
    expect(of({ 'index.docker.io/team': login }, 'index.docker.io')).toEqual(LOGIN)
    expect(of({ 'docker.io/team': login })).toBeNull()
  })
})

describe('a helper', () => {
  it('is that of the registry, where it has a name', () => {
    const helpers = config({}, { 'a.b': 'secret', 'c.d': '', 'https://index.docker.io/v1/': 'hub' })
    expect(helperOf(helpers, 'a.b')).toBe('secret')
    expect(helperOf(helpers, 'c.d')).toBeNull()
    expect(helperOf(helpers, 'e.f')).toBeNull()
    expect(helperOf(helpers, 'index.docker.io')).toBe('hub')
  })
})
