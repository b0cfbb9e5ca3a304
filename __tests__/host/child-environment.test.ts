import { describe, expect, it } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { goEnvironment } from '../../src/compile/go-environment.ts'
import { compile } from '../../src/compile/go-build.ts'
import { findGoCaches } from '../../src/github/go-caches.ts'
import { extract } from '../../src/host/archive.ts'
import { childEnvironment } from '../../src/host/child-environment.ts'
import { askGit } from '../../src/host/git.ts'
import type { Host } from '../../src/host/host.ts'
import { mayAskAsRoot } from '../../src/isolation/as-root.ts'
import { loadIntoDaemon } from '../../src/output/daemon.ts'
import { unpack } from '../../src/pack/upx-unpack.ts'
import { upxPacker } from '../../src/pack/upx.ts'
import { askHelper } from '../../src/registry/credential-helper.ts'
import { listThroughModuleProxy } from '../../src/toolchain/go-module-proxy.ts'
import { goOnPath, type InstalledGo } from '../../src/toolchain/go-on-path.ts'
import { imageSet } from '../../src/image/image-set.ts'
import { resolveUpx } from '../../src/toolchain/resolve-upx.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { image } from '../support/images.ts'

/** What must reach no child, or only the one that needs it. */
const SECRETS = {
  INPUT_REGISTRY_PASSWORD: 's',
  'INPUT_GITHUB-TOKEN': 's',
  GITHUB_TOKEN: 's',
  GH_TOKEN: 's',
  ACTIONS_RUNTIME_TOKEN: 's',
  ACTIONS_RUNTIME_URL: 's',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's',
  ACTIONS_ID_TOKEN_REQUEST_URL: 's',
  ACTIONS_CACHE_URL: 's',
  ACTIONS_RESULTS_URL: 's',
  STATE_x: 's',
  GITHUB_ENV: 's',
  GITHUB_PATH: 's',
  GITHUB_OUTPUT: 's',
  DOCKER_AUTH_CONFIG: 's',
  NPM_TOKEN: 's',
  NODE_OPTIONS: '--no-warnings',
  LD_PRELOAD: '',
  UPX: '--brute',
  XZ_OPT: '-9',
  XZ_DEFAULTS: '-9',
  BASH_ENV: '/x',
  ENV: '/x',
  GOOGLE_API_KEY: 's',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_SESSION_TOKEN: 's',
  GOOGLE_APPLICATION_CREDENTIALS: '/keys.json',
  AZURE_CLIENT_SECRET: 's',
}

const USERS = {
  HOME: '/home/someone',
  USER: 'someone',
  LANG: 'C.UTF-8',
  TZ: 'Europe/Berlin',
  XDG_CACHE_HOME: '/home/someone/.cache',
  XDG_CONFIG_HOME: 'relative',
  XDG_RUNTIME_DIR: '/run/user/1',
  HTTPS_PROXY: 'http://proxy.example',
  NO_PROXY: 'localhost',
  SSL_CERT_FILE: '/ca.pem',
  SSH_AUTH_SOCK: '/agent',
  GIT_SSH_COMMAND: 'ssh -i /key',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'http.proxy',
  GIT_CONFIG_VALUE_0: 'http://proxy.example',
  GIT_CONFIG_GLOBAL: 'relative',
  GIT_ASKPASS: '/askpass',
  GIT_DIR: '/elsewhere/.git',
  GIT_WORK_TREE: '/elsewhere',
  GIT_INDEX_FILE: '/elsewhere/index',
  GIT_OBJECT_DIRECTORY: '/elsewhere/objects',
  GIT_EXTERNAL_DIFF: '/x',
  GIT_EXEC_PATH: '/x',
  GOPRIVATE: 'git.corp',
  GOPROXY: 'https://user:password@proxy.example',
  GOFLAGS: '-mod=mod',
  NETRC: '/netrc',
  DOCKER_HOST: 'tcp://127.0.0.1:1',
  DOCKER_CONFIG: '/docker',
  CONTAINER_HOST: 'tcp://127.0.0.1:1',
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/bus',
}

