import { clause } from '../clause.ts'
import type { Parsed } from '../declare/parsed.ts'
import { readJson } from '../image/read-json.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { bytesOf } from './extent.ts'
import type { WeighedThing } from './thing.ts'
import { cannotWeigh, unreadable, WHAT } from './unreadable.ts'

/** Enough for the weigh-in of a hundred services, down to packages. */
const MAX_WEIGH_IN = 64 * 1024 * 1024

/**
 * Reads a weigh-in that is to be weighed or compared with.
 *
 * @param size of the file, in bytes
 * @throws Failure `unreadable-image`, `bad-input`
 */
export async function openWeighIn(
  name: string,
  file: string,
  size: number,
  read: (value: unknown) => Parsed<WeighIn>,
): Promise<WeighedThing> {
  if (size > MAX_WEIGH_IN) throw unreadable(name, `it is JSON of more than ${MAX_WEIGH_IN} bytes`)
  const bytes = await bytesOf({ file, offset: 0, size, temporary: false })
  const json = readJson(bytes, MAX_WEIGH_IN)
  if (!json.ok) throw unreadable(name, `it ${json.problem}`)
  if (typeof json.value !== 'object' || json.value === null || !('schemaVersion' in json.value))
    throw cannotWeigh(name, 'it is JSON without schemaVersion', { fix: WHAT })
  if ('manifests' in json.value || 'layers' in json.value)
    throw cannotWeigh(name, 'it is only a manifest', {
      fix: clause`name the directory or archive that contains it`,
    })
  const weighIn = read(json.value)
  if (!weighIn.ok) throw unreadable(name, `as a weigh-in it ${weighIn.problem}`)
  return { kind: 'weigh-in', name, weighIn: weighIn.value }
}
