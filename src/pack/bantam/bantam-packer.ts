import { createHash } from 'node:crypto'
import { clause } from '../../clause.ts'
import { formatPlatform } from '../../declare/platform.ts'
import { Interrupted } from '../../failure.ts'
import { errorCode, errorMessage } from '../../host/error-code.ts'
import type { Host } from '../../host/host.ts'
import { runInThread } from '../../host/thread.ts'
import { VERSION } from '../../version.ts'
import type { Packer, Unpacker } from '../packer.ts'
import { FORMAT_VERSION } from './file/container.ts'
import { innerFault, MACHINES } from './file/inner-fault.ts'
import { LOADERS } from './loaders.ts'
import type { PackAnswer, PackTask } from './pack-file.ts'
import { findPayload } from './file/packed-elf.ts'
import { unpackBytes } from './unpack.ts'

/** Of Node's compressor. */
export const ZSTD = process.versions['zstd'] ?? 'unknown'

/** Grows with each change that gives other bytes for the same file. */
const ENCODER = 1

export const BANTAM_UNPACKER: Unpacker = {
  name: 'bantam',
  recognizes: file => findPayload(file) !== null,
  unpack: async packed => unpackBytes(packed),
}

/** Packs as docs/packed-format.md describes. It needs no tool: the compressor is the one of Node. */
export function bantamPacker(host: Pick<Host, 'cores' | 'stop'>): Packer {
  const title = `bantam ${FORMAT_VERSION} (zstd ${ZSTD})`
  return {
    ...BANTAM_UNPACKER,
    title,
    identity: identity(),
    refuses: ({ executable }) => innerFault(executable.elf) ?? withoutLoader(executable.elf.machine),
    pack: async (linked, packed, platform, stop) => {
      const task: PackTask = { linked, packed, cores: Math.min(host.cores, LANES) }
      const answer = await inThread(task, anyOf(host.stop, stop))
      switch (answer.kind) {
        case 'packed':
          return null
        case 'fault':
          return { why: answer.why, output: '' }
        case 'interrupted':
          throw new Interrupted(
            'pack',
            {
              what: clause`${title} could not pack ${linked}`,
              why: clause`${answer.why}`,
              fix: clause`run it again`,
            },
            { fields: { file: linked, platform: formatPlatform(platform) } },
          )
      }
    },
  }
}

/** Node compresses in four threads, which also read and write files. */
const LANES = 3

/** Of whatever changes the bytes. Another version of zstd may find other matches. */
function identity(): string {
  const hash = createHash('sha256')
  hash.update(['bantam', VERSION, FORMAT_VERSION, ENCODER, ZSTD].join('\0'))
  for (const machine of ['amd64', 'arm64'] as const) hash.update(LOADERS[machine]?.code ?? '')
  return hash.digest('hex')
}

function withoutLoader(machine: number): string | null {
  const name = MACHINES[machine]
  return name !== undefined && LOADERS[name] === undefined ? `this Bantam has no loader for ${name}` : null
}

async function inThread(task: PackTask, stop: AbortSignal | undefined): Promise<PackAnswer> {
  try {
    return await runInThread<PackAnswer>('pack-thread', task, stop)
  } catch (error) {
    if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY')
      return { kind: 'interrupted', why: errorMessage(error) }
    throw error
  }
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const known = signals.filter(signal => signal !== undefined)
  return known.length === 0 ? undefined : AbortSignal.any(known)
}
