import { printable } from './printable.ts'
import type { Screen } from './screen.ts'
import { wrap } from '../declare/wrap.ts'

const NARROWEST = 24

/** Lists texts one below another, each wrapped into lines that start in the same column. */
export function listed(texts: readonly string[], indent: number, { width }: Screen): readonly string[] {
  const lines = texts.flatMap(text => wrap(printable(text), Math.max(NARROWEST, width - indent)))
  return lines.map(line => ' '.repeat(indent) + line)
}

/**
 * Does the same with text in the margin of the first line. The margin must be as wide as `indent` on the screen,
 * without its color codes.
 */
export function listedBeside(
  margin: string,
  texts: readonly string[],
  indent: number,
  screen: Screen,
): readonly string[] {
  const [first = '', ...rest] = listed(texts, indent, screen)
  return [margin + first.slice(indent), ...rest]
}
