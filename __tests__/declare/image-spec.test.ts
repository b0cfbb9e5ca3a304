import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Given } from '../../src/declare/given.ts'
import { givenInputs } from '../../src/declare/action-inputs.ts'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { INPUTS } from '../../src/declare/inputs.ts'
import { formatReference } from '../../src/declare/reference.ts'
import type { PlatformSpec } from '../../src/declare/spec.ts'
import { COMMIT, surroundings } from './surroundings.ts'

function declared(values: Given['values'], around = surroundings()) {
  const result = declareImage({ surface: around.surface, values, problems: [] }, around)
  if (!result.ok) throw new Error(sentencesOf(result.problems).join('\n'))
  return result
}

const spec = (values: Given['values'], around = surroundings()): PlatformSpec =>
  declared(values, around).spec.platforms[0]

const references = (values: Given['values'], around = surroundings()) =>
  spec(values, around).publish.references.map(formatReference)

function wrong(values: Given['values']): readonly string[] {
  const result = declareImage({ surface: 'terminal', values, problems: [] }, surroundings())
  return result.ok ? [] : sentencesOf(result.problems)
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
      othersCode: false,
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

  it('reads modes and owners of directories, in either place where one is both', () => {
    const { config } = spec({ workdir: '/app:2775', volumes: '/data:0775:65532:0\n/app\n/cache' })
    expect(config).toMatchObject({
      workdir: '/app',
      volumes: ['/data', '/app', '/cache'],
      directories: [
        { path: '/app', mode: 0o2775, owner: null },
        { path: '/data', mode: 0o775, owner: { uid: 65532, gid: 0 } },
      ],
    })
    expect(wrong({ workdir: '/app:0775', volumes: '/app:0700' })).toEqual([
      expect.stringContaining('has two modes or owners'),
    ])
  })

  it.each(['$APP serve', '{{.Env.APP}}', '["", "serve"]'])('refuses the entrypoint %s', entrypoint => {
    expect(wrong({ entrypoint, env: 'APP=/api' })).toEqual([
      expect.stringContaining('write a path such as /api'),
    ])
  })

  it('takes an entrypoint by its name where a runtime may find it in PATH', () => {
    expect(spec({ entrypoint: 'api serve', env: 'PATH=/' }).config.entrypoint).toEqual(['api', 'serve'])
    expect(spec({ entrypoint: 'sh', files: 'busybox:/bin/sh:0755' }).config.entrypoint).toEqual(['sh'])
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
      sboms: [],
      cache: true,
      branch: null,
      summary: true,
      pushReason: expect.any(Array),
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

  it('have the last value of a key that is there twice, as what docker/metadata-action writes may be followed', () => {
    const { config } = spec({ labels: 'a=1\nb=2\na=3', annotations: 'manifest:x=1\nx=2' })
    expect(config.labels).toMatchObject({ a: '3', b: '2' })
    expect(config.annotations).toMatchObject({ x: '2' })
    expect(wrong({ env: 'A=1\nA=2' })).toEqual(['--env "A" is given twice; write it once.'])
  })

  it('may replace a value that cannot be filled in', () => {
    const labels = 'about=renders {{mustache}}\nabout=renders {{"{{"}}mustache}}'
    expect(spec({ labels }).config.labels).toMatchObject({ about: 'renders {{mustache}}' })
    expect(wrong({ labels: 'about=x\nabout={{mustache}}' })).toHaveLength(1)
  })

  it('may be written as a map', () => {
    const { labels, env } = spec(
      { labels: 'org.opencontainers.image.title: My {{.Version}}\nb: "c, d"', env: 'TZ: UTC\nA: ""' },
      tagged,
    ).config
    expect(labels).toMatchObject({ 'org.opencontainers.image.title': 'My 1.2.3', b: 'c, d' })
    expect(env).toEqual({ TZ: 'UTC', A: '' })
  })

  it('are followed by the annotations, so that an image says one thing', () => {
    const labels =
      'org.opencontainers.image.created=2020-01-01T00:00:00Z\norg.opencontainers.image.vendor=Acme\nmine=1'
    const of = (annotations: string) => spec({ labels, annotations }, tagged).config
    expect(of('').annotations).toEqual({
      ...usual,
      'org.opencontainers.image.created': '2020-01-01T00:00:00Z',
      'org.opencontainers.image.vendor': 'Acme',
    })
    expect(of('org.opencontainers.image.vendor=Other').annotations).toMatchObject({
      'org.opencontainers.image.created': '2020-01-01T00:00:00Z',
      'org.opencontainers.image.vendor': 'Other',
    })
  })

  it('may hold braces that are no template, by Go’s way of writing them or a variable', () => {
    const around = surroundings({ env: { ABOUT: 'renders {{mustache}}' } })
    const labels = 'a={{"{{"}}x}}\nb={{`{{ .Values.x }}`}}\nc={{.Env.ABOUT}}'
    expect(spec({ labels }, around).config.labels).toMatchObject({
      a: '{{x}}',
      b: '{{ .Values.x }}',
      c: 'renders {{mustache}}',
    })
  })

  it('are numbered as the user’s lines are, comments and empty lines included', () => {
    const text = '\n# about\n\na=1\nnot a label'
    const env = { INPUT_LABELS: text, INPUT_ENV: text }
    const result = declareImage(givenInputs(env), surroundings({ surface: 'action' }))
    expect(result.ok ? [] : sentencesOf(result.problems, 'action')).toEqual([
      'env, line 5, has no "="; write name=value.',
      'labels "not a label" has no "="; write name=value.',
    ])
  })

  it('take what docker/metadata-action writes as annotations', () => {
    const { annotations } = spec({ annotations: 'manifest:a.b=c\nmanifest,index:d.e=f' }, tagged).config
    expect(annotations).toMatchObject({ 'a.b': 'c', 'd.e': 'f' })
    expect(Object.keys(annotations).filter(key => key.includes(':'))).toEqual([])
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

  it('are made of a template’s values as the default tag is, and what was written out is refused', () => {
    const on = surroundings({}, { branch: 'feat/x', tag: 'v1.2.3+b5' })
    expect(
      references({ image: 'o/R', tags: '{{.Branch}}, {{.Version}}, docker.io/O/r:{{.Tag}}' }, on),
    ).toEqual(['docker.io/o/r:feat-x', 'docker.io/o/r:1.2.3-b5', 'docker.io/o/r:v1.2.3-b5'])
    expect(wrong({ image: 'o/r', tags: 'v1+x' })).toEqual([expect.stringContaining('write v1-x')])
    expect(wrong({ image: 'o/r', tags: 'x'.repeat(129) })).toEqual([
      expect.stringContaining('write a shorter'),
    ])
    expect(wrong({ image: 'o/r', tags: 'feat/x' })).toEqual([
      expect.stringContaining('write feat-x, or feat/x:latest if it is a repository'),
    ])
    expect(wrong({ image: 'o/r', tags: ':latest' })).toEqual([expect.stringContaining('write latest')])
    const rules = 'type=ref,event=branch\ntype=semver,pattern={{version}}'
    expect(wrong({ image: 'o/r', tags: rules })).toEqual([
      '--tags "type=ref" is a rule of docker/metadata-action, not a tag; write one such as {{.Version}}.',
    ])
  })

  it('of a run on a branch never have the tag that its commit carries too', () => {
    const on = surroundings({}, { ref: 'refs/heads/main', tag: null })
    expect(references({ image: 'o/r' }, on)).toEqual(['docker.io/o/r:main'])
    expect(references({ image: 'o/r', tags: '{{.Version}}' }, on)).toEqual(['docker.io/o/r:0123456'])
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
    [{ main: '.=api', workdir: '/api' }, 'is the place of the binary'],
    [{ binary: 'bin/x', volumes: '/x' }, 'is the place of the binary'],
    [{ files: 'a:/etc/passwd' }, 'has the same place as'],
  ])('are not taken twice: %j', (values, because) => {
    expect(wrong(values)).toEqual([expect.stringContaining(because)])
  })

  it('of certificates are free when there are none', () => {
    expect(wrong({ certificates: 'none', files: 'ca.pem:/etc/ssl/certs/ca-certificates.crt' })).toEqual([])
  })
})

describe('lists', () => {
  it.each([
    ['serve "--name=a b"'],
    ['["serve", "--name=a b"]'],
    ['[\n  "serve",\n  "--name=a b"\n]'],
    ["[serve, '--name=a b']"],
    ['- serve\n- --name=a b'],
    ['- "serve"\n# why\n- \'--name=a b\''],
  ])('of words may be written %j', text => {
    const words = ['serve', '--name=a b']
    const { config, smoke, compile, pack } = spec({
      entrypoint: text.replace('serve', '/serve'),
      args: text,
      'smoke-args': text,
      'build-flags': text.replace('serve', '-v'),
      'upx-args': text.replace('serve', '--best'),
    })
    expect(config.entrypoint).toEqual(['/serve', '--name=a b'])
    expect([config.args, smoke?.args]).toEqual([words, words])
    expect(compile.buildFlags).toEqual(['-v', '--name=a b'])
    expect(pack.upxArgs).toEqual(['--best', '--name=a b'])
  })

  it('of linker flags are fields of Go’s, or values that stand alone', () => {
    const expected = `-X main.a=1 -X 'main.b=c d'`
    expect(spec({ ldflags: '- -X main.a=1\n- "-X \'main.b=c d\'"' }).compile.ldflags).toBe(expected)
    expect(spec({ ldflags: '["-X", "main.a=1", "-X", "main.b=c d"]' }).compile.ldflags).toBe(expected)
    expect(spec({ ldflags: '- -X main.v={{.ShortCommit}}' }).compile.ldflags).toBe('-X main.v=0123456')
  })

  it.each([['[one, two]'], ['["one", "two"]'], ['- one\n- two']])(
    'of every input may be written %j',
    text => {
      const as = (one: string, two: string) => text.replace('one', one).replace('two', two)
      const read = spec({
        main: as('./cmd/a', './cmd/b'),
        platforms: '["linux/arm64"]',
        'build-tags': as('a', 'b'),
        'build-env': as('A=1', 'B=2=3'),
        env: as('A=1', 'B=2=3'),
        expose: as('8080', '53/udp'),
        volumes: as('/a', '/b'),
        files: as('x:/x', 'y:/y'),
        'extra-certificates': as('a.pem', 'b.pem'),
        labels: as('a=1', 'b={{.ShortCommit}}'),
        annotations: as('manifest:a=1', 'manifest:b=2'),
        budget: as('image: 3MB', 'binary: +2%'),
        image: as('ghcr.io/O/a', 'o/b'),
        tags: as('v1', 'x-{{.Branch}}'),
        'smoke-env': as('A=1', 'B=2'),
        'smoke-http': '8080/',
      })
      expect(read.source).toMatchObject({ mains: [{ path: './cmd/a' }, { path: './cmd/b' }] })
      expect(read.platform.architecture).toBe('arm64')
      expect(read.compile).toMatchObject({ buildTags: ['a', 'b'], buildEnv: { A: '1', B: '2=3' } })
      expect(read.config).toMatchObject({
        env: { A: '1', B: '2=3' },
        expose: ['8080/tcp', '53/udp'],
        labels: { a: '1', b: '0123456' },
        annotations: { a: '1', b: '2' },
      })
      expect(read.files.map(({ destination }) => destination)).toEqual(['/x', '/y'])
      expect(read.certificates.extra.map(file => file.slice(-5))).toEqual(['a.pem', 'b.pem'])
      expect(read.budget).toMatchObject({
        limits: [{ subject: { kind: 'image' } }, { subject: { kind: 'binary' } }],
      })
      expect(read.publish.references.map(formatReference)).toEqual([
        'ghcr.io/o/a:v1',
        'ghcr.io/o/a:x-main',
        'docker.io/o/b:v1',
        'docker.io/o/b:x-main',
      ])
      expect(read.smoke?.env).toEqual({ A: '1', B: '2' })
    },
  )

  it('of a repeated flag are each read by themselves', () => {
    const argv = ['build', '--args', 'serve', '--args', '["--a b"]', '--env', 'A=1', '--env={"B": "2"}']
    const command = parseCommandLine([...argv, '--tags', '[v1, v2]', '--tags', 'v3'])
    if (!command.ok || command.value.kind !== 'build') throw new Error('it is a build')
    const result = declareImage({ ...command.value.given }, surroundings())
    expect(result).toMatchObject({
      ok: true,
      spec: { platforms: [{ config: { args: ['serve', '--a b'], env: { A: '1', B: '2' } } }] },
    })
  })

  it('of names and values may be maps', () => {
    expect(spec({ env: '{"A": "1", "B": "x=y, z"}' }).config.env).toEqual({ A: '1', B: 'x=y, z' })
    expect(spec({ labels: '{"a": "{{.ShortCommit}}"}' }).config.labels).toMatchObject({ a: '0123456' })
  })

  it('that are empty are nothing, and asked for', () => {
    expect(spec({ args: '[]' }).config.args).toEqual([])
    expect(spec({ 'smoke-args': '[]' }).smoke).toMatchObject({ args: [] })
  })

  it.each([
    [{ args: '["serve", ["x"]]' }, 'has a list within its list'],
    [{ args: '- serve: x' }, 'quote the item'],
    [{ args: '["serve", "--x"' }, 'has a [ that is never closed'],
    [{ tags: '- v1\nlatest', image: 'o/r' }, 'mixes "- item" lines with others'],
  ])('that cannot be read are refused: %j', (values, because) => {
    expect(wrong(values)).toEqual([expect.stringContaining(because)])
  })

  it('that cannot be read show nothing of a variable', () => {
    expect(wrong({ env: '["TOKEN=hunter2", ["x"]]' })).toEqual([
      '--env has a list within its list; write one list of words.',
    ])
    expect(wrong({ env: '- TOKEN=hunter2\nhunter3' }).join()).not.toContain('hunter')
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
      '["a", b]',
      '- a\n- A=1',
      '{A: b}',
    ),
  )
  const values = fc.dictionary(fc.constantFrom(...INPUTS.map(({ name }) => name)), text)
  fc.assert(
    fc.property(values, fc.constantFrom('action', 'terminal'), (values, surface) => {
      const result = declareImage({ surface, values, problems: [] }, surroundings({ surface }))
      if (!result.ok)
        for (const sentence of sentencesOf(result.problems, surface))
          expect(sentence).toMatch(/^[^\n]*[.?!]$/)
    }),
    { numRuns: 500 },
  )
})
