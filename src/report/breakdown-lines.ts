import { formatBytes } from '../declare/bytes.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import { nodeName, versionOf } from './change-words.ts'
import { printable, shorten } from './printable.ts'

export interface BreakdownView {
  /** The number of levels below the root. */
  readonly depth: number
  /** The number of nodes per level under one node; one line sums up the others. */
  readonly count: number
}

const LONGEST_NAME = 200

/**
 * Returns a breakdown for the terminal, largest first: size, share of the whole, name. Names come last because they are
 * long, and are never wrapped, so that they can be copied.
 */
export function breakdownLines(root: Breakdown, view: BreakdownView): readonly string[] {
  return nodeLines(root, root.bytes, view, 0)
}

function nodeLines(node: Breakdown, whole: number, view: BreakdownView, level: number): readonly string[] {
  const children = level < view.depth ? (node.children ?? []) : []
  const sorted = children.filter(({ bytes }) => bytes > 0).toSorted((one, other) => other.bytes - one.bytes)
  const rest = sorted.slice(view.count)
  const restBytes = rest.reduce((sum, { bytes }) => sum + bytes, 0)
  const others = rest.length === 1 ? '1 other' : `${rest.length} others`
  return [
    line(node.bytes, whole, level, `${nodeName(node.kind, node.name)} ${versionOf(node.version)}`.trimEnd()),
    ...sorted.slice(0, view.count).flatMap(child => nodeLines(child, whole, view, level + 1)),
    ...(rest.length === 0 ? [] : [line(restBytes, whole, level + 1, others)]),
  ]
}

function line(bytes: number, whole: number, level: number, name: string): string {
  const percent = whole === 0 ? 0 : Math.round((100 * bytes) / whole)
  const share = percent === 0 ? '' : `${percent} %`
  const title = printable(shorten(name, LONGEST_NAME))
  return `  ${formatBytes(bytes).padStart(8)}  ${share.padStart(5)}  ${'  '.repeat(level)}${title}`
}
