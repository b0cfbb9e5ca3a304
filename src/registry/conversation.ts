import { resolveLocation } from './address.ts'
import { authorize, type Registry, type Scopes } from './authorization.ts'
import { exchange, type Ask, type Exchange } from './exchange.ts'
import { unanswered, unreached, unusable, type Deed } from './registry-error.ts'
import { persist } from './retry.ts'
import { parseWarnings } from './warning.ts'

/** A request, with what it needs to be allowed and what it is for. */
export interface Call extends Ask {
  readonly scopes: Scopes
  readonly deed: Deed
}

/** Requests to one registry, and to wherever it leads. Any status is an answer; none at all is a Failure `registry`. */
export interface Conversation {
  /** Logs in where that is asked for, follows redirects, and tries again what is temporary. */
  readonly ask: (call: Call, attempt?: () => Promise<Exchange>) => Promise<Exchange>
  /** As `ask`, but tries once: a part of an attempt. */
  readonly follow: (call: Call) => Promise<Exchange>
  /** As `follow`, but follows nothing. */
  readonly once: (call: Call) => Promise<Exchange>
  /** Where an answer's `Location` leads. */
  readonly located: (call: Call, answer: Exchange) => URL
  readonly wasAskedToLogIn: () => boolean
}

export function converse(registry: Registry): Conversation {
  const authorization = authorize(registry)
  const warned = new Set<string>()

  async function once(call: Call): Promise<Exchange> {
    for (let learnt = 0; ; learnt += 1) {
      const sent = own(call.url) ? await authorization.header(call.scopes, call.deed) : null
      const answer = await exchange(registry.host, {
        ...call,
        headers: { ...call.headers, ...authorizing(sent) },
      })
      // A login to push is seldom one to delete, not even one's own upload.
      const again = answer.status === 401 && own(call.url) && learnt < 2 && call.method !== 'DELETE'
      if (again && (await authorization.answer(answer, sent, call.scopes, call.deed))) continue
      for (const text of parseWarnings(answer.headers.get('warning'))) warn(text)
      return answer
    }
  }

  /** Credentials are for the registry's own origin, wherever it leads to. */
  function own(url: URL): boolean {
    return url.origin === registry.url.origin
  }

  async function follow(call: Call, hops = 5): Promise<Exchange> {
    const answer = await once(call)
    if (!isRedirect(call, answer.status) || hops === 0) return answer
    const url = located(call, answer)
    return follow({ ...call, url }, hops - 1).catch(error => {
      throw unreached(url, error)
    })
  }

  function located({ deed }: Call, answer: Exchange): URL {
    const target = resolveLocation(answer.headers.get('location'), answer.url, registry.url)
    if (!target.ok) throw unusable(deed, answer, target.problem)
    return target.value
  }

  async function ask(call: Call, attempt = () => follow(call)): Promise<Exchange> {
    try {
      return await persist(attempt, registry.patience)
    } catch (error) {
      throw unanswered(call.deed, call.url, error)
    }
  }

  function warn(text: string): void {
    if (warned.has(text)) return
    warned.add(text)
    registry.host.log.warning(`${registry.url.host} warns: ${text}.`)
  }

  return { ask, follow, once, located, wasAskedToLogIn: () => authorization.wasAsked }
}

function authorizing(header: string | null): Readonly<Record<string, string>> {
  return header === null ? {} : { authorization: header }
}

/** 307 and 308 keep method and body; the older three do so for what has no body only. */
function isRedirect({ method }: Call, status: number): boolean {
  if (status === 307 || status === 308) return true
  return (method === 'GET' || method === 'HEAD') && [301, 302, 303].includes(status)
}
