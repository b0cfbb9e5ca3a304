import type { InputName } from '../declare/inputs.ts'
import { looksLikeList } from '../declare/written-list.ts'

/** Longer than any line that a person writes. */
const LONGEST = 1000

/** Inputs that Bantam fills templates into. */
const WITH_TEMPLATES: readonly InputName[] = ['labels', 'files']

/**
 * Why a line from the repository is not written into the workflow, or `null`. GitHub evaluates `${{ }}` however it is quoted,
 * and Bantam would take a line for something else that begins like a list or a comment.
 */
export function unsafeReason(name: InputName, line: string): string | null {
  if (line.length > LONGEST) return 'it is too long; write it yourself'
  if (line.includes('${{')) return 'it has an expression of GitHub Actions in it; write it yourself'
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(line))
    return 'it has a character that cannot be seen; write it yourself'
  // A job that runs `bantam init --stdout` prints the lines of a block as they are.
  const seen = line.replace(/[\s\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
  if (seen.startsWith('::') || seen.includes('##['))
    return 'it reads like a command of the runner; write it yourself'
  if (line.trim() !== line || line === '') return 'it begins or ends with a blank; write it yourself'
  if (line.startsWith('#') || looksLikeList(line))
    return 'it begins like a comment or a list; write it yourself'
  if (WITH_TEMPLATES.includes(name) && line.includes('{{')) return 'it would be a template; write it yourself'
  return null
}
