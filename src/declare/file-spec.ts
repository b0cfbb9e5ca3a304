import path from 'node:path'
import { parseImagePath, parseUser } from './config-values.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Platform } from './platform.ts'
import { platformValues } from './platform-values.ts'
import type { FileSpec } from './spec.ts'
import { parsePattern } from './glob.ts'
import { fillTemplate } from './template.ts'

/**
 * Reads `source:destination[:mode[:uid:gid]]`; a relative source starts at `directory`, and `{{.Arch}}` in it is that of
 * the platform. A destination that ends in a slash is the directory to put the source in, as with Docker's COPY.
 */
export function parseFileSpec(line: string, directory: string, platform: Platform): Parsed<FileSpec> {
  const [written = '', destination, mode, uid, gid, ...rest] = line.split(':').map(part => part.trim())
  const filled = fillTemplate(written, platformValues(platform))
  if (!filled.ok) return filled
  const source = filled.value
  if (destination === undefined)
    return problem('has no destination; write source:destination, such as page.html:/page.html')
  if (source === '') return problem('has no source before the colon; write source:destination')
  if (rest.length > 0) return problem('has too many parts; write source:destination[:mode[:uid:gid]]')
  if (source.includes('\0')) return problem('contains a NUL character; remove it')
  const place = parseImagePath(destination)
  if (!place.ok) return problem(`has a destination that ${place.problem}`)
  const pattern = parsePattern(source)
  if (!pattern.ok) return problem(`has a source that ${pattern.problem}`)
  const isInto = destination.endsWith('/')
  if (pattern.value !== null && !isInto)
    return problem(`has a pattern, which needs a directory to put the files in; write ${destination}/`)
  const bits = mode === undefined ? parsed(null) : parseMode(mode)
  if (!bits.ok) return bits
  if (uid !== undefined && gid === undefined)
    return problem(`has a uid without a gid; write …:${mode}:${uid}:${uid}`)
  const owner = uid === undefined ? parsed({ uid: 0, gid: 0 }) : parseUser(`${uid}:${gid}`)
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`)
  return parsed({
    source: path.resolve(directory, pattern.value?.start ?? source),
    ...(pattern.value === null ? {} : { pattern: pattern.value.names }),
    destination: isInto && place.value !== '/' ? `${place.value}/` : place.value,
    mode: bits.value,
    ...owner.value,
  })
}

export function parseMode(text: string): Parsed<number> {
  return /^[0-7]{3,5}$/.test(text) && Number.parseInt(text, 8) <= 0o7777
    ? parsed(Number.parseInt(text, 8))
    : problem(`has "${text}" for a mode; write octal digits such as 0644 or 0755`)
}
