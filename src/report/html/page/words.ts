import { formatDelta } from '../../figures.ts'
import { formatBytes } from '../../../declare/bytes.ts'
import { formatShare } from '../words.ts'
import { type Part, pathTo } from './part.ts'

export function kindOf({ kind }: Part): string {
  switch (kind) {
    case 'main':
      return 'main module'
    case 'std':
      return 'standard library'
    case 'pclntab':
      return 'function table'
    case 'types':
      return 'type descriptors'
    case 'embed':
      return 'embedded'
    case 'debug':
      return 'debug information'
    case 'rest':
      return 'several'
    case 'image':
    case 'file':
    case 'binary':
    case 'module':
    case 'package':
    case 'function':
    case 'data':
    case 'header':
    case 'symbols':
    case 'unknown':
      return kind
  }
}

/** What no package owns, as the other reports call it. */
const UNOWNED: Readonly<Partial<Record<Part['kind'], string>>> = {
  types: 'type descriptors',
  data: 'data without an owner',
}

/** `golang.org/x/net v0.30.0`; the standard library by its full name. */
export function titleOf({ name, kind, version, versionBefore }: Part): string {
  const title = kind === 'std' ? 'standard library' : ((name === kind ? UNOWNED[kind] : undefined) ?? name)
  if (version === null) return title
  return versionBefore === null ? `${title} ${version}` : `${title} ${versionBefore} → ${version}`
}

/** What to call a part where what it is within is not to be seen: functions of a package by both. */
export function fullTitleOf(part: Part): string {
  const { kind, parent } = part
  const ofItsPackage = parent?.kind === 'package' && kind !== 'package'
  return ofItsPackage ? `${parent.name} ${titleOf(part)}` : titleOf(part)
}

/** `+12.3 kB`, `new`, `gone, −1.2 kB`; empty for what is unchanged. */
export function growthWords({ growth, bytes }: Part): string {
  if (growth.change === 'unchanged') return ''
  if (growth.before === null) return 'new'
  return bytes === 0 ? `gone, ${formatDelta(growth.by)}` : formatDelta(growth.by)
}

/** For who hears the map: `net/http, package, 812 kB, 13 % of proxy, 34 parts`. */
export function describe(part: Part, whole: Part): string {
  const growth = growthWords(part)
  return [
    titleOf(part),
    kindOf(part),
    formatBytes(part.bytes),
    `${formatShare(part.bytes, whole.bytes)} of ${titleOf(whole)}`,
    ...(growth === '' ? [] : [growth]),
    ...(part.children.length > 0 ? [countOf(part.children.length)] : []),
  ].join(', ')
}

export function countOf(parts: number): string {
  return parts === 1 ? '1 part' : `${parts.toLocaleString('en')} parts`
}

export function placeOf(part: Part): string {
  return pathTo(part).map(titleOf).join(' › ')
}

/** Fewer characters than this of a name say nothing. */
const SHORTEST = 7

/**
 * A name for little room: without a version, then from its end, where packages and methods differ. Empty where nothing
 * worth reading fits.
 */
export function fit(part: Part, characters: number): string {
  const names = [titleOf(part), part.name, ...endsOf(part)]
  const fitting = names.find(name => name.length <= characters)
  if (fitting !== undefined) return fitting
  return characters < SHORTEST ? '' : (names.at(-1) ?? '')
}

/** `…/x/net/http2`, `…/net/http2`, `http2`; of `(*Server).Serve` it is `Serve`. */
function endsOf({ name, kind }: Part): readonly string[] {
  if (kind === 'function') return [name.replace(/^\(?\*?[\w.[\]…]+\)?\.(?=\w)/, '')]
  const elements = name.split('/')
  const ends = elements.map((_, first) => `…/${elements.slice(first).join('/')}`)
  return elements.length < 2 ? [] : [...ends.slice(1), elements.at(-1) ?? '']
}
