import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { writeBrokenUpx } from '../support/broken-packers.ts'
import {
  bantam,
  cli,
  type Ended,
  example,
  repository,
  sharedGoCache,
  temporaryDirectory,
} from '../support/cli.ts'
import { type DownloadServer, downloadServer, serves } from '../support/download-server.ts'
import { listOfGo } from '../support/go-list.ts'
import { which } from '../support/tools.ts'

interface Found {
  readonly title: string
  readonly settings: Readonly<Record<string, string>>
  readonly price: string
  readonly saved: { readonly image: number; readonly download: number; readonly memory: number | null }
}

interface Printed {
  readonly asItIs: { readonly imageSize: number }
  readonly findings: readonly Found[]
  readonly nothing: readonly { readonly title: string }[]
  readonly failed: readonly { readonly title: string; readonly reason: string }[]
  readonly newerGo: { readonly status: string; readonly version?: string }
  readonly imports: readonly { readonly imported: string; readonly bytes: number }[]
  readonly deadCode: readonly { readonly function: string; readonly packages: readonly string[] }[]
}

// One cache for the whole file: what is packed once is not packed again.
const env = {
  ...process.env,
  XDG_CACHE_HOME: temporaryDirectory('cache'),
  GOCACHE: sharedGoCache,
  GOPROXY: 'off',
  GOFLAGS: '',
}
const GO = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', cwd: '/' }).trim()
let list: DownloadServer

beforeAll(async () => {
  list = await downloadServer({ '/dl/': serves(listOfGo(GO)) })
})
afterAll(() => list.close())

function diet(directory: string, args: readonly string[] = [], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const own = ['--go-download-url', `${list.url}/dl`]
  return bantam(['diet', ...own, ...args], { cwd: directory, env: { ...env, ...more } })
}

async function found(directory: string, args: readonly string[] = []): Promise<Printed> {
  const { exitCode, stdout, stderr } = await diet(directory, ['--json', ...args])
  expect([exitCode, stderr.match(/^error/m)]).toEqual([0, null])
  return JSON.parse(stdout) as Printed
}

function titled({ findings }: Printed, title: string): Found {
  const finding = findings.find(one => one.title === title)
  if (finding === undefined) throw new Error(`no ${title} among ${findings.map(one => one.title).join()}`)
  return finding
}

/** A service of its own in a git repository, with a dependency that looks at build tags. */
function checkout(): string {
  const root = temporaryDirectory('diet')
  cpSync(path.join(repository, '__tests__/fixtures/go-diet'), root, { recursive: true })
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: root })
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'a service')
  return root
}

function treeOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.parentPath.includes('/.git'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
}

describe('bantam diet of a service with tags, templates and a tag that breaks it', () => {
  const root = checkout()
  const service = path.join(root, 'service')
  const before = treeOf(root)
  let printed: Printed

  beforeAll(async () => {
    printed = await found(service)
  }, 240_000)

  it('finds the tag that saves most, and what to write for it', () => {
    const { settings, saved, price } = titled(printed, 'build tag notemplates')
    expect(settings).toEqual({ 'build-tags': 'notemplates' })
    expect(saved.image).toBeGreaterThan(300_000)
    expect(price).toBe('unknown; see how example.com/dep uses it')
  })

  it('says of a tag that it does not compile with, and why', () => {
    expect(printed.failed.map(({ title }) => title)).toEqual(['build tag noneeded'])
    expect(printed.failed[0]?.reason).toMatch(/^does not compile: .*undefined: emphasis/)
  })

  it('keeps apart what saved nothing', () => {
    expect(printed.nothing.map(({ title }) => title)).toContain('build tag verbose')
  })

  it('tries together what helped, which takes off most', () => {
    expect(printed.findings[0]).toMatchObject({
      title: 'all changes together',
      settings: { 'build-tags': 'notemplates', 'build-flags': '-gcflags=all=-l' },
    })
  })

  it('names what keeps dead code, and who imports it', () => {
    const reason = printed.deadCode.find(one => one.function.startsWith('text/template.'))
    expect(reason?.packages).toEqual(expect.arrayContaining(['example.com/dep', 'text/template']))
  })

  it('says what the import brings', () => {
    const advice = printed.imports.find(({ imported }) => imported === 'example.com/dep')
    expect(advice?.bytes).toBeGreaterThan(300_000)
  })

  it('prints what its schema says', () => {
    const schema = JSON.parse(readFileSync(path.join(repository, 'schema/diet.json'), 'utf8')) as object
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
    validate(printed)
    expect(validate.errors).toBeNull()
  })

  it('fits into a narrow window, and tells how far it is beside that', async () => {
    const { exitCode, stdout, stderr } = await diet(service, [], { COLUMNS: '60' })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('--build-tags notemplates')
    expect(stdout).not.toContain('\u001B')
    expect(stdout.split('\n').filter(line => line.length > 60 && !line.includes('--'))).toEqual([])
    expect(stderr).toMatch(/^building it as it is\nlooking into its packages\ntrying 1 of \d+: /m)
  }, 120_000)

  it('changes no file', () => {
    expect(treeOf(root)).toEqual(before)
    const status = execFileSync('git', ['status', '--porcelain', '--ignored'], { cwd: root })
    expect(status.toString()).toBe('')
  })
})

