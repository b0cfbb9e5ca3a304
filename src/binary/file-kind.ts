/** Names the format of a file that is not ELF, in words that fit after "is": `a Windows program (PE)`. */
export function fileKind(bytes: Uint8Array): string {
  if (bytes.byteLength === 0) return 'an empty file'
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString('latin1')
  const known = KINDS.find(kind => kind.starts.some(magic => start.startsWith(magic)))
  return known?.is ?? 'not an ELF file, which every program for Linux is'
}

const KINDS: readonly { readonly is: string; readonly starts: readonly string[] }[] = [
  {
    is: 'an archive of object files, which is what go build writes for a package that is not main',
    starts: ['!<arch>\n'],
  },
  { is: 'a script, and scratch has no interpreter to run it', starts: ['#!'] },
  {
    is: 'a macOS program (Mach-O)',
    starts: [
      '\xcf\xfa\xed\xfe',
      '\xce\xfa\xed\xfe',
      '\xfe\xed\xfa\xcf',
      '\xfe\xed\xfa\xce',
      '\xca\xfe\xba\xbe',
    ],
  },
  { is: 'a Windows program (PE)', starts: ['MZ'] },
  { is: 'a WebAssembly module', starts: ['\0asm'] },
  { is: 'a gzip archive', starts: ['\x1f\x8b'] },
  { is: 'a zip archive', starts: ['PK\x03\x04'] },
]
