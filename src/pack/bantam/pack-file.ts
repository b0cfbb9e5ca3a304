import { readFile, writeFile } from 'node:fs/promises'
import { errorCode, errorMessage } from '../../host/error-code.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import { LOADERS } from './loaders.ts'
import { packBytes } from './pack.ts'

/** What the packer's thread is asked. */
export interface PackTask {
  /** Absolute paths. */
  readonly linked: string
  readonly packed: string
  readonly cores: number
}

/** `fault`: the file cannot be packed. `interrupted`: this machine is the reason. Both with a clause. */
export type PackAnswer =
  { readonly kind: 'packed' } | { readonly kind: 'fault' | 'interrupted'; readonly why: string }

/** What may be different the next time. */
const OF_THE_MACHINE = [
  'ENOSPC',
  'EDQUOT',
  'ENOMEM',
  'EMFILE',
  'ENFILE',
  'EIO',
  'ERR_MEMORY_ALLOCATION_FAILED',
]

/** The system's word about a file, and not a defect. */
function isOfTheFile(error: unknown): boolean {
  return (error instanceof Error && 'syscall' in error) || errorCode(error) === 'ERR_FS_FILE_TOO_LARGE'
}

export async function packFile({ linked, packed, cores }: PackTask): Promise<PackAnswer> {
  try {
    const made = await packBytes(await readFile(linked), { loaders: LOADERS, cores })
    if ('why' in made) return { kind: 'fault', why: made.why }
    await writeFile(packed, made.bytes, { mode: 0o755, flag: 'wx' })
    return { kind: 'packed' }
  } catch (error) {
    if (OF_THE_MACHINE.includes(errorCode(error))) return { kind: 'interrupted', why: errorMessage(error) }
    if (!isOfTheFile(error)) throw error
    return { kind: 'fault', why: whyNotRead(error) }
  }
}
