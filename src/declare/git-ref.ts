import { type Parsed, parsed, problem } from './parsed.ts'

/** Reads what git may be asked for as a commit: a branch, a tag, a commit. An option of git, or a range, is none. */
export function parseGitRef(text: string): Parsed<string> {
  const given = text.trim()
  if (given.startsWith('-'))
    return problem('begins with "-", which no commit does; write one such as origin/main')
  if (given.includes('..'))
    return problem('is a range; write the commit that it starts from, such as origin/main')
  if (given.includes('{{')) return problem('is not a template; write a branch, a tag or a commit')
  if (/[\s\p{Cc}:\\?*[]/u.test(given) || given.startsWith('/') || given.startsWith('^'))
    return problem('is not the name of a commit; write a branch, a tag or a commit, such as origin/main')
  return parsed(given)
}
