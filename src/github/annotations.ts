import path from 'node:path'
import { type Failure, type Location, failureSentence } from '../failure.ts'
import type { Host } from '../host/host.ts'

/**
 * The most errors that the runner shows for one step.
 * https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
 */
const MOST = 10
/** Characters. The runner cuts a longer message off in the middle of a word. */
const LONGEST = 4096

export interface Annotation {
  readonly message: string
  readonly location?: Location
}

/**
 * The annotations that a failure shows on the run's page and beside the lines of a pull request: its sentence first,
 * then the places.
 *
 * @param base absolute; the directory that relative places start from
 * @param workspace absolute; the checkout. GitHub cannot show a line of a file outside it, so the message names that
 * place.
 */
export function annotationsOf(
  failure: Pick<Failure, 'code' | 'clauses' | 'inputs' | 'locations'>,
  base: string,
  workspace: string,
): readonly Annotation[] {
  const { code, locations } = failure
  const message = `${failureSentence(failure, 'action')} [${code}]`
  const shown = locations.slice(0, MOST - 1).map(location => placed(location, base, workspace))
  const missing = locations.length - shown.length
  const more = missing > 0 ? `\n${missing} more ${missing === 1 ? 'place is' : 'places are'} in the log.` : ''
  return [{ message: cut(message, LONGEST - more.length) + more }, ...shown]
}

/** Writes the errors for the runner to show. */
export function annotate(host: Pick<Host, 'env' | 'log' | 'cwd'>, failure: Failure, base = host.cwd): void {
  const workspace = host.env['GITHUB_WORKSPACE'] ?? host.cwd
  for (const { message, location } of annotationsOf(failure, base, workspace))
    host.log.error(message, location)
}

function placed(location: Location, base: string, workspace: string): Annotation {
  const file = path.relative(workspace, path.resolve(base, location.file))
  const outside = file === '' || file.startsWith(`..${path.sep}`) || file === '..' || path.isAbsolute(file)
  if (!outside) return { message: cut(location.message, LONGEST), location: { ...location, file } }
  const place = [location.file, location.line, location.column].filter(part => part !== undefined).join(':')
  return { message: cut(`${place}: ${location.message}`, LONGEST) }
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`
}