describe('bantam diet of the proxy', () => {
  let printed: Printed

  beforeAll(async () => {
    printed = await found(example('proxy'))
  }, 400_000)

  it('finds what it costs to speak HTTP/2', () => {
    const { saved, settings, price } = titled(printed, 'build tag nethttpomithttp2')
    expect(settings).toEqual({ 'build-tags': 'nethttpomithttp2' })
    expect(saved.image).toBeGreaterThan(120_000)
    expect(saved.image).toBeLessThan(230_000)
    expect(price).toMatch(/HTTP\/2/)
  })

  it('finds what inlining costs', () => {
    const { saved, settings } = titled(printed, 'no inlining')
    expect(settings).toEqual({ 'build-flags': '-gcflags=all=-l' })
    expect(saved.image).toBeGreaterThan(200_000)
    expect(saved.image).toBeLessThan(380_000)
  })

  it('says what breaks without certificates, and does not count that among all of it', () => {
    expect(titled(printed, 'no certificates').price).toMatch(/TLS .* fails/)
    expect(titled(printed, 'all changes together').settings).not.toHaveProperty('certificates')
  })

  it('weighs memory that zstd gives back against the image', () => {
    const { saved, settings } = titled(printed, 'zstd layers, not packed')
    expect(settings).toEqual({ pack: 'off', 'layer-compression': 'zstd' })
    expect(saved.image).toBeLessThan(-3_000_000)
    expect(saved.download).toBeLessThan(0)
    expect(saved.memory).toBeGreaterThan(3_000_000)
  })
})

describe('bantam diet of the smallest service', () => {
  it('says that there is no newer Go', async () => {
    const { newerGo, deadCode } = await found(example('hello'))
    expect({ newerGo, deadCode }).toEqual({ newerGo: { status: 'newest' }, deadCode: [] })
  }, 120_000)

  it('tries a newer Go where there is one', async () => {
    // The list has no older Go, so this one must have been fetched before.
    const fetching = { ...process.env, GOTOOLCHAIN: 'go1.25.13' }
    execFileSync('go', ['env', 'GOROOT'], { cwd: '/', env: fetching })
    const older = await diet(example('hello'), ['--json', '--go-version', '1.25.13'])
    expect([older.exitCode, older.stderr.match(/^error.*/m)]).toEqual([0, null])
    const { newerGo, findings, nothing } = JSON.parse(older.stdout) as Printed
    expect(newerGo).toEqual({ status: 'tried', version: GO })
    expect([...findings, ...nothing].map(({ title }) => title)).toContain(GO)
  }, 300_000)

  it('tries packing where that is off', async () => {
    const printed = await found(example('hello'), ['--pack', 'off'])
    const { settings, saved } = titled(printed, 'packed')
    expect(settings).toEqual({ pack: 'auto' })
    expect(saved.image).toBeGreaterThan(800_000)
  }, 120_000)

  it('says of a change that it does not start with, and why', async () => {
    const upx = writeBrokenUpx('corrupts its output')
    const broken = `${path.dirname(upx.command)}${path.delimiter}${process.env['PATH']}`
    const { exitCode, stdout } = await diet(example('hello'), ['--pack', 'off', '--json'], { PATH: broken })
    expect(exitCode).toBe(0)
    const { failed } = JSON.parse(stdout) as Printed
    expect(failed.map(({ title }) => title)).toEqual(['packed'])
    expect(failed[0]?.reason).toMatch(/^does not start: the packed binary /)
  }, 120_000)

  it('leaves nothing behind when it is interrupted', async () => {
    const temporary = temporaryDirectory('tmp')
    const child = spawn(process.execPath, [cli, 'diet', '--go-download-url', `${list.url}/dl`], {
      cwd: example('hello'),
      env: { ...env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await new Promise<void>(resolve =>
      child.stderr.on('data', (said: Buffer) => {
        if (said.includes('trying')) resolve()
      }),
    )
    expect(readdirSync(temporary).filter(name => name.startsWith('bantam-'))).toHaveLength(1)
    child.kill('SIGINT')
    expect(await new Promise(resolve => child.on('exit', resolve))).toBe(130)
    expect(readdirSync(temporary).filter(name => name.startsWith('bantam-'))).toEqual([])
  }, 120_000)
})

describe('what bantam diet cannot do', () => {
  const withoutUpx = temporaryDirectory('path')
  for (const command of ['go', 'git']) symlinkSync(which(command) ?? command, path.join(withoutUpx, command))

  it.each([
    { name: 'an unknown flag', args: ['--build-tag', 'x'], says: /did you mean "--build-tags"\?/ },
    { name: 'a flag of another command', args: ['--push'], says: /not a flag of bantam diet, but of/ },
    { name: 'a prebuilt binary', args: ['--binary', 'x'], says: /--binary is not a flag of bantam diet/ },
    { name: 'a main that is not there', args: ['./nope'], says: /nope/ },
    { name: 'a value that is none', args: ['--pack', 'never'], says: /--pack "never"/ },
    {
      name: 'no UPX',
      args: ['--upx-download-url', 'http://127.0.0.1:1'],
      env: { PATH: withoutUpx },
      says: /UPX 4\S+ was not found: .*--pack off .*\[missing-tool\]/,
    },
    {
      name: 'a service that does not compile as it is',
      cwd: path.join(repository, '__tests__/fixtures/go-broken/cmd/types'),
      args: [],
      says: /Compiling/,
    },
  ])('is refused by exit 2 and one sentence: $name', async ({ args, cwd, env: more, says }) => {
    const { exitCode, stdout, stderr } = await diet(cwd ?? example('hello'), args, more)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(says)
    expect(stderr.match(/^error: /gm)).toHaveLength(1)
  })
})
