import type { Assignment } from './list.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { formatPlatform, parsePlatform, type Platform } from './platform.ts'

/** https://github.com/moby/buildkit/blob/v0.25.0/docs/annotations.md */
const LEVELS = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'] as const

type Level = (typeof LEVELS)[number]

/** A document that annotations are written to: the one of a platform, or that of the index. */
export type Annotated =
  | { readonly level: 'manifest' | 'manifest-descriptor'; readonly platform: Platform }
  | { readonly level: 'index' | 'index-descriptor' }

/**
 * Reads `level:key=value`, as docker/metadata-action and buildx write it; several levels are `manifest,index:key=value`,
 * and one platform's manifest is `manifest[linux/arm64]:key=value`. Without a level it is for the manifests.
 *
 * @param platforms of the image. One platform gives a manifest and no index, so what is for the index alone is refused.
 * @returns `null` for an annotation of another document
 */
export function parseAnnotationLevel(
  { name, value }: Assignment,
  document: Annotated,
  platforms: readonly Platform[],
): Parsed<Assignment | null> {
  const match = /^([a-z-]+(?:\[[^\]]*\])?(?:,[a-z-]+(?:\[[^\]]*\])?)*):(.+)$/.exec(name)
  if (match === null) return parsed(document.level === 'manifest' ? { name, value } : null)
  const [, written = '', key = ''] = match
  const read = written.split(/,(?![^[]*\])/).map(parseLevel)
  const wrong = read.find(one => !one.ok)
  if (wrong?.ok === false) return problem(`${wrong.problem}; write manifest:${key}`)
  const levels = read.flatMap(one => (one.ok ? [one.value] : []))
  if (platforms.length === 1 && !levels.some(({ level }) => level.startsWith('manifest')))
    return problem(
      `is an annotation of "${levels[0]?.level}", but one platform makes one manifest; write manifest:${key}`,
    )
  return parsed(levels.some(one => isOf(one, document)) ? { name: key, value } : null)
}

interface WrittenLevel {
  readonly level: Level
  /** `null`: of every platform. */
  readonly platform: string | null
}

function parseLevel(text: string): Parsed<WrittenLevel> {
  const [, kind = '', of] = /^([a-z-]+)(?:\[(.*)\])?$/.exec(text) ?? []
  const level = LEVELS.find(known => known === kind)
  if (level === undefined) return problem(`has "${kind}" for a level, which is unknown`)
  if (of === undefined) return parsed({ level, platform: null })
  const platform = parsePlatform(of)
  return platform.ok
    ? parsed({ level, platform: formatPlatform(platform.value) })
    : problem(`has the platform "${of}", which ${platform.problem}`)
}

function isOf({ level, platform }: WrittenLevel, document: Annotated): boolean {
  if (level !== document.level) return false
  return platform === null || !('platform' in document) || platform === formatPlatform(document.platform)
}
