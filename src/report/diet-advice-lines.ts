import { formatBytes } from '../declare/bytes.ts'
import type { DeadCodeOff } from '../diet/dead-code.ts'
import type { ImportAdvice } from '../diet/import-advice.ts'
import { listed, listedBeside } from './listed.ts'
import { printable } from './printable.ts'
import { type Screen, paint } from './screen.ts'

const MOST = 10
const INDENT = 12

/** Lists imports of the program's own code: the bytes that only they add, and the chain of imports to each. */
export function importLines(imports: readonly ImportAdvice[], screen: Screen): readonly string[] {
  if (imports.length === 0) return []
  const rest = imports.slice(MOST)
  const bytes = rest.reduce((sum, advice) => sum + advice.bytes, 0)
  return [
    '',
    ...listed(['imports, each with the bytes that only it adds, before packing'], 2, screen),
    '',
    ...imports.slice(0, MOST).flatMap(advice => adviceLines(advice, screen)),
    ...(rest.length === 0
      ? []
      : sized(bytes, rest.length === 1 ? '1 other' : `${rest.length} others`, screen)),
  ]
}

function adviceLines({ imported, bytes, packages, path }: ImportAdvice, screen: Screen): readonly string[] {
  const more = packages > 1 ? `, ${packages} packages` : ''
  return [...sized(bytes, `${imported}${more}`, screen), ...listed([way(path)], INDENT, screen)]
}

function sized(bytes: number, text: string, screen: Screen): readonly string[] {
  return listedBeside(`${formatBytes(bytes).padStart(INDENT - 2)}  `, [text], INDENT, screen)
}

function way(path: readonly string[]): string {
  return path.join(' → ')
}

/** Lists the functions that turned off the linker's dead-code elimination, with the chain of imports to each. */
export function deadCodeLines(reasons: readonly DeadCodeOff[] | null, screen: Screen): readonly string[] {
  if (reasons === null) return ['', ...listed(['it is not known what keeps dead code'], 2, screen)]
  if (reasons.length === 0) return []
  const why =
    'dead code stays: these functions look up methods by names that are known only at run time, so the linker keeps every exported method of every type in use'
  return [
    '',
    ...listed([why], 2, screen),
    ...reasons
      .slice(0, MOST)
      .flatMap(({ function: name, packages }) => [
        '',
        ' '.repeat(INDENT) + paint(screen, 'strong', printable(name)),
        ...listed([way(packages)], INDENT, screen),
      ]),
  ]
}
