import type { Surroundings } from './surroundings.ts'

/** Events for code that was accepted. The code of a pull request or a merge group was not. */
const PUBLISHING_EVENTS = ['push', 'release', 'workflow_dispatch', 'schedule']

export type PushWish = 'auto' | 'true' | 'false'

/** Whether to publish. `true` is the user's explicit choice and applies to every event. */
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