/** A host whose PATH begins with programs that only record the names in their environment. */
function recordingHost(...programs: readonly string[]) {
  const host = testHost()
  const bin = path.join(host.cwd, 'bin')
  mkdirSync(bin)
  for (const program of programs) {
    const file = path.join(bin, program)
    // The shell's own variables are not in what the kernel kept from the exec.
    writeFileSync(
      file,
      `#!/bin/sh\n/usr/bin/tr '\\0' '\\n' < /proc/$$/environ > ${path.join(host.cwd, program)}.env\nexit 1\n`,
    )
    chmodSync(file, 0o755)
  }
  const env = { ...USERS, ...SECRETS, PATH: `:.:bin:${bin}` }
  const got = (program: string): readonly string[] => {
    const file = path.join(host.cwd, `${program}.env`)
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : ['(not started)']
    return lines
      .filter(line => line !== '')
      .map(line => line.replace(/=.*/s, ''))
      .sort()
  }
  return { host: { ...host, env }, bin, got }
}

const GO: InstalledGo = { version: 'go1.26.8', semver: '1.26.8', command: '', goroot: '', modcache: '' }
const AMD64 = { os: 'linux', architecture: 'amd64' }
const SHIPPED = { name: 'x', bytes: Buffer.from('x'), packed: false }
const UPX = { version: '4.2.4', sha256: '0'.repeat(64), source: 'PATH' } as const

const NETWORK = 'HTTPS_PROXY NO_PROXY SSL_CERT_FILE'
const GIT = `PATH HOME USER LANG TMPDIR ${NETWORK} SSH_AUTH_SOCK GIT_SSH_COMMAND GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0`
const GO_NAMES = `${GIT} GIT_ASKPASS GOFLAGS GOPRIVATE GOPROXY NETRC XDG_CACHE_HOME GOTOOLCHAIN`
const DESKTOP = 'DBUS_SESSION_BUS_ADDRESS XDG_CACHE_HOME XDG_RUNTIME_DIR'
const CONTAINERS = `PATH HOME USER LANG TMPDIR ${NETWORK} ${DESKTOP} SSH_AUTH_SOCK`

interface Child {
  readonly name: string
  readonly program: string
  readonly start: (host: Host, bin: string) => Promise<unknown>
  readonly gets: string
}

const CHILDREN: readonly Child[] = [
  {
    name: 'git',
    program: 'git',
    start: host => askGit(host, gitRepository().directory, 'rev-parse', 'HEAD'),
    gets: `${GIT} GIT_TERMINAL_PROMPT GIT_ASKPASS GIT_CEILING_DIRECTORIES LC_ALL`,
  },
  {
    name: 'go, asked for its version',
    program: 'go',
    start: host => goOnPath(host, host.cwd),
    gets: GO_NAMES,
  },
  {
    name: 'go, asked for toolchains',
    program: 'go',
    start: (host, bin) => listThroughModuleProxy(host, { ...GO, command: path.join(bin, 'go') }),
    gets: `${GO_NAMES} GOWORK`,
  },
  {
    name: 'go, asked for its caches',
    program: 'go',
    start: (host, bin) =>
      findGoCaches(host, path.join(bin, 'go'), compileSpec({ buildEnv: { NAMED: 'x' } }), host.cwd),
    gets: `${GO_NAMES} NAMED`,
  },
  {
    name: 'go, compiling',
    program: 'go',
    start: (host, bin) =>
      compile(
        host,
        { ...GO, command: path.join(bin, 'go'), source: 'PATH', why: '' },
        {
          mains: [{ path: '.', importPath: 'x', name: 'x', directory: undefined }],
          output: path.join(host.cwd, 'out'),
          spec: compileSpec({ buildEnv: { NAMED: 'x' } }),
          platform: AMD64,
          workingDirectory: host.cwd,
        },
      ),
    gets: `${GO_NAMES} NAMED GOOS GOARCH GOAMD64 CGO_ENABLED`,
  },
  {
    name: 'upx, asked for its version',
    program: 'upx',
    start: host =>
      resolveUpx(host, {
        mode: 'auto',
        packer: 'upx',
        upxVersion: '9.9.9',
        upxSha256: null,
        upxArgs: [],
        upxDownloadUrl: null,
      }),
    gets: 'PATH',
  },
  {
    name: 'upx, packing',
    program: 'upx',
    start: (host, bin) => {
      const linked = path.join(host.cwd, 'linked')
      writeFileSync(linked, '', { mode: 0o755 })
      const upx = { ...UPX, command: path.join(bin, 'upx') }
      return upxPacker(host, upx).pack(linked, path.join(host.cwd, 'packed'), AMD64)
    },
    gets: 'GLIBC_TUNABLES PATH',
  },
  {
    name: 'upx, unpacking',
    program: 'upx',
    start: (host, bin) => unpack(host, { ...UPX, command: path.join(bin, 'upx') }, { bytes: packed() }),
    // The shell that limits it adds the latter.
    gets: 'PATH PWD',
  },
  {
    name: 'xz',
    program: 'xz',
    start: host => {
      const archive = path.join(host.cwd, 'archive.tar.xz')
      writeFileSync(archive, Buffer.from('fd377a585a000000', 'hex'))
      return extract(host, archive, path.join(host.cwd, 'out'), { strip: false })
    },
    gets: 'PATH',
  },
  {
    name: 'docker',
    program: 'docker',
    start: async host => loadIntoDaemon(host, imageSet([await image(SHIPPED)]), ['x:latest']),
    gets: `${CONTAINERS} DOCKER_CONFIG DOCKER_HOST`,
  },
  {
    name: 'podman',
    program: 'podman',
    start: async host => loadIntoDaemon(host, imageSet([await image(SHIPPED)]), ['x:latest']),
    gets: `${CONTAINERS} CONTAINER_HOST`,
  },
  { name: 'sudo', program: 'sudo', start: mayAskAsRoot, gets: 'PATH' },
  {
    name: 'a credential helper',
    program: 'docker-credential-x',
    start: host => askHelper(host, 'x', 'registry.example', { complain: () => {} }),
    gets: `PATH HOME USER LANG TMPDIR ${NETWORK} ${DESKTOP} DOCKER_CONFIG AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AZURE_CLIENT_SECRET GOOGLE_APPLICATION_CREDENTIALS`,
  },
]

