import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { INPUTS } from '../../src/declare/inputs.ts'
import { formatReference } from '../../src/declare/reference.ts'
import type { ImageSpec } from '../../src/declare/spec.ts'
import { COMMIT, surroundings } from './surroundings.ts'

function declared(values: Given['values'], around = surroundings()) {
  const result = declareImage({ surface: around.surface, values, problems: [] }, around)
  if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'))
  return result
}

const spec = (values: Given['values'], around = surroundings()): ImageSpec => declared(values, around).spec

const references = (values: Given['values'], around = surroundings()) =>
  spec(values, around).publish.references.map(formatReference)

function wrong(values: Given['values']): readonly string[] {
  const result = declareImage({ surface: 'terminal', values, problems: [] }, surroundings())
  return result.ok ? [] : result.problems.map(({ sentence }) => sentence)
}

describe('declareImage', () => {
  it('has a default for everything', () => {
    expect(spec({})).toMatchObject({
      name: null,
      workingDirectory: '/checkout/service',
      source: { kind: 'main', mains: [] },
      go: { version: null, versionFile: null, downloadUrl: null },
      pack: {
        mode: 'auto',
        upxVersion: null,
        upxSha256: null,
        upxArgs: ['--best', '--lzma'],
        upxDownloadUrl: null,
      },
      platform: { os: 'linux', architecture: 'amd64' },
      compile: { ldflags: '', buildTags: [], buildFlags: [], buildEnv: {}, buildVcs: false, cgo: 'off' },
      files: [],
      certificates: { roots: 'auto', extra: [] },
      timezones: 'auto',
      layerCompression: 'gzip',
      budget: { kind: 'undeclared' },
      onOverBudget: 'fail',
      smoke: null,
      publish: {
        push: false,
        references: [],
        load: false,
        output: null,
        credentials: null,
        githubToken: null,
      },
      created: 1_700_000_000,
    })
  })

  it('takes the defaults that the runner gives for what they are', () => {
    const values = Object.fromEntries(
      INPUTS.flatMap(({ name, default: usual }) =>
        usual === '' || name === 'github-token' ? [] : [[name, usual]],
      ),
    )
    const around = surroundings({ surface: 'action' })
    expect(spec(values, around)).toEqual(spec({}, around))
    expect(spec({ ...values, binary: 'bin/x' }, around).name).toBe('x')
    expect(spec({ ...values, pack: 'off' }, around).pack.mode).toBe('off')
  })

  it('makes every path absolute: what is read from the working directory on, what is written from where the command runs', () => {
    const { workingDirectory, source, go, files, certificates, publish } = spec({
      'working-directory': 'a/../b',
      binary: 'bin/x-{{.Os}}-{{.Arch}}',
      files: 'page.html:/page.html',
      certificates: 'ca.pem',
      'extra-certificates': 'one.pem, ../two.pem',
      output: 'out/x.tar',
    })
    expect(workingDirectory).toBe('/checkout/service/b')
    expect(source).toEqual({
      kind: 'binary',
      path: '/checkout/service/b/bin/x-linux-amd64',
      name: 'x-linux-amd64',
    })
    expect(go.versionFile).toBeNull()
    expect(files[0]?.source).toBe('/checkout/service/b/page.html')
    expect(certificates).toEqual({
      roots: { file: '/checkout/service/b/ca.pem' },
      extra: ['/checkout/service/b/one.pem', '/checkout/service/two.pem'],
    })
    expect(publish.output).toEqual({ kind: 'archive', path: '/checkout/service/out/x.tar' })
  })

  it('is named by its first binary, where that has a name', () => {
    expect(spec({ main: './a=api\n./b' }).name).toBe('api')
    expect(spec({ main: './a\n./b=b' }).name).toBeNull()
  })

  it('fills in linker flags, each value within its field', () => {
    const around = surroundings({ env: { MESSAGE: "it's fine" } }, { tag: 'v1.2.3' })
    const ldflags = `-X main.version={{.Version}} -X 'main.message={{.Env.MESSAGE}}'`
    expect(spec({ ldflags }, around).compile.ldflags).toBe(
      `-X main.version=1.2.3 -X "main.message=it's fine"`,
    )
  })

  it('reads the build', () => {
    const values = {
      'build-tags': 'a,b c\nd, a',
      'build-flags': '-v\n-gcflags "all=-l -N"',
      'build-env': 'GOPRIVATE=example.com\n# why\nGOFLAGS=-mod=vendor',
      'build-vcs': 'true',
      cgo: 'static',
    }
    expect(spec(values).compile).toEqual({
      ldflags: '',
      buildTags: ['a', 'b', 'c', 'd'],
      buildFlags: ['-v', '-gcflags', 'all=-l -N'],
      buildEnv: { GOPRIVATE: 'example.com', GOFLAGS: '-mod=vendor' },
      buildVcs: true,
      cgo: 'static',
    })
  })

  it('reads the config', () => {
    const { config } = spec({
      entrypoint: '/api serve',
      args: '--name "John Smith"',
      env: 'A=1, 2\nB=',
      expose: '8080, 53/udp, 8080',
      user: '1000',
      workdir: '/srv/',
      volumes: '/data\n/data/',
      'stop-signal': 'SIGINT',
    })
    expect(config).toMatchObject({
      entrypoint: ['/api', 'serve'],
      args: ['--name', 'John Smith'],
      env: { A: '1, 2', B: '' },
      expose: ['8080/tcp', '53/udp'],
      user: { uid: 1000, gid: 1000 },
      workdir: '/srv',
      volumes: ['/data'],
      stopSignal: 'SIGINT',
    })
  })

  it('reads the smoke test', () => {
    expect(spec({ 'smoke-args': '--version', 'smoke-env': 'A=1' }).smoke).toEqual({
      args: ['--version'],
      http: null,
      env: { A: '1' },
    })
    expect(spec({ 'smoke-http': '8080/healthz' }).smoke).toEqual({
      args: null,
      http: { port: 8080, path: '/healthz' },
      env: {},
    })
  })

  it('writes the report where the runner has room for it', () => {
    const around = surroundings({ surface: 'action', env: { RUNNER_TEMP: '/runner/temp' } })
    expect(declared({}, around).run).toEqual({
      report: '/runner/temp/bantam.json',
      cache: true,
      branch: null,
      summary: true,
      comment: null,
    })
    expect(declared({ report: 'x.json', cache: 'false' }, around).run).toMatchObject({
      report: '/checkout/service/x.json',
      cache: false,
    })
    expect(declared({}).run.report).toBeNull()
  })

  it('keeps the weigh-in of a branch that is pushed to, and of no pull request', () => {
    const base = { commit: { status: 'none', why: '' }, branch: 'main' } as const
    const branchOf = (event: string) =>
      declared({}, surroundings({ surface: 'action', event, base })).run.branch
    expect(['push', 'pull_request', 'schedule'].map(branchOf)).toEqual(['main', null, null])
  })
})

