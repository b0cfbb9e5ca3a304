import { clause } from '../../../clause.ts'
import type { VerifySpec } from '../../../declare/declare-verify.ts'
import type { Reference } from '../../../declare/reference.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { findCredentials } from '../../../registry/credentials.ts'
import { printable } from '../../../report/printable.ts'
import { openRepository } from '../../../registry/pull.ts'
import { readWeighIn } from '../../../size/read-weigh-in.ts'
import { openThing } from '../../../thing/open.ts'
import { NotWeighable } from '../../../thing/unreadable.ts'
import type { ImageThing } from '../../../thing/thing.ts'
import { cannotVerify } from './cannot-verify.ts'

/**
 * Opens the image that is to be verified.
 *
 * @throws Failure where there is none, or where it is something else
 */
export async function openToVerify(
  host: Host,
  text: string,
  { platforms, credentials }: VerifySpec,
): Promise<ImageThing> {
  const openRegistry = async (reference: Reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null }
    const login = await findCredentials(host, reference, { ...publishing, credentials })
    return openRepository(host, reference, login)
  }
  const thing = await openThing(host, text, { platforms, openRegistry, readWeighIn }).catch(
    (cause: unknown) => {
      if (!(cause instanceof NotWeighable)) throw cause
      const { why = clause`it is no image` } = cause.clauses
      throw cannotVerify(printable(text), why, { fix: WHAT, cause: cause.cause })
    },
  )
  switch (thing.kind) {
    case 'image':
      return thing
    case 'binary':
      throw notAnImage(thing.name, 'a binary')
    case 'weigh-in':
      throw notAnImage(thing.name, 'a weigh-in')
  }
}

const WHAT = clause`name an OCI layout, an image archive or an image in a registry`

function notAnImage(name: string, kind: string): Failure {
  return cannotVerify(name, clause`it is ${kind}`, { fix: WHAT })
}
