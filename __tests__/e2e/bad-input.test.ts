import { beforeAll, describe, expect, it } from '@jest/globals'
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inParallel } from '../../src/host/in-parallel.ts'
import { BAD_INPUTS, type BadInput } from '../declare/bad-input.table.ts'
import { bantam, example, runToEnd, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { installedAction, runStep } from '../support/runner.ts'
import { describeWith, which } from '../support/tools.ts'

const STACK = /^\s+at .+:\d+/m
const action = installedAction()

interface Tried extends Ended {
  /** What the run left in the directory it ran in. */
  readonly left: readonly string[]
}

async function attempt(row: BadInput): Promise<Tried> {
  const cwd = temporaryDirectory('bad')
  const env = { GOFLAGS: '', ...row.env }
  const ended =
    row.surface === 'terminal'
      ? await bantam(row.argv, { cwd, env: { ...process.env, ...env } })
      : await runStep(action, 'main', { workspace: cwd, inputs: row.values, env })
  return { ...ended, left: readdirSync(cwd) }
}

describe('every wrong input', () => {
  const tried = new Map<BadInput, Tried>()
  beforeAll(async () => {
    await inParallel(4, BAD_INPUTS, async row => void tried.set(row, await attempt(row)))
  }, 240_000)

  it('is one of at least 60', () => {
    expect(BAD_INPUTS.length).toBeGreaterThanOrEqual(60)
  })

  it.each(BAD_INPUTS)('is refused by exit 2 and a sentence that names it: $surface, $name', row => {
    const ended = tried.get(row)
    expect(ended).toMatchObject({ exitCode: 2, left: [] })
    const said = (row.surface === 'terminal' ? ended?.stderr : ended?.stdout) ?? ''
    for (const piece of [row.input, ...row.pieces]) expect(said).toContain(piece)
    expect(said).not.toMatch(STACK)
    if (row.surface === 'terminal') {
      expect(ended?.stdout).toBe('')
      expect(said.match(/^error: /gm)).toHaveLength(1)
    } else expect(said).toMatch(/^::error/m)
  })
})

const MODULE = 'module example.com/service\n\ngo 1.21\n'
const HELLO = 'package main\n\nfunc main() { println("hello") }\n'

/** A directory with these files. */
function project(files: Readonly<Record<string, string>>): string {
  const directory = temporaryDirectory('project')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

/** A PATH with these commands only, so that what else the machine has cannot be found. */
function pathOf(...commands: readonly string[]): string {
  const directory = temporaryDirectory('path')
  for (const command of commands) symlinkSync(which(command) ?? command, path.join(directory, command))
  return directory
}

interface Situation {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly says: readonly RegExp[]
}

const SERVICE = project({ 'go.mod': MODULE, 'main.go': HELLO })
const NOWHERE = 'http://127.0.0.1:1'

const SITUATIONS: readonly Situation[] = [
  {
    name: 'a working directory that is not there',
    args: ['--working-directory', 'absent'],
    says: [/working-directory/, /absent/],
  },
  { name: 'no Go module', args: [], cwd: project({ 'main.go': HELLO }), says: [/go\.mod|module/] },
  {
    name: 'a module without a main',
    args: [],
    cwd: project({ 'go.mod': MODULE, 'lib.go': 'package lib\n' }),
    says: [/main/, /working-directory/],
  },
  {
    name: 'a main that is a library',
    args: ['./lib'],
    cwd: project({ 'go.mod': MODULE, 'lib/lib.go': 'package lib\n' }),
    says: [/"\.\/lib"/, /library/],
  },
  {
    name: 'several mains that could be meant',
    args: [],
    cwd: project({ 'go.mod': MODULE, 'cmd/a/main.go': HELLO, 'cmd/b/main.go': HELLO }),
    says: [/^\.\/cmd\/a$/m, /^\.\/cmd\/b$/m, /could be meant: .*as --main/],
  },
  {
    name: 'a main that is misspelt',
    args: ['./cmd/ipa'],
    cwd: project({ 'go.mod': MODULE, 'cmd/api/main.go': HELLO }),
    says: [/ipa/, /did you mean "\.\/cmd\/api"/],
  },
  {
    name: 'a program that does not compile',
    args: [],
    cwd: project({ 'go.mod': MODULE, 'main.go': 'package main\n\nfunc main() { x }\n' }),
    says: [/main\.go:3:15: undefined: x/],
  },
  {
    name: 'a module that cannot be fetched without a network',
    args: [],
    cwd: project({
      'go.mod': `${MODULE}\nrequire example.com/absent v1.0.0\n`,
      'main.go': 'package main\n\nimport _ "example.com/absent"\n\nfunc main() {}\n',
    }),
    env: { GOPROXY: NOWHERE, GOFLAGS: '-mod=mod', GONOSUMDB: '*' },
    says: [/example\.com\/absent/],
  },
  {
    name: 'no UPX, and none to be downloaded',
    args: ['--upx-download-url', NOWHERE],
    cwd: SERVICE,
    env: { PATH: pathOf('go', 'git') },
    says: [/UPX/, /--pack off/],
  },
  {
    name: 'no Go, and none to be downloaded',
    args: ['--go-download-url', NOWHERE],
    cwd: SERVICE,
    env: { PATH: pathOf('upx', 'git') },
    says: [/Go/, /PATH/, /go-download-url/],
  },
  {
    name: 'a Go that nobody has',
    args: ['--go-version', '1.99.0', '--go-download-url', NOWHERE],
    cwd: SERVICE,
    env: { GOPROXY: 'off' },
    says: [/1\.99\.0/],
  },
  {
    name: 'a binary that is not there',
    args: ['--binary', 'absent'],
    cwd: SERVICE,
    says: [/binary/, /absent/, /no such file/],
  },
  {
    name: 'a binary that is a script',
    args: ['--binary', 'run.sh'],
    cwd: project({ 'run.sh': '#!/bin/sh\n' }),
    says: [/run\.sh/, /script|ELF/],
  },
  { name: 'a binary that needs libraries', args: ['--binary', '/bin/ls'], says: [/libc\.so/, /static/] },
  {
    name: 'a file that is not there',
    args: ['--files', 'page.html:/srv/page.html'],
    cwd: SERVICE,
    says: [/page\.html/, /no such file/],
  },
  {
    name: 'certificates that are none',
    args: ['--extra-certificates', 'main.go'],
    cwd: SERVICE,
    says: [/main\.go/, /certificate/],
  },
  {
    name: 'certificates that never end',
    args: ['--certificates', '/dev/zero'],
    cwd: SERVICE,
    says: [/\/dev\/zero/, /no file/],
  },
  {
    name: 'an output that is a directory of somebody',
    args: ['--output', '.'],
    cwd: SERVICE,
    says: [/no OCI layout/],
  },
  {
    name: 'an archive where a directory is',
    args: ['--output', 'out.tar'],
    cwd: project({ 'go.mod': MODULE, 'main.go': HELLO, 'out.tar/x': '' }),
    says: [/out\.tar/, /directory/],
  },
  {
    name: 'a registry that is not there',
    args: ['--push', '--image', '127.0.0.1:1/a/b'],
    cwd: SERVICE,
    says: [/127\.0\.0\.1:1/],
  },
  {
    name: 'an entrypoint that is not in the image, before the service is compiled',
    args: ['--entrypoint', '/bin/sh -c /service'],
    cwd: project({ 'go.mod': MODULE, 'main.go': 'package main\n\nfunc main() { this does not compile }\n' }),
    says: [/--entrypoint "\/bin\/sh" is not in the image: the image has \/service; write \/service/],
  },
  {
    name: 'an entrypoint that is a script without its interpreter',
    args: ['--files', 'run.sh:/run.sh:0755', '--entrypoint', '["/run.sh", "-v"]', '--main', '.=api'],
    cwd: project({ 'go.mod': MODULE, 'main.go': HELLO, 'run.sh': '#!/bin/bash\nexec /api\n' }),
    says: [/"\/run\.sh" is a script for \/bin\/bash, which is not in the image: the image has \/api/],
  },
  {
    name: 'a time zone that is none',
    args: ['--env', '{"TZ": "Europe/Berln"}'],
    cwd: SERVICE,
    says: [/TZ to "Europe\/Berln".*write Europe\/Berlin/],
  },
  {
    name: 'a daemon that is not there',
    args: ['--load'],
    cwd: SERVICE,
    env: { DOCKER_HOST: 'unix:///absent.sock' },
    says: [/daemon/, /DOCKER_HOST/],
  },
  {
    name: 'UPX on arm64, when packing is required',
    args: ['--pack', 'require', '--platforms', 'linux/arm64'],
    cwd: SERVICE,
    says: [/arm64/, /pack: auto|--pack auto|auto/],
  },
  {
    name: 'UPX on a position-independent executable, when packing is required',
    args: ['--pack', 'require', '--build-flags', '-buildmode=pie'],
    cwd: SERVICE,
    says: [/pie|position-independent/i],
  },
]

describe('what cannot be done', () => {
  const cache = temporaryDirectory('cache')

  it.each(SITUATIONS)(
    'ends with 2 and says so, once: $name',
    async ({ args, cwd = temporaryDirectory('bad'), env, says }) => {
      const before = readdirSync(cwd)
      const ended = await bantam(['build', ...args], {
        cwd,
        env: { ...process.env, GOFLAGS: '', GOCACHE: sharedGoCache, XDG_CACHE_HOME: cache, ...env },
      })
      expect(ended.stderr).not.toMatch(STACK)
      expect(ended.exitCode).toBe(2)
      for (const words of says) expect(ended.stderr).toMatch(words)
      expect(ended.stderr.match(/^error: /gm)).toHaveLength(1)
      expect(readdirSync(cwd)).toEqual(before)
    },
  )

  it('reports what is wrong in flags and in their values together', async () => {
    const { stderr } = await bantam(['build', '--budgt', '3MB', '--pack', 'always', '--budget', '5M'])
    expect(stderr).toContain('3 inputs are wrong')
  })
})

describeWith(['unshare', 'mount'], 'a place that cannot be written to', () => {
  // Only root may mount for everybody; an ordinary user may in namespaces of its own.
  const inNamespace = (script: string, ...args: readonly string[]) =>
    runToEnd('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', ...args], {
      cwd: example('hello'),
      env: { ...process.env, GOCACHE: sharedGoCache, XDG_CACHE_HOME: temporaryDirectory('cache') },
    })
  const build = `"${process.execPath}" "${path.resolve('dist/cli.js')}" build --output "$1/out/image"`

  it('is named, when there is no space left on it', async () => {
    const place = temporaryDirectory('full')
    const ended = await inNamespace(
      `mount -t tmpfs -o size=64k none "$1" && mkdir "$1/out" && { ${build}; code=$?; ls -A "$1/out" >&2; exit $code; }`,
      place,
    )
    expect(ended.stderr).toMatch(/^error: .*no space left/m)
    expect(ended.stderr).not.toMatch(STACK)
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toMatch(/^error: /)
    expect(ended.exitCode).toBe(2)
  })

  it('is named, when it is read-only', async () => {
    const place = temporaryDirectory('readonly')
    chmodSync(place, 0o755)
    const ended = await inNamespace(`mount -t tmpfs -o ro none "$1" && ${build}`, place)
    expect(ended.stderr).toMatch(/^error: .*read-only/m)
    expect(ended.stderr).not.toMatch(STACK)
    expect(ended.exitCode).toBe(2)
  })

  it('is named, when it is where the temporary files go', async () => {
    const place = temporaryDirectory('tmp')
    const ended = await inNamespace(
      `mount -t tmpfs -o size=64k none "$1" && TMPDIR="$1" ${build.replace('"$1/out/image"', '"$2"')}`,
      place,
      path.join(temporaryDirectory(), 'image'),
    )
    expect(ended.stderr).toMatch(/^error: .*no space left/m)
    expect(ended.stderr).not.toMatch(STACK)
    expect(ended.exitCode).toBe(2)
  })
})
