import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inParallel } from '../../src/host/in-parallel.ts'
import { writeBadThings } from '../support/bad-things.ts'
import { bantam, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startFaultRegistry, type Answer, type FaultRegistry } from '../support/fault-registry.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'

interface Row {
  readonly name: string
  /** Behind `bantam`; `{registry}` is the address of the one that answers wrongly. */
  readonly args: readonly string[]
  readonly says: RegExp
  /** 2 where left out: it could not be done. 1: a gate that nobody could check. */
  readonly exitCode?: 1 | 2
}

const weigh = (name: string, thing: string, says: RegExp, ...flags: readonly string[]): Row => ({
  name,
  args: ['weigh', thing, ...flags],
  says,
})

const limit = (name: string, thing: string, budget: string, says: RegExp): Row =>
  weigh(name, thing, says, '--budget', budget)

const unchecked = (name: string, thing: string, budget: string, says: RegExp): Row => ({
  ...limit(name, thing, budget, says),
  exitCode: 1,
})

const diff = (name: string, things: readonly string[], says: RegExp): Row => ({
  name,
  args: ['diff', ...things],
  says,
})

const BUILD = ['build', '--working-directory', 'service', '--pack', 'off', '--output', 'built']

/** A build whose limit of growth is held against what cannot be read. */
const baseline = (name: string, thing: string, says: RegExp, exitCode: 1 | 2 = 1): Row => ({
  name: `a baseline: ${name}`,
  args: [...BUILD, '--baseline', thing, '--budget', 'image: +1kB'],
  says,
  exitCode,
})

