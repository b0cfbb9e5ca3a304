import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { joinLinkerFlags } from '../../src/declare/linker-flags.ts'
import { type BuildRecord, rebuildInputs } from '../../src/declare/rebuild-inputs.ts'
import type { PlatformSpec } from '../../src/declare/spec.ts'
import { surroundings } from './surroundings.ts'

const RECORD: BuildRecord = {
  platform: { os: 'linux', architecture: 'arm64' },
  settings: {
    go: 'go1.26.8',
    packer: 'upx 4.2.4 --best --lzma',
    ldflags: '-s -w',
    buildTags: [],
    buildFlags: [],
    cgo: 'off',
    certificates: 'none',
    timezones: 'none',
    layerCompression: 'zstd',
  },
  inputs: {},
  config: {
    entrypoint: ['/usr/bin/api', 'serve it'],
    args: ['--port=80,81', '# no comment'],
    env: { A: '"x"', HOME: '/home/nonroot' },
    expose: ['80/tcp'],
    user: '5:6',
    workdir: '/w',
    stopSignal: 'SIGINT',
    healthcheck: { Test: ['CMD', '/usr/bin/api', 'a b'], Interval: 1_500_000_000, Retries: 2 },
  },
  base: null,
  programs: [{ path: '/usr/bin/api', main: 'example.com/x/cmd/api' }],
  vcs: false,
  goEnv: {},
  sbom: true,
}

function declared(record: BuildRecord, own: Given['values'] = {}): PlatformSpec {
  const given = rebuildInputs(record, own)
  if (!given.ok) throw new Error(given.problem)
  const spec = declareImage(given.value, surroundings())
  if (!spec.ok) throw new Error(JSON.stringify(spec.problems))
  return spec.spec.platforms[0]
}

