import { firstOf } from './first-of.ts'
import { type Clause, clause } from '../clause.ts'
import { input } from './input-part.ts'
import { formatReference, type Reference } from './reference.ts'
import type { Surroundings } from './surroundings.ts'

/** Events for code that was accepted. The code of a pull request or a merge group was not. */
const PUBLISHING_EVENTS = ['push', 'release', 'workflow_dispatch', 'schedule']

export type PushWish = 'auto' | 'true' | 'false'

type Occasion = Pick<Surroundings, 'surface' | 'event'>

/** Whether to publish. `true` is the user's explicit choice and applies to every event. */
export function shouldPush(wish: PushWish, { surface, event }: Occasion, hasReferences: boolean): boolean {
  switch (wish) {
    case 'true':
      return true
    case 'false':
      return false
    case 'auto':
      return surface === 'action' && hasReferences && event !== null && PUBLISHING_EVENTS.includes(event)
  }
}

/**
 * Why a run pushes or not, for its log. A step of a job always says it; on a terminal it is said only to those who named an
 * image and may believe that it was pushed (else `null`).
 */
export function pushReason(
  wish: PushWish,
  occasion: Occasion,
  references: readonly Reference[],
): Clause | null {
  switch (occasion.surface) {
    case 'action':
      return reasonInJob(wish, occasion, references)
    case 'terminal': {
      if (wish !== 'auto' || references.length === 0) return null
      return clause`nothing was pushed, since on a terminal only ${input('push')} does that; it would push ${named(references)}`
    }
  }
}

function reasonInJob(wish: PushWish, occasion: Occasion, references: readonly Reference[]): Clause {
  const { event } = occasion
  if (shouldPush(wish, occasion, references.length > 0)) {
    const why = wish === 'auto' ? clause` and the event is ${event ?? ''}` : clause``
    return clause`this run pushes ${named(references)} if nothing fails, since ${input('push', wish)}${why}`
  }
  if (wish === 'false') return clause`this run does not push, since ${input('push', wish)}`
  if (references.length === 0)
    return clause`this run does not push, since neither ${input('image')} nor a full reference in ${input('tags')} is given`
  const seen = event === null ? clause`GITHUB_EVENT_NAME is not set` : clause`the event is ${event}`
  return clause`this run does not push, since ${seen}, and ${input('push', wish)} pushes on ${listed(PUBLISHING_EVENTS)} only`
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function named(references: readonly Reference[]): string {
  return references.length === 0 ? 'nothing' : firstOf(references.map(formatReference), 1)
}
