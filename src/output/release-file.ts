import type { BinariesSpec } from '../declare/binaries.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import { slug } from '../declare/reference.ts'
import { compress } from '../image/compress.ts'
import { tarChunks } from '../image/tar.ts'

/** An executable for the release. */
export interface ReleaseBinary {
  readonly name: string
  readonly platform: Platform
  /** `shipped` has the bytes that are in the image, `linked` those that Go's linker wrote. */
  readonly kind: 'shipped' | 'linked'
  readonly packed: boolean
  readonly bytes: Uint8Array
}

/** A file of the release that was written. */
export interface ReleaseFile {
  readonly name: string
  readonly binary: Omit<ReleaseBinary, 'bytes'>
  readonly size: number
  /** 64 hexadecimal digits. */
  readonly sha256: string
}

type Naming = Pick<BinariesSpec, 'version' | 'archive'>

/** `proxy_1.4.0_linux_armv7-linked.tar.gz`; the variant is joined as GoReleaser joins it. */
export function releaseFileName(
  { name, platform: { os, architecture, variant = '' }, kind }: Omit<ReleaseBinary, 'bytes'>,
  { version, archive }: Naming,
): string {
  const processor = /^(?:v\d|$)/.test(variant) ? `${architecture}${variant}` : `${architecture}_${variant}`
  const parts = [slug(name) ?? 'binary', ...(version === null ? [] : [version]), os, processor]
  return `${parts.join('_')}${kind === 'linked' ? '-linked' : ''}${archive === 'none' ? '' : `.${archive}`}`
}

/** The bytes of the file: the executable, or an archive that holds it under its own name. They depend on nothing else. */
export function releaseFileBytes(
  { name, bytes, packed }: ReleaseBinary,
  { archive }: Naming,
): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  switch (archive) {
    case 'none':
      return [bytes]
    case 'tar.gz': {
      const entry = { kind: 'file', path: `/${name}`, mode: 0o755, uid: 0, gid: 0, bytes } as const
      // What UPX packed does not get smaller.
      return compress(
        tarChunks([entry]),
        bytes.length,
        packed ? { kind: 'stored' } : { kind: 'gzip', level: 6 },
      )
    }
  }
}

/** As `sha256sum` writes them, and as `sha256sum -c` and `subject-checksums` of actions/attest read them. */
export function checksumsText(files: readonly ReleaseFile[]): string {
  return byName(files)
    .map(({ sha256, name }) => `${sha256}  ${name}\n`)
    .join('')
}

export function binariesJson(
  files: readonly ReleaseFile[],
  { version, revision }: { readonly version: string | null; readonly revision: string | null },
): string {
  const binaries = byName(files).map(
    ({ name: file, binary: { name, platform, kind, packed }, size, sha256 }) => ({
      file,
      name,
      platform: formatPlatform(platform),
      kind,
      packed,
      size,
      sha256,
    }),
  )
  return `${JSON.stringify({ version, revision, binaries }, null, 2)}\n`
}

function byName(files: readonly ReleaseFile[]): readonly ReleaseFile[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