describe('labels', () => {
  const tagged = surroundings({}, { tag: 'v1.2.3', source: 'https://me:s3cret@example.com/o/service' })
  const usual = {
    'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
    'org.opencontainers.image.revision': COMMIT,
    'org.opencontainers.image.source': 'https://example.com/o/service',
    'org.opencontainers.image.title': 'service',
    'org.opencontainers.image.version': '1.2.3',
  }

  it('say where the image comes from, without a password', () => {
    expect(spec({}, tagged).config.labels).toEqual(usual)
    expect(spec({}, tagged).config.annotations).toEqual(usual)
  })

  it('of the user win, and are filled in', () => {
    const labels = 'org.opencontainers.image.title=Mine {{.Version}}\na=b=c'
    expect(spec({ labels }, tagged).config.labels).toEqual({
      ...usual,
      'org.opencontainers.image.title': 'Mine 1.2.3',
      a: 'b=c',
    })
  })

  it('take what docker/metadata-action writes as annotations', () => {
    const { annotations } = spec({ annotations: 'manifest:a.b=c' }, tagged).config
    expect(annotations).toMatchObject({ 'a.b': 'c' })
  })

  it('claim nothing that git does not know', () => {
    const around = surroundings({}, { commit: null, committedAt: null, source: null, branch: null })
    expect(spec({}, around).config.labels).toEqual({})
    expect(spec({ main: '.=api' }, around).config.labels).toEqual({ 'org.opencontainers.image.title': 'api' })
    expect(spec({}, around).created).toBeNull()
  })

  it('have the time of SOURCE_DATE_EPOCH, where it is set', () => {
    const around = surroundings({ env: { SOURCE_DATE_EPOCH: '0' } })
    expect(spec({}, around).created).toBe(0)
    expect(spec({}, around).config.labels).toMatchObject({
      'org.opencontainers.image.created': '1970-01-01T00:00:00Z',
    })
  })
})

