import { sentencesOf } from '../../support/sentences.ts'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readExecutable } from '../../../src/binary/executable.ts'
import { checkZone, readZones } from '../../../src/commands/steps/zones.ts'
import type { ReadBinary } from '../../../src/commands/steps/read.ts'
import { declareImage } from '../../../src/declare/image-spec.ts'
import type { Given } from '../../../src/declare/given.ts'
import type { BaseImage } from '../../../src/image/base-image.ts'
import type { Entry } from '../../../src/image/entry.ts'
import { entryTree } from '../../../src/image/entry-tree.ts'
import { imageSet } from '../../../src/image/image-set.ts'
import { writeLayout } from '../../../src/output/layout.ts'
import { surroundings } from '../../declare/surroundings.ts'
import { goOnPath, goProgram } from '../../support/go-programs.ts'
import { testHost } from '../../support/host.ts'
import { image, PLAIN_CONFIG } from '../../support/images.ts'
import { runImage } from '../../support/run-image.ts'
import { describeWith } from '../../support/tools.ts'
import { aFailure, type Expected } from '../../support/a-failure.ts'

const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
const go = { ...goOnPath(), goroot }
const host = testHost()

const LOCAL =
  'package main\n\nimport "time"\n\nfunc main() { println(time.Unix(0, 0).Format("15:04 MST")) }\n'
const LOADS =
  'package main\n\nimport "time"\n\nfunc main() {\n\tzone, err := time.LoadLocation("Asia/Tokyo")\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\tprintln(time.Unix(0, 0).In(zone).Format("15:04 MST"), time.Unix(0, 0).Format("15:04 MST"))\n}\n'
const IN_C =
  '#include <stdio.h>\n#include <time.h>\nint main(void) {\n  time_t t = 0;\n  char text[64];\n  strftime(text, sizeof text, "%H:%M %Z", localtime(&t));\n  return puts(text) < 0;\n}\n'

const EMPTY_BASE: Omit<BaseImage, 'tree'> = {
  name: './base',
  kind: 'layout',
  digest: `sha256:${'0'.repeat(64)}`,
  rootDigest: `sha256:${'0'.repeat(64)}`,
  platform: { os: 'linux', architecture: 'amd64' },
  layers: [],
  entries: [],
  config: {
    env: {},
    user: '',
    workdir: null,
    labels: {},
    expose: [],
    volumes: [],
    stopSignal: null,
    healthcheck: null,
    history: [],
  },
}

function specOf(values: Given['values']) {
  const declared = declareImage({ surface: 'terminal', values, problems: [] }, surroundings())
  if (!declared.ok) throw new Error(sentencesOf(declared.problems).join('\n'))
  return declared.spec.platforms[0]
}

function readBinary(bytes: Uint8Array): ReadBinary {
  const executable = readExecutable(bytes)
  const breakdown = () => {
    throw new Error('nothing asks for it')
  }
  const linked = { name: 'x', file: '/x', directory: undefined, main: null, importPath: null }
  return { linked, bytes, linkedSize: bytes.length, breakdown, executable }
}

function compileC(source: string): Uint8Array {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-zone-'))
  writeFileSync(path.join(directory, 'x.c'), source)
  execFileSync('gcc', ['-Os', '-static', '-s', '-o', 'x', 'x.c'], { cwd: directory })
  return execFileSync('cat', [path.join(directory, 'x')], { maxBuffer: 100_000_000 })
}

const zones = async (
  values: Given['values'],
  binaries: readonly ReadBinary[],
  userFiles: readonly Entry[] = [],
) => {
  const { archive, files, from } = await readZones(host, specOf(values), go, binaries, userFiles)
  return { archive: archive !== null, files: files.map(({ name }) => name), from }
}

