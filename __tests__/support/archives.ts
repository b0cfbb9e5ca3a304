import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

export interface RawEntry {
  readonly name: string
  /** The type flag: `0` file, `1` hard link, `2` symlink, `3` character device, `5` directory, `6` FIFO. */
  readonly type?: string
  readonly content?: string | Uint8Array
  readonly mode?: number
  readonly link?: string
  /** User and group; not written where left out. */
  readonly owner?: number
}

/** A tar archive by hand, so that it may hold what no tar program would write. */
export function tarOf(entries: readonly RawEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(entry => [headerOf(entry), contentOf(entry)]), Buffer.alloc(1024)])
}

export function tarGz(entries: readonly RawEntry[]): Buffer {
  return gzipSync(tarOf(entries))
}

export function tarXz(entries: readonly RawEntry[]): Buffer {
  return execFileSync('xz', ['--compress', '--stdout', '-1'], { input: tarOf(entries) })
}

function headerOf({ name, type = '0', content = '', mode = 0o644, link = '', owner }: RawEntry): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0, 100)
  header.write(octal(mode, 7), 100)
  if (owner !== undefined) for (const at of [108, 116]) header.write(octal(owner, 7), at)
  header.write(octal(Buffer.byteLength(content), 11), 124)
  header.write(octal(0, 11), 136)
  header.fill(' ', 148, 156)
  header.write(type, 156)
  header.write(link, 157, 100)
  header.write('ustar\u000000', 257)
  header.write(
    octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    ),
    148,
  )
  return header
}

function contentOf({ content = '' }: RawEntry): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** Answers `go version` and `go env` the way Go does; builds nothing. */
export function fakeGo(version: string): string {
  return `#!/bin/sh
case "$1" in
version) echo "go version ${version} linux/amd64" ;;
env) shift; for name; do case "$name" in
  GOVERSION) echo ${version} ;;
  GOROOT) (cd "$(dirname "$0")/.." && pwd) ;;
  *) echo ;;
esac; done ;;
*) exit 2 ;;
esac
`
}

/** An archive in the layout of Go's own, with a fake `go` inside. */
export function goArchive(version: string): Buffer {
  return tarGz([
    { name: 'go/', type: '5', mode: 0o755 },
    { name: 'go/VERSION', content: `${version}\n` },
    { name: 'go/bin/go', content: fakeGo(version), mode: 0o755 },
  ])
}

/** The real UPX of this machine in the layout of a release. */
export function upxArchiveOf(executable: string, version: string, build: string): Buffer {
  const directory = `upx-${version}-${build}`
  return tarXz([
    { name: `${directory}/`, type: '5', mode: 0o755 },
    { name: `${directory}/upx`, content: readFileSync(executable), mode: 0o755 },
    { name: `${directory}/README`, content: 'UPX\n' },
  ])
}
