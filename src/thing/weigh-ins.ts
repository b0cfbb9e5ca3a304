import { clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { errorCode } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { jsonFilesAt, NotSmall, readSmallFile, TooMany } from '../host/small-files.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import { readJson } from '../image/read-json.ts'
import { printable, shorten } from '../report/printable.ts'
import { readWeighIn } from '../size/read-weigh-in.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { asUnreadable, unreadable } from './unreadable.ts'

export interface WeighInBounds {
  /** Entries of a directory and everything below it. */
  readonly entries: number
  readonly files: number
  /** Bytes of all files together. */
  readonly bytes: number
  /** Platforms of all images together. A report with more of them would not be readable. */
  readonly platforms: number
  readonly limits: number
}

const BOUNDS: WeighInBounds = {
  entries: 10_000,
  files: 100,
  bytes: 32 * 1024 * 1024,
  platforms: 1000,
  limits: 10_000,
}

/**
 * Reads the weigh-in at `place`, or all weigh-ins below it if it is a directory. They may come from an untrusted
 * source, so links are not followed, and a file that is not a weigh-in is refused.
 *
 * @param place absolute
 * @throws Failure `bad-input` if there is none, `unreadable-image` if one is damaged or hostile
 */
export async function readWeighIns(
  { cwd }: Pick<Host, 'cwd'>,
  place: string,
  bounds: WeighInBounds = BOUNDS,
): Promise<readonly [WeighIn, ...WeighIn[]]> {
  const named = (file: string) => shorten(printable(path.relative(cwd, file) || '.'), LONGEST_NAME)
  const weighIns: WeighIn[] = []
  let room = bounds.bytes
  for (const file of await filesAt(place, named, bounds)) {
    const { size, weighIn } = await readOne(file, named(file), room)
    room -= size
    weighIns.push(weighIn)
  }
  const [first, ...others] = weighIns
  if (first === undefined) throw missing(named(place), 'it holds no file that ends in .json')
  const tooMany = excessOf(weighIns, bounds)
  if (tooMany !== null) throw unreadable(named(place), tooMany)
  return [first, ...others]
}

/** Characters. */
const LONGEST_NAME = 200

type Named = (file: string) => string

/** The files, sorted, so that the same weigh-ins produce the same comment. */
async function filesAt(place: string, named: Named, bounds: WeighInBounds): Promise<readonly string[]> {
  try {
    return await jsonFilesAt(place, bounds)
  } catch (cause) {
    if (cause instanceof TooMany) throw unreadable(named(place), `it ${cause.message}`)
    if (cause instanceof NotSmall) throw missing(named(place), `it ${cause.message}`)
    if (/^E[A-Z]+$/.test(errorCode(cause))) throw missing(named(place), whyNotRead(cause), cause)
    throw cause
  }
}

/** @param room bytes */
async function readOne(
  file: string,
  name: string,
  room: number,
): Promise<{ readonly size: number; readonly weighIn: WeighIn }> {
  try {
    const bytes = await readSmallFile(file, room)
    const json = readJson(bytes, bytes.length)
    if (!json.ok) throw unreadable(name, `it ${json.problem}`)
    const weighIn = readWeighIn(json.value)
    if (!weighIn.ok) throw unreadable(name, `as a weigh-in it ${weighIn.problem}`)
    return { size: bytes.length, weighIn: weighIn.value }
  } catch (cause) {
    throw cause instanceof NotSmall ? unreadable(name, `it ${cause.message}`) : asUnreadable(name, cause)
  }
}

/** What exceeds the bounds; `null` if nothing does. */
function excessOf(weighIns: readonly WeighIn[], bounds: WeighInBounds): string | null {
  const images = weighIns.flatMap(weighIn => weighIn.images)
  const platforms = images.reduce((sum, image) => sum + image.platforms.length, 0)
  if (platforms > bounds.platforms) return `it weighs more than ${bounds.platforms} images and platforms`
  const limits = images.reduce((sum, { budget }) => sum + budget.limits.length + budget.dropped.length, 0)
  return limits > bounds.limits ? `it has more than ${bounds.limits} limits` : null
}

function missing(name: string, why: string, cause?: unknown): Failure {
  return new Failure(
    'bad-input',
    {
      what: clause`${input('weigh-in')} "${name}" cannot be read`,
      why: clause`${why}`,
      fix: clause`write the path that actions/download-artifact wrote to`,
    },
    { cause, fields: { input: 'weigh-in', value: name } },
  )
}
