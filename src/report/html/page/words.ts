import { formatDelta } from '../../figures.ts'
import { formatBytes } from '../../../declare/bytes.ts'
import { formatShare } from '../words.ts'
import { type PageNode, pathTo } from './page-node.ts'

export function kindOf({ kind }: PageNode): string {
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

/** The names of bytes without a package, the same as in the other reports. */
const UNOWNED: Readonly<Partial<Record<PageNode['kind'], string>>> = {
  types: 'type descriptors',
  data: 'data without an owner',
}

/** Returns the title of a part: `golang.org/x/net v0.30.0`; the standard library has its full name. */
export function titleOf({ name, kind, version, versionBefore }: PageNode): string {
  const title = kind === 'std' ? 'standard library' : ((name === kind ? UNOWNED[kind] : undefined) ?? name)
  if (version === null) return title
  return versionBefore === null ? `${title} ${version}` : `${title} ${versionBefore} → ${version}`
}

/** Returns a title for places that do not show the parent: functions include their package. */
export function fullTitleOf(part: PageNode): string {
  const { kind, parent } = part
  const ofItsPackage = parent?.kind === 'package' && kind !== 'package'
  return ofItsPackage ? `${parent.name} ${titleOf(part)}` : titleOf(part)
}

/** Formats growth: `+12.3 kB`, `new`, `gone, −1.2 kB`; empty if unchanged. */
export function growthWords({ growth, bytes }: PageNode): string {
  if (growth.change === 'unchanged') return ''
  if (growth.before === null) return 'new'
  return bytes === 0 ? `gone, ${formatDelta(growth.by)}` : formatDelta(growth.by)
}

/** Describes a part for screen readers: `net/http, package, 812 kB, 13 % of proxy, 34 parts`. */
export function describe(part: PageNode, whole: PageNode): string {
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

export function placeOf(part: PageNode): string {
  return pathTo(part).map(titleOf).join(' › ')
}

/** A cut name with fewer characters than this would not be helpful. */
const SHORTEST = 7

/**
 * Shortens a name to fit. It first drops the version, then the beginning, because packages and methods differ at the
 * end. Empty if no useful text fits.
 */
export function fit(part: PageNode, characters: number): string {
  const names = [titleOf(part), part.name, ...endsOf(part)]
  const fitting = names.find(name => name.length <= characters)
  if (fitting !== undefined) return fitting
  return characters < SHORTEST ? '' : (names.at(-1) ?? '')
}

/**
 * Returns ever shorter ends of a name: `…/x/net/http2`, `…/net/http2`, `http2`. For `(*Server).Serve` the shortest is
 * `Serve`.
 */
function endsOf({ name, kind }: PageNode): readonly string[] {
  if (kind === 'function') return [name.replace(/^\(?\*?[\w.[\]…]+\)?\.(?=\w)/, '')]
  const elements = name.split('/')
  const ends = elements.map((_, first) => `…/${elements.slice(first).join('/')}`)
  return elements.length < 2 ? [] : [...ends.slice(1), elements.at(-1) ?? '']
}
