import path from 'node:path'
import { isInside } from '../../../host/inside.ts'
import { linksOnTheWay } from '../../../host/links-on-the-way.ts'
import type { Changes } from '../../../host/read-changes.ts'
import { type Answer, changed, SAME, undecided } from './answer.ts'

const LINK = '120000'
const SUBMODULE = '160000'

/**
 * Whether a file, or anything in a directory, changed.
 *
 * @param written absolute, as the user or Go names it
 * @param real the same with links resolved
 */
export function placeChanged(changes: Changes, written: string, real: string): Answer {
  const { top } = changes
  if (!isInside(top, real)) return undecided(`${written} lies outside the checkout`)
  const place = path.relative(top, real)
  const name = isInside(top, written) ? path.relative(top, written) : place
  // A link on the way may lead elsewhere now, and a submodule is one entry for all that it has.
  const above = [...parentsOf(name), ...parentsOf(place), name].find(part => changes.changed.has(part))
  if (above !== undefined) return changed(above)
  // Most places are files of packages, of which there may be many.
  if (isTrackedFile(changes, place)) return SAME
  for (const file of changes.changed) if (lies(place, file)) return changed(file)
  const submodule = parentsOf(place).find(part => changes.tracked.get(part) === SUBMODULE)
  if (submodule !== undefined) return submoduleSame(changes, submodule)
  const known = [...changes.tracked].filter(([file]) => lies(place, file))
  if (known.length === 0) return undecided(`${name || '.'} is not in git`)
  const [link] = known.find(([file, mode]) => mode === LINK && file !== place) ?? []
  if (link !== undefined) return undecided(`${link} is a link`)
  const [inside] = known.find(([, mode]) => mode === SUBMODULE) ?? []
  if (inside !== undefined && submoduleSame(changes, inside).kind !== 'same')
    return submoduleSame(changes, inside)
  const ignored = changes.ignored.find(file => lies(place, file) || lies(file, place))
  return ignored === undefined ? SAME : undecided(`${ignored} is ignored by git`)
}

/** It is at the commit that it was at. */
function submoduleSame({ cleanSubmodules }: Changes, submodule: string): Answer {
  return cleanSubmodules ? SAME : undecided(`${submodule} is a submodule`)
}

/** Whether a link changed that is followed from a path to its file: it leads elsewhere now. */
export function wayChanged({ top, changed: files }: Pick<Changes, 'top' | 'changed'>, file: string): Answer {
  const links = linksOnTheWay(file).map(link => path.relative(top, link))
  const found = links.find(link => files.has(link))
  return found === undefined ? SAME : changed(found)
}

function isTrackedFile({ tracked }: Changes, place: string): boolean {
  const mode = tracked.get(place)
  return mode !== undefined && mode !== LINK && mode !== SUBMODULE
}

/** Whether a path is a place or lies in it. */
function lies(place: string, file: string): boolean {
  return place === '' || file === place || file.startsWith(`${place}/`)
}

function parentsOf(file: string): readonly string[] {
  const parts = file.split('/')
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'))
}
