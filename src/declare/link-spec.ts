import { parseImagePath } from './config-values.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Platform } from './platform.ts'
import { platformValues } from './platform-values.ts'
import type { LinkSpec } from './spec.ts'
import { fillTemplate } from './template.ts'

/** Whether a line of `files` is meant as a symbolic link. */
export function isLinkLine(line: string): boolean {
  return /(?:^|\s)->(?:\s|$)/.test(line)
}

/** Reads `path -> target`, as `ls -l` shows a symbolic link. */
export function parseLinkSpec(line: string, platform: Platform): Parsed<LinkSpec> {
  const arrow = line.indexOf('->')
  const [written, to] = [line.slice(0, arrow).trim(), line.slice(arrow + 2).trim()]
  if (written === '') {
    const [target = '', link = '/usr/bin/name'] = to.split(':').map(part => part.trim())
    return problem(`has no link before "->"; write ${link} -> ${target === '' ? '/target' : target}`)
  }
  if (to === '') return problem(`has no target behind "->"; write ${written} -> /target`)
  if (isLinkLine(to)) return problem('has two "->"; write each link on a line of its own')
  if (/:0?[0-7]{3}(?::|$)/.test(to))
    return problem('has a mode, which a symbolic link does not have; write path -> target')
  const filled = fillTemplate(to, platformValues(platform))
  if (!filled.ok) return filled
  if (written.endsWith('/'))
    return problem(`has a link that ends in a slash; write the whole path of the link`)
  const place = parseImagePath(written)
  if (!place.ok) return problem(`has a link that ${place.problem}`)
  if (place.value === '/') return problem('has a link in the place of the whole image; write another path')
  return parsed({ path: place.value, target: filled.value })
}
