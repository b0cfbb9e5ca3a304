import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { TarError, tarEntries, type TarBounds } from '../../src/host/tar-entries.ts'
import { tarOf, type RawEntry } from '../support/archives.ts'
import { testHost } from '../support/host.ts'

interface Read {
  readonly name: string
  readonly type: string
  readonly link: string
  readonly content: string
}

async function readAll(
  archive: Uint8Array,
  { chunk = 1000, ...bounds }: Partial<TarBounds> & { chunk?: number } = {},
): Promise<Read[]> {
  const read: Read[] = []
  async function* chunks() {
    for (let at = 0; at < archive.length; at += chunk) yield archive.subarray(at, at + chunk)
  }
  const limits = { maxEntries: 1000, maxBytes: 10_000_000, ...bounds }
  for await (const { name, type, linkTarget, content } of tarEntries(chunks(), limits)) {
    const parts: Uint8Array[] = []
    for await (const part of content()) parts.push(part)
    read.push({ name, type, link: linkTarget, content: Buffer.concat(parts).toString('utf8') })
  }
  return read
}

const small: readonly RawEntry[] = [
  { name: 'd/', type: '5' },
  { name: 'd/empty' },
  { name: 'd/file', content: 'x'.repeat(1500) },
  { name: 'd/soft', type: '2', link: 'file' },
  { name: 'd/hard', type: '1', link: 'd/file' },
  { name: 'd/fifo', type: '6' },
]

describe('tarEntries', () => {
  it.each([1, 7, 512, 100_000])('reads every kind of entry, in chunks of %i', async chunk => {
    expect(await readAll(tarOf(small), { chunk })).toEqual([
      { name: 'd/', type: 'directory', link: '', content: '' },
      { name: 'd/empty', type: 'file', link: '', content: '' },
      { name: 'd/file', type: 'file', link: '', content: 'x'.repeat(1500) },
      { name: 'd/soft', type: 'symlink', link: 'file', content: '' },
      { name: 'd/hard', type: 'hard link', link: 'd/file', content: '' },
      { name: 'd/fifo', type: 'other', link: '', content: '' },
    ])
  })

  it.each(['ustar', 'pax', 'gnu', 'v7'])(
    "reads tar's %s format, long and foreign names too",
    async format => {
      const { cwd } = testHost()
      const long = format === 'v7' ? 'short' : `${'long-'.repeat(18)}/${'name-'.repeat(18)}`
      const names = [`${long}/file`, ...(format === 'v7' ? [] : [`${long}/größe`])]
      mkdirSync(path.join(cwd, long), { recursive: true })
      for (const name of names) writeFileSync(path.join(cwd, name), `content of ${name}`)
      const archive = execFileSync('tar', ['-c', `--format=${format}`, '-f', '-', '-C', cwd, ...names])
      expect((await readAll(archive)).map(({ name, content }) => ({ name, content }))).toEqual(
        names.map(name => ({ name, content: `content of ${name}` })),
      )
    },
  )

  it('skips what is not read', async () => {
    const names: string[] = []
    async function* whole() {
      yield tarOf(small)
    }
    for await (const { name } of tarEntries(whole(), { maxEntries: 10, maxBytes: 10_000 })) names.push(name)
    expect(names).toEqual(small.map(({ name }) => name))
  })

  it.each([
    {
      name: 'too many entries',
      archive: tarOf(small),
      bounds: { maxEntries: 5 },
      says: 'more than 5 entries',
    },
    {
      name: 'too many bytes',
      archive: tarOf(small),
      bounds: { maxBytes: 2000 },
      says: 'more than 2000 bytes',
    },
    { name: 'no tar', archive: Buffer.alloc(2000, 'x'), bounds: {}, says: 'not a tar archive' },
    { name: 'nothing', archive: Buffer.alloc(0), bounds: {}, says: 'breaks off' },
    { name: 'no end', archive: tarOf(small).subarray(0, -1024), bounds: {}, says: 'breaks off' },
    {
      name: 'a name of more than 1 MiB',
      archive: tarOf([{ name: 'x', type: 'L', content: 'a'.repeat(1024 * 1024 + 1) }]),
      bounds: {},
      says: 'name of more than 1 MiB',
    },
    { name: 'a pax record without an end', archive: paxed('99 path=x\n'), bounds: {}, says: 'malformed pax' },
    { name: 'a pax record of length 0', archive: paxed('0 path=x\n'), bounds: {}, says: 'malformed pax' },
    { name: 'a pax size that is none', archive: paxed('11 size=-1\n'), bounds: {}, says: 'malformed size' },
    { name: 'a pax size beyond the end', archive: paxed('15 size=999999\n'), bounds: {}, says: 'breaks off' },
  ])('refuses $name', async ({ archive, bounds, says }) => {
    await expect(readAll(archive, bounds)).rejects.toThrow(says)
  })

  it('fails with a TarError, and only that, whatever the bytes', async () => {
    const archive = tarOf(small)
    const damaged = fc
      .array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map(flips => {
        const copy = Buffer.from(archive)
        for (const [at, byte] of flips) copy[at] = byte
        return copy
      })
    const cut = fc.nat(archive.length).map(end => archive.subarray(0, end))
    const noise = fc.uint8Array({ maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, cut, noise), async bytes => {
        const failure: unknown = await readAll(bytes).then(
          () => null,
          (error: unknown) => error,
        )
        expect(failure === null || failure instanceof TarError).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

function paxed(records: string): Buffer {
  return tarOf([{ name: 'pax', type: 'x', content: records }, { name: 'file' }])
}