describe('rebuildInputs', () => {
  it.each([
    [{ ldflags: '-s -w -o /home/me/.bashrc' }, '"-o"'],
    [{ ldflags: '-s -w -X a.b={{ -o /x }}' }, '"-o"'],
    [{ buildFlags: ['-gcflags=-cpuprofile=/x'] }, '"-gcflags=-cpuprofile=/x"'],
    [{ buildFlags: ['-debug-trace=/x'] }, '"-debug-trace=/x"'],
    [{ buildFlags: ['-toolexec=x'] }, '"-toolexec=x"'],
    [{ buildFlags: ['-o', '/etc/x'] }, '"-o"'],
    [{ ldflags: '-s -w -extld=./x' }, '"-extld=./x"'],
  ])('refuse flags that would write files: %j', (settings, flag) => {
    const given = rebuildInputs({ ...RECORD, settings: { ...RECORD.settings, ...settings } }, {})
    expect(given).toEqual({
      ok: false,
      problem: `was built with ${flag}, which can have a build write files or run programs`,
    })
  })

  it('ask for what the image says', () => {
    expect(declared(RECORD)).toMatchObject({
      platform: { os: 'linux', architecture: 'arm64' },
      source: {
        kind: 'main',
        mains: [{ path: 'example.com/x/cmd/api', name: 'api', directory: '/usr/bin' }],
      },
      go: { version: '1.26.8' },
      pack: { mode: 'auto', packer: 'upx', upxVersion: '4.2.4', upxArgs: ['--best', '--lzma'] },
      layerCompression: 'zstd',
      sbom: ['embedded'],
      publish: { push: false, references: [] },
      config: {
        entrypoint: ['/usr/bin/api', 'serve it'],
        args: ['--port=80,81', '# no comment'],
        env: { A: '"x"', HOME: '/home/nonroot' },
        expose: ['80/tcp'],
        user: { uid: 5, gid: 6 },
        workdir: '/w',
        stopSignal: 'SIGINT',
        healthcheck: { kind: 'command', words: ['/usr/bin/api', 'a b'], interval: 1.5e9, retries: 2 },
      },
    })
  })

  it('read a command without an entrypoint, NONE for a health check, and no packer', () => {
    const config = { ...RECORD.config, entrypoint: [], args: ['/x', '--y'], healthcheck: { Test: ['NONE'] } }
    const spec = declared(
      { ...RECORD, config, settings: { ...RECORD.settings, packer: null } },
      { 'upx-sha256': 'x' },
    )
    expect(spec).toMatchObject({
      pack: { mode: 'off' },
      config: { entrypoint: [], args: ['/x', '--y'], healthcheck: { kind: 'none' } },
    })
  })

  it('ask for the packer of Bantam, whatever zstd it had', () => {
    const settings = { ...RECORD.settings, packer: 'bantam 1 (zstd 1.5.99)' }
    expect(declared({ ...RECORD, settings })).toMatchObject({
      pack: { mode: 'auto', packer: 'bantam', upxVersion: null },
    })
  })

  it('give back any flags of the linker', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '{', '}', '.', ' ', '"', "'", '-', '=', '#', ',', '\uE000'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(field, { maxLength: 4 }), fc.boolean(), (values, isOneField) => {
        const fields = (value: string) => (isOneField ? [`-X=main.v=${value}`] : ['-X', `main.v=${value}`])
        const joined = joinLinkerFlags(values.flatMap(fields))
        fc.pre(joined.ok)
        const ldflags = joined.ok ? `-s -w ${joined.value}`.trim() : ''
        const { compile } = declared({ ...RECORD, settings: { ...RECORD.settings, ldflags } })
        expect(`-s -w ${compile.ldflags}`.trim()).toBe(ldflags)
      }),
    )
  })

  it('take recorded inputs, a base by its digest, and what Go says of its environment', () => {
    const digest = `sha256:${'a'.repeat(64)}`
    const spec = declared(
      {
        ...RECORD,
        base: { name: 'docker.io/library/alpine:3.22', digest },
        inputs: {
          'working-directory': 'service',
          main: ['./x'],
          files: ['a:/a'],
          env: { B: '1' },
          accounts: ['app:7'],
        },
        programs: null,
        goEnv: { GOEXPERIMENT: 'x' },
      },
      { 'build-env': 'GOPRIVATE=example.com', 'go-download-url': 'https://go.example' },
    )
    expect(spec).toMatchObject({
      base: { kind: 'image', name: 'docker.io/library/alpine:3.22', reference: { identifier: digest } },
      source: { mains: [{ path: './x' }] },
      files: [{ destination: '/a' }],
      go: { downloadUrl: 'https://go.example' },
      compile: { buildEnv: { GOPRIVATE: 'example.com', GOEXPERIMENT: 'x' } },
      config: { env: { B: '1' }, accounts: [{ name: 'app' }] },
    })
  })

  it('of a binary that was supplied need no Go', () => {
    const settings = { ...RECORD.settings, go: null, ldflags: null }
    const spec = declared({
      ...RECORD,
      settings,
      inputs: { 'working-directory': '.', binary: 'x' },
      programs: null,
    })
    expect(spec.source).toMatchObject({ kind: 'binary', name: 'x' })
  })

  it.each([
    { settings: { packer: 'upx' }, says: 'packer that this Bantam does not know' },
    { settings: { packer: 'upx 4.2.4;x --y' }, says: 'packer that this Bantam does not know' },
    { settings: { packer: 'bantam 2 (zstd 1.5.7)' }, says: 'packer that this Bantam does not know' },
    { settings: { packer: 'bantam 1 (zstd 1.5.7) --x' }, says: 'packer that this Bantam does not know' },
    { settings: { go: null }, says: 'does not say which Go' },
    { settings: { ldflags: null }, says: 'does not say which Go' },
  ])('are none for $settings', ({ settings, says }) => {
    const given = rebuildInputs({ ...RECORD, settings: { ...RECORD.settings, ...settings } }, {})
    expect(given).toMatchObject({ ok: false, problem: expect.stringContaining(says) })
  })

  it.each(['push', 'output', 'binaries', 'labels', 'registry-password', 'ldflags', '__proto__'] as const)(
    'are none where the image keeps %s',
    name => {
      const inputs = Object.fromEntries([[name, '{{.Env.HOME}}']])
      expect(rebuildInputs({ ...RECORD, inputs }, {})).toMatchObject({
        ok: false,
        problem: `keeps "${name}", which is no input that an image keeps`,
      })
    },
  )

  it.each<{ name: string; record: Partial<BuildRecord>; input: string }>([
    { name: 'words behind a tag', record: settings({ buildTags: ['x -toolexec=y'] }), input: 'build-tags' },
    { name: 'a Go that is a path', record: settings({ go: 'go../../x' }), input: 'go-version' },
    {
      name: 'a place for the output of UPX',
      record: settings({ packer: 'upx 4.2.4 -o/etc/x' }),
      input: 'upx-args',
    },
    {
      name: 'a variable that runs a program',
      record: { goEnv: { GOFLAGS: '-toolexec=x' } },
      input: 'build-env',
    },
  ])('are refused like any others: $name', ({ record, input }) => {
    const given = rebuildInputs({ ...RECORD, ...record }, {})
    if (!given.ok) throw new Error(given.problem)
    const spec = declareImage(given.value, surroundings())
    expect(spec.ok ? [] : spec.problems.map(problem => problem.input)).toContain(input)
  })
})

function settings(changes: Partial<BuildRecord['settings']>): Partial<BuildRecord> {
  return { settings: { ...RECORD.settings, ...changes } }
}
