import { parentPort, workerData } from 'node:worker_threads'
import { tarOf } from '../../__tests__/support/archives.ts'
import { Failure } from '../../src/failure.ts'
import { ARCHIVE_TARGETS } from './archive-targets.ts'
import { binaryTargets } from './binary-targets.ts'
import { DOCUMENT_TARGETS } from './document-targets.ts'
import { silentHost } from './host.ts'
import { imageTargets } from './image-targets.ts'
import { INIT_TARGETS } from './init-targets.ts'
import { INPUT_TARGETS } from './input-targets.ts'
import { loaderTargets } from './loader-targets.ts'
import { generator } from './random.ts'
import { CLAUSE, SENTENCE } from './sentence.ts'
import type { Input, Outcome, Target } from './target.ts'

/** What the main thread looks at while this one works: that `turn` goes on. */
export interface Work {
  readonly count: number
  readonly seed: number
  /** Only the targets with this in their name. */
  readonly only: string
  /** One number: the input of the current target. */
  readonly progress: Int32Array
}

export type Message =
  | { readonly kind: 'begun'; readonly name: string }
  | {
      readonly kind: 'done'
      readonly name: string
      readonly inputs: number
      readonly values: number
      readonly ms: number
    }
  | {
      readonly kind: 'wrong'
      readonly name: string
      readonly turn: number
      readonly why: string
      readonly input: string
    }

const SLOW_MS = 2000
const { count, seed, only, progress } = workerData as Work
const host = silentHost()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
const tell = (message: Message) => parentPort?.postMessage(message)

for (const target of [
  ...binaryTargets(host),
  ...ARCHIVE_TARGETS,
  ...DOCUMENT_TARGETS,
  ...imageTargets(host),
  ...INIT_TARGETS,
  ...INPUT_TARGETS,
  ...loaderTargets(),
]) {
  if (target.name.includes(only)) await tryAll(target)
  target.end?.()
}

async function tryAll(target: Target): Promise<void> {
  const { name } = target
  const random = generator(seed)
  const inputs = Math.ceil(count / target.share)
  const start = performance.now()
  let values = 0
  tell({ kind: 'begun', name })
  for (let turn = 0; turn < inputs; turn += 1) {
    Atomics.store(progress, 0, turn)
    const input = target.input(random, turn)
    const before = performance.now()
    const why = await faultOf(target, input, () => (values += 1))
    const ms = performance.now() - before
    if (why !== null) tell({ kind: 'wrong', name, turn, why, input: shown(input) })
    else if (ms > SLOW_MS) tell({ kind: 'wrong', name, turn, why: `it took ${ms} ms`, input: shown(input) })
  }
  tell({ kind: 'done', name, inputs, values, ms: performance.now() - start })
}

/** `null`: it gave a value, or said what is wrong as it should. */
async function faultOf(target: Target, input: Input, onValue: () => void): Promise<string | null> {
  try {
    const answer = target.read(input)
    // To wait for what is there already would cost more than most readers do.
    const outcome: Outcome = answer instanceof Promise ? await answer : answer
    if (outcome === 'value') onValue()
    else if (!CLAUSE.test(outcome.problem)) return `no clause: ${JSON.stringify(outcome.problem)}`
    return null
  } catch (error) {
    if (!(error instanceof Failure)) return error instanceof Error ? String(error.stack) : String(error)
    return SENTENCE.test(error.message) ? null : `no sentence: ${JSON.stringify(error.message)}`
  }
}

function shown(input: Input): string {
  const bytes = input instanceof Uint8Array ? Buffer.from(input) : tarOf(input)
  return bytes.subarray(0, 8192).toString('base64')
}
