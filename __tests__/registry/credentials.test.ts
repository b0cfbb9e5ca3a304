import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PublishSpec } from '../../src/declare/spec.ts'
import {
  findCredentials as find,
  findCredentialsToPush,
  type Credentials,
} from '../../src/registry/credentials.ts'
import type { Host } from '../../src/host/host.ts'
import { entryOf, parseDockerConfig, readDockerConfig } from '../../src/registry/docker-config.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const entry = (password: string) => ({ auth: base64(`user:${password}`) })

interface Home {
  readonly files?: Readonly<Record<string, unknown>>
  /** Shell scripts by name. */
  readonly helpers?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A home directory of its own, with these files in it. */
function home({ files = {}, helpers = {}, env = {} }: Home) {
  const made = testHost()
  const write = (file: string, text: string) => {
    const whole = path.join(made.cwd, file)
    mkdirSync(path.dirname(whole), { recursive: true })
    writeFileSync(whole, text)
    return whole
  }
  for (const [file, content] of Object.entries(files))
    write(file, typeof content === 'string' ? content : JSON.stringify(content))
  for (const [name, script] of Object.entries(helpers))
    chmodSync(write(`bin/docker-credential-${name}`, `#!/bin/sh\n${script}\n`), 0o755)
  const inHome = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replace('~', made.cwd)]),
  )
  const PATH = `${path.join(made.cwd, 'bin')}:${process.env['PATH']}`
  return { ...made, env: { HOME: made.cwd, PATH, ...inHome } }
}

const publish: PublishSpec = {
  push: true,
  references: [],
  load: false,
  output: null,
  credentials: null,
  githubToken: null,
}
const DOCKER = '.docker/config.json'

function findCredentials(host: Host, registry: string, spec: PublishSpec, repository = 'team/sub/app') {
  return find(host, { registry, repository }, spec)
}

const passwordIn = (found: Credentials | null) =>
  found !== null && 'password' in found ? found.password : null

