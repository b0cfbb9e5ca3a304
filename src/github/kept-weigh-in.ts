import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { formatPlatform } from '../declare/platform.ts'
import { slug } from '../declare/reference.ts'
import type { ImageSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import { readJson } from '../image/read-json.ts'
import { readWeighIn } from '../size/read-weigh-in.ts'
import type { WeighIn } from '../size/weigh-in.ts'
import { tolerantly } from './cache-service.ts'

/** What tells one image from the others of a repository before anything is compiled. */
export type KeptSubject = Pick<ImageSpec, 'source' | 'platform' | 'workingDirectory'>

/** Where a weigh-in belongs: a branch, and a commit on it. */
export interface KeptAt {
  readonly branch: string
  /** `null` asks for whichever is the newest. */
  readonly commit: string | null
}

const FILE = 'weigh-in.json'
/** A weigh-in of a hundred services, down to packages. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * The weigh-in of that very commit, else the newest of the branch: `revision` tells which it is. `null` where none is kept,
 * and where the cache or what is in it cannot be read, which is told as a notice.
 */
export async function restoreWeighIn(host: Host, subject: KeptSubject, at: KeptAt): Promise<WeighIn | null> {
  return tolerantly(host, 'restored', async service => {
    const { directory, prefix } = placeOf(host, subject, at.branch)
    const found = await service.restoreCache([directory], prefix + (at.commit ?? 'newest'), [prefix])
    host.log.debug(`cache: weigh-in: ${found ?? 'nothing'} for ${prefix}${at.commit ?? ''}`)
    return found === undefined ? null : readKept(host, path.join(directory, FILE))
  })
}

/** Leaves a weigh-in of a branch for the runs that start there. It is saved at once, and not after the job: it is small. */
export async function keepWeighIn(
  host: Host,
  subject: KeptSubject,
  branch: string,
  weighIn: WeighIn,
): Promise<void> {
  const { revision } = weighIn
  if (revision === null) return
  await tolerantly(host, 'saved', async service => {
    const { directory, prefix } = placeOf(host, subject, branch)
    await mkdir(directory, { recursive: true })
    await writeFile(path.join(directory, FILE), JSON.stringify(weighIn))
    const id = await service.saveCache([directory], prefix + revision)
    host.log.debug(`cache: weigh-in: ${id === -1 ? 'not saved' : 'saved'} as ${prefix}${revision}`)
  })
}

interface Place {
  /** The service matches it, so that it is the same wherever the weigh-in is restored. */
  readonly directory: string
  /** The beginning of the keys of the branch, and of no other's. */
  readonly prefix: string
}

function placeOf(host: Host, { source, platform, workingDirectory }: KeptSubject, branch: string): Place {
  const here = (file: string) => path.relative(host.cwd, file)
  const what = source.kind === 'main' ? source.mains : here(source.path)
  const image = hash([what, formatPlatform(platform), here(workingDirectory)])
  return {
    // Beside what is kept of packing, which is saved as a whole.
    directory: path.join(path.dirname(host.kept), 'bantam-weigh-in', image),
    prefix: `bantam-weigh-in-${(slug(branch) ?? '').slice(0, 40)}-${hash([image, branch])}-`,
  }
}

/** It is what some job of the repository wrote, or says it did. */
async function readKept(host: Host, file: string): Promise<WeighIn | null> {
  const { size } = await stat(file)
  const json = size > MAX_BYTES ? null : readJson(await readFile(file), MAX_BYTES)
  const weighIn = json?.ok === true ? readWeighIn(json.value) : json
  if (weighIn?.ok === true) return weighIn.value
  const why = weighIn === null ? `has more than ${MAX_BYTES} bytes` : weighIn.problem
  host.log.notice(`The weigh-in kept in the cache is not read: it ${why}.`)
  return null
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
