import type { Surroundings } from './surroundings.ts'

/** Events whose code has been accepted: a pull request's, or a merge group's, has not. */
const PUBLISHING_EVENTS = ['push', 'release', 'workflow_dispatch', 'schedule']

export type PushWish = 'auto' | 'true' | 'false'

/** Whether to publish. `true` is the user's word, whatever the event. */
export function shouldPush(
  wish: PushWish,
  { surface, event }: Pick<Surroundings, 'surface' | 'event'>,
  hasReferences: boolean,
): boolean {
  switch (wish) {
    case 'true':
      return true
    case 'false':
      return false
    case 'auto':
      return surface === 'action' && hasReferences && event !== null && PUBLISHING_EVENTS.includes(event)
  }
}