describe('findCredentials', () => {
  const everywhere: Home = {
    files: {
      [DOCKER]: { auths: { 'ghcr.io': entry('from docker') } },
      'containers/auth.json': { auths: { 'ghcr.io': entry('from podman') } },
    },
    env: { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'ghcr.io': entry('from the variable') } }) },
  }

  it('takes the inputs first', async () => {
    const inputs = {
      ...publish,
      credentials: { username: 'u', password: 'from inputs' },
      githubToken: 'token',
    }
    const host = home(everywhere)
    expect(await findCredentials(host, 'ghcr.io', inputs)).toMatchObject({ password: 'from inputs' })
    expect(host.log.lines).toContain('secret: from inputs')
  })

  it.each<{ name: string; home: Home; password: string | null }>([
    {
      name: 'no directory of the checkout: XDG_CONFIG_HOME is relative',
      home: {
        files: { '.config/containers/auth.json': { auths: { 'ghcr.io': entry('from home') } } },
        env: { XDG_CONFIG_HOME: 'containers', XDG_RUNTIME_DIR: '.' },
      },
      password: 'from home',
    },
    { name: 'DOCKER_AUTH_CONFIG', home: everywhere, password: 'from the variable' },
    { name: 'docker', home: { files: everywhere.files! }, password: 'from docker' },
    {
      name: 'DOCKER_CONFIG',
      home: {
        files: { 'elsewhere/config.json': { auths: { 'ghcr.io': entry('moved') } } },
        env: { DOCKER_CONFIG: '~/elsewhere' },
      },
      password: 'moved',
    },
    {
      name: 'REGISTRY_AUTH_FILE',
      home: {
        files: everywhere.files!,
        env: { DOCKER_CONFIG: '~/nowhere', REGISTRY_AUTH_FILE: '~/containers/auth.json' },
      },
      password: 'from podman',
    },
    {
      name: 'XDG_RUNTIME_DIR',
      home: { files: everywhere.files!, env: { DOCKER_CONFIG: '~/nowhere', XDG_RUNTIME_DIR: '~' } },
      password: 'from podman',
    },
    {
      name: 'podman’s file at home',
      home: { files: { '.config/containers/auth.json': { auths: { 'ghcr.io': entry('at home') } } } },
      password: 'at home',
    },
    { name: 'the workflow’s token', home: {}, password: 'workflow' },
  ])('then $name', async ({ home: described, password }) => {
    const host = home(described)
    const found = await findCredentials(host, 'ghcr.io', { ...publish, githubToken: 'workflow' })
    expect(found).toMatchObject({ password })
    expect(host.log.lines).toContain(`secret: ${password}`)
  })

  it.each<{
    name: string
    auths: Record<string, unknown>
    repository?: string
    registry?: string
    password: string | null
  }>([
    {
      name: 'the longest match first',
      auths: {
        'ghcr.io': entry('registry'),
        'ghcr.io/team': entry('team'),
        'ghcr.io/team/sub': entry('sub'),
        'ghcr.io/team/sub/app': entry('app'),
      },
      password: 'app',
    },
    {
      name: 'a namespace before its registry',
      auths: { 'ghcr.io': entry('registry'), 'ghcr.io/team': entry('team') },
      password: 'team',
    },
    {
      name: 'the registry for another namespace',
      auths: {
        'ghcr.io': entry('registry'),
        'ghcr.io/other': entry('other'),
        'ghcr.io/team/other': entry('o'),
      },
      password: 'registry',
    },
    {
      name: 'no half of a name',
      auths: { 'ghcr.io/tea': entry('half'), 'ghcr.io/team/sub/ap': entry('half') },
      password: null,
    },
    {
      name: 'no namespace below the repository',
      auths: { 'ghcr.io/team/sub/app/more': entry('below') },
      password: null,
    },
    {
      name: 'no namespace of another registry',
      auths: { 'ghcr.io:443/team': entry('x'), 'quay.io/team': entry('x') },
      password: null,
    },
    {
      name: 'nothing of an empty entry',
      auths: { 'ghcr.io/team': {}, 'ghcr.io': entry('registry') },
      password: 'registry',
    },
    {
      name: 'a port',
      registry: 'localhost:5000',
      auths: { 'localhost:5000/team': entry('team'), 'localhost:5000': entry('registry') },
      password: 'team',
    },
    {
      name: 'Docker Hub by its short name',
      registry: 'index.docker.io',
      repository: 'library/app',
      auths: { 'https://index.docker.io/v1/': entry('hub'), 'docker.io/library': entry('library') },
      password: 'library',
    },
    {
      name: 'Docker Hub by its API',
      registry: 'index.docker.io',
      auths: { 'https://index.docker.io/v1/': entry('hub'), 'docker.io/library': entry('library') },
      password: 'hub',
    },
  ])('knows $name', async ({ auths, registry = 'ghcr.io', repository, password }) => {
    for (const file of ['.config/containers/auth.json', DOCKER]) {
      const found = await findCredentials(
        home({ files: { [file]: { auths } } }),
        registry,
        publish,
        repository,
      )
      expect(passwordIn(found)).toBe(password)
    }
  })

  it('prefers a namespace to the helper of all registries, and the helper of this one to both', async () => {
    const good = 'read server; echo \'{"Username":"u","Secret":"helped"}\''
    const auths = { 'ghcr.io/team': entry('team') }
    const passwordOf = async (config: unknown) =>
      passwordIn(
        await findCredentials(home({ files: { [DOCKER]: config }, helpers: { good } }), 'ghcr.io', publish),
      )
    expect(await passwordOf({ auths, credsStore: 'good' })).toBe('team')
    expect(await passwordOf({ auths, credHelpers: { 'ghcr.io': 'good' } })).toBe('helped')
    expect(await passwordOf({ auths: { 'ghcr.io/other': entry('other') }, credsStore: 'good' })).toBe(
      'helped',
    )
  })

  it('looks where podman looks, in its order, and then where docker did long ago', async () => {
    const files = [
      'named.json',
      'run/containers/auth.json',
      'config/containers/auth.json',
      'docker/config.json',
    ]
    const env = {
      REGISTRY_AUTH_FILE: '~/named.json',
      XDG_RUNTIME_DIR: '~/run',
      XDG_CONFIG_HOME: '~/config',
      DOCKER_CONFIG: '~/docker',
    }
    const legacy = { '.dockercfg': { 'https://ghcr.io/v1/': entry('.dockercfg') } }
    for (const [at, first] of files.entries()) {
      const there = files.slice(at).map(file => [file, { auths: { 'ghcr.io': entry(file) } }] as const)
      const host = home({ files: { ...legacy, ...Object.fromEntries(there) }, env })
      expect(await findCredentials(host, 'ghcr.io', publish)).toMatchObject({ password: first })
    }
    expect(await findCredentials(home({ files: legacy }), 'ghcr.io', publish)).toMatchObject({
      password: '.dockercfg',
    })
    expect(await findCredentials(home({ files: legacy }), 'quay.io', publish)).toBeNull()
  })

  it('does not look in a relative XDG directory', async () => {
    const host = home({ files: { 'here/containers/auth.json': { auths: { 'ghcr.io': entry('here') } } } })
    const env = { ...host.env, XDG_RUNTIME_DIR: 'here', XDG_CONFIG_HOME: 'here' }
    expect(await findCredentials({ ...host, env }, 'ghcr.io', publish)).toBeNull()
  })

  it('says of a registry token of a namespace that it is not used, and takes the registry’s login', async () => {
    const auths = { 'x.azurecr.io/team': { registrytoken: 'very-secret' }, 'x.azurecr.io': entry('registry') }
    const host = home({ files: { [DOCKER]: { auths } } })
    expect(await findCredentials(host, 'x.azurecr.io', publish)).toMatchObject({ password: 'registry' })
    expect(host.log.lines.join()).toContain('registry token for x.azurecr.io')
    expect(host.log.lines.join()).not.toContain('very-secret')
  })

  it('gives the workflow’s token to ghcr.io alone', async () => {
    for (const registry of ['docker.pkg.github.com', 'ghcr.io.example', 'ghcr.io:8443', '127.0.0.1:5000'])
      expect(await findCredentials(home({}), registry, { ...publish, githubToken: 'workflow' })).toBeNull()
  })

  it('refuses to give one password to two registries', async () => {
    const references = ['ghcr.io', 'index.docker.io'].map(registry => ({
      registry,
      repository: 'o/x',
      identifier: 'v1',
    }))
    const both = { ...publish, references, credentials: { username: 'u', password: 'p' } }
    await expect(findCredentials(home({}), 'ghcr.io', both)).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'registry-username' }, what: 'ghcr.io and index.docker.io' }),
    )
  })

  it.each([
    ['no JSON', '{"auths": {"ghcr.io": {"auth": "c2VjcmV0OnNlY3JldA=='],
    ['a word', '"secret"'],
    ['auths that is a word', '{"auths":"secret"}'],
  ])('warns of a file that is %s, quotes none of it, and goes on', async (_name, text) => {
    const host = home({ files: { [DOCKER]: text } })
    const found = await findCredentials(host, 'ghcr.io', { ...publish, githubToken: 'workflow' })
    expect(found).toMatchObject({ password: 'workflow' })
    const warnings = host.log.lines.filter(line => line.startsWith('warning: '))
    expect(warnings).toEqual([expect.stringContaining('is not a file of logins')])
    expect(host.log.lines.join('\n')).not.toMatch(/c2Vj|"secret"/)
  })

  it('finds the identity token that az acr login stores, and keeps it secret', async () => {
    const azure = { auth: base64('00000000-0000-0000-0000-000000000000:'), identitytoken: 'very-secret' }
    const host = home({ files: { [DOCKER]: { auths: { 'x.azurecr.io': azure } } } })
    const found = await findCredentials(host, 'x.azurecr.io', publish)
    expect(found).toEqual({ identityToken: 'very-secret', source: expect.stringMatching(/config\.json$/) })
    expect(host.log.lines).toEqual(['secret: very-secret'])
  })
})

