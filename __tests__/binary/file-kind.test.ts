import { describe, expect, it } from '@jest/globals'
import { fileKind } from '../../src/binary/file-kind.ts'

describe('fileKind', () => {
  it.each([
    { name: 'nothing', start: '', says: 'an empty file' },
    { name: 'an ar archive', start: '!<arch>\n', says: 'go build writes for a package that is not main' },
    { name: 'a script', start: '#!/bin/sh\n', says: 'a script' },
    { name: 'Mach-O', start: '\xcf\xfa\xed\xfe\x07\0\0\x01', says: 'a macOS program (Mach-O)' },
    { name: 'a universal Mach-O', start: '\xca\xfe\xba\xbe', says: 'a macOS program (Mach-O)' },
    { name: 'PE', start: 'MZ\x90\0', says: 'a Windows program (PE)' },
    { name: 'WebAssembly', start: '\0asm\x01\0\0\0', says: 'a WebAssembly module' },
    { name: 'gzip', start: '\x1f\x8b\x08', says: 'a gzip archive' },
    { name: 'zip', start: 'PK\x03\x04', says: 'a zip archive' },
    { name: 'text', start: 'hello', says: 'not an ELF file' },
  ])('knows $name', ({ start, says }) => {
    expect(fileKind(Buffer.from(start, 'latin1'))).toContain(says)
  })
})
