import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { extract } from '../../src/host/archive.ts'
import { tarGz, tarXz, type RawEntry } from '../support/archives.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

/** A file at `destination/../victim` shows whether anything was written outside. */
function place(archive: Uint8Array) {
  const host = testHost()
  const file = path.join(host.cwd, 'some.archive')
  writeFileSync(file, archive)
  writeFileSync(path.join(host.cwd, 'victim'), 'untouched')
  return { host, file, destination: path.join(host.cwd, 'a', 'destination') }
}

const tool: readonly RawEntry[] = [
  { name: 'go/', type: '5', mode: 0o755 },
  { name: 'go/bin/go', content: 'executable', mode: 0o755 },
  { name: './go/VERSION', content: 'go1.99.1', mode: 0o4666 },
  { name: 'go/pkg/empty/', type: '5' },
  { name: 'go/bin/again', type: '1', link: 'go/bin/go' },
  { name: 'go/latest', type: '2', link: 'pkg/../bin/go' },
]

describeWith(['xz'], 'extract', () => {
  it.each([
    { name: '.tar.gz', archive: tarGz(tool) },
    { name: '.tar.xz', archive: tarXz(tool) },
  ])('extracts a $name without its first component', async ({ archive }) => {
    const { host, file, destination } = place(archive)
    await extract(host, file, destination, { strip: true })
    expect(readdirSync(destination).sort()).toEqual(['VERSION', 'bin', 'latest', 'pkg'])
    expect(readFileSync(path.join(destination, 'latest'), 'utf8')).toBe('executable')
    expect(readFileSync(path.join(destination, 'bin', 'again'), 'utf8')).toBe('executable')
    expect(statSync(path.join(destination, 'bin', 'go')).mode & 0o7111).toBe(0o111)
    expect(statSync(path.join(destination, 'VERSION')).mode & 0o7111).toBe(0)
    expect(readdirSync(path.join(destination, 'pkg', 'empty'))).toEqual([])
  })

  it('extracts the same as tar does', async () => {
    const host = testHost()
    const from = path.join(host.cwd, 'from')
    const deep = path.join(from, 'deep-'.repeat(25), 'deeper-'.repeat(25))
    mkdirSync(deep, { recursive: true })
    writeFileSync(path.join(deep, 'big'), Buffer.alloc(3_000_000, 'big'))
    writeFileSync(path.join(from, 'empty'), '')
    symlinkSync('empty', path.join(from, 'link'))
    const file = path.join(host.cwd, 'archive.tar.gz')
    execFileSync('tar', ['-czf', file, '-C', from, '.'])
    const to = path.join(host.cwd, 'to')
    await extract(host, file, to, { strip: false })
    expect(execFileSync('diff', ['-r', '--no-dereference', from, to], { encoding: 'utf8' })).toBe('')
  })

  const hostile: readonly { name: string; entries: readonly RawEntry[]; says: RegExp }[] = [
    {
      name: '../',
      entries: [{ name: '../../victim', content: '!' }],
      says: /"\.\.\/\.\.\/victim" points out .* with \.\./,
    },
    {
      name: '../ further in',
      entries: [{ name: 'go/../../../victim', content: '!' }],
      says: /points out of the archive/,
    },
    {
      name: 'an absolute path',
      entries: [{ name: '/tmp/victim', content: '!' }],
      says: /"\/tmp\/victim" is an absolute path/,
    },
    {
      name: 'a link that points out, and a file through it',
      entries: [
        { name: 'go/out', type: '2', link: '../../..' },
        { name: 'go/out/victim', content: '!' },
      ],
      says: /"go\/out" is a link that points out of the archive, to "\.\.\/\.\.\/\.\."/,
    },
    {
      name: 'an absolute link',
      entries: [{ name: 'go/out', type: '2', link: '/etc/passwd' }],
      says: /points out of the archive, to "\/etc\/passwd"/,
    },
    {
      name: 'a link to nothing',
      entries: [{ name: 'go/out', type: '2', link: '' }],
      says: /points out of the archive/,
    },
    {
      name: 'a link to what is not there',
      entries: [{ name: 'go/out', type: '2', link: 'gone' }],
      says: /to "gone", which is not there/,
    },
    {
      name: 'a link to itself',
      entries: [{ name: 'go/self', type: '2', link: 'self' }],
      says: /which is not there/,
    },
    {
      name: 'links that point out only together',
      entries: [
        { name: 'a/', type: '5' },
        { name: 'p/q/inside', type: '2', link: '../../a' },
        { name: 'out', type: '2', link: 'p/q/inside/../..' },
      ],
      says: /"out" is a link that points out of the archive/,
    },
    {
      name: 'a hard link that points out',
      entries: [{ name: 'go/out', type: '1', link: '../../victim' }],
      says: /points out of the archive/,
    },
    {
      name: 'an absolute hard link',
      entries: [{ name: 'go/out', type: '1', link: '/etc/passwd' }],
      says: /is an absolute path/,
    },
    {
      name: 'a hard link to nothing',
      entries: [{ name: 'go/out', type: '1', link: 'go/gone' }],
      says: /"go\/gone", which is not a file before it/,
    },
    {
      name: 'a file through a link',
      entries: [
        { name: 'dir/', type: '5' },
        { name: 'link', type: '2', link: 'dir' },
        { name: 'link/file', content: '!' },
      ],
      says: /two entries of one name/,
    },
    {
      name: 'a character device',
      entries: [{ name: 'go/null', type: '3' }],
      says: /"go\/null" is neither a file, a directory nor a link/,
    },
    { name: 'a block device', entries: [{ name: 'go/disk', type: '4' }], says: /is neither a file/ },
    { name: 'a FIFO', entries: [{ name: 'go/fifo', type: '6' }], says: /is neither a file/ },
    {
      name: 'a file twice',
      entries: [
        { name: 'x', content: '1' },
        { name: './x', content: '2' },
      ],
      says: /two entries of one name/,
    },
    {
      name: 'a file that is a directory too',
      entries: [{ name: 'x/', type: '5' }, { name: 'x' }],
      says: /two entries of one name/,
    },
  ]
  it.each(hostile)('refuses $name', async ({ entries, says }) => {
    const { host, file, destination } = place(tarGz(entries))
    await expect(extract(host, file, destination, { strip: false })).rejects.toEqual(
      aFailure('toolchain', { fields: { file: path.basename(file) }, why: says }),
    )
    expect(readFileSync(path.join(host.cwd, 'victim'), 'utf8')).toBe('untouched')
    expect(
      readdirSync(host.cwd)
        .filter(name => name !== 'a')
        .sort(),
    ).toEqual(['some.archive', path.basename(host.temporary), 'victim'].sort())
  })

  it.each([
    {
      name: 'refuses a path that leads out only where stripped',
      entries: [{ name: 'go/../victim', content: '!' }],
    },
    {
      name: 'refuses a link that leads out only where stripped',
      entries: [{ name: 'go/out', type: '2', link: '../victim' }],
    },
  ])('$name', async ({ entries }) => {
    const { host, file, destination } = place(tarGz(entries))
    await expect(extract(host, file, destination, { strip: true })).rejects.toEqual(
      aFailure('toolchain', { why: 'points out of the archive' }),
    )
  })

  it.each([
    { name: 'a truncated .tar.gz', archive: tarGz(tool).subarray(0, -20) },
    { name: 'a damaged .tar.gz', archive: damaged(tarGz(tool)) },
    { name: 'a truncated .tar.xz', archive: tarXz(tool).subarray(0, -20) },
    { name: 'a damaged .tar.xz', archive: damaged(tarXz(tool)) },
  ])('refuses $name', async ({ archive }) => {
    const { host, file, destination } = place(archive)
    await expect(extract(host, file, destination, { strip: true })).rejects.toEqual(
      aFailure('toolchain', { fields: { file: 'some.archive' }, why: 'it is damaged or incomplete' }),
    )
  })

  it('names where a refused archive was downloaded from', async () => {
    const { host, file, destination } = place(Buffer.from('<html>'))
    const from = 'https://go.example/go1.26.8.linux-amd64.tar.gz'
    await expect(extract(host, file, destination, { strip: true, from })).rejects.toEqual(
      aFailure('toolchain', { fields: { url: from }, what: from }),
    )
  })

  it.each([
    { name: 'an error page', content: '<html>404</html>' },
    { name: 'nothing', content: '' },
  ])('refuses $name', async ({ content }) => {
    const { host, file, destination } = place(Buffer.from(content))
    await expect(extract(host, file, destination, { strip: true })).rejects.toEqual(
      aFailure('toolchain', { why: 'it is neither a .tar.gz nor a .tar.xz' }),
    )
  })

  it('says what to install where xz is missing', async () => {
    const { host, file, destination } = place(tarXz(tool))
    const without = { ...host, env: { PATH: path.join(host.cwd, 'nowhere') } }
    await expect(extract(without, file, destination, { strip: true })).rejects.toEqual(
      aFailure('missing-tool', { fields: { command: 'xz' }, fix: 'package xz-utils' }),
    )
  })

  it('says so where the disk refuses', async () => {
    const { host, file } = place(tarGz(tool))
    await expect(extract(host, file, path.join(file, 'below'), { strip: true })).rejects.toEqual(
      aFailure('write', { fields: { file: path.join(file, 'below') } }),
    )
    expect(existsSync(path.join(file, 'below'))).toBe(false)
  })
})

/** With another byte in its middle. */
function damaged(archive: Uint8Array): Buffer {
  const copy = Buffer.from(archive)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}