describe('a credential helper', () => {
  const good =
    'read server; printf \'{"ServerURL":"%s","Username":"u","Secret":"for %s"}\' "$server" "$server"'

  it.each<{ name: string; config: unknown; registry: string; password: string | null }>([
    {
      name: 'of this registry',
      config: {
        credHelpers: { 'gcr.io': 'good' },
        credsStore: 'missing',
        auths: { 'gcr.io': entry('file') },
      },
      registry: 'gcr.io',
      password: 'for gcr.io',
    },
    {
      name: 'of all',
      config: { credsStore: 'good', auths: { 'gcr.io': {} } },
      registry: 'gcr.io',
      password: 'for gcr.io',
    },
    {
      name: 'asked as docker asks it for Docker Hub',
      config: { credsStore: 'good' },
      registry: 'index.docker.io',
      password: 'for https://index.docker.io/v1/',
    },
    {
      name: 'of another registry',
      config: { credHelpers: { 'eu.gcr.io': 'good' } },
      registry: 'gcr.io',
      password: null,
    },
    {
      name: 'that has nothing, before what is in the file',
      config: { credsStore: 'empty', auths: { 'gcr.io': entry('file') } },
      registry: 'gcr.io',
      password: 'file',
    },
  ])('$name', async ({ config, registry, password }) => {
    const empty = 'echo "credentials not found in native keychain"; exit 1'
    const host = home({ files: { [DOCKER]: config }, helpers: { good, empty } })
    const found = await findCredentials(host, registry, publish)
    expect(passwordIn(found)).toBe(password)
    expect(host.log.lines.filter(line => line.startsWith('warning: '))).toEqual([])
  })

  it('of all registries is not asked where this one has a helper of its own', async () => {
    const config = { credHelpers: { 'gcr.io': 'empty' }, credsStore: 'good' }
    const empty = 'echo "credentials not found in native keychain"; exit 1'
    const host = home({ files: { [DOCKER]: config }, helpers: { good, empty } })
    expect(await findCredentials(host, 'gcr.io', publish)).toBeNull()
  })

  it('may give an identity token', async () => {
    const token = 'echo \'{"Username":"<token>","Secret":"very-secret"}\''
    const host = home({ files: { [DOCKER]: { credHelpers: { 'gcr.io': 'token' } } }, helpers: { token } })
    expect(await findCredentials(host, 'gcr.io', publish)).toEqual({
      identityToken: 'very-secret',
      source: 'docker-credential-token',
    })
  })

  it.each<{ name: string; script: string | null; helper?: string; says: RegExp }>([
    { name: 'fails', script: 'echo very-secret; exit 3', says: /exit code 3/ },
    { name: 'answers something else', script: 'echo very-secret', says: /not the JSON/ },
    { name: 'is missing', script: null, says: /not on PATH/ },
    { name: 'has a path for a name', script: null, helper: '../../evil', says: /not a name of a helper/ },
  ])('that $name is a warning', async ({ script, helper = 'bad', says }) => {
    const host = home({
      files: { [DOCKER]: { credHelpers: { 'gcr.io': helper } } },
      ...(script === null ? {} : { helpers: { bad: script } }),
    })
    expect(await findCredentials(host, 'gcr.io', publish)).toBeNull()
    expect(host.log.lines.filter(line => line.startsWith('warning: '))).toEqual([expect.stringMatching(says)])
    expect(host.log.lines.join('\n')).not.toContain('very-secret')
  })
})

