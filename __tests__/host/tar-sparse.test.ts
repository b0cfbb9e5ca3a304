import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, statSync, writeSync, closeSync, ftruncateSync } from 'node:fs'
import path from 'node:path'
import { sparseRecords } from '../../src/host/tar-sparse-maps.ts'
import { sparseFile, withHoles } from '../../src/host/tar-sparse.ts'
import { TarError, tarEntries } from '../../src/host/tar-entries.ts'
import { readLayer } from '../../src/thing/read-layer.ts'
import { allowance } from '../../src/thing/allowance.ts'
import { archiveStore } from '../../src/thing/store.ts'
import { tarOf } from '../support/archives.ts'
import { testHost } from '../support/host.ts'

const host = testHost()
const at = (name: string) => path.join(host.cwd, name)
/** Data every 100 kB, more pieces than a header and one block hold, and a hole at the end. */
const PIECES = 40
const SIZE = 5_000_000
const long = `${'deep-'.repeat(15)}/${'name-'.repeat(25)}`

function makeSparse(name: string, pieces: number, size: number): void {
  const file = openSync(at(name), 'w', 0o755)
  for (let index = 0; index < pieces; index++)
    writeSync(file, Buffer.alloc(4096, 65 + (index % 26)), 0, 4096, index * 100_000)
  ftruncateSync(file, size)
  closeSync(file)
}

const FORMATS = [
  { name: 'old GNU', flags: ['--format=gnu'] },
  { name: 'PAX 0.0', flags: ['--format=pax', '--sparse-version=0.0'] },
  { name: 'PAX 0.1', flags: ['--format=pax', '--sparse-version=0.1'] },
  { name: 'PAX 1.0', flags: ['--format=pax', '--sparse-version=1.0'] },
] as const

function archive(flags: readonly string[]): string {
  const file = at(`${flags.join('')}.tar`)
  const names = ['plain', 'many', long, 'empty', 'after']
  execFileSync('tar', ['--create', '--sparse', ...flags, '--file', file, '-C', host.cwd, ...names])
  return file
}

async function* chunksOf(bytes: Uint8Array, length = 1000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length)
}

beforeAll(() => {
  mkdirSync(path.dirname(at(long)))
  makeSparse('plain', 1, 4096)
  makeSparse('many', PIECES, SIZE)
  makeSparse(long, 3, 300_000)
  makeSparse('empty', 0, 1_000_000)
  makeSparse('after', 1, 4096)
})

describe.each(FORMATS)('sparse files of $name', ({ flags }) => {
  it('have their own name, size and content', async () => {
    const file = archive(flags)
    const bytes = readFileSync(file)
    expect(bytes.length).toBeLessThan(1_000_000)
    const seen: string[] = []
    for await (const entry of tarEntries(chunksOf(bytes), { maxEntries: 10, maxBytes: 10_000_000 })) {
      const parts: Uint8Array[] = []
      for await (const part of entry.content()) parts.push(part)
      expect(entry.size).toBe(statSync(at(entry.name)).size)
      expect(Buffer.compare(Buffer.concat(parts), readFileSync(at(entry.name)))).toBe(0)
      seen.push(entry.name)
    }
    expect(seen).toEqual(['plain', 'many', long, 'empty', 'after'])
  })

  it('are skipped where nobody reads them', async () => {
    const seen: string[] = []
    for await (const entry of tarEntries(chunksOf(readFileSync(archive(flags))), {
      maxEntries: 10,
      maxBytes: 10_000_000,
    })) {
      if (entry.name === 'many') for await (const part of entry.content()) if (part.length > 0) break
      seen.push(`${entry.name} ${entry.size}`)
    }
    expect(seen).toContain('after 4096')
  })

  it('weigh in a layer what they are for a container', async () => {
    const file = archive(flags)
    const size = statSync(file).size
    const { changes } = await readLayer(host, { file, offset: 0, size, temporary: false }, allowance())
    expect(changes.map(change => ('bytes' in change ? [change.path, change.bytes] : change.kind))).toEqual([
      ['/plain', 4096],
      ['/many', SIZE],
      [`/${long}`, 300_000],
      ['/empty', 1_000_000],
      ['/after', 4096],
    ])
  })

  it('are whole where an archive of blobs has them', async () => {
    const store = await archiveStore(host, 'archive', archive(flags), allowance())
    const extent = await store.extent('many', Infinity)
    const read = readFileSync(extent!.file).subarray(extent!.offset, extent!.offset + extent!.size)
    expect(Buffer.compare(read, readFileSync(at('many')))).toBe(0)
  })

  it('count against the bound of what is unpacked', async () => {
    const read = async () => {
      for await (const entry of tarEntries(chunksOf(readFileSync(archive(flags))), {
        maxEntries: 10,
        maxBytes: 2_000_000,
      }))
        void entry
    }
    await expect(read()).rejects.toThrow('it has sparse files of more than 2000000 bytes')
  })
})

