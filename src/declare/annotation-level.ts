import type { Assignment } from './list.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { formatPlatform, parsePlatform, type Platform } from './platform.ts'

const LEVELS = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor']

/**
 * Reads `level:key=value`, as docker/metadata-action and buildx write it; several levels are `manifest,index:key=value`.
 * Of one platform there is one manifest and no index: what is for the index too is written to the manifest.
 *
 * @returns `null` for an annotation of another platform's manifest
 */
export function parseAnnotationLevel(
  { name, value }: Assignment,
  platform: Platform,
): Parsed<Assignment | null> {
  const match = /^([a-z-]+(?:\[[^\]]*\])?(?:,[a-z-]+(?:\[[^\]]*\])?)*):(.+)$/.exec(name)
  if (match === null) return parsed({ name, value })
  const [, levels = '', key = ''] = match
  const read = levels.split(/,(?![^[]*\])/).map(level => {
    const [, kind = '', of] = /^([a-z-]+)(?:\[(.*)\])?$/.exec(level) ?? []
    return { kind, of }
  })
  const unknown = read.find(({ kind }) => !LEVELS.includes(kind))
  if (unknown !== undefined)
    return problem(`has "${unknown.kind}" for a level, which is unknown; write manifest:${key}`)
  const manifests = read.filter(({ kind }) => kind === 'manifest')
  if (manifests.length === 0)
    return problem(
      `is an annotation of "${read[0]?.kind}", but one platform makes one manifest; write manifest:${key}`,
    )
  return parsed(manifests.some(({ of }) => isOf(of, platform)) ? { name: key, value } : null)
}

function isOf(written: string | undefined, platform: Platform): boolean {
  if (written === undefined) return true
  const read = parsePlatform(written)
  return read.ok && formatPlatform(read.value) === formatPlatform(platform)
}