describe('findCredentialsToPush', () => {
  const toPush = (host: Host, spec = publish, helperMs?: number) =>
    findCredentialsToPush(host, { registry: 'gcr.io', repository: 'team/app' }, spec, helperMs)
  const unreadable = 'is not a file of logins as docker and podman write it'
  const inputs = { ...publish, credentials: { username: 'u', password: 'from inputs' } }

  it.each<[string, Home]>([
    ['is no JSON', { files: { [DOCKER]: '{"auths": {"gcr.io": {"auth": "c2VjcmV0OnNlY3JldA==' } }],
    ['has logins that are none', { files: { [DOCKER]: { auths: 'secret' } } }],
    ['is a directory', { files: { [`${DOCKER}/file`]: '' } }],
    ['is larger than any', { files: { [DOCKER]: ' '.repeat(1024 * 1024 + 1) } }],
    ['is podman’s and no JSON', { files: { 'auth.json': 'x' }, env: { REGISTRY_AUTH_FILE: '~/auth.json' } }],
    ['is a device', { env: { REGISTRY_AUTH_FILE: '/dev/zero' } }],
    ['is in the environment and no JSON', { env: { DOCKER_AUTH_CONFIG: '{' } }],
    ['is of docker before 1.7 and no JSON', { files: { '.dockercfg': 'secret' } }],
  ])('fails where a file %s, and no other place has a login', async (_, made) => {
    const host = home(made)
    const failure = await toPush(host).catch((error: unknown) => error)
    expect(failure).toEqual(
      aFailure('bad-input', { what: unreadable, fix: 'mend or remove it', fields: { registry: 'gcr.io' } }),
    )
    expect(String(failure)).not.toMatch(/c2Vj|"secret"/)
    expect(host.log.lines).toEqual([])
  })

  it('only warns of such a file where another place has a login, and not at all before it', async () => {
    const files = { 'auth.json': 'x', [DOCKER]: { auths: { 'gcr.io': entry('from docker') } } }
    const host = home({ files, env: { REGISTRY_AUTH_FILE: '~/auth.json' } })
    expect(passwordIn(await toPush(host))).toBe('from docker')
    expect(host.log.lines).toContainEqual(expect.stringContaining(unreadable))
    const given = home({ files: { [DOCKER]: 'x' } })
    expect(passwordIn(await toPush(given, inputs))).toBe('from inputs')
    expect(given.log.lines).toEqual(['secret: from inputs'])
  })

  it.each(['credHelpers', 'credsStore'])('fails where a helper of %s hangs', async key => {
    const config = key === 'credsStore' ? { credsStore: 'slow' } : { credHelpers: { 'gcr.io': 'slow' } }
    const host = home({ files: { [DOCKER]: config }, helpers: { slow: 'sleep 600 & wait' } })
    await expect(toPush(host, publish, 200)).rejects.toEqual(
      aFailure('bad-input', {
        what: 'docker-credential-slow gave no login for gcr.io: it did not answer within 0.2 s',
        fix: 'give registry-username and registry-password',
      }),
    )
    expect(passwordIn(await toPush(host, inputs, 200))).toBe('from inputs')
  })

  it('goes on without a login where a helper is missing or fails', async () => {
    const config = { credHelpers: { 'gcr.io': 'bad' }, credsStore: 'desktop' }
    const host = home({ files: { [DOCKER]: config }, helpers: { bad: 'exit 1' } })
    expect(await toPush(host)).toBeNull()
    expect(host.log.lines.filter(line => line.startsWith('warning: '))).toEqual([
      expect.stringContaining('exit code 1'),
    ])
  })
})

