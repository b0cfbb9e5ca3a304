import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { PT_DYNAMIC, PT_INTERP, PT_LOAD } from '../../src/binary/elf-constants.ts'
import type { Entry } from '../../src/image/entry.ts'
import { entryTree } from '../../src/image/entry-tree.ts'
import { type Start, whyNotStart } from '../../src/image/start-check.ts'
import { BASE, makeElf } from '../support/make-elf.ts'
import { unreadFile } from '../support/unread-file.ts'

const owned = { mode: 0o755, uid: 0, gid: 0 }
const file = (path: string, bytes: Uint8Array | string, rights: Partial<typeof owned> = {}): Entry => ({
  kind: 'file',
  path,
  ...owned,
  ...rights,
  bytes: Buffer.from(bytes),
})
const directory = (path: string, rights: Partial<typeof owned> = {}): Entry => ({
  kind: 'directory',
  path,
  ...owned,
  ...rights,
})
const link = (path: string, target: string): Entry => ({
  kind: 'symlink',
  path,
  target,
  ...owned,
  mode: 0o777,
})

const ELF = makeElf()
const ARM = makeElf({ machine: 183 })
const OBJECT = makeElf({ type: 1 })
const MUSL = '/lib/ld-musl-x86_64.so.1'
/** A file that needs libraries; a program where it names a loader. */
function linked(needed: readonly string[], loader: string | null = null): Uint8Array {
  const names = needed.map(name => `${name}\0`)
  const strings = BASE + BigInt(64 + 56 * (loader === null ? 2 : 3))
  const offsets = names.map((_, index) => names.slice(0, index).join('').length)
  const entries = [[5n, strings], ...offsets.map(offset => [1n, BigInt(offset)]), [0n, 0n]].flat()
  const dynamic = Buffer.alloc(8 * entries.length)
  entries.forEach((value, index) => dynamic.writeBigUInt64LE(value, 8 * index))
  return makeElf({
    type: 3,
    segments: [
      { type: PT_LOAD, content: Buffer.from(names.join('') || '\0') },
      { type: PT_DYNAMIC, content: dynamic },
      ...(loader === null ? [] : [{ type: PT_INTERP, content: Buffer.from(`${loader}\0`) }]),
    ],
  })
}
const dynamic = (loader: string) =>
  makeElf({ segments: [{ type: PT_INTERP, content: Buffer.from(`${loader}\0`) }] })

const START: Start = {
  entrypoint: [],
  env: {},
  workdir: null,
  user: { uid: 65532, gid: 65532 },
  platform: { os: 'linux', architecture: 'amd64' },
}

/** The binary to be built is `/api`. */
function why(command: string, entries: readonly Entry[] = [], start: Partial<Start> = {}): string | null {
  const tree = entryTree([file('/api', ''), ...entries])
  return whyNotStart(tree, new Set(['/api']), { ...START, ...start, entrypoint: [command, '-c', 'x'] })
}

/** The same file, which counts how often it is read. */
function counting(path: string, bytes: Uint8Array) {
  let reads = 0
  const entry: Entry = {
    kind: 'file',
    path,
    ...owned,
    content: { file: '/nowhere', offset: 0, size: bytes.length },
    get bytes() {
      reads += 1
      return bytes
    },
  }
  return { entry, reads: () => reads }
}