const pax = (...records: readonly (readonly [string, string])[]) =>
  records
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`
      const length = [2, 3].find(digits => String(rest.length + digits).length === digits) ?? 0
      return `${rest.length + length}${rest}`
    })
    .join('')

describe('sparse files that lie', () => {
  const V1 = [
    ['GNU.sparse.major', '1'],
    ['GNU.sparse.minor', '0'],
    ['GNU.sparse.name', 'x'],
  ] as const
  const block = (text: string) => text.padEnd(512, '\0')

  it.each([
    {
      name: 'a piece behind its end',
      records: [
        ['GNU.sparse.size', '5'],
        ['GNU.sparse.map', '4,4'],
      ],
      content: 'four',
    },
    {
      name: 'pieces out of order',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.map', '8,2,4,2'],
      ],
      content: 'four',
    },
    {
      name: 'pieces on each other',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.map', '0,2,1,2'],
      ],
      content: 'four',
    },
    {
      name: 'half a pair',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.map', '0,4,8'],
      ],
      content: 'four',
    },
    {
      name: 'less than is stored',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.map', '0,2'],
      ],
      content: 'four',
    },
    {
      name: 'more than is stored',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.map', '0,9'],
      ],
      content: 'four',
    },
    {
      name: 'no number',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.map', '0,-4'],
      ],
      content: 'four',
    },
    {
      name: 'a negative size',
      records: [
        ['GNU.sparse.size', '-9'],
        ['GNU.sparse.map', ''],
      ],
      content: '',
    },
    {
      name: 'another count',
      records: [
        ['GNU.sparse.size', '99'],
        ['GNU.sparse.numblocks', '2'],
        ['GNU.sparse.map', '0,4'],
      ],
      content: 'four',
    },
    {
      name: 'two lengths in turn',
      records: [
        ['GNU.sparse.size', '9'],
        ['GNU.sparse.numbytes', '4'],
      ],
      content: 'four',
    },
    {
      name: 'no file system’s size',
      records: [
        ['GNU.sparse.size', '99999999999999'],
        ['GNU.sparse.map', ''],
      ],
      content: '',
    },
    { name: 'no map before its content', records: [...V1, ['GNU.sparse.realsize', '9']], content: 'four' },
    {
      name: 'a map without an end',
      records: [...V1, ['GNU.sparse.realsize', '9']],
      content: block('9\n0\n'),
    },
    {
      name: 'a map of too many',
      records: [...V1, ['GNU.sparse.realsize', '9']],
      content: block('999999999999999\n'),
    },
    {
      name: 'a number without an end',
      records: [...V1, ['GNU.sparse.realsize', '9']],
      content: '1'.repeat(1024),
    },
    { name: 'no real size', records: V1, content: block('0\n') },
  ] as const)('$name', async ({ records, content }) => {
    const tar = tarOf([
      { name: 'pax', type: 'x', content: pax(...records) },
      { name: 'x', content },
    ])
    const read = async () => {
      for await (const entry of tarEntries(chunksOf(tar), { maxEntries: 9, maxBytes: 1e15 })) void entry
    }
    await expect(read()).rejects.toThrow(TarError)
  })

  it('take the name and the size that the records have', async () => {
    const records = [...V1, ['GNU.sparse.realsize', '9'], ['path', './GNUSparseFile.1/x']] as const
    const tar = tarOf([
      { name: 'pax', type: 'x', content: pax(...records) },
      { name: 'GNUSparseFile.1/x', content: `${block('1\n3\n4\n')}four` },
      { name: 'next' },
    ])
    const seen: unknown[] = []
    for await (const { name, size, offset, content } of tarEntries(chunksOf(tar), {
      maxEntries: 9,
      maxBytes: 1e9,
    })) {
      const parts: Uint8Array[] = []
      for await (const part of content()) parts.push(part)
      seen.push([name, size, offset === null, Buffer.concat(parts).toString('latin1')])
    }
    expect(seen).toEqual([
      ['x', 9, true, '\0\0\0four\0\0'],
      ['next', 0, false, ''],
    ])
  })

  it('are read whole or not at all, whatever the map', async () => {
    const map = fc.array(fc.nat(30), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(map, fc.nat(100), fc.nat(60), async (numbers, size, stored) => {
        let file
        try {
          file = sparseFile(null, size, numbers, stored)
        } catch (error) {
          expect(error).toBeInstanceOf(TarError)
          return
        }
        let left = stored
        let length = 0
        for await (const part of withHoles(file, async wanted => {
          left -= Math.min(wanted, 3)
          return new Uint8Array(Math.min(wanted, 3))
        }))
          length += part.length
        expect([length, left]).toEqual([size, 0])
      }),
    )
  })

  it('are none where the records say nothing of one', () => {
    expect(sparseRecords([['path', 'x']])).toBeNull()
    expect(sparseRecords([['GNU.sparse.major', '2']])).toBeNull()
  })
})
