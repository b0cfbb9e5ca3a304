import type { WeighSpec } from '../../../declare/declare-weigh.ts'
import type { Reference } from '../../../declare/reference.ts'
import type { Host } from '../../../host/host.ts'
import { workspaceRoots } from '../../../host/workspace.ts'
import { findCredentials } from '../../../registry/credentials.ts'
import { openRepository } from '../../../registry/pull.ts'
import { readWeighIn } from '../../../size/read-weigh-in.ts'
import { openThing } from '../../../thing/open.ts'
import type { WeighedThing } from '../../../thing/thing.ts'

/**
 * Opens what is to be weighed. With a budget, the run is a gate, so the text alone decides whether a file or an image
 * is meant, and no link in a layout of the workspace leads out of it: a pull request can add files.
 */
export async function openToWeigh(
  host: Host,
  text: string,
  { platforms, credentials, budget }: WeighSpec,
): Promise<WeighedThing> {
  const openRegistry = async (reference: Reference) => {
    const publishing = { push: false, references: [reference], load: false, output: null, githubToken: null }
    const login = await findCredentials(host, reference, { ...publishing, credentials })
    return openRepository(host, reference, login)
  }
  const gated =
    budget === null ? {} : ({ bareNames: 'files', workspace: await workspaceRoots(host, host.cwd) } as const)
  return openThing(host, text, { platforms, openRegistry, readWeighIn, ...gated })
}
