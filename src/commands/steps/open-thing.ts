import type { WeighSpec } from '../../declare/declare-weigh.ts'
import type { Reference } from '../../declare/reference.ts'
import type { Host } from '../../host/host.ts'
import { findCredentials } from '../../registry/credentials.ts'
import { openRepository } from '../../registry/pull.ts'
import { readWeighIn } from '../../size/read-weigh-in.ts'
import { openSubject } from '../../subject/open.ts'
import type { Subject } from '../../subject/subject.ts'

/** Opens what is to be weighed: a path, or else an image in a registry. */
export function openThing(host: Host, text: string, { platforms, credentials }: WeighSpec): Promise<Subject> {
  const openRegistry = async (reference: Reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null }
    const login = await findCredentials(host, reference.registry, { ...publishing, credentials })
    return openRepository(host, reference, login)
  }
  return openSubject(host, text, { platforms, openRegistry, readWeighIn })
}
