import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { changedImages } from '../../src/commands/changed-images.ts'
import { declareRun } from '../../src/commands/declare.ts'
import type { Given } from '../../src/declare/given.ts'
import { aFailure } from '../support/a-failure.ts'
import { type Files, gitRepository, shallowCheckout } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { moduleProxy } from '../support/module-proxy.ts'

const dep = (path: string, version: string) => ({
  path,
  version,
  go: `package x\n\nconst V = "${version}"\n`,
})

const env = {
  ...process.env,
  ...moduleProxy([
    dep('example.com/dep', 'v1.0.0'),
    dep('example.com/dep', 'v1.1.0'),
    dep('example.com/other', 'v1.0.0'),
    dep('example.com/other', 'v1.1.0'),
    dep('example.com/third', 'v1.0.0'),
  ]),
}

const MOD = `module example.com/mono

go 1.21

require (
	example.com/dep v1.0.0
	example.com/other v1.0.0
)
`
const YAML = `defaults: {user: 1000}
images:
  api: {main: ./cmd/api, platforms: [linux/amd64, linux/arm64]}
  web:
    main: ./cmd/web
    files: web:/srv/
  nested: {working-directory: services/nested}
  tool: {binary: bin/tool}
`
const BASE: Files = {
  'go.mod': MOD,
  'bantam.yaml': YAML,
  'README.md': 'hello',
  '.gitignore': 'generated/\n',
  'cmd/api/main.go':
    'package main\n\nimport (\n"embed"\n"example.com/dep"\n"example.com/mono/internal/shared"\n)\n\n//go:embed static/*\nvar S embed.FS\n\nfunc main() { println(x.V, shared.A, S) }\n',
  'cmd/api/static/a.html': 'a',
  'cmd/api/static/b.html': 'b',
  'cmd/web/main.go': 'package main\n\nimport "example.com/other"\n\nfunc main() { println(x.V) }\n',
  'internal/shared/a.go': 'package shared\n\nconst A = 1\n',
  'internal/shared/b.go': 'package shared\n\nconst B = 1\n',
  'internal/shared/a_test.go': 'package shared\n',
  'web/index.html': 'hello',
  'services/nested/go.mod':
    'module example.com/nested\n\ngo 1.21\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../../lib\n',
  'services/nested/main.go': 'package main\n\nimport "example.com/lib"\n\nfunc main() { println(lib.L) }\n',
  'lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
  'lib/lib.go': 'package lib\n\nconst L = 1\n',
  'bin/tool': 'a program',
}

const repository = gitRepository()
const { directory, git } = repository
let base = ''

function go(...args: readonly string[]): void {
  execFileSync('go', args, { cwd: directory, env, stdio: 'pipe' })
}

beforeAll(() => {
  repository.commit(BASE)
  go('mod', 'tidy')
  base = repository.commit({ 'go.sum': readFileSync(path.join(directory, 'go.sum'), 'utf8') })
})

afterEach(() => {
  git('reset', '-q', '--hard', base)
  git('clean', '-q', '-f', '-f', '-d', '-x')
})

async function ask(values: Given['values'], cwd = directory) {
  const host = testHost({ cwd, env })
  const given = { surface: 'terminal', values, problems: [] } as const
  const found = await changedImages(host, given, await declareRun(host, given))
  const said = host.log.lines.filter(line => !line.startsWith('debug'))
  return { keys: found?.images.map(({ key }) => key) ?? null, said }
}

