import { gzipSync, zstdCompressSync } from 'node:zlib'
import { setSum } from './mutate-tar.ts'
import { tarOf, type RawEntry } from '../../__tests__/support/archives.ts'

const RECORDS = '20 path=a/long/name\n19 linkpath=target\n12 size=512\n'

const ENTRIES: readonly (readonly RawEntry[])[] = [
  [
    { name: 'etc/', type: '5', mode: 0o755 },
    { name: 'etc/passwd', content: 'root:x:0:0::/:/bin/false\n' },
    { name: 'bin/app', content: 'x'.repeat(600), mode: 0o755 },
    { name: 'link', type: '2', link: 'etc' },
    { name: 'link/more', content: 'y' },
    { name: 'hard', type: '1', link: 'etc/passwd' },
  ],
  [
    { name: '././@LongLink', type: 'L', content: `${'long/'.repeat(40)}\0` },
    { name: 'short', content: '1' },
    { name: '././@LongLink', type: 'K', content: 'target\0' },
    { name: 'symlink', type: '2', link: 'x' },
    { name: 'pax', type: 'x', content: RECORDS },
    { name: 'with-records', content: 'z'.repeat(512) },
    { name: 'global', type: 'g', content: '10 a=bcde\n' },
    { name: 'device', type: '3' },
  ],
  [{ name: 'etc/.wh.passwd' }, { name: 'bin/.wh..wh..opq' }, { name: '.wh..wh.plnk/1' }, { name: 'etc' }],
]

/** As Bantam writes its own layers. */
export const OWN_TAR_SEEDS: readonly Buffer[] = [RECORDS, '14 size=-1536\n', '12 size=1e9\n'].map(content =>
  tarOf(
    [
      { name: 'etc/', type: '5', mode: 0o755 },
      { name: 'etc/passwd', content: 'root:x:0:0::/:/bin/false\n' },
      { name: 'pax', type: 'x', content },
      { name: 'app', content: 'x'.repeat(512), mode: 0o755 },
      { name: 'link', type: '2', link: 'etc' },
    ].map(entry => ({ ...entry, owner: 0 })),
  ),
)

const DATA = 'x'.repeat(512)
const MAP = '1\n1024\n512\n'.padEnd(512, '\0')

/** A file with a hole before and behind its data, in every form that tar has for it. */
const SPARSE: readonly (readonly RawEntry[])[] = [
  ['size=4096', 'numblocks=1', 'offset=1024', 'numbytes=512'],
  ['size=4096', 'name=a/b', 'map=1024,512'],
  ['major=1', 'minor=0', 'name=a/b', 'realsize=4096'],
].map((records, index) => [
  { name: 'pax', type: 'x', content: records.map(recordOf).join('') },
  { name: 'GNUSparseFile.1/b', content: index === 2 ? MAP + DATA : DATA },
  { name: 'after', content: 'y' },
])

function recordOf(text: string): string {
  const record = ` GNU.sparse.${text}\n`
  return `${record.length + 2}${record}`
}

/** Old GNU tar has the map in the header, and more of it in a block of its own. */
function oldSparse(): Buffer {
  const more = Buffer.alloc(512)
  more.write('00000002000\x0000000000400\0', 0, 'latin1')
  const tar = tarOf([
    { name: 'sparse', type: 'S', content: DATA },
    { name: 'after', content: 'y' },
  ])
  tar.write('00000001000\x0000000000400\0', 386, 'latin1')
  tar.write('\x0100000010000\0', 482, 'latin1')
  setSum(tar.subarray(0, 512))
  return Buffer.concat([tar.subarray(0, 512), more, tar.subarray(512)])
}

export const TAR_SEEDS: readonly Buffer[] = [
  ...[...ENTRIES, ...SPARSE].map(entries => tarOf(entries)),
  oldSparse(),
]

const SKIPPABLE = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
const TEXT = Buffer.from('what is unpacked '.repeat(40))

/** Of every kind: one stream, several after each other, and what stands between them. */
export const COMPRESSED_SEEDS: readonly Buffer[] = [
  gzipSync(TEXT),
  Buffer.concat([gzipSync(TEXT), gzipSync('')]),
  gzipSync(TEXT, { level: 0 }),
  zstdCompressSync(TEXT),
  Buffer.concat([SKIPPABLE, zstdCompressSync(TEXT), SKIPPABLE, zstdCompressSync('')]),
  zstdCompressSync(Buffer.alloc(400_000)),
  gzipSync(Buffer.alloc(400_000)),
]
