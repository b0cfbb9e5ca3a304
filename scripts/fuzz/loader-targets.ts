import { hasCompiler, numberBytes, openLoader } from '../../__tests__/support/loader-host.ts'
import {
  hasHuffmanCodes,
  ONLY_NODE_REFUSES,
  randomFrame,
  witness,
} from '../../__tests__/support/zstd-frames.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { generator, type Random } from './random.ts'
import { bytesOf, type Outcome, type Target } from './target.ts'

const MAX_BYTES = 1_000_000
const REFUSED = { problem: 'the frame is damaged' }

/** The loader's own decoders, in a process with sanitizers. Without a compiler there are none. */
export function loaderTargets(): readonly Target[] {
  if (!hasCompiler()) return []
  const loader = openLoader({ main: 'zstd', sources: ['zstd'] })

  /** `null`: it is refused. */
  async function decoded(frame: Uint8Array, size: number): Promise<Buffer | null> {
    const [fault, bytes] = await loader.ask([frame, numberBytes(size)], 2)
    return fault?.readBigUInt64LE() === 0n ? (bytes ?? null) : null
  }

  return [
    {
      name: 'zstd frames in the loader',
      share: 5,
      input: random => randomFrame(random, sizeOf(random), 12).bytes,
      read: async (input): Promise<Outcome> => {
        const frame = bytesOf(input)
        const expected = witness(frame, MAX_BYTES)
        if (typeof expected === 'string') throw new Error(expected)
        const answer = await decoded(frame, expected.length)
        if (answer === null || !answer.equals(expected)) throw new Error('it differs')
        return 'value'
      },
    },
    {
      name: 'damaged zstd frames in the loader',
      share: 5,
      input: (random, turn) => mutateBytes(seedOf(turn), random),
      read: async (input): Promise<Outcome> => {
        const frame = Buffer.from(bytesOf(input))
        const expected = witness(frame, MAX_BYTES)
        const isRefused = typeof expected === 'string'
        const answer = await decoded(frame, isRefused ? statedSize(frame) : expected.length)
        if (answer === null && (isRefused || hasHuffmanCodes(frame))) return REFUSED
        if (answer === null) throw new Error('only Node takes it')
        if (isRefused ? !ONLY_NODE_REFUSES.includes(expected) : !answer.equals(expected))
          throw new Error('it differs')
        return 'value'
      },
      end: () => loader.close(),
    },
  ]
}

const SEEDS = 500
const seeds = new Map<number, Uint8Array>()

/** Made when they are asked for: others may be wanted only. */
function seedOf(turn: number): Uint8Array {
  const index = turn % SEEDS
  const seed = seeds.get(index) ?? randomFrame(generator(index), index * 10, 19).bytes
  seeds.set(index, seed)
  return seed
}

/** Mostly small, where the edges are close to each other; some of several blocks. */
function sizeOf(random: Random): number {
  return random(200) === 0 ? random(300_000) : random(random(4) === 0 ? 5000 : 300)
}

/** Where Node refuses, any size will do. */
function statedSize(frame: Uint8Array): number {
  return ((frame[5] ?? 0) << 8) | (frame[6] ?? 0)
}
