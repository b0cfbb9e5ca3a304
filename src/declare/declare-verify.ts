import { parseDownloadUrl } from './config-values.ts'
import { declareCredentials } from './declare-publish.ts'
import type { Given } from './given.ts'
import { parseBuildVariable } from './go-flags.ts'
import { parsePlatform, type Platform } from './platform.ts'
import type { Checked } from './problem.ts'
import { readerOf } from './reader.ts'
import type { PublishSpec } from './spec.ts'
import { parseSha256 } from './upx-settings.ts'

/** What `bantam verify` is asked for, besides the image itself. */
export interface VerifySpec {
  readonly platforms: 'all' | readonly Platform[]
  /** A directory of the clone that has the commit; relative to the current one. */
  readonly workingDirectory: string
  readonly credentials: PublishSpec['credentials']
  /** As they were given: the rebuild takes them as any build does. */
  readonly own: Given['values']
}

export function declareVerify(given: Given): Checked<VerifySpec> {
  const reader = readerOf(given)
  const asked = reader.items('platforms')
  const isAll = asked.length === 0 || (asked.length === 1 && asked[0] === 'all')
  const spec: VerifySpec = {
    platforms: isAll ? 'all' : reader.each('platforms', asked, parsePlatform),
    workingDirectory: reader.text('working-directory') ?? '.',
    credentials: declareCredentials(reader),
    own: given.values,
  }
  // Checked here, so that they are not taken for something that the image says.
  reader.map('build-env', parseBuildVariable)
  reader.value('go-download-url', parseDownloadUrl, null)
  reader.value('upx-download-url', parseDownloadUrl, null)
  reader.value('upx-sha256', parseSha256, null)
  const problems = reader.problems()
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems }
}