describe('readDockerConfig', () => {
  const inHome = (files: Home['files'] = {}) => {
    const { cwd } = home({ files })
    return (name: string, legacy = false) => readDockerConfig(path.join(cwd, name), legacy)
  }
  const auths = { 'ghcr.io': entry('p') }

  it('is nothing where there is no file, and where there cannot be one', async () => {
    const read = inHome({ 'a-file': 'text' })
    expect(await read('config.json')).toBeNull()
    expect(await read('a-file/config.json')).toBeNull()
  })

  it('is unreadable where there is something else', async () => {
    const read = inHome({ 'directory/config.json': { auths }, link: '' })
    expect(await read('directory')).toBe('unreadable')
    expect(await readDockerConfig('/dev/null', false)).toBe('unreadable')
    expect(await read('a'.repeat(300))).toBe('unreadable')
  })

  it('is read up to 1 MiB', async () => {
    const most = `${JSON.stringify({ auths })}${' '.repeat(1024 * 1024)}`.slice(0, 1024 * 1024)
    const read = inHome({ most, more: `${most} ` })
    expect(await read('most')).toMatchObject({ auths })
    expect(await read('more')).toBe('unreadable')
  })

  it('is the logins alone in the old format, and those below a name in the new', async () => {
    const read = inHome({ old: auths, new: { auths } })
    expect(await read('old', true)).toEqual({ auths, credHelpers: {} })
    expect(await read('old')).toEqual({ auths: {}, credHelpers: {} })
    expect(await read('new')).toEqual({ auths, credHelpers: {} })
  })
})

