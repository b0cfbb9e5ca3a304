import type { Surroundings } from './surroundings.ts'

/** Events that build accepted code: code that a person with push access pushed or selected. */
const ACCEPTING_EVENTS: readonly string[] = [
  'create',
  'push',
  'release',
  'repository_dispatch',
  'schedule',
  'workflow_dispatch',
]

/**
 * Whether the code may come from a person without push access: the author of a pull request, or of a change behind a
 * similar event. Outside of a workflow the code is the user's own.
 */
export function isOthersCode({ event, pullRequest }: Pick<Surroundings, 'event' | 'pullRequest'>): boolean {
  return pullRequest !== null || (event !== null && !ACCEPTING_EVENTS.includes(event))
}