describe('references', () => {
  it.each([
    ['a pull request', surroundings({ pullRequest: 7 }, { branch: 'feat/x', tag: 'v1' }), 'pr-7'],
    ['a git tag', surroundings({}, { tag: 'release/1.0+x' }), 'release-1.0-x'],
    ['a branch', surroundings({}, { branch: 'feat/x' }), 'feat-x'],
    ['nothing', surroundings({}, { branch: null }), 'latest'],
    ['a name that leaves nothing', surroundings({}, { branch: '日本' }), 'latest'],
  ])('are tagged by %s', (_, around, tag) => {
    expect(references({ image: 'ghcr.io/O/R' }, around)).toEqual([`ghcr.io/o/r:${tag}`])
  })

  it('are every repository with every tag, once', () => {
    expect(references({ image: 'ghcr.io/o/r, o/r, docker.io/o/r', tags: 'v1\nlatest\nv1' })).toEqual([
      'ghcr.io/o/r:v1',
      'ghcr.io/o/r:latest',
      'docker.io/o/r:v1',
      'docker.io/o/r:latest',
    ])
  })

  it('may be written out, as docker/metadata-action does', () => {
    const tags = 'ghcr.io/o/r:main\nghcr.io/o/r:sha-1'
    expect(references({ image: 'ghcr.io/o/r', tags })).toEqual(['ghcr.io/o/r:main', 'ghcr.io/o/r:sha-1'])
    expect(references({ tags })).toEqual(['ghcr.io/o/r:main', 'ghcr.io/o/r:sha-1'])
    expect(spec({ tags, push: 'true' }).publish.push).toBe(true)
  })

  it('may have templates in their tags', () => {
    expect(references({ image: 'o/r', tags: 'sha-{{.ShortCommit}}' })).toEqual(['docker.io/o/r:sha-0123456'])
  })

  it('are published on a push, and not on a pull request', () => {
    const on = (event: string) =>
      spec({ image: 'o/r' }, surroundings({ surface: 'action', event })).publish.push
    expect([on('push'), on('pull_request'), on('merge_group')]).toEqual([true, false, false])
    expect(spec({}, surroundings({ surface: 'action', event: 'push' })).publish.push).toBe(false)
  })
})

describe('places in the image', () => {
  it.each([
    [{ main: '.=api', files: 'a:/api/x' }, 'goes below the binary /api'],
    [{ main: '.=api', workdir: '/api' }, 'is where the binary lies'],
    [{ binary: 'bin/x', volumes: '/x' }, 'is where the binary lies'],
    [{ files: 'a:/etc/passwd' }, 'goes where'],
  ])('are not taken twice: %j', (values, because) => {
    expect(wrong(values)).toEqual([expect.stringContaining(because)])
  })

  it('of certificates are free when there are none', () => {
    expect(wrong({ certificates: 'none', files: 'ca.pem:/etc/ssl/certs/ca-certificates.crt' })).toEqual([])
  })
})

it('never throws, whatever is given', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'auto',
      'none',
      'off',
      'true',
      '8080',
      '/a',
      'a:/a',
      'A=1',
      '5MB',
      '{{.Tag}}',
      "'",
      'a\nb',
      'o/r:v1',
    ),
  )
  const values = fc.dictionary(fc.constantFrom(...INPUTS.map(({ name }) => name)), text)
  fc.assert(
    fc.property(values, fc.constantFrom('action', 'terminal'), (values, surface) => {
      const result = declareImage({ surface, values, problems: [] }, surroundings({ surface }))
      if (!result.ok) for (const { sentence } of result.problems) expect(sentence).toMatch(/^[^\n]*[.?!]$/)
    }),
    { numRuns: 500 },
  )
})
