import type { Digest } from '../weigh-in/digest.ts'
import { checkManifest, getManifest } from './distribution.ts'
import type { Operation } from './operation.ts'
import { readDocument } from './read-document.ts'
import { announcedDigest } from './announced-digest.ts'
import { retryOperation } from './retry.ts'
import type { HttpResponse } from './send.ts'
import type { Transport } from './transport.ts'

type Method = 'HEAD' | 'GET'

/**
 * The digest that a tag or digest refers to, or the refusal. If both are `null`, the registry has said that it does not
 * exist.
 */
export interface LookedUp {
  readonly digest: Digest | null
  /** The response, if it was neither a digest nor a 404. */
  readonly refusal: HttpResponse | null
}

/**
 * Looks up a tag or digest with one method after another. A registry may support only one of them, limit one, or leave
 * the digest out of its headers.
 */
export async function lookUp(
  transport: Transport,
  operation: Operation,
  reference: string,
  methods: readonly Method[],
): Promise<LookedUp> {
  let refusal: HttpResponse | null = null
  for (const method of methods) {
    const { digest, response } = await lookUpBy(method, transport, operation, reference)
    if (digest !== null || response.status === 404) return { digest, refusal: null }
    refusal ??= response
    if (!OTHER_METHOD_MAY_HELP.has(response.status)) break
  }
  return { digest: null, refusal }
}

/** 200 without a digest, Method Not Allowed, Too Many Requests, Not Implemented. */
const OTHER_METHOD_MAY_HELP: ReadonlySet<number> = new Set([200, 405, 429, 501])

async function lookUpBy(method: Method, transport: Transport, operation: Operation, reference: string) {
  const { registry } = transport
  switch (method) {
    case 'GET': {
      const { document, response } = await readDocument(registry, operation, receive =>
        getManifest(transport, operation, reference, receive),
      )
      return { digest: document?.digest ?? null, response }
    }
    case 'HEAD': {
      const response = await retryOperation(registry, operation, () =>
        checkManifest(transport, operation, reference),
      )
      return { digest: response.status === 200 ? announcedDigest(response) : null, response }
    }
  }
}
