import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkBinariesPlace, writeBinariesFolder } from '../../src/output/binaries-folder.ts'
import type { ReleaseBinary } from '../../src/output/release-file.ts'

const binary = (kind: ReleaseBinary['kind'], text: string): ReleaseBinary => ({
  name: 'proxy',
  platform: { os: 'linux', architecture: 'arm64' },
  kind,
  packed: kind === 'shipped',
  bytes: Buffer.from(text),
})
const BOTH = [binary('shipped', 'packed'), binary('linked', 'as it was linked')]

const place = () => path.join(mkdtempSync(path.join(tmpdir(), 'bantam-binaries-')), 'dist')

function write(directory: string, version: string | null = '1.4.0', archive: 'none' | 'tar.gz' = 'none') {
  return writeBinariesFolder({ directory, archive, version }, BOTH, 'abc')
}

/** Every file with its text. */
function contents(directory: string): Readonly<Record<string, string>> {
  const names = readdirSync(directory).sort()
  return Object.fromEntries(names.map(name => [name, readFileSync(path.join(directory, name), 'latin1')]))
}

describe('writeBinariesFolder', () => {
  it('writes what sha256sum checks and everybody may execute', async () => {
    const directory = place()
    const before = process.umask(0o077)
    try {
      await write(directory)
    } finally {
      process.umask(before)
    }
    expect(readdirSync(directory).sort()).toEqual([
      'binaries.json',
      'checksums.txt',
      'proxy_1.4.0_linux_arm64',
      'proxy_1.4.0_linux_arm64-linked',
    ])
    const checked = execFileSync('sha256sum', ['-c', 'checksums.txt'], { cwd: directory, encoding: 'utf8' })
    expect(checked).toBe('proxy_1.4.0_linux_arm64: OK\nproxy_1.4.0_linux_arm64-linked: OK\n')
    const modeOf = (name: string) => statSync(path.join(directory, name)).mode & 0o777
    expect([modeOf('proxy_1.4.0_linux_arm64'), modeOf('checksums.txt')]).toEqual([0o755, 0o644])
  })

  it.each(['none', 'tar.gz'] as const)('writes the same bytes again: %s', async archive => {
    const [one, other] = [place(), place()]
    await write(one, null, archive)
    await write(other, null, archive)
    expect(contents(one)).toEqual(contents(other))
  })

  it('replaces what an earlier run wrote, and leaves nothing of it behind', async () => {
    const directory = place()
    await write(directory, '1.3.0')
    await write(directory, '1.4.0', 'tar.gz')
    expect(readdirSync(directory).sort()).toEqual([
      'binaries.json',
      'checksums.txt',
      'proxy_1.4.0_linux_arm64-linked.tar.gz',
      'proxy_1.4.0_linux_arm64.tar.gz',
    ])
    expect(readdirSync(path.dirname(directory))).toEqual(['dist'])
  })

  it('writes where a link leads, and keeps the link', async () => {
    const directory = place()
    const real = path.join(path.dirname(directory), 'real')
    mkdirSync(real)
    symlinkSync('real', directory)
    await write(directory)
    expect(readdirSync(real)).toHaveLength(4)
  })
})

/** What a folder may hold that no run wrote there. */
const STRANGERS: readonly (readonly [string, (directory: string) => void, string])[] = [
  ['a file', directory => writeFileSync(path.join(directory, 'main.js'), ''), 'main.js'],
  ['a file beside binaries', directory => writeFileSync(path.join(directory, 'notes'), ''), 'notes'],
  ['a folder', directory => mkdirSync(path.join(directory, 'sub')), 'sub'],
  [
    'a list that is none',
    directory => writeFileSync(path.join(directory, 'binaries.json'), '{}'),
    'binaries.json',
  ],
]

describe.each([
  ['writeBinariesFolder', async (directory: string) => void (await write(directory))],
  ['checkBinariesPlace', checkBinariesPlace],
])('%s', (_, work) => {
  it.each(STRANGERS)('leaves alone a folder that holds %s', async (_, add, name) => {
    const directory = place()
    mkdirSync(directory)
    add(directory)
    const before = namesIn(directory)
    await expect(work(directory)).rejects.toMatchObject({
      code: 'write',
      message: expect.stringContaining(`it holds ${name}, which Bantam did not write there`),
    })
    expect(namesIn(directory)).toEqual(before)
    expect(readdirSync(path.dirname(directory))).toEqual(['dist'])
  })

  it.each([
    [
      'a file that was added',
      (directory: string) => writeFileSync(path.join(directory, 'added'), ''),
      'added',
    ],
    [
      'a link in the place of a binary',
      (directory: string) => {
        const file = path.join(directory, 'proxy_1.4.0_linux_arm64')
        execFileSync('ln', ['-sf', '/etc/passwd', file])
      },
      'proxy_1.4.0_linux_arm64',
    ],
    [
      'a pipe in the place of the list',
      (directory: string) => {
        execFileSync('sh', ['-c', 'rm binaries.json && mkfifo binaries.json'], { cwd: directory })
      },
      'binaries.json',
    ],
    [
      'a list that is too long to be one',
      (directory: string) => appendFileSync(path.join(directory, 'binaries.json'), ' '.repeat(5_000_000)),
      'binaries.json',
    ],
    [
      'a list that is nested too deep',
      (directory: string) => {
        const list = path.join(directory, 'binaries.json')
        const { binaries } = JSON.parse(readFileSync(list, 'utf8')) as { readonly binaries: object }
        const nested = `${'['.repeat(100)}${']'.repeat(100)}`
        writeFileSync(list, `{"binaries":${JSON.stringify(binaries)},"more":${nested}}`)
      },
      'binaries.json',
    ],
    [
      'a list that says nothing',
      (directory: string) => writeFileSync(path.join(directory, 'binaries.json'), '[{"file":1},null]'),
      'binaries.json',
    ],
  ])('leaves alone a folder of an earlier run with %s', async (_, change, name) => {
    const directory = place()
    await write(directory)
    change(directory)
    await expect(work(directory)).rejects.toThrow(`it holds ${name}, which`)
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(['checksums.txt', name]))
  })

  it('takes an empty folder and a missing one', async () => {
    const directory = place()
    await work(directory)
    const empty = place()
    mkdirSync(empty)
    await work(empty)
    expect(readdirSync(path.dirname(empty))).toEqual(['dist'])
  })

  it('refuses what lies below a file', async () => {
    const directory = place()
    writeFileSync(directory, '')
    await expect(work(directory)).rejects.toMatchObject({ code: 'write' })
    await expect(work(path.join(directory, 'x'))).rejects.toMatchObject({ code: 'write' })
  })

  it('refuses where nothing may be written', async () => {
    await expect(work('/proc/nowhere/dist')).rejects.toMatchObject({ code: 'write' })
  })
})

/** The names of what is there, folders too. */
function namesIn(directory: string): readonly string[] {
  return readdirSync(directory).sort()
}