describe('whyNotStart', () => {
  it('reads a program and a library once', () => {
    const program = counting('/tool', linked(['liba.so'], '/lib/ld.so'))
    const library = counting('/lib/liba.so', linked([]))
    expect(why('/tool', [program.entry, library.entry, file('/lib/ld.so', ELF)])).toBeNull()
    expect([program.reads(), library.reads()]).toEqual([1, 1])
  })

  it('judges no file that is too large to be read', () => {
    expect(why('/tool', [unreadFile('/tool', 3_000_000_000)])).toBeNull()
    const program = file('/tool', linked(['liba.so'], '/lib/ld.so'))
    const others = [unreadFile('/lib/liba.so', 3_000_000_000), file('/lib/ld.so', ELF)]
    expect(why('/tool', [program, ...others])).toBeNull()
  })

  it.each<[string, string, readonly Entry[], Partial<Start>]>([
    ['the binary', '/api', [], {}],
    ['the binary by a path with dots', '/x/../api', [directory('/x')], {}],
    ['the binary by PATH', 'api', [], { env: { PATH: '/usr/bin:/' } }],
    ['the binary by the working directory', './api', [], {}],
    ['a program in the usual PATH', 'tool', [file('/usr/local/bin/tool', ELF)], {}],
    [
      'the first of PATH that may be executed',
      'x',
      [file('/a/x', ELF, { mode: 0o644 }), file('/b/x', ELF)],
      { env: { PATH: '/a:/b' } },
    ],
    ['a program below workdir', 'bin/x', [file('/srv/bin/x', ELF), directory('/srv')], { workdir: '/srv' }],
    ['a link to the binary', '/run', [link('/run', 'api')], {}],
    [
      'links over directories',
      '/bin/sh',
      [link('/bin', 'usr/bin'), file('/usr/bin/busybox', ELF), link('/usr/bin/sh', '/bin/busybox')],
      {},
    ],
    [
      'a script whose interpreter is there',
      '/run.sh',
      [file('/run.sh', '#!/bin/sh -e\nx'), file('/bin/sh', ELF)],
      {},
    ],
    [
      'a script for what is in PATH',
      '/run.sh',
      [file('/run.sh', '#!/usr/bin/env sh\n'), file('/usr/bin/env', ELF), file('/bin/sh', ELF)],
      {},
    ],
    [
      'a program whose loader is there',
      '/x',
      [file('/x', dynamic('/lib/ld-musl-x86_64.so.1')), file('/lib/ld-musl-x86_64.so.1', ELF)],
      {},
    ],
    [
      'a program whose libraries are there, and theirs',
      '/x',
      [
        file('/x', linked(['liba.so', 'libc.musl-x86_64.so.1'], MUSL)),
        file(MUSL, ELF),
        file('/lib/liba.so', linked(['libb.so', 'libc.so']), { mode: 0o644 }),
        file('/opt/libb.so', linked(['liba.so']), { mode: 0o644 }),
      ],
      {},
    ],
    [
      'a library that another place has for another machine',
      '/x',
      [
        file('/x', linked(['liba.so'], MUSL)),
        file(MUSL, ELF),
        file('/lib32/liba.so', makeElf({ machine: 3, bits: 32 })),
        file('/lib/liba.so', linked([])),
      ],
      {},
    ],
    ['what the user’s group may execute', '/x', [file('/x', ELF, { mode: 0o750, gid: 65532 })], {}],
    [
      'what root may execute',
      '/x',
      [
        directory('/s', { mode: 0o700, uid: 1 }),
        file('/s/x', ELF, { mode: 0o100, uid: 1 }),
        link('/x', '/s/x'),
      ],
      { user: { uid: 0, gid: 0 } },
    ],
    ['a program for arm64', '/x', [file('/x', ARM)], { platform: { os: 'linux', architecture: 'arm64' } }],
  ])('says nothing against %s', (_, command, entries, start) => {
    expect(why(command, entries, start)).toBeNull()
  })

  it.each<[string, string, readonly Entry[], Partial<Start>, string]>([
    ['a path that is not there', '/bin/sh', [], {}, 'is not in the image'],
    ['a name that is not in PATH', 'api', [], {}, 'is in no directory of PATH (/usr/local/sbin:'],
    [
      'a name that is not in the image’s PATH',
      'sh',
      [file('/bin/sh', ELF)],
      { env: { PATH: '/x' } },
      'is in no directory of PATH (/x)',
    ],
    [
      'a path below another working directory',
      './api',
      [directory('/srv')],
      { workdir: '/srv' },
      'is not in the image',
    ],
    ['a directory', '/tools', [directory('/tools')], {}, 'is a directory'],
    [
      'a link to nothing',
      '/x',
      [link('/x', '/gone')],
      {},
      'leads nowhere, because /gone is not in the image',
    ],
    ['links in a circle', '/x', [link('/x', '/y'), link('/y', '/x')], {}, 'its links lead in a circle'],
    ['what lies below a file', '/api/x', [], {}, 'leads nowhere, because /api is not a directory'],
    [
      'a file without the bit',
      '/x',
      [file('/x', ELF, { mode: 0o644 })],
      {},
      'may not be executed (mode 0644, ',
    ],
    [
      'a file that only root may execute',
      '/x',
      [file('/x', ELF, { mode: 0o700 })],
      {},
      'may not be executed by user 65532:65532 (mode 0700, owner 0:0)',
    ],
    [
      'a file that its owner may not',
      '/x',
      [file('/x', ELF, { mode: 0o077, uid: 65532 })],
      {},
      'may not be executed by user 65532:65532',
    ],
    [
      'a file that even root may not',
      '/x',
      [file('/x', ELF, { mode: 0o600 })],
      { user: { uid: 0, gid: 0 } },
      'may not be executed (mode 0600, ',
    ],
    [
      'a directory that is closed',
      '/s/x',
      [directory('/s', { mode: 0o750 }), file('/s/x', ELF)],
      {},
      'may not enter /s (mode 0750, owner 0:0)',
    ],
    [
      'a closed working directory',
      '/api',
      [directory('/s', { mode: 0o700 })],
      { workdir: '/s' },
      'starts in /s, which 65532:65532 may not enter',
    ],
    [
      'a program for another machine',
      '/x',
      [file('/x', ARM)],
      {},
      'is a program for arm64, and the image is for linux/amd64',
    ],
    [
      'a program for a machine Go does not know',
      '/x',
      [file('/x', makeElf({ machine: 2 }))],
      {},
      'is a program for machine 2',
    ],
    ['an object file', '/x', [file('/x', OBJECT)], {}, 'is an object file'],
    ['a damaged program', '/x', [file('/x', ELF.subarray(0, 20))], {}, 'damaged or cut short'],
    [
      'a program without its loader',
      '/x',
      [file('/x', dynamic('/lib64/ld-linux-x86-64.so.2'))],
      {},
      'asks for the dynamic loader /lib64/ld-linux-x86-64.so.2, which is not in the image',
    ],
    ...(
      [
        ['a library that is not there', [], 'needs the library liba.so, which is not in the image'],
        [
          'a library of a library that is not there',
          [file('/lib/liba.so', linked(['libb.so']))],
          'needs the library libb.so, which is not in the image',
        ],
        [
          'a library that the user may not read',
          [file('/lib/liba.so', linked([]), { mode: 0o600 })],
          'needs the library liba.so, which user 65532:65532 may not read (mode 0600, owner 0:0)',
        ],
        [
          'a library for another machine',
          [file('/lib/liba.so', ARM)],
          'needs the library liba.so, which is a program for arm64',
        ],
        [
          'a library that is a link to nothing',
          [link('/lib/liba.so', 'liba.so.1')],
          'needs the library liba.so, which leads nowhere, because /lib/liba.so.1 is not in the image',
        ],
        [
          'a damaged library',
          [file('/lib/liba.so', ELF.subarray(0, 20))],
          'liba.so, which is an ELF file that is damaged',
        ],
      ] as const
    ).map(([name, entries, because]): [string, string, readonly Entry[], Partial<Start>, string] => [
      name,
      '/x',
      [file('/x', linked(['liba.so'], MUSL)), file(MUSL, ELF), ...entries],
      {},
      because,
    ]),
    ['a library', '/x', [file('/x', linked(['libc.so.6']))], {}, 'is a library and not a program'],
    ['a library without a start', '/x', [file('/x', makeElf({ type: 3, entry: 0n }))], {}, 'is a library'],
    [
      'a program for another system',
      '/x',
      [file('/x', makeElf({ abi: 9 }))],
      {},
      'is a program for FreeBSD, and the image is for linux/amd64',
    ],
    ['a path that ends in a slash', '/api/', [], {}, 'ends in a slash'],
    [
      'a script without its interpreter',
      '/run.sh',
      [file('/run.sh', '#!/bin/sh\nexec /api\n')],
      {},
      'is a script for /bin/sh, which is not in the image',
    ],
    [
      'a script whose interpreter is for another machine',
      '/run.sh',
      [file('/run.sh', '#! /bin/sh'), file('/bin/sh', ARM)],
      {},
      'is a script for /bin/sh, which is a program for arm64',
    ],
    [
      'a script for what env does not find',
      '/run.sh',
      [file('/run.sh', '#!/usr/bin/env bash\n'), file('/usr/bin/env', ELF)],
      {},
      'is a script for bash, which is in no directory of PATH',
    ],
    [
      'a script with Windows line ends',
      '/run.sh',
      [file('/run.sh', '#!/bin/sh\r\n'), file('/bin/sh', ELF)],
      {},
      'Windows line ends',
    ],
    [
      'a script that is its own interpreter',
      '/run.sh',
      [file('/run.sh', '#!/run.sh\n')],
      {},
      'more than the kernel follows',
    ],
    [
      'a script that the user may not read',
      '/run.sh',
      [file('/run.sh', '#!/bin/sh', { mode: 0o711 }), file('/bin/sh', ELF)],
      {},
      'may not read',
    ],
    ['a script without a first line', '/run.sh', [file('/run.sh', 'exec /api\n')], {}, 'is not an ELF file'],
    ['an empty file', '/x', [file('/x', '')], {}, 'is an empty file'],
    [
      'a program for macOS',
      '/x',
      [file('/x', '\xcf\xfa\xed\xfe')].map(
        entry => ({ ...entry, bytes: Buffer.from('cffaedfe', 'hex') }) as Entry,
      ),
      {},
      'is a macOS program',
    ],
  ])('refuses %s', (_, command, entries, start, because) => {
    expect(why(command, entries, start)).toContain(because)
  })

  it('never throws, whatever a file holds', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map(text => Buffer.from(`#!${text}`)),
      fc.uint8Array({ maxLength: 200 }).map(rest => Buffer.concat([ELF.subarray(0, 64), rest])),
      fc.uint8Array({ maxLength: 64 }).map(start => Buffer.concat([ELF.subarray(0, 16), start])),
    )
    fc.assert(
      fc.property(
        bytes,
        fc.string(),
        (bytes, command) => void [why('/x', [file('/x', bytes)]), why(command)],
      ),
    )
  })
})
