import type { Surroundings } from './surroundings.ts'

/** Events that build what has been accepted: pushed by somebody who may, or chosen by them. */
const ACCEPTING_EVENTS: readonly string[] = [
  'create',
  'push',
  'release',
  'repository_dispatch',
  'schedule',
  'workflow_dispatch',
]

/**
 * Whether somebody may have written the code who may not push it: a pull request's author, or whoever an event like one
 * stands for. Outside of a workflow it is the user's own.
 */
export function isOthersCode({ event, pullRequest }: Pick<Surroundings, 'event' | 'pullRequest'>): boolean {
  return pullRequest !== null || (event !== null && !ACCEPTING_EVENTS.includes(event))
}
