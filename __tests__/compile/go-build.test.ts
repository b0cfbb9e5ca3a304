import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readExecutable } from '../../src/binary/executable.ts'
import { requireStatic } from '../../src/binary/static.ts'
import { findMains } from '../../src/compile/find-mains.ts'
import { compile } from '../../src/compile/go-build.ts'
import type { LinkedBinary } from '../../src/compile/linked-binary.ts'
import type { CompileSpec } from '../../src/declare/spec.ts'
import type { Environment } from '../../src/host/host.ts'
import type { GoToolchain } from '../../src/tools/go-toolchain.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { startTlsServer } from '../support/tls-server.ts'
import { describeWith, which } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures')
const AMD64 = { os: 'linux', architecture: 'amd64' }

interface Given {
  /** `path[=name]` */
  readonly mains?: readonly string[]
  readonly spec?: Partial<CompileSpec>
  readonly env?: Environment
  readonly go?: GoToolchain
  readonly cwd?: string
  readonly architecture?: string
  readonly output?: string
}

interface Built {
  readonly binaries: readonly LinkedBinary[]
  /** The command lines that ran. */
  readonly ran: readonly string[]
}

async function build(directory: string, given: Given = {}): Promise<Built> {
  const workingDirectory = path.resolve(FIXTURES, directory)
  const env = { ...process.env, ...given.env }
  const host = testHost({ cwd: given.cwd ?? workingDirectory, env })
  const go = given.go ?? goOnPath()
  const named = (given.mains ?? []).map(main => {
    const [where = '', name = null] = main.split('=')
    return { path: where, name }
  })
  const platform = { ...AMD64, architecture: given.architecture ?? 'amd64' }
  const context = { spec: compileSpec(given.spec), platform, workingDirectory }
  // What is wrong with the toolchain at hand is to be seen in the build, not before.
  const mains = await findMains(host, goOnPath(), named, context)
  const output = given.output ?? path.join(host.temporary, 'linked')
  const { binaries } = await compile(host, go, { ...context, mains, output })
  const ran = host.log.lines.flatMap(
    line => /^debug: run: (?<command>.*)$/.exec(line)?.groups?.['command'] ?? [],
  )
  return { binaries, ran }
}

/** Builds the only binary, and sees that it is static. */
async function buildOne(directory: string, given: Given = {}): Promise<string> {
  const { binaries } = await build(directory, given)
  expect(binaries).toHaveLength(1)
  const file = binaries[0]?.file ?? ''
  const bytes = readFileSync(file)
  requireStatic(
    readExecutable(bytes),
    bytes,
    file,
    { ...AMD64, architecture: given.architecture ?? 'amd64' },
    'compiled',
  )
  return file
}

