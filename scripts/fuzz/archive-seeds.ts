import { gzipSync, zstdCompressSync } from 'node:zlib'
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

export const TAR_SEEDS: readonly Buffer[] = ENTRIES.map(entries => tarOf(entries))

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
