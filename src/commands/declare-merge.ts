import { declareMerge, type MergeSpec } from '../declare/declare-merge.ts'
import type { Given } from '../declare/given.ts'
import { problemsFailure } from '../declare/problem.ts'
import type { Host } from '../host/host.ts'
import { readSurroundings } from '../host/repository.ts'

/** @throws Failure `bad-input` */
export async function declareMergeOf(host: Host, given: Given): Promise<MergeSpec> {
  const declared = declareMerge(given, await readSurroundings(host, host.cwd))
  if (!declared.ok) throw problemsFailure(declared.problems)
  const { credentials, githubToken, comment } = declared.value
  for (const secret of [credentials?.password, githubToken, comment?.token])
    if (secret != null) host.log.secret(secret)
  return declared.value
}