const configOf = (auths: unknown) => {
  const parsed = parseDockerConfig(JSON.stringify({ auths }))
  if (parsed === 'unreadable') throw new Error('unreadable')
  return parsed
}

describe('entryOf', () => {
  it.each<[key: string, registry: string, found: boolean]>([
    ['ghcr.io', 'ghcr.io', true],
    ['https://ghcr.io', 'ghcr.io', true],
    ['https://ghcr.io/v2/', 'ghcr.io', true],
    ['GHCR.io', 'ghcr.io', true],
    ['https://index.docker.io/v1/', 'index.docker.io', true],
    ['docker.io', 'index.docker.io', true],
    ['registry-1.docker.io', 'index.docker.io', true],
    ['ghcr.io', 'index.docker.io', false],
    ['docker.io', 'ghcr.io', false],
    ['localhost:5000', 'localhost:5000', true],
    ['localhost', 'localhost:5000', false],
    ['localhost:5001', 'localhost:5000', false],
    ['evil-ghcr.io', 'ghcr.io', false],
    ['ghcr.io.example', 'ghcr.io', false],
    ['https://example/ghcr.io', 'ghcr.io', false],
    ['ghcr.io/o/x', 'ghcr.io', false],
    ['__proto__', 'ghcr.io', false],
  ])('finds under %s for %s: %p', (key, registry, found) => {
    expect(entryOf(configOf({ [key]: entry('p') }), registry) !== null).toBe(found)
  })

  it('prefers the exact key', () => {
    const auths = { 'https://ghcr.io/v1/': entry('other'), 'ghcr.io': entry('exact') }
    expect(entryOf(configOf(auths), 'ghcr.io')).toMatchObject({ password: 'exact' })
  })

  it.each<[name: string, entry: object, kind: string | null]>([
    ['user and password', { username: 'u', password: 'p' }, 'password'],
    ['no user', { username: '', password: 'p' }, null],
    ['no password', { username: 'u' }, null],
    ['an empty password', { auth: base64('u:') }, null],
    ['an empty auth beside a password', { auth: '', username: 'u', password: 'p' }, 'password'],
    ['an identity token', { identitytoken: 't' }, 'identity-token'],
    ['a registry token', { registrytoken: 't', auth: base64('u:p') }, 'registry-token'],
    ['empty tokens', { identitytoken: '', registrytoken: '', auth: base64('u:p') }, 'password'],
    ['zeros at the end, as old docker wrote them', { auth: base64('u:p\0\0') }, 'password'],
  ])('of %s', (_name, entry, kind) => {
    const login = entryOf(configOf({ 'ghcr.io': entry }), 'ghcr.io')
    expect(login?.kind ?? null).toBe(kind)
    if (login?.kind === 'password') expect(login).toMatchObject({ username: 'u', password: 'p' })
  })

  it('skips an entry that it does not understand', () => {
    expect(entryOf(configOf({ a: 1, 'ghcr.io': { ...entry('p'), unknown: [] } }), 'ghcr.io')).not.toBeNull()
    expect(entryOf(configOf({ 'ghcr.io': { auth: 'no-colon' } }), 'ghcr.io')).toBeNull()
    expect(entryOf(configOf({ 'ghcr.io': {} }), 'ghcr.io')).toBeNull()
  })

  it('reads every user and password back, split at the first colon', () => {
    const username = fc.string({ minLength: 1, unit: 'grapheme' }).filter(name => !name.includes(':'))
    const password = fc.string({ minLength: 1, unit: 'grapheme' }).filter(text => !text.endsWith('\0'))
    fc.assert(
      fc.property(username, password, (username, password) => {
        const auth = base64(`${username}:${password}`)
        const login = { kind: 'password', username, password }
        expect(entryOf(configOf({ 'ghcr.io': { auth } }), 'ghcr.io')).toEqual(login)
        expect(entryOf(configOf({ 'ghcr.io': { username, password } }), 'ghcr.io')).toEqual(login)
      }),
    )
  })

  it('reads any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), text => {
        const config = parseDockerConfig(text)
        return config === 'unreadable' || entryOf(config, 'ghcr.io') === null
      }),
    )
  })
})
