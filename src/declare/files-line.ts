import { parseDirectorySpec } from './directory-spec.ts'
import { parseFileSpec } from './file-spec.ts'
import { isLinkLine, parseLinkSpec } from './link-spec.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Platform } from './platform.ts'
import type { DirectorySpec, FileSpec, LinkSpec } from './spec.ts'

/** What one line of the input `files` adds to the image. */
export type FilesLine =
  | { readonly kind: 'file'; readonly file: FileSpec }
  | { readonly kind: 'link'; readonly link: LinkSpec }
  | { readonly kind: 'directory'; readonly directory: DirectorySpec }

/**
 * Reads `source:destination[:mode[:uid:gid]]`, `path -> target`, or `/directory/[:mode[:uid:gid]]`.
 *
 * @param directory where a relative source starts
 */
export function parseFilesLine(line: string, directory: string, platform: Platform): Parsed<FilesLine> {
  if (isLinkLine(line)) {
    const link = parseLinkSpec(line, platform)
    return link.ok ? parsed({ kind: 'link', link: link.value }) : link
  }
  const [path = '', second] = line.split(':').map(part => part.trim())
  if (path === '' && second?.endsWith('/') === true)
    return problem(`has no source before the colon; for an empty directory write ${line.trim().slice(1)}`)
  const isPlace = path.startsWith('/') && (second === undefined || /^\d/.test(second))
  if (isPlace && path.endsWith('/')) {
    const place = parseDirectorySpec(line)
    if (!place.ok) return place
    return place.value.path === '/'
      ? problem('is the whole image; write a directory such as /var/lib/api/')
      : parsed({ kind: 'directory', directory: place.value })
  }
  if (isPlace)
    return problem(
      `has no destination; write source:destination, or ${[`${path}/`, ...line.split(':').slice(1)].join(':')} for an empty directory`,
    )
  const file = parseFileSpec(line, directory, platform)
  return file.ok ? parsed({ kind: 'file', file: file.value }) : file
}
