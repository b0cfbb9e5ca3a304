import { readlinkSync } from 'node:fs'
import path from 'node:path'

/** As many as Linux follows. */
export const MOST_LINKS = 40

/** Lists the links that are followed from a path to the file that it leads to, each without links on its own way. */
export function linksOnTheWay(file: string): readonly string[] {
  const links: string[] = []
  const rest = partsOf(file)
  let at = path.parse(file).root
  for (let part = rest.shift(); part !== undefined && links.length < MOST_LINKS; part = rest.shift()) {
    const next = path.join(at, part)
    const target = targetOf(next)
    if (target === null) {
      at = next
      continue
    }
    links.push(next)
    rest.unshift(...partsOf(target))
    if (path.isAbsolute(target)) at = path.parse(target).root
  }
  return links
}

function partsOf(file: string): string[] {
  return file.split(path.sep).filter(part => part !== '' && part !== '.')
}

/** `null` if it is not a link, or if nothing is there. */
function targetOf(file: string): string | null {
  try {
    return readlinkSync(file)
  } catch {
    return null
  }
}
