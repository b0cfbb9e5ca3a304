import { sentencesOf } from '../support/sentences.ts'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { PlatformSpec } from '../../src/declare/spec.ts'
import type { Change } from '../../src/diet/change.ts'
import type { Outcome, Tried } from '../../src/diet/findings.ts'
import type { DietWeight } from '../../src/diet/weight.ts'
import { surroundings } from '../declare/surroundings.ts'

/** What the command line declares of these inputs. */
export function declared(values: Given['values'] = {}): PlatformSpec {
  const result = declareImage({ surface: 'terminal', values, problems: [] }, surroundings())
  if (!result.ok) throw new Error(sentencesOf(result.problems).join('\n'))
  return result.spec.platforms[0]
}

export const CHANGES: readonly Change[] = [
  { kind: 'build tag', tag: 'nomsgpack', packages: ['example.com/gin/binding'] },
  { kind: 'no inlining' },
  { kind: 'no certificates', needed: true },
  { kind: 'no time zones', needed: false },
  { kind: 'zstd layers' },
  { kind: 'zstd for packing' },
  { kind: 'packing' },
  { kind: 'newer go', version: 'go1.27.4' },
  { kind: 'experiment', value: 'nojsonv2' },
  { kind: 'newer module', module: 'example.com/dep', from: 'v1.0.0', to: 'v1.1.0' },
]

/** The proxy as it is. */
export const PROXY: DietWeight = {
  imageSize: 2_200_000,
  downloadSize: 2_130_000,
  linkedSize: 6_320_000,
  packed: true,
  price: {
    processorMs: { linked: 2, shipped: 125 },
    memory: { linked: 400_000, shipped: 6_000_000 },
  },
}

export function weighed(change: Change, overrides: Partial<DietWeight>): Tried {
  return tried(change, { status: 'weighed', weight: { ...PROXY, ...overrides } })
}

export function tried(change: Change, outcome: Outcome): Tried {
  return { changes: [change], settings: [], outcome }
}
