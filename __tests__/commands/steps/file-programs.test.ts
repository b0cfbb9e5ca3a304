import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import {
  findFilePrograms,
  readFilePrograms,
  withShippedPrograms,
} from '../../../src/commands/steps/file-programs.ts'
import type { ShippedBinary } from '../../../src/commands/steps/ship.ts'
import type { BaseImage } from '../../../src/image/base-image.ts'
import type { Entry, FileEntry } from '../../../src/image/entry.ts'
import { DEFAULT_PLATFORM } from '../../../src/declare/platform.ts'
import { entryTree } from '../../../src/image/entry-tree.ts'
import { testHost } from '../../support/host.ts'
import { makeElf } from '../../support/make-elf.ts'

const platform = DEFAULT_PLATFORM
const PROGRAM = makeElf({ segments: [{ type: 1, content: Buffer.from('code') }] })
const file = (path: string, bytes: Uint8Array = PROGRAM): FileEntry => ({
  kind: 'file',
  path,
  mode: 0o750,
  uid: 1,
  gid: 2,
  bytes,
})
const link = (path: string, target: string): Entry => ({
  kind: 'symlink',
  path,
  mode: 0o777,
  uid: 0,
  gid: 0,
  target,
})

describe('findFilePrograms', () => {
  const find = (packFiles: readonly string[], files: readonly Entry[], on?: BaseImage) =>
    findFilePrograms({ packFiles, platform, ...(on === undefined ? {} : { on }) }, files, [{ name: 'api' }])

  it('finds them in the order in which they are named', () => {
    const files = [file('/a'), file('/b'), file('/c')]
    expect(find(['/c', '/a'], files)).toEqual([files[2], files[0]])
    expect(find([], files)).toEqual([])
  })

  it.each([
    ['text', [file('/a', Buffer.from('text'))], 'is not an ELF file'],
    ['a script', [file('/a', Buffer.from('#!/bin/sh\n'))], 'so that it cannot be packed'],
    ['an empty file', [file('/a', Buffer.alloc(0))], 'is an empty file'],
    ['half a program', [file('/a', PROGRAM.subarray(0, 70))], 'damaged or cut short'],
    ['a link', [link('/a', '/api')], 'is a symlink'],
    ['nothing, beside nothing', [], 'add the program with'],
    ['nothing, beside something', [file('/b')], 'did you mean "/b"'],
  ])('refuses %s', (_, files, message) => {
    expect(() => find(['/a'], files)).toThrow(message)
  })

  it('refuses a program for another machine', () => {
    const files = [file('/a', makeElf({ machine: 183, segments: [] }))]
    expect(() => find(['/a'], files)).toThrow(/program for arm64, and the image is for linux\/amd64/)
  })

  it('refuses a binary of the image, which is packed without being named', () => {
    expect(() => find(['/api'], [])).toThrow('is packed anyway')
  })

  it('follows the links of a base to a file, and leaves the files of the base alone', () => {
    const tree = entryTree([
      link('/bin', 'usr/bin'),
      { kind: 'directory', path: '/usr/bin', mode: 0o755, uid: 0, gid: 0 },
      file('/usr/bin/sh'),
    ])
    const on = { name: 'base', tree } as unknown as BaseImage
    const files = [file('/usr/bin/tool')]
    expect(find(['/bin/tool'], files, on)).toEqual(files)
    expect(() => find(['/bin/sh'], files, on)).toThrow('is a file of base, which stays as it is')
  })
})

describe('readFilePrograms', () => {
  it('writes two of one name into two files, ready to be packed', async () => {
    const files = [file('/a/tool'), file('/tool', makeElf({ segments: [] }))]
    const asked = { packFiles: ['/a/tool', '/tool'], platform }
    const read = await readFilePrograms(testHost(), asked, files, [])
    expect(read.map(({ linked: { name, directory, main } }) => [name, directory, main])).toEqual([
      ['tool', '/a', null],
      ['tool', undefined, null],
    ])
    expect(read.map(({ linked }) => readFileSync(linked.file))).toEqual(files.map(({ bytes }) => bytes))
  })
})

describe('withShippedPrograms', () => {
  it('changes the bytes of a program, and nothing else of it or of another file', () => {
    const files = [file('/a/tool'), file('/tool'), link('/x', '/tool')]
    const shipped = [
      { name: 'tool', directory: '/a', bytes: Buffer.from('packed') } as unknown as ShippedBinary,
    ]
    const [first, ...others] = withShippedPrograms(files, shipped)
    expect(first).toEqual({ ...files[0], bytes: Buffer.from('packed') })
    expect(others).toEqual(files.slice(1))
  })
})