/** An ELF file with UPX's header at its end. */
function packed(): Uint8Array {
  const bytes = Buffer.alloc(256)
  bytes.write('\x7fELF\x02\x01', 'latin1')
  bytes.write('UPX!', bytes.length - 36, 'latin1')
  bytes.writeUInt32LE(1, bytes.length - 12)
  return bytes
}

describe('the environment of a child', () => {
  it.each(CHILDREN)('of $name has what it needs and nothing else', async ({ program, start, gets }) => {
    const { host, bin, got } = recordingHost(program)
    await start(host, bin).catch(() => {})
    expect(got(program)).toEqual(gets.split(' ').sort())
  })

  it('has what the caller sets, without what is set to nothing', () => {
    const host = testHost({ env: { PATH: '/bin', GOFLAGS: '-v', GOROOT: '/go' } })
    expect(childEnvironment(host, 'go', { GOROOT: undefined, GOFLAGS: '', X: 'y', HOME: '/h' })).toEqual({
      PATH: '/bin',
      HOME: '/h',
      TMPDIR: host.temporary,
      GOFLAGS: '',
      X: 'y',
    })
  })

  it('leaves what is temporary where Bantam removes it', () => {
    const host = testHost({ env: { TMPDIR: '/elsewhere' } })
    expect(childEnvironment(host, 'go')).toEqual({ TMPDIR: host.temporary })
    expect(childEnvironment(host, 'packer')).toEqual({})
  })

  it('has a PATH without the working directory, by whatever name', () => {
    const host = testHost({ env: { PATH: ':/a:.:./b:bin::../c:/d/../e:' } })
    expect(childEnvironment(host, 'packer')).toEqual({ PATH: '/a:/d/../e' })
    expect(childEnvironment(testHost({ env: {} }), 'packer')).toEqual({})
  })

  it.each(['relative', '', './.cache', '~/.cache'])('takes no directory that is not absolute: %j', value => {
    const env = { XDG_CACHE_HOME: value, XDG_CONFIG_HOME: '/config', HOME: value }
    const given = childEnvironment(testHost({ env }), 'go')
    expect(given).toMatchObject({ XDG_CONFIG_HOME: '/config' })
    expect(given).not.toHaveProperty('XDG_CACHE_HOME')
    expect(given).not.toHaveProperty('HOME')
  })

  it('gives Go what a build names, above all else', () => {
    const host = testHost({ env: { ...SECRETS, GOPROXY: 'direct' } })
    const env = goEnvironment(
      host,
      compileSpec({ buildEnv: { GOPROXY: 'off', LD_LIBRARY_PATH: '/lib' } }),
      AMD64,
    )
    expect(env).toMatchObject({ GOPROXY: 'off', LD_LIBRARY_PATH: '/lib' })
    for (const name of Object.keys(SECRETS)) expect(env).not.toHaveProperty(name)
  })
})
