import path from 'node:path'
import { type Clause, clause } from '../clause.ts'
import type { BaseSpec } from './base-spec.ts'
import { binaryPath } from './binary-place.ts'
import { input } from './input-part.ts'
import { parseCapabilitySpec } from './capability-spec.ts'
import { parseImagePath } from './config-values.ts'
import { parseFilesLine } from './files-line.ts'
import type { Platform } from './platform.ts'
import type { Reader } from './reader.ts'
import type { CapabilitySpec, ConfigSpec, DirectorySpec, FileSpec, PlatformSpec, Source } from './spec.ts'

/** What the assembled image writes itself. */
const OWN_FILES = ['/etc/passwd', '/etc/group']
const CERTIFICATES_FILE = '/etc/ssl/certs/ca-certificates.crt'

/** What the input `files` names. */
export interface DeclaredFiles {
  readonly files: readonly FileSpec[]
  readonly links: PlatformSpec['links']
  readonly directories: readonly DirectorySpec[]
}

/** `{{.Os}}` and `{{.Arch}}` in a source or in the target of a link are those of the platform. */
export function declareFiles(reader: Reader, directory: string, platform: Platform): DeclaredFiles {
  const lines = reader.each('files', reader.lines('files'), line => parseFilesLine(line, directory, platform))
  return {
    files: lines.flatMap(line => (line.kind === 'file' ? [line.file] : [])),
    links: lines.flatMap(line => (line.kind === 'link' ? [line.link] : [])),
    directories: lines.flatMap(line => (line.kind === 'directory' ? [line.directory] : [])),
  }
}

export function declareCapabilities(reader: Reader): readonly CapabilitySpec[] {
  const specs = reader.each('capabilities', reader.lines('capabilities'), parseCapabilitySpec)
  for (const [at, { path: file }] of specs.entries()) {
    if (specs.findIndex(other => other.path === file) < at)
      reader.wrong(
        'capabilities',
        file ?? 'the first binary',
        'has capabilities already; write them on one line',
      )
  }
  return specs
}

export function declarePackFiles(reader: Reader): readonly string[] {
  if (reader.asked('pack-files') && reader.text('pack') === 'off')
    reader.contradiction(
      'pack-files',
      clause`has no effect with ${input('pack', 'off')}; leave one of them out`,
    )
  const paths = reader.each('pack-files', reader.items('pack-files'), parseImagePath)
  for (const [at, path] of paths.entries())
    if (paths.indexOf(path) < at) reader.wrong('pack-files', path, 'is there twice; write it once')
  return paths
}

/**
 * Checks that no two things need the same path in the image. `assemble` checks the names that only the toolchain knows.
 */
export function checkPlaces(
  reader: Reader,
  { source, base }: { readonly source: Source; readonly base: BaseSpec },
  { files, links }: DeclaredFiles,
  { workdir, volumes, emptyDirectories }: ConfigSpec,
): void {
  const places =
    source.kind === 'binary'
      ? [source]
      : source.mains.flatMap(({ name, directory }) => (name === null ? [] : [{ name, directory }]))
  const binaries = places.map(binaryPath)
  const taken = new Map<string, string | Clause>([
    ...binaries.map(place => [place, 'the binary'] as const),
    // The accounts of a base stay, and may be replaced.
    ...(base.kind === 'scratch' ? OWN_FILES.map(place => [place, 'a file of Bantam’s own'] as const) : []),
    ...(reader.text('certificates') === 'none'
      ? []
      : [
          [
            CERTIFICATES_FILE,
            clause`the certificates (${input('certificates', 'none')} leaves them out)`,
          ] as const,
        ]),
  ])
  const wanted = [
    ...files.flatMap(placeOfFile),
    ...links.map(link => ({ line: `${link.path} -> ${link.target}`, place: link.path, isFile: true })),
  ]
  for (const { line, place, isFile } of wanted) {
    const before = taken.get(place)
    const under = binaries.find(binary => place.startsWith(`${binary}/`))
    if (before !== undefined && (isFile || before !== 'another file'))
      reader.wrong('files', line, clause`has the same place as ${before}; write another destination`)
    else if (under !== undefined)
      reader.wrong('files', line, `goes below the binary ${under}; write another destination`)
    if (before === undefined && isFile) taken.set(place, 'another file')
  }
  const directories = [
    ...volumes.map(place => ['volumes', place] as const),
    ['workdir', workdir] as const,
    ...emptyDirectories.map(place => ['files', place] as const),
  ]
  for (const [name, place] of directories) {
    const before = place === null ? undefined : taken.get(place)
    if (place !== null && before !== undefined && before !== 'another file') {
      reader.wrong(
        name,
        place,
        clause`is the place of ${before}, which is not a directory; write another one`,
      )
    }
  }
}

/** Behind a slash the source may be a directory, whose content goes there, so that two may have one place. */
function placeOfFile({ source, pattern, destination }: FileSpec) {
  const line = `${pattern === undefined ? source : path.join(source, ...pattern)}:${destination}`
  if (!destination.endsWith('/')) return [{ line, place: destination, isFile: true }]
  return pattern === undefined
    ? [{ line, place: `${destination}${path.basename(source)}`, isFile: false }]
    : []
}
