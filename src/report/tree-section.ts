import { formatBytes } from '../declare/bytes.ts'
import type { BinaryWeight } from '../weigh-in/weigh-in.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import type { Section } from './document.ts'
import { code, escape } from './escape.ts'
import { versionOf } from './change-words.ts'
import { nodeCell } from './growth-table.ts'

/** The number of nodes that are listed per level; one line sums up the others. */
const MOST_CHILDREN = 200

/**
 * Returns the parts of a linked binary, folded: a fold for each module with its packages. Each module is one row, so
 * that no fold stays open if the report is cut.
 */
export function treeSection(
  { name, breakdown }: Pick<BinaryWeight, 'name' | 'breakdown'>,
  platform: string,
): readonly Section[] {
  if (breakdown?.children === undefined || breakdown.children.length === 0) return []
  const summary = `What is in ${code(name)} for ${escape(platform)}, before packing (${formatBytes(breakdown.bytes)})`
  return [
    {
      head: [`<details><summary>${summary}</summary>`, '', '<ul>'],
      rows: items(breakdown, child => partItem(child, breakdown.bytes)),
      foot: ['</ul>', '', '</details>'],
    },
  ]
}

function partItem(node: Breakdown, whole: number): string {
  const version = versionOf(node.version) === '' ? '' : ` ${escape(versionOf(node.version))}`
  const title = `${nodeCell({ kind: node.kind, path: [node.name] })}${version} ${sizeOf(node.bytes, whole)}`
  const children = items(node, child => leafItem(child, whole))
  return children.length === 0
    ? `<li>${title}</li>`
    : `<li><details><summary>${title}</summary><ul>${children.join('')}</ul></details></li>`
}

function leafItem(node: Breakdown, whole: number): string {
  return `<li>${nodeCell({ kind: node.kind, path: [node.name] })} ${sizeOf(node.bytes, whole)}</li>`
}

/** Lists the largest, and the others as one item, so that the sizes add up. */
function items({ children = [] }: Breakdown, item: (child: Breakdown) => string): readonly string[] {
  const sorted = children.toSorted((one, other) => other.bytes - one.bytes)
  const rest = sorted.slice(MOST_CHILDREN)
  const bytes = rest.reduce((sum, child) => sum + child.bytes, 0)
  return [
    ...sorted.slice(0, MOST_CHILDREN).map(item),
    ...(rest.length === 0 ? [] : [`<li>${rest.length} others ${formatBytes(bytes)}</li>`]),
  ]
}

function sizeOf(bytes: number, whole: number): string {
  const percent = whole === 0 ? 0 : Math.round((100 * bytes) / whole)
  return percent === 0 ? formatBytes(bytes) : `${formatBytes(bytes)}, ${percent} %`
}