/** Writes files without a commit. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    execFileSync('mkdir', ['-p', path.dirname(path.join(directory, name))])
    writeFileSync(path.join(directory, name), text)
  }
}

const edited = (name: string, from: string, to: string): Files => ({
  [name]: BASE[name]?.replace(from, to) ?? '',
})

describe('changed-since builds', () => {
  it.each<[string, Files, readonly string[] | null]>([
    ['nothing where no image is concerned', { 'README.md': 'other', 'docs/x.md': 'new' }, null],
    ['what has the file', edited('cmd/api/main.go', 'println', 'print'), ['api']],
    ['what imports the package', edited('internal/shared/a.go', '1', '2'), ['api']],
    ['nothing for a test', { 'internal/shared/a_test.go': 'package shared // \n' }, null],
    ['nothing for other text in a package', { 'internal/shared/NOTES.md': 'x' }, null],
    ['what had a file that is gone', { 'internal/shared/b.go': null }, ['api']],
    ['what has a new file', { 'internal/shared/c.go': 'package shared\n' }, ['api']],
    ['what embeds a file', { 'cmd/api/static/a.html': 'other' }, ['api']],
    ['what embeds a new file', { 'cmd/api/static/c.html': 'c' }, ['api']],
    ['what embedded a file that is gone', { 'cmd/api/static/b.html': null }, ['api']],
    ['what has a profile for the compiler', { 'cmd/web/default.pgo': 'x' }, ['web']],
    ['what copies the file', { 'web/index.html': 'other' }, ['web']],
    ['what copies a new file', { 'web/deep/new.html': 'other' }, ['web']],
    ['what uses a module of the repository', edited('lib/lib.go', '1', '2'), ['nested']],
    ['what uses its go.mod', edited('lib/go.mod', '1.21', '1.22'), ['nested']],
    ['what a supplied program is for', { 'bin/tool': 'another program' }, ['tool']],
    ['nothing for a comment in go.mod', edited('go.mod', 'require (', '// why\nrequire ('), null],
    ['all of a module whose language changes', edited('go.mod', 'go 1.21', 'go 1.22'), ['api', 'web']],
    ['an image whose settings changed', edited('bantam.yaml', './cmd/web', './cmd/web=site'), ['web']],
    ['all whose defaults changed', edited('bantam.yaml', '1000', '1001'), ['api', 'web', 'nested', 'tool']],
    [
      'nothing for the shape of the file',
      edited('bantam.yaml', 'files: web:/srv/', 'files: "web:/srv/" # x'),
      null,
    ],
    ['a new image', { 'bantam.yaml': `${YAML}  more: {main: ./cmd/web}\n` }, ['more']],
  ])('%s', async (_, files, expected) => {
    repository.commit(files)
    expect((await ask({ 'changed-since': base })).keys).toEqual(expected)
  })

  it.each<[string, string, readonly string[] | null]>([
    ['what uses the module', 'example.com/dep@v1.1.0', ['api']],
    ['what uses the other module', 'example.com/other@v1.1.0', ['web']],
    ['nothing for a module that nothing uses', 'example.com/third@v1.0.0', null],
  ])('%s, of those whose version changed', async (_, module, expected) => {
    go('get', module)
    expect((await ask({ 'changed-since': base })).keys).toEqual(expected)
  })

  it('what changed and is not committed', async () => {
    write({ 'internal/shared/new.go': 'package shared\n', 'web/index.html': 'other' })
    expect((await ask({ 'changed-since': 'HEAD' })).keys).toEqual(['api', 'web'])
  })

  it('what changed on its own branch, not on the other', async () => {
    git('checkout', '-q', '-b', 'topic')
    repository.commit({ 'web/index.html': 'other' })
    git('checkout', '-q', 'main')
    repository.commit(edited('internal/shared/a.go', '1', '2'))
    git('checkout', '-q', 'topic')
    expect((await ask({ 'changed-since': 'main' })).keys).toEqual(['web'])
    git('checkout', '-q', 'main')
    git('branch', '-q', '-D', 'topic')
  })

  it('only some of those that only names', async () => {
    repository.commit({ ...edited('lib/lib.go', '1', '2'), 'web/index.html': 'other' })
    expect((await ask({ 'changed-since': base, only: 'web,tool' })).keys).toEqual(['web'])
  })

  it('the image of a run without a file', async () => {
    const main = { main: './cmd/web', 'changed-since': base }
    expect(await ask(main)).toMatchObject({ keys: null })
    repository.commit(edited('cmd/web/main.go', 'println', 'print'))
    expect(await ask(main)).toMatchObject({ keys: [null] })
  })

  it('what uses a vendored module whose files or versions changed', async () => {
    go('mod', 'vendor')
    git('add', '-A', '-f')
    const started = repository.commit({ 'README.md': 'vendored' })
    expect((await ask({ 'changed-since': started })).keys).toBeNull()
    repository.commit({ 'vendor/example.com/dep/module.go': 'package x\n\nconst V = "patched"\n' })
    expect((await ask({ 'changed-since': started })).keys).toEqual(['api'])
  })

  it('what has a submodule that is at another commit', async () => {
    const other = gitRepository()
    other.commit({ 'page.html': '1' })
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.directory, 'web/theme')
    const started = repository.commit({ 'README.md': 'with a submodule' })
    const job = { ...env, GITHUB_WORKSPACE: directory }
    const inJob = async () => {
      const host = testHost({ cwd: directory, env: job, surface: 'action' })
      const given = { surface: 'action', values: { 'changed-since': started }, problems: [] } as const
      const found = await changedImages(host, given, await declareRun(host, given))
      return found?.images.map(({ key }) => key) ?? null
    }
    expect(await inJob()).toBeNull()
    expect((await ask({ 'changed-since': started })).keys).toEqual(['web'])
    const moved = [
      '-C',
      path.join(directory, 'web/theme'),
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.com',
    ]
    execFileSync('git', [...moved, 'commit', '-q', '--allow-empty', '-m', 'x'])
    expect(await inJob()).toEqual(['web'])
    git('submodule', '--quiet', 'deinit', '-f', '--all')
  })

  it('every image of a workspace whose modules changed, and else as without one', async () => {
    const work = 'go 1.21\n\nuse (\n\t.\n\t./lib\n\t./services/nested\n)\n'
    const started = repository.commit({ 'go.work': work })
    repository.commit(edited('lib/lib.go', '1', '2'))
    expect((await ask({ 'changed-since': started })).keys).toEqual(['nested'])
    repository.commit(edited('lib/go.mod', '1.21', '1.21 // same'))
    expect((await ask({ 'changed-since': started })).keys).toEqual(['api', 'web', 'nested'])
  })

  it.each(['workflows/image.yml', 'workflows/reusable.yml', 'actions/build/action.yml'])(
    'every image where .github/%s changed, which may have its inputs',
    async file => {
      repository.commit({ [`.github/${file}`]: 'on: push' })
      const job = {
        ...env,
        GITHUB_WORKSPACE: directory,
      }
      const host = testHost({ cwd: directory, env: job, surface: 'action' })
      const given = { surface: 'action', values: { 'changed-since': base }, problems: [] } as const
      const found = await changedImages(host, given, await declareRun(host, given))
      expect(found?.images.map(({ key }) => key)).toEqual(['api', 'web', 'nested', 'tool'])
    },
  )

  it('what cannot be decided, with a notice', async () => {
    write({ 'web/generated/x.html': 'x' })
    const { keys, said } = await ask({ 'changed-since': base })
    expect(keys).toEqual(['web'])
    expect(said.join('\n')).toContain(
      'notice: web: built, since it cannot be decided whether it changed: web/generated is ignored by git.',
    )
  })

  it('and says what it does not build', async () => {
    repository.commit({ 'web/index.html': 'other' })
    expect((await ask({ 'changed-since': base })).said).toEqual([
      expect.stringMatching(/^info: web: changed since [0-9a-f]+ \(web\/index\.html\)$/),
      expect.stringMatching(/^info: Not changed since [0-9a-f]+, so not built: api, nested, tool$/),
    ])
  })
})

describe('what leads to files that were there already', () => {
  const named = (word: string) => `package x\n\nconst V = "${word}"\n`
  const using = (module: string) => `package main\n\nimport "${module}"\n\nfunc main() { println(x.V) }\n`
  const LINKED: Files = {
    'bantam.yaml':
      'images:\n  package: {main: ./cmd/linked}\n  file: {main: ./cmd/file}\n  place: {working-directory: current}\n  replaced: {working-directory: rep}\n  assembly: {main: ./cmd/asm}\n',
    'v1/x.go': named('1'),
    'v2/x.go': named('2'),
    'w1/go.mod': 'module example.com/w\n\ngo 1.21\n',
    'w1/main.go': 'package main\n\nfunc main() {}\n',
    'w2/go.mod': 'module example.com/w\n\ngo 1.21\n',
    'w2/main.go': 'package main\n\nfunc main() { println(2) }\n',
    'cmd/linked/main.go': using('example.com/mono/lib-link'),
    'cmd/file/main.go': 'package main\n\nfunc main() { println(Q) }\n',
    'q1/q.go': 'package main\n\nconst Q = 1\n',
    'q2/q.go': 'package main\n\nconst Q = 2\n',
    'rep/go.mod':
      'module example.com/rep\n\ngo 1.21\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n',
    'rep/main.go': 'package main\n\nimport "example.com/lib"\n\nfunc main() { println(lib.L) }\n',
    'lib2/go.mod': 'module example.com/lib\n\ngo 1.21\n',
    'lib2/lib.go': 'package lib\n\nconst L = 2\n',
    'cmd/asm/main.go': 'package main\n\nfunc f() int\n\nfunc main() { println(f()) }\n',
    'cmd/asm/f_amd64.s':
      '#include "n.inc"\nTEXT ·f(SB), 4, $0-8\n\tMOVQ $N, AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n',
    'cmd/asm/n.inc': '#define N 1\n',
  }
  const link = (name: string, target: string) => {
    rmSync(path.join(directory, name), { force: true })
    symlinkSync(target, path.join(directory, name))
  }

  it.each<[string, () => void, readonly string[]]>([
    ['a link to a package', () => link('lib-link', 'v2'), ['package']],
    ['a link on the way of a link to a file', () => link('middle', 'q2'), ['file']],
    ['a link to the working directory', () => link('current', 'w2'), ['place']],
    [
      'a replacement by a directory',
      () => write({ 'rep/go.mod': String(LINKED['rep/go.mod']).replace('../lib', '../lib2') }),
      ['replaced'],
    ],
    ['what assembly includes', () => write({ 'cmd/asm/n.inc': '#define N 2\n' }), []],
  ])('is a change: %s', async (_, change, expected) => {
    repository.commit(LINKED)
    link('lib-link', 'v1')
    link('middle', 'q1')
    link('current', 'w1')
    link('cmd/file/q.go', '../../middle/q.go')
    const started = repository.commit({ 'README.md': 'linked' })
    expect((await ask({ 'changed-since': started })).keys).toBeNull()
    change()
    // Assembly may include any of these.
    expect((await ask({ 'changed-since': started })).keys).toEqual([...expected, 'assembly'])
  })
})

describe('a commit that', () => {
  it.each(['--output=x', 'main..topic', 'a b', 'HEAD^{/x}:y', '{{.Tag}}'])(
    'is not one is refused: %s',
    async ref => {
      await expect(ask({ 'changed-since': ref })).rejects.toEqual(
        aFailure('bad-input', { fields: { input: 'changed-since', value: ref } }),
      )
    },
  )

  it('the clone does not have is refused by its name', async () => {
    await expect(ask({ 'changed-since': 'origin/nope' })).rejects.toEqual(
      aFailure('bad-input', { what: /"origin\/nope" names no commit of this clone; .*fetch-depth: 0/ }),
    )
  })

  it.each([
    ['never was, as before the first push', '0'.repeat(40), 'nothing was there before this push'],
    ['the remote does not have', 'a'.repeat(40), 'the clone does not have commit aaaaaaa'],
  ])('%s counts every image as changed', async (_, ref, why) => {
    const { keys, said } = await ask({ 'changed-since': ref })
    expect(keys).toEqual(['api', 'web', 'nested', 'tool'])
    expect(said.join('\n')).toContain(
      `notice: Every image is built, since --changed-since ${ref} cannot be decided: ${why}`,
    )
  })

  it('a shallow clone does not share counts every image as changed', async () => {
    const head = repository.commit({ 'README.md': 'other' })
    const { directory: cwd } = shallowCheckout(repository, head)
    const { keys, said } = await ask({ 'changed-since': base }, cwd)
    expect(keys).toHaveLength(4)
    expect(said.join('\n')).toContain('fetch-depth: 0')
  })
})