/** What a repository of the registry answers to whatever it is asked. */
const IMAGE = tinyImage('asked')
const ANSWERS: Readonly<Record<string, Answer>> = {
  unauthorized: { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' }, body: '{}' },
  denied: { status: 403, body: '{"errors":[{"code":"DENIED","message":"not for\\nyou"}]}' },
  gone: { status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN"}]}' },
  busy: { status: 429, headers: { 'retry-after': '0' } },
  broken: { status: 500, body: 'Internal Server Error' },
  page: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><h1>Log in</h1></html>' },
  empty: { status: 200, body: '' },
  object: { status: 200, body: '{}' },
  old: { status: 200, body: '{"schemaVersion":1,"fsLayers":[]}' },
  endless: { status: 200, body: { endless: ' '.repeat(100_000) } },
  away: { status: 307, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
  file: { status: 307, headers: { location: 'file:///etc/passwd' } },
  nowhere: { status: 307 },
  reset: 'reset',
  silent: 'silence',
}
const REPOSITORIES = Object.keys(ANSWERS)

const ROWS: readonly Row[] = [
  // The slowest first: the others are tried meanwhile.
  weigh('a registry that says nothing', '{registry}/silent:v1', /no answer within 60 s/),
  weigh('a registry that answers 401', '{registry}/unauthorized:v1', /status 401.*docker login/),
  weigh('a registry that answers 403', '{registry}/denied:v1', /DENIED: not for you \(status 403\)/),
  weigh('a registry that answers 404', '{registry}/gone:v1', /There is no .* answers 404/),
  weigh('a registry that has no time', '{registry}/busy:v1', /status 429/),
  weigh('a registry in trouble', '{registry}/broken:v1', /status 500.*try again later/),
  weigh('a page to log in', '{registry}/page:v1', /its manifest is not JSON/),
  weigh('an answer of nothing', '{registry}/empty:v1', /its manifest is not JSON/),
  weigh('a manifest of nothing', '{registry}/object:v1', /its manifest is not what the specification has/),
  weigh('a manifest of another age', '{registry}/old:v1', /schema 1.*push the image again/),
  weigh('a manifest without end', '{registry}/endless:v1', /is larger than 4194304 bytes/),
  weigh(
    'a registry that leads nowhere',
    '{registry}/away:v1',
    /it leads to http:\/\/127\.0\.0\.1:1\/elsewhere: /,
  ),
  weigh('a registry that leads to a file', '{registry}/file:v1', /leads to a file: URL/),
  weigh('a registry that leads to no place', '{registry}/nowhere:v1', /names no Location/),
  weigh('a connection that is cut', '{registry}/reset:v1', /Could not read/),
  weigh('a layer that is another', '{registry}/image:v1', /has the digest sha256:/),
  weigh('a registry that is not there', '127.0.0.1:1/o/x:v1', /check that 127\.0\.0\.1:1 is spelt right/),
  weigh('a registry that nobody has', 'bantam.invalid/o/x:v1', /bantam\.invalid/),
  weigh('a reference that is none', 'what?:v1', /no such file, and as an image in a registry it/),
  weigh('a name without end', 'x'.repeat(5000), /^error: x{60}… cannot be weighed: there is no such file/),

  weigh('a name of nothing', ' ', /There is nothing to weigh/),
  weigh('a directory without anything', 'empty', /directory without oci-layout/),
  weigh('a directory of sources', './sources', /directory without oci-layout.*name a binary/),
  weigh('an empty file', './nothing', /it is an empty file/),
  weigh('a text', './text', /cannot be weighed: it is /),
  weigh('a script', './script', /cannot be weighed: it is a script/),
  weigh('a page', './page.html', /cannot be weighed/),
  weigh('a pipe', './pipe', /neither a file nor a directory/),
  weigh('a device', '/dev/zero', /neither a file nor a directory/),
  weigh('links in a circle', './circle', /cannot be weighed/),
  weigh('a file in a file', './text/inside', /no such file/),

  weigh('a binary that breaks off', './cut', /damaged or cut short.*build or copy it again/),
  weigh('a binary of 20 bytes', './headless', /damaged or cut short.*build or copy it again/),
  weigh('a 32-bit binary that breaks off', './cut-32', /damaged or cut short.*build or copy it again/),
  weigh('a foreign binary that lies', './s390x', /damaged or cut short.*build or copy it again/),
  unchecked('a limit on what was damaged', './damaged-packed', 'binary: 5MB', /could not be checked/),
  unchecked(
    'a limit on what was damaged in an image',
    './damaged-image',
    'binary: 5MB',
    /could not be checked/,
  ),
  unchecked('a module of what was damaged', './damaged-packed', 'module std: 5MB', /could not be checked/),
  limit('a module of a binary that says nothing', './no-build-info', 'module a.b/c: 1MB', /a\.b\/c/),

  weigh('a layout without index', './no-index', /without index\.json/),
  weigh('an index that is no JSON', './index-of-text', /its index is not JSON/),
  weigh('an index that is a list', './index-of-list', /its index is not what/),
  weigh('a layout of no images', './no-images', /names no image that is there/),
  weigh('a layout without its layer', './no-layer', /sha256:\w+ is not in it/),
  weigh('a layer that was changed', './changed-layer', /has the digest/),
  weigh('a layer that breaks off', './cut-layer', /has 1000 bytes and should have/),
  weigh('a layer of something else', './other-layer', /unpacks to sha256/),
  weigh('a layer that is no tar', './layer-of-text', /not a tar archive/),
  weigh('a chart', './chart', /names no image that is there/),
  weigh('indexes in indexes', './nested', /more than 4 deep/),
  weigh(
    'a platform that is not there',
    './two-platforms',
    /no image for linux\/amd64: it has linux\/arm64/,
    '--platforms',
    'linux/amd64',
  ),
  weigh(
    'a tag that is not there',
    './image:v9',
    /Nothing in \.\/image is called "v9": it has no tags; write \.\/image\. \[bad-input\]$/,
  ),

  weigh('an archive that breaks off', './cut.tar', /breaks off/),
  weigh('a compressed archive that breaks off', './cut.tar.gz', /incomplete/),
  weigh('compressed text', './text.gz', /not a tar archive/),
  weigh('an archive of sources', './sources.tar', /without oci-layout or manifest\.json/),
  weigh('an archive without its layer', './saved.tar', /"gone\.tar" is not in it/),
  weigh('an archive of two images', './two-saved.tar', /several images for linux\/amd64; say which/),

  weigh('a weigh-in of another version', './newer.json', /schemaVersion 3, and this Bantam reads 2/),
  weigh('a weigh-in of an older version', './older.json', /by Bantam 0\.0\.9 with schemaVersion 1/),
  weigh('a version that is a text', './version-as-text.json', /in schemaVersion/),
  weigh('a weigh-in without images', './no-images.json', /in images/),
  weigh('a weigh-in that does not add up', './no-sum.json', /in images\.0\.platforms\.0\.breakdown/),
  weigh('JSON of something else', './package.json', /JSON without schemaVersion/),
  weigh('JSON that is a list', './list.json', /JSON without schemaVersion/),
  weigh('JSON that breaks off', './cut.json', /it is not JSON/),
  weigh('JSON in UTF-16', './wide.json', /it is not JSON/),
  weigh('JSON in Latin-1', './latin.json', /it is not UTF-8/),
  weigh('JSON without bottom', './deep.json', /nested more than 64 deep/),
  weigh('a manifest alone', './manifest.json', /it is only a manifest/),

  limit('a module that is not there', './image', 'module st: 1MB', /did you mean "std"/),
  limit('a package that is misspelt', './program', 'package runtme: 1MB', /did you mean "runtime"/),
  limit('a package of another path', './program', 'package cpu: 1MB', /did you mean "internal\/cpu"/),
  limit(
    'a package called module',
    './program',
    'module runtime: 1MB',
    /a package of that name; write package runtime: 1 ?MB/,
  ),
  limit('a module of files', './files', 'module a.b/c: 1MB', /no program in the image was built by Go/),
  limit('a growth without sign', './program', 'binary: 2%', /percentage without a sign/),
  limit('a growth of something', './program', 'image: +some', /image: \+some/),
  limit('a growth with two signs', './program', 'image: ++5kB', /\+\+5kB/),
  limit('a limit for a platform that is not weighed', './image', 'image@linux/arm64: 1MB', /amd64/),
  unchecked('growth, which weighing does not see', './image', 'image: +50kB', /no baseline was requested/),
  unchecked('memory, which weighing does not see', './image', 'memory: 5MB', /could not be checked/),
  unchecked('what a pull would transfer of a binary', './program', 'download: 5MB', /could not be checked/),

  diff('one thing', ['./image'], /but got 1/),
  diff('three things', ['./image', './program', './files'], /but got 3/),
  diff('something that is not there', ['./image', './absent'], /no such file/),
  diff('something that was not there', ['./absent', './image'], /no such file/),
  diff('a text', ['./image', './text'], /text cannot be weighed/),
  diff('a weigh-in of another version', ['./newer.json', './weigh-in.json'], /schemaVersion 3/),
  diff(
    'what has nothing in common',
    ['./image', './two-platforms', '--platforms', 'all'],
    /no image and platform in common/,
  ),
  diff('a registry that refuses', ['{registry}/denied:v1', './image'], /status 403/),

  baseline('an archive that breaks off', '../cut.tar', /could not be checked.*breaks off/),
  baseline('a layer that was changed', '../changed-layer', /could not be checked.*has the digest/),
  baseline('a layout without index', '../no-index', /could not be checked.*without index\.json/),
  baseline('a damaged binary', '../damaged-image', /could not be checked.*could not be unpacked/),
  baseline('a weigh-in of another version', '../newer.json', /could not be checked.*schemaVersion 3/),
  baseline('a weigh-in that does not add up', '../no-sum.json', /could not be checked/),
  baseline('JSON that breaks off', '../cut.json', /could not be checked.*not JSON/),
  baseline('a registry that refuses', '{registry}/denied:v1', /could not be checked.*status 403/),
  baseline('a registry in trouble', '{registry}/broken:v1', /could not be checked.*status 500/),
  baseline('an empty file', '../nothing', /empty/, 2),
  baseline('a directory of sources', '../sources', /directory without oci-layout/, 2),
  baseline('a binary', '../program', /a binary alone/, 2),
  baseline('JSON of something else', '../package.json', /JSON without schemaVersion/, 2),

  {
    name: 'growth over nothing',
    args: [...BUILD, '--baseline', 'none', '--budget', 'image: +1kB'],
    says: /--baseline "none" gives .* nothing to compare with/,
  },
  {
    name: 'a module that is not built in',
    args: [...BUILD, '--budget', 'module example.com/servce: 1MB'],
    says: /did you mean "example\.com\/service"/,
  },
  {
    name: 'growth of a package that is not built in',
    args: [...BUILD, '--budget', 'package runtme: +0'],
    says: /did you mean "runtime"/,
  },
]

describeWith(['go', 'upx'], 'what cannot be weighed, compared or checked', () => {
  const cwd = temporaryDirectory('bad-things')
  const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
  const tried = new Map<Row, Ended>()
  const started: { registry?: FaultRegistry } = {}
  let [before, after]: [readonly string[], readonly string[]] = [[], []]
  const listing = () => readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort()

  beforeAll(async () => {
    const { program } = await buildGoPrograms({ program: PRINTLN })
    const packed = path.join(temporaryDirectory('packed'), 'packed')
    copyFileSync(program, packed)
    execFileSync('upx', ['-q', '-q', '-1', packed], { stdio: 'ignore' })
    writeBadThings(cwd, { program: readFileSync(program), packed: readFileSync(packed) })
    mkdirSync(path.join(cwd, 'service'))
    writeFileSync(path.join(cwd, 'service/go.mod'), 'module example.com/service\n\ngo 1.21\n')
    writeFileSync(path.join(cwd, 'service/main.go'), PRINTLN)
    started.registry = await startFaultRegistry([
      ...REPOSITORIES.map(name => ({
        on: ({ url }: { readonly url: string }) => url.startsWith(`/v2/${name}/`),
        answer: ANSWERS[name] ?? 'reset',
      })),
      {
        on: ({ url }) => url.startsWith('/v2/image/manifests/'),
        answer: { status: 200, body: Buffer.from(IMAGE.manifest.bytes) },
      },
      {
        on: ({ url }) => url.startsWith('/v2/image/blobs/'),
        answer: ({ url }) => ({
          status: 200,
          body: url.endsWith(IMAGE.config.digest)
            ? Buffer.from(IMAGE.config.bytes)
            : Buffer.alloc(IMAGE.layers[0]?.bytes.length ?? 0),
        }),
      },
    ])
    const { address } = started.registry
    before = listing()
    await inParallel(4, ROWS, async row => {
      const args = row.args.map(arg => arg.replace('{registry}', address))
      tried.set(row, await bantam(args, { cwd, env }))
    })
    after = listing()
  }, 240_000)
  afterAll(() => started.registry?.stop())

  it('is one of at least 40', () => {
    expect(new Set(ROWS.map(({ args }) => args.join(' '))).size).toBeGreaterThanOrEqual(40)
    expect(new Set(ROWS.map(({ args: [command], name }) => `${command} ${name}`)).size).toBe(ROWS.length)
  })

  it.each(ROWS)('is told in one sentence: $args.0, $name', row => {
    const { exitCode, stdout, stderr } = tried.get(row) ?? { stdout: '', stderr: '' }
    expect(exitCode).toBe(row.exitCode ?? 2)
    expect(stderr).not.toMatch(/^\s+at .+:\d+/m)
    const told = stderr.split('\n').filter(line => line.startsWith('error: '))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(row.says)
    // The gate's answer is not a failure, and has no code.
    expect(told[0]).toMatch(
      exitCode === 1 ? /^error: [^\p{Cc}]{20,700}[.?]$/u : /^error: [^\p{Cc}]{20,700}[.?] \[[a-z-]+\]$/u,
    )
    if (exitCode === 2 && row.args[0] !== 'build') expect(stdout).toBe('')
  })

  it('says of many programs what it says of ten', async () => {
    const { exitCode, stdout, stderr } = await bantam(['weigh', './many-packed'], { cwd, env })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('/bin/59')
    expect(stderr.match(/could not be read: /g)).toHaveLength(10)
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(stderr).toMatch(/^note: The same is true of 50 more programs\.$/m)
  })

  it('leaves nothing behind', () => {
    expect(after).toEqual(before)
  })
})