describeWith(['go', 'gcc'], 'readZones', () => {
  let local: ReadBinary
  let loads: ReadBinary
  let inC: ReadBinary
  beforeAll(async () => {
    ;[local, loads] = (await Promise.all([goProgram(LOCAL), goProgram(LOADS)])).map(readBinary) as [
      ReadBinary,
      ReadBinary,
    ]
    inC = readBinary(compileC(IN_C))
  }, 120_000)

  const BERLIN = { env: 'TZ=Europe/Berlin' }
  const NONE = { archive: false, files: [], from: 'none' }
  const ONE = { archive: false, files: ['Europe/Berlin'], from: 'Europe/Berlin' }
  const ZIP = { archive: true, files: [], from: "Go's zoneinfo.zip" }

  it('takes TZ for a need, whatever the binary reaches', async () => {
    expect(await zones({}, [local])).toEqual(NONE)
    expect(await zones(BERLIN, [local])).toEqual(ONE)
    expect(await zones({ env: 'TZ=:Europe/Berlin' }, [local])).toEqual(ONE)
    expect(await zones({ env: 'TZ=UTC' }, [local])).toEqual(NONE)
  })

  it('needs nothing more where Go’s zip is there already', async () => {
    expect(await zones({}, [loads])).toEqual(ZIP)
    expect(await zones(BERLIN, [loads])).toEqual(ZIP)
    expect(await zones({ ...BERLIN, timezones: 'all' }, [local])).toEqual(ZIP)
  })

  it('leaves those of a base as they are, and brings what it lacks', async () => {
    const place = (at: string): Entry => ({
      kind: 'file',
      path: at,
      mode: 0o644,
      uid: 0,
      gid: 0,
      bytes: Buffer.alloc(0),
    })
    const on = async (values: Given['values'], ...paths: readonly string[]) => {
      const spec = specOf({ base: './base', ...values })
      const base = { ...EMPTY_BASE, tree: entryTree(paths.map(place)) }
      const { archive, files, from } = await readZones(host, { ...spec, on: base }, go, [loads], [])
      return { archive: archive !== null, files: files.map(({ name }) => name), from }
    }
    const there = '/usr/share/zoneinfo/UTC'
    expect(await on({}, there)).toEqual({ ...NONE, from: 'those of the base' })
    expect(await on({}, '/usr/local/go/lib/time/zoneinfo.zip')).toEqual({
      ...NONE,
      from: 'those of the base',
    })
    expect(await on(BERLIN, there, '/usr/share/zoneinfo/Europe/Berlin')).toEqual({
      ...NONE,
      from: 'those of the base',
    })
    expect(await on(BERLIN, there)).toEqual(ONE)
    expect(await on({})).toEqual(ZIP)
    expect(await on({ timezones: 'all' }, there)).toEqual(ZIP)
  })

  it('gives files to what is not Go’s', async () => {
    expect(await zones(BERLIN, [inC])).toEqual(ONE)
    expect(await zones(BERLIN, [loads, inC])).toEqual({
      archive: true,
      files: ['Europe/Berlin'],
      from: "Go's zoneinfo.zip and Europe/Berlin",
    })
    const all = await zones({ timezones: 'all' }, [inC])
    expect(all.archive).toBe(false)
    expect(all.files.length).toBeGreaterThan(500)
    expect(await zones({ env: 'TZ=CET-1CEST' }, [inC])).toEqual(NONE)
    expect(await zones({}, [inC])).toEqual(NONE)
  })

  it('gives files to a program that comes with files and is not Go’s', async () => {
    const tool = (bytes: Uint8Array, mode = 0o755): Entry => ({
      kind: 'file',
      path: '/bin/tool',
      mode,
      uid: 0,
      gid: 0,
      bytes,
    })
    expect(await zones(BERLIN, [loads], [tool(inC.bytes)])).toEqual({
      archive: true,
      files: ['Europe/Berlin'],
      from: "Go's zoneinfo.zip and Europe/Berlin",
    })
    expect(await zones(BERLIN, [loads], [tool(local.bytes)])).toEqual(ZIP)
    expect(await zones(BERLIN, [loads], [tool(inC.bytes, 0o644)])).toEqual(ZIP)
    const all = await zones({ timezones: 'all' }, [local], [tool(inC.bytes)])
    expect(all.archive).toBe(true)
    expect(all.files.length).toBeGreaterThan(500)
  })

  it('leaves out what was opted out of, or comes with files', async () => {
    expect(await zones({ ...BERLIN, timezones: 'none' }, [local])).toEqual(NONE)
    const userFiles: Entry = {
      kind: 'file',
      path: '/usr/share/zoneinfo/Europe/Berlin',
      mode: 0o644,
      uid: 0,
      gid: 0,
      bytes: Buffer.from('TZif'),
    }
    expect(await zones(BERLIN, [local], [userFiles])).toEqual(NONE)
  })

  describeWith(['umoci', 'runc'], 'in an image', () => {
    it('makes local time local, for Go and for C', async () => {
      const run = async (name: string, binary: ReadBinary, values: Given['values']) => {
        const spec = specOf(values)
        const { archive, files } = await readZones(host, spec, go, [binary], [])
        const layout = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-zone-')), name)
        const shipped = { name, bytes: binary.bytes, packed: false }
        const config = { ...PLAIN_CONFIG, env: spec.config.env }
        await writeLayout(
          layout,
          imageSet([await image(shipped, { base: { zones: archive, zoneFiles: files }, config })]),
        )
        return (await runImage(`${layout}:latest`)).output
      }
      expect(await run('local', local, BERLIN)).toBe('01:00 CET\n')
      expect(await run('loads', loads, BERLIN)).toBe('09:00 JST 01:00 CET\n')
      expect(await run('c', inC, BERLIN)).toBe('01:00 CET\n')
    }, 60_000)
  })
})

describe('checkZone', () => {
  const check = (env: string, more: Given['values'] = {}) => checkZone(host, specOf({ env, ...more }), go, [])

  it.each(['TZ=Europe/Berlin', 'TZ=UTC', 'TZ=', 'TZ=EST5EDT', 'TZ=/usr/share/zoneinfo/Europe/Berlin', 'A=1'])(
    'says nothing against %s',
    async env => {
      expect(await check(env)).toBeUndefined()
    },
  )

  it.each<[string, Expected]>([
    ['TZ=Europe/Berln', { why: 'that is not the name of a time zone', fix: /^write Europe\/Berlin$/ }],
    ['TZ=europe/berlin', { fix: /^write Europe\/Berlin$/ }],
    ['TZ=Berlin', { fix: /^write Europe\/Berlin$/ }],
    ['TZ=../../etc/passwd', { fields: { input: 'env', value: '../../etc/passwd' }, fix: 'the name of one' }],
    ['TZ="Europe/Berlin"', { fix: /^write Europe\/Berlin$/ }],
    ['TZ=/etc/mine', { fields: { input: 'env', value: '/etc/mine' }, why: 'not in the image' }],
    ['TZ=CET-1CEST', { fields: { input: 'env', value: 'CET-1CEST' }, why: 'Go cannot read that rule' }],
  ])('refuses %s before anything is built', async (env, expected) => {
    await expect(check(env)).rejects.toEqual(aFailure('bad-input', expected))
  })

  it('leaves rules to a program that may read them', async () => {
    expect(await check('TZ=CET-1CEST', { binary: 'x' })).toBeUndefined()
  })

  it('gives notice of a zone that is left out', async () => {
    const own = testHost()
    await checkZone(own, specOf({ env: 'TZ=Europe/Berlin', timezones: 'none' }), go, [])
    expect(own.log.lines.join('\n')).toContain('--timezones none leaves that zone out')
  })
})
