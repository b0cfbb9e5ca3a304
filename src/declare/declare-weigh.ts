import type { Given } from './given.ts'
import { parsePlatform, type Platform } from './platform.ts'
import type { Checked } from './problem.ts'
import { readerOf } from './reader.ts'
import type { PublishSpec } from './spec.ts'
import { declareCredentials } from './declare-publish.ts'

/** What `bantam weigh` and `bantam diff` are asked for, besides the things themselves. */
export interface WeighSpec {
  /** Of an image's; `usual`: linux/amd64, else this machine's, else the first. */
  readonly platforms: 'usual' | 'all' | readonly Platform[]
  readonly depth: 'package' | 'function'
  /** Parsed when the platforms are known; `null` if none was given. */
  readonly budget: string | null
  readonly credentials: PublishSpec['credentials']
}

export function declareWeigh(given: Given): Checked<WeighSpec> {
  const reader = readerOf(given)
  const asked = reader.items('platforms')
  const spec: WeighSpec = {
    platforms:
      asked.length === 0
        ? 'usual'
        : asked.length === 1 && asked[0] === 'all'
          ? 'all'
          : reader.each('platforms', asked, parsePlatform),
    depth: reader.choice('depth', ['package', 'function']),
    budget: reader.listed('budget'),
    credentials: declareCredentials(reader),
  }
  const problems = reader.problems()
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems }
}
