import { formatDelta } from '../figures.ts'
import type { Growth, NodeGrowth } from '../../weigh-in/growth.ts'
import { isUnowned } from '../../size/unowned.ts'
import { nodeName } from '../change-words.ts'
import { printable, shorten } from '../printable.ts'
import { type Markup, breakable, html } from './markup.ts'

const MOST = 8
const LONGEST_NAME = 200

/** Explains the growth: the causes first, then the packages and files that changed most. */
export function growthSection({ causes, nodes, files }: Growth, baseline: string): Markup {
  const rows = [...ends(nodes), ...(nodes.length === 0 ? ends(files) : [])]
    .sort((one, other) => Math.abs(byOf(other)) - Math.abs(byOf(one)))
    .filter((node, index) => index < MOST || isUnowned(node))
  const changed =
    rows.length === 0
      ? html`<p>Nothing changed beyond noise.</p>`
      : html`<ol class="changes">
          ${rows.map(changeRow)}
        </ol>`
  return html`<section class="growth">
    <h3>Changed since ${baseline}</h3>
    ${causes.map(cause => html`<p class="cause">Not only code changed: ${printable(cause)}.</p>`)} ${changed}
  </section>`
}

/** Returns packages, not their modules or functions, because they show best where to look. */
function ends(nodes: readonly NodeGrowth[]): readonly NodeGrowth[] {
  const listed = nodes.filter(
    node =>
      node.kind !== 'function' && node.change !== 'unchanged' && !(isUnowned(node) && node.path.length > 1),
  )
  const around = new Set(listed.map(({ binary, path }) => keyOf(binary, path.slice(0, -1))))
  return listed.filter(({ binary, path }) => !around.has(keyOf(binary, path)))
}

function keyOf(binary: string | null, path: readonly string[]): string {
  return JSON.stringify([binary, path])
}

function byOf({ before, after }: NodeGrowth): number {
  return (after ?? 0) - (before ?? 0)
}

function changeRow(node: NodeGrowth): Markup {
  const { kind, path, change, versionBefore, versionAfter } = node
  const name = printable(shorten(nodeName(kind, path.at(-1) ?? ''), LONGEST_NAME))
  const by = byOf(node)
  const versions =
    versionBefore !== null && versionAfter !== null && versionBefore !== versionAfter
      ? ` ${printable(versionBefore)} → ${printable(versionAfter)}`
      : ''
  const word = change === 'added' ? 'new' : change === 'removed' ? 'gone' : ''
  return html`<li>
    <bdi>${breakable(name)}</bdi>${versions} <span class="word">${word}</span
    ><span class="change ${by > 0 ? 'more' : 'less'}">${formatDelta(by)}</span>
  </li>`
}