function output(file: string): string {
  return execFileSync(file, { encoding: 'utf8' }).trim()
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** A copy of a fixture in a place of its own. */
function copy(fixture: string): string {
  const directory = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-copy-')), 'elsewhere')
  cpSync(path.join(FIXTURES, fixture), directory, { recursive: true })
  return directory
}

/** A go that sees the output on a file system of its own. */
function goOver(output: string, mount: string): GoToolchain {
  const command = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-go-')), 'go')
  const go = goOnPath()
  const script = `#!/bin/sh\nexec unshare -Urm sh -c '${mount} "$0" && exec "$@"' '${output}' '${go.command}' "$@"\n`
  writeFileSync(command, script)
  chmodSync(command, 0o755)
  return { ...go, command }
}

/** A module cache that holds nothing yet, and leave to fetch. */
function freshModules(): Environment {
  return {
    GOFLAGS: '-mod=mod -modcacherw',
    GOMODCACHE: mkdtempSync(path.join(tmpdir(), 'bantam-modules-')),
  }
}

describe('compile', () => {
  it.each([
    { name: 'a module', directory: 'go-single', mains: [], prints: 'single none plain' },
    {
      name: 'a package by its import path',
      directory: 'go-commands',
      mains: ['example.com/commands/cmd/api'],
      prints: 'hello from api',
    },
    {
      name: 'a workspace from its root',
      directory: 'go-workspace',
      mains: ['./service'],
      prints: 'workspace',
    },
    { name: 'a workspace from within', directory: 'go-workspace/service', mains: [], prints: 'workspace' },
    { name: 'vendored modules', directory: 'go-vendored', mains: [], prints: 'vendored' },
    {
      name: 'a replacement by a sibling folder',
      directory: 'go-replaced/service',
      mains: [],
      prints: 'replaced',
    },
  ])('builds $name into a static program that runs', async ({ directory, mains, prints }) => {
    expect(output(await buildOne(directory, { mains }))).toBe(prints)
  })

  it('says in the binary how it was built', async () => {
    const { buildInfo } = readExecutable(readFileSync(await buildOne('go-single')))
    expect(buildInfo?.path).toBe('example.com/single/v2')
    expect(buildInfo?.settings).toMatchObject({
      '-tags': 'netgo,osusergo',
      '-trimpath': 'true',
      CGO_ENABLED: '0',
      GOAMD64: 'v1',
    })
    expect(Object.keys(buildInfo?.settings ?? {}).filter(key => key.startsWith('vcs'))).toEqual([])
  })

  it('gives several mains in their order, from one process', async () => {
    const { binaries, ran } = await build('go-commands', { mains: ['./cmd/web', './cmd/api'] })
    expect(binaries.map(({ name, main, importPath }) => ({ name, main, importPath }))).toEqual([
      { name: 'web', main: './cmd/web', importPath: 'example.com/commands/cmd/web' },
      { name: 'api', main: './cmd/api', importPath: 'example.com/commands/cmd/api' },
    ])
    expect(binaries.map(({ file }) => output(file))).toEqual(['hello from web', 'hello from api'])
    expect(ran.filter(command => / build /.test(command))).toHaveLength(1)
    expect(ran.filter(command => / list /.test(command))).toHaveLength(1)
  })

  it('gives binaries the names that the user gave', async () => {
    const { binaries } = await build('go-commands', { mains: ['./cmd/web=site', './cmd/api'] })
    expect(binaries.map(({ file }) => path.basename(file))).toEqual(['site', 'api'])
    expect(binaries.map(({ file }) => output(file))).toEqual(['hello from web', 'hello from api'])
  })

  it('takes linker flags, build tags and GOFLAGS along', async () => {
    const spec = { ldflags: '-X main.version=v1.2.3', buildTags: ['other'] }
    const file = await buildOne('go-single', { spec, env: { GOFLAGS: '-tags=extra' } })
    expect(output(file)).toBe('single v1.2.3 extra')
  })

  it('builds for another platform', async () => {
    const { elf } = readExecutable(readFileSync(await buildOne('go-only', { architecture: 'arm64' })))
    expect(elf.architecture).toBe('arm64')
  })

  it('gives the same bytes in another folder, with another environment', async () => {
    const here = await buildOne('go-commands', { mains: ['./cmd/api'] })
    const environment = {
      GOAMD64: 'v3',
      GOROOT: '/opt/another-go',
      CGO_ENABLED: '1',
      GOTOOLCHAIN: 'auto',
      GOFLAGS: '-buildvcs=true',
    }
    const there = await buildOne(copy('go-commands'), { mains: ['./cmd/api=renamed'], env: environment })
    expect(digest(there)).toBe(digest(here))
  })
})

describe('compile, of what is wrong', () => {
  it("shows go's own words, and the places for annotations as seen from the run's directory", async () => {
    const failed = build('go-broken', { mains: ['./cmd/types'], cwd: FIXTURES })
    await expect(failed).rejects.toEqual(
      aFailure('compile', {
        fields: { main: './cmd/types', platform: 'linux/amd64' },
        why: 'go-broken/cmd/types/main.go:4:6: declared and not used: count',
        output: 'cmd/types/main.go:5:2: undefined: undefinedFunction',
      }),
    )
    const { locations } = await failed.then(
      () => ({ locations: [] }),
      (failure: { readonly locations: readonly unknown[] }) => failure,
    )
    expect(locations).toContainEqual({
      file: 'go-broken/cmd/types/main.go',
      line: 5,
      column: 2,
      message: 'undefined: undefinedFunction',
    })
  })

  it.each([
    { name: 'a syntax error', main: './cmd/syntax', says: 'cmd/syntax/main.go:3:12: syntax error' },
    {
      name: 'an import of nobody',
      main: './cmd/missing',
      says: 'cmd/missing/main.go:3:8: no required module provides package example.com/nowhere',
    },
    {
      name: 'two packages in one directory',
      main: './cmd/mixed',
      says: 'found packages main (a.go) and other (b.go)',
    },
    {
      name: 'a symbol that the linker lacks',
      main: './cmd/link',
      says: 'relocation target example.com/broken.nowhere not defined',
    },
  ])('says what is wrong: $name', async ({ main, says }) => {
    await expect(build('go-broken', { mains: [main] })).rejects.toEqual(
      aFailure('compile', { fields: { main }, why: says }),
    )
  })

  it('says that C has to be asked for', async () => {
    await expect(build('go-cgo')).rejects.toEqual(aFailure('compile', { fix: 'cgo: static' }))
  })

  it('says which Go a module asks for', async () => {
    const directory = copy('go-single')
    writeFileSync(path.join(directory, 'go.mod'), 'module example.com/single\n\ngo 1.99.0\n')
    await expect(build(directory)).rejects.toEqual(
      aFailure('toolchain', { why: 'asks for Go 1.99.0 or newer', fix: 'set go-version to that' }),
    )
  })

  it('refuses to run another program for every step', async () => {
    await expect(build('go-single', { env: { GOFLAGS: '-toolexec=/bin/echo' } })).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})

describeWith(['gcc'], 'compile of C', () => {
  it('links it statically, to the same bytes in another folder', async () => {
    const here = await buildOne('go-cgo', { spec: { cgo: 'static' } })
    expect(output(here)).toBe('cgo 42')
    const there = await buildOne(copy('go-cgo'), { spec: { cgo: 'static' } })
    expect(digest(there)).toBe(digest(here))
  }, 120_000)

  it('refuses it where it is dynamic, with the library and the way out', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-cgo-')), 'dynamic')
    execFileSync('go', ['build', '-trimpath', '-o', file, '.'], {
      cwd: path.join(FIXTURES, 'go-cgo'),
      env: { ...process.env, CGO_ENABLED: '1' },
    })
    const bytes = readFileSync(file)
    expect(() => requireStatic(readExecutable(bytes), bytes, 'dynamic', AMD64, 'compiled')).toThrow(
      aFailure('not-static', { fields: { file: 'dynamic' }, why: 'it needs libc.so.6', fix: 'cgo: static' }),
    )
  }, 120_000)

  it('names the compiler that is missing', async () => {
    const bin = mkdtempSync(path.join(tmpdir(), 'bantam-bin-'))
    symlinkSync(which('go') ?? '', path.join(bin, 'go'))
    await expect(
      build('go-cgo', { spec: { cgo: 'static' }, env: { PATH: bin, CC: undefined } }),
    ).rejects.toEqual(aFailure('missing-tool', { why: 'needs the C compiler gcc, which is not on PATH' }))
  })
})

describeWith(['unshare', 'mount'], 'compile where the disk fails it', () => {
  it.each([
    { name: 'full', mount: 'mount -t tmpfs -o size=64k none', says: 'no space left on device' },
    { name: 'read-only', mount: 'mount -t tmpfs -o ro none', says: 'read-only file system' },
  ])('says that it is $name', async ({ mount, says }) => {
    const output = mkdtempSync(path.join(tmpdir(), 'bantam-full-'))
    await expect(build('go-only', { output, go: goOver(output, mount) })).rejects.toEqual(
      aFailure('write', { why: says, output }),
    )
  })

  it('says that there is no place for the build cache', async () => {
    const nowhere = { HOME: undefined, XDG_CACHE_HOME: undefined, GOCACHE: undefined, GOPATH: '/tmp/none' }
    await expect(build('go-only', { env: nowhere })).rejects.toEqual(
      aFailure('write', { fix: 'set HOME or GOCACHE' }),
    )
  })

  it('says that the directory could not be made', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-file-')), 'file')
    writeFileSync(file, '')
    await expect(build('go-only', { output: path.join(file, 'linked') })).rejects.toMatchObject({
      code: 'write',
    })
  })
})

describeWith(['git', 'openssl'], 'compile with private modules', () => {
  const MODULE = 'private.test/team/secret.git'

  /** The module's git repository, and the folder that is `https://private.test/` to git. */
  function privateRepository(): {
    readonly root: string
    readonly git: (...args: readonly string[]) => Buffer
  } {
    const root = mkdtempSync(path.join(tmpdir(), 'bantam-private-'))
    const repository = path.join(root, 'team', 'secret.git')
    mkdirSync(repository, { recursive: true })
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
        cwd: repository,
        stdio: 'pipe',
      })
    writeFileSync(path.join(repository, 'go.mod'), `module ${MODULE}\n\ngo 1.21\n`)
    writeFileSync(path.join(repository, 'secret.go'), 'package secret\n\nconst Word = "private"\n')
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'first')
    git('tag', 'v1.0.0')
    return { root, git }
  }

  /** A service that needs the private module, with no go.sum yet. */
  function service(): string {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-service-'))
    writeFileSync(
      path.join(directory, 'go.mod'),
      `module example.com/service\n\ngo 1.21\n\nrequire ${MODULE} v1.0.0\n`,
    )
    const source = `package main\n\nimport (\n\t"fmt"\n\n\tsecret "${MODULE}"\n)\n\nfunc main() { fmt.Println(secret.Word) }\n`
    writeFileSync(path.join(directory, 'main.go'), source)
    return directory
  }

  it("fetches them through the user's own git settings", async () => {
    const settings = {
      GOPRIVATE: 'private.test',
      GOPROXY: 'off',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${privateRepository().root}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://private.test/',
    }
    const file = await buildOne(service(), { env: { ...freshModules(), ...settings } })
    expect(output(file)).toBe('private')
    const without = { ...freshModules(), ...settings, GIT_CONFIG_COUNT: '0' }
    await expect(build(service(), { env: without })).rejects.toMatchObject({
      code: 'compile',
      output: expect.stringContaining(MODULE),
    })
  })

  it("fetches them from a proxy that asks for the user's netrc", async () => {
    const { git } = privateRepository()
    const files: Readonly<Record<string, Buffer>> = {
      'v1.0.0.info': Buffer.from('{"Version":"v1.0.0"}'),
      'v1.0.0.mod': git('show', 'v1.0.0:go.mod'),
      'v1.0.0.zip': git('archive', '--format=zip', `--prefix=${MODULE}@v1.0.0/`, 'v1.0.0'),
    }
    await using server = await startTlsServer((request, response) => {
      const known =
        request.headers.authorization === `Basic ${Buffer.from('robot:s3cret').toString('base64')}`
      const file = files[path.basename(request.url ?? '')]
      response.writeHead(known ? (file === undefined ? 404 : 200) : 401).end(known ? file : '')
    })
    const netrc = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-netrc-')), 'netrc')
    // Go 1.24 and newer look for the host with its port, older ones without.
    const hosts = [new URL(server.url).host, '127.0.0.1']
    writeFileSync(netrc, hosts.map(host => `machine ${host} login robot password s3cret\n`).join(''))
    const settings = { GOPROXY: server.url, GONOSUMDB: 'private.test', SSL_CERT_FILE: server.root }
    const file = await buildOne(service(), { env: { ...freshModules(), ...settings, NETRC: netrc } })
    expect(output(file)).toBe('private')
    const without = { ...freshModules(), ...settings, NETRC: '/nonexistent' }
    await expect(build(service(), { env: without })).rejects.toMatchObject({
      output: expect.stringContaining('401 Unauthorized'),
    })
  })
})
