import { parseImagePath, parseUser } from './config-values.ts'
import { parseMode } from './file-spec.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { DirectorySpec } from './spec.ts'

/** Reads `path[:mode[:uid:gid]]`, as `files` writes it: a directory that the image has for the service. */
export function parseDirectorySpec(text: string): Parsed<DirectorySpec> {
  const [path = '', mode, uid, gid, ...rest] = text.split(':').map(part => part.trim())
  if (mode?.startsWith('/') === true)
    return problem(`has two paths, as for docker run; write ${mode}, the directory in the image`)
  if (/\s\//.test(path)) return problem('has several paths; write each on a line of its own')
  const place = parseImagePath(path)
  if (!place.ok) return place
  if (rest.length > 0) return problem('has too many parts; write path[:mode[:uid:gid]], such as /data:0775')
  const bits = mode === undefined ? parsed(null) : parseMode(mode)
  if (!bits.ok) return bits
  if (uid !== undefined && gid === undefined)
    return problem(`has a uid without a gid; write ${path}:${mode}:${uid}:${uid}`)
  const owner = uid === undefined ? parsed(null) : parseUser(`${uid}:${gid}`)
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`)
  return parsed({ path: place.value, mode: bits.value, owner: owner.value })
}
